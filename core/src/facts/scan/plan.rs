//! Which members of a body count.

use std::ops::Range;
use std::sync::LazyLock;

use crate::json::Names;

use super::super::service::RowHit;
use super::super::table::Fact;
use super::derived::Answering;
use super::draft::Draft;
use super::slot::{Code, UNKNOWN, country_number};

/// How the value of a member is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// A value that a fact is, or is made from.
    One(Scalar),
    /// An object whose members count.
    Section(usize),
    /// A list of words or texts.
    Several(Scalar),
    /// A list of which only the length counts.
    Length,
    /// A list of blocks of an older service, or one block.
    Blocks { row_hit: RowHit, keeps_hits: bool },
    /// The rows of such a block.
    Rows,
    /// An object of comparisons.
    Comparisons,
}

/// What a single value has to be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scalar {
    /// A word, by the number of its table.
    Word(usize),
    Country,
    Flag,
    Number,
    Text,
    /// A text, or a number that stands for it.
    Id,
}

/// A member that counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    /// Where its value is kept.
    pub(super) slot: usize,
    pub(super) shape: Shape,
    /// Whether a decision hangs on its being there once.
    pub(super) once: bool,
}

/// An object whose members count.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) keys: Names<Target>,
    /// Whether a decision hangs on each key, known or not, being there once.
    pub(super) once: bool,
}

/// Slots and tables, so that reading a body takes no look-up by text but those of its own words.
#[derive(Debug)]
pub(super) struct Plan {
    /// The first one is the body.
    pub(super) sections: Vec<Section>,
    pub(super) words: Vec<Names<Code>>,
    /// By the number of the code.
    pub(super) countries: Vec<Code>,
    /// In the order of the table.
    pub(super) facts: Vec<Asked>,
    /// The slot of the section around each slot; none in the body itself.
    pub(super) outer: Vec<Option<usize>>,
    pub(super) scan_ref: usize,
    pub(super) block: Block,
}

/// A fact, ready to be asked.
#[derive(Debug)]
pub(super) struct Asked {
    /// Its slots, in the order of its places.
    pub(super) slots: Vec<usize>,
    /// The word that stands for its absence, if there is one.
    pub(super) absent: Option<usize>,
    pub(super) answer: Answering,
}

/// The sections and slots of a block of an older service.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) section: usize,
    pub(super) row: usize,
    pub(super) suspected: usize,
    pub(super) used: usize,
    pub(super) successful: usize,
    pub(super) overall: usize,
    pub(super) suspicion: usize,
    pub(super) whitelisted: usize,
    pub(super) valid: usize,
    /// All slots that the next block uses again, and those that the next row does.
    pub(super) slots: Range<usize>,
    pub(super) row_slots: Range<usize>,
}

pub(super) static PLAN: LazyLock<Plan> = LazyLock::new(|| Draft::default().finish());

/// The number of the section that is the body.
pub(super) const BODY: usize = 0;

impl Plan {
    pub(super) fn section(&self, number: usize) -> Option<&Section> {
        self.sections.get(number)
    }

    /// The code of a word in the table with this number.
    pub(super) fn words(&self, number: usize) -> Option<&Names<Code>> {
        self.words.get(number)
    }

    pub(super) fn country(&self, code: &[u8]) -> Code {
        let number = country_number(code).and_then(|number| self.countries.get(number));
        number.copied().unwrap_or(UNKNOWN)
    }

    pub(super) fn fact(&self, fact: Fact) -> Option<&Asked> {
        self.facts.get(fact.index())
    }

    /// The slot of the section around a slot.
    pub(super) fn outer(&self, slot: usize) -> Option<usize> {
        self.outer.get(slot).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::scan::slot::SLOTS;

    #[test]
    fn every_place_of_every_fact_has_a_slot() {
        for fact in Fact::ALL {
            let slots = PLAN.fact(*fact).unwrap().slots.len();
            assert_eq!(slots, fact.paths().count(), "{fact:?}");
        }
        let slots = PLAN.outer.len();
        assert!((60..=SLOTS).contains(&slots), "{slots}");
        let known = PLAN.countries.iter().filter(|code| **code != UNKNOWN).count();
        assert_eq!(known, 250);
    }
}
