//! An `iframe` tag with the verification in it, and the page around it.

use std::borrow::Cow;

use html5gum::{StartTag, Token, Tokenizer};
use url::{Host as UrlHost, Url};

use crate::https;
use crate::report::Report;

use super::finding::Inspection;
use super::link::{Host, has_token};
use super::permission::{Policy, attribute_allows};
use super::rule::Rule;

/// What the verification needs from the browser, and what is wrong when the tag does not allow
/// it or the header of the page blocks it.
const FEATURES: &[(&str, Rule, Rule)] = &[
    ("camera", Rule::FrameCamera, Rule::PolicyCamera),
    ("microphone", Rule::FrameMicrophone, Rule::PolicyMicrophone),
];

/// Without these a sandboxed frame can neither run nor keep its own origin.
const SANDBOX_TOKENS: &[&str] = &["allow-scripts", "allow-same-origin"];

/// Looks at an `iframe` tag, as it stands in the page: `src`, camera, microphone, full screen,
/// sandbox. `html` may be the whole page; the first `iframe` counts.
///
/// `page_url` is where the page is served, `permissions_policy` its header of that name, if it
/// has one. Pointers are `/src`, `/allow`, `/allowfullscreen`, `/sandbox`, `/page_url`,
/// `/permissions_policy`, and the root.
///
/// Source: the vendor's overview, FAQ and error handling guide ("iFrame camera not working"),
/// 2026; HTML and Permissions Policy for what browsers do.
#[must_use]
pub fn lint_iframe(html: &str, page_url: Option<&str>, permissions_policy: Option<&str>) -> Report {
    let mut inspection = Inspection::default();
    let mut frames = frames(html);
    let src = match frames.next() {
        None => {
            inspection.report(Rule::FrameMissing);
            None
        }
        Some(frame) => {
            if frames.next().is_some() {
                inspection.report(Rule::FrameSeveral);
            }
            inspect_frame(&frame, &mut inspection)
        }
    };
    if page_url.is_some_and(|url| !is_secure(url)) {
        inspection.report_at("page_url", Rule::PageHttps);
    }
    if let Some(header) = permissions_policy {
        let page = page_url.and_then(|url| Url::parse(url).ok());
        inspect_header(header, page.as_ref(), src.as_ref(), &mut inspection);
    }
    inspection.into_report()
}

/// The `iframe` tags of a page.
fn frames(html: &str) -> impl Iterator<Item = StartTag<()>> {
    Tokenizer::new(html).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) if **tag.name == *b"iframe" => Some(tag),
        _ => None,
    })
}

/// Looks at a tag; gives the URL of its content.
fn inspect_frame(frame: &StartTag<()>, inspection: &mut Inspection) -> Option<Url> {
    let src = attribute(frame, "src").and_then(|src| https::read(src.trim_ascii()).ok());
    inspect_src(src.as_ref(), inspection);
    let allow = attribute(frame, "allow").unwrap_or_default();
    for (feature, rule, _) in FEATURES {
        if !attribute_allows(&allow, feature, src.as_ref()) {
            inspection.report_at("allow", *rule);
        }
    }
    let fullscreen = attribute(frame, "allowfullscreen").is_some();
    if !fullscreen && !attribute_allows(&allow, "fullscreen", src.as_ref()) {
        inspection.report_at("allowfullscreen", Rule::FrameFullscreen);
    }
    if let Some(sandbox) = attribute(frame, "sandbox") {
        inspect_sandbox(&sandbox, inspection);
    }
    inspection.report(Rule::FrameSafari);
    src
}

fn inspect_src(src: Option<&Url>, inspection: &mut Inspection) {
    let Some(src) = src else {
        inspection.report_at("src", Rule::FrameSource);
        return;
    };
    let published =
        matches!(src.host(), Some(UrlHost::Domain(name)) if Host::from_word(name).is_some());
    if !published {
        let hosts: Vec<&str> = Host::ALL.iter().map(|host| host.as_str()).collect();
        inspection.report_with("src", Rule::FrameHost, "hosts", hosts);
    }
    if !has_token(src) {
        inspection.report_at("src", Rule::FrameToken);
    }
}

fn inspect_sandbox(sandbox: &str, inspection: &mut Inspection) {
    let given: Vec<&str> = sandbox.split_ascii_whitespace().collect();
    let has = |token: &&str| given.iter().any(|word| word.eq_ignore_ascii_case(token));
    let missing: Vec<&str> = SANDBOX_TOKENS.iter().filter(|token| !has(token)).copied().collect();
    if !missing.is_empty() {
        inspection.report_with("sandbox", Rule::FrameSandbox, "tokens", missing);
    }
}

fn inspect_header(
    header: &str,
    page: Option<&Url>,
    src: Option<&Url>,
    inspection: &mut Inspection,
) {
    let Some(policy) = Policy::read(header) else {
        inspection.report_at("permissions_policy", Rule::PolicySyntax);
        return;
    };
    for (feature, _, rule) in FEATURES {
        if !policy.allows(feature, page, src) {
            inspection.report_at("permissions_policy", *rule);
        }
    }
}

fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<Cow<'t, str>> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value))
}

/// Whether browsers open the camera for a page: `https`, or this machine while developing.
fn is_secure(page_url: &str) -> bool {
    Url::parse(page_url).is_ok_and(|url| match (url.scheme(), url.host()) {
        ("https", _) => true,
        ("http", Some(UrlHost::Domain(name))) => {
            name == "localhost" || name.ends_with(".localhost")
        }
        ("http", Some(UrlHost::Ipv4(address))) => address.is_loopback(),
        ("http", Some(UrlHost::Ipv6(address))) => address.is_loopback(),
        _ => false,
    })
}
