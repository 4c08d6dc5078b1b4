//! What changes when one policy takes the place of another.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use super::example::{Area, Witness};
use crate::decision::PolicyName;
use crate::form::{Form, Word, form};

/// A region of webhooks that two policies decide differently: of those that the old one decides as
/// `old_outcome`, the new one decides all that are in `area` as `new_outcome`.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Change {
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// Which webhooks. Regions may overlap.
    area: Area,
    /// One of them; None if it hangs on a pattern for which no text could be written.
    example: Option<Witness>,
    /// The rules by which the old policy decides the example.
    old_rules: Vec<String>,
    /// The rules by which the new policy decides the example.
    new_rules: Vec<String>,
}

impl Form for Change {}
form! { Change { "old_outcome", "new_outcome", "area", "example", "old_rules", "new_rules" } }

/// Two outcomes between which there may be more changes than those described.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct DiffGap {
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// Why: "limit", "patterns", "regions" or "disagreement".
    gap: Word,
}

impl Form for DiffGap {}
form! { DiffGap { "old_outcome", "new_outcome", "gap" } }

/// What changes, for every webhook there can be, when one policy takes the place of another.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Difference {
    /// The version of this form: 1.
    format: u8,
    /// The policy of today.
    old: PolicyName,
    /// The policy that would take its place.
    new: PolicyName,
    /// Whether it is proved that both decide every webhook alike.
    equal: bool,
    /// Whether every webhook that is decided differently is in one of the regions.
    complete: bool,
    /// The regions, the shortest descriptions first.
    changes: Vec<Change>,
    /// The pairs of outcomes of which not every region could be described.
    undetermined: Vec<DiffGap>,
}

impl Form for Difference {}
form! { Difference { "format", "old", "new", "equal", "complete", "changes", "undetermined" }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a difference is neither true nor false: write `difference.equal`",
        ))
    }
}
