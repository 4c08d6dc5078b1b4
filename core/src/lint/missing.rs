//! A webhook that did not come: the vendor's checklist, filled in as far as somebody looked.

use serde::Deserialize;

use crate::report::Report;

use super::finding::Inspection;
use super::rule::Rule;

/// What was looked at after a webhook did not come; `None` is what was not looked at.
///
/// ```
/// use idenfy_rules::lint::{Checklist, lint_missing_webhook};
/// let checklist = Checklist { configured: Some(true), status: Some(500), ..Checklist::default() };
/// let report = lint_missing_webhook(&checklist);
/// assert_eq!(report.errors().next().unwrap().code, "missing_webhook.status");
/// // Firewall, certificate and state of the verification are still to be looked at.
/// assert_eq!(report.warnings().count(), 3);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Checklist {
    /// Whether a URL is set in the dashboard.
    pub configured: Option<bool>,
    /// The HTTP status in the log of the endpoint.
    pub status: Option<u16>,
    /// Whether the vendor's addresses pass the firewall.
    pub firewall_open: Option<bool>,
    /// Whether the certificate is valid and not self-signed.
    pub certificate_valid: Option<bool>,
    /// Whether the verification is finished.
    pub finished: Option<bool>,
}

/// Says what is wrong and what is still to be looked at, in the vendor's order. Pointers name
/// the members of [`Checklist`].
///
/// Source: the vendor's error handling guide, "webhook not received", 2026.
#[must_use]
pub fn lint_missing_webhook(checklist: &Checklist) -> Report {
    let mut inspection = Inspection::default();
    let answered = checklist.status.map(|status| (200..=299).contains(&status));
    let items = [
        ("configured", checklist.configured, Rule::MissingNotConfigured),
        ("status", answered, Rule::MissingStatus),
        ("firewall_open", checklist.firewall_open, Rule::MissingFirewall),
        ("certificate_valid", checklist.certificate_valid, Rule::MissingCertificate),
        ("finished", checklist.finished, Rule::MissingUnfinished),
    ];
    for (part, good, rule) in items {
        match good {
            Some(true) => {}
            Some(false) => inspection.report_at(part, rule),
            None => inspection.report_named(part, Rule::MissingUnknown),
        }
    }
    inspection.into_report()
}
