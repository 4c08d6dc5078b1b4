//! API key and secret: what makes the vendor answer 401 before anybody looks at the account.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::error::InputError;
use crate::report::Report;

use super::finding::Inspection;
use super::rule::Rule;

/// Looks at an API key and its secret. Pointers are `/key` and `/secret`; no finding repeats a
/// character of either.
///
/// Source: the vendor's error handling guide, "401 Unauthorized", 2026; RFC 7617 for the colon.
///
/// ```
/// let report = idenfy_rules::lint::lint_credentials("key ", "secret\n");
/// let codes: Vec<_> = report.iter().map(|found| found.code).collect();
/// assert_eq!(codes, ["credentials.outer_space", "credentials.outer_space", "credentials.control_char"]);
/// ```
#[must_use]
pub fn lint_credentials(key: &str, secret: &str) -> Report {
    let mut inspection = Inspection::default();
    inspect("key", key, &mut inspection);
    if key.contains(':') {
        inspection.report_named("key", Rule::CredentialColon);
    }
    inspect("secret", secret, &mut inspection);
    if !key.is_empty() && key == secret {
        inspection.report_named("secret", Rule::CredentialSame);
    }
    inspection.into_report()
}

fn inspect(part: &str, text: &str, inspection: &mut Inspection) {
    let checks = [
        (Rule::CredentialEmpty, text.is_empty()),
        (Rule::CredentialOuterSpace, text.trim() != text),
        (Rule::CredentialControl, text.contains(char::is_control)),
        (Rule::CredentialNonAscii, !text.is_ascii()),
    ];
    for (rule, _) in checks.into_iter().filter(|(_, broken)| *broken) {
        inspection.report_named(part, rule);
    }
}

/// The value of the `Authorization` header for the API. It is a secret: keep it out of logs.
///
/// # Errors
/// [`InputError`] with the code of the first finding of [`lint_credentials`]; such a header
/// could only be refused.
///
/// ```
/// use idenfy_rules::lint::basic_auth;
/// assert_eq!(basic_auth("key", "secret").unwrap(), "Basic a2V5OnNlY3JldA==");
/// assert_eq!(basic_auth("a:b", "secret").unwrap_err().code(), "credentials.colon");
/// ```
pub fn basic_auth(key: &str, secret: &str) -> Result<String, InputError> {
    if let Some(found) = lint_credentials(key, secret).errors().next() {
        return Err(InputError::new(found.code, found.message.clone()));
    }
    Ok(format!("Basic {}", STANDARD.encode(format!("{key}:{secret}"))))
}
