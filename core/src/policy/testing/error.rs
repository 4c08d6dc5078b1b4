//! Why a test file cannot be used.

use thiserror::Error;

use crate::error::codes;
use crate::pointer::Pointer;
use crate::suggest::nearest;

use super::super::error::PolicyError;

codes! {
    /// What only a test file can have wrong. What a policy document can suffer from as well has its
    /// code of [`PolicyCode`](crate::policy::PolicyCode); a date that is none has `input.date`, and
    /// a missing `today` `policy.today_required`.
    ///
    /// ```
    /// use idenfy_rules::policy::testing::TestFileCode;
    /// assert_eq!(TestFileCode::UnknownRule.as_str(), "test.unknown_rule");
    /// ```
    TestFileCode;
    OtherPolicy "test.other_policy", "The file is for a policy of another name.";
    RepeatedName "test.repeated_name", "Two cases have the same name.";
    WebhookOrFacts "test.webhook_or_facts", "A case has neither `webhook` nor `facts`, or both.";
    ImpossibleFacts "test.impossible_facts", "There is no webhook that has these facts.";
    UnknownRule "test.unknown_rule", "The policy has no such rule.";
}

/// A test file that cannot be used: what is wrong, where, and what was probably meant.
///
/// ```
/// use idenfy_rules::{Policy, policy::testing};
/// let file = br#"{"format": 1, "policy": "strict", "cases": [
///     {"name": "a", "facts": {"overal": "APPROVED"}, "expect": {"outcome": "review"}}]}"#;
/// let error = testing::run(&Policy::strict(), file).unwrap_err();
/// assert_eq!(error.code(), "policy.unknown_fact");
/// assert_eq!(error.pointer().as_str(), "/cases/0/facts/overal");
/// assert_eq!(error.suggestion(), Some("overall"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct TestFileError {
    code: &'static str,
    pointer: Pointer,
    suggestion: Option<String>,
    message: String,
}

impl TestFileError {
    /// The codes that only test files have, as text.
    pub const CODES: &'static [&'static str] = TestFileCode::CODES;

    pub(super) fn new(code: &'static str, pointer: &Pointer, message: impl Into<String>) -> Self {
        Self { code, pointer: pointer.clone(), suggestion: None, message: message.into() }
    }

    /// Adds the candidate that is nearest to what was written, if one is near.
    pub(super) fn suggest<'c>(
        mut self,
        written: &str,
        candidates: impl Iterator<Item = &'c str>,
    ) -> Self {
        self.suggestion = nearest(written, candidates).map(str::to_owned);
        if let Some(candidate) = &self.suggestion {
            self.message = format!("{}; did you mean `{candidate}`?", self.message);
        }
        self
    }

    /// A stable code, for example `test.unknown_rule` or `policy.unknown_key`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Where in the file.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// What was probably meant, if something is near enough.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

/// A fault that a policy document can have as well.
impl From<PolicyError> for TestFileError {
    fn from(error: PolicyError) -> Self {
        Self {
            code: error.code().as_str(),
            pointer: error.pointer().clone(),
            suggestion: error.suggestion().map(str::to_owned),
            message: error.to_string(),
        }
    }
}
