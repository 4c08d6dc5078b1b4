//! Several deliveries, folded into one state.

use std::sync::OnceLock;

use crate::decision::Decision;
use crate::error::{Error, Failure};
use crate::guard::{guard, guard_or};
use crate::handle::{ask, free, look, owned, slot};
use crate::number::TransitionKind;
use crate::record::Record;
use crate::status::Status;
use crate::view::{self, View};

/// What a delivery did to the record of its verification: what to store, and whether to act.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_transition_free(); views from it, and the record that it shows, end then.
#[derive(Debug)]
pub struct Transition {
    made: idenfy_rules::Transition,
    record: Record,
    json: OnceLock<String>,
}

/// Folds a decision into the record of its verification. `previous` is the stored record of the
/// same scanRef, NULL for the first delivery. IDR_OTHER_VERIFICATION when the two do not belong
/// together; IDR_INVALID_ARGUMENT for an empty decision.
///
/// # Safety
/// `previous` is NULL or alive; `decision` is alive; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_reconcile(
    previous: *const Record,
    decision: *const Decision,
    out: *mut *mut Transition,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let decision = look(decision)?.made().ok_or_else(Failure::empty)?;
            let previous = previous.as_ref().map(|previous| &previous.record);
            let made = idenfy_rules::reconcile(previous, decision)?;
            let record = Record::from(made.record.clone());
            *out = owned(Transition { made, record, json: OnceLock::new() });
            Ok(())
        })
    }
}

/// What the delivery was. IDR_TRANSITION_NONE for NULL.
///
/// # Safety
/// `transition` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_transition_kind_of(transition: *const Transition) -> TransitionKind {
    // SAFETY: promised by the caller.
    unsafe { ask(transition, |made| made.made.kind.into()) }
}

/// Whether the outcome that you act on is new or has changed. False for NULL.
///
/// # Safety
/// `transition` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_transition_act(transition: *const Transition) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask(transition, |made| made.made.act) }
}

/// The record to store. It belongs to the transition: do not free it. NULL for NULL.
///
/// # Safety
/// `transition` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_transition_record(transition: *const Transition) -> *const Record {
    // SAFETY: promised by the caller.
    guard_or(std::ptr::null(), || {
        unsafe { look(transition) }.map_or(std::ptr::null(), |made| &raw const made.record)
    })
}

/// The transition as JSON: {"kind", "record", "act"}. Absent for NULL.
///
/// # Safety
/// `transition` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_transition_json(transition: *const Transition) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(transition, |made| view::json(&made.json, &made.made)) }
}

/// Frees a transition and sets the pointer to NULL.
///
/// # Safety
/// `transition` is NULL or points to NULL or to a transition that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_transition_free(transition: *mut *mut Transition) {
    // SAFETY: promised by the caller.
    unsafe { free(transition) }
}
