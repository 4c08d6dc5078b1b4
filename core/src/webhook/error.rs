//! Why a body cannot be used.

use thiserror::Error;

use crate::json::{Fault, FaultKind};
use crate::pointer::Pointer;

/// A webhook body that cannot be used, with the place of the fault. Answer it with HTTP 400.
///
/// No message repeats anything from the body.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct WebhookError {
    code: &'static str,
    message: String,
    pointer: Pointer,
    place: Option<(usize, usize)>,
}

impl WebhookError {
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "webhook.empty",
        "webhook.not_utf8",
        "webhook.not_json",
        "webhook.too_large",
        "webhook.too_deep",
        "webhook.list_too_long",
        "webhook.not_object",
        "webhook.repeated_key",
        "webhook.scan_ref_missing",
        "webhook.overall_missing",
    ];

    pub(crate) fn at(code: &'static str, pointer: Pointer, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), pointer, place: None }
    }

    /// A stable code, one of [`CODES`](Self::CODES).
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The member at fault; the whole body where the fault is in the syntax.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Line and column of a syntax fault, in bytes, both from 1.
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
            FaultKind::Empty => "webhook.empty",
            FaultKind::NotUtf8 => "webhook.not_utf8",
            FaultKind::Malformed | FaultKind::CutOff => "webhook.not_json",
            FaultKind::TooLarge => "webhook.too_large",
            FaultKind::TooDeep => "webhook.too_deep",
            FaultKind::ListTooLong => "webhook.list_too_long",
        };
        let message = fault.describe("the body");
        Self { code, message, pointer: Pointer::root(), place: fault.place() }
    }
}
