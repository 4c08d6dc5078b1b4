//! The payload space: every webhook about a verification that the parser can produce, as axes
//! with finitely many values, as far as the tests of a policy can tell webhooks apart.
//!
//! # What hangs together
//!
//! Facts are not free of each other. Each coupling of `facts/*` is a part of the space:
//!
//! - Notices, events of other products and unknown events never reach a rule, so `event` is
//!   missing or one of the six events of a verification, and never an unknown word.
//! - `overall` is always a text; it is never missing, and an unknown one is a text.
//! - `document` and `face` are the check by a person if there is one, else the one by automation:
//!   one axis holds both members, and the three facts are read from it.
//! - A member that repeats a key in itself with different values hides the facts read from it or
//!   through it. That is the only way in which a fact with a plain absence can be missing
//!   (`amlCheck` and `bankCard`, which are also missing where a block has no status, and
//!   `duplicates`, which is missing where one of its lists is none, aside), and then
//!   `repeatedKeys` is true. Hidden in either check, the effective one is missing, too, although
//!   the member counts as filled for the lifecycle.
//! - `tags` and `tagsReported` are read from the same three lists: they are hidden together. Any
//!   set of tags may stand in one list alone, so it goes with `tagsReported` true and false.
//! - `aml` and `amlHits` are read from the same blocks: they are hidden together. Every word of
//!   `aml` goes with every set of hits, since a block of any service may have rows of any kind.
//! - `aml`, `lid` and `criminal` are words of ours and never unknown; `driverLicense` is unknown
//!   only as something that is not text.
//! - The lifecycle hangs on `event`, `overall`, `final` and on which checks are filled; it is
//!   judged by the very function of the engine.
//! - `age` and `daysToExpiry` are whole numbers of days that dates from year 1 to 9999 can have,
//!   seen from the day of the scope; `duplicates` counts the entries of two lists within the
//!   limits; `riskScore` is any number that JSON has.
//!
//! Everything else is independent.

mod axis;
mod checks;
pub(super) mod effort;
mod examples;
mod numbers;
mod sets;
mod sorts;
mod texts;

use std::collections::BTreeMap;

use crate::date::Date;
use crate::facts::{Content, Fact, Kind};
use crate::policy::condition::Test;

use super::solve::{Bits, Problem, Table, Var};

pub(super) use axis::{Axis, Reading};
pub(super) use numbers::Range;
pub(super) use sets::{Group, Item};
pub(super) use sorts::{Label, Sort};
pub(super) use texts::{Asked, Texts};

/// The tests of one fact.
pub(super) type Tests<'c> = BTreeMap<Fact, Vec<&'c Test>>;

/// All axes, with a variable of the problem for each.
#[derive(Debug)]
pub(super) struct Space {
    pub(super) axes: Table<Var, Axis>,
    by_fact: BTreeMap<Fact, Var>,
    groups: BTreeMap<Fact, Vec<Var>>,
    texts: BTreeMap<Fact, Texts>,
    twins: Vec<(Var, Var)>,
}

/// The facts that the lifecycle hangs on, and the one that tells of hidden ones.
const ALWAYS: &[Fact] =
    &[Fact::Event, Fact::Overall, Fact::Final, Fact::Document, Fact::Face, Fact::RepeatedKeys];

impl Space {
    /// The space of all webhooks that are read on one day, as far as these tests tell them apart.
    pub(super) fn new(tests: &Tests<'_>, today: Date, problem: &mut Problem) -> Self {
        let mut space = Self {
            axes: Table::new(),
            by_fact: BTreeMap::new(),
            groups: BTreeMap::new(),
            texts: BTreeMap::new(),
            twins: Vec::new(),
        };
        for fact in ALWAYS.iter().chain(tests.keys()) {
            space.include(*fact, tests, today, problem);
        }
        space.tie_hidden_facts(problem);
        space
    }

    fn include(&mut self, fact: Fact, tests: &Tests<'_>, today: Date, problem: &mut Problem) {
        let own = tests.get(&fact).map_or(&[][..], Vec::as_slice);
        if let Some(checks) = checks::of(fact) {
            self.put(&checks, || checks::axis(checks, tests), problem);
        } else if let Kind::Text = fact.kind() {
            self.include_text(fact, own, problem);
        } else if let Kind::Words(_) | Kind::Texts = fact.kind() {
            let hidden_with = sets::hidden_with(fact);
            if hidden_with != fact {
                self.include(hidden_with, tests, today, problem);
            } else {
                self.put(&[fact], || sets::readable(fact), problem);
            }
            self.include_groups(fact, own, problem);
        } else {
            self.put(&[fact], || sorts::axis(fact, own, today), problem);
        }
    }

