//! The token of a success answer.

use std::fmt;
use std::time::Duration;

use crate::json::{Number, Object, Value};
use crate::vocab::{Open, TokenType, parameter};

/// The answer to a successful `POST /api/v2/token`.
///
/// Only `auth_token` and `scan_ref` are certain; the rest is taken if it has the usual type.
/// `Debug` hides everything that identifies the client or opens the session.
///
/// Source: kyc/generate-token (2026).
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenResponse {
    /// Opens the session: a secret, for this client only.
    pub auth_token: String,
    /// Names the verification in webhooks and later calls; store it.
    pub scan_ref: String,
    /// The `clientId` of the request.
    pub client_id: Option<String>,
    /// Where to send the client; holds the token.
    pub redirect_url: Option<String>,
    /// The code for the mobile application; opens the session too.
    pub digit_string: Option<String>,
    /// How long the token can be opened, in seconds.
    pub expiry_time: Option<u64>,
    /// How long an opened session lasts, in seconds.
    pub session_length: Option<u64>,
    /// Which kind of session it is.
    pub token_type: Option<Open<TokenType>>,
}

impl TokenResponse {
    /// The token of this answer, if it has a usable one.
    pub(super) fn read(answer: &Object<'_>) -> Option<Self> {
        let text = |name| answer.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        Some(Self {
            auth_token: text(parameter::AUTH_TOKEN)?.to_owned(),
            scan_ref: text(parameter::SCAN_REF)?.to_owned(),
            client_id: text(parameter::CLIENT_ID).map(str::to_owned),
            redirect_url: text("redirectUrl").map(str::to_owned),
            digit_string: text("digitString").map(str::to_owned),
            expiry_time: answer.get(parameter::EXPIRY_TIME).and_then(seconds),
            session_length: answer.get(parameter::SESSION_LENGTH).and_then(seconds),
            token_type: text(parameter::TOKEN_TYPE).map(Open::read),
        })
    }
}

/// A whole number of seconds, also written as `3600.0`.
fn seconds(value: &Value<'_>) -> Option<u64> {
    match value {
        Value::Number(Number::Unsigned(number)) => Some(*number),
        Value::Number(Number::Float(number)) => Duration::try_from_secs_f64(*number)
            .ok()
            .filter(|duration| duration.subsec_nanos() == 0)
            .map(|duration| duration.as_secs()),
        _ => None,
    }
}

impl fmt::Debug for TokenResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenResponse")
            .field("scan_ref", &self.scan_ref)
            .field("expiry_time", &self.expiry_time)
            .field("session_length", &self.session_length)
            .field("token_type", &self.token_type)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    fn token(body: &str) -> Option<TokenResponse> {
        read(body.as_bytes(), &Limits::default()).unwrap().as_object().and_then(TokenResponse::read)
    }

    #[test]
    fn the_rest_of_a_token_is_taken_leniently() {
        let found = token(
            r#"{"authToken":"a","scanRef":"b","clientId":"c","expiryTime":3600.0,
                "sessionLength":600,"tokenType":"HOLOGRAM","digitString":null}"#,
        )
        .unwrap();
        assert_eq!((found.expiry_time, found.session_length), (Some(3600), Some(600)));
        assert_eq!(found.token_type.unwrap().as_str(), "HOLOGRAM");
        assert_eq!((found.digit_string, found.redirect_url), (None, None));
        let odd = r#"{"authToken":"a","scanRef":"b","expiryTime":-1,"sessionLength":1.5}"#;
        let found = token(odd).unwrap();
        assert_eq!((found.expiry_time, found.session_length, found.client_id), (None, None, None));
        assert_eq!(token(r#"{"authToken":"","scanRef":"b"}"#), None);
    }

    #[test]
    fn debug_shows_nothing_that_opens_the_session_or_names_the_client() {
        let found = token(
            r#"{"authToken":"SECRET","scanRef":"scan-7","clientId":"SECRET","digitString":"SECRET",
                "redirectUrl":"https://example.com/?authToken=SECRET","tokenType":"SECRET"}"#,
        );
        let shown = format!("{found:?}");
        assert!(shown.contains("scan-7") && !shown.contains("SECRET"), "{shown}");
    }
}
