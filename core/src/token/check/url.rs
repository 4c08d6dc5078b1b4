//! URLs that a request may hold.

use ::url::{Host, Url};

use super::text::longest;
use crate::https::{self, Fault};
use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;
use crate::token::scan;

/// The most characters of a URL.
pub(super) const LONGEST: u32 = 2048;

/// A URL for the person's browser, which may well be `localhost`.
pub(super) fn redirect(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    longest(text, LONGEST, Rule::UrlMaxLength, place, inspection);
    if plain_host(text).is_none() {
        parsed(text, place, inspection);
    }
}

/// A URL that the vendor's servers call.
pub(super) fn callback(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    longest(text, LONGEST, Rule::UrlMaxLength, place, inspection);
    let is_public = match plain_host(text) {
        Some(host) => https::is_public(Host::Domain(host)),
        None => parsed(text, place, inspection)
            .is_none_or(|url| url.host().is_some_and(https::is_public)),
    };
    if !is_public {
        inspection.report(place, Rule::UrlNotPublic);
    }
}

/// The URL as the crate `url` reads it, unless it is at fault.
#[cold]
fn parsed(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) -> Option<Url> {
    let url = https::read(text).map_err(|fault| inspection.report(place, rule(fault))).ok()?;
    if https::has_userinfo(&url) {
        inspection.report(place, Rule::UrlUserinfo);
    }
    Some(url)
}

/// The host of a URL that the crate `url` would take as it stands, as most are: a name in lower
/// case, without user or port, and nothing but visible ASCII behind it. `None` says nothing.
fn plain_host(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://")?;
    let (host, path) = rest.split_at_checked(length_of_host(rest)?)?;
    let is_hidden = |byte: u8| !byte.is_ascii_graphic();
    (!scan::any(path.as_bytes(), is_hidden)).then_some(host)
}

/// How long a host is that has letters and digits, and single dots and hyphens between. A hyphen at
/// an end could be refused, two could begin a name in Punycode, and a last label that begins with
/// a digit could be a number.
fn length_of_host(rest: &str) -> Option<usize> {
    let (mut before, mut top) = (b'.', 0);
    let mut length = rest.len();
    for (place, byte) in rest.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            _ if divides(before) => return None,
            b'.' => top = place + 1,
            b'-' => {}
            b'/' | b'?' | b'#' => {
                length = place;
                break;
            }
            _ => return None,
        }
        before = byte;
    }
    let is_word = rest.as_bytes().get(top).is_some_and(u8::is_ascii_lowercase);
    (is_word && !divides(before)).then_some(length)
}

fn divides(byte: u8) -> bool {
    matches!(byte, b'.' | b'-')
}

fn rule(fault: Fault) -> Rule {
    match fault {
        Fault::Scheme => Rule::UrlHttps,
        Fault::Syntax => Rule::UrlSyntax,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn usual_hosts_are_plain() {
        for (text, host) in [
            ("https://shop.example/verified", "shop.example"),
            ("https://a-b.c1.example?x=[%zz]", "a-b.c1.example"),
            ("https://localhost#", "localhost"),
            ("https://ui.idenfy.com", "ui.idenfy.com"),
        ] {
            assert_eq!(plain_host(text), Some(host));
        }
        for other in [
            "http://a.example/",
            "HTTPS://a.example/",
            "https://",
            "https:///a",
            "https://A.example/",
            "https://a.example:8443/",
            "https://user@a.example/",
            "https://a.example./",
            "https://a..example/",
            "https://-a.example/",
            "https://a-.example/",
            "https://xn--a.example/",
            "https://10.0.0.1/",
            "https://a.0x1/",
            "https://[::1]/",
            "https://\u{17e}.example/",
            "https://a.example/\u{17e}",
            "https://a.example/ b",
        ] {
            assert_eq!(plain_host(other), None, "{other}");
        }
    }

    proptest! {
        /// Where the parser is not asked, it would have found the same host, and no user.
        #[test]
        fn a_plain_host_is_the_one_of_the_parser(
            host in "[axn019.-]{1,12}|[a-z0-9]{1,80}(\\.[a-z0-9-]{1,80}){0,5}",
            rest in "([/?#][!-~]{0,16})?",
        ) {
            let text = format!("https://{host}{rest}");
            if let Some(found) = plain_host(&text) {
                prop_assert_eq!(found, &host);
                let url = https::read(&text).unwrap();
                prop_assert_eq!(url.host(), Some(Host::Domain(found)));
                prop_assert!(!https::has_userinfo(&url));
            }
        }
    }
}
