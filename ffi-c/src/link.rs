//! What a right integration sends and shows.

use idenfy_rules::InputError;
use idenfy_rules::lint::{self, Host};

use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{owned, slot};
use crate::number::Numbered;
use crate::status::Status;
use crate::text::Text;
use crate::view::text;

/// The value of the Authorization header for the API. It is a secret: keep it out of logs.
/// IDR_UNUSABLE_INPUT, with the code of its first finding, for credentials in which
/// idr_lint_credentials() finds an error: such a header could only be refused.
///
/// # Safety
/// `key` and `secret` are NULL with length 0 or point to that many bytes; `out` is writable;
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_basic_auth(
    key: *const u8,
    key_len: usize,
    secret: *const u8,
    secret_len: usize,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let key = text(key, key_len)?.unwrap_or_default();
            let secret = text(secret, secret_len)?.unwrap_or_default();
            *out = owned(Text(lint::basic_auth(key, secret)?));
            Ok(())
        })
    }
}

/// The link that opens a session, as secret as the token that is in it; `host` is an idr_host.
/// Prefer idr_classification_redirect_url() where the answer has one. IDR_UNUSABLE_INPUT,
/// "input.auth_token", for a token that is empty or holds white space or control characters.
///
/// # Safety
/// `auth_token` is NULL with length 0 or points to that many bytes; `out` is writable; `error` is
/// NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_redirect_url(
    auth_token: *const u8,
    auth_token_len: usize,
    host: u32,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { opening(auth_token, auth_token_len, host, out, error, lint::redirect_url) }
}

/// The iframe tag that shows a session within a page, allowed to use camera and microphone. The
/// arguments are those of idr_redirect_url().
///
/// # Safety
/// `auth_token` is NULL with length 0 or points to that many bytes; `out` is writable; `error` is
/// NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_iframe_tag(
    auth_token: *const u8,
    auth_token_len: usize,
    host: u32,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { opening(auth_token, auth_token_len, host, out, error, lint::iframe_tag) }
}

/// Writes what opens a session.
///
/// # Safety
/// `auth_token` is NULL with length 0 or points to that many bytes; `out` and `error` are NULL or
/// writable.
unsafe fn opening(
    auth_token: *const u8,
    auth_token_len: usize,
    host: u32,
    out: *mut *mut Text,
    error: *mut *mut Error,
    write: fn(&str, Host) -> Result<String, InputError>,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let auth_token = text(auth_token, auth_token_len)?.unwrap_or_default();
            *out = owned(Text(write(auth_token, Host::of_number(host)?)?));
            Ok::<(), Failure>(())
        })
    }
}
