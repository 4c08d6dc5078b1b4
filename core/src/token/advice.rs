//! Advice about requests that the API takes but that seldom mean well; on request only.

use super::check::whole;
use super::finding::Inspection;
use super::request::Request;
use super::rule::Rule;
use crate::vocab::parameter;

/// The least that the form of the dashboard offers, in seconds.
const USUAL_LEAST: &[(&str, i64, Rule)] = &[
    (parameter::EXPIRY_TIME, 3600, Rule::LintExpiryTimeShort),
    (parameter::SESSION_LENGTH, 300, Rule::LintSessionLengthShort),
];

pub(super) fn advise(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    for (name, least, rule) in USUAL_LEAST {
        if let Some(given) = request.given(name)
            && whole(&given.value).is_some_and(|seconds| seconds < *least)
        {
            inspection.report(&given.place(), rule.with("min", *least));
        }
    }
    if let Some((given, id)) = request.text(parameter::CLIENT_ID)
        && is_email(id)
    {
        inspection.report(&given.place(), Rule::LintClientIdEmail);
    }
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
