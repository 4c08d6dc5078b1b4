//! The border of the core: no panic passes it, and a large body does not hold the interpreter.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::prelude::*;

use crate::errors;

/// The size in bytes above which other threads may run meanwhile. For smaller bodies letting
/// go of the interpreter costs more than it gives.
const DETACH_ABOVE: usize = 64 * 1024;

/// Calls into the core about a body of `size` bytes.
///
/// A panic would reach Python as a `BaseException` that slips past `except Exception`, so it
/// becomes an `InternalError`. Its payload is dropped unread: nobody vetted that text.
pub(crate) fn call<T: Send>(
    py: Python<'_>,
    size: usize,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    if size > DETACH_ABOVE {
        return detached(py, work);
    }
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| errors::internal(py))
}

/// The same for work that takes long enough to let go of the interpreter in any case.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(work))).map_err(|_| errors::internal(py))
}

/// Panics inside, on purpose. Only tests have it: releases are built without the feature.
#[cfg(feature = "panic-entry")]
#[pyfunction]
#[pyo3(signature = (*, detach))]
#[expect(clippy::panic, reason = "a panic is what it is for")]
pub(crate) fn panic_on_purpose(py: Python<'_>, detach: bool) -> PyResult<()> {
    let work = || panic!("on purpose");
    if detach { detached(py, work) } else { call(py, 0, work) }
}
