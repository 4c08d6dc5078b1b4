//! What became of a claim about a policy.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use super::example::Example;
use crate::decision::PolicyName;
use crate::form::{Form, Word, form};

/// What became of a claim about a policy.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Proof {
    /// The version of this form: 1.
    format: u8,
    /// The policy.
    policy: PolicyName,
    /// "holds", "counterexample" or "undetermined".
    result: Word,
    /// Why it is undetermined: "limit", "patterns" or "disagreement".
    gap: Option<Word>,
    /// The patterns that were free, if the answer is undetermined for that.
    patterns: Vec<String>,
    /// A webhook that refutes it, decided by the engine.
    counterexample: Option<Example>,
}

impl Form for Proof {}
form! { Proof { "format", "policy", "result", "gap", "patterns", "counterexample" }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a proof is neither true nor false: write `proof.result == \"holds\"`",
        ))
    }
}
