//! What the cases of a test file found out about a policy.

use std::hash::{Hash, Hasher};

use idenfy_rules::policy::testing;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyTuple;
use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::decision::PolicyName;
use crate::form::{Form, Word, form, mirrored, plain, repr, text};
use crate::policy::Policy;
use crate::{errors, guard};

/// The numbers of a run of tests at a glance.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RunCounts {
    /// Cases in the file.
    cases: usize,
    /// Cases that passed.
    passed: usize,
    /// Cases that did not.
    failed: usize,
    /// Rules of the policy, inherited ones included.
    rules: usize,
    /// Rules that were true in some case.
    rules_true: usize,
    /// Conditions: tests on one fact in one rule.
    conditions: usize,
    /// Conditions that were true in some case and not true in another.
    conditions_tried: usize,
}

impl Form for RunCounts {}
form! {
    RunCounts {
        "cases", "passed", "failed", "rules", "rules_true", "conditions", "conditions_tried"
    }
}

/// What a case expects; None where it says nothing.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ExpectedDecision {
    /// The outcome.
    outcome: Word,
    /// The rules that decide, exactly, sorted.
    rules: Option<Vec<String>>,
    /// The state of the verification.
    lifecycle: Option<Word>,
    /// The rules that cannot be judged, exactly, sorted.
    undecided: Option<Vec<String>>,
}

impl Form for ExpectedDecision {}
form! { ExpectedDecision { "outcome", "rules", "lifecycle", "undecided" } }

/// The part of a decision that cases are about.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ObservedDecision {
    /// The outcome.
    outcome: Word,
    /// The rules that decided, sorted.
    rules: Vec<String>,
    /// The state of the verification; None for a notice.
    lifecycle: Option<Word>,
    /// The rules that could not be judged, sorted.
    undecided: Vec<String>,
}

impl Form for ObservedDecision {}
form! { ObservedDecision { "outcome", "rules", "lifecycle", "undecided" } }

/// What became of one case.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct CaseResult {
    /// Its name in the file.
    name: String,
    /// Whether everything that it expects came true.
    passed: bool,
    /// What it expects.
    expected: ExpectedDecision,
    /// What the policy decided; None for a webhook that cannot be used.
    got: Option<ObservedDecision>,
    /// The code of the error where there is no decision.
    error: Option<Word>,
}

impl Form for CaseResult {}
form! { CaseResult { "name", "passed", "expected", "got", "error" } }

/// What the cases tried of one test on one fact.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ConditionCoverage {
    /// Where it stands in the `when` of the rule, as a JSON Pointer.
    place: String,
    /// The test in words.
    text: String,
    /// The number of cases in which it was true.
    true_in: usize,
    /// The number of cases in which it was false or undecided.
    not_true_in: usize,
}

impl Form for ConditionCoverage {}
form! { ConditionCoverage { "place", "text", "true_in", "not_true_in" } }

/// What the cases tried of one rule. Only cases in which the rules are asked count.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RuleCoverage {
    /// The rule.
    id: String,
    /// What it asks for when it is true.
    then: Word,
    /// The number of cases in which it was true.
    true_in: usize,
    /// The number of cases in which it was among the rules that decided.
    decided_in: usize,
    /// The number of cases in which it could not be judged.
    undecided_in: usize,
    /// The tests that it makes, each on one fact.
    conditions: Vec<ConditionCoverage>,
}

impl Form for RuleCoverage {}
form! { RuleCoverage { "id", "then", "true_in", "decided_in", "undecided_in", "conditions" } }

#[derive(PartialEq, Eq, Hash, Deserialize)]
struct Shown {
    format: u8,
    passed: bool,
    policy: PolicyName,
    counts: RunCounts,
    cases: Vec<CaseResult>,
    rules: Vec<RuleCoverage>,
    otherwise: usize,
}

/// What became of the cases of a test file, and what they left untried. `str()` tells it to people.
///
/// Neither form nor text holds personal data of a webhook. A pickle holds the test file and runs
/// it again.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
pub(crate) struct TestRun {
    shown: Shown,
    run: testing::TestRun,
    /// The call that makes this run again, for pickle.
    made_by: (Py<Policy>, PyBackedBytes),
}

impl PartialEq for TestRun {
    fn eq(&self, other: &Self) -> bool {
        self.shown == other.shown
    }
}

impl Eq for TestRun {}

impl Hash for TestRun {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.shown.hash(hasher);
    }
}

impl TestRun {
    pub(crate) fn of(policy: &Bound<'_, Policy>, file: Body) -> PyResult<Self> {
        let py = policy.py();
        let loaded = policy.get().loaded();
        let run = guard::call(py, file.len(), || testing::run(loaded, &file))?;
        let run = run.map_err(|error| errors::test_file(py, &error))?;
        let shown = mirrored(py, &run)?;
        Ok(Self { shown, run, made_by: (policy.clone().unbind(), file.into_bytes()) })
    }

    /// The run as the core made it.
    pub(crate) fn run(&self) -> &testing::TestRun {
        &self.run
    }
}

#[pymethods]
impl TestRun {
    /// Keeps pytest from taking this class for tests of its own.
    #[classattr]
    #[pyo3(name = "__test__")]
    const COLLECTED: bool = false;

    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        let keys = ["format", "passed", "policy", "counts", "cases", "rules", "otherwise"];
        PyTuple::new(py, keys)
    }

    /// The version of this form: 1.
    #[getter]
    fn format(&self) -> u8 {
        self.shown.format
    }

    /// Whether every case passed. Gaps in the coverage do not count against it.
    #[getter]
    fn passed(&self) -> bool {
        self.shown.passed
    }

    /// The policy that was tested.
    #[getter]
    fn policy(&self) -> PolicyName {
        self.shown.policy.clone()
    }

    /// The numbers at a glance.
    #[getter]
    fn counts(&self) -> RunCounts {
        self.shown.counts.clone()
    }

    /// Every case, in the order of the file.
    #[getter]
    fn cases(&self) -> Vec<CaseResult> {
        self.shown.cases.clone()
    }

    /// Every rule, in the order of the document.
    #[getter]
    fn rules(&self) -> Vec<RuleCoverage> {
        self.shown.rules.clone()
    }

    /// The number of cases in which no rule was true.
    #[getter]
    fn otherwise(&self) -> usize {
        self.shown.otherwise
    }

    /// The JSON form as plain dict, list, str, int, bool and None.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.run)
    }

    /// The JSON form as text; equal results have equal text.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        text(py, &self.run)
    }

    fn __str__(&self) -> String {
        self.run.to_string()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr("TestRun", plain(py, &self.run)?.cast()?)
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a run of tests is neither true nor false: write `run.passed`; \
             gaps in the coverage do not count against it",
        ))
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (policy, file) = &self.made_by;
        let run_again = py.get_type::<Policy>().getattr("test")?;
        Ok((run_again, (policy, &**file).into_pyobject(py)?))
    }
}
