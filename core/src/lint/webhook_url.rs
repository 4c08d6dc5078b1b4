//! The URL that webhooks are sent to, and the certificate behind it.

use serde::Deserialize;
use url::{Host, Url};

use crate::https::{self, Fault};
use crate::report::Report;

use super::finding::Inspection;
use super::rule::Rule;

/// Names at the end of a host that never lead anywhere on the internet.
///
/// Source: RFC 6761, RFC 6762, RFC 8375, RFC 9476 and the decision on `internal` of 2024.
const RESERVED_NAMES: &[&str] =
    &["alt", "example", "home.arpa", "internal", "invalid", "local", "onion", "test"];

/// A certificate that ends sooner is worth a word: renewal usually happens 30 days before.
const SOON_DAYS: i64 = 14;

/// What is known about the certificate of the host; `None` is what is not known.
///
/// ```
/// use idenfy_rules::lint::{Certificate, lint_webhook_url};
/// let certificate = Certificate { days_left: Some(3), ..Certificate::default() };
/// let report = lint_webhook_url("https://hooks.shop.com/idenfy", Some(&certificate));
/// assert_eq!(report.warnings().next().unwrap().code, "certificate.expires_soon");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Certificate {
    /// Days until it expires; negative when it has.
    pub days_left: Option<i64>,
    /// Whether nobody but itself vouches for it.
    pub self_signed: Option<bool>,
    /// Whether it names the host of the URL.
    pub names_host: Option<bool>,
    /// Whether the server sends the intermediate certificates, too.
    pub complete_chain: Option<bool>,
}

/// Looks at a webhook URL: `https`, a host that the vendor can reach, the usual port.
///
/// Findings are at the root, those about the certificate at its members.
///
/// Source: the vendor's FAQ ("publicly accessible, not localhost") and error handling guide
/// ("certificate valid and not self-signed"), 2026.
#[must_use]
pub fn lint_webhook_url(url: &str, certificate: Option<&Certificate>) -> Report {
    let mut inspection = Inspection::default();
    match https::read(url) {
        _ if url.is_empty() => inspection.report(Rule::UrlEmpty),
        Err(Fault::Scheme) => inspection.report(Rule::UrlHttps),
        Err(Fault::Syntax) => inspection.report(Rule::UrlSyntax),
        Ok(url) => look_at(&url, &mut inspection),
    }
    if let Some(certificate) = certificate {
        certificate.inspect(&mut inspection);
    }
    inspection.into_report()
}

fn look_at(url: &Url, inspection: &mut Inspection) {
    let host = url.host();
    let checks = [
        (Rule::UrlNotPublic, !host.clone().is_some_and(https::is_public)),
        (Rule::UrlReservedName, matches!(host, Some(Host::Domain(name)) if is_reserved(name))),
        (Rule::UrlAddress, !matches!(host, Some(Host::Domain(_)))),
        (Rule::UrlPort, url.port().is_some()),
        (Rule::UrlUserinfo, https::has_userinfo(url)),
        (Rule::UrlFragment, url.fragment().is_some()),
    ];
    for (rule, _) in checks.iter().filter(|(_, broken)| *broken) {
        inspection.report(*rule);
    }
}

/// Whether a host ends in a reserved name.
fn is_reserved(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    RESERVED_NAMES.iter().any(|name| {
        host.strip_suffix(name).is_some_and(|front| front.is_empty() || front.ends_with('.'))
    })
}

impl Certificate {
    fn inspect(&self, inspection: &mut Inspection) {
        match self.days_left {
            Some(days) if days < 0 => inspection.report_at("days_left", Rule::CertificateExpired),
            Some(days) if days < SOON_DAYS => {
                inspection.report_with("days_left", Rule::CertificateSoon, "days", SOON_DAYS);
            }
            _ => {}
        }
        let flags = [
            ("self_signed", self.self_signed == Some(true), Rule::CertificateSelfSigned),
            ("names_host", self.names_host == Some(false), Rule::CertificateHost),
            ("complete_chain", self.complete_chain == Some(false), Rule::CertificateChain),
        ];
        for (part, _, rule) in flags.iter().filter(|(_, broken, _)| *broken) {
            inspection.report_at(part, *rule);
        }
    }
}
