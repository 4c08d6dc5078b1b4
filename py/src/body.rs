//! Bodies: bytes-like, text, or a mapping that is serialised here.

use std::ops::Deref;

use pyo3::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyMemoryView, PyString};

use crate::errors;

/// The bytes of a body. They may be read while the interpreter does other things.
pub(crate) struct Body {
    bytes: PyBackedBytes,
    received: bool,
}

impl Deref for Body {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Body {
    fn received(bytes: PyBackedBytes) -> Self {
        Self { bytes, received: true }
    }

    /// Whether these are the bytes that the caller has, and not a mapping serialised here.
    pub(crate) fn is_received(&self) -> bool {
        self.received
    }

    /// The bytes as Python has them.
    pub(crate) fn into_bytes(self) -> PyBackedBytes {
        self.bytes
    }

    /// A body that is not about a signature: bytes-like, str or a mapping.
    pub(crate) fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::named("body", value)
    }

    /// The same for an argument of another name.
    pub(crate) fn named(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Some(bytes) = bytes_like_or_text(value)? {
            return Ok(Self::received(bytes));
        }
        match value.cast::<PyMapping>() {
            Ok(mapping) => Ok(Self { bytes: serialised(name, mapping)?, received: false }),
            Err(_) => Err(refused(name, "bytes-like, str or a mapping", value)),
        }
    }

    /// A body that came over the wire: bytes-like or str; None is an empty one.
    pub(crate) fn answered(value: Option<&Bound<'_, PyAny>>, py: Python<'_>) -> PyResult<Self> {
        match value {
            None => Ok(Self::received(PyBytes::new(py, b"").into())),
            Some(value) => text("body", value).map(Self::received),
        }
    }

    /// Many bodies, one for each line.
    pub(crate) fn lines(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let bytes = bytes_like(value).ok_or_else(|| refused("ndjson", "bytes-like", value))?;
        Ok(Self::received(bytes))
    }

    /// A body under a signature: bytes-like, and nothing that would have to be encoded again.
    pub(crate) fn signed(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Some(bytes) = bytes_like(value) {
            return Ok(Self::received(bytes));
        }
        let message = "`body` must be bytes-like: pass the raw bytes as they arrived, \
                       because text or JSON that was serialised again does not verify";
        Err(PyTypeError::new_err(message))
    }
}

/// The bytes of a bytes-like or str argument.
pub(crate) fn text(name: &str, value: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    bytes_like_or_text(value)?.ok_or_else(|| refused(name, "bytes-like or str", value))
}

/// The bytes of a value that is bytes-like or str, None for every other.
pub(crate) fn bytes_like_or_text(value: &Bound<'_, PyAny>) -> PyResult<Option<PyBackedBytes>> {
    match value.cast::<PyString>() {
        Ok(text) => encoded(text).map(Some),
        Err(_) => Ok(bytes_like(value)),
    }
}

/// The bytes of a value that is bytes-like, None for every other.
pub(crate) fn bytes_like(value: &Bound<'_, PyAny>) -> Option<PyBackedBytes> {
    if let Ok(bytes) = value.extract() {
        return Some(bytes);
    }
    // The stable interface of Python 3.10 has no other way to read a buffer.
    let view = PyMemoryView::from(value).ok()?;
    view.call_method0("tobytes").ok()?.extract().ok()
}

/// UTF-8, except that a lone surrogate becomes bytes that are none: the core then finds what
/// it finds in bytes that are not UTF-8.
fn encoded(text: &Bound<'_, PyString>) -> PyResult<PyBackedBytes> {
    // That of the class: a subclass may have an `encode` of its own.
    let class = text.py().get_type::<PyString>();
    Ok(class.call_method1("encode", (text, "utf-8", "surrogatepass"))?.extract()?)
}

/// The JSON text of a mapping. NaN and infinity stay what `json` writes, so that they are found.
fn serialised(name: &str, mapping: &Bound<'_, PyMapping>) -> PyResult<PyBackedBytes> {
    let py = mapping.py();
    let options = PyDict::new(py);
    options.set_item("ensure_ascii", false)?;
    let dumps = py.import("json")?.getattr("dumps")?;
    let document = py.get_type::<PyDict>().call1((mapping,));
    let text = document.and_then(|document| dumps.call((document,), Some(&options)));
    match text {
        Ok(text) => encoded(text.cast()?),
        Err(error) if is_unserialisable(py, &error) => {
            let refusal = errors::argument(py, name, "the mapping does not serialise to JSON");
            refusal.set_cause(py, Some(error));
            Err(refusal)
        }
        Err(error) => Err(error),
    }
}

fn is_unserialisable(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyTypeError>(py)
        || error.is_instance_of::<PyValueError>(py)
        || error.is_instance_of::<PyRecursionError>(py)
}

/// What is said of a value of another type.
pub(crate) fn refused(name: &str, wanted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let given = value.get_type().name().map(|name| name.to_string()).unwrap_or_default();
    PyTypeError::new_err(format!("`{name}` must be {wanted}, not {given}"))
}
