//! Answers and transport failures in, classifications out.

use std::borrow::Cow;
use std::mem::MaybeUninit;

use idenfy_rules::{Response, TransportKind};

use crate::classification::Classification;
use crate::context::Context;
use crate::error::{Error, Failure};
use crate::handle::{make, needed};
use crate::number::Numbered;
use crate::status::Status;
use crate::view::{Array, IDR_MAX_RESPONSE_BYTES, Length, View};

/// One header of an HTTP answer; a repeated header is several of them.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Header<'a> {
    /// Its name, in any case.
    pub name: View<'a>,
    /// Its value.
    pub value: View<'a>,
}

/// Name and value of a header.
type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The headers as texts; bytes that are not UTF-8 are replaced, since no header that counts has
/// any.
fn read<'a>(headers: &[Header<'a>]) -> Result<Vec<Pair<'a>>, Failure> {
    let pair = |header: &Header<'a>| {
        let (name, value) = (header.name.bytes()?, header.value.bytes()?);
        Ok((String::from_utf8_lossy(name), String::from_utf8_lossy(value)))
    };
    headers.iter().map(pair).collect()
}

/// Says what an HTTP answer asks of you: the status as received, the headers, the body
/// uncompressed. `transport` is IDR_TRANSPORT_NONE for an answer that arrived whole, or the
/// idr_transport by which its body broke off.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classify_response(
    http_status: u16,
    headers: Array<'_, Header<'_>>,
    header_count: Length,
    body: Array<'_, u8>,
    body_len: Length,
    transport: u32,
    context: Option<&Context>,
    out: Option<&mut MaybeUninit<Box<Classification>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let context = needed(context)?;
        let body = body.bytes(body_len, IDR_MAX_RESPONSE_BYTES)?;
        let headers = read(headers.items(header_count)?)?;
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (&**name, &**value)).collect();
        let whole = Response::new(http_status, &headers, body);
        let response = match transport {
            0 => whole,
            kind => whole.with_transport(TransportKind::of_number(kind)?),
        };
        let found = idenfy_rules::classify(&response, &context.known());
        Ok(Classification::from(found))
    })
}

/// Says what a call without an answer asks of you. `transport` is an idr_transport, not
/// IDR_TRANSPORT_NONE; IDR_TRANSPORT_UNKNOWN for a failure that the list does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_classify_transport(
    transport: u32,
    context: Option<&Context>,
    out: Option<&mut MaybeUninit<Box<Classification>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let context = needed(context)?;
        let kind = TransportKind::of_number(transport)?;
        let found = idenfy_rules::classify_transport(kind, &context.known());
        Ok(Classification::from(found))
    })
}
