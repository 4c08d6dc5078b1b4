//! What an answer asks of the caller.

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use idenfy_rules::Reason;

use crate::handle::{ask, ask_text, free, put};
use crate::number::{Action, EscalateTo};
use crate::view::{self, View};

/// What one HTTP answer, or one transport failure, asks of you.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_classification_free(); views from it end then.
#[derive(Debug)]
pub struct Classification {
    pub(crate) found: idenfy_rules::Classification,
    json: OnceLock<String>,
}

impl From<idenfy_rules::Classification> for Classification {
    fn from(found: idenfy_rules::Classification) -> Self {
        Self { found, json: OnceLock::new() }
    }
}

/// How long to wait before a retry, in milliseconds.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Delay {
    /// The shortest wait: what the server asked for, else 0.
    pub min_ms: u64,
    /// The longest wait.
    pub max_ms: u64,
    /// The wait that your jitter draws between the two; `max_ms` without a jitter.
    pub ms: u64,
}

/// What to do. IDR_ACTION_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_action(classification: Option<&Classification>) -> Action {
    ask(classification, |made| made.found.action.into())
}

/// Why, as a stable name such as "RATE_LIMITED"; see idr_reason_happened(). Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_reason(classification: Option<&Classification>) -> View<'_> {
    ask_text(classification, |made| Some(made.found.reason.as_str()))
}

/// The reason of a retry that is no longer allowed. Absent for NULL and otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_underlying(
    classification: Option<&Classification>,
) -> View<'_> {
    ask_text(classification, |made| made.found.underlying.map(Reason::as_str))
}

/// What to do and whom to ask, for people; the wording may change. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_hint(classification: Option<&Classification>) -> View<'_> {
    ask_text(classification, |made| Some(made.found.hint))
}

/// Who has to act. IDR_ESCALATE_TO_NONE for NULL and unless the action is IDR_ACTION_ESCALATE.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_escalate_to(
    classification: Option<&Classification>,
) -> EscalateTo {
    ask(classification, |made| made.found.escalate_to.map(Into::into).unwrap_or_default())
}

/// Whether the unchanged request may be sent again automatically. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_retryable(classification: Option<&Classification>) -> bool {
    ask(classification, |made| made.found.retryable)
}

/// Whether the vendor may have processed the request all the same. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_outcome_unknown(
    classification: Option<&Classification>,
) -> bool {
    ask(classification, |made| made.found.outcome_unknown)
}

/// Whether identifier and status of the answer say different things; it never changes the
/// verdict. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_disagreement(classification: Option<&Classification>) -> bool {
    ask(classification, |made| made.found.disagreement)
}

/// The HTTP status as received, "status" in the JSON form. 0 for NULL and without an answer.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_http_status(classification: Option<&Classification>) -> u16 {
    ask(classification, |made| made.found.status.unwrap_or_default())
}

/// The identifier of the error answer as received, one of IDR_IDENTIFIER_... or an unknown word.
/// Absent for NULL, and where there is none or it does not have the shape of one.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_identifier(
    classification: Option<&Classification>,
) -> View<'_> {
    ask_text(classification, |made| made.found.identifier.as_deref())
}

/// How many members of the request are at fault, as far as the answer names them. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_pointer_count(
    classification: Option<&Classification>,
) -> usize {
    ask(classification, |made| made.found.pointers.len())
}

/// The member at fault at `index`, as a JSON Pointer; "" is the whole body. Absent for NULL and
/// for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_pointer(
    classification: Option<&Classification>,
    index: usize,
) -> View<'_> {
    ask_text(classification, |made| made.found.pointers.get(index).map(|place| place.as_str()))
}

/// How long to wait before the retry. True, and `*out` is written, if there is a wait; false, and
/// nothing is written, if the action is not IDR_ACTION_RETRY, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_delay(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<Delay>>,
) -> bool {
    let delay = ask(classification, |made| made.found.delay);
    let shown = |delay: idenfy_rules::Delay| {
        let (min_ms, max_ms) = (delay.min_ms, delay.max_ms);
        Delay { min_ms, max_ms, ms: delay.ms.unwrap_or(max_ms) }
    };
    put(delay.map(shown), out)
}

/// What a valid Retry-After says, in seconds. True, and `*out` is written, where there is one and
/// a retry was considered; else false, as for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_retry_after_s(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<u64>>,
) -> bool {
    put(ask(classification, |made| made.found.retry_after_s), out)
}

/// The earliest moment at which the old session is surely over, in Unix seconds. True, and
/// `*out` is written, where one is known; else false, as for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_not_before_unix(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<i64>>,
) -> bool {
    put(ask(classification, |made| made.found.not_before_unix), out)
}

/// The distance between calls that keeps below the hourly quota, in milliseconds. True, and
/// `*out` is written, where the quota was hit; else false, as for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_pacing_ms(
    classification: Option<&Classification>,
    out: Option<&mut MaybeUninit<u64>>,
) -> bool {
    put(ask(classification, |made| made.found.pacing_ms), out)
}

/// The classification as JSON, without the token. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_json(classification: Option<&Classification>) -> View<'_> {
    ask(classification, |made| view::json(&made.json, &made.found))
}

/// Frees a classification and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classification_free(
    classification: Option<&mut Option<Box<Classification>>>,
) {
    free(classification)
}
