//! `additionalSteps` and `additionalData`. Their shape is from a page of about 2022, so only
//! the outermost type is an error.

use crate::country::Country;
use crate::json::{Node, NodeMembers};

use super::country::ALL;
use super::document::is_known;
use super::types;
use super::word::is_locale;
use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;
use crate::vocab::StepType;

/// The names inside a step.
pub(in crate::token) mod key {
    pub(in crate::token) const TYPE: &str = "type";
    pub(in crate::token) const FIELDS: &str = "fields";
    pub(in crate::token) const SETTINGS: &str = "settings";
    pub(in crate::token) const CAN_UPLOAD: &str = "canUpload";
    pub(in crate::token) const CAN_CAPTURE: &str = "canCapture";
    pub(in crate::token) const CAN_UPLOAD_PDF: &str = "canUploadPDF";
    pub(in crate::token) const TEXTS: &str = "texts";
    pub(in crate::token) const NAME: &str = "name";
    pub(in crate::token) const DESCRIPTION: &str = "description";
}

const SETTINGS: &[&str] = &[key::CAN_UPLOAD, key::CAN_CAPTURE, key::CAN_UPLOAD_PDF];
const TEXTS: &[&str] = &[key::NAME, key::DESCRIPTION];

/// `{country: {document: {step: {type, fields, texts, settings}}}}`.
pub(super) fn steps(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(countries) = types::object(value, Rule::TypeObject, place, inspection) else {
        return;
    };
    for (country, documents) in countries {
        let here = place.key(country);
        if country != ALL && Country::read(country).is_none() {
            inspection.report(&here, Rule::StepsCountryKey);
        }
        if let Some(documents) = level(documents, &here, inspection) {
            of_country(documents, &here, inspection);
        }
    }
}

fn of_country(documents: NodeMembers<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    for (document, steps) in documents {
        let here = place.key(document);
        if document != ALL && !is_known(document, inspection.profile) {
            inspection.report(&here, Rule::StepsDocumentKey);
        }
        let Some(steps) = level(steps, &here, inspection) else { continue };
        for (name, step) in steps {
            let here = here.key(name);
            if let Some(step) = level(step, &here, inspection) {
                of_step(step, &here, inspection);
            }
        }
    }
}

fn level<'t>(
    value: Node<'t>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<NodeMembers<'t>> {
    types::object(value, Rule::StepsLevelType, place, inspection)
}

fn of_step(step: NodeMembers<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let given = |key: &str| step.get(key).filter(|value| !value.is_null());
    if let Some(kind) = given(key::TYPE)
        && kind.as_str().and_then(StepType::from_word).is_none()
    {
        let words: Vec<_> = StepType::ALL.iter().map(|word| word.as_str()).collect();
        inspection.report(&place.key(key::TYPE), Rule::StepsStepType.with("allowed", words));
    }
    if let Some(fields) = given(key::FIELDS)
        && !fields.items().is_some_and(|mut fields| fields.all(is_text))
    {
        inspection.report(&place.key(key::FIELDS), Rule::StepsFields);
    }
    if let Some(settings) = given(key::SETTINGS) {
        of_settings(settings, &place.key(key::SETTINGS), inspection);
    }
    if let Some(texts) = given(key::TEXTS) {
        of_texts(texts, &place.key(key::TEXTS), inspection);
    }
}

fn of_settings(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(settings) = types::object(value, Rule::StepsSettings, place, inspection) else {
        return;
    };
    for key in SETTINGS {
        if settings.get(key).is_some_and(|setting| setting.as_bool().is_none()) {
            inspection.report(&place.key(key), Rule::StepsSettings);
        }
    }
}

fn of_texts(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(languages) = types::object(value, Rule::StepsTexts, place, inspection) else {
        return;
    };
    for (language, texts) in languages {
        let written = texts
            .members()
            .is_some_and(|texts| TEXTS.iter().all(|key| texts.get(key).is_none_or(is_text)));
        if !is_locale(language) || !written {
            inspection.report(&place.key(language), Rule::StepsTexts);
        }
    }
}

fn is_text(value: Node<'_>) -> bool {
    value.as_str().is_some()
}

/// `{step: {field: value}}`.
pub(super) fn data(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(steps) = types::object(value, Rule::TypeObject, place, inspection) else {
        return;
    };
    for (step, fields) in steps {
        if fields.members().is_none() {
            inspection.report(&place.key(step), Rule::StepDataValue);
        }
    }
}
