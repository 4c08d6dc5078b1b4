//! Policies and decisions.

use idenfy_rules::{Arrival, DecisionError};

use crate::guard::{guard, guard_or};
use crate::handle::{free, give, look};
use crate::status::{Outcome, Status};
use crate::view::{BODY_BYTES, POLICY_BYTES, View, bytes};

/// A loaded policy. Never changes, so several threads may use it.
#[derive(Debug)]
pub struct Policy(idenfy_rules::Policy);

/// A decision about one webhook. Never changes, so several threads may read it. Views from it
/// end when it is freed.
#[derive(Debug)]
pub struct Decision {
    outcome: Outcome,
    json: String,
}

/// The built-in policy that follows the vendor's pages word for word.
///
/// # Safety
/// `out` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_documented(out: *mut *mut Policy) -> Status {
    // SAFETY: promised by the caller.
    guard(|| unsafe { give(Policy(idenfy_rules::Policy::documented()), out) })
}

/// Loads a policy from its JSON document.
///
/// # Safety
/// `text` is NULL with `len` 0 or points to `len` bytes; `out` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_from_json(
    text: *const u8,
    len: usize,
    out: *mut *mut Policy,
) -> Status {
    guard(|| {
        // SAFETY: promised by the caller.
        let text = unsafe { bytes(text, len, POLICY_BYTES) }?;
        let policy =
            idenfy_rules::Policy::from_json(text, None).map_err(|_| Status::IDR_UNUSABLE_POLICY)?;
        // SAFETY: promised by the caller.
        unsafe { give(Policy(policy), out) }
    })
}

/// Frees a policy and sets the pointer to NULL.
///
/// # Safety
/// `policy` is NULL or points to NULL or to a policy that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_free(policy: *mut *mut Policy) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(policy) });
}

/// Verifies a webhook, reads it and decides, in that order. `body` is the raw body, `signature`
/// the Idenfy-Signature header (NULL when there was none), `key` the signing key, `event_type`
/// the Idenfy-Event-Type header (NULL when there was none).
///
/// # Safety
/// Every pointer is NULL with length 0 or points to that many bytes; `policy` is alive; `out`
/// is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_receive(
    policy: *const Policy,
    body: *const u8,
    body_len: usize,
    signature: *const u8,
    signature_len: usize,
    key: *const u8,
    key_len: usize,
    event_type: *const u8,
    event_type_len: usize,
    out: *mut *mut Decision,
) -> Status {
    guard(|| {
        // SAFETY: promised by the caller, here and in the four lines below.
        let Policy(policy) = unsafe { look(policy) }?;
        let body = unsafe { bytes(body, body_len, BODY_BYTES) }?;
        let signature = unsafe { bytes(signature, signature_len, BODY_BYTES) }?;
        let key = unsafe { bytes(key, key_len, BODY_BYTES) }?;
        let event_type = unsafe { bytes(event_type, event_type_len, BODY_BYTES) }?;
        // Bytes that are not text become a word that no vocabulary has.
        let event_type = String::from_utf8_lossy(event_type);
        let arrival = Arrival { event_type: Some(event_type.as_ref()), ..Arrival::default() };
        let decision = policy
            .receive(body, Some(signature), &[key], &arrival)
            .map_err(|error| status(&error))?;
        let json = serde_json::to_string(&decision).map_err(|_| Status::IDR_PANIC)?;
        // SAFETY: promised by the caller.
        unsafe { give(Decision { outcome: decision.outcome.into(), json }, out) }
    })
}

fn status(error: &DecisionError) -> Status {
    match error {
        DecisionError::Signature(_) => Status::IDR_NOT_GENUINE,
        DecisionError::Webhook(_) => Status::IDR_UNUSABLE_BODY,
        DecisionError::Input(_) => Status::IDR_TODAY_REQUIRED,
        _ => Status::IDR_PANIC,
    }
}

/// What to do about the person. IDR_NONE for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_outcome(decision: *const Decision) -> Outcome {
    // SAFETY: promised by the caller.
    guard_or(Outcome::IDR_NONE, || {
        unsafe { look(decision) }.map_or(Outcome::IDR_NONE, |decision| decision.outcome)
    })
}

/// The decision as JSON: the audit record. Absent for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_json(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(decision) }.map_or(View::ABSENT, |decision| View::of(&decision.json))
    })
}

/// Frees a decision and sets the pointer to NULL.
///
/// # Safety
/// `decision` is NULL or points to NULL or to a decision that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_free(decision: *mut *mut Decision) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(decision) });
}
