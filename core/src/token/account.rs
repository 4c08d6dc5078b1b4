//! Rules that only the profile of the account can answer.

use crate::report::Severity;
use crate::vocab::{TokenType, parameter};

use super::check::plain_uuid;
use super::finding::Inspection;
use super::profile::{Environment, Feature};
use super::request::Request;
use super::rule::Rule;

/// Every rule about the account; each asks nothing where the profile knows nothing.
pub(super) const RULES: &[fn(&Request<'_>, &mut Inspection<'_>)] =
    &[environment, token_type, callback_url, steps, digit_string, questionnaire, profile, theme];

/// `dummyStatus` is for DEV: refused elsewhere, noted where the environment is not known.
fn environment(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let severity = match inspection.profile.environment {
        Some(Environment::Dev) => return,
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    if let Some((dummy, _)) = request.text(parameter::DUMMY_STATUS) {
        inspection.report(&dummy.place(), Rule::DummyEnvironment.weighing(severity));
    }
}

fn token_type(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(allowed) = &inspection.profile.allowed_token_types else { return };
    if let Some((given, text)) = request.text(parameter::TOKEN_TYPE)
        && TokenType::from_word(text).is_some()
        && !allowed.iter().any(|kind| kind == text)
    {
        inspection.report(&given.place(), Rule::TokenTypeNotAllowed);
    }
}

fn callback_url(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some((url, _)) = request.text(parameter::CALLBACK_URL)
        && inspection.profile.lacks(Feature::CustomCallbackUrl)
    {
        inspection.report(&url.place(), Rule::CallbackUrlNotEnabled);
    }
}

fn steps(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(steps) = request.filled(parameter::ADDITIONAL_STEPS)
        && inspection.profile.lacks(Feature::AdditionalSteps)
    {
        inspection.report(&steps.place(), Rule::StepsNotEnabled);
    }
}

fn digit_string(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(wanted) = request.given(parameter::GENERATE_DIGIT_STRING)
        && wanted.value.as_bool() == Some(true)
        && inspection.profile.lacks(Feature::DigitString)
    {
        inspection.report(&wanted.place(), Rule::DigitStringNotEnabled);
    }
}

fn questionnaire(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(known) = &inspection.profile.questionnaires else { return };
    if let Some((given, key)) = request.text(parameter::QUESTIONNAIRE)
        && !key.is_empty()
        && !known.iter().any(|questionnaire| questionnaire == key)
    {
        inspection.report(&given.place(), Rule::QuestionnaireUnknown);
    }
}

fn profile(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(known) = &inspection.profile.risk_profiles {
        uuid(
            parameter::RISK_ASSESSMENT_PROFILE,
            known,
            Rule::RiskProfileUnknown,
            request,
            inspection,
        );
    }
}

fn theme(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(known) = &inspection.profile.themes {
        uuid(parameter::THEME, known, Rule::ThemeUnknown, request, inspection);
    }
}

fn uuid(
    name: &str,
    known: &[String],
    rule: Rule,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    if let Some((given, text)) = request.text(name)
        && let Some(wanted) = plain_uuid(text)
        && !known.iter().any(|id| plain_uuid(id).as_ref() == Some(&wanted))
    {
        inspection.report(&given.place(), rule);
    }
}
