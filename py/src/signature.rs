//! Is a webhook genuine?

use idenfy_rules::webhook;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyMapping;
use serde::{Deserialize, Serialize};

use crate::arguments::Given;
use crate::body::{Body, bytes_like_or_text, text};
use crate::form::{Form, Word, form, mirrored};
use crate::{errors, guard};

/// A signing key or several: for several notifications, or while a key is rotated.
pub(crate) struct Keys(Vec<PyBackedBytes>);

impl Keys {
    /// One key, or an iterable of them; a str counts as its UTF-8 text.
    pub(crate) fn read(keys: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Some(key) = bytes_like_or_text(keys)? {
            return Ok(Self(vec![key]));
        }
        let wrong = || PyTypeError::new_err("`keys` must be bytes or str, or an iterable of them");
        if keys.is_instance_of::<PyMapping>() {
            return Err(wrong());
        }
        let several = keys.try_iter().map_err(|_| wrong())?;
        several.map(|key| text("keys", &key?)).collect::<PyResult<_>>().map(Self)
    }

    /// The keys as the core takes them.
    pub(crate) fn bytes(&self) -> Vec<&[u8]> {
        self.0.iter().map(|key| &**key).collect()
    }
}

/// The value of the signature header, None when there was none.
pub(crate) fn header(value: Given<'_, '_>, name: &str) -> PyResult<Option<PyBackedBytes>> {
    value.map(|value| text(name, value)).transpose()
}

/// Checks that a webhook comes from the holder of one of the keys.
///
/// `body` is the raw body as it arrived, bytes-like; `header` the value of `Idenfy-Signature` as
/// str or bytes, None when there was none; `keys` one key or an iterable of them, bytes-like or
/// str (its UTF-8 text). The signature covers the body alone, so not the event type.
///
/// Raises `SignatureError` when the webhook is not proven to be genuine, TypeError for a body
/// that is not bytes-like: JSON that was serialised again does not verify.
///
/// Source: the vendor's page on callback signing (2026).
#[pyfunction]
pub(crate) fn verify_signature(
    body: &Bound<'_, PyAny>,
    header: Given<'_, '_>,
    keys: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let py = body.py();
    let body = Body::signed(body)?;
    let header = self::header(header, "header")?;
    let keys = Keys::read(keys)?;
    let keys = keys.bytes();
    guard::call(py, body.len(), || webhook::verify(&body, header.as_deref(), &keys))?
        .map_err(|error| errors::signature(py, error))
}

/// Signs a body as the vendor does: 64 lower-case hex digits. For tests and stand-ins.
///
/// `body` is bytes-like, `key` one key as bytes-like or str.
///
/// Raises `SignatureError` (`signature.empty_key`) for an empty key.
///
/// Source: the vendor's page on callback signing (2026).
#[pyfunction]
pub(crate) fn sign(body: &Bound<'_, PyAny>, key: &Bound<'_, PyAny>) -> PyResult<String> {
    let py = body.py();
    let body = Body::signed(body)?;
    let key = text("key", key)?;
    guard::call(py, body.len(), || webhook::sign(&body, &key))?
        .map_err(|error| errors::signature(py, error))
}

/// The mistake that explains a signature that does not match. A guess for developers: the
/// webhook stays refused. It shows neither a key nor the right signature.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Diagnosis {
    /// The mistake: "reserialised", "trailing_newline", "bom", "base64", "api_secret",
    /// "key_whitespace", "wrong_header" or "unknown".
    cause: Word,
    /// What to do about it, for people; the text may change.
    hint: Word,
}

impl Form for Diagnosis {}
form! { Diagnosis { "cause", "hint" } }

/// Looks for the usual mistake that makes `verify_signature` refuse these arguments.
///
/// `body`, `header` and `keys` are as for `verify_signature`. The cause is "unknown" when none
/// fits, also for a signature that is genuine. For developers, not for the request path: it computes some dozens of signatures.
///
/// Raises TypeError for a body that is not bytes-like.
///
/// Source: ours; the mistakes are those of public integrations.
#[pyfunction]
pub(crate) fn diagnose_signature(
    body: &Bound<'_, PyAny>,
    header: Given<'_, '_>,
    keys: &Bound<'_, PyAny>,
) -> PyResult<Diagnosis> {
    let py = body.py();
    let body = Body::signed(body)?;
    let header = self::header(header, "header")?;
    let keys = Keys::read(keys)?;
    let keys = keys.bytes();
    let found = guard::call(py, body.len(), || webhook::diagnose(&body, header.as_deref(), &keys))?;
    mirrored(py, &found)
}
