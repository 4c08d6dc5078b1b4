//! Why a call failed.

use std::borrow::Cow;

use idenfy_rules::policy::testing::TestFileError;
use idenfy_rules::{DecisionError, InputError, PolicyError, SignatureError, WebhookError};

use crate::handle::{ask, ask_text, free};
use crate::status::Status;
use crate::view::View;

/// Why a call failed: a code for programs, a text for people, the place, and the HTTP status to
/// answer a webhook with. It repeats nothing from a body, a key or a header.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_error_free(); views from it end then. It is written only when a call fails; free it
/// before you pass the same variable again.
#[derive(Debug)]
pub struct Error(Failure);

/// What goes into an error.
#[derive(Debug)]
pub(crate) struct Failure {
    status: Status,
    code: &'static str,
    pointer: Option<String>,
    suggestion: Option<String>,
    text: Cow<'static, str>,
    http_status: u16,
}

impl Failure {
    const fn of_call(status: Status, code: &'static str, text: &'static str) -> Self {
        let text = Cow::Borrowed(text);
        Self { status, code, pointer: None, suggestion: None, text, http_status: 500 }
    }

    pub(crate) const fn null() -> Self {
        let text = "a pointer that must not be NULL is NULL";
        Self::of_call(Status::IDR_INVALID_ARGUMENT, "argument.null", text)
    }

    pub(crate) const fn not_utf8() -> Self {
        let text = "a text is not UTF-8";
        Self::of_call(Status::IDR_INVALID_ARGUMENT, "argument.not_utf8", text)
    }

    pub(crate) const fn unknown_number() -> Self {
        let text = "a number is none of its enum";
        Self::of_call(Status::IDR_INVALID_ARGUMENT, "argument.unknown_number", text)
    }

    pub(crate) const fn empty() -> Self {
        let text = "the decision is empty: nothing was decided";
        Self::of_call(Status::IDR_INVALID_ARGUMENT, "argument.empty_decision", text)
    }

    /// A JSON object that is none, or has other members than those of its kind.
    pub(crate) const fn unusable(code: &'static str, text: &'static str) -> Self {
        Self::of_call(Status::IDR_UNUSABLE_INPUT, code, text)
    }

    pub(crate) const fn panic() -> Self {
        let text = "a fault of the library; please report it";
        Self::of_call(Status::IDR_PANIC, "internal.panic", text)
    }

    /// The sender of a webhook chose its length, so it is told that the body is at fault.
    pub(crate) fn too_long(limit: usize) -> Self {
        let text = Cow::Owned(format!("a length or a count is over its limit of {limit}"));
        let bare = Self::of_call(Status::IDR_TOO_LONG, "argument.too_long", "");
        Self { text, http_status: 400, ..bare }
    }

    pub(crate) const fn status(&self) -> Status {
        self.status
    }
}

impl Failure {
    /// What is wrong with a claim has the codes of policies; the document itself is fine.
    pub(crate) fn of_claim(error: PolicyError) -> Self {
        Self { status: Status::IDR_UNUSABLE_CLAIM, ..error.into() }
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        let bare = Self::of_call(Status::from(&error), error.code(), "");
        Self { text: error.to_string().into(), ..bare }
    }
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        let bare = Self::of_call(Status::IDR_NOT_GENUINE, error.code(), "");
        Self { text: error.to_string().into(), http_status: error.http_status(), ..bare }
    }
}

impl From<WebhookError> for Failure {
    fn from(error: WebhookError) -> Self {
        let bare = Self::of_call(Status::IDR_UNUSABLE_BODY, error.code(), "");
        let pointer = Some(error.pointer().as_str().to_owned());
        Self { pointer, text: error.to_string().into(), http_status: error.http_status(), ..bare }
    }
}

impl From<PolicyError> for Failure {
    fn from(error: PolicyError) -> Self {
        let bare = Self::of_call(Status::IDR_UNUSABLE_POLICY, error.code().as_str(), "");
        let pointer = Some(error.pointer().as_str().to_owned());
        let suggestion = error.suggestion().map(str::to_owned);
        Self { pointer, suggestion, text: error.to_string().into(), ..bare }
    }
}

impl From<TestFileError> for Failure {
    fn from(error: TestFileError) -> Self {
        let bare = Self::of_call(Status::IDR_UNUSABLE_TEST_FILE, error.code(), "");
        let pointer = Some(error.pointer().as_str().to_owned());
        let suggestion = error.suggestion().map(str::to_owned);
        Self { pointer, suggestion, text: error.to_string().into(), ..bare }
    }
}

impl From<DecisionError> for Failure {
    fn from(error: DecisionError) -> Self {
        match error {
            DecisionError::Signature(error) => error.into(),
            DecisionError::Webhook(error) => error.into(),
            DecisionError::Input(error) => error.into(),
            other => {
                let bare = Self::of_call(Status::IDR_UNUSABLE_INPUT, other.code(), "");
                Self { text: other.to_string().into(), http_status: other.http_status(), ..bare }
            }
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

/// A stable code, for example "signature.mismatch" or "policy.unknown_fact"; see
/// idr_signature_code_meaning() and its neighbours. Those of this C interface are
/// "argument.null", "argument.not_utf8", "argument.unknown_number", "argument.too_long",
/// "argument.empty_decision" and "internal.panic". Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_code(error: Option<&Error>) -> View<'_> {
    ask_text(error, |Error(failure)| Some(failure.code))
}

/// Where, as a JSON Pointer into the body, the policy, the test file or the claim; "" is the whole. Absent
/// for NULL and where there is no place.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_pointer(error: Option<&Error>) -> View<'_> {
    ask_text(error, |Error(failure)| failure.pointer.as_deref())
}

/// What happened, for people; the wording may change. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_text(error: Option<&Error>) -> View<'_> {
    ask_text(error, |Error(failure)| Some(&failure.text))
}

/// What was probably meant, in a policy document, a test file or a claim. Absent for NULL and where
/// nothing is near enough.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_suggestion(error: Option<&Error>) -> View<'_> {
    ask_text(error, |Error(failure)| failure.suggestion.as_deref())
}

/// The HTTP status to answer with if the call was about a webhook: 401, 400 or 500. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_http_status(error: Option<&Error>) -> u16 {
    ask(error, |Error(failure)| failure.http_status)
}

/// Frees an error and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_error_free(error: Option<&mut Option<Box<Error>>>) {
    free(error)
}
