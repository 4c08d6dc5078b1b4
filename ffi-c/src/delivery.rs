//! What a webhook says, apart from what it means.

use idenfy_rules::{Limits, webhook};

use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{ask_text, free, look, owned, slot};
use crate::payload::Members;
use crate::receive::event;
use crate::status::Status;
use crate::text::Text;
use crate::view::{IDR_MAX_BYTES, View, bytes, text};

/// The content of a webhook, read but not judged. It holds personal data.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_delivery_free(); views from it end then. It keeps a copy of the body.
pub struct Delivery {
    body: Vec<u8>,
    event: Option<String>,
    json: String,
    pub(crate) members: Members,
}

/// Shows no content.
impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Delivery").finish_non_exhaustive()
    }
}

impl Delivery {
    fn read(body: &[u8], event: Option<&str>) -> Result<Self, Failure> {
        let delivery = webhook::parse(body, event, &Limits::default())?;
        let Text(json) = Text::json(&delivery)?;
        let members = Members::of(&delivery);
        Ok(Self { json, members, body: body.to_owned(), event: event.map(str::to_owned) })
    }

    fn member(&self, pointer: &str) -> Result<Option<String>, Failure> {
        let read = webhook::parse(&self.body, self.event.as_deref(), &Limits::default())?;
        Ok(read.json(pointer))
    }
}

/// Reads the content of a webhook without looking at a signature: for what a decision does not
/// hold, such as names or questionnaire answers. `event_type` as for idr_policy_receive().
///
/// # Safety
/// Every pointer is NULL with length 0 or points to that many bytes; `out` is writable; `error`
/// is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_delivery_parse(
    body: *const u8,
    body_len: usize,
    event_type: *const u8,
    event_type_len: usize,
    out: *mut *mut Delivery,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let body = bytes(body, body_len, IDR_MAX_BYTES)?;
            let event = event(event_type, event_type_len)?;
            *out = owned(Delivery::read(body, event.as_deref())?);
            Ok(())
        })
    }
}

/// The JSON text of any member of the body, by its JSON Pointer such as "/data/docExpiry"; `*out`
/// is NULL where there is no such member. Of a repeated key the last value counts. The body is
/// read anew each time: for many members take idr_delivery_json().
///
/// # Safety
/// `delivery` is alive; `pointer` is NULL with `len` 0 or points to `len` bytes; `out` is
/// writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_delivery_member(
    delivery: *const Delivery,
    pointer: *const u8,
    len: usize,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, delivery) = (slot(out)?, look(delivery)?);
            let member = delivery.member(text(pointer, len)?.unwrap_or_default())?;
            *out = member.map_or(std::ptr::null_mut(), |json| owned(Text(json)));
            Ok(())
        })
    }
}

/// Everything that is understood, as JSON with our names. Personal data: for programs, not for
/// logs. Absent for NULL.
///
/// # Safety
/// `delivery` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_delivery_json(delivery: *const Delivery) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(delivery, |made| Some(&made.json)) }
}

/// Frees a delivery and sets the pointer to NULL.
///
/// # Safety
/// `delivery` is NULL or points to NULL or to a delivery that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_delivery_free(delivery: *mut *mut Delivery) {
    // SAFETY: promised by the caller.
    unsafe { free(delivery) }
}
