//! Everything that a question about policies needs: the space of their webhooks, their rules as
//! conditions over it, and a solver.

use crate::date::Date;
use crate::facts::Fact;
use crate::policy::condition::{Condition, Test};

use super::conditions::Compiler;
use super::solve::{Node, Problem, Truths, Var};
use super::space::{Space, Tests, Texts, effort};

/// A payload space with the problem that conditions are compiled into.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) space: Space,
    pub(super) problem: Problem,
    /// Conditions that are true of webhooks whose texts can be written: of every other text it is
    /// not known whether there is one.
    pub(super) written: Vec<Node>,
    /// Whether it takes more steps to make than there are. Then it is of no conditions, and no
    /// question about it can be answered.
    pub(super) too_large: bool,
}

impl Model {
    /// The space in which these conditions can be told apart, if it can be made within these steps,
    /// of which it takes what it needs.
    pub(super) fn new<'c>(
        conditions: impl IntoIterator<Item = &'c Condition>,
        today: Date,
        steps: &mut u64,
    ) -> Self {
        let mut tests = tests(conditions);
        let left = steps.checked_sub(effort::to_make(&tests));
        let too_large = left.is_none();
        match left {
            Some(left) => *steps = left,
            None => tests.clear(),
        }
        let mut problem = Problem::new();
        let space = Space::new(&tests, today, &mut problem);
        let written = space.all_texts().filter_map(|texts| {
            let var = space.axis_of(texts.fact)?;
            can_be_written(texts, var, &mut problem)
        });
        let written = written.collect();
        Self { space, problem, written, too_large }
    }

    /// A second axis for each axis that says a fact, whose texts can be written, too. Patterns say
    /// the same of both: in one of two webhooks that differ in a text alone it is missing.
    pub(super) fn twins(&mut self, fact: Fact) -> Vec<(Var, Var)> {
        let Self { space, problem, written, .. } = self;
        let twins = space.twins(fact, problem);
        if let Some(texts) = space.texts_of(fact) {
            let twins = twins.iter();
            written.extend(twins.filter_map(|(_, twin)| can_be_written(texts, *twin, problem)));
        }
        twins
    }

    pub(super) fn compiler(&mut self) -> Compiler<'_> {
        Compiler { space: &self.space, problem: &mut self.problem, instead: &[] }
    }
}

/// The tests of each fact that these conditions name.
pub(super) fn tests<'c>(conditions: impl IntoIterator<Item = &'c Condition>) -> Tests<'c> {
    let mut found: Vec<(Fact, &Test)> = Vec::new();
    for condition in conditions {
        condition.tests(&mut found);
    }
    let mut tests = Tests::new();
    for (fact, test) in found {
        tests.entry(fact).or_default().push(test);
    }
    tests
}

/// Whether some candidate is a text of which the patterns say what they are to say. Texts that
/// tests name are always one.
fn can_be_written(texts: &Texts, var: Var, problem: &mut Problem) -> Option<Node> {
    if texts.patterns.is_empty() {
        return None;
    }
    let mut ways = vec![problem.atom(var, |value| Truths::of((!texts.is_open(value)).into()))];
    for text in &texts.candidates {
        let Some(own) = texts.open_value(text) else { continue };
        let mut parts = vec![problem.atom(var, |value| Truths::of((value == own).into()))];
        for asked in &texts.patterns {
            let says = asked.pattern.is_match(text);
            let answer = asked.var?;
            parts.push(problem.atom(answer, |value| Truths::of(((value == 1) == says).into())));
        }
        ways.push(problem.all(parts));
    }
    Some(problem.any(ways))
}
