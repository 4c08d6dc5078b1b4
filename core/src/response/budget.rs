//! A limit on the retries of a whole program, so that it does not add to a failure.

use serde::{Deserialize, Serialize};

use super::{Action, Classification, Reason};
use crate::error::InputError;

/// What the budgets of the large cloud SDKs hold.
const CAPACITY: u32 = 500;

/// What a retry costs there, and what one after a timeout costs: it has kept a connection busy.
const RETRY: u32 = 5;
const RETRY_AFTER_TIMEOUT: u32 = 10;

/// What a success gives back. In the long run one call in five may be a retry.
const SUCCESS: u32 = 1;

/// Reasons whose retry costs more.
const TIMEOUTS: &[Reason] =
    &[Reason::ResponseTimeout, Reason::GatewayTimeout, Reason::RequestTimeout];

/// How many retries a program may still make: a token bucket, as in the standard retry mode of
/// the large cloud SDKs. Attempts limit one call, the budget limits all of them together.
///
/// It is a plain value: [`spend`](Self::spend) takes one state and gives the next, which the
/// caller stores - one for all calls that share a fate. There is no clock in it: only successes
/// fill it.
///
/// ```
/// use idenfy_rules::response::{Context, Reason, Response, RetryBudget, classify};
///
/// let mut budget = RetryBudget::default();
/// let mut context = Context::new(1)?;
/// context.retry_budget_empty = budget.is_empty();
/// let failed = classify(&Response::new(503, &[], b""), &context);
/// match budget.spend(&failed) {
///     Some(rest) => budget = rest,
///     None => { // Nobody waits for a retry that the budget does not pay for.
///         context.retry_budget_empty = true;
///         let given_up = classify(&Response::new(503, &[], b""), &context);
///         assert_eq!(given_up.reason, Reason::RetriesExhausted);
///     }
/// }
/// assert_eq!((budget.available(), budget.capacity()), (495, 500));
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
///
/// Serialised: `{"capacity": 500, "available": 495}`; reading it back checks it as
/// [`restore`](Self::restore) does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct RetryBudget {
    capacity: u32,
    available: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    capacity: u32,
    available: u32,
}

impl TryFrom<Stored> for RetryBudget {
    type Error = InputError;

    fn try_from(stored: Stored) -> Result<Self, InputError> {
        Self::restore(stored.capacity, stored.available)
    }
}

impl RetryBudget {
    /// A full budget. With less than 5 it pays for no retry at all.
    #[must_use]
    pub const fn new(capacity: u32) -> Self {
        Self { capacity, available: capacity }
    }

    /// A budget as it was stored.
    ///
    /// # Errors
    /// `input.retry_budget` when it holds more than it can.
    ///
    /// ```
    /// use idenfy_rules::response::RetryBudget;
    /// assert!(RetryBudget::restore(500, 4)?.is_empty());
    /// assert!(RetryBudget::restore(500, 501).is_err());
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    pub fn restore(capacity: u32, available: u32) -> Result<Self, InputError> {
        if available > capacity {
            let message = "`available` must not be more than `capacity`";
            return Err(InputError::new("input.retry_budget", message));
        }
        Ok(Self { capacity, available })
    }

    /// What it holds when it is full.
    #[must_use]
    pub const fn capacity(&self) -> u32 {
        self.capacity
    }

    /// What is left: a retry costs 5, one after a timeout 10.
    #[must_use]
    pub const fn available(&self) -> u32 {
        self.available
    }

    /// Whether it pays for no retry any more; goes into
    /// [`Context::retry_budget_empty`](super::Context::retry_budget_empty).
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.available < RETRY
    }

    /// The budget after this classification: a retry costs, a success gives one back, anything
    /// else leaves it alone. `None` when the retry costs more than is left: do not retry.
    ///
    /// The SDKs also give back what a retry has cost when it succeeds. A state that many calls
    /// share cannot tell whose success it sees, so the smaller amount, that of a first attempt,
    /// goes for all.
    #[must_use]
    pub fn spend(&self, found: &Classification) -> Option<Self> {
        self.spend_on(found.action, found.reason)
    }

    /// The same for a classification that is told by its action and reason.
    ///
    /// ```
    /// use idenfy_rules::response::{Action, Reason, RetryBudget};
    /// let full = RetryBudget::new(100);
    /// assert_eq!(full.capacity(), 100);
    /// assert_eq!(full.spend_on(Action::Retry, Reason::ResponseTimeout).unwrap().available(), 90);
    /// assert_eq!(RetryBudget::restore(100, 4)?.spend_on(Action::Retry, Reason::RateLimited), None);
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    #[must_use]
    pub fn spend_on(&self, action: Action, reason: Reason) -> Option<Self> {
        let available = match action {
            Action::Retry => self.available.checked_sub(cost(reason))?,
            Action::Proceed => self.available.saturating_add(SUCCESS).min(self.capacity),
            Action::Fix | Action::Escalate => self.available,
        };
        Some(Self { available, ..*self })
    }
}

