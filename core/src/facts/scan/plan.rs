//! Which members of a body count, made from the table of facts.

use std::ops::Range;
use std::sync::LazyLock;

use crate::country::Country;
use crate::json::Names;
use crate::vocab::{AmlHit, ServiceStatus, Vocabulary};
use crate::webhook::DECISION_KEYS;

use super::super::service::{self, INVALID_ROWS_HIT, NO_ROW_HITS, RowHit};
use super::super::table::{Absence, Fact, Kind};
use super::slot::{Code, FIRST, UNKNOWN, country_number};

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
    sections: Vec<Section>,
    words: Vec<Names<Code>>,
    /// By the number of the code.
    countries: Vec<Code>,
    /// The slots of each fact, in the order of its places.
    facts: Vec<Vec<usize>>,
    /// The word that stands for the absence of each fact, if there is one.
    absent: Vec<Option<usize>>,
    /// The slot of the section around each slot; none in the body itself.
    outer: Vec<Option<usize>>,
    pub(super) scan_ref: usize,
    pub(super) block: Block,
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

    /// The slots of a fact, in the order of its places.
    pub(super) fn slots(&self, fact: Fact) -> &[usize] {
        self.facts.get(fact.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The word that stands for the absence of a fact, if there is one.
    pub(super) fn absent(&self, fact: Fact) -> Option<usize> {
        self.absent.get(fact.index()).copied().flatten()
    }

    /// The slot of the section around a slot.
    pub(super) fn outer(&self, slot: usize) -> Option<usize> {
        self.outer.get(slot).copied().flatten()
    }
}

/// The sections of a block and of its rows; no path of the body is called so.
const BLOCK_SECTIONS: [&str; 3] = ["[]", "[].status", "[].data[]"];

/// A plan in the making: sections by their path, tables by their vocabulary.
#[derive(Default)]
struct Draft {
    sections: Vec<(&'static str, Vec<(&'static str, Target)>)>,
    tables: Vec<Vocabulary>,
    /// The section of each slot.
    outer: Vec<usize>,
}

