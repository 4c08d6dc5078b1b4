//! The facts of a body in one pass that allocates nothing.
//!
//! It answers only when it is sure. Whatever is faulty or unusual - an escape in a key or in the
//! text of a fact, a key that is repeated with another value, an odd type - is left to the plain
//! reader, which is the specification: [`Delivery`](crate::webhook::Delivery) and
//! [`Facts`](super::Facts). Which members count follows from the table of facts.

mod blocks;
pub(super) mod derived;
mod draft;
mod plan;
mod reading;
mod seen;
mod set;
mod slot;
mod structure;
mod walk;

use crate::json::{Cursor, Limits, Sure, Unsure};

pub(crate) use reading::{Answer, Reading};
pub(crate) use set::Set;
pub(crate) use slot::country_number;

use seen::Seen;
use slot::{Entry, NOTHING, SLOTS, Slot, Value};
use walk::Walk;

/// What is noted of one body. It is used again for the next, so that nothing is allocated.
#[derive(Debug)]
pub(crate) struct Scan {
    /// The number of the body.
    body: u32,
    slots: [Slot; SLOTS],
    /// Whether some slot holds a word outside its vocabulary.
    unknown: bool,
    entries: Vec<Entry>,
    seen: Seen,
}

impl Default for Scan {
    fn default() -> Self {
        let slots = [Slot::default(); SLOTS];
        Self { body: 0, slots, unknown: false, entries: Vec::new(), seen: Seen::default() }
    }
}

impl Scan {
    /// Reads a body. [`Unsure`] says nothing about it: the plain reader has to look.
    pub(crate) fn read<'s>(&'s mut self, body: &'s [u8], limits: &Limits) -> Sure<Reading<'s>> {
        self.forget();
        let cursor = Cursor::new(body, limits)?;
        Walk::new(self, cursor).body()?;
        let reading = Reading::new(self, body);
        // What a body must have, or it is an error.
        let whole = reading.scan_ref().is_some() && reading.has_verdict();
        if whole { Ok(reading) } else { Err(Unsure) }
    }

    fn forget(&mut self) {
        self.body = self.body.wrapping_add(1);
        if self.body == 0 {
            // The numbers begin again, and no slot may seem to be of this body.
            *self = Self { body: 1, ..Self::default() };
        }
        self.unknown = false;
        self.entries.clear();
        self.seen.clear();
    }

    /// Whether the body has a member, also as `null`.
    fn is_met(&self, slot: usize) -> bool {
        self.slots.get(slot).is_some_and(|slot| slot.body == self.body)
    }

    /// The value of a member that is there.
    fn value(&self, slot: usize) -> Option<Value> {
        let slot = self.slots.get(slot).filter(|slot| slot.body == self.body)?;
        Some(slot.value).filter(|value| value.code != NOTHING)
    }
}

#[cfg(test)]
mod tests;
