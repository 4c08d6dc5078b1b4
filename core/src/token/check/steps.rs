//! `additionalSteps` and `additionalData`. Their shape is from a page of about 2022, so only
//! the outermost type is an error.

use crate::country::Country;
use crate::json::{Object, Value};

use super::country::ALL;
use super::document::is_known;
use super::types;
use super::word::is_locale;
use crate::token::finding::{Finding, Inspection, Place};
use crate::token::rule::Rule;
use crate::vocab::StepType;

const SETTINGS: &[&str] = &["canUpload", "canCapture", "canUploadPDF"];
const TEXTS: &[&str] = &["name", "description"];

/// `{country: {document: {step: {type, fields, texts, settings}}}}`.
pub(super) fn steps(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(countries) = types::object(value, Rule::TypeObject, place, inspection) else {
        return;
    };
    for (country, documents) in countries.iter() {
        let here = place.key(country);
        if country != ALL && Country::read(country).is_none() {
            inspection.report(&here, Rule::StepsCountryKey);
        }
        if let Some(documents) = level(documents, &here, inspection) {
            of_country(documents, &here, inspection);
        }
    }
}

fn of_country(documents: &Object<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    for (document, steps) in documents.iter() {
        let here = place.key(document);
        if document != ALL && !is_known(document, inspection.profile) {
            inspection.report(&here, Rule::StepsDocumentKey);
        }
        let Some(steps) = level(steps, &here, inspection) else { continue };
        for (name, step) in steps.iter() {
            let here = here.key(name);
            if let Some(step) = level(step, &here, inspection) {
                of_step(step, &here, inspection);
            }
        }
    }
}

fn level<'v, 'a>(
    value: &'v Value<'a>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<&'v Object<'a>> {
    types::object(value, Rule::StepsLevelType, place, inspection)
}

fn of_step(step: &Object<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let given = |key: &str| step.get(key).filter(|value| **value != Value::Null);
    if let Some(kind) = given("type")
        && kind.as_str().and_then(StepType::from_word).is_none()
    {
        let words: Vec<&str> = StepType::ALL.iter().map(|word| word.as_str()).collect();
        let allowed = Finding::from(Rule::StepsStepType).allowing(&words);
        inspection.report(&place.key("type"), allowed);
    }
    if let Some(fields) = given("fields")
        && !fields.as_array().is_some_and(|fields| fields.iter().all(is_text))
    {
        inspection.report(&place.key("fields"), Rule::StepsFields);
    }
    if let Some(settings) = given("settings") {
        of_settings(settings, &place.key("settings"), inspection);
    }
    if let Some(texts) = given("texts") {
        of_texts(texts, &place.key("texts"), inspection);
    }
}

fn of_settings(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(settings) = types::object(value, Rule::StepsSettings, place, inspection) else {
        return;
    };
    for key in SETTINGS {
        if settings.get(key).is_some_and(|setting| setting.as_bool().is_none()) {
            inspection.report(&place.key(key), Rule::StepsSettings);
        }
    }
}

fn of_texts(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(languages) = types::object(value, Rule::StepsTexts, place, inspection) else {
        return;
    };
    for (language, texts) in languages.iter() {
        let written = texts
            .as_object()
            .is_some_and(|texts| TEXTS.iter().all(|key| texts.get(key).is_none_or(is_text)));
        if !is_locale(language) || !written {
            inspection.report(&place.key(language), Rule::StepsTexts);
        }
    }
}

fn is_text(value: &Value<'_>) -> bool {
    value.as_str().is_some()
}

/// `{step: {field: value}}`.
pub(super) fn data(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(steps) = types::object(value, Rule::TypeObject, place, inspection) else {
        return;
    };
    for (step, fields) in steps.iter() {
        if fields.as_object().is_none() {
            inspection.report(&place.key(step), Rule::StepDataValue);
        }
    }
}
