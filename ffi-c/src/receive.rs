//! Webhooks in, decisions out.

use std::borrow::Cow;
use std::mem::MaybeUninit;

use idenfy_rules::Date;

use crate::decision::Decision;
use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{make, needed};
use crate::policy::Policy;
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, IDR_MAX_BYTES, Length, View};

/// What is known about a webhook besides its body. All zero: nothing, and the decision names the
/// body by its digest.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Arrival<'a> {
    /// The Idenfy-Event-Type header; absent when there was none. It is not signed.
    pub event_type: View<'a>,
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
pub(crate) fn event(given: Option<&[u8]>) -> Option<Cow<'_, str>> {
    given.map(String::from_utf8_lossy)
}

/// What a caller knows, checked.
#[derive(Default)]
pub(crate) struct Known<'a> {
    event: Option<Cow<'a, str>>,
    today: Option<Date>,
    without_digest: bool,
}

impl<'a> Known<'a> {
    pub(crate) fn read(arrival: Option<&Arrival<'a>>) -> Result<Self, Failure> {
        let Some(arrival) = arrival else { return Ok(Self::default()) };
        let event = event(arrival.event_type.given()?);
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
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_receive(
    policy: Option<&Policy>,
    body: Array<'_, u8>,
    body_len: Length,
    signature: Array<'_, u8>,
    signature_len: Length,
    key: Array<'_, u8>,
    key_len: Length,
    event_type: Array<'_, u8>,
    event_type_len: Length,
    out: Option<&mut MaybeUninit<Box<Decision>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let signature = signature.given(signature_len, IDR_MAX_BYTES)?;
        let key = key.bytes(key_len, IDR_MAX_BYTES)?;
        let event = event(event_type.given(event_type_len, IDR_MAX_BYTES)?);
        let known = Known { event, ..Known::default() };
        let mut decision = Decision::default();
        decision.make(|scratch, decided| {
            policy.receive_into(body, signature, &[key], &known.arrival(), scratch, decided)
        })?;
        Ok(decision)
    })
}

/// The whole form of idr_policy_receive(): several keys, the day, and a decision that is used
/// again, so that nothing has to be freed between webhooks. `arrival` may be NULL. `decision`
/// comes from idr_decision_new(): it is emptied first and stays empty - outcome IDR_NONE - after
/// any failure.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_receive_into(
    policy: Option<&Policy>,
    body: Array<'_, u8>,
    body_len: Length,
    signature: Array<'_, u8>,
    signature_len: Length,
    key_array: Array<'_, View<'_>>,
    key_count: Length,
    arrival: Option<&Arrival<'_>>,
    decision: Option<&mut Decision>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let decision = Decision::emptied(decision)?;
        let Policy(policy) = needed(policy)?;
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let signature = signature.given(signature_len, IDR_MAX_BYTES)?;
        let keys = key_array.keys(key_count)?;
        let known = Known::read(arrival)?;
        decision.make(|scratch, decided| {
            policy.receive_into(body, signature, &keys, &known.arrival(), scratch, decided)
        })
    })
}

/// Reads and decides without looking at a signature: for replay and tests, never for webhooks
/// that arrive. The arguments are those of idr_policy_receive_into().
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_evaluate_into(
    policy: Option<&Policy>,
    body: Array<'_, u8>,
    body_len: Length,
    arrival: Option<&Arrival<'_>>,
    decision: Option<&mut Decision>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let decision = Decision::emptied(decision)?;
        let Policy(policy) = needed(policy)?;
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let known = Known::read(arrival)?;
        decision
            .make(|scratch, decided| policy.evaluate_into(body, &known.arrival(), scratch, decided))
    })
}

/// What every rule says about a webhook: `*out` holds {"rules": [{"id", "then", "result",
/// "facts": [{"fact", "state", "word"}]}]}. The arguments are those of
/// idr_policy_evaluate_into().
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_explain(
    policy: Option<&Policy>,
    body: Array<'_, u8>,
    body_len: Length,
    arrival: Option<&Arrival<'_>>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let known = Known::read(arrival)?;
        Text::json(&policy.explain(body, &known.arrival())?)
    })
}
