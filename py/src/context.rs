//! What the caller knows about the call: attempt, operation and the keys of `context`.

use idenfy_rules::response::{Context, Jitter, Operation};
use pyo3::prelude::*;

use crate::arguments::{Given, Key, flag, put, take, text, whole};
use crate::errors;

/// A context of the core, with the text that it borrows.
pub(crate) struct Known {
    context: Context<'static>,
    client_id: Option<String>,
}

/// Every key of `context` and what it sets.
const KEYS: &[Key<Known>] = &[
    ("client_id", |known, value, key| put(&mut known.client_id, text(value, key).map(Some))),
    ("created_at_unix", |known, value, key| {
        put(&mut known.context.created_at_unix, whole(value, key).map(Some))
    }),
    ("expiry_time_s", |known, value, key| {
        put(&mut known.context.expiry_time_s, whole(value, key).map(Some))
    }),
    ("jitter", |known, value, key| put(&mut known.context.jitter, jitter(value, key).map(Some))),
    ("max_attempts", |known, value, key| put(&mut known.context.max_attempts, whole(value, key))),
    ("now_unix", |known, value, key| put(&mut known.context.now_unix, whole(value, key).map(Some))),
    ("previous_outcome_unknown", |known, value, key| {
        put(&mut known.context.previous_outcome_unknown, flag(value, key))
    }),
    ("retry_after_cap_s", |known, value, key| {
        put(&mut known.context.retry_after_cap_s, whole(value, key))
    }),
    ("retry_budget_empty", |known, value, key| {
        put(&mut known.context.retry_budget_empty, flag(value, key))
    }),
    ("session_length_s", |known, value, key| {
        put(&mut known.context.session_length_s, whole(value, key).map(Some))
    }),
];

fn jitter(value: &Bound<'_, PyAny>, key: &str) -> PyResult<Jitter> {
    let py = value.py();
    let wrong = |_| errors::argument(py, key, "`jitter` must be a number in [0, 1)");
    let draw = value.extract().map_err(wrong)?;
    Jitter::new(draw).map_err(|error| errors::input(py, &error))
}

impl Known {
    pub(crate) fn read(
        attempt: &Bound<'_, PyAny>,
        operation: Given<'_, '_>,
        context: Given<'_, '_>,
    ) -> PyResult<Self> {
        let py = attempt.py();
        let refused = |error| errors::input(py, &error);
        let started = Context::new(whole(attempt, "attempt")?).map_err(refused)?;
        let mut known = Self { context: started, client_id: None };
        if let Some(operation) = operation {
            known.context.operation =
                Operation::read(&text(operation, "operation")?).map_err(refused)?;
        }
        if let Some(context) = context {
            take(&mut known, KEYS, context, "context")?;
        }
        Ok(known)
    }

    pub(crate) fn context(&self) -> Context<'_> {
        let mut context: Context<'_> = self.context.clone();
        context.client_id = self.client_id.as_deref();
        context
    }
}
