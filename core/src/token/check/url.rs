//! URLs that a request may hold.

use ::url::Url;

use super::text::longest;
use crate::https::{self, Fault};
use crate::token::finding::{Inspection, Place};
use crate::token::rule::Rule;

/// The most characters of a URL.
pub(super) const LONGEST: u32 = 2048;

/// A URL for the person's browser, which may well be `localhost`.
pub(super) fn redirect(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    read(text, place, inspection);
}

/// A URL that the vendor's servers call.
pub(super) fn callback(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if let Some(url) = read(text, place, inspection)
        && !url.host().is_some_and(https::is_public)
    {
        inspection.report(place, Rule::UrlNotPublic);
    }
}

fn read(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) -> Option<Url> {
    longest(text, LONGEST, Rule::UrlMaxLength, place, inspection);
    let url = https::read(text).map_err(|fault| inspection.report(place, rule(fault))).ok()?;
    if https::has_userinfo(&url) {
        inspection.report(place, Rule::UrlUserinfo);
    }
    Some(url)
}

fn rule(fault: Fault) -> Rule {
    match fault {
        Fault::Scheme => Rule::UrlHttps,
        Fault::Syntax => Rule::UrlSyntax,
    }
}
