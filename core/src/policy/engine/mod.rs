//! All rules at once: which are true, which are undecided, and so what the outcome is.
//!
//! Every condition is turned into clauses, and every clause has a bit. For each value of each fact
//! there is a row of the clauses that it leaves true, and one of those that it leaves possible;
//! what is left of all rows together is the answer (bit-vector classification). So the number of
//! rules hardly matters, and no rule is passed over: all that are true and all that are undecided
//! are found, as by the condition trees, which are the specification and the oracle of the tests.

mod clause;
mod domain;
mod domains;
mod draft;
mod literal;
mod sets;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::ops::Range;

use crate::facts::Reading;

use super::compile::Rule;
use super::outcome::Outcome;
use super::truth::Truth;
use domains::{Domains, FactNames};
use draft::Draft;
use literal::{Known, Literal};
use sets::{Effect, Filled, SetRows};
use table::{Left, Row, Table};
use tree::Tree;

/// The rules of a policy as rows of bits.
#[derive(Debug)]
pub(super) struct Engine {
    /// By id.
    rules: Vec<Entry>,
    /// The rule of each clause; the clauses of a rule stand together.
    owners: Vec<usize>,
    table: Table,
    domains: Domains,
    classes: Vec<ClassRows>,
    sets: Vec<SetRows>,
    /// What has to be asked by itself of the clauses that are still possible, in the order of the
    /// clauses, and their bits.
    late: Vec<(usize, Late)>,
    is_late: Row,
    /// The clauses of each outcome that has some, strongest first.
    strengths: Vec<(Outcome, Row)>,
    all: Row,
    /// The clauses of rules that do not count when they are undecided.
    skipping: Row,
}

/// For each class of a domain, the clauses that it does not make false, and those that it leaves
/// open, if there are any.
type ClassRows = Vec<(Row, Option<Row>)>;

#[derive(Debug)]
struct Entry {
    id: String,
    then: Outcome,
    tree: Tree,
    /// Its clauses: the first, and the one behind the last.
    clauses: Range<usize>,
}

/// What no row says.
#[derive(Debug)]
enum Late {
    Literal(Literal),
    Tree(Tree),
}

/// What judging needs, used again and again so that nothing is allocated.
#[derive(Debug, Default)]
pub(super) struct Work {
    classes: Vec<usize>,
    /// The rows of which each takes clauses away, and those that leave some open.
    possible: Vec<Row>,
    open: Vec<Row>,
    /// The sets that have entries.
    effects: Vec<Effect>,
    filled: Vec<Filled>,
    /// What the first rows leave together, and of that the words that have clauses left.
    both: Vec<u64>,
    left: Vec<Left>,
}

/// What the rules say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict<'e> {
    engine: &'e Engine,
    left: &'e [Left],
    known: Known<'e>,
    /// The strongest outcome of the true rules, with its clauses.
    strongest: Option<(Outcome, Row)>,
}

impl Engine {
    pub(super) fn new(rules: &[Rule]) -> Self {
        Draft::new(rules).finish()
    }

    /// Judges every rule.
    pub(super) fn judge<'e>(&'e self, reading: &'e Reading<'e>, work: &'e mut Work) -> Verdict<'e> {
        self.choose_rows(reading, work);
        self.intersect(work);
        let known = Known { reading, classes: &work.classes };
        work.left.iter_mut().for_each(|left| self.ask_late(known, left));
        let left = work.left.as_slice();
        let has_true = |(_, clauses): &&(Outcome, Row)| {
            left.iter().any(|left| left.sure() & self.table.word(*clauses, left.word) != 0)
        };
        let strongest = self.strengths.iter().find(has_true).copied();
        Verdict { engine: self, left, known, strongest }
    }

    /// The rows that speak about this body.
    fn choose_rows(&self, reading: &Reading<'_>, work: &mut Work) {
        self.domains.classes(reading, &mut work.classes);
        work.possible.clear();
        work.open.clear();
        for (rows, class) in self.classes.iter().zip(&work.classes) {
            if let Some((possible, open)) = rows.get(*class) {
                work.possible.push(*possible);
                work.open.extend(*open);
            }
        }
        work.effects.clear();
        work.filled.clear();
        for (number, set) in self.sets.iter().enumerate() {
            let first = work.effects.len();
            match set.effects(reading.set(set.fact), &mut work.effects) {
                Some(row) => work.possible.push(row),
                None => work.filled.push((number, first..work.effects.len())),
            }
        }
    }

