//! What a policy says that its author hardly meant.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use super::example::{Area, Example};
use crate::decision::PolicyName;
use crate::form::{Form, Word, form};

/// One finding about a policy.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct LintFinding {
    /// What it is, for example `policy.lint.unreachable_rule`.
    code: Word,
    /// "warning" or "note".
    severity: Word,
    /// The rule, if it is about one.
    rule: Option<String>,
    /// Where in the document, as a JSON Pointer; of an inherited rule, in the document that it
    /// comes from.
    pointer: String,
    /// One sentence for people.
    message: String,
    /// The webhooks that it is about, where it is about some and not about all.
    area: Option<Area>,
    /// A webhook that shows it.
    example: Option<Example>,
    /// The same webhook but for what makes the difference, where one does.
    instead: Option<Example>,
}

impl Form for LintFinding {}
form! { LintFinding {
        "code", "severity", "rule", "pointer", "message", "area", "example", "instead",
    }
    fn __str__(&self) -> String {
        let Self { code, pointer, severity, message, .. } = self;
        format!("{severity} {code} at \"{pointer}\": {message}")
    }
}

/// A question that was not decided.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct LintGap {
    /// What would be found if the answer were yes.
    code: Word,
    /// The rule, if it is about one.
    rule: Option<String>,
    /// Where in the document, as a JSON Pointer.
    pointer: String,
    /// Why: "limit", "patterns" or "disagreement".
    gap: Word,
}

impl Form for LintGap {}
form! { LintGap { "code", "rule", "pointer", "gap" } }

/// What lint found about a policy.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Lint {
    /// The version of this form: 1.
    format: u8,
    /// The policy.
    policy: PolicyName,
    /// Whether there is no warning, and every question was decided. Notes do not count.
    clean: bool,
    /// Whether every question was decided: what is not among the findings is not there.
    complete: bool,
    /// What was found, by rule in the order of the document.
    findings: Vec<LintFinding>,
    /// The questions that were not decided.
    undetermined: Vec<LintGap>,
}

impl Form for Lint {}
form! { Lint { "format", "policy", "clean", "complete", "findings", "undetermined" }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err("a lint is neither true nor false: write `lint.clean`"))
    }
}
