//! Hard errors: the call could not be done. What was *found* is never one of these.

mod codes;

use thiserror::Error;

pub(crate) use codes::codes;

/// An argument that cannot be used, such as a profile with an unknown environment.
///
/// ```
/// let error = idenfy_rules::Environment::read("STAGING").unwrap_err();
/// assert_eq!(error.code(), "input.unknown_word");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct InputError {
    code: &'static str,
    message: String,
}

impl InputError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// A stable code, for example `input.unknown_word` or `policy.today_required`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }
}
