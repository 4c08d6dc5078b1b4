//! No panic ever crosses the border.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, Failure};
use crate::handle::Out;
use crate::status::Status;

/// Runs the body of a function that can fail, and tells why if it did.
pub(crate) fn guard(
    error: Out<'_, Box<Error>>,
    body: impl FnOnce() -> Result<(), Failure>,
) -> Status {
    // Objects never change after they are made, and the reusable decision is emptied before and
    // filled after everything that could panic, so nothing can be left half-written.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => Status::IDR_OK,
        Ok(Err(failure)) => tell(failure, error),
        Err(_) => tell(Failure::panic(), error),
    }
}

/// Tells a caller why a call failed.
#[cold]
fn tell(failure: Failure, error: Out<'_, Box<Error>>) -> Status {
    let status = failure.status();
    if let Some(slot) = error {
        slot.write(Box::new(Error::from(failure)));
    }
    status
}

/// Runs the body of a function that cannot fail; `neutral` stands for a panic.
pub(crate) fn guard_or<T>(neutral: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(neutral)
}
