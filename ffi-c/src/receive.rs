//! Webhooks in, decisions out.

use std::borrow::Cow;

use idenfy_rules::Date;

use crate::decision::Decision;
use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{look, owned, slot};
use crate::policy::Policy;
use crate::status::Status;
use crate::text::Text;
use crate::view::{IDR_MAX_BYTES, View, bytes, given, keys};

/// What is known about a webhook besides its body. All zero: nothing, and the decision names the
/// body by its digest.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Arrival {
    /// The Idenfy-Event-Type header; absent when there was none. It is not signed.
    pub event_type: View,
    /// Today's year, for policies that ask the age or the days to expiry. Year, month and day are
    /// all 0 where the day is not told.
    pub year: u32,
    /// Today's month, 1 to 12.
    pub month: u32,
    /// Today's day of the month, 1 to 31.
    pub day: u32,
    /// Saves the time for the digest; duplicates cannot be seen later, see idr_reconcile().
    pub without_digest: bool,
}

/// The event of the header. Bytes that are not text become a word that no vocabulary has.
///
/// # Safety
/// `event_type` is NULL with `len` 0 or points to `len` bytes.
pub(crate) unsafe fn event<'a>(
    event_type: *const u8,
    len: usize,
) -> Result<Option<Cow<'a, str>>, Failure> {
    // SAFETY: promised by the caller.
    let bytes = unsafe { given(event_type, len, IDR_MAX_BYTES) }?;
    Ok(bytes.map(String::from_utf8_lossy))
}

/// What a caller knows, checked.
#[derive(Default)]
pub(crate) struct Known<'a> {
    event: Option<Cow<'a, str>>,
    today: Option<Date>,
    without_digest: bool,
}

impl<'a> Known<'a> {
    /// # Safety
    /// `arrival` is NULL or readable, and so is its view.
    pub(crate) unsafe fn read(arrival: *const Arrival) -> Result<Self, Failure> {
        // SAFETY: promised by the caller, here and below.
        let Some(arrival) = (unsafe { arrival.as_ref() }) else { return Ok(Self::default()) };
        let event = unsafe { event(arrival.event_type.ptr, arrival.event_type.len) }?;
        let today = day(arrival.year, arrival.month, arrival.day)?;
        Ok(Self { event, today, without_digest: arrival.without_digest })
    }

    pub(crate) fn arrival(&self) -> idenfy_rules::Arrival<'_> {
        idenfy_rules::Arrival {
            event_type: self.event.as_deref(),
            today: self.today,
            digest: !self.without_digest,
            ..idenfy_rules::Arrival::default()
        }
    }
}

/// The day, unless all three numbers are 0; a part that is too large is no day.
pub(crate) fn day(year: u32, month: u32, day: u32) -> Result<Option<Date>, Failure> {
    if (year, month, day) == (0, 0, 0) {
        return Ok(None);
    }
    let year = u16::try_from(year).unwrap_or_default();
    let (month, day) = (u8::try_from(month), u8::try_from(day));
    Ok(Some(Date::from_parts(year, month.unwrap_or_default(), day.unwrap_or_default())?))
}

/// Verifies a webhook, reads it and decides, in that order: the short form, with one key, no day
/// and a new decision. `body` is the raw body as it was received, `signature` the
/// Idenfy-Signature header (NULL when there was none), `key` the signing key, `event_type` the
/// Idenfy-Event-Type header (NULL when there was none). On failure answer with
/// idr_error_http_status(): 401 for IDR_NOT_GENUINE, 400 for IDR_UNUSABLE_BODY and IDR_TOO_LONG,
/// else 500.
///
/// # Safety
/// Every pointer is NULL with length 0 or points to that many bytes; `policy` is alive; `out`
/// is writable; `error` is NULL or writable.
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
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, Policy(policy)) = (slot(out)?, look(policy)?);
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let signature = given(signature, signature_len, IDR_MAX_BYTES)?;
            let key = bytes(key, key_len, IDR_MAX_BYTES)?;
            let known = Known { event: event(event_type, event_type_len)?, ..Known::default() };
            let mut decision = Decision::default();
            decision.make(|scratch, decided| {
                policy.receive_into(body, signature, &[key], &known.arrival(), scratch, decided)
            })?;
            *out = owned(decision);
            Ok(())
        })
    }
}

/// The whole form of idr_policy_receive(): several keys, the day, and a decision that is used
/// again, so that nothing has to be freed between webhooks. `arrival` may be NULL. `decision`
/// comes from idr_decision_new(): it is emptied first and stays empty - outcome IDR_NONE - after
/// any failure.
///
/// # Safety
/// Every pointer is NULL with length or count 0 or points to that many; `policy` is alive;
/// `arrival` is NULL or readable, and its view too; `decision` is alive and in use by nobody
/// else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_receive_into(
    policy: *const Policy,
    body: *const u8,
    body_len: usize,
    signature: *const u8,
    signature_len: usize,
    key_array: *const View,
    key_count: usize,
    arrival: *const Arrival,
    decision: *mut Decision,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let decision = Decision::emptied(decision)?;
            let Policy(policy) = look(policy)?;
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let signature = given(signature, signature_len, IDR_MAX_BYTES)?;
            let keys = keys(key_array, key_count)?;
            let known = Known::read(arrival)?;
            decision.make(|scratch, decided| {
                policy.receive_into(body, signature, &keys, &known.arrival(), scratch, decided)
            })
        })
    }
}

/// Reads and decides without looking at a signature: for replay and tests, never for webhooks
/// that arrive. The arguments are those of idr_policy_receive_into().
///
/// # Safety
/// `body` is NULL with `body_len` 0 or points to that many bytes; `policy` is alive; `arrival` is
/// NULL or readable, and its view too; `decision` is alive and in use by nobody else; `error` is
/// NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_evaluate_into(
    policy: *const Policy,
    body: *const u8,
    body_len: usize,
    arrival: *const Arrival,
    decision: *mut Decision,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let decision = Decision::emptied(decision)?;
            let Policy(policy) = look(policy)?;
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let known = Known::read(arrival)?;
            decision.make(|scratch, decided| {
                policy.evaluate_into(body, &known.arrival(), scratch, decided)
            })
        })
    }
}

/// What every rule says about a webhook: `*out` holds {"rules": [{"id", "then", "result",
/// "facts": [{"fact", "state", "word"}]}]}. The arguments are those of
/// idr_policy_evaluate_into().
///
/// # Safety
/// `body` is NULL with `body_len` 0 or points to that many bytes; `policy` is alive; `arrival` is
/// NULL or readable, and its view too; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_explain(
    policy: *const Policy,
    body: *const u8,
    body_len: usize,
    arrival: *const Arrival,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, Policy(policy)) = (slot(out)?, look(policy)?);
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let known = Known::read(arrival)?;
            *out = owned(Text::json(&policy.explain(body, &known.arrival())?)?);
            Ok(())
        })
    }
}
