//! Numbers back to words.

use idenfy_rules::history::{StartReason, TransitionKind};
use idenfy_rules::lint::Host;
use idenfy_rules::{
    Action, EscalateTo, Lifecycle, NextStep, Operation, Outcome, Severity, TransportKind,
};

use crate::guard::guard_or;
use crate::number::Numbered;
use crate::view::View;

fn word<W: Numbered>(number: u32, as_str: fn(W) -> &'static str) -> View<'static> {
    guard_or(View::ABSENT, || W::of_number(number).map_or(View::ABSENT, |w| View::of(as_str(w))))
}

/// The word of an idr_outcome as JSON spells it, for example "accept". Like all texts of this
/// kind it is valid for ever, and absent for a number that the enum does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_outcome_text(outcome: u32) -> View<'static> {
    word(outcome, Outcome::as_str)
}

/// The word of an idr_lifecycle, for example "decided".
#[unsafe(no_mangle)]
pub extern "C" fn idr_lifecycle_text(lifecycle: u32) -> View<'static> {
    word(lifecycle, Lifecycle::as_str)
}

/// The word of an idr_next_step, for example "retake_selfie".
#[unsafe(no_mangle)]
pub extern "C" fn idr_next_step_text(next_step: u32) -> View<'static> {
    word(next_step, NextStep::as_str)
}

/// The word of an idr_action, for example "retry".
#[unsafe(no_mangle)]
pub extern "C" fn idr_action_text(action: u32) -> View<'static> {
    word(action, Action::as_str)
}

/// The word of an idr_escalate_to, for example "operations".
#[unsafe(no_mangle)]
pub extern "C" fn idr_escalate_to_text(escalate_to: u32) -> View<'static> {
    word(escalate_to, EscalateTo::as_str)
}

/// The word of an idr_severity: "error" or "warning".
#[unsafe(no_mangle)]
pub extern "C" fn idr_severity_text(severity: u32) -> View<'static> {
    word(severity, Severity::as_str)
}

/// The word of an idr_operation, for example "create_token".
#[unsafe(no_mangle)]
pub extern "C" fn idr_operation_text(operation: u32) -> View<'static> {
    word(operation, Operation::as_str)
}

/// The word of an idr_transport, for example "connect_refused".
#[unsafe(no_mangle)]
pub extern "C" fn idr_transport_text(transport: u32) -> View<'static> {
    word(transport, TransportKind::as_str)
}

/// The name of an idr_host: "ui.idenfy.com" or "ivs.idenfy.com".
#[unsafe(no_mangle)]
pub extern "C" fn idr_host_text(host: u32) -> View<'static> {
    word(host, Host::as_str)
}

/// The word of an idr_transition_kind, for example "stricter".
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_kind_text(kind: u32) -> View<'static> {
    word(kind, TransitionKind::as_str)
}

/// The word of an idr_start_reason, for example "session_active".
#[unsafe(no_mangle)]
pub extern "C" fn idr_start_reason_text(reason: u32) -> View<'static> {
    word(reason, StartReason::as_str)
}
