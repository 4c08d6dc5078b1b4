//! Does it make sense to ask for another token for this client?
//!
//! Source: FAQ (2026): "iDenfy does not track or block repeat verifications on its own."

use serde::Serialize;

use crate::policy::{Outcome, closed};
use crate::vocab::parameter;

use super::record::Record;

/// What the caller knows of the last token it asked for, and how often it allows to try.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StartLimits {
    /// The most attempts of one client; `None` for no limit.
    pub max_attempts: Option<u32>,
    /// When the last token was made, in seconds since 1970; `None` when there was none.
    pub created_at_unix: Option<i64>,
    /// Its `scanRef`: a record with a result ends its session early.
    pub scan_ref: Option<String>,
    /// Its `expiryTime` in seconds; `None` takes the vendor's maximum of 30 days.
    pub expiry_time_s: Option<u32>,
    /// Its `sessionLength` in seconds; `None` takes the vendor's maximum of one hour.
    pub session_length_s: Option<u32>,
}

closed! {
    /// Why a new token makes sense or not.
    StartReason {
        "go" => Go = 1, "Nothing speaks against it.";
        "already_accepted" => AlreadyAccepted = 2, "The client was accepted already.";
        "session_active" => SessionActive = 3, "The session of the last token can still be used.";
        "too_many_attempts" => TooManyAttempts = 4, "The client has used up the attempts that you allow.";
    }
}

/// Whether a new token for a client makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Start {
    /// Whether to ask for a token.
    pub go: bool,
    /// Why.
    pub reason: StartReason,
    /// When the session of the last token ends at the latest, in seconds since 1970.
    pub active_until_unix: Option<i64>,
}

/// Answers before a token is asked for whether that makes sense. `records` are all of one
/// client, `now_unix` is the time in seconds since 1970.
///
/// ```
/// use idenfy_rules::history::{StartLimits, StartReason, may_start};
/// let limits = StartLimits {
///     created_at_unix: Some(1_700_000_000),
///     expiry_time_s: Some(3600),
///     session_length_s: Some(600),
///     ..StartLimits::default()
/// };
/// let start = may_start(&[], 1_700_000_100, &limits);
/// assert_eq!((start.go, start.reason), (false, StartReason::SessionActive));
/// assert_eq!(start.active_until_unix, Some(1_700_004_200));
/// assert!(may_start(&[], 1_700_004_200, &limits).go);
/// ```
#[must_use]
pub fn may_start(records: &[Record], now_unix: i64, limits: &StartLimits) -> Start {
    // A notice says nothing about an attempt.
    let records: Vec<&Record> =
        records.iter().filter(|record| record.outcome != Outcome::None).collect();
    let active_until_unix = active_until(&records, now_unix, limits);
    let attempts = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let reason = if records.iter().any(|record| record.outcome == Outcome::Accept) {
        StartReason::AlreadyAccepted
    } else if active_until_unix.is_some() {
        StartReason::SessionActive
    } else if limits.max_attempts.is_some_and(|most| attempts >= most) {
        StartReason::TooManyAttempts
    } else {
        StartReason::Go
    };
    Start { go: reason == StartReason::Go, reason, active_until_unix }
}

/// The end of the last token's session, if it lies ahead and no result has ended it.
fn active_until(records: &[&Record], now_unix: i64, limits: &StartLimits) -> Option<i64> {
    let last = limits.scan_ref.as_deref();
    let record = records.iter().find(|record| Some(record.scan_ref.as_str()) == last);
    if record.is_some_and(|record| record.outcome != Outcome::Wait) {
        return None;
    }
    // Opened in its last second, a token lives for a whole session more.
    let expiry = limits.expiry_time_s.map_or(parameter::EXPIRY_TIME_MAX_S, i64::from);
    let session = limits.session_length_s.map_or(parameter::SESSION_LENGTH_MAX_S, i64::from);
    let until = limits.created_at_unix?.saturating_add(expiry).saturating_add(session);
    (now_unix < until).then_some(until)
}
