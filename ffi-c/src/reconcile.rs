//! Several deliveries, folded into one state.

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use crate::decision::Decision;
use crate::error::{Error, Failure};
use crate::handle::{ask, free, make, needed};
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
#[unsafe(no_mangle)]
pub extern "C" fn idr_reconcile(
    previous: Option<&Record>,
    decision: Option<&Decision>,
    out: Option<&mut MaybeUninit<Box<Transition>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let decision = needed(decision)?.made().ok_or_else(Failure::empty)?;
        let previous = previous.map(|previous| &previous.record);
        let made = idenfy_rules::reconcile(previous, decision)?;
        let record = Record::from(made.record.clone());
        Ok(Transition { made, record, json: OnceLock::new() })
    })
}

/// What the delivery was. IDR_TRANSITION_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_kind_of(transition: Option<&Transition>) -> TransitionKind {
    ask(transition, |made| made.made.kind.into())
}

/// Whether the outcome that you act on is new or has changed. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_act(transition: Option<&Transition>) -> bool {
    ask(transition, |made| made.made.act)
}

/// The record to store. It belongs to the transition: do not free it. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_record(transition: Option<&Transition>) -> Option<&Record> {
    ask(transition, |made| Some(&made.record))
}

/// The transition as JSON: {"kind", "record", "act"}. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_json(transition: Option<&Transition>) -> View<'_> {
    ask(transition, |made| view::json(&made.json, &made.made))
}

/// Frees a transition and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_free(transition: Option<&mut Option<Box<Transition>>>) {
    free(transition)
}
