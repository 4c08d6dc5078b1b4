//! The stored state of one verification.

use std::mem::MaybeUninit;

use crate::error::Error;
use crate::handle::{ask, ask_text, free, make};
use crate::number::{Final, Lifecycle, Outcome};
use crate::status::Status;
use crate::view::{Array, Length, View};

/// What is known about one verification after the deliveries so far: small, without personal
/// data, stored by you as JSON.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_record_free(); views from it end then. One that a transition shows belongs to that.
#[derive(Debug)]
pub struct Record {
    pub(crate) record: idenfy_rules::Record,
    json: String,
}

impl From<idenfy_rules::Record> for Record {
    fn from(record: idenfy_rules::Record) -> Self {
        Self { json: record.to_json(), record }
    }
}

/// Reads a stored record. IDR_UNUSABLE_RECORD for anything that idr_record_json() would not have
/// written.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_from_json(
    json: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<Record>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let json = json.text(len)?.unwrap_or_default();
        Ok(Record::from(idenfy_rules::Record::from_json(json)?))
    })
}

/// The verification: the key to store the record by. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_scan_ref(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| Some(&made.record.scan_ref))
}

/// What to do about the person, after everything so far. IDR_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_outcome(record: Option<&Record>) -> Outcome {
    ask(record, |made| made.record.outcome.into())
}

/// The strictest verdict of the rules so far. IDR_NONE for NULL and while there is none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_closed(record: Option<&Record>) -> Outcome {
    ask(record, |made| made.record.closed.map(Into::into).unwrap_or_default())
}

/// Where the verification stood at the delivery that set the outcome. IDR_LIFECYCLE_NONE for NULL
/// and for a notice.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_lifecycle(record: Option<&Record>) -> Lifecycle {
    ask(record, |made| made.record.lifecycle.map(Into::into).unwrap_or_default())
}

/// What the vendor said about that delivery: was it the last word? IDR_FINAL_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_final(record: Option<&Record>) -> Final {
    ask(record, |made| made.record.r#final.into())
}

/// The event of that delivery. Absent for NULL and where there was none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_event(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| made.record.event.as_deref())
}

/// Whether the deliveries behind the outcome were verified. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_verified(record: Option<&Record>) -> bool {
    ask(record, |made| made.record.verified)
}

/// Whether verdicts contradicted each other: somebody should look. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_conflict(record: Option<&Record>) -> bool {
    ask(record, |made| made.record.conflict)
}

/// Whether a resubmission opened it again. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_reopened(record: Option<&Record>) -> bool {
    ask(record, |made| made.record.reopened)
}

/// Whether the vendor has erased its data. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_erased(record: Option<&Record>) -> bool {
    ask(record, |made| made.record.erased)
}

/// How many bodies it remembers, to know duplicates by: the last 16 at most. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_seen_count(record: Option<&Record>) -> usize {
    ask(record, |made| made.record.seen.len())
}

/// The SHA-256 of the body at `index`, oldest first. Absent for NULL and for an index that is not
/// below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_seen(record: Option<&Record>, index: usize) -> View<'_> {
    ask_text(record, |made| made.record.seen.get(index).map(String::as_str))
}

/// The name of the policy that set the outcome. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_policy_name(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| Some(&made.record.policy.name))
}

/// Its revision. Absent for NULL and where it states none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_policy_revision(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| made.record.policy.revision.as_deref())
}

/// Its fingerprint, as of idr_policy_fingerprint(). Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_policy_fingerprint(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| Some(&made.record.policy.fingerprint))
}

/// The version of the vocabularies that it was judged by. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_policy_vocabulary(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| Some(&made.record.policy.vocabulary))
}

/// The record as JSON: what to store. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_json(record: Option<&Record>) -> View<'_> {
    ask_text(record, |made| Some(&made.json))
}

/// Frees a record and sets the pointer to NULL. Only for a record from idr_record_from_json().
#[unsafe(no_mangle)]
pub extern "C" fn idr_record_free(record: Option<&mut Option<Box<Record>>>) {
    free(record)
}
