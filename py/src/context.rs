//! What the caller knows about the call: attempt, operation and the keys of `context`.

use idenfy_rules::response::{Context, Jitter, Operation};
use pyo3::prelude::*;
use pyo3::types::PyMapping;

use crate::arguments::{flag, text, whole};
use crate::errors;

/// A context of the core, with the text that it borrows.
pub(crate) struct Known {
    context: Context<'static>,
    client_id: Option<String>,
}

type Set = fn(&mut Known, &str, &Bound<'_, PyAny>) -> PyResult<()>;

/// Every key of `context` and what it sets; None counts as not there.
const KEYS: &[(&str, Set)] = &[
    ("client_id", |known, key, value| put(&mut known.client_id, text(value, key).map(Some))),
    ("created_at_unix", |known, key, value| {
        put(&mut known.context.created_at_unix, whole(value, key).map(Some))
    }),
    ("expiry_time_s", |known, key, value| {
        put(&mut known.context.expiry_time_s, whole(value, key).map(Some))
    }),
    ("jitter", |known, key, value| put(&mut known.context.jitter, jitter(value, key).map(Some))),
    ("max_attempts", |known, key, value| put(&mut known.context.max_attempts, whole(value, key))),
    ("now_unix", |known, key, value| put(&mut known.context.now_unix, whole(value, key).map(Some))),
    ("previous_outcome_unknown", |known, key, value| {
        put(&mut known.context.previous_outcome_unknown, flag(value, key))
    }),
    ("retry_after_cap_s", |known, key, value| {
        put(&mut known.context.retry_after_cap_s, whole(value, key))
    }),
    ("retry_budget_empty", |known, key, value| {
        put(&mut known.context.retry_budget_empty, flag(value, key))
    }),
    ("session_length_s", |known, key, value| {
        put(&mut known.context.session_length_s, whole(value, key).map(Some))
    }),
];

fn put<T>(place: &mut T, value: PyResult<T>) -> PyResult<()> {
    *place = value?;
    Ok(())
}

fn jitter(value: &Bound<'_, PyAny>, key: &str) -> PyResult<Jitter> {
    let py = value.py();
    let wrong = |_| errors::argument(py, key, "`jitter` must be a number in [0, 1)");
    let draw = value.extract().map_err(wrong)?;
    Jitter::new(draw).map_err(|error| errors::input(py, &error))
}

impl Known {
    pub(crate) fn read(
        attempt: &Bound<'_, PyAny>,
        operation: Option<&Bound<'_, PyAny>>,
        context: Option<&Bound<'_, PyAny>>,
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
            known.take(context)?;
        }
        Ok(known)
    }

    fn take(&mut self, context: &Bound<'_, PyAny>) -> PyResult<()> {
        let py = context.py();
        let refused = |_| errors::argument(py, "context", "`context` must be a mapping or None");
        for pair in context.cast::<PyMapping>().map_err(refused)?.items()? {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            let key = text(&key, "context")?;
            match KEYS.iter().find(|(known, _)| *known == key) {
                None => {
                    let known: Vec<_> = KEYS.iter().map(|(known, _)| *known).collect();
                    return Err(errors::unknown_key(py, "context", &key, &known));
                }
                Some(_) if value.is_none() => {}
                Some((name, set)) => set(self, name, &value)?,
            }
        }
        Ok(())
    }

    pub(crate) fn context(&self) -> Context<'_> {
        let mut context: Context<'_> = self.context.clone();
        context.client_id = self.client_id.as_deref();
        context
    }
}
