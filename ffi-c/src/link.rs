//! What a right integration sends and shows.

use std::mem::MaybeUninit;

use idenfy_rules::lint::{self, Host};

use crate::error::Error;
use crate::handle::make;
use crate::number::Numbered;
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, Length};

/// The value of the Authorization header for the API. It is a secret: keep it out of logs.
/// IDR_UNUSABLE_INPUT, with the code of its first finding, for credentials in which
/// idr_lint_credentials() finds an error: such a header could only be refused.
#[unsafe(no_mangle)]
pub extern "C" fn idr_basic_auth(
    key: Array<'_, u8>,
    key_len: Length,
    secret: Array<'_, u8>,
    secret_len: Length,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let key = key.text(key_len)?.unwrap_or_default();
        let secret = secret.text(secret_len)?.unwrap_or_default();
        Ok(Text(lint::basic_auth(key, secret)?))
    })
}

/// The link that opens a session, as secret as the token that is in it; `host` is an idr_host.
/// Prefer idr_classification_redirect_url() where the answer has one. IDR_UNUSABLE_INPUT,
/// "input.auth_token", for a token that is empty or holds white space or control characters.
#[unsafe(no_mangle)]
pub extern "C" fn idr_redirect_url(
    auth_token: Array<'_, u8>,
    auth_token_len: Length,
    host: u32,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let auth_token = auth_token.text(auth_token_len)?.unwrap_or_default();
        Ok(Text(lint::redirect_url(auth_token, Host::of_number(host)?)?))
    })
}

/// The iframe tag that shows a session within a page, allowed to use camera and microphone. The
/// arguments are those of idr_redirect_url().
#[unsafe(no_mangle)]
pub extern "C" fn idr_iframe_tag(
    auth_token: Array<'_, u8>,
    auth_token_len: Length,
    host: u32,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let auth_token = auth_token.text(auth_token_len)?.unwrap_or_default();
        Ok(Text(lint::iframe_tag(auth_token, Host::of_number(host)?)?))
    })
}
