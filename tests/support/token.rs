//! Token vectors: which findings a request has.

use idenfy_rules::token::{Environment, Feature, Profile, validate};
use idenfy_rules::{Country, Date, Report, Violation};
use serde_json::Value;

use crate::compare::{exact_keys, exact_keys_of_items};
use crate::files::Vector;
use crate::forms::{Finding, ProfileForm, TokenExpect, TokenInput, bytes, form};

const REPORT_KEYS: &[&str] = &["valid", "violations"];
const VIOLATION_KEYS: &[&str] = &["code", "pointer", "identifier", "severity", "params", "message"];

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: TokenInput = form(&case.input)?;
    let expect: TokenExpect = form(&case.expect)?;
    let body = bytes(input.request.as_ref(), input.body.as_deref(), input.body_base64.as_deref())?;
    let profile = profile(&input.profile)?;
    let report = validate(&body, &profile);

    let mut failures = Vec::new();
    if let Some(errors) = &expect.errors {
        failures.extend(differing_errors(errors, &report));
    }
    for warning in &expect.warnings {
        if !report.warnings().any(|found| is(found, warning)) {
            let found: Vec<_> = report.warnings().map(shown).collect();
            let (code, pointer) = (&warning.code, &warning.pointer);
            failures.push(format!("expected the warning {code} at `{pointer}`, found {found:?}"));
        }
    }
    failures.extend(form_faults(&report));
    if validate(&body, &profile) != report {
        failures.push("the same request has two reports".to_owned());
    }
    Ok(failures)
}

fn differing_errors(expected: &[Finding], report: &Report) -> Vec<String> {
    let mut failures = Vec::new();
    let mut left: Vec<&Violation> = report.errors().collect();
    for error in expected {
        let (code, pointer) = (&error.code, &error.pointer);
        match left.iter().position(|found| is(found, error)) {
            None => failures.push(format!("expected the error {code} at `{pointer}`")),
            Some(place) => {
                let found = left.remove(place).identifier.map(|identifier| identifier.as_str());
                if let Some(wanted) = &error.identifier
                    && wanted.as_deref() != found
                {
                    failures.push(format!("{code}: expected {wanted:?}, found {found:?}"));
                }
            }
        }
    }
    failures.extend(left.into_iter().map(|found| format!("unexpected error {}", shown(found))));
    failures
}

fn is(found: &Violation, expected: &Finding) -> bool {
    found.code == expected.code && found.pointer.as_str() == expected.pointer
}

fn shown(violation: &Violation) -> String {
    format!("{} at `{}`", violation.code, violation.pointer)
}

fn form_faults(report: &Report) -> Vec<String> {
    let form = serde_json::to_value(report).expect("a report serialises");
    let mut failures = exact_keys("a report", &form, REPORT_KEYS);
    failures.extend(exact_keys_of_items("a violation", &form["violations"], VIOLATION_KEYS));
    let valid = report.errors().next().is_none();
    if report.is_valid() != valid || form["valid"] != Value::Bool(valid) {
        failures.push("`valid` does not agree with the errors".to_owned());
    }
    failures
}

pub fn profile(form: &ProfileForm) -> Result<Profile, String> {
    let mut profile = Profile::default().lints(form.lints);
    if let Some(environment) = &form.environment {
        profile = profile.environment(Environment::read(environment).map_err(wrong)?);
    }
    if let Some(today) = &form.today {
        profile = profile.today(Date::read(today).map_err(wrong)?);
    }
    if let Some(seconds) = form.mobile_code_max_expiry {
        profile = profile.mobile_code_max_expiry(seconds);
    }
    if let Some(features) = &form.enabled_features {
        let features: Result<Vec<_>, _> = features.iter().map(|name| Feature::read(name)).collect();
        profile = profile.enabled_features(features.map_err(wrong)?);
    }
    if let Some(codes) = &form.supported_countries {
        let codes: Result<Vec<_>, _> = codes.iter().map(|code| country(code)).collect();
        profile = profile.supported_countries(codes?);
    }
    for (code, types) in form.supported_documents.iter().flatten() {
        profile = profile.supported_documents(country(code)?, types);
    }
    Ok(lists(profile, form))
}

fn lists(mut profile: Profile, form: &ProfileForm) -> Profile {
    if let Some(types) = &form.extra_document_types {
        profile = profile.extra_document_types(types);
    }
    if let Some(types) = &form.allowed_token_types {
        profile = profile.allowed_token_types(types);
    }
    if let Some(keys) = &form.questionnaires {
        profile = profile.questionnaires(keys);
    }
    if let Some(ids) = &form.risk_profiles {
        profile = profile.risk_profiles(ids);
    }
    if let Some(ids) = &form.themes {
        profile = profile.themes(ids);
    }
    profile
}

fn country(code: &str) -> Result<Country, String> {
    Country::read(code).ok_or_else(|| format!("the profile names an unknown country {code}"))
}

fn wrong(error: idenfy_rules::InputError) -> String {
    format!("the profile is wrong: {error}")
}
