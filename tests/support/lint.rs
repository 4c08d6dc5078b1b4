//! Lint vectors: what is wrong with how an integration is set up?

use idenfy_rules::Report;
use idenfy_rules::lint::{
    Certificate, Checklist, Receiver, lint_credentials, lint_iframe, lint_missing_webhook,
    lint_receiver, lint_webhook_url,
};
use serde::Deserialize;

use crate::files::Vector;
use crate::forms::form;

#[derive(Deserialize)]
#[serde(tag = "lint", rename_all = "snake_case", deny_unknown_fields)]
enum Input {
    WebhookUrl { url: String, certificate: Option<Certificate> },
    Iframe { html: String, page_url: Option<String>, permissions_policy: Option<String> },
    Credentials { key: String, secret: String },
    Receiver { receiver: Receiver },
    MissingWebhook { checklist: Checklist },
}

impl Input {
    fn lint(&self) -> Report {
        match self {
            Self::WebhookUrl { url, certificate } => lint_webhook_url(url, certificate.as_ref()),
            Self::Iframe { html, page_url, permissions_policy } => {
                lint_iframe(html, page_url.as_deref(), permissions_policy.as_deref())
            }
            Self::Credentials { key, secret } => lint_credentials(key, secret),
            Self::Receiver { receiver } => lint_receiver(receiver),
            Self::MissingWebhook { checklist } => lint_missing_webhook(checklist),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    found: Vec<Finding>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    pointer: String,
    code: String,
}

/// What the lint of a vector finds.
pub fn report(case: &Vector) -> Result<Report, String> {
    form(&case.input).map(|input: Input| input.lint())
}

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let report = report(case)?;
    let Expect { mut found } = form(&case.expect)?;
    let told = |pointer: &str, code: &str| Finding { pointer: pointer.into(), code: code.into() };
    let mut seen: Vec<_> = report.iter().map(|one| told(one.pointer.as_str(), one.code)).collect();
    found.sort();
    seen.sort();
    Ok(if seen == found { vec![] } else { vec![format!("expected {found:?}, found {seen:?}")] })
}
