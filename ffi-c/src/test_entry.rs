//! An entry that only tests have: neither releases nor the header contain it.

use std::mem::MaybeUninit;

use crate::error::Error;
use crate::guard::guard;
use crate::status::Status;

/// Panics inside, on purpose.
#[unsafe(no_mangle)]
#[expect(clippy::panic, reason = "a panic is what it is for")]
pub extern "C" fn idr_test_panic(error: Option<&mut MaybeUninit<Box<Error>>>) -> Status {
    guard(error, || panic!("on purpose"))
}
