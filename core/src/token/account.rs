//! Rules that only the profile of the account can answer: an error where it knows, a warning
//! where it does not say. The rows of the members name them.

use crate::report::Severity;
use crate::vocab::TokenType;

use super::check::plain_uuid;
use super::finding::Inspection;
use super::profile::{Environment, Feature};
use super::request::{Given, Request};
use super::rule::Rule;

/// `dummyStatus` is for DEV: refused elsewhere, noted where the environment is not known.
pub(super) fn environment(dummy: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let severity = match inspection.profile.environment {
        Some(Environment::Dev) => return,
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    if dummy.value.as_str().is_some() {
        inspection.report(dummy.place, Rule::DummyEnvironment.weighing(severity));
    }
}

/// What the account may not do is an error, what nobody said a warning.
fn weight(may: Option<bool>) -> Option<Severity> {
    match may {
        Some(true) => None,
        Some(false) => Some(Severity::Error),
        None => Some(Severity::Warning),
    }
}

/// Every account may ask for the default type, so it is never a warning.
pub(super) fn token_type(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(wanted) = given.value.as_str().and_then(TokenType::from_word) else { return };
    let allowed = inspection.profile.allowed_token_types.as_ref();
    let may = match allowed {
        None if wanted == TokenType::Identification => Some(true),
        allowed => allowed.map(|allowed| allowed.iter().any(|kind| kind == wanted.as_str())),
    };
    if let Some(severity) = weight(may) {
        let finding = Rule::TokenTypeNotAllowed.weighing(severity);
        let finding = match allowed {
            Some(allowed) => finding.with("allowed", allowed.clone()),
            None => finding,
        };
        inspection.report(given.place, finding);
    }
}

pub(super) fn callback_url(url: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if url.value.as_str().is_some() {
        feature(Feature::CustomCallbackUrl, Rule::CallbackUrlNotEnabled, url, inspection);
    }
}

pub(super) fn steps(steps: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if steps.has_members() {
        feature(Feature::AdditionalSteps, Rule::StepsNotEnabled, steps, inspection);
    }
}

pub(super) fn digit_string(wanted: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if wanted.value.as_bool() == Some(true) {
        feature(Feature::DigitString, Rule::DigitStringNotEnabled, wanted, inspection);
    }
}

fn feature(feature: Feature, rule: Rule, given: &Given<'_>, inspection: &mut Inspection<'_>) {
    if let Some(severity) = weight(inspection.profile.has(feature)) {
        inspection.report(given.place, rule.weighing(severity));
    }
}

pub(super) fn questionnaire(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(key) = given.value.as_str().filter(|key| !key.is_empty()) else { return };
    let known = inspection.profile.questionnaires.as_ref();
    if let Some(severity) = weight(known.map(|known| known.iter().any(|one| one == key))) {
        inspection.report(given.place, Rule::QuestionnaireUnknown.weighing(severity));
    }
}

pub(super) fn risk_profile(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let known = inspection.profile.risk_profiles.as_deref();
    one_of(known, Rule::RiskProfileUnknown, given, inspection);
}

pub(super) fn theme(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    one_of(inspection.profile.themes.as_deref(), Rule::ThemeUnknown, given, inspection);
}

/// A UUID must be among the known ones; a text that is none has its own finding.
fn one_of(
    known: Option<&[String]>,
    rule: Rule,
    given: &Given<'_>,
    inspection: &mut Inspection<'_>,
) {
    let Some(wanted) = given.value.as_str().and_then(plain_uuid) else { return };
    let is_known =
        |known: &[String]| known.iter().any(|id| plain_uuid(id).as_ref() == Some(&wanted));
    if let Some(severity) = weight(known.map(is_known)) {
        inspection.report(given.place, rule.weighing(severity));
    }
}