impl Draft {
    fn finish(mut self) -> Plan {
        self.sections.push(("", Vec::new()));
        let facts: Vec<Vec<usize>> = Fact::ALL
            .iter()
            .map(|fact| {
                let places = fact.places().split(' ').filter(|place| !place.is_empty());
                places.map(|place| self.place(place, |draft| draft.shape(*fact))).collect()
            })
            .collect();
        let scan_ref = self.place("scanRef", |_| Shape::One(Scalar::Text));
        let block = self.block();
        let words = self.tables.iter().map(|vocabulary| {
            Names::new(vocabulary.words.iter().map(|word| word.text).zip(FIRST..))
        });
        let words = words.collect();
        let outer = self.outer.iter().map(|section| self.slot_of_section(*section)).collect();
        let absent = Fact::ALL.iter().map(|fact| absent(*fact)).collect();
        let section = |(path, members): (&str, Vec<(&'static str, Target)>)| Section {
            keys: Names::new(members),
            once: path == "status",
        };
        let sections = self.sections.into_iter().map(section).collect();
        let countries = countries();
        Plan { sections, words, countries, facts, absent, outer, scan_ref, block }
    }

    /// The slot of a place; its sections are made where they are not there yet.
    fn place(&mut self, path: &'static str, shape: impl FnOnce(&mut Self) -> Shape) -> usize {
        let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
        let section = self.section(outer);
        if let Some(slot) = self.slot(section, key) {
            return slot;
        }
        let shape = shape(self);
        self.add(section, key, shape)
    }

    fn section(&mut self, path: &'static str) -> usize {
        if let Some(number) = self.sections.iter().position(|(known, _)| *known == path) {
            return number;
        }
        let number = self.new_section(path);
        let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
        let outer = self.section(outer);
        self.add(outer, key, Shape::Section(number));
        number
    }

    fn new_section(&mut self, path: &'static str) -> usize {
        self.sections.push((path, Vec::new()));
        self.sections.len() - 1
    }

    fn slot(&self, section: usize, key: &str) -> Option<usize> {
        let (_, members) = self.sections.get(section)?;
        members.iter().find(|(known, _)| *known == key).map(|(_, target)| target.slot)
    }

    fn slot_of_section(&self, section: usize) -> Option<usize> {
        let mut targets = self.sections.iter().flat_map(|(_, members)| members);
        let opens = |shape| matches!(shape, Shape::Section(number) if number == section);
        targets.find(|(_, target)| opens(target.shape)).map(|(_, target)| target.slot)
    }

    fn add(&mut self, section: usize, key: &'static str, shape: Shape) -> usize {
        let slot = self.outer.len();
        self.outer.push(section);
        if let Some((path, members)) = self.sections.get_mut(section) {
            let once = *path == "status" || path.is_empty() && DECISION_KEYS.contains(&key);
            members.push((key, Target { slot, shape, once }));
        }
        slot
    }

    fn table(&mut self, vocabulary: &Vocabulary) -> usize {
        let known = self.tables.iter().position(|known| known.name == vocabulary.name);
        known.unwrap_or_else(|| {
            self.tables.push(*vocabulary);
            self.tables.len() - 1
        })
    }

    fn shape(&mut self, fact: Fact) -> Shape {
        match (fact, fact.kind()) {
            (Fact::Aml | Fact::AmlHits, _) => {
                Shape::Blocks { row_hit: NO_ROW_HITS, keeps_hits: true }
            }
            (Fact::Lid, _) => Shape::Blocks { row_hit: INVALID_ROWS_HIT, keeps_hits: false },
            (Fact::Criminal, _) => Shape::Blocks { row_hit: NO_ROW_HITS, keeps_hits: false },
            (Fact::DriverLicense, _) => Shape::Comparisons,
            (Fact::Duplicates, _) => Shape::Length,
            (Fact::Age | Fact::DaysToExpiry, _) => Shape::One(Scalar::Text),
            (Fact::ClientId, _) => Shape::One(Scalar::Id),
            (_, Kind::Word(vocabulary)) => Shape::One(Scalar::Word(self.table(vocabulary))),
            (_, Kind::Words(vocabulary)) => Shape::Several(Scalar::Word(self.table(vocabulary))),
            (_, Kind::Texts) => Shape::Several(Scalar::Text),
            (_, Kind::Country) => Shape::One(Scalar::Country),
            (_, Kind::Number) => Shape::One(Scalar::Number),
            (_, Kind::Flag) => Shape::One(Scalar::Flag),
            (_, Kind::Text) => Shape::One(Scalar::Text),
        }
    }

    fn block(&mut self) -> Block {
        let [section, status, row] = BLOCK_SECTIONS.map(|path| self.new_section(path));
        let flag = Shape::One(Scalar::Flag);
        let overall = Shape::One(Scalar::Word(self.table(&ServiceStatus::VOCABULARY)));
        let kind = Shape::One(Scalar::Word(self.table(&AmlHit::VOCABULARY)));
        let first = self.outer.len();
        let suspected = self.add(status, service::SUSPECTED, flag);
        let used = self.add(status, service::USED, flag);
        let successful = self.add(status, service::SUCCESSFUL, flag);
        let overall = self.add(status, service::OVERALL, overall);
        self.add(section, service::STATUS, Shape::Section(status));
        self.add(section, service::ROWS, Shape::Rows);
        let first_of_row = self.outer.len();
        let suspicion = self.add(row, service::SUSPICION, kind);
        let whitelisted = self.add(row, service::WHITELISTED, flag);
        let valid = self.add(row, service::VALID, flag);
        let end = self.outer.len();
        let (slots, row_slots) = (first..end, first_of_row..end);
        Block {
            section,
            row,
            suspected,
            used,
            successful,
            overall,
            suspicion,
            whitelisted,
            valid,
            slots,
            row_slots,
        }
    }
}

fn absent(fact: Fact) -> Option<usize> {
    match (fact.absence(), fact.kind()) {
        (Absence::Word(text), Kind::Word(vocabulary)) => vocabulary.position(text),
        _ => None,
    }
}

/// The code of each pair of letters; most are no country.
fn countries() -> Vec<Code> {
    let letters = b'A'..=b'Z';
    let pairs =
        letters.clone().flat_map(|first| letters.clone().map(move |second| [first, second]));
    let is_country =
        |pair: [u8; 2]| std::str::from_utf8(&pair).ok().and_then(Country::exact).is_some();
    pairs.zip(FIRST..).map(|(pair, code)| if is_country(pair) { code } else { UNKNOWN }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::scan::slot::SLOTS;

    #[test]
    fn every_place_of_every_fact_has_a_slot() {
        for fact in Fact::ALL {
            let places = fact.places().split(' ').filter(|place| !place.is_empty()).count();
            assert_eq!(PLAN.slots(*fact).len(), places, "{fact:?}");
        }
        let slots = PLAN.outer.len();
        assert!((60..=SLOTS).contains(&slots), "{slots}");
        let known = PLAN.countries.iter().filter(|code| **code != UNKNOWN).count();
        assert_eq!(known, 250);
    }
}
