//! What a new delivery does to a record.

use serde::Serialize;

use crate::error::InputError;
use crate::policy::{Decision, Lifecycle, Outcome, PolicyName, closed};
use crate::vocab::Event;

use super::record::{Record, verdict};

closed! {
    /// What a delivery was, seen from the record.
    TransitionKind {
        "new" => New = 1, "The first delivery.";
        "duplicate" => Duplicate = 2, "The same bytes again.";
        "late" => Late = 3, "Overtaken by what is known, or a mark on it.";
        "replace" => Replace = 4, "It takes the place of what was not yet a verdict.";
        "refresh" => Refresh = 5, "The same verdict again.";
        "reopen" => Reopen = 6, "A resubmission: the verdict is open again.";
        "stricter" => Stricter = 7, "A stricter verdict.";
        "milder" => Milder = 8, "A milder verdict, which goes to review.";
    }
}

/// What to store, and whether to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Transition {
    /// What the delivery was.
    pub kind: TransitionKind,
    /// The record to store.
    pub record: Record,
    /// Whether the outcome that you act on is new or has changed.
    pub act: bool,
}

/// Folds a decision into the record of its verification.
///
/// `previous` is the stored record of the same `scanRef`, `None` for the first delivery.
///
/// # Errors
/// `history.no_scan_ref` when the decision names no verification, `history.other_scan_ref` when
/// it names another one than the record.
///
/// ```
/// use idenfy_rules::history::{TransitionKind, reconcile};
/// use idenfy_rules::{Outcome, Policy};
/// let policy = Policy::documented();
/// let decide = |body: &str| policy.evaluate(body.as_bytes(), &Default::default());
/// let denied = decide(r#"{"scanRef": "s", "final": true, "status": {"overall": "DENIED"}}"#)?;
/// let approved = decide(r#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#)?;
///
/// let first = reconcile(None, &denied)?;
/// let second = reconcile(Some(&first.record), &approved)?;
/// assert_eq!((second.kind, second.record.outcome), (TransitionKind::Milder, Outcome::Review));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reconcile(previous: Option<&Record>, decision: &Decision) -> Result<Transition, InputError> {
    let no_scan_ref =
        || InputError::new("history.no_scan_ref", "the decision names no verification");
    let scan_ref = decision.scan_ref.as_deref().ok_or_else(no_scan_ref)?;
    let Some(previous) = previous else {
        let record = Record::first(scan_ref, decision);
        let act = record.outcome != Outcome::None;
        return Ok(Transition { kind: TransitionKind::New, record, act });
    };
    if previous.scan_ref != scan_ref {
        let message = "the record belongs to another verification";
        return Err(InputError::new("history.other_scan_ref", message));
    }
    if previous.has_seen(decision) {
        return Ok(Transition {
            kind: TransitionKind::Duplicate,
            record: previous.clone(),
            act: false,
        });
    }
    let mut record = previous.clone();
    record.remember(decision);
    let kind = fold(&mut record, decision);
    let act = record.outcome != previous.outcome;
    Ok(Transition { kind, record, act })
}

fn fold(record: &mut Record, decision: &Decision) -> TransitionKind {
    if decision.lifecycle == Some(Lifecycle::Erased) {
        record.erased = true;
    }
    if decision.outcome == Outcome::None {
        return TransitionKind::Late;
    }
    if record.verified && !decision.verified {
        return distrust(record, decision);
    }
    match (verdict(decision), record.closed) {
        // Where the rules were asked although the delivery is not the last word.
        (Some(outcome), Some(closed)) if outcome < closed && !is_decided(decision) => {
            TransitionKind::Late
        }
        (Some(outcome), Some(closed)) => compare(record, decision, outcome, closed),
        (None, Some(_)) => after_a_verdict(record, decision),
        (verdict, None) => {
            record.take(decision.outcome, decision);
            record.closed = verdict;
            TransitionKind::Replace
        }
    }
}

/// Anybody could have sent it: somebody has to look, and a rejection stands.
fn distrust(record: &mut Record, decision: &Decision) -> TransitionKind {
    record.closed = record.closed.max(verdict(decision));
    record.conflict = true;
    if matches!(record.outcome, Outcome::Reject | Outcome::Review) {
        return TransitionKind::Late;
    }
    record.outcome = Outcome::Review;
    TransitionKind::Stricter
}

/// The outcome unless it only says to wait.
fn settled(outcome: Outcome) -> Option<Outcome> {
    (!matches!(outcome, Outcome::None | Outcome::Wait)).then_some(outcome)
}

/// A verdict meets a verdict.
fn compare(
    record: &mut Record,
    decision: &Decision,
    outcome: Outcome,
    closed: Outcome,
) -> TransitionKind {
    if outcome < closed {
        record.take(Outcome::Review, decision);
        record.conflict = true;
        return TransitionKind::Milder;
    }
    record.closed = Some(outcome);
    if record.outcome == Outcome::Wait {
        record.take(outcome, decision);
        return TransitionKind::Replace;
    }
    if outcome == closed {
        record.policy = PolicyName::clone(&decision.policy);
        record.verified = record.verified || decision.verified;
        return TransitionKind::Refresh;
    }
    record.conflict = true;
    let stricter = settled(record.outcome).map_or(outcome, |known| known.max(outcome));
    record.take(stricter, decision);
    TransitionKind::Stricter
}

/// No verdict of the rules, after one.
fn after_a_verdict(record: &mut Record, decision: &Decision) -> TransitionKind {
    match decision.lifecycle {
        Some(Lifecycle::Preliminary | Lifecycle::Pending) if is_resubmission(decision) => {
            // A rejection is not lifted by handing something in.
            record.closed = record.closed.filter(|closed| *closed == Outcome::Reject);
            record.take(Outcome::Wait, decision);
            record.reopened = true;
            TransitionKind::Reopen
        }
        Some(Lifecycle::Unknown | Lifecycle::Contradictory | Lifecycle::Unmarked)
            if settled(decision.outcome) > settled(record.outcome) =>
        {
            record.take(decision.outcome, decision);
            record.conflict = true;
            TransitionKind::Stricter
        }
        // Nothing more will come of what was handed in: the rejection stands again.
        Some(Lifecycle::Unfinished) if record.outcome == Outcome::Wait => {
            record.take(record.closed.unwrap_or(decision.outcome), decision);
            TransitionKind::Replace
        }
        _ => TransitionKind::Late,
    }
}

fn is_decided(decision: &Decision) -> bool {
    decision.lifecycle == Some(Lifecycle::Decided)
}

fn is_resubmission(decision: &Decision) -> bool {
    let event = decision.event.as_deref().and_then(Event::from_word);
    event == Some(Event::IdentificationResubmitted)
}
