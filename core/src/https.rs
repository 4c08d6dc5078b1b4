//! Absolute `https` URLs, read strictly, and whether their host is one that a server on the
//! internet could reach. The crate `url` follows browsers: it strips spaces and line breaks, reads
//! `\` as `/` and finds a host in `https:example.com`. So what it would forgive is looked at first.

use url::{Host, Url};

const SCHEME: &str = "https://";

/// What no URI has in its authority (RFC 3986), though the crate `url` takes it there: braces, for
/// one, are a template that nobody filled in.
const NEVER_IN_AUTHORITY: &[char] = &['\\', '"', '`', '{', '}'];

/// Why a text is not such a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It does not begin with `https://`, in any case.
    Scheme,
    /// It does, and cannot be read.
    Syntax,
}

/// Reads an absolute `https` URL.
pub(crate) fn read(text: &str) -> Result<Url, Fault> {
    let rest = after_scheme(text).ok_or(Fault::Scheme)?;
    strictly(text, rest).ok_or(Fault::Syntax)
}

/// Whether a URL holds a user name or a password.
pub(crate) fn has_userinfo(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_at_checked(SCHEME.len())?;
    scheme.eq_ignore_ascii_case(SCHEME).then_some(rest)
}

fn strictly(text: &str, rest: &str) -> Option<Url> {
    let forgiven = |character: char| character.is_whitespace() || character.is_control();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if text.contains(forgiven) || authority.is_empty() || authority.contains(NEVER_IN_AUTHORITY) {
        return None;
    }
    Url::parse(text).ok()
}

/// Whether a server on the internet could reach the host, as far as its name tells.
pub(crate) fn is_public(host: Host<&str>) -> bool {
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
            ("https://{tenant}.example/", "{tenant}.example/"),
            ("https://\"a\".example/", "\"a\".example/"),
            ("https://`a`@a.example/", "`a`@a.example/"),
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
