//! Numbers and names back to texts.

use idenfy_rules::history::{StartReason, TransitionKind};
use idenfy_rules::policy::PolicyCode;
use idenfy_rules::{
    Action, EscalateTo, Lifecycle, NextStep, Operation, Outcome, Reason, Severity, TransportKind,
};

use crate::guard::guard_or;
use crate::number::Numbered;
use crate::view::{View, text};

fn word<W: Numbered>(number: u32, as_str: fn(W) -> &'static str) -> View {
    guard_or(View::ABSENT, || W::of_number(number).map_or(View::ABSENT, |w| View::of(as_str(w))))
}

/// The word of an idr_outcome as JSON spells it, for example "accept". Like all texts of this
/// kind it is valid for ever, and absent for a number that the enum does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_outcome_text(outcome: u32) -> View {
    word(outcome, Outcome::as_str)
}

/// The word of an idr_lifecycle, for example "decided".
#[unsafe(no_mangle)]
pub extern "C" fn idr_lifecycle_text(lifecycle: u32) -> View {
    word(lifecycle, Lifecycle::as_str)
}

/// The word of an idr_next_step, for example "retake_selfie".
#[unsafe(no_mangle)]
pub extern "C" fn idr_next_step_text(next_step: u32) -> View {
    word(next_step, NextStep::as_str)
}

/// The word of an idr_action, for example "retry".
#[unsafe(no_mangle)]
pub extern "C" fn idr_action_text(action: u32) -> View {
    word(action, Action::as_str)
}

/// The word of an idr_escalate_to, for example "operations".
#[unsafe(no_mangle)]
pub extern "C" fn idr_escalate_to_text(escalate_to: u32) -> View {
    word(escalate_to, EscalateTo::as_str)
}

/// The word of an idr_severity: "error" or "warning".
#[unsafe(no_mangle)]
pub extern "C" fn idr_severity_text(severity: u32) -> View {
    word(severity, Severity::as_str)
}

/// The word of an idr_operation, for example "create_token".
#[unsafe(no_mangle)]
pub extern "C" fn idr_operation_text(operation: u32) -> View {
    word(operation, Operation::as_str)
}

/// The word of an idr_transport, for example "connect_refused".
#[unsafe(no_mangle)]
pub extern "C" fn idr_transport_text(transport: u32) -> View {
    word(transport, TransportKind::as_str)
}

/// The word of an idr_transition_kind, for example "stricter".
#[unsafe(no_mangle)]
pub extern "C" fn idr_transition_kind_text(kind: u32) -> View {
    word(kind, TransitionKind::as_str)
}

/// The word of an idr_start_reason, for example "session_active".
#[unsafe(no_mangle)]
pub extern "C" fn idr_start_reason_text(reason: u32) -> View {
    word(reason, StartReason::as_str)
}

/// Finds a word by its name and shows one of its texts.
///
/// # Safety
/// `name` is NULL with `len` 0 or points to `len` bytes.
unsafe fn of_name<W: Copy>(
    name: *const u8,
    len: usize,
    all: &[W],
    as_str: fn(W) -> &'static str,
    shown: fn(W) -> &'static str,
) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || match unsafe { text(name, len) } {
        Ok(name) => {
            View::maybe(all.iter().copied().find(|known| name == Some(as_str(*known))).map(shown))
        }
        Err(_) => View::ABSENT,
    })
}

/// What happened, for people, by the name of a reason such as "FUNDS_EXHAUSTED". Valid for ever;
/// the wording may change. Absent for a name that is no reason.
///
/// # Safety
/// `reason` is NULL with `len` 0 or points to `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_reason_happened(reason: *const u8, len: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { of_name(reason, len, Reason::ALL, Reason::as_str, Reason::happened) }
}

/// What to do about it, for people, by the name of a reason. Absent for a name that is no reason.
///
/// # Safety
/// `reason` is NULL with `len` 0 or points to `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_reason_remedy(reason: *const u8, len: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { of_name(reason, len, Reason::ALL, Reason::as_str, Reason::remedy) }
}

/// What a code of a policy error says, for example of "policy.unknown_fact". Absent for a name
/// that is no such code.
///
/// # Safety
/// `code` is NULL with `len` 0 or points to `len` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_code_meaning(code: *const u8, len: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { of_name(code, len, PolicyCode::ALL, PolicyCode::as_str, PolicyCode::meaning) }
}
