//! The codes of findings and errors, from which enums of the package are generated.

use idenfy_rules::policy::PolicyCode;
use idenfy_rules::policy::testing::TestFileCode;
use idenfy_rules::token::SOURCES;
use idenfy_rules::webhook::{SignatureCode, WebhookCode};
use idenfy_rules::{lint, token};
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

/// Every code of a finding, about a token request or by a lint.
#[pyfunction]
pub(crate) fn finding_codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let asked = |rule: &token::Rule| Finding {
        code: rule.as_str(),
        text: rule.text(),
        severity: rule.severity().as_str(),
        identifier: rule.identifier().map(|identifier| identifier.as_str()),
        sources: pages(rule.source()),
    };
    let linted = |rule: &lint::Rule| Finding {
        code: rule.as_str(),
        text: rule.text(),
        severity: rule.severity().as_str(),
        identifier: None,
        sources: pages(rule.sources()),
    };
    let findings = token::Rule::ALL.iter().map(asked);
    let findings: Vec<_> = findings.chain(lint::Rule::ALL.iter().map(linted)).collect();
    plain(py, &findings)
}

fn pages(keys: &[&str]) -> Vec<&'static str> {
    let page = |key: &&str| SOURCES.iter().find(|(known, _)| known == key).map(|(_, page)| *page);
    keys.iter().filter_map(page).collect()
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    text: &'static str,
}

/// Every code of a policy error, a signature error, a webhook error and a test file.
#[pyfunction]
pub(crate) fn error_codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let told = |code, text| Fault { code, text };
    let policy = PolicyCode::ALL.iter().map(|code| told(code.as_str(), code.meaning()));
    let signature = SignatureCode::ALL.iter().map(|code| told(code.as_str(), code.meaning()));
    let webhook = WebhookCode::ALL.iter().map(|code| told(code.as_str(), code.meaning()));
    let test_file = TestFileCode::ALL.iter().map(|code| told(code.as_str(), code.meaning()));
    plain(py, &policy.chain(signature).chain(webhook).chain(test_file).collect::<Vec<_>>())
}
