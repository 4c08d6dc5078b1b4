//! Is a webhook genuine?

use std::mem::MaybeUninit;

use idenfy_rules::webhook;

use crate::error::Error;
use crate::guard::guard;
use crate::handle::make;
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, IDR_MAX_BYTES, Length, View};

/// Checks that a webhook comes from the holder of one of the keys. `body` is the raw body as it
/// was received, `header` the Idenfy-Signature header (NULL when there was none), `key_array`
/// one or several signing keys, for several notifications or while a key is rotated. IDR_OK if
/// it is genuine, IDR_NOT_GENUINE if not; every key is tried, in constant time.
#[unsafe(no_mangle)]
pub extern "C" fn idr_verify_signature(
    body: Array<'_, u8>,
    body_len: Length,
    header: Array<'_, u8>,
    header_len: Length,
    key_array: Array<'_, View<'_>>,
    key_count: Length,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let header = header.given(header_len, IDR_MAX_BYTES)?;
        webhook::verify(body, header, &key_array.keys(key_count)?)?;
        Ok(())
    })
}

/// Signs a body as the vendor does: `*out` holds 64 lower-case hex digits. For tests and
/// stand-ins. IDR_NOT_GENUINE for an empty key.
#[unsafe(no_mangle)]
pub extern "C" fn idr_sign(
    body: Array<'_, u8>,
    body_len: Length,
    key: Array<'_, u8>,
    key_len: Length,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let key = key.bytes(key_len, IDR_MAX_BYTES)?;
        Ok(Text(webhook::sign(body, key)?))
    })
}
