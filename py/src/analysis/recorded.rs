//! What would change for recorded webhooks.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::decision::PolicyName;
use crate::form::{Form, Word, form};

/// How often one change occurs in recorded webhooks.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ChangeCount {
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// On how many lines.
    count: usize,
}

impl Form for ChangeCount {}
form! { ChangeCount { "old_outcome", "new_outcome", "count" } }

/// A line that two policies decide differently.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ChangedLine {
    /// The number of the line, from 1.
    line: u64,
    /// The verification.
    scan_ref: Option<String>,
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// The rules by which the old policy decides.
    old_rules: Vec<String>,
    /// The rules by which the new policy decides.
    new_rules: Vec<String>,
}

impl Form for ChangedLine {}
form! { ChangedLine {
    "line", "scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules",
} }

/// A line that could not be decided.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct UnusableLine {
    /// The number of the line, from 1.
    line: u64,
    /// The code of the error.
    code: Word,
}

impl Form for UnusableLine {}
form! { UnusableLine { "line", "code" } }

/// What would change for recorded webhooks: by line and scanRef, without personal data.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RecordedDifference {
    /// The version of this form: 1.
    format: u8,
    /// The policy of today.
    old: PolicyName,
    /// The policy that would take its place.
    new: PolicyName,
    /// Lines that both policies decided.
    webhooks: usize,
    /// Lines with the same outcome by both.
    same: usize,
    /// How many verifications have a line that changes.
    people: usize,
    /// How often each change occurs, the most frequent first.
    counts: Vec<ChangeCount>,
    /// The lines that change, in their order.
    changed: Vec<ChangedLine>,
    /// The lines that could not be decided.
    unusable: Vec<UnusableLine>,
}

impl Form for RecordedDifference {}
form! { RecordedDifference {
        "format", "old", "new", "webhooks", "same", "people", "counts", "changed", "unusable",
    }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a difference is neither true nor false: write `difference.changed`",
        ))
    }
}
