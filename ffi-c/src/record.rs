//! The stored state of one verification.

use crate::error::Error;
use crate::guard::{guard, guard_or};
use crate::handle::{free, look, owned, slot};
use crate::number::Outcome;
use crate::status::Status;
use crate::view::{View, text};

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
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_record_from_json(
    json: *const u8,
    len: usize,
    out: *mut *mut Record,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let json = text(json, len)?.unwrap_or_default();
            *out = owned(Record::from(idenfy_rules::Record::from_json(json)?));
            Ok(())
        })
    }
}

/// What to do about the person, after everything so far. IDR_NONE for NULL.
///
/// # Safety
/// `record` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_record_outcome(record: *const Record) -> Outcome {
    // SAFETY: promised by the caller.
    guard_or(Outcome::IDR_NONE, || {
        unsafe { look(record) }.map_or(Outcome::IDR_NONE, |record| record.record.outcome.into())
    })
}

/// The verification: the key to store the record by. Absent for NULL.
///
/// # Safety
/// `record` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_record_scan_ref(record: *const Record) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(record) }.map_or(View::ABSENT, |record| View::of(&record.record.scan_ref))
    })
}

/// The record as JSON: what to store. Absent for NULL.
///
/// # Safety
/// `record` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_record_json(record: *const Record) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(record) }.map_or(View::ABSENT, |record| View::of(&record.json))
    })
}

/// Frees a record and sets the pointer to NULL. Only for a record from idr_record_from_json().
///
/// # Safety
/// `record` is NULL or points to NULL or to a record that is alive and not a transition's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_record_free(record: *mut *mut Record) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(record) });
}
