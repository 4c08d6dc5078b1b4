//! An entry that only tests have: neither releases nor the header contain it.

use crate::error::Error;
use crate::guard::guard;
use crate::status::Status;

/// Panics inside, on purpose.
///
/// # Safety
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
#[expect(clippy::panic, reason = "a panic is what it is for")]
pub unsafe extern "C" fn idr_test_panic(error: *mut *mut Error) -> Status {
    // SAFETY: promised by the caller.
    unsafe { guard(error, || panic!("on purpose")) }
}
