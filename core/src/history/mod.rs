//! Several deliveries about one verification, folded into one state.
//!
//! Deliveries come twice, late, and in any order: an automatic result, a manual one, a resend
//! weeks later, a resubmission. [`reconcile`] takes the stored [`Record`] and a new
//! [`Decision`](crate::policy::Decision) and says what to store and whether to act. It is pure:
//! storing, keyed by `scanRef`, is yours.
//!
//! What holds whatever arrives: a verdict of the rules never gets milder by itself. A milder one
//! after a stricter one goes to review with `conflict`, so that a replayed old APPROVED after a
//! DENIED lets nobody in.

mod reconcile;
mod record;
mod start;

pub use reconcile::{Transition, TransitionKind, reconcile};
pub use record::Record;
pub use start::{Start, StartLimits, StartReason, may_start};

#[cfg(test)]
mod tests;
