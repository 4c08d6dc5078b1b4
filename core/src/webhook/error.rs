//! Why a body cannot be used.

use thiserror::Error;

use crate::error::codes;
use crate::json::{Fault, FaultKind};
use crate::pointer::Pointer;

codes! {
    /// What is wrong with the body of a webhook.
    WebhookCode;
    Empty "webhook.empty", "The body is empty.";
    NotUtf8 "webhook.not_utf8", "The body is not UTF-8.";
    NotJson "webhook.not_json", "The body is not one JSON text.";
    TooLarge "webhook.too_large", "The body has more bytes than the limit.";
    TooDeep "webhook.too_deep", "The body is nested deeper than the limit.";
    ListTooLong "webhook.list_too_long", "A list or object has more entries than the limit.";
    NotObject "webhook.not_object", "The body is not a JSON object.";
    RepeatedKey "webhook.repeated_key", "A key that a decision hangs on is repeated.";
    ScanRefMissing "webhook.scan_ref_missing", "`scanRef` is not a text, or it is empty.";
    OverallMissing "webhook.overall_missing", "`status.overall` is not a text, or it is empty.";
}

/// A webhook body that cannot be used, with the place of the fault. Answer it with HTTP 400.
///
/// No message repeats anything from the body.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct WebhookError {
    code: WebhookCode,
    message: String,
    pointer: Pointer,
    place: Option<(usize, usize)>,
}

impl WebhookError {
    /// Every code as text.
    pub const CODES: &'static [&'static str] = WebhookCode::CODES;

    pub(crate) fn at(code: WebhookCode, pointer: Pointer, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), pointer, place: None }
    }

    /// What is wrong, as a value.
    #[must_use]
    pub const fn kind(&self) -> WebhookCode {
        self.code
    }

    /// What is wrong, as a stable code: one of [`CODES`](Self::CODES).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code.as_str()
    }

    /// The member at fault; the whole body where the fault is in the syntax.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Line and column of a syntax fault, in bytes, both from 1.
    ///
    /// ```
    /// let error = idenfy_rules::webhook::parse(b"{\n  oops", None, &Default::default()).unwrap_err();
    /// assert_eq!((error.code(), error.line_and_column()), ("webhook.not_json", Some((2, 3))));
    /// ```
    #[must_use]
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        self.place
    }

    /// The HTTP status to answer with: 400.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        400
    }
}

impl From<Fault> for WebhookError {
    fn from(fault: Fault) -> Self {
        let code = match fault.kind {
            FaultKind::Empty => WebhookCode::Empty,
            FaultKind::NotUtf8 => WebhookCode::NotUtf8,
            FaultKind::Malformed | FaultKind::CutOff => WebhookCode::NotJson,
            FaultKind::TooLarge => WebhookCode::TooLarge,
            FaultKind::TooDeep => WebhookCode::TooDeep,
            FaultKind::ListTooLong => WebhookCode::ListTooLong,
        };
        let message = fault.describe("the body");
        Self { code, message, pointer: Pointer::root(), place: fault.place() }
    }
}
