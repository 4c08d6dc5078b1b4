//! No panic ever crosses the border.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::status::Status;

/// Runs the body of a function that can fail.
pub(crate) fn guard(body: impl FnOnce() -> Result<(), Status>) -> Status {
    // Objects never change after they are made, so none can be left half-written.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => Status::IDR_OK,
        Ok(Err(status)) => status,
        Err(_) => Status::IDR_PANIC,
    }
}

/// Runs the body of a function that cannot fail; `neutral` stands for a panic.
pub(crate) fn guard_or<T>(neutral: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(neutral)
}
