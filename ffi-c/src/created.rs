//! The token of an answer whose reason is TOKEN_CREATED.

use idenfy_rules::TokenResponse;

use crate::classification::Classification;
use crate::handle::{ask, put};
use crate::view::View;

/// Asks the token of a classification for something that may be absent.
///
/// # Safety
/// `classification` is NULL or alive.
unsafe fn token<'a, A: 'a>(
    classification: *const Classification,
    question: impl FnOnce(&'a TokenResponse) -> Option<A>,
) -> Option<A> {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, |made| made.found.token.as_ref().and_then(question)) }
}

/// The same for a text.
///
/// # Safety
/// `classification` is NULL or alive.
unsafe fn token_text<'a>(
    classification: *const Classification,
    question: impl FnOnce(&'a TokenResponse) -> Option<&'a str>,
) -> View {
    // SAFETY: promised by the caller.
    View::maybe(unsafe { token(classification, question) })
}

/// The scanRef of the new session: store it. Absent for NULL and unless the reason is
/// TOKEN_CREATED, like everything below about the token; none of it is in the JSON form.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_scan_ref(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| Some(&token.scan_ref)) }
}

/// The authToken that opens the session: a secret, for this client only.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_auth_token(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| Some(&token.auth_token)) }
}

/// Where to send the client; holds the token. Absent, too, where the answer has none, like the
/// texts that follow.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_redirect_url(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| token.redirect_url.as_deref()) }
}

/// The code for the mobile application; opens the session, too.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_digit_string(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| token.digit_string.as_deref()) }
}

/// The clientId of the answer.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_client_id(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| token.client_id.as_deref()) }
}

/// Which kind of session it is, one of IDR_TOKEN_TYPE_... or an unknown word.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_token_type(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token_text(classification, |token| Some(token.token_type.as_ref()?.as_str())) }
}

/// How long the token can be opened, in seconds. True, and `*out` is written, where the answer
/// says it; else false, as for NULL.
///
/// # Safety
/// `classification` is NULL or alive; `out` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_expiry_time_s(
    classification: *const Classification,
    out: *mut u64,
) -> bool {
    // SAFETY: promised by the caller.
    unsafe { put(token(classification, |token| token.expiry_time), out) }
}

/// How long an opened session lasts, in seconds. True, and `*out` is written, where the answer
/// says it; else false, as for NULL.
///
/// # Safety
/// `classification` is NULL or alive; `out` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_session_length_s(
    classification: *const Classification,
    out: *mut u64,
) -> bool {
    // SAFETY: promised by the caller.
    unsafe { put(token(classification, |token| token.session_length), out) }
}
