//! Retries: the waits of a policy ahead of time, and a limit on the retries of a program.

use idenfy_rules::response::{self, Action, Reason};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList};
use serde::{Deserialize, Serialize};

use crate::arguments::whole;
use crate::classification::Classification;
use crate::errors;
use crate::form::{self, Form, form, mirrored};

type Keyword<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

/// What comes after one attempt: a wait between two bounds, in milliseconds.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct PlannedWait {
    /// The attempt that went before, from 1.
    attempt: u32,
    /// The shortest wait.
    min_ms: u64,
    /// The longest wait.
    max_ms: u64,
}

impl Form for PlannedWait {}
form! { PlannedWait { "attempt", "min_ms", "max_ms" } }

/// How long to wait after each attempt that asks for a retry, and when to give up.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RetryPlan {
    /// Every wait, in order; one less than there are attempts.
    attempts: Vec<PlannedWait>,
    /// How many attempts there are at most, the first one included.
    gives_up_after: u32,
}

impl Form for RetryPlan {}

form! { RetryPlan { "attempts", "gives_up_after" }
    /// The wait after this attempt; None when it was the last one, or no attempt at all.
    fn after(&self, attempt: &Bound<'_, PyAny>) -> PyResult<Option<PlannedWait>> {
        let attempt: u32 = whole(attempt, "attempt")?;
        Ok(self.attempts.iter().find(|wait| wait.attempt == attempt).cloned())
    }

    fn __len__(&self) -> usize {
        self.attempts.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, self.attempts.clone())?.try_iter()
    }
}

/// The waits of a retry policy, ahead of time: those that `classify_response` gives where the
/// server names no time of its own.
///
/// It gives up after `max_attempts`, 1 to 10,000; no wait is longer than `cap_ms`, at least 1.
///
/// Raises `InputError` for numbers outside these limits.
///
/// Source: ours, after the waits of the vendor's error handling guide (2026).
#[pyfunction]
#[pyo3(
    signature = (*, max_attempts=None, cap_ms=None),
    text_signature = "(*, max_attempts=3, cap_ms=60000)"
)]
pub(crate) fn retry_plan(
    py: Python<'_>,
    max_attempts: Keyword<'_, '_>,
    cap_ms: Keyword<'_, '_>,
) -> PyResult<RetryPlan> {
    let max_attempts = max_attempts
        .map_or(Ok(response::RetryPlan::DEFAULT_ATTEMPTS), |most| whole(most, "max_attempts"))?;
    let cap_ms =
        cap_ms.map_or(Ok(response::RetryPlan::DEFAULT_CAP_MS), |cap| whole(cap, "cap_ms"))?;
    let plan = response::RetryPlan::new(max_attempts, cap_ms);
    mirrored(py, &plan.map_err(|error| errors::input(py, &error))?)
}

/// How many retries a program may still make. Attempts limit one call, the budget limits all of
/// them together. It is a value: `spend` gives the next one, which you store for all calls that
/// share a fate.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct RetryBudget(response::RetryBudget);

impl Form for RetryBudget {}

form! { RetryBudget { "capacity", "available" }
    /// A full budget; with `available` one as it was stored.
    #[new]
    #[pyo3(
        signature = (capacity=None, available=None),
        text_signature = "(capacity=500, available=None)"
    )]
    fn new(
        py: Python<'_>,
        capacity: Keyword<'_, '_>,
        available: Keyword<'_, '_>,
    ) -> PyResult<Self> {
        let full = match capacity {
            None => response::RetryBudget::default(),
            Some(capacity) => response::RetryBudget::new(whole(capacity, "capacity")?),
        };
        let Some(available) = available else { return Ok(Self(full)) };
        response::RetryBudget::restore(full.capacity(), whole(available, "available")?)
            .map(Self)
            .map_err(|error| errors::input(py, &error))
    }

    /// What it holds when it is full.
    #[getter]
    fn capacity(&self) -> u32 {
        self.0.capacity()
    }

    /// What is left: a retry costs 5, one after a timeout 10, a success gives 1 back.
    #[getter]
    fn available(&self) -> u32 {
        self.0.available()
    }

    /// Whether it pays for no retry any more; goes into `context` as `retry_budget_empty`.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The budget after this classification; None when the retry costs more than is left: do not
    /// retry.
    fn spend(&self, classification: &Bound<'_, Classification>) -> PyResult<Option<Self>> {
        let py = classification.py();
        let (action, reason) = classification.get().verdict();
        let action = form::member(py, Action::ALL, |word| word.as_str(), action)?;
        let reason = form::member(py, Reason::ALL, |word| word.as_str(), reason)?;
        Ok(self.0.spend_on(action, reason).map(Self))
    }
}
