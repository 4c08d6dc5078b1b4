//! One cell of the tables: what to do, why, who, and where the request is at fault.

use super::{Action, EscalateTo, Reason};

/// What a table row says, before the rules about attempts and waiting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub(super) action: Action,
    pub(super) reason: Reason,
    pub(super) escalate_to: Option<EscalateTo>,
    pub(super) fault: Fault,
}

/// Where a row looks for the members of the request at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Nowhere,
    /// The request body as a whole.
    Body,
    /// These members, whatever the answer says.
    Members(&'static [&'static str]),
    /// Those that the message names.
    Message,
    /// Those that the message names; without a message, those that the answer has as keys.
    MessageOrKeys,
}

impl Verdict {
    const fn new(action: Action, reason: Reason, escalate_to: Option<EscalateTo>) -> Self {
        Self { action, reason, escalate_to, fault: Fault::Nowhere }
    }

    pub(super) const fn proceed(reason: Reason) -> Self {
        Self::new(Action::Proceed, reason, None)
    }

    pub(super) const fn retry(reason: Reason) -> Self {
        Self::new(Action::Retry, reason, None)
    }

    pub(super) const fn fix(reason: Reason, fault: Fault) -> Self {
        Self::new(Action::Fix, reason, None).at(fault)
    }

    pub(super) const fn escalate(reason: Reason, to: EscalateTo) -> Self {
        Self::new(Action::Escalate, reason, Some(to))
    }

    pub(super) const fn at(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }
}
