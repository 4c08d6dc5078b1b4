//! Why a policy decides as it does: a trace per rule.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::form::{Form, Word, form};

/// What a rule saw of one fact.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct FactTrace {
    /// The fact.
    fact: Word,
    /// "known", "neutral" (absent, and absence has a plain meaning) or "missing".
    state: Word,
    /// The word, if the fact holds one of its vocabulary.
    word: Option<Word>,
}

impl Form for FactTrace {}
form! { FactTrace { "fact", "state", "word" } }

/// What one rule says.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RuleTrace {
    /// The rule.
    id: String,
    /// What it asks for when it is true.
    then: Word,
    /// "true", "false" or "undecided".
    result: Word,
    /// The facts that it asks, by name; a set has one entry per word.
    facts: Vec<FactTrace>,
}

impl Form for RuleTrace {}
form! { RuleTrace { "id", "then", "result", "facts" } }

/// What every rule of a policy says about one webhook, in the order of the document. It holds no
/// personal data: a fact's word is shown only where it comes from a vocabulary.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Explanation {
    /// One trace per rule; none for a notice.
    rules: Vec<RuleTrace>,
}

impl Form for Explanation {}
form! { Explanation { "rules" } }
