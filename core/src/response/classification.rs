//! The answer: what to do, why, who has to act, and when.

use serde::Serialize;

use super::Reason;
use super::token::TokenResponse;
use crate::pointer::Pointer;
use crate::vocab::words;

words! {
    /// What an answer asks of the caller. Closed: a new one would be a breaking change.
    Action;
    /// Use the answer.
    Proceed = 1 => "proceed";
    /// Send the same request again, unchanged, not sooner than the delay.
    Retry = 2 => "retry";
    /// Change the request; the pointers say where.
    Fix = 3 => "fix";
    /// A person or another team must act.
    Escalate = 4 => "escalate";
}

words! {
    /// Who has to act on an [`Action::Escalate`].
    EscalateTo;
    /// Whoever writes the integration.
    Developer = 1 => "developer";
    /// Whoever runs it: keys, network, quotas.
    Operations = 2 => "operations";
    /// The iDenfy account manager: contract, credits, features.
    AccountManager = 3 => "account_manager";
    /// iDenfy's technical support.
    IdenfySupport = 4 => "idenfy_support";
}

/// How long to wait before a retry, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delay {
    /// The shortest wait: what the server asked for, else 0.
    pub min_ms: u64,
    /// The longest wait.
    pub max_ms: u64,
    /// The wait that the caller's jitter draws between the two; `None` without a jitter.
    pub ms: Option<u64>,
}

/// What one answer, or one transport failure, asks of the caller.
///
/// Serialised, it has every key in this order, `null` where it does not apply, and no token.
/// It holds no personal data apart from the token, which `Debug` hides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Classification {
    /// What to do.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Who has to act; only on [`Action::Escalate`].
    pub escalate_to: Option<EscalateTo>,
    /// The members of the request at fault, as far as the answer names them; `""` is the whole body.
    pub pointers: Vec<Pointer>,
    /// Whether the unchanged request may be sent again automatically: the action is retry.
    pub retryable: bool,
    /// How long to wait first; only on [`Action::Retry`].
    pub delay: Option<Delay>,
    /// What a valid `Retry-After` says, in seconds, where a retry was considered.
    pub retry_after_s: Option<u64>,
    /// The earliest moment at which the old session is surely over, in Unix seconds.
    pub not_before_unix: Option<i64>,
    /// The distance between calls that keeps below the hourly quota, in milliseconds.
    pub pacing_ms: Option<u64>,
    /// Whether the vendor may have processed the request all the same.
    pub outcome_unknown: bool,
    /// The reason of a retry that is no longer allowed.
    pub underlying: Option<Reason>,
    /// Whether the identifier and the status say different things; it never changes the verdict.
    pub disagreement: bool,
    /// The status as received.
    pub status: Option<u16>,
    /// The identifier as received, trimmed, if it is 1 to 64 ASCII letters and underscores.
    pub identifier: Option<String>,
    /// What to do and whom to ask, for people; the text may change.
    pub hint: &'static str,
    /// The token, on [`Reason::TokenCreated`] only.
    #[serde(skip)]
    pub token: Option<TokenResponse>,
}
