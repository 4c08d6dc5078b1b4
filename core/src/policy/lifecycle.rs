//! Lifecycle first: every delivery is in exactly one state, and only `decided` reaches the
//! rules by default.

use crate::json::Value;
use crate::vocab::{Event, EventKind, Overall};
use crate::webhook::Delivery;

use super::outcome::{Lifecycle, Outcome};

/// The four fields that say how the checks went.
const CHECKS: &[&str] = &["autoDocument", "autoFace", "manualDocument", "manualFace"];
const MANUAL_CHECKS: &[&str] = &["manualDocument", "manualFace"];

/// The state of a delivery that is not a notice.
pub(super) fn judge(delivery: &Delivery<'_>) -> Lifecycle {
    let member = |key: &str| delivery.status_member(key).unwrap_or(&Value::Null);
    state(Signs {
        ended: delivery.event().and_then(|event| event.known()).is_some_and(ends),
        overall: member("overall").as_str().and_then(Overall::from_word),
        last: delivery.final_mark(),
        filled: |check: &str| !member(check).is_empty(),
    })
}

/// What the state hangs on.
pub(super) struct Signs<F> {
    /// Whether the event ended the verification.
    pub(super) ended: bool,
    /// The verdict, if the vocabulary has it.
    pub(super) overall: Option<Overall>,
    /// Whether it is the last word, if it says so.
    pub(super) last: Option<bool>,
    /// Whether one of the four check fields says anything.
    pub(super) filled: F,
}

/// Whether an event ended a verification without a result.
pub(super) fn ends(event: Event) -> bool {
    event.kind() == EventKind::Ended
}

/// The order of the questions is part of the meaning: what an event ended is ended, whatever its
/// body says.
pub(super) fn state(signs: Signs<impl Fn(&str) -> bool>) -> Lifecycle {
    if signs.ended {
        return ended(&signs);
    }
    match signs.overall {
        Some(Overall::Expired | Overall::ExpiredDeleted) => Lifecycle::Unfinished,
        Some(Overall::Deleted | Overall::Archived) => Lifecycle::Erased,
        None => Lifecycle::Unknown,
        _ if signs.last == Some(false) => Lifecycle::Preliminary,
        Some(Overall::Reviewing | Overall::Active) if signs.last == Some(true) => {
            Lifecycle::Contradictory
        }
        Some(Overall::Reviewing | Overall::Active) => Lifecycle::Pending,
        _ if signs.last.is_none() && !MANUAL_CHECKS.iter().all(|check| (signs.filled)(check)) => {
            Lifecycle::Unmarked
        }
        _ => Lifecycle::Decided,
    }
}

/// An expired or cancelled session decided nothing; a body that says it did contradicts it.
fn ended(signs: &Signs<impl Fn(&str) -> bool>) -> Lifecycle {
    match signs.overall {
        Some(Overall::Approved | Overall::Suspected) => Lifecycle::Contradictory,
        Some(Overall::Denied) if CHECKS.iter().any(|check| (signs.filled)(check)) => {
            Lifecycle::Contradictory
        }
        _ => Lifecycle::Unfinished,
    }
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
