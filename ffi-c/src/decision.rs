//! What a webhook means for the person.

use std::sync::OnceLock;

use crate::error::{Error, Failure};
use crate::guard::{guard, guard_or};
use crate::handle::{free, look, owned, slot};
use crate::number::{Lifecycle, NextStep, Outcome};
use crate::status::Status;
use crate::view::{self, View};

/// A decision about one webhook, with everything an auditor asks for and no personal data in its
/// JSON form. An empty one has the outcome IDR_NONE.
///
/// Threads: several may read it as long as nobody decides into it; decide into it from one
/// thread at a time. Lifetime: yours, until idr_decision_free(); views from it end then, and
/// with the next call that decides into it.
#[derive(Debug, Default)]
pub struct Decision {
    pub(crate) made: Option<idenfy_rules::Decision>,
    json: OnceLock<String>,
}

impl From<idenfy_rules::Decision> for Decision {
    fn from(made: idenfy_rules::Decision) -> Self {
        Self { made: Some(made), json: OnceLock::new() }
    }
}

impl Decision {
    /// Empties a decision before it is used again, so that no failure leaves the last one there.
    ///
    /// # Safety
    /// `decision` is NULL or alive and in use by nobody else.
    pub(crate) unsafe fn emptied<'a>(decision: *mut Self) -> Result<&'a mut Self, Failure> {
        // SAFETY: promised by the caller.
        let decision = unsafe { slot(decision) }?;
        *decision = Self::default();
        Ok(decision)
    }
}

/// An empty decision, to be used again and again.
///
/// # Safety
/// `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_new(
    out: *mut *mut Decision,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            *out = owned(Decision::default());
            Ok(())
        })
    }
}

/// Asks a decision that may be NULL or empty.
///
/// # Safety
/// `decision` is NULL or alive.
unsafe fn ask<'a, T: Copy>(
    decision: *const Decision,
    neutral: T,
    question: impl FnOnce(&'a idenfy_rules::Decision) -> T,
) -> T {
    guard_or(neutral, || {
        // SAFETY: promised by the caller.
        let made = unsafe { look(decision) }.ok().and_then(|decision| decision.made.as_ref());
        made.map_or(neutral, question)
    })
}

/// What to do about the person. IDR_NONE for NULL and for an empty decision.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_outcome(decision: *const Decision) -> Outcome {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, Outcome::IDR_NONE, |made| made.outcome.into()) }
}

/// Where the verification stands. IDR_LIFECYCLE_NONE for a webhook that is about none.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_lifecycle(decision: *const Decision) -> Lifecycle {
    // SAFETY: promised by the caller.
    unsafe {
        ask(decision, Lifecycle::IDR_LIFECYCLE_NONE, |made| {
            made.lifecycle.map_or(Lifecycle::IDR_LIFECYCLE_NONE, Into::into)
        })
    }
}

/// What the person can do now.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_next_step(decision: *const Decision) -> NextStep {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, NextStep::IDR_NEXT_STEP_NONE, |made| made.next_step.into()) }
}

/// Whether the signature was checked in the same call.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_verified(decision: *const Decision) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, false, |made| made.verified) }
}

/// The HTTP status to answer the webhook with: 200. 0 for NULL and for an empty decision.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_http_status(decision: *const Decision) -> u16 {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, 0, |made| made.http_status) }
}

/// How many rules decided.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_rule_count(decision: *const Decision) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, 0, |made| made.rules.len()) }
}

/// The id of the deciding rule at `index`; "otherwise" when none was true. Absent for an index that
/// is not below the count.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_rule(decision: *const Decision, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe {
        ask(decision, View::ABSENT, |made| View::maybe(made.rules.get(index).map(String::as_str)))
    }
}

/// The verification that it is about. Absent where the webhook names none.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_scan_ref(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, View::ABSENT, |made| View::maybe(made.scan_ref.as_deref())) }
}

/// Your id of the client; not in the JSON form, since it may be personal. Absent where there is none.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_client_id(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, View::ABSENT, |made| View::maybe(made.client_id.as_deref())) }
}

/// Your own reference; not in the JSON form, either. Absent where there is none.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_external_ref(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(decision, View::ABSENT, |made| View::maybe(made.external_ref.as_deref())) }
}

/// The decision as JSON: the audit record. Absent for NULL and for an empty decision.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_json(decision: *const Decision) -> View {
    guard_or(View::ABSENT, || {
        // SAFETY: promised by the caller.
        let Ok(decision) = (unsafe { look(decision) }) else { return View::ABSENT };
        decision.made.as_ref().map_or(View::ABSENT, |made| view::json(&decision.json, made))
    })
}

/// Frees a decision and sets the pointer to NULL.
///
/// # Safety
/// `decision` is NULL or points to NULL or to a decision that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_free(decision: *mut *mut Decision) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(decision) });
}
