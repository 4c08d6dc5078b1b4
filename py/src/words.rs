//! Our own closed words, from which enums of the package are generated.

use idenfy_rules::history::{StartReason, TransitionKind};
use idenfy_rules::policy::analysis::{Gap, LintCode, LintSeverity, ProofResult};
use idenfy_rules::response::Evidence;
use idenfy_rules::webhook::Cause;
use idenfy_rules::{
    Action, Environment, EscalateTo, Feature, Lifecycle, NextStep, Operation, Outcome, Severity,
    TransportKind,
};
use pyo3::prelude::*;
use serde::Serialize;

use crate::form::plain;

/// A closed list of words; `meaning` is null where the core has it only as documentation.
#[derive(Serialize)]
struct List {
    r#type: &'static str,
    words: Vec<Word>,
}

#[derive(Serialize)]
struct Word {
    text: &'static str,
    meaning: Option<&'static str>,
}

macro_rules! lists {
    ($($name:ident => $all:expr $(, by $meaning:ident)?;)+) => {
        vec![$({
            let meaning: Option<fn($name) -> &'static str> = None $(.or(Some($name::$meaning)))?;
            let word = |item: &$name| Word {
                text: item.as_str(),
                meaning: meaning.map(|meaning| meaning(*item)),
            };
            List { r#type: stringify!($name), words: $all.iter().map(word).collect() }
        }),+]
    };
}

/// Every closed list of words.
#[pyfunction]
pub(crate) fn closed_words(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let lists = lists! {
        Outcome => Outcome::ALL, by meaning;
        Lifecycle => Lifecycle::ALL, by meaning;
        NextStep => NextStep::ALL, by meaning;
        TransitionKind => TransitionKind::ALL, by meaning;
        StartReason => StartReason::ALL, by meaning;
        Action => Action::ALL;
        EscalateTo => EscalateTo::ALL;
        Evidence => Evidence::ALL;
        Operation => Operation::ALL;
        TransportKind => TransportKind::ALL;
        Cause => Cause::ALL, by hint;
        Severity => [Severity::Error, Severity::Warning];
        LintCode => LintCode::ALL, by meaning;
        LintSeverity => LintSeverity::ALL, by meaning;
        ProofResult => ProofResult::ALL, by meaning;
        Gap => Gap::ALL, by meaning;
        Environment => Environment::ALL;
        Feature => Feature::ALL;
    };
    plain(py, &lists)
}
