//! The waits of a retry policy ahead of time, and the budget of a whole program.

use std::mem::MaybeUninit;

use idenfy_rules::{RetryBudget as Budget, RetryPlan};

use crate::classification::{Classification, Delay};
use crate::error::Error;
use crate::guard::guard_or;
use crate::handle::{answer, make, needed, put};
use crate::status::Status;
use crate::text::Text;

/// The waits of a retry policy as JSON: {"attempts": [{"attempt", "min_ms", "max_ms"}],
/// "gives_up_after"}. `max_attempts` is 1 to 10,000; no wait is longer than `cap_ms`, at least 1.
/// The vendor's own example is 3 attempts and 60,000 ms.
#[unsafe(no_mangle)]
pub extern "C" fn idr_retry_plan(
    max_attempts: u32,
    cap_ms: u64,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Text::json(&RetryPlan::new(max_attempts, cap_ms)?))
}

/// The wait after one attempt by the retry policy of idr_retry_plan(). True, and `*out` is
/// written, if another attempt follows; false, and nothing is written, after the last one, for
/// attempt 0 and for numbers that idr_retry_plan() refuses. `ms` is `max_ms`: draw between the
/// two yourself.
#[unsafe(no_mangle)]
pub extern "C" fn idr_retry_wait(
    attempt: u32,
    max_attempts: u32,
    cap_ms: u64,
    out: Option<&mut MaybeUninit<Delay>>,
) -> bool {
    let planned = || RetryPlan::new(max_attempts, cap_ms).ok()?.after(attempt);
    let wait = guard_or(None, planned);
    let shown =
        wait.map(|wait| Delay { min_ms: wait.min_ms, max_ms: wait.max_ms, ms: wait.max_ms });
    put(shown, out)
}

/// How many retries a whole program may still make, as a plain value that you keep: one for all
/// calls that share a fate. Start with both members 500. A retry costs 5, one after a timeout
/// 10, a success gives 1 back.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct RetryBudget {
    /// What it holds when it is full.
    pub capacity: u32,
    /// What is left.
    pub available: u32,
}

/// Takes what this classification costs from the budget, or gives back what it brings.
/// `*allowed` is false, and the budget unchanged, when the retry costs more than is left: do not
/// retry. IDR_UNUSABLE_INPUT for a budget that holds more than it can.
#[unsafe(no_mangle)]
pub extern "C" fn idr_retry_budget_spend(
    budget: Option<&mut RetryBudget>,
    classification: Option<&Classification>,
    allowed: Option<&mut MaybeUninit<bool>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    answer(allowed, error, || {
        let (classification, budget) = (needed(classification)?, needed(budget)?);
        let held = Budget::restore(budget.capacity, budget.available)?;
        let rest = held.spend(&classification.found);
        budget.available = rest.as_ref().unwrap_or(&held).available();
        Ok(rest.is_some())
    })
}

/// Whether a budget pays for no retry any more; goes into idr_context_set_retry_budget_empty().
/// True for a budget that holds more than it can.
#[unsafe(no_mangle)]
pub extern "C" fn idr_retry_budget_is_empty(budget: RetryBudget) -> bool {
    guard_or(true, || {
        Budget::restore(budget.capacity, budget.available).map_or(true, |rest| rest.is_empty())
    })
}
