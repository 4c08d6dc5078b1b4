//! Does another token make sense?

use idenfy_rules::history::{StartLimits as Limits, may_start};

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{look, slot};
use crate::number::StartReason;
use crate::record::Record;
use crate::status::Status;
use crate::view::{View, items, text};

/// What you know of the last token, and how often you allow to try. All zero: nothing.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct StartLimits {
    /// The most attempts of one client; 0 for no limit.
    pub max_attempts: u32,
    /// The expiryTime of the last token in seconds; 0 takes the vendor's maximum of 30 days.
    pub expiry_time_s: u32,
    /// Its sessionLength in seconds; 0 takes the vendor's maximum of one hour.
    pub session_length_s: u32,
    /// Whether there was a token before; if not, `created_at_unix` does not count.
    pub has_token: bool,
    /// When the last token was made, in seconds since 1970.
    pub created_at_unix: i64,
    /// Its scanRef: a record with a result ends its session early. May be absent.
    pub scan_ref: View,
}

/// Whether a new token for a client makes sense.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Start {
    /// Whether to ask for a token.
    pub go: bool,
    /// Whether the session of the last token may still be active.
    pub has_active_session: bool,
    /// Why.
    pub reason: StartReason,
    /// When that session ends at the latest, in seconds since 1970; else 0.
    pub active_until_unix: i64,
}

/// Answers before a token is asked for whether that makes sense. `records` are all of one
/// client, `now_unix` is the time in seconds since 1970, `limits` may be NULL.
///
/// # Safety
/// `records` is NULL with `record_count` 0 or points to that many records that are alive;
/// `limits` is NULL or readable, and its view too; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_may_start(
    records: *const *const Record,
    record_count: usize,
    now_unix: i64,
    limits: *const StartLimits,
    out: *mut Start,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let records: Result<Vec<_>, _> = items(records, record_count)?
                .iter()
                .map(|record| look(*record).map(|record| record.record.clone()))
                .collect();
            let mut known = Limits::default();
            if let Some(limits) = limits.as_ref() {
                let unless_zero = |number: u32| Some(number).filter(|number| *number > 0);
                known.max_attempts = unless_zero(limits.max_attempts);
                known.expiry_time_s = unless_zero(limits.expiry_time_s);
                known.session_length_s = unless_zero(limits.session_length_s);
                known.created_at_unix = limits.has_token.then_some(limits.created_at_unix);
                known.scan_ref = text(limits.scan_ref.ptr, limits.scan_ref.len)?.map(str::to_owned);
            }
            let start = may_start(&records?, now_unix, &known);
            *out = Start {
                go: start.go,
                has_active_session: start.active_until_unix.is_some(),
                reason: start.reason.into(),
                active_until_unix: start.active_until_unix.unwrap_or_default(),
            };
            Ok(())
        })
    }
}
