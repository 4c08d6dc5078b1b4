//! Which rules and conditions the cases tried.

use serde::Serialize;

use crate::facts::Facts;
use crate::pointer::Pointer;

use super::super::Policy;
use super::super::decision::Decision;
use super::super::outcome::Outcome;
use super::super::truth::Truth;
use super::super::written::{Clause, FactTest, Plain};

/// What the cases tried of one rule. Only cases in which the rules are asked count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleCoverage {
    /// The rule.
    pub id: String,
    /// What it asks for when it is true.
    pub then: Outcome,
    /// The number of cases in which it was true.
    pub true_in: usize,
    /// The number of cases in which it was among the rules that decided.
    pub decided_in: usize,
    /// The number of cases in which it could not be judged.
    pub undecided_in: usize,
    /// The tests that it makes, each on one fact.
    pub conditions: Vec<ConditionCoverage>,
}

/// What the cases tried of one test on one fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ConditionCoverage {
    /// Where it stands in the `when` of the rule.
    pub place: Pointer,
    /// The test in words.
    pub text: String,
    /// The number of cases in which it was true.
    pub true_in: usize,
    /// The number of cases in which it was false or undecided.
    pub not_true_in: usize,
}

impl ConditionCoverage {
    /// Whether it was true in some case and not true in another.
    #[must_use]
    pub const fn is_tried(&self) -> bool {
        self.true_in > 0 && self.not_true_in > 0
    }
}

/// The coverage before the first case.
pub(super) fn of(policy: &Policy) -> Vec<RuleCoverage> {
    let rules = policy.document.rules.iter().map(|rule| {
        let parts = Clause::parts(&rule.when);
        RuleCoverage {
            id: rule.id.clone(),
            then: rule.then,
            true_in: 0,
            decided_in: 0,
            undecided_in: 0,
            conditions: parts.iter().flat_map(Clause::tests).map(condition).collect(),
        }
    });
    rules.collect()
}

fn condition(test: &FactTest<'_>) -> ConditionCoverage {
    ConditionCoverage {
        place: test.place.clone(),
        text: test.inline(&Plain),
        true_in: 0,
        not_true_in: 0,
    }
}

/// Counts one case.
pub(super) fn see(
    policy: &Policy,
    facts: &Facts<'_>,
    decision: &Decision,
    coverage: &mut [RuleCoverage],
) {
    for (rule, seen) in policy.rules.iter().zip(coverage) {
        match rule.when.judge(facts) {
            Truth::True => seen.true_in += 1,
            Truth::Undecided => seen.undecided_in += 1,
            Truth::False => {}
        }
        seen.decided_in += usize::from(decision.rules.contains(&rule.id));
        let mut tests = Vec::new();
        rule.when.tests(&mut tests);
        for ((fact, test), condition) in tests.into_iter().zip(&mut seen.conditions) {
            match test.judge(facts.get(fact)) {
                Truth::True => condition.true_in += 1,
                Truth::False | Truth::Undecided => condition.not_true_in += 1,
            }
        }
    }
}
