//! The codes of findings and errors, from which enums of the package are generated.

use idenfy_rules::WebhookError;
use idenfy_rules::policy::PolicyCode;
use idenfy_rules::token::{Rule, SOURCES};
use idenfy_rules::webhook::SignatureCode;
use pyo3::prelude::*;
use serde::Serialize;

use crate::form::plain;

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    text: &'static str,
    severity: &'static str,
    identifier: Option<&'static str>,
    sources: Vec<&'static str>,
}

/// Every code of a finding about a token request.
#[pyfunction]
pub(crate) fn finding_codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let page = |key: &&str| SOURCES.iter().find(|(known, _)| known == key).map(|(_, page)| *page);
    let finding = |rule: &Rule| Finding {
        code: rule.as_str(),
        text: rule.text(),
        severity: rule.severity().as_str(),
        identifier: rule.identifier().map(|identifier| identifier.as_str()),
        sources: rule.source().iter().filter_map(page).collect(),
    };
    plain(py, &Rule::ALL.iter().map(finding).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    /// Null where the core says it only in the text of the error.
    text: Option<&'static str>,
}

/// Every code of a policy error, a signature error and a webhook error.
#[pyfunction]
pub(crate) fn error_codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let policy = |code: &PolicyCode| Fault { code: code.as_str(), text: Some(code.meaning()) };
    let silent = |code| Fault { code, text: None };
    let faults = PolicyCode::ALL.iter().map(policy);
    let faults = faults.chain(SignatureCode::ALL.iter().map(|code| silent(code.as_str())));
    let faults = faults.chain(WebhookError::CODES.iter().map(|code| silent(code)));
    plain(py, &faults.collect::<Vec<_>>())
}
