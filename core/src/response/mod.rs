//! What an HTTP answer, or a transport failure, asks of the caller.
//!
//! [`classify`] reads a status, headers and a body, [`classify_transport`] a failure without an
//! answer. Both say what to do - proceed, retry, fix or escalate - why, who has to act, which
//! members of the request are at fault and how long to wait. They decide by ordered tables; the
//! first that has an answer wins:
//!
//! 1. a failure without a status; 2. a status that no final answer has; 3. a 2xx, by its
//!    operation; 4. a redirect; 5. a documented sentence, as the whole message; 6. keywords of a
//!    documented business rule; 7. a known identifier, whatever the status; 8. a known `code`;
//!    9. a page for people where JSON belongs; 10. the status; 11. its family.
//!
//! Then rules about attempts and waiting apply: a retry becomes an escalation when the attempts
//! or the budget are used up, or when the server asks for a longer pause than the caller allows.
//!
//! [`RetryPlan`] has the waits of a whole policy ahead of time, [`RetryBudget`] limits the retries
//! of all calls together, [`Reason`] says to people what happened, what to do, whom to ask and what
//! to bring, and [`Table`] lists the tables.
//!
//! Clock, attempt number and random number are arguments, so that the same input has the same
//! answer. Nothing here sends, waits or sleeps.
//!
//! ```
//! use idenfy_rules::response::{Action, Context, EscalateTo, Response, classify};
//!
//! let body = br#"{"message": "Partner reached token limit."}"#;
//! let found = classify(&Response::new(400, &[], body), &Context::new(1)?);
//! assert_eq!(found.action, Action::Escalate);
//! assert_eq!(found.escalate_to, Some(EscalateTo::AccountManager));
//! assert_eq!(found.reason.as_str(), "FUNDS_EXHAUSTED");
//! # Ok::<(), idenfy_rules::InputError>(())
//! ```
//!
//! Where the vendor's pages are silent or contradict each other:
//!
//! - A body that broke off ([`Response::transport`] with a status) is judged by the status; on a
//!   2xx by what is complete in it, and by [`Reason::ResponseTruncated`] if that is nothing.
//!   A caller who cancelled meanwhile is never told to retry.
//! - A PDF file is what `pdf` asks for; on any other call it is not the vendor's answer.
//! - What is true of a retry stays true when the retry is no longer allowed: the unknown outcome,
//!   the stated wait and the pace are reported with the escalation, the reason as `underlying`.
//! - Keywords of a business rule do not count in a message that names other members of the
//!   request: they may be text that a user typed.

mod advice;
mod answer;
mod body;
mod budget;
mod business;
mod classification;
mod delay;
mod identifier;
mod input;
mod kind;
mod listing;
mod plan;
mod pointers;
mod post;
mod reason;
mod sentence;
mod stage;
mod status;
mod success;
mod tables;
mod token;
mod verdict;

pub use advice::Evidence;
pub use budget::RetryBudget;
pub use classification::{Action, Classification, Delay, EscalateTo};
pub use input::{Context, Jitter, Operation, Response};
pub use kind::TransportKind;
pub use listing::{Table, TableRow};
pub use plan::{PlannedWait, RetryPlan};
pub use reason::Reason;
pub use token::TokenResponse;

/// What this answer asks of the caller. Takes any bytes.
///
/// ```
/// use idenfy_rules::response::{Context, Reason, Response, classify};
///
/// let headers = [("Retry-After", "7")];
/// let found = classify(&Response::new(429, &headers, b""), &Context::new(1)?);
/// assert_eq!(found.reason, Reason::RateLimited);
/// assert_eq!(found.delay.unwrap().min_ms, 7_000);
///
/// let last = classify(&Response::new(429, &headers, b""), &Context::new(3)?);
/// assert_eq!(last.reason, Reason::RetriesExhausted);
/// assert_eq!(last.underlying, Some(Reason::RateLimited));
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
#[must_use]
pub fn classify(response: &Response<'_>, context: &Context<'_>) -> Classification {
    tables::TABLES.classify(response, context)
}

/// What a call without an answer asks of the caller.
///
/// ```
/// use idenfy_rules::response::{Context, TransportKind, classify_transport};
///
/// let refused = classify_transport(TransportKind::ConnectRefused, &Context::new(1)?);
/// assert!(refused.retryable && !refused.outcome_unknown);
/// let silent = classify_transport(TransportKind::ResponseTimeout, &Context::new(1)?);
/// assert!(silent.retryable && silent.outcome_unknown);
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
#[must_use]
pub fn classify_transport(kind: TransportKind, context: &Context<'_>) -> Classification {
    tables::TABLES.classify_transport(kind, context)
}

#[cfg(test)]
mod tests;
