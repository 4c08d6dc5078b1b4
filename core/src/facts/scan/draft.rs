//! The plan in the making, from the table of facts.

use crate::country::Country;
use crate::json::Names;
use crate::vocab::{AmlHit, ServiceStatus, Vocabulary};
use crate::webhook::DECISION_KEYS;

use super::super::service;
use super::super::table::{Absence, Fact, Kind};
use super::derived::Form;
use super::plan::{Asked, Block, Plan, Scalar, Section, Shape, Target};
use super::slot::{Code, FIRST, UNKNOWN};

/// The sections of a block and of its rows; no path of the body is called so.
const BLOCK_SECTIONS: [&str; 3] = ["[]", "[].status", "[].data[]"];

/// The object in which a decision hangs on every key.
const VERDICT: &str = "status";

/// A plan in the making: sections by their path, tables by their vocabulary.
#[derive(Default)]
pub(super) struct Draft {
    sections: Vec<DraftSection>,
    tables: Vec<Vocabulary>,
    /// The section of each slot.
    outer: Vec<usize>,
}

struct DraftSection {
    path: &'static str,
    once: bool,
    members: Vec<(&'static str, Target)>,
}

impl Draft {
    pub(super) fn finish(mut self) -> Plan {
        self.new_section("");
        let facts: Vec<Asked> = Fact::ALL.iter().map(|fact| self.fact(*fact)).collect();
        let scan_ref = self.place("scanRef", |_| Shape::One(Scalar::Text));
        let block = self.block();
        let words = self.tables.iter().map(|vocabulary| {
            Names::new(vocabulary.words.iter().map(|word| word.text).zip(FIRST..))
        });
        let words = words.collect();
        let outer = self.outer.iter().map(|section| self.slot_of_section(*section)).collect();
        let section =
            |DraftSection { once, members, .. }| Section { keys: Names::new(members), once };
        let sections = self.sections.into_iter().map(section).collect();
        Plan { sections, words, countries: countries(), facts, outer, scan_ref, block }
    }

    fn fact(&mut self, fact: Fact) -> Asked {
        let slots = fact.paths().map(|path| self.place(path, |draft| draft.shape(fact)));
        let slots = slots.collect();
        Asked { slots, absent: absent(fact), answer: fact.reader().scanned().answer }
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
        if let Some(number) = self.sections.iter().position(|known| known.path == path) {
            return number;
        }
        let number = self.new_section(path);
        let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
        let outer = self.section(outer);
        self.add(outer, key, Shape::Section(number));
        number
    }

    fn new_section(&mut self, path: &'static str) -> usize {
        let once = path == VERDICT;
        self.sections.push(DraftSection { path, once, members: Vec::new() });
        self.sections.len() - 1
    }

    fn slot(&self, section: usize, key: &str) -> Option<usize> {
        let section = self.sections.get(section)?;
        section.members.iter().find(|(known, _)| *known == key).map(|(_, target)| target.slot)
    }

    fn slot_of_section(&self, section: usize) -> Option<usize> {
        let mut targets = self.sections.iter().flat_map(|section| &section.members);
        let opens = |shape| matches!(shape, Shape::Section(number) if number == section);
        targets.find(|(_, target)| opens(target.shape)).map(|(_, target)| target.slot)
    }

    fn add(&mut self, section: usize, key: &'static str, shape: Shape) -> usize {
        let slot = self.outer.len();
        self.outer.push(section);
        if let Some(section) = self.sections.get_mut(section) {
            let once = section.once || section.path.is_empty() && DECISION_KEYS.contains(&key);
            section.members.push((key, Target { slot, shape, once }));
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

    /// What stands at the places of a fact.
    fn shape(&mut self, fact: Fact) -> Shape {
        match fact.reader().scanned().form {
            Form::Shaped(shape) => shape,
            Form::Of(other) => self.shape(other),
            Form::Kind => match fact.kind() {
                Kind::Word(vocabulary) => Shape::One(Scalar::Word(self.table(vocabulary))),
                Kind::Words(vocabulary) => Shape::Several(Scalar::Word(self.table(vocabulary))),
                Kind::Texts => Shape::Several(Scalar::Text),
                Kind::Country => Shape::One(Scalar::Country),
                Kind::Number => Shape::One(Scalar::Number),
                Kind::Flag => Shape::One(Scalar::Flag),
                Kind::Text => Shape::One(Scalar::Text),
            },
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

    #[test]
    fn facts_that_share_a_place_read_it_alike() {
        let mut draft = Draft::default();
        draft.new_section("");
        Fact::ALL.iter().for_each(|fact| _ = draft.fact(*fact));
        for fact in Fact::ALL {
            let shape = format!("{:?}", draft.shape(*fact));
            for path in fact.paths() {
                let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
                let section = draft.section(outer);
                let mut members = draft.sections[section].members.iter();
                let (_, target) = members.find(|(known, _)| *known == key).unwrap();
                assert_eq!(format!("{:?}", target.shape), shape, "{fact:?} at {path}");
            }
        }
    }
}
