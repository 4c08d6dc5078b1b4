//! Which usual mistake explains a signature that does not match?

use std::sync::OnceLock;

use idenfy_rules::webhook;

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{ask, ask_text, free, owned, slot};
use crate::status::Status;
use crate::view::{self, IDR_MAX_BYTES, View, bytes, given, keys};

/// The usual mistake behind a signature that does not match. It is a guess for developers: the
/// webhook stays refused. Neither a key nor the right signature is in it.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_diagnosis_free(); views from it end then.
#[derive(Debug)]
pub struct Diagnosis {
    found: webhook::Diagnosis,
    json: OnceLock<String>,
}

/// Looks for the usual mistake behind a signature that idr_verify_signature() refuses; the
/// arguments are the same. Not for the request path: it computes some dozens of signatures.
/// IDR_OK says nothing about the signature.
///
/// # Safety
/// Every pointer is NULL with length or count 0 or points to that many; `out` is writable;
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_diagnose_signature(
    body: *const u8,
    body_len: usize,
    header: *const u8,
    header_len: usize,
    key_array: *const View,
    key_count: usize,
    out: *mut *mut Diagnosis,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let header = given(header, header_len, IDR_MAX_BYTES)?;
            let found = webhook::diagnose(body, header, &keys(key_array, key_count)?);
            *out = owned(Diagnosis { found, json: OnceLock::new() });
            Ok(())
        })
    }
}

/// The mistake as a word: "reserialised", "trailing_newline", "bom", "base64", "api_secret",
/// "key_whitespace", "wrong_header", or "unknown" when nothing fits. Absent for NULL.
///
/// # Safety
/// `diagnosis` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_diagnosis_cause(diagnosis: *const Diagnosis) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(diagnosis, |made| Some(made.found.cause.as_str())) }
}

/// What to do about it, for people; the wording may change. Absent for NULL.
///
/// # Safety
/// `diagnosis` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_diagnosis_hint(diagnosis: *const Diagnosis) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(diagnosis, |made| Some(made.found.hint)) }
}

/// The diagnosis as JSON: {"cause", "hint"}. Absent for NULL.
///
/// # Safety
/// `diagnosis` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_diagnosis_json(diagnosis: *const Diagnosis) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(diagnosis, |made| view::json(&made.json, &made.found)) }
}

/// Frees a diagnosis and sets the pointer to NULL.
///
/// # Safety
/// `diagnosis` is NULL or points to NULL or to a diagnosis that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_diagnosis_free(diagnosis: *mut *mut Diagnosis) {
    // SAFETY: promised by the caller.
    unsafe { free(diagnosis) }
}
