//! Why a policy document cannot be used, and why a decision could not be made.

use thiserror::Error;

use crate::error::{InputError, codes};
use crate::pointer::Pointer;
use crate::suggest::nearest;
use crate::webhook::{SignatureError, WebhookError};

codes! {
    /// What is wrong with a policy document, or with a claim about a policy.
    ///
    /// ```
    /// use idenfy_rules::policy::PolicyCode;
    /// assert_eq!(PolicyCode::UnknownFact.as_str(), "policy.unknown_fact");
    /// assert_eq!(PolicyCode::UnknownFact.meaning(), "There is no such fact.");
    /// ```
    PolicyCode;
    NotJson "policy.not_json", "The text is not one JSON text within the limits.";
    WrongType "policy.wrong_type", "A value has another type than the one expected here.";
    RepeatedKey "policy.repeated_key", "A key occurs twice in one object.";
    UnknownKey "policy.unknown_key", "The document, a rule or a claim has no such key.";
    MissingKey "policy.missing_key", "A required key is absent.";
    FormatUnsupported "policy.format_unsupported", "The format is not 1.";
    TooManyRules "policy.too_many_rules", "There are more rules than the limit of 10,000.";
    UnknownOutcome "policy.unknown_outcome", "There is no such outcome.";
    UnknownState "policy.unknown_state", "There is no such lifecycle state.";
    UnknownFact "policy.unknown_fact", "There is no such fact.";
    UnknownOperator "policy.unknown_operator", "Facts of this kind have no such operator.";
    UnknownWord "policy.unknown_word", "The vocabulary has no such word; `unlisted` names words that are meant all the same.";
    UnknownClass "policy.unknown_class", "The vocabulary has no such class.";
    UnknownList "policy.unknown_list", "`lists` has no such list.";
    UnknownBase "policy.unknown_base", "`extends` names neither a built-in policy nor the base that was passed.";
    AmbiguousList "policy.ambiguous_list", "A plain word or list on a set could mean any or all; say which.";
    NullNotAllowed "policy.null_not_allowed", "The fact is never missing, so `null` can never be true.";
    Empty "policy.empty", "An empty condition, list or text would mean everything or nothing.";
    BadRange "policy.bad_range", "The lower end of `between` is above the upper one.";
    BadPattern "policy.bad_pattern", "The pattern does not compile within the limits.";
    DuplicateRule "policy.duplicate_rule", "Two rules have the same id.";
    ReservedId "policy.reserved_id", "`otherwise` is not a rule id.";
    WhyRequired "policy.why_required", "An accepting rule must say why: it is the audit sentence.";
    AcceptUnpinned "policy.accept_unpinned", "An accepting rule must pin `overall`, at the top of `when`, to APPROVED, SUSPECTED or both.";
    AcceptEvent "policy.accept_event", "An accepting rule may not ask `event`: it is not signed.";
    AcceptUnknown "policy.accept_unknown", "An accepting rule may not ask for class `unknown`.";
    AcceptNotEmpty "policy.accept_not_empty", "An accepting rule may not ask that a set is not empty: unknown words would help.";
    AcceptSkip "policy.accept_skip", "An accepting rule may not say `ifUndecided`.";
    AcceptNotAllowed "policy.accept_not_allowed", "`lifecycle` and `otherwise` may not accept.";
    Milder "policy.milder", "A policy that extends another may not make its `lifecycle` or `otherwise` milder.";
    NeverOrAlways "policy.never_or_always", "A claim to prove says either `never` or `always`.";
}

/// A policy document that cannot be used: what is wrong, where, and what was probably meant.
///
/// ```
/// use idenfy_rules::policy::Policy;
/// let text = r#"{"format": 1, "name": "mine", "otherwise": "review",
///     "rules": [{"id": "a", "when": {"overal": "APPROVED"}, "then": "review"}]}"#;
/// let error = Policy::from_json(text.as_bytes(), None).unwrap_err();
/// assert_eq!(error.code().as_str(), "policy.unknown_fact");
/// assert_eq!(error.pointer().as_str(), "/rules/0/when/overal");
/// assert_eq!(error.suggestion(), Some("overall"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct PolicyError {
    code: PolicyCode,
    pointer: Pointer,
    suggestion: Option<String>,
    message: String,
}

impl PolicyError {
    pub(super) fn new(code: PolicyCode, pointer: &Pointer, message: impl Into<String>) -> Self {
        Self { code, pointer: pointer.clone(), suggestion: None, message: message.into() }
    }

    /// Adds the candidate that is nearest to what was written, if one is near.
    pub(super) fn suggest<'c>(
        self,
        written: &str,
        candidates: impl Iterator<Item = &'c str>,
    ) -> Self {
        self.mean(nearest(written, candidates).map(str::to_owned))
    }

    /// Adds what was probably meant.
    pub(super) fn mean(mut self, candidate: Option<String>) -> Self {
        if let Some(candidate) = &candidate {
            self.message = format!("{}; did you mean `{candidate}`?", self.message);
        }
        self.suggestion = candidate;
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn code(&self) -> PolicyCode {
        self.code
    }

    /// Where in the document.
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

/// Why there is no decision. Nothing was decided, so nobody may be accepted on it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DecisionError {
    /// The webhook is not proven to be genuine: answer 401.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// The body cannot be used: answer 400.
    #[error(transparent)]
    Webhook(#[from] WebhookError),
    /// The call itself was wrong: answer 500, so that the vendor sends again.
    #[error(transparent)]
    Input(#[from] InputError),
}

impl DecisionError {
    /// The stable code of the error beneath.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Signature(error) => error.code(),
            Self::Webhook(error) => error.code(),
            Self::Input(error) => error.code(),
        }
    }

    /// The HTTP status to answer the webhook with.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        match self {
            Self::Signature(error) => error.http_status(),
            Self::Webhook(error) => error.http_status(),
            Self::Input(_) => 500,
        }
    }
}
