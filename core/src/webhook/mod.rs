//! Webhooks: is it genuine, and what does it say?
//!
//! Verify the raw bytes first ([`verify`]), read them second ([`parse`]), decide last, with a
//! [`Policy`](crate::policy::Policy). `Policy::receive` does all three in that order.

mod access;
mod delivery;
mod diagnosis;
mod error;
mod key;
pub mod payload;
mod signature;

pub use delivery::{Delivery, Notice};
pub use diagnosis::{Cause, Diagnosis, diagnose};
pub use error::{WebhookCode, WebhookError};
pub use key::{Key, SigningKey};
pub use signature::{SignatureCode, SignatureError, sign, verify};

pub(crate) use delivery::DECISION_KEYS;
pub(crate) use signature::{digest, hex, verify_and_digest, write_hex};

use crate::json::Limits;

/// Reads the body of a webhook.
///
/// `event_type` is the `Idenfy-Event-Type` header, if there was one; it is not signed. Takes
/// every vintage of the vendor's bodies: only `scanRef` and `status.overall` are required.
///
/// # Errors
/// [`WebhookError`] when the body is beyond the [`Limits`], not JSON, not an object, repeats a
/// key that a decision hangs on, or lacks a required field.
///
/// ```
/// use idenfy_rules::webhook::parse;
/// let body = br#"{"scanRef": "d2714c8a", "status": {"overall": "APPROVED"}, "final": true}"#;
/// let delivery = parse(body, None, &Default::default()).unwrap();
/// assert_eq!(delivery.scan_ref(), Some("d2714c8a"));
///
/// let error = parse(br#"{"final": true, "final": false}"#, None, &Default::default()).unwrap_err();
/// assert_eq!((error.code(), error.pointer().as_str()), ("webhook.repeated_key", "/final"));
/// ```
pub fn parse<'a>(
    body: &'a [u8],
    event_type: Option<&str>,
    limits: &Limits,
) -> Result<Delivery<'a>, WebhookError> {
    Delivery::read(body, event_type, limits)
}
