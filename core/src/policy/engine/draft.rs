//! From the rules of a policy to rows of bits.

use std::collections::BTreeMap;

use crate::facts::{Fact, Kind};

use super::super::compile::Rule;
use super::super::outcome::Outcome;
use super::super::truth::Truth;
use super::clause::{Clause, clauses};
use super::domains::Domains;
use super::literal::{Check, SetCheck};
use super::sets::SetRows;
use super::table::{Row, Table};
use super::tree::Tree;
use super::{ClassRows, Engine, Entry, Late};

/// An engine in the making: the rules by id, and their clauses.
pub(super) struct Draft<'r> {
    by_id: Vec<&'r Rule>,
    domains: Domains,
    rules: Vec<Entry>,
    owners: Vec<usize>,
    clauses: Vec<Clause>,
}

impl<'r> Draft<'r> {
    pub(super) fn new(rules: &'r [Rule]) -> Self {
        let mut by_id: Vec<&Rule> = rules.iter().collect();
        by_id.sort_by(|one, other| one.id.cmp(&other.id));
        let domains = Domains::of(rules);
        let (rules, owners, clauses) = (Vec::new(), Vec::new(), Vec::new());
        let mut draft = Self { by_id, domains, rules, owners, clauses };
        for number in 0..draft.by_id.len() {
            draft.add(number);
        }
        draft
    }

    fn add(&mut self, number: usize) {
        let Some(rule) = self.by_id.get(number) else { return };
        let tree = Tree::of(&rule.when, &self.domains);
        let clauses = clauses(&tree);
        let first = self.clauses.len();
        self.owners.extend(clauses.iter().map(|_| number));
        self.clauses.extend(clauses);
        let clauses = first..self.clauses.len();
        self.rules.push(Entry { id: rule.id.clone(), then: rule.then, tree, clauses });
    }

    pub(super) fn finish(self) -> Engine {
        let count = self.clauses.len();
        let mut table = Table::new(count);
        let all = table.add(0..count);
        let skipping = table.add(self.clauses_of(|rule| rule.skip_undecided));
        let strengths = self.strengths(&mut table);
        let mut parts = Parts::new(&self.domains);
        for (number, clause) in self.clauses.iter().enumerate() {
            parts.add(number, clause);
        }
        let classes = parts.classes.iter();
        let classes = classes.map(|classes| class_rows(classes, count, &mut table)).collect();
        let sets = parts.sets.iter();
        let sets = sets.map(|(fact, checks)| SetRows::of(*fact, checks, count, &mut table));
        let sets = sets.collect();
        let late = parts.late;
        let is_late = table.add(late.iter().map(|(clause, _)| *clause));
        let Self { rules, owners, domains, .. } = self;
        Engine {
            rules,
            owners,
            table,
            domains,
            classes,
            sets,
            late,
            is_late,
            strengths,
            all,
            skipping,
        }
    }

    /// The clauses of the rules that a question picks.
    fn clauses_of(&self, picks: impl Fn(&Rule) -> bool) -> impl Iterator<Item = usize> {
        let picked = move |rule: usize| self.by_id.get(rule).is_some_and(|rule| picks(rule));
        let owners = self.owners.iter().enumerate();
        owners.filter(move |(_, rule)| picked(**rule)).map(|(clause, _)| clause)
    }

    /// The clauses of each outcome that has some, strongest first.
    fn strengths(&self, table: &mut Table) -> Vec<(Outcome, Row)> {
        let outcomes = Outcome::OF_RULES.iter().rev().copied();
        let used =
            outcomes.filter(|then| self.clauses_of(|rule| rule.then == *then).next().is_some());
        used.map(|then| (then, table.add(self.clauses_of(|rule| rule.then == then)))).collect()
    }
}

/// The literals of all clauses, by how they are decided.
struct Parts<'c> {
    /// For each domain and class, the clauses that it makes false, and those that it leaves open.
    classes: Vec<Vec<Lowered>>,
    sets: BTreeMap<Fact, Vec<(usize, &'c SetCheck)>>,
    late: Vec<(usize, Late)>,
}

#[derive(Debug, Clone, Default)]
struct Lowered {
    falsified: Vec<usize>,
    opened: Vec<usize>,
}

impl<'c> Parts<'c> {
    fn new(domains: &Domains) -> Self {
        let classes = domains.iter().map(|domain| vec![Lowered::default(); domain.values.len()]);
        Self { classes: classes.collect(), sets: BTreeMap::new(), late: Vec::new() }
    }

    fn add(&mut self, number: usize, clause: &'c Clause) {
        for literal in &clause.literals {
            match &literal.check {
                Check::Class { domain, truths } => {
                    let classes = self.classes.get_mut(*domain).into_iter().flatten();
                    for (lowered, truth) in classes.zip(truths) {
                        match truth {
                            Truth::True => {}
                            Truth::False => lowered.falsified.push(number),
                            Truth::Undecided => lowered.opened.push(number),
                        }
                    }
                }
                Check::Set(check) if self.has_room(literal.fact, number) => {
                    self.sets.entry(literal.fact).or_default().push((number, check));
                }
                _ => self.late.push((number, Late::Literal(literal.clone()))),
            }
        }
        if let Some(tree) = &clause.rest {
            self.late.push((number, Late::Tree(tree.clone())));
        }
    }

    /// Whether rows can hold the check: of a set of words, and once for each clause.
    fn has_room(&self, fact: Fact, clause: usize) -> bool {
        let last = self.sets.get(&fact).and_then(|checks| checks.last());
        matches!(fact.kind(), Kind::Words(_)) && last.is_none_or(|(other, _)| *other != clause)
    }
}

/// The rows of the classes of one domain.
fn class_rows(classes: &[Lowered], clauses: usize, table: &mut Table) -> ClassRows {
    let rows = |lowered: &Lowered| {
        let mut falsified = lowered.falsified.iter().copied().peekable();
        // Both are in the order of the clauses.
        let possible = (0..clauses).filter(|clause| falsified.next_if_eq(clause).is_none());
        let possible = table.add(possible);
        let open = (!lowered.opened.is_empty()).then(|| table.add(lowered.opened.iter().copied()));
        (possible, open)
    };
    classes.iter().map(rows).collect()
}
