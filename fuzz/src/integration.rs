//! The integration around the three jobs.

use idenfy_rules::lint::{
    Certificate, Checklist, Host, Receiver, basic_auth, iframe_tag, lint_credentials, lint_iframe,
    lint_missing_webhook, lint_receiver, lint_webhook_url, redirect_url,
};
use serde::de::DeserializeOwned;

use super::fields::{fields, given, shown, text, told};

/// A page or URL, then what stands beside it; each lint looks at all of it.
pub fn lints(input: &[u8]) {
    let [first, second, third] = fields(input);
    let (url, beside) = (text(first), text(second));
    let reports = [
        lint_iframe(url, given(second), given(third)),
        lint_webhook_url(url, form::<Certificate>(second).as_ref()),
        lint_credentials(url, beside),
        lint_receiver(&form::<Receiver>(second).unwrap_or_default()),
        lint_missing_webhook(&form::<Checklist>(second).unwrap_or_default()),
    ];
    for report in &reports {
        assert_eq!(shown(report)["valid"], report.is_valid());
    }
    let outgoing =
        [basic_auth(url, beside), redirect_url(url, Host::ALL[0]), iframe_tag(url, Host::ALL[0])];
    for made in outgoing {
        match made {
            Ok(made) => assert!(made.is_ascii() && !made.contains(['\r', '\n']), "{made}"),
            Err(error) => told(&error),
        }
    }
}

fn form<T: DeserializeOwned>(field: &[u8]) -> Option<T> {
    serde_json::from_slice(field).ok()
}
