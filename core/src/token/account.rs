//! Rules that only the profile of the account can answer.

use crate::report::Severity;
use crate::vocab::TokenType;

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
    if let Some((dummy, _)) = request.text("dummyStatus") {
        inspection.report(&dummy.place(), Rule::DummyEnvironment.weighing(severity));
    }
}

fn token_type(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(allowed) = &inspection.profile.allowed_token_types else { return };
    if let Some((given, text)) = request.text("tokenType")
        && TokenType::from_word(text).is_some()
        && !allowed.iter().any(|kind| kind == text)
    {
        inspection.report(&given.place(), Rule::TokenTypeNotAllowed);
    }
}

fn callback_url(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some((url, _)) = request.text("callbackUrl")
        && inspection.profile.lacks(Feature::CustomCallbackUrl)
    {
        inspection.report(&url.place(), Rule::CallbackUrlNotEnabled);
    }
}

fn steps(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(steps) = request.filled("additionalSteps")
        && inspection.profile.lacks(Feature::AdditionalSteps)
    {
        inspection.report(&steps.place(), Rule::StepsNotEnabled);
    }
}

fn digit_string(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(wanted) = request.given("generateDigitString")
        && wanted.value.as_bool() == Some(true)
        && inspection.profile.lacks(Feature::DigitString)
    {
        inspection.report(&wanted.place(), Rule::DigitStringNotEnabled);
    }
}

fn questionnaire(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(known) = &inspection.profile.questionnaires else { return };
    if let Some((given, key)) = request.text("questionnaire")
        && !key.is_empty()
        && !known.iter().any(|questionnaire| questionnaire == key)
    {
        inspection.report(&given.place(), Rule::QuestionnaireUnknown);
    }
}

fn profile(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(known) = &inspection.profile.risk_profiles {
        uuid("riskAssessmentProfile", known, Rule::RiskProfileUnknown, request, inspection);
    }
}

fn theme(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(known) = &inspection.profile.themes {
        uuid("theme", known, Rule::ThemeUnknown, request, inspection);
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
