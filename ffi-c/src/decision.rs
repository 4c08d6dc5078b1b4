//! What a webhook means for the person.

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use idenfy_rules::{DecisionError, Scratch};

use crate::error::{Error, Failure};
use crate::handle::{ask, free, make, needed};
use crate::number::{Final, Lifecycle, NextStep, Outcome};
use crate::status::Status;
use crate::view::{self, View};

/// A decision about one webhook, with everything an auditor asks for and no personal data in its
/// JSON form. An empty one answers every question as NULL does; its outcome is IDR_NONE.
///
/// Threads: several may read it as long as nobody decides into it; decide into it from one
/// thread at a time. Lifetime: yours, until idr_decision_free(); views from it end then, and
/// with the next call that decides into it.
#[derive(Debug, Default)]
pub struct Decision {
    /// What was decided, if `is_made`; else only its buffers count.
    decided: idenfy_rules::Decision,
    is_made: bool,
    scratch: Scratch,
    json: OnceLock<String>,
}

impl Decision {
    /// The decision, unless it is empty.
    pub(crate) fn made(&self) -> Option<&idenfy_rules::Decision> {
        self.is_made.then_some(&self.decided)
    }

    /// Decides into an empty decision. It stays empty when that fails or panics.
    pub(crate) fn make(
        &mut self,
        decide: impl FnOnce(&mut Scratch, &mut idenfy_rules::Decision) -> Result<(), DecisionError>,
    ) -> Result<(), Failure> {
        decide(&mut self.scratch, &mut self.decided)?;
        self.is_made = true;
        Ok(())
    }

    /// Empties a decision before it is used again, so that no failure leaves the last one there.
    pub(crate) fn emptied(decision: Option<&mut Self>) -> Result<&mut Self, Failure> {
        let decision = needed(decision)?;
        decision.is_made = false;
        decision.json = OnceLock::new();
        Ok(decision)
    }
}

/// Asks a decision that may be NULL or empty.
pub(crate) fn ask_made<'a, A: Default>(
    decision: Option<&'a Decision>,
    question: impl FnOnce(&'a idenfy_rules::Decision) -> A,
) -> A {
    ask(decision, |decision| decision.made().map(question).unwrap_or_default())
}

/// The same for a text that may be absent.
pub(crate) fn made_text<'a>(
    decision: Option<&'a Decision>,
    question: impl FnOnce(&'a idenfy_rules::Decision) -> Option<&'a str>,
) -> View<'a> {
    ask_made(decision, |made| View::maybe(question(made)))
}

/// An empty decision, to be decided into again and again.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_new(
    out: Option<&mut MaybeUninit<Box<Decision>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Decision::default()))
}

/// What to do about the person. IDR_NONE for NULL, for an empty decision and for a notice.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_outcome(decision: Option<&Decision>) -> Outcome {
    ask_made(decision, |made| made.outcome.into())
}

/// Where the verification stands. IDR_LIFECYCLE_NONE for NULL and for a notice.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_lifecycle(decision: Option<&Decision>) -> Lifecycle {
    ask_made(decision, |made| made.lifecycle.map(Into::into).unwrap_or_default())
}

/// What the person can do now. IDR_NEXT_STEP_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_next_step(decision: Option<&Decision>) -> NextStep {
    ask_made(decision, |made| made.next_step.into())
}

/// Whether the vendor called it the last word. IDR_FINAL_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_final(decision: Option<&Decision>) -> Final {
    ask_made(decision, |made| made.r#final.into())
}

/// Whether the signature was checked in the same call. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_verified(decision: Option<&Decision>) -> bool {
    ask_made(decision, |made| made.verified)
}

/// The HTTP status to answer the webhook with: 200. 0 for NULL and for an empty decision; the
/// error of the call that failed has the status then.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_http_status(decision: Option<&Decision>) -> u16 {
    ask_made(decision, |made| made.http_status)
}

/// The verification that it is about. Absent for NULL and where the webhook names none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_scan_ref(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.scan_ref.as_deref())
}

/// The event of the header, one of IDR_EVENT_... or an unknown word. Absent for NULL, without a
/// header, and where it does not have the shape of a vendor word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_event(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.event.as_deref())
}

/// SHA-256 of the raw body, as 64 lower-case hex digits. Absent for NULL, and where the arrival
/// said `without_digest`.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_body_sha256(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.body_sha256.as_deref())
}

/// Your id of the client; not in the JSON form, since it may be personal. Absent for NULL and
/// where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_client_id(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.client_id.as_deref())
}

/// Your own reference; not in the JSON form, either. Absent for NULL and where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_external_ref(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.external_ref.as_deref())
}

/// The decision as JSON: the audit record. Absent for NULL and for an empty decision.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_json(decision: Option<&Decision>) -> View<'_> {
    ask(decision, |decision| {
        decision.made().map(|made| view::json(&decision.json, made)).unwrap_or_default()
    })
}

/// Frees a decision and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_free(decision: Option<&mut Option<Box<Decision>>>) {
    free(decision)
}
