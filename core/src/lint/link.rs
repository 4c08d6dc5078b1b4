//! Where to send the person: the verification pages at the two published hosts.

use url::Url;
use url::form_urlencoded::byte_serialize;

use crate::error::InputError;
use crate::vocab::words;

words! {
    /// A published host of the verification pages.
    ///
    /// Source: the vendor's overview (`ui.idenfy.com`) and FAQ (`ivs.idenfy.com`), 2026.
    Host;
    /// The host of the overview.
    Ui = 1 => "ui.idenfy.com";
    /// The host of the FAQ, of older pages and of the API itself.
    Ivs = 2 => "ivs.idenfy.com";
}

impl Host {
    /// The host with this exact name.
    #[must_use]
    pub fn from_word(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|host| host.as_str() == name)
    }

    /// The path that opens a session at this host.
    const fn path(self) -> &'static str {
        match self {
            Self::Ui => "/",
            Self::Ivs => "/api/v2/redirect",
        }
    }
}

/// The link that opens a session. Prefer the `redirectUrl` of the answer where there is one.
///
/// `auth_token` comes from the answer to the token request; the link is as secret as the token.
///
/// # Errors
/// [`InputError`] `input.auth_token` for a token that is empty or has white space or control
/// characters.
///
/// ```
/// use idenfy_rules::lint::{Host, redirect_url};
/// let url = redirect_url("3FA5TFPA", Host::Ivs).unwrap();
/// assert_eq!(url, "https://ivs.idenfy.com/api/v2/redirect?authToken=3FA5TFPA");
/// assert_eq!(redirect_url("", Host::Ui).unwrap_err().code(), "input.auth_token");
/// ```
pub fn redirect_url(auth_token: &str, host: Host) -> Result<String, InputError> {
    if auth_token.is_empty() || auth_token.contains(|c: char| c.is_whitespace() || c.is_control()) {
        let message = "the token must not be empty or hold white space or control characters";
        return Err(InputError::new("input.auth_token", message));
    }
    let token: String = byte_serialize(auth_token.as_bytes()).collect();
    Ok(format!("https://{host}{}?{TOKEN}={token}", host.path()))
}

/// The tag that shows a session within a page, allowed to use camera and microphone.
///
/// # Errors
/// Those of [`redirect_url`].
///
/// ```
/// use idenfy_rules::lint::{Host, iframe_tag, lint_iframe};
/// let tag = iframe_tag("3FA5TFPA", Host::Ui).unwrap();
/// assert!(lint_iframe(&tag, Some("https://shop.example/kyc"), None).is_valid());
/// ```
pub fn iframe_tag(auth_token: &str, host: Host) -> Result<String, InputError> {
    let url = redirect_url(auth_token, host)?;
    Ok(format!(
        "<iframe src=\"{url}\" allow=\"camera; microphone\" allowfullscreen \
         style=\"width:670px; height:800px; border:none;\"></iframe>"
    ))
}

/// The member of the query that opens a session.
const TOKEN: &str = "authToken";

/// Whether the link carries a token.
pub(super) fn has_token(url: &Url) -> bool {
    url.query_pairs().any(|(name, value)| name == TOKEN && !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_has_its_path() {
        for (host, link) in [
            (Host::Ui, "https://ui.idenfy.com/?authToken=a%2Bb"),
            (Host::Ivs, "https://ivs.idenfy.com/api/v2/redirect?authToken=a%2Bb"),
        ] {
            assert_eq!(redirect_url("a+b", host).as_deref(), Ok(link));
        }
    }

    #[test]
    fn what_is_no_token_makes_no_link() {
        for wrong in ["", "a b", "a\u{a0}", "a\u{7f}", "a\n"] {
            let error = redirect_url(wrong, Host::Ui).unwrap_err();
            assert_eq!(error.code(), "input.auth_token", "{wrong:?}");
        }
    }
}
