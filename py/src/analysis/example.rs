//! Webhooks that show what an analysis says, and regions of them.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::form::{Form, Word, form, plain};

/// A complete webhook. It is invented: nobody's data is in it.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Witness {
    /// The body, as it would arrive.
    #[pyo3(get)]
    body: String,
    /// The `Idenfy-Event-Type` header, if there is one.
    #[pyo3(get)]
    event: Option<String>,
    /// The day on which it is read, as ISO text, where a fact hangs on it.
    #[pyo3(get)]
    today: Option<String>,
    facts: Value,
    /// Whether no other webhook that shows the same is proved to be plainer.
    #[pyo3(get)]
    smallest: bool,
}

impl Form for Witness {}
form! { Witness { "body", "event", "today", "facts", "smallest" }
    /// What it says, by fact, in the words of test files: only what is not plainly absent.
    #[getter]
    fn facts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.facts)
    }
}

/// A webhook and how a policy decides it.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Example {
    /// The webhook.
    webhook: Witness,
    /// What the policy decides.
    outcome: Word,
    /// The state of the delivery.
    lifecycle: Option<Word>,
    /// The rules that decide.
    rules: Vec<String>,
}

impl Form for Example {}
form! { Example { "webhook", "outcome", "lifecycle", "rules" } }

/// What one fact may be, in the words of the policy language. What does not apply is empty or
/// None.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct AreaFact {
    /// The fact.
    #[pyo3(get)]
    fact: Word,
    is_one_of: Value,
    is_none_of: Value,
    any: Value,
    all: Value,
    none: Value,
    not_all: Value,
    /// The text, one that the policy does not name, matches all of these patterns.
    #[pyo3(get)]
    matches: Vec<String>,
    /// The text, one that the policy does not name, matches none of these patterns.
    #[pyo3(get)]
    matches_not: Vec<String>,
}

impl Form for AreaFact {}
form! { AreaFact {
        "fact", "is_one_of", "is_none_of", "any", "all", "none", "not_all", "matches",
        "matches_not",
    }
    /// It is one of these.
    #[getter]
    fn is_one_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.is_one_of)
    }

    /// It is none of these.
    #[getter]
    fn is_none_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.is_none_of)
    }

    /// Of each of these lists, at least one word is in the set.
    #[getter]
    fn any<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.any)
    }

    /// All of these words are in the set.
    #[getter]
    fn all<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.all)
    }

    /// None of these words is in the set.
    #[getter]
    fn none<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.none)
    }

    /// Of each of these lists, at least one word is not in the set.
    #[getter]
    fn not_all<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.not_all)
    }
}

/// A region of webhooks: all that this is true of. A fact that is not named may be anything that
/// goes with the others.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Area {
    /// The states of the delivery; None where the state makes no difference.
    lifecycle: Option<Vec<Word>>,
    /// What is said of facts, each once.
    facts: Vec<AreaFact>,
}

impl Form for Area {}
form! { Area { "lifecycle", "facts" } }
