//! Rules that only the profile of the account can answer. Each says nothing where the profile
//! knows nothing; the rows of the members name them.

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
        inspection.report(&dummy.place(), Rule::DummyEnvironment.weighing(severity));
    }
}

pub(super) fn token_type(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(allowed) = &inspection.profile.allowed_token_types else { return };
    if let Some(text) = given.value.as_str()
        && TokenType::from_word(text).is_some()
        && !allowed.iter().any(|kind| kind == text)
    {
        let finding = Rule::TokenTypeNotAllowed.with("allowed", allowed.clone());
        inspection.report(&given.place(), finding);
    }
}

pub(super) fn callback_url(url: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if url.value.as_str().is_some() && inspection.profile.lacks(Feature::CustomCallbackUrl) {
        inspection.report(&url.place(), Rule::CallbackUrlNotEnabled);
    }
}

pub(super) fn steps(steps: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if steps.has_members() && inspection.profile.lacks(Feature::AdditionalSteps) {
        inspection.report(&steps.place(), Rule::StepsNotEnabled);
    }
}

pub(super) fn digit_string(wanted: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if wanted.value.as_bool() == Some(true) && inspection.profile.lacks(Feature::DigitString) {
        inspection.report(&wanted.place(), Rule::DigitStringNotEnabled);
    }
}

pub(super) fn questionnaire(given: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(known) = &inspection.profile.questionnaires else { return };
    if let Some(key) = given.value.as_str()
        && !key.is_empty()
        && !known.iter().any(|questionnaire| questionnaire == key)
    {
        inspection.report(&given.place(), Rule::QuestionnaireUnknown);
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
    let wanted = given.value.as_str().and_then(plain_uuid);
    if let (Some(known), Some(wanted)) = (known, wanted)
        && !known.iter().any(|id| plain_uuid(id).as_ref() == Some(&wanted))
    {
        inspection.report(&given.place(), rule);
    }
}
