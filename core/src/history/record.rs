//! The state of one verification: small, without personal data, the caller stores it.

use serde::{Deserialize, Serialize};

use crate::error::InputError;
use crate::policy::{Decision, Lifecycle, Outcome, PolicyName};

/// How many bodies a record remembers.
const REMEMBERED: usize = 16;

/// What is known about one verification after the deliveries so far.
///
/// ```
/// use idenfy_rules::{Policy, Record, reconcile};
/// let body = br#"{"scanRef": "s-1", "final": true, "status": {"overall": "APPROVED"}}"#;
/// let decision = Policy::documented().evaluate(body, &Default::default())?;
/// let record = reconcile(None, &decision)?.record;
/// let stored = record.to_json();
/// assert_eq!(Record::from_json(&stored)?, record);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Record {
    /// The version of this form: 1.
    pub format: u32,
    /// The verification.
    pub scan_ref: String,
    /// What to do about the person, after everything so far.
    pub outcome: Outcome,
    /// What the vendor said about the delivery that set the outcome: was it the last word?
    pub r#final: Option<bool>,
    /// Whether the deliveries behind the outcome were verified.
    pub verified: bool,
    /// The event of the delivery that set the outcome.
    pub event: Option<String>,
    /// Where the verification stood then.
    pub lifecycle: Option<Lifecycle>,
    /// The strictest verdict of the rules so far; never `wait`.
    pub closed: Option<Outcome>,
    /// SHA-256 of the last 16 bodies, oldest first.
    pub seen: Vec<String>,
    /// The policy that set the outcome.
    pub policy: PolicyName,
    /// Whether verdicts contradicted each other: somebody should look.
    pub conflict: bool,
    /// Whether a resubmission opened it again.
    pub reopened: bool,
    /// Whether the vendor has erased its data.
    pub erased: bool,
}

impl Record {
    /// The record of a first delivery.
    pub(super) fn first(scan_ref: &str, decision: &Decision) -> Self {
        let mut record = Self {
            format: 1,
            scan_ref: scan_ref.to_owned(),
            outcome: decision.outcome,
            r#final: decision.r#final,
            verified: decision.verified,
            event: decision.event.clone(),
            lifecycle: decision.lifecycle,
            closed: verdict(decision),
            seen: Vec::new(),
            policy: PolicyName::clone(&decision.policy),
            conflict: false,
            reopened: false,
            erased: decision.lifecycle == Some(Lifecycle::Erased),
        };
        record.remember(decision);
        record
    }

    /// Takes outcome and circumstances from a later delivery.
    pub(super) fn take(&mut self, outcome: Outcome, decision: &Decision) {
        self.outcome = outcome;
        self.r#final = decision.r#final;
        self.verified = decision.verified;
        self.event.clone_from(&decision.event);
        self.lifecycle = decision.lifecycle;
        self.policy = PolicyName::clone(&decision.policy);
    }

    pub(super) fn has_seen(&self, decision: &Decision) -> bool {
        decision.body_sha256.as_ref().is_some_and(|digest| self.seen.contains(digest))
    }

    pub(super) fn remember(&mut self, decision: &Decision) {
        self.seen.extend(decision.body_sha256.clone());
        let forgotten = self.seen.len().saturating_sub(REMEMBERED);
        self.seen.drain(..forgotten);
    }

    /// Reads a stored record.
    ///
    /// # Errors
    /// `record.invalid` for anything that [`to_json`](Self::to_json) would not have written,
    /// `record.format` for another version.
    pub fn from_json(text: &str) -> Result<Self, InputError> {
        let invalid = || InputError::new("record.invalid", "this is not a stored record");
        let record: Self = serde_json::from_str(text).map_err(|_| invalid())?;
        if record.format != 1 {
            return Err(InputError::new("record.format", "this library reads records of format 1"));
        }
        let closed = !matches!(record.closed, Some(Outcome::None | Outcome::Wait));
        let seen =
            record.seen.len() <= REMEMBERED && record.seen.iter().all(|digest| is_digest(digest));
        let milder = record.outcome == Outcome::Accept && record.closed > Some(Outcome::Accept);
        if closed && seen && !milder && !record.scan_ref.is_empty() {
            Ok(record)
        } else {
            Err(invalid())
        }
    }

    /// The record as JSON, for storing.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A struct of texts, words and flags always serialises.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The verdict of the rules in a decision, if there is one: in state `decided`, and where a
/// policy asks the rules about a muddled delivery. What announces another delivery, ended
/// without a result or was erased has no verdict, whatever the rules make of it.
pub(super) fn verdict(decision: &Decision) -> Option<Outcome> {
    use Lifecycle::{Contradictory, Decided, Unknown, Unmarked};
    let counts = matches!(decision.lifecycle, Some(Decided | Unknown | Contradictory | Unmarked));
    let by_rules = counts && !decision.rules.is_empty();
    let is_verdict = !matches!(decision.outcome, Outcome::None | Outcome::Wait);
    (by_rules && is_verdict).then_some(decision.outcome)
}

fn is_digest(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 64 && text.bytes().all(digit)
}
