//! Answers and transport failures in, classifications out.

use std::borrow::Cow;

use idenfy_rules::{Response, TransportKind};

use crate::classification::Classification;
use crate::context::Context;
use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{look, owned, slot};
use crate::number::Numbered;
use crate::status::Status;
use crate::view::{IDR_MAX_BYTES, IDR_MAX_RESPONSE_BYTES, View, bytes, items};

/// One header of an HTTP answer; a repeated header is several of them.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Header {
    /// Its name, in any case.
    pub name: View,
    /// Its value.
    pub value: View,
}

/// Name and value of a header.
type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The headers as texts; bytes that are not UTF-8 are replaced, since no header that counts has
/// any.
///
/// # Safety
/// `headers` is NULL with `count` 0 or points to that many headers, each readable.
unsafe fn read<'a>(headers: *const Header, count: usize) -> Result<Vec<Pair<'a>>, Failure> {
    // SAFETY: promised by the caller, here and below.
    let text = |view: View| unsafe { bytes(view.ptr, view.len, IDR_MAX_BYTES) };
    let headers = unsafe { items(headers, count) }?;
    let pair = |header: &Header| {
        let (name, value) = (text(header.name)?, text(header.value)?);
        Ok((String::from_utf8_lossy(name), String::from_utf8_lossy(value)))
    };
    headers.iter().map(pair).collect()
}

/// Says what an HTTP answer asks of you: the status as received, the headers, the body
/// uncompressed. `transport` is IDR_TRANSPORT_NONE for an answer that arrived whole, or the
/// idr_transport by which its body broke off.
///
/// # Safety
/// `headers` is NULL with `header_count` 0 or points to that many headers, each readable; `body`
/// is NULL with `body_len` 0 or points to that many bytes; `context` is alive; `out` is writable;
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classify_response(
    http_status: u16,
    headers: *const Header,
    header_count: usize,
    body: *const u8,
    body_len: usize,
    transport: u32,
    context: *const Context,
    out: *mut *mut Classification,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, context) = (slot(out)?, look(context)?);
            let body = bytes(body, body_len, IDR_MAX_RESPONSE_BYTES)?;
            let headers = read(headers, header_count)?;
            let headers: Vec<(&str, &str)> =
                headers.iter().map(|(name, value)| (&**name, &**value)).collect();
            let whole = Response::new(http_status, &headers, body);
            let response = match transport {
                0 => whole,
                kind => whole.with_transport(TransportKind::of_number(kind)?),
            };
            let found = idenfy_rules::classify(&response, &context.known());
            *out = owned(Classification::from(found));
            Ok(())
        })
    }
}

/// Says what a call without an answer asks of you. `transport` is an idr_transport, not
/// IDR_TRANSPORT_NONE; IDR_TRANSPORT_UNKNOWN for a failure that the list does not have.
///
/// # Safety
/// `context` is alive; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_classify_transport(
    transport: u32,
    context: *const Context,
    out: *mut *mut Classification,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, context) = (slot(out)?, look(context)?);
            let kind = TransportKind::of_number(transport)?;
            let found = idenfy_rules::classify_transport(kind, &context.known());
            *out = owned(Classification::from(found));
            Ok(())
        })
    }
}
