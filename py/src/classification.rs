//! What an answer asks of the caller, and the two calls that say so.

use idenfy_rules::response::{self, Response, TransportKind};
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::arguments::{Given, text, whole};
use crate::body::Body;
use crate::context::Known;
use crate::form::{Form, Word, form};
use crate::guard;
use crate::headers::Headers;
use crate::token::Token;

/// How long to wait before a retry, in milliseconds.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Delay {
    /// The shortest wait: what the server asked for, else 0.
    min_ms: u64,
    /// The longest wait.
    max_ms: u64,
    /// The wait that the caller's jitter draws between the two; None without a jitter.
    ms: Option<u64>,
}

impl Form for Delay {}

form! { Delay { "min_ms", "max_ms", "ms" } }

/// What one answer, or one transport failure, asks of the caller.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Classification {
    /// What to do: "proceed", "retry", "fix" or "escalate".
    action: Word,
    /// Why, in stable UPPER_SNAKE.
    reason: Word,
    /// Who has to act on "escalate": "developer", "operations", "account_manager" or
    /// "idenfy_support".
    escalate_to: Option<Word>,
    /// The members of the request at fault, as JSON Pointers; "" is the whole body.
    pointers: Vec<String>,
    /// Whether the unchanged request may be sent again automatically.
    retryable: bool,
    /// How long to wait first; only on "retry".
    delay: Option<Delay>,
    /// What a valid `Retry-After` says, in seconds, where a retry was considered.
    retry_after_s: Option<u64>,
    /// The earliest moment at which the old session is surely over, in Unix seconds.
    not_before_unix: Option<i64>,
    /// The distance between calls that keeps below the hourly quota, in milliseconds.
    pacing_ms: Option<u64>,
    /// Whether the vendor may have processed the request all the same.
    outcome_unknown: bool,
    /// The reason of a retry that is no longer allowed.
    underlying: Option<Word>,
    /// Whether the identifier and the status say different things.
    disagreement: bool,
    /// The status as received.
    status: Option<u16>,
    /// The identifier as received, if it is 1 to 64 ASCII letters and underscores.
    identifier: Option<String>,
    /// What to do and whom to ask, for people; the text may change.
    hint: Word,
    /// The token of a success, outside the form.
    #[serde(skip_serializing)]
    token: Option<Token>,
}

#[derive(Serialize)]
struct WithToken<'a> {
    #[serde(flatten)]
    form: &'a Classification,
    token: Option<serde_json::Value>,
}

impl Form for Classification {
    fn state(&self) -> serde_json::Result<String> {
        let token = self.token.as_ref().map(Token::whole).transpose()?;
        serde_json::to_string(&WithToken { form: self, token })
    }
}

form! { Classification {
    "action", "reason", "escalate_to", "pointers", "retryable", "delay", "retry_after_s",
    "not_before_unix", "pacing_ms", "outcome_unknown", "underlying", "disagreement", "status",
    "identifier", "hint",
} }

impl Classification {
    /// What to do, and why.
    pub(crate) fn verdict(&self) -> (&str, &str) {
        (&self.action, &self.reason)
    }
}

impl From<response::Delay> for Delay {
    fn from(delay: response::Delay) -> Self {
        Self { min_ms: delay.min_ms, max_ms: delay.max_ms, ms: delay.ms }
    }
}

impl From<response::Classification> for Classification {
    fn from(found: response::Classification) -> Self {
        Self {
            action: found.action.as_str().into(),
            reason: found.reason.as_str().into(),
            escalate_to: found.escalate_to.map(|who| who.as_str().into()),
            pointers: found.pointers.iter().map(|pointer| pointer.as_str().to_owned()).collect(),
            retryable: found.retryable,
            delay: found.delay.map(Delay::from),
            retry_after_s: found.retry_after_s,
            not_before_unix: found.not_before_unix,
            pacing_ms: found.pacing_ms,
            outcome_unknown: found.outcome_unknown,
            underlying: found.underlying.map(|reason| reason.as_str().into()),
            disagreement: found.disagreement,
            status: found.status,
            identifier: found.identifier,
            hint: found.hint.into(),
            token: found.token.map(Token::from),
        }
    }
}

/// What does this HTTP answer ask of us?
///
/// `status` is the number of the status line, 0 to 65535; None together with `transport` means
/// that there was none, and without it that no request was made. `headers` is a mapping of names
/// to str, bytes or a list of them, or pairs. `body` is bytes-like or str, uncompressed. `attempt`
/// counts from 1. `transport` names how the body broke off after the status line; an unknown name
/// counts as "unknown".
/// `operation` is "create_token", "process", "delete", "status", "data", "files" or "pdf".
/// `context` may hold max_attempts, retry_after_cap_s, previous_outcome_unknown,
/// retry_budget_empty, client_id, created_at_unix, expiry_time_s, session_length_s, now_unix and
/// jitter; times are Unix seconds, durations seconds, jitter a number in [0, 1).
///
/// Raises `InputError` for arguments that cannot be used.
///
/// Source: the vendor's error page and error handling guide (2026); RFC 9110 for what they leave
/// open. Waits without a time of the server are ours.
#[pyfunction]
#[pyo3(
    signature = (
        status, headers=None, body=None, *, attempt, transport=None, operation=None, context=None
    ),
    text_signature = "(status, headers=None, body=b'', *, attempt, transport=None, \
        operation='create_token', context=None)"
)]
pub(crate) fn classify_response(
    status: &Bound<'_, PyAny>,
    headers: Given<'_, '_>,
    body: Given<'_, '_>,
    attempt: &Bound<'_, PyAny>,
    transport: Given<'_, '_>,
    operation: Given<'_, '_>,
    context: Given<'_, '_>,
) -> PyResult<Classification> {
    let py = status.py();
    let known = Known::read(attempt, operation, context)?;
    let kind = transport.map(|kind| transport_kind(kind, "transport")).transpose()?;
    let headers = Headers::read(headers)?;
    let body = Body::answered(body, py)?;
    if status.is_none() {
        return without_answer(py, kind.unwrap_or(TransportKind::NOTHING), &known);
    }
    let pairs = headers.pairs();
    let answer = Response::new(whole(status, "status")?, &pairs, &body);
    let answer = kind.map_or(answer, |kind| answer.with_transport(kind));
    let context = known.context();
    guard::call(py, body.len(), || response::classify(&answer, &context).into())
}

/// What does a call without an answer ask of us?
///
/// `kind` says what happened, for example "connect_refused" or "response_timeout"; an unknown
/// name counts as "unknown". The other arguments are those of `classify_response`.
///
/// Raises `InputError` for arguments that cannot be used.
///
/// Source: ours, from what each failure says about the request; the vendor's pages are silent.
#[pyfunction]
#[pyo3(
    signature = (kind, *, attempt, operation=None, context=None),
    text_signature = "(kind, *, attempt, operation='create_token', context=None)"
)]
pub(crate) fn classify_transport(
    kind: &Bound<'_, PyAny>,
    attempt: &Bound<'_, PyAny>,
    operation: Given<'_, '_>,
    context: Given<'_, '_>,
) -> PyResult<Classification> {
    let known = Known::read(attempt, operation, context)?;
    without_answer(kind.py(), transport_kind(kind, "kind")?, &known)
}

fn transport_kind(value: &Bound<'_, PyAny>, name: &str) -> PyResult<TransportKind> {
    text(value, name).map(|kind| TransportKind::read(&kind))
}

fn without_answer(py: Python<'_>, kind: TransportKind, known: &Known) -> PyResult<Classification> {
    let context = known.context();
    guard::call(py, 0, || response::classify_transport(kind, &context).into())
}
