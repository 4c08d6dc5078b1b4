//! The buffers of deciding, kept from one call to the next.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::sync::LazyLock;

use idenfy_rules::{Decision, DecisionError, Scratch};

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
    /// The last decision that nobody has any more: deciding into it allocates nothing. Its texts
    /// stay until they are written over, as they would in memory that was freed.
    static LET_GO: Cell<Option<Box<Decision>>> = const { Cell::new(None) };
}

/// A decision that is used again by the thread that lets it go.
pub(crate) struct Reused(Option<Box<Decision>>);

/// A new decision, made with the buffers of this thread.
pub(crate) fn decided(
    decide: impl FnOnce(&mut Scratch, &mut Decision) -> Result<(), DecisionError>,
) -> Result<Reused, DecisionError> {
    let mut decision = LET_GO.take().unwrap_or_default();
    // No call comes back here from within: the core calls no Python.
    SCRATCH.with_borrow_mut(|scratch| decide(scratch, &mut decision))?;
    Ok(Reused(Some(decision)))
}

impl From<Decision> for Reused {
    fn from(decision: Decision) -> Self {
        Self(Some(Box::new(decision)))
    }
}

impl Deref for Reused {
    type Target = Decision;

    fn deref(&self) -> &Decision {
        // It is there until it is dropped.
        static NONE: LazyLock<Decision> = LazyLock::new(Decision::default);
        self.0.as_deref().unwrap_or_else(|| &NONE)
    }
}

impl Drop for Reused {
    fn drop(&mut self) {
        // A thread at its end may have no place for it any more.
        _ = LET_GO.try_with(|last| last.set(self.0.take()));
    }
}