/// Full, with a capacity of 500.
impl Default for RetryBudget {
    fn default() -> Self {
        Self::new(CAPACITY)
    }
}

fn cost(reason: Reason) -> u32 {
    if TIMEOUTS.contains(&reason) { RETRY_AFTER_TIMEOUT } else { RETRY }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::response::{Context, Response, TransportKind, classify, classify_transport};

    fn answered(status: u16, budget: &RetryBudget) -> Classification {
        let mut context = Context::new(1).unwrap();
        context.retry_budget_empty = budget.is_empty();
        let body = br#"{"authToken": "a", "scanRef": "b"}"#;
        classify(&Response::new(status, &[], if status == 201 { body } else { b"" }), &context)
    }

    #[test]
    fn what_each_verdict_costs() {
        let budget = RetryBudget::restore(500, 100).unwrap();
        for (status, left) in [(503, 95), (504, 90), (408, 90), (429, 95), (201, 101), (400, 100)] {
            let spent = budget.spend(&answered(status, &budget)).unwrap();
            assert_eq!((spent.available(), spent.capacity()), (left, 500), "{status}");
        }
        let silent = classify_transport(TransportKind::ResponseTimeout, &Context::new(1).unwrap());
        assert_eq!(budget.spend(&silent).unwrap().available(), 90);
    }

    #[test]
    fn a_full_budget_pays_for_a_hundred_retries_and_then_they_are_exhausted() {
        let mut budget = RetryBudget::default();
        let mut retries = 0;
        let last = loop {
            let found = answered(503, &budget);
            match budget.spend(&found) {
                Some(rest) if found.retryable => budget = rest,
                _ => break found,
            }
            retries += 1;
        };
        assert_eq!((retries, budget.available()), (100, 0));
        assert_eq!(last.reason, Reason::RetriesExhausted);
        assert_eq!(last.underlying, Some(Reason::ServiceUnavailable));
    }

    #[test]
    fn a_retry_that_costs_more_than_is_left_is_not_paid_for() {
        let budget = RetryBudget::restore(500, 9).unwrap();
        assert!(!budget.is_empty());
        assert_eq!(budget.spend(&answered(504, &budget)), None);
        assert_eq!(budget.spend(&answered(503, &budget)).unwrap().available(), 4);
    }

    #[test]
    fn a_stored_budget_comes_back_as_it_was() {
        for (available, form) in [
            (495, r#"{"capacity":500,"available":495}"#),
            (500, r#"{"capacity":500,"available":500}"#),
            (0, r#"{"capacity":500,"available":0}"#),
        ] {
            let budget = RetryBudget::restore(500, available).unwrap();
            assert_eq!(serde_json::to_string(&budget).unwrap(), form);
            assert_eq!(serde_json::from_str::<RetryBudget>(form).unwrap(), budget);
        }
        for wrong in [
            r#"{"capacity":5,"available":6}"#,
            r#"{"capacity":5,"available":-1}"#,
            r#"{"capacity":5}"#,
            r#"{"capacity":5,"available":5,"other":1}"#,
        ] {
            assert!(serde_json::from_str::<RetryBudget>(wrong).is_err(), "{wrong}");
        }
        assert_eq!(RetryBudget::restore(5, 6).unwrap_err().code(), "input.retry_budget");
    }

    proptest! {
        #[test]
        fn it_never_holds_more_than_it_can_and_never_gains_by_a_failure(
            capacity in 0..600_u32,
            statuses in prop::collection::vec(prop::sample::select(&[201_u16, 400, 401, 500, 503, 504]), 0..300),
        ) {
            let mut budget = RetryBudget::new(capacity);
            for status in statuses {
                let found = answered(status, &budget);
                match budget.spend(&found) {
                    Some(next) => {
                        prop_assert!(next.available() <= capacity && next.capacity() == capacity);
                        let gained = next.available() > budget.available();
                        prop_assert!(!gained || found.action == Action::Proceed);
                        prop_assert!(!found.retryable || next.available() + RETRY <= budget.available());
                        budget = next;
                    }
                    None => prop_assert!(found.retryable && budget.available() < RETRY_AFTER_TIMEOUT),
                }
            }
        }
    }
}
