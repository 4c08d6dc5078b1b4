//! Lifecycle first: every delivery is in exactly one state, and only `decided` reaches the
//! rules by default.

use crate::json::Value;
use crate::vocab::{Event, EventKind, Overall};
use crate::webhook::Delivery;

use super::outcome::{Lifecycle, Outcome};

/// The four fields that say how the checks went.
const CHECKS: &[&str] = &["autoDocument", "autoFace", "manualDocument", "manualFace"];
const MANUAL_CHECKS: &[&str] = &["manualDocument", "manualFace"];

/// The state of a delivery that is not a notice. The order of the questions is part of the
/// meaning: what an event ended is ended, whatever its body says.
pub(super) fn judge(delivery: &Delivery<'_>) -> Lifecycle {
    let overall =
        delivery.status_member("overall").and_then(Value::as_str).and_then(Overall::from_word);
    let event = delivery.event().and_then(|event| event.known());
    if event.map(Event::kind) == Some(EventKind::Ended) {
        return ended(delivery, overall);
    }
    let last = delivery.final_mark();
    match overall {
        Some(Overall::Expired | Overall::ExpiredDeleted) => Lifecycle::Unfinished,
        Some(Overall::Deleted | Overall::Archived) => Lifecycle::Erased,
        None => Lifecycle::Unknown,
        _ if last == Some(false) => Lifecycle::Preliminary,
        Some(Overall::Reviewing | Overall::Active) if last == Some(true) => {
            Lifecycle::Contradictory
        }
        Some(Overall::Reviewing | Overall::Active) => Lifecycle::Pending,
        _ if last.is_none() && any(delivery, MANUAL_CHECKS, |value| value.is_empty()) => {
            Lifecycle::Unmarked
        }
        _ => Lifecycle::Decided,
    }
}

/// An expired or cancelled session decided nothing; a body that says it did contradicts it.
fn ended(delivery: &Delivery<'_>, overall: Option<Overall>) -> Lifecycle {
    let checked = || any(delivery, CHECKS, |value| !value.is_empty());
    match overall {
        Some(Overall::Approved | Overall::Suspected) => Lifecycle::Contradictory,
        Some(Overall::Denied) if checked() => Lifecycle::Contradictory,
        _ => Lifecycle::Unfinished,
    }
}

fn any(delivery: &Delivery<'_>, keys: &[&str], holds: impl Fn(&Value<'_>) -> bool) -> bool {
    keys.iter().any(|key| holds(delivery.status_member(key).unwrap_or(&Value::Null)))
}

/// What to do in each state: an outcome, or `None` to ask the rules after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plan {
    outcomes: [(Lifecycle, Option<Outcome>); 7],
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            outcomes: [
                (Lifecycle::Preliminary, Some(Outcome::Wait)),
                (Lifecycle::Pending, Some(Outcome::Wait)),
                (Lifecycle::Unfinished, Some(Outcome::Retry)),
                (Lifecycle::Erased, Some(Outcome::Review)),
                (Lifecycle::Unknown, Some(Outcome::Review)),
                (Lifecycle::Contradictory, Some(Outcome::Review)),
                (Lifecycle::Unmarked, Some(Outcome::Review)),
            ],
        }
    }
}

impl Plan {
    /// The outcome of a state, or `None` when the rules decide.
    pub(super) fn outcome(&self, state: Lifecycle) -> Option<Outcome> {
        self.iter().find(|(known, _)| *known == state).and_then(|(_, outcome)| outcome)
    }

    pub(super) fn set(&mut self, state: Lifecycle, outcome: Option<Outcome>) {
        for entry in &mut self.outcomes {
            if entry.0 == state {
                entry.1 = outcome;
            }
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Lifecycle, Option<Outcome>)> {
        self.outcomes.iter().copied()
    }
}
