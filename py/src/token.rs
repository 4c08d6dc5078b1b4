//! The token of a success answer.

use idenfy_rules::response;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::form::{Form, form};

/// The token of a success. Everything that opens the session or names the client stands
/// outside the form: `to_dict()`, `to_json()` and `repr` leave it out.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Token {
    /// Names the verification in webhooks and later calls; store it.
    scan_ref: String,
    /// How long the token can be opened, in seconds.
    expiry_time: Option<u64>,
    /// How long an opened session lasts, in seconds.
    session_length: Option<u64>,
    /// Opens the session: a secret, for this client only.
    #[serde(skip_serializing)]
    auth_token: String,
    /// The `clientId` of the request.
    #[serde(skip_serializing)]
    client_id: Option<String>,
    /// Where to send the client; holds the secret.
    #[serde(skip_serializing)]
    redirect_url: Option<String>,
    /// The code for the mobile application; opens the session, too.
    #[serde(skip_serializing)]
    digit_string: Option<String>,
    /// Which kind of session it is, as the vendor writes it.
    #[serde(skip_serializing)]
    token_type: Option<String>,
}

/// All of a token, for pickle: a copy has to be worth as much as the original.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    form: &'a Token,
    auth_token: &'a str,
    client_id: Option<&'a str>,
    redirect_url: Option<&'a str>,
    digit_string: Option<&'a str>,
    token_type: Option<&'a str>,
}

impl Token {
    /// Everything, secrets included.
    pub(crate) fn whole(&self) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(Whole {
            form: self,
            auth_token: &self.auth_token,
            client_id: self.client_id.as_deref(),
            redirect_url: self.redirect_url.as_deref(),
            digit_string: self.digit_string.as_deref(),
            token_type: self.token_type.as_deref(),
        })
    }
}

impl Form for Token {
    fn state(&self) -> serde_json::Result<String> {
        self.whole().map(|whole| whole.to_string())
    }
}

form! { Token { "scan_ref", "expiry_time", "session_length" } }

impl From<response::TokenResponse> for Token {
    fn from(token: response::TokenResponse) -> Self {
        Self {
            scan_ref: token.scan_ref,
            expiry_time: token.expiry_time,
            session_length: token.session_length,
            auth_token: token.auth_token,
            client_id: token.client_id,
            redirect_url: token.redirect_url,
            digit_string: token.digit_string,
            token_type: token.token_type.map(|kind| kind.as_str().to_owned()),
        }
    }
}
