//! No panic ever crosses the border.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, Failure};
use crate::status::Status;

/// Runs the body of a function that can fail, and tells why if it did.
///
/// # Safety
/// `error` is NULL or points to writable memory for one pointer.
pub(crate) unsafe fn guard(
    error: *mut *mut Error,
    body: impl FnOnce() -> Result<(), Failure>,
) -> Status {
    // Objects never change after they are made, and the reusable decision is emptied before and
    // filled after everything that could panic, so nothing can be left half-written.
    let failure = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => return Status::IDR_OK,
        Ok(Err(failure)) => failure,
        Err(_) => Failure::panic(),
    };
    let status = failure.status();
    // SAFETY: the caller promises that it is NULL or writable.
    if let Some(slot) = unsafe { error.as_mut() } {
        *slot = Box::into_raw(Box::new(Error::from(failure)));
    }
    status
}

/// Runs the body of a function that cannot fail; `neutral` stands for a panic.
pub(crate) fn guard_or<T>(neutral: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(neutral)
}
