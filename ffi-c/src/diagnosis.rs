//! Which usual mistake explains a signature that does not match?

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use idenfy_rules::webhook;

use crate::error::Error;
use crate::handle::{ask, ask_text, free, make};
use crate::status::Status;
use crate::view::{self, Array, IDR_MAX_BYTES, Length, View};

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
#[unsafe(no_mangle)]
pub extern "C" fn idr_diagnose_signature(
    body: Array<'_, u8>,
    body_len: Length,
    header: Array<'_, u8>,
    header_len: Length,
    key_array: Array<'_, View<'_>>,
    key_count: Length,
    out: Option<&mut MaybeUninit<Box<Diagnosis>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let header = header.given(header_len, IDR_MAX_BYTES)?;
        let found = webhook::diagnose(body, header, &key_array.keys(key_count)?);
        Ok(Diagnosis { found, json: OnceLock::new() })
    })
}

/// The mistake as a word: "reserialised", "trailing_newline", "bom", "base64", "api_secret",
/// "key_whitespace", "wrong_header", or "unknown" when nothing fits. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_diagnosis_cause(diagnosis: Option<&Diagnosis>) -> View<'_> {
    ask_text(diagnosis, |made| Some(made.found.cause.as_str()))
}

/// What to do about it, for people; the wording may change. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_diagnosis_hint(diagnosis: Option<&Diagnosis>) -> View<'_> {
    ask_text(diagnosis, |made| Some(made.found.hint))
}

/// The diagnosis as JSON: {"cause", "hint"}. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_diagnosis_json(diagnosis: Option<&Diagnosis>) -> View<'_> {
    ask(diagnosis, |made| view::json(&made.json, &made.found))
}

/// Frees a diagnosis and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_diagnosis_free(diagnosis: Option<&mut Option<Box<Diagnosis>>>) {
    free(diagnosis)
}
