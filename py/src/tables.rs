//! The tables of the core, from which the enums of the package are generated.

use idenfy_rules::response::Reason;
use idenfy_rules::vocab::{self, Vocabulary};
use pyo3::prelude::*;
use serde::Serialize;

use crate::form::plain;

macro_rules! named {
    ($($name:ident),+ $(,)?) => {
        /// Every vocabulary with the name of its type.
        const NAMED: &[(&str, Vocabulary)] =
            &[$((stringify!($name), vocab::$name::VOCABULARY)),+];
    };
}

named! {
    Overall, DocumentStatus, FaceStatus, Tag, AdditionalStepStatus, Service, ServiceStatus, AmlHit,
    Screening, Risk, Comparison, AddressStatus, AgeEstimate, Platform, Event, Identifier,
    TokenType, DocumentType, DummyStatus, Sex, Locale, StepType, NameMatching, CrossMatch,
}

const _: () = assert!(NAMED.len() == vocab::ALL.len(), "a vocabulary has no name here");

#[derive(Serialize)]
struct Table {
    r#type: &'static str,
    name: &'static str,
    words: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    text: &'static str,
    class: &'static str,
    seen: &'static str,
    meaning: &'static str,
}

/// Every vocabulary of the vendor: its type, its name in policies, its words.
#[pyfunction]
pub(crate) fn vocabularies(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let row = |word: &vocab::Word| Row {
        text: word.text,
        class: word.class.as_str(),
        seen: word.seen,
        meaning: word.meaning,
    };
    let table = |(name, vocabulary): &(&'static str, Vocabulary)| Table {
        r#type: name,
        name: vocabulary.name,
        words: vocabulary.words.iter().map(row).collect(),
    };
    plain(py, &NAMED.iter().map(table).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct Texts {
    reason: &'static str,
    hint: &'static str,
    happened: &'static str,
    remedy: &'static str,
    ask: Option<&'static str>,
    bring: Vec<&'static str>,
    outcome_unknown: bool,
}

/// Every reason of a classification, with its texts.
#[pyfunction]
pub(crate) fn reasons(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let texts = |reason: &Reason| Texts {
        reason: reason.as_str(),
        hint: reason.hint(),
        happened: reason.happened(),
        remedy: reason.remedy(),
        ask: reason.ask().map(|who| who.as_str()),
        bring: reason.bring().iter().map(|evidence| evidence.as_str()).collect(),
        outcome_unknown: reason.outcome_unknown(),
    };
    plain(py, &Reason::ALL.iter().map(texts).collect::<Vec<_>>())
}
