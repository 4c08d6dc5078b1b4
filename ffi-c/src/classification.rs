//! What an answer asks of the caller.

use std::sync::OnceLock;

use idenfy_rules::{Reason, TokenResponse};

use crate::guard::guard_or;
use crate::handle::{free, look};
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

/// Asks a classification that may be NULL.
///
/// # Safety
/// `found` is NULL or alive.
unsafe fn ask<'a, T: Copy>(
    found: *const Classification,
    neutral: T,
    question: impl FnOnce(&'a idenfy_rules::Classification) -> T,
) -> T {
    guard_or(neutral, || {
        // SAFETY: promised by the caller.
        unsafe { look(found) }.map_or(neutral, |found| question(&found.found))
    })
}

/// A text of the token that may be there.
///
/// # Safety
/// `found` is NULL or alive.
unsafe fn token<'a>(
    found: *const Classification,
    part: impl FnOnce(&'a TokenResponse) -> Option<&'a str>,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(found, View::ABSENT, |found| View::maybe(found.token.as_ref().and_then(part))) }
}

/// What to do. IDR_ACTION_NONE for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_action(
    classification: *const Classification,
) -> Action {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, Action::IDR_ACTION_NONE, |found| found.action.into()) }
}

/// Why, as a stable name such as "RATE_LIMITED"; see idr_reason_happened(). Absent for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_reason(classification: *const Classification) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, View::ABSENT, |found| View::of(found.reason.as_str())) }
}

/// The reason of a retry that is no longer allowed; absent otherwise.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_underlying(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe {
        ask(classification, View::ABSENT, |found| View::maybe(found.underlying.map(Reason::as_str)))
    }
}

/// What to do and whom to ask, for people; the wording may change. Absent for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_hint(classification: *const Classification) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, View::ABSENT, |found| View::of(found.hint)) }
}

/// The identifier of the error answer as received, if it has the shape of one; absent otherwise.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_identifier(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, View::ABSENT, |found| View::maybe(found.identifier.as_deref())) }
}

/// Who has to act; IDR_ESCALATE_TO_NONE unless the action is IDR_ACTION_ESCALATE.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_escalate_to(
    classification: *const Classification,
) -> EscalateTo {
    // SAFETY: promised by the caller.
    unsafe {
        ask(classification, EscalateTo::IDR_ESCALATE_TO_NONE, |found| {
            found.escalate_to.map_or(EscalateTo::IDR_ESCALATE_TO_NONE, Into::into)
        })
    }
}

/// Whether the unchanged request may be sent again automatically. False for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_retryable(
    classification: *const Classification,
) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, false, |found| found.retryable) }
}

/// Whether the vendor may have processed the request all the same. False for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_outcome_unknown(
    classification: *const Classification,
) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, false, |found| found.outcome_unknown) }
}

/// How many members of the request are at fault, as far as the answer names them. 0 for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_pointer_count(
    classification: *const Classification,
) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask(classification, 0, |found| found.pointers.len()) }
}

/// The member at fault at `index`, as a JSON Pointer; "" is the whole body. Absent for an index
/// that is not below the count.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_pointer(
    classification: *const Classification,
    index: usize,
) -> View {
    // SAFETY: promised by the caller.
    unsafe {
        ask(classification, View::ABSENT, |found| {
            View::maybe(found.pointers.get(index).map(|place| place.as_str()))
        })
    }
}

/// How long to wait before the retry. True and `*out` is written if there is a wait; false, and
/// nothing is written, if the action is not IDR_ACTION_RETRY, or for NULL.
///
/// # Safety
/// `classification` is NULL or alive; `out` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_delay(
    classification: *const Classification,
    out: *mut Delay,
) -> bool {
    // SAFETY: promised by the caller.
    let (delay, out) = unsafe { (ask(classification, None, |found| found.delay), out.as_mut()) };
    let (Some(delay), Some(out)) = (delay, out) else { return false };
    let (min_ms, max_ms) = (delay.min_ms, delay.max_ms);
    *out = Delay { min_ms, max_ms, ms: delay.ms.unwrap_or(max_ms) };
    true
}

/// The scanRef of the new session: store it. Absent unless the reason is TOKEN_CREATED, like the
/// texts below.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_scan_ref(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token(classification, |token| Some(&token.scan_ref)) }
}

/// The authToken that opens the session: a secret, for this client only.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_auth_token(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token(classification, |token| Some(&token.auth_token)) }
}

/// Where to send the client; holds the token. Absent where the answer has none.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_redirect_url(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token(classification, |token| token.redirect_url.as_deref()) }
}

/// The code for the mobile application; opens the session, too. Absent where the answer has none.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_digit_string(
    classification: *const Classification,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { token(classification, |token| token.digit_string.as_deref()) }
}

/// The classification as JSON, without the token. Absent for NULL.
///
/// # Safety
/// `classification` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_json(classification: *const Classification) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(classification) }
            .map_or(View::ABSENT, |made| view::json(&made.json, &made.found))
    })
}

/// Frees a classification and sets the pointer to NULL.
///
/// # Safety
/// `classification` is NULL or points to NULL or to a classification that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classification_free(classification: *mut *mut Classification) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(classification) });
}
