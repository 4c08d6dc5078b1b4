//! Is a webhook genuine?

use idenfy_rules::webhook;

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{owned, slot};
use crate::status::Status;
use crate::text::Text;
use crate::view::{IDR_MAX_BYTES, View, bytes, given, keys};

/// Checks that a webhook comes from the holder of one of the keys. `body` is the raw body as it
/// was received, `header` the Idenfy-Signature header (NULL when there was none), `key_array`
/// one or several signing keys, for several notifications or while a key is rotated. IDR_OK if
/// it is genuine, IDR_NOT_GENUINE if not; every key is tried, in constant time.
///
/// # Safety
/// Every pointer is NULL with length or count 0 or points to that many; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_verify_signature(
    body: *const u8,
    body_len: usize,
    header: *const u8,
    header_len: usize,
    key_array: *const View,
    key_count: usize,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let header = given(header, header_len, IDR_MAX_BYTES)?;
            webhook::verify(body, header, &keys(key_array, key_count)?)?;
            Ok(())
        })
    }
}

/// Signs a body as the vendor does: `*out` holds 64 lower-case hex digits. For tests and
/// stand-ins. IDR_NOT_GENUINE for an empty key.
///
/// # Safety
/// Every pointer is NULL with length 0 or points to that many bytes; `out` is writable; `error`
/// is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_sign(
    body: *const u8,
    body_len: usize,
    key: *const u8,
    key_len: usize,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let key = bytes(key, key_len, IDR_MAX_BYTES)?;
            *out = owned(Text(webhook::sign(body, key)?));
            Ok(())
        })
    }
}
