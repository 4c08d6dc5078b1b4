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
    let guarded = || catch_unwind(AssertUnwindSafe(work));
    let result = if size > DETACH_ABOVE { py.detach(guarded) } else { guarded() };
    result.map_err(|_| errors::internal(py))
}