    /// Adds an axis that says these facts, unless there is one.
    fn put(&mut self, facts: &[Fact], axis: impl FnOnce() -> Axis, problem: &mut Problem) {
        if facts.iter().any(|fact| self.by_fact.contains_key(fact)) {
            return;
        }
        let var = self.add(axis(), problem);
        self.by_fact.extend(facts.iter().map(|fact| (*fact, var)));
    }

    fn add(&mut self, axis: Axis, problem: &mut Problem) -> Var {
        problem.variable(axis.costs());
        self.axes.push(axis)
    }

    fn include_text(&mut self, fact: Fact, tests: &[&Test], problem: &mut Problem) {
        if self.by_fact.contains_key(&fact) {
            return;
        }
        let mut texts = Texts::new(fact, tests);
        self.put(&[fact], || texts.axis(), problem);
        for asked in &mut texts.patterns {
            let axis = Axis::Pattern { fact, pattern: asked.pattern.source().to_owned() };
            asked.var = Some(self.add(axis, problem));
        }
        self.texts.insert(fact, texts);
    }

    fn include_groups(&mut self, fact: Fact, tests: &[&Test], problem: &mut Problem) {
        if self.groups.contains_key(&fact) {
            return;
        }
        let groups = sets::groups(fact, tests);
        let vars = groups.into_iter().map(|group| self.add(Axis::Group(group), problem)).collect();
        self.groups.insert(fact, vars);
    }

    /// What hides behind a repeated key does so only where a key is repeated, and a set that is
    /// hidden shows no words.
    fn tie_hidden_facts(&self, problem: &mut Problem) {
        let Some(repeated) = self.axis_of(Fact::RepeatedKeys) else { return };
        let says = |content: &Content<'_>| *content == Content::Flag(true);
        let said = self.values(repeated, Fact::RepeatedKeys, says);
        for (var, axis) in self.axes.iter() {
            let open = axis.all().without(&axis.hiding());
            if open != axis.all() {
                either(problem, (var, &open), (repeated, &said));
            }
        }
        for (fact, groups) in &self.groups {
            let hidden_with = sets::hidden_with(*fact);
            let Some(var) = self.axis_of(hidden_with) else { continue };
            let open = self.values(var, hidden_with, |content| *content != Content::Missing);
            for group in groups {
                let absent = Bits::of(self.axes[*group].size(), [0]);
                either(problem, (var, &open), (*group, &absent));
            }
        }
    }

    /// The axis that says a fact that is not a set.
    pub(super) fn axis_of(&self, fact: Fact) -> Option<Var> {
        self.by_fact.get(&fact).copied()
    }

    /// The axes of the groups of a set, and the fact that is hidden together with it.
    pub(super) fn groups_of(&self, fact: Fact) -> Option<(&[Var], Fact)> {
        self.groups.get(&fact).map(|groups| (groups.as_slice(), sets::hidden_with(fact)))
    }

    /// The texts of a fact.
    pub(super) fn texts_of(&self, fact: Fact) -> Option<&Texts> {
        self.texts.get(&fact)
    }

    pub(super) fn all_texts(&self) -> impl Iterator<Item = &Texts> {
        self.texts.values()
    }

    /// The values of an axis for which a fact has a content of some kind.
    pub(super) fn values(&self, var: Var, fact: Fact, fits: impl Fn(&Content<'_>) -> bool) -> Bits {
        let axis = &self.axes[var];
        Bits::of(axis.size(), (0..axis.size()).filter(|value| fits(axis.content(fact, *value))))
    }

    /// A second axis for each axis that says a fact, for comparing two webhooks that differ in
    /// that fact alone. Gives each axis and its twin.
    pub(super) fn twins(&mut self, fact: Fact, problem: &mut Problem) -> Vec<(Var, Var)> {
        let own: Vec<Var> = match self.groups.get(&fact) {
            Some(groups) => groups.clone(),
            None => self.axis_of(fact).into_iter().collect(),
        };
        let twins: Vec<(Var, Var)> =
            own.into_iter().map(|var| (var, self.add(self.axes[var].clone(), problem))).collect();
        self.twins.extend(&twins);
        twins
    }

    /// Whether an axis belongs to a second webhook.
    pub(super) fn is_twin(&self, var: Var) -> bool {
        self.twins.iter().any(|(_, twin)| *twin == var)
    }
}

/// One of two axes has one of these values, in every webhook.
fn either(problem: &mut Problem, one: (Var, &Bits), other: (Var, &Bits)) {
    let ways = [one, other].map(|(var, values)| problem.one_of(var, values));
    let law = problem.any(ways);
    problem.laws.push(law);
}
