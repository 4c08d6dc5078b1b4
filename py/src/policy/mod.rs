//! Policies. PyO3 wants all methods of a class in one block, which is the file beside this one.

mod methods;

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::guard;

/// A loaded policy: immutable, shared freely between threads.
///
/// There is no default: name the policy. Two policies are equal when their names, revisions
/// and fingerprints are.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
pub(crate) struct Policy {
    policy: idenfy_rules::Policy,
    /// The call that makes this policy again, for pickle.
    made_by: (&'static str, Py<PyTuple>),
}

impl Policy {
    fn built_in(
        class: &Bound<'_, PyType>,
        made_by: &'static str,
        make: fn() -> idenfy_rules::Policy,
    ) -> PyResult<Self> {
        let py = class.py();
        let policy = guard::call(py, 0, make)?;
        Ok(Self { policy, made_by: (made_by, PyTuple::empty(py).unbind()) })
    }

    /// The policy of the core.
    pub(crate) fn loaded(&self) -> &idenfy_rules::Policy {
        &self.policy
    }

    fn identity(&self) -> (&str, Option<&str>, &str) {
        (self.policy.name(), self.policy.revision(), self.policy.fingerprint())
    }
}

impl PartialEq for Policy {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Policy {}

impl Hash for Policy {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.identity().hash(hasher);
    }
}
