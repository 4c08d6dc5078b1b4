//! The buffers of deciding, kept from one call to the next.

use std::cell::RefCell;

use idenfy_rules::{Decision, DecisionError, Scratch};

thread_local! {
    /// Decisions are new each time, so no text of one is ever kept here.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A new decision, made with the buffers of this thread.
pub(crate) fn decided(
    decide: impl FnOnce(&mut Scratch, &mut Decision) -> Result<(), DecisionError>,
) -> Result<Decision, DecisionError> {
    let mut decision = Decision::default();
    // No call comes back here from within: the core calls no Python.
    SCRATCH.with_borrow_mut(|scratch| decide(scratch, &mut decision))?;
    Ok(decision)
}