    /// What all rows leave, word by word.
    fn intersect(&self, work: &mut Work) {
        let Work { possible, open, effects, filled, both, left, .. } = work;
        both.clear();
        both.extend_from_slice(self.table.row(self.all));
        for row in &*possible {
            // Compilers do several words at once.
            both.iter_mut().zip(self.table.row(*row)).for_each(|(both, row)| *both &= row);
        }
        left.clear();
        for (word, possible) in both.iter().enumerate().filter(|(_, possible)| **possible != 0) {
            let open = open.iter().fold(0, |open, row| open | self.table.word(*row, word));
            let mut here = Left { word, possible: *possible, open };
            for (set, effects_of_set) in &*filled {
                let effects = effects.get(effects_of_set.clone()).unwrap_or_default();
                let set = self.sets.get(*set);
                set.into_iter().for_each(|set| set.lower(effects, &self.table, &mut here));
            }
            left.push(here);
        }
    }

    /// Asks what no row says, of the clauses that are still possible.
    fn ask_late(&self, known: Known<'_>, left: &mut Left) {
        for clause in left.clauses(left.still(&self.table, self.is_late)) {
            let first = self.late.partition_point(|(other, _)| *other < clause);
            let late = self.late.get(first..).unwrap_or_default();
            for (_, late) in late.iter().take_while(|(other, _)| *other == clause) {
                let truth = match late {
                    Late::Literal(literal) => literal.judge(known),
                    Late::Tree(tree) => tree.judge(known),
                };
                match truth {
                    Truth::True => {}
                    Truth::False => left.possible &= !left.bit(clause),
                    Truth::Undecided => left.open |= left.bit(clause),
                }
            }
        }
    }

    fn owner(&self, clause: usize) -> Option<&Entry> {
        self.owners.get(clause).and_then(|rule| self.rules.get(*rule))
    }
}

impl<'e> Verdict<'e> {
    /// The strongest outcome of the true rules, if any is true.
    pub(super) fn strongest(&self) -> Option<Outcome> {
        self.strongest.map(|(outcome, _)| outcome)
    }

    /// The ids of the rules that ask for the strongest outcome, in their order.
    pub(super) fn deciding(&self) -> impl Iterator<Item = &'e str> {
        let Self { engine, left, strongest, .. } = *self;
        let clauses = strongest.into_iter().flat_map(move |(_, row)| {
            let of = move |left: &Left| left.sure() & engine.table.word(row, left.word);
            left.iter().flat_map(move |left| left.clauses(of(left)))
        });
        engine.rules_of(clauses).map(|rule| rule.id.as_str())
    }

    /// The rules that are undecided and do not skip that, in the order of their ids: what they
    /// ask for, and the facts for want of which.
    pub(super) fn undecided(&self) -> impl Iterator<Item = (&'e str, Outcome, FactNames)> {
        let Self { engine, left, known, .. } = *self;
        let of = |left: &Left| left.undecided() & !engine.table.word(engine.skipping, left.word);
        let clauses = left.iter().flat_map(move |left| left.clauses(of(left)));
        // A rule with a true clause is true, whatever its other clauses are.
        let is_true = |rule: &Entry| {
            let mut clauses = rule.clauses.clone();
            clauses.any(|clause| left.iter().any(|left| left.sure() & left.bit(clause) != 0))
        };
        engine.rules_of(clauses).filter(move |rule| !is_true(rule)).map(move |rule| {
            let mut facts = FactNames::default();
            rule.tree.open_facts(known, &mut facts);
            (rule.id.as_str(), rule.then, facts)
        })
    }
}

impl Engine {
    /// The rules of some clauses, each once. The clauses of a rule come one after the other.
    fn rules_of<'e>(
        &'e self,
        clauses: impl Iterator<Item = usize> + 'e,
    ) -> impl Iterator<Item = &'e Entry> {
        let mut last = None;
        let rules = clauses.filter_map(|clause| self.owner(clause));
        rules.filter(move |rule| {
            let first = Some(rule.clauses.start);
            std::mem::replace(&mut last, first) != first
        })
    }
}
