//! Several deliveries about one verification, folded into one state.

use idenfy_rules::history::{self, StartLimits};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::{Deserialize, Serialize};

use crate::arguments::{text, whole};
use crate::decision::{Decision, PolicyName};
use crate::form::{self, Form, Word, form, mirrored};
use crate::{body, errors, guard};

type Keyword<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

/// What is known about one verification after the deliveries so far: small, without personal
/// data, and yours to store.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The version of this form: 1.
    format: u32,
    /// The verification.
    scan_ref: String,
    /// What to do about the person, after everything so far.
    outcome: Word,
    /// What the vendor said about the delivery that set the outcome: was it the last word?
    r#final: Option<bool>,
    /// Whether the deliveries behind the outcome were verified.
    verified: bool,
    /// The event of the delivery that set the outcome.
    event: Option<String>,
    /// Where the verification stood then.
    lifecycle: Option<Word>,
    /// The strictest outcome that the rules have given so far.
    closed: Option<Word>,
    /// SHA-256 of the last 16 bodies, oldest first.
    seen: Vec<String>,
    /// The policy that set the outcome.
    policy: PolicyName,
    /// Whether verdicts contradicted each other: somebody should look.
    conflict: bool,
    /// Whether a resubmission opened it again.
    reopened: bool,
    /// Whether the vendor has erased its data.
    erased: bool,
}

impl Form for Record {}

form! { Record {
        "format", "scan_ref", "outcome", "final", "verified", "event", "lifecycle", "closed",
        "seen", "policy", "conflict", "reopened", "erased",
    }
    /// Reads a record that `to_json()` wrote: `text` is that JSON text, str or bytes-like.
    ///
    /// Raises `InputError`: `record.invalid` for anything else, `record.format` for the form of
    /// another version.
    ///
    /// Source: ours.
    #[classmethod]
    fn from_json(class: &Bound<'_, PyType>, text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let stored = body::text("text", text)?;
        // Neither bytes that are no text nor the empty text are a record.
        mirrored(class.py(), &stored_record(class.py(), str::from_utf8(&stored).unwrap_or(""))?)
    }
}

fn stored_record(py: Python<'_>, stored: &str) -> PyResult<history::Record> {
    history::Record::from_json(stored).map_err(|error| errors::input(py, &error))
}

impl Record {
    /// The record as the core takes it: the way in is the stored text, which the core checks.
    fn kept(&self, py: Python<'_>) -> PyResult<history::Record> {
        stored_record(py, &form::text(py, self)?)
    }
}

/// What to store, and whether to act.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Transition {
    /// What the delivery was: "new", "duplicate", "late", "replace", "refresh", "reopen",
    /// "stricter" or "milder".
    kind: Word,
    /// The record to store.
    record: Record,
    /// Whether the outcome that you act on is new or has changed.
    act: bool,
}

impl Form for Transition {}
form! { Transition { "kind", "record", "act" } }

/// Whether a new token for a client makes sense.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Start {
    /// Whether to ask for a token.
    go: bool,
    /// Why: "go", "already_accepted", "session_active" or "too_many_attempts".
    reason: Word,
    /// When the session of the last token ends at the latest, in Unix seconds.
    active_until_unix: Option<i64>,
}

impl Form for Start {}

form! { Start { "go", "reason", "active_until_unix" }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err("a start is neither true nor false: write `start.go`"))
    }
}

/// Folds a decision into the record of its verification.
///
/// `previous` is the stored record of the same `scan_ref`, None for the first delivery;
/// `decision` what a policy made of the new one. Nothing is stored here: keep `record` of the transition, keyed by its `scan_ref`.
///
/// Raises `InputError`: `history.no_scan_ref` for a decision that names no verification,
/// `history.other_scan_ref` for one that names another than the record. TypeError for anything
/// but a `Record` and a `Decision`.
///
/// Source: ours; the order and repetition of webhooks from the vendor's FAQ (2026).
#[pyfunction]
#[pyo3(signature = (previous, decision))]
pub(crate) fn reconcile(
    py: Python<'_>,
    previous: Option<&Bound<'_, Record>>,
    decision: &Bound<'_, Decision>,
) -> PyResult<Transition> {
    let previous = previous.map(|record| record.get().kept(py)).transpose()?;
    let decision = decision.get().made();
    let transition = guard::call(py, 0, || history::reconcile(previous.as_ref(), decision))?;
    mirrored(py, &transition.map_err(|error| errors::input(py, &error))?)
}

/// Answers before a token is asked for whether that makes sense.
///
/// `records` are all records of one client, `now_unix` the time in Unix seconds. The limits are
/// `max_attempts`, the most attempts of one client, and what is known of the last token:
/// `created_at_unix`, `scan_ref`, `expiry_time_s` and `session_length_s`. Without the last two
/// the vendor's maxima count: 30 days and one hour.
///
/// Raises `InputError` for a limit that cannot be used, TypeError for one that does not exist.
///
/// Source: the vendor's FAQ (2026): it does not track or block repeats on its own.
#[pyfunction]
#[pyo3(signature = (
    records, now_unix, *, max_attempts=None, created_at_unix=None, scan_ref=None,
    expiry_time_s=None, session_length_s=None,
))]
pub(crate) fn may_start(
    records: &Bound<'_, PyAny>,
    now_unix: &Bound<'_, PyAny>,
    max_attempts: Keyword<'_, '_>,
    created_at_unix: Keyword<'_, '_>,
    scan_ref: Keyword<'_, '_>,
    expiry_time_s: Keyword<'_, '_>,
    session_length_s: Keyword<'_, '_>,
) -> PyResult<Start> {
    let py = records.py();
    let records = kept(records)?;
    let now_unix = whole(now_unix, "now_unix")?;
    let limits = StartLimits {
        max_attempts: max_attempts.map(|most| whole(most, "max_attempts")).transpose()?,
        created_at_unix: created_at_unix.map(|at| whole(at, "created_at_unix")).transpose()?,
        scan_ref: scan_ref.map(|name| text(name, "scan_ref")).transpose()?,
        expiry_time_s: expiry_time_s.map(|time| whole(time, "expiry_time_s")).transpose()?,
        session_length_s: session_length_s
            .map(|time| whole(time, "session_length_s"))
            .transpose()?,
    };
    mirrored(py, &guard::call(py, 0, || history::may_start(&records, now_unix, &limits))?)
}

fn kept(records: &Bound<'_, PyAny>) -> PyResult<Vec<history::Record>> {
    let wrong = || PyTypeError::new_err("`records` must be an iterable of `Record`");
    let one = |record: PyResult<Bound<'_, PyAny>>| {
        let record = record?;
        record.cast::<Record>().map_err(|_| wrong())?.get().kept(record.py())
    };
    records.try_iter().map_err(|_| wrong())?.map(one).collect()
}
