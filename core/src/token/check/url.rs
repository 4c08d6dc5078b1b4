//! URLs. The crate `url` follows browsers: it strips spaces and line breaks, reads `\` as `/`
//! and finds a host in `https:example.com`. So what it would forgive is looked at first.

use ::url::{Host, Url};

use super::text::longest;
use crate::token::finding::{Inspection, Place};
use crate::token::rule::Rule;

const SCHEME: &str = "https://";
/// The most characters of a URL.
pub(super) const LONGEST: u32 = 2048;

/// A URL for the person's browser, which may well be `localhost`.
pub(super) fn redirect(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    https(text, place, inspection);
}

/// A URL that the vendor's servers call.
pub(super) fn callback(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if let Some(url) = https(text, place, inspection)
        && !url.host().is_some_and(is_public)
    {
        inspection.report(place, Rule::UrlNotPublic);
    }
}

fn https(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) -> Option<Url> {
    longest(text, LONGEST, Rule::UrlMaxLength, place, inspection);
    let Some(rest) = after_scheme(text) else {
        inspection.report(place, Rule::UrlHttps);
        return None;
    };
    let Some(url) = strictly(text, rest) else {
        inspection.report(place, Rule::UrlSyntax);
        return None;
    };
    if !url.username().is_empty() || url.password().is_some() {
        inspection.report(place, Rule::UrlUserinfo);
    }
    Some(url)
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_at_checked(SCHEME.len())?;
    scheme.eq_ignore_ascii_case(SCHEME).then_some(rest)
}

fn strictly(text: &str, rest: &str) -> Option<Url> {
    let forgiven = |character: char| character.is_whitespace() || character.is_control();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if text.contains(forgiven) || authority.is_empty() || authority.contains('\\') {
        return None;
    }
    Url::parse(text).ok()
}

/// Whether a server on the internet could reach the host, as far as its name tells.
fn is_public(host: Host<&str>) -> bool {
    match host {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            name.contains('.') && !name.ends_with(".localhost")
        }
        Host::Ipv4(address) => {
            !(address.is_loopback()
                || address.is_private()
                || address.is_link_local()
                || address.is_unspecified())
        }
        Host::Ipv6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public(Host::Ipv4(mapped)),
            None => {
                !(address.is_loopback()
                    || address.is_unique_local()
                    || address.is_unicast_link_local()
                    || address.is_unspecified())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_url_crate_would_forgive_is_refused() {
        for (lax, rest) in [
            ("https:///path", "/path"),
            ("https://a.example/ b", "a.example/ b"),
            ("https://a.example/\t", "a.example/\t"),
            ("https://a.example\\b", "a.example\\b"),
            ("https://a.example/\u{a0}", "a.example/\u{a0}"),
        ] {
            assert!(Url::parse(lax).is_ok(), "{lax}");
            assert!(strictly(lax, rest).is_none(), "{lax}");
        }
    }

    #[test]
    fn the_scheme_may_be_written_in_any_case() {
        assert_eq!(after_scheme("HTTPS://a.example/"), Some("a.example/"));
        for other in ["https:a.example", "https:/a.example", " https://a.example", "http://a", "ž"]
        {
            assert_eq!(after_scheme(other), None, "{other}");
        }
    }

    #[test]
    fn hosts_that_only_this_machine_or_network_knows_are_not_public() {
        let public = |text: &str| Url::parse(text).unwrap().host().is_some_and(is_public);
        for host in
            ["example.com", "example.com.", "8.8.8.8", "[2001:4860:4860::8888]", "пример.рф"]
        {
            assert!(public(&format!("https://{host}/")), "{host}");
        }
        for host in [
            "localhost",
            "localhost.",
            "a.localhost",
            "intranet",
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.1.1",
            "0.0.0.0",
            "[::1]",
            "[fc00::1]",
            "[fe80::1]",
            "[::ffff:10.0.0.1]",
        ] {
            assert!(!public(&format!("https://{host}/")), "{host}");
        }
    }
}
