//! Does another token make sense?

use std::mem::MaybeUninit;

use idenfy_rules::history::{StartLimits as Limits, may_start};

use crate::error::{Error, Failure};
use crate::handle::{answer, needed};
use crate::number::StartReason;
use crate::record::Record;
use crate::status::Status;
use crate::view::{Array, Length, View};

/// What you know of the last token, and how often you allow to try. All zero: nothing.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct StartLimits<'a> {
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
    pub scan_ref: View<'a>,
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

impl StartLimits<'_> {
    fn known(&self) -> Result<Limits, Failure> {
        let unless_zero = |number: u32| Some(number).filter(|number| *number > 0);
        Ok(Limits {
            max_attempts: unless_zero(self.max_attempts),
            expiry_time_s: unless_zero(self.expiry_time_s),
            session_length_s: unless_zero(self.session_length_s),
            created_at_unix: self.has_token.then_some(self.created_at_unix),
            scan_ref: self.scan_ref.text()?.map(str::to_owned),
        })
    }
}

/// Answers before a token is asked for whether that makes sense. `records` are all of one
/// client, `now_unix` is the time in seconds since 1970, `limits` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_may_start(
    records: Array<'_, Option<&Record>>,
    record_count: Length,
    now_unix: i64,
    limits: Option<&StartLimits<'_>>,
    out: Option<&mut MaybeUninit<Start>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    answer(out, error, || {
        let records = records.items(record_count)?.iter();
        let records: Result<Vec<_>, Failure> =
            records.map(|record| Ok(needed(*record)?.record.clone())).collect();
        let limits = limits.map(StartLimits::known).transpose()?.unwrap_or_default();
        let start = may_start(&records?, now_unix, &limits);
        Ok(Start {
            go: start.go,
            has_active_session: start.active_until_unix.is_some(),
            reason: start.reason.into(),
            active_until_unix: start.active_until_unix.unwrap_or_default(),
        })
    })
}
