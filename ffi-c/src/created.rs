//! The token of an answer whose reason is TOKEN_CREATED.

use std::mem::MaybeUninit;

use idenfy_rules::TokenResponse;

use crate::classification::Classification;
use crate::handle::{ask, put};
use crate::view::View;

/// Asks the token of a classification for something that may be absent.
fn token<'a, A>(
    classification: Option<&'a Classification>,
    question: impl FnOnce(&'a TokenResponse) -> Option<A>,
) -> Option<A> {
    ask(classification, |made| made.found.token.as_ref().and_then(question))
}

/// The same for a text.
fn token_text<'a>(
    classification: Option<&'a Classification>,
    question: impl FnOnce(&'a TokenResponse) -> Option<&'a str>,
) -> View<'a> {
    View::maybe(token(classification, question))
}

/// The scanRef of the new session: store it. Absent for NULL and unless the reason is
/// TOKEN_CREATED, like everything below about the token; none of it is in the JSON form.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_scan_ref(classification: Option<&Classification>) -> View<'_> {
    token_text(classification, |token| Some(&token.scan_ref))
}

/// The authToken that opens the session: a secret, for this client only.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_auth_token(
    classification: Option<&Classification>,
) -> View<'_> {
    token_text(classification, |token| Some(&token.auth_token))
}

/// Where to send the client; holds the token. Absent, too, where the answer has none, like the
/// texts that follow.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_redirect_url(
    classification: Option<&Classification>,
) -> View<'_> {
    token_text(classification, |token| token.redirect_url.as_deref())
}

/// The code for the mobile application; opens the session, too.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_digit_string(
    classification: Option<&Classification>,
) -> View<'_> {
    token_text(classification, |token| token.digit_string.as_deref())
}

/// The clientId of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_client_id(
    classification: Option<&Classification>,
) -> View<'_> {
    token_text(classification, |token| token.client_id.as_deref())
}

/// Which kind of session it is, one of IDR_TOKEN_TYPE_... or an unknown word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_token_type(
    classification: Option<&Classification>,
) -> View<'_> {
    token_text(classification, |token| Some(token.token_type.as_ref()?.as_str()))
}

/// How long the token can be opened, in seconds. True, and `*out` is written, where the answer
/// says it; else false, as for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_expiry_time_s(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<u64>>,
) -> bool {
    put(token(classification, |token| token.expiry_time), out)
}

/// How long an opened session lasts, in seconds. True, and `*out` is written, where the answer
/// says it; else false, as for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_session_length_s(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<u64>>,
) -> bool {
    put(token(classification, |token| token.session_length), out)
}
