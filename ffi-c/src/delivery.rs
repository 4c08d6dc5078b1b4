//! What a webhook says, apart from what it means.

use std::mem::MaybeUninit;

use idenfy_rules::{Limits, webhook};

use crate::error::{Error, Failure};
use crate::handle::{answer, ask_text, free, make, needed};
use crate::payload::Members;
use crate::receive::event;
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, IDR_MAX_BYTES, Length, View};

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
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_parse(
    body: Array<'_, u8>,
    body_len: Length,
    event_type: Array<'_, u8>,
    event_type_len: Length,
    out: Option<&mut MaybeUninit<Box<Delivery>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let body = body.bytes(body_len, IDR_MAX_BYTES)?;
        let event = event(event_type.given(event_type_len, IDR_MAX_BYTES)?);
        Delivery::read(body, event.as_deref())
    })
}

/// The JSON text of any member of the body, by its JSON Pointer such as "/data/docExpiry"; `*out`
/// is NULL where there is no such member. Of a repeated key the last value counts. The body is
/// read anew each time: for many members take idr_delivery_json().
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_member(
    delivery: Option<&Delivery>,
    pointer: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Option<Box<Text>>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    answer(out, error, || {
        let delivery = needed(delivery)?;
        let member = delivery.member(pointer.text(len)?.unwrap_or_default())?;
        Ok(member.map(|json| Box::new(Text(json))))
    })
}

/// Everything that is understood, as JSON with our names. Personal data: for programs, not for
/// logs. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_json(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| Some(&made.json))
}

/// Frees a delivery and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_free(delivery: Option<&mut Option<Box<Delivery>>>) {
    free(delivery)
}
