//! What a call came to.

/// Whether a call worked. Numbers never change and are never reused.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    /// The call worked.
    IDR_OK = 0,
    /// A pointer that must not be NULL is NULL, or a length is over its limit.
    IDR_INVALID_ARGUMENT = 1,
    /// A fault of the library. It stays usable; please report it.
    IDR_PANIC = 2,
    /// The webhook is not proven to be genuine: answer HTTP 401.
    IDR_NOT_GENUINE = 100,
    /// The body cannot be used: answer HTTP 400.
    IDR_UNUSABLE_BODY = 101,
    /// The policy document cannot be used.
    IDR_UNUSABLE_POLICY = 200,
    /// The policy asks for the age or the days to expiry and needs to be told the day.
    IDR_TODAY_REQUIRED = 201,
}

/// What to do about the person.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Outcome {
    /// Nothing: the webhook says nothing about a verification.
    IDR_NONE = 0,
    /// Let the person in.
    IDR_ACCEPT = 1,
    /// Ask the person to try again.
    IDR_RETRY = 2,
    /// Somebody of yours has to look at it.
    IDR_REVIEW = 3,
    /// Turn the person away.
    IDR_REJECT = 4,
    /// A further result is due; do nothing yet.
    IDR_WAIT = 5,
}

impl From<idenfy_rules::Outcome> for Outcome {
    fn from(outcome: idenfy_rules::Outcome) -> Self {
        match outcome {
            idenfy_rules::Outcome::None => Self::IDR_NONE,
            idenfy_rules::Outcome::Accept => Self::IDR_ACCEPT,
            idenfy_rules::Outcome::Retry => Self::IDR_RETRY,
            idenfy_rules::Outcome::Review => Self::IDR_REVIEW,
            idenfy_rules::Outcome::Reject => Self::IDR_REJECT,
            idenfy_rules::Outcome::Wait => Self::IDR_WAIT,
        }
    }
}
