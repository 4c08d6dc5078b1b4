//! What a run found.

use serde::Serialize;

use super::super::Policy;
use super::super::decision::{Decision, PolicyName};
use super::super::error::DecisionError;
use super::super::outcome::{Lifecycle, Outcome};
use super::coverage::RuleCoverage;
use super::file::Case;

/// What became of the cases of a test file, and what they left untried.
///
/// It serialises to one JSON form, with every key always there, and displays as a text for
/// people. Neither holds personal data of a webhook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TestRun {
    /// The version of this form: 1.
    pub format: u8,
    /// Whether every case passed. Gaps in the coverage do not count against it.
    pub passed: bool,
    /// The policy that was tested.
    pub policy: PolicyName,
    /// The numbers at a glance.
    pub counts: Counts,
    /// Every case, in the order of the file.
    pub cases: Vec<CaseResult>,
    /// Every rule, in the order of the document.
    pub rules: Vec<RuleCoverage>,
    /// The number of cases in which no rule was true.
    pub otherwise: usize,
}

/// The numbers of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Cases in the file.
    pub cases: usize,
    /// Cases that passed.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
    /// Rules of the policy, inherited ones included.
    pub rules: usize,
    /// Rules that were true in some case.
    pub rules_true: usize,
    /// Conditions: tests on one fact in one rule.
    pub conditions: usize,
    /// Conditions that were true in some case and not true in another.
    pub conditions_tried: usize,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaseResult {
    /// Its name in the file.
    pub name: String,
    /// Whether everything that it expects came true.
    pub passed: bool,
    /// What it expects.
    pub expected: Expected,
    /// What the policy decided; `None` for a webhook that cannot be used.
    pub got: Option<Observed>,
    /// The code of the error where there is no decision.
    pub error: Option<&'static str>,
}

/// What a case expects; `None` where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Expected {
    /// The outcome.
    pub outcome: Outcome,
    /// The rules that decide, exactly, sorted.
    pub rules: Option<Vec<String>>,
    /// The state of the delivery.
    pub lifecycle: Option<Lifecycle>,
    /// The rules that cannot be judged, exactly, sorted.
    pub undecided: Option<Vec<String>>,
}

/// The part of a decision that cases are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Observed {
    /// The outcome.
    pub outcome: Outcome,
    /// The rules that decided, sorted.
    pub rules: Vec<String>,
    /// The state of the delivery; `None` for a notice.
    pub lifecycle: Option<Lifecycle>,
    /// The rules that could not be judged, sorted.
    pub undecided: Vec<String>,
}

impl TestRun {
    pub(super) fn of(
        policy: &Policy,
        cases: Vec<CaseResult>,
        rules: Vec<RuleCoverage>,
        otherwise: usize,
    ) -> Self {
        let passed = cases.iter().filter(|case| case.passed).count();
        let conditions = || rules.iter().flat_map(|rule| &rule.conditions);
        let counts = Counts {
            cases: cases.len(),
            passed,
            failed: cases.len() - passed,
            rules: rules.len(),
            rules_true: rules.iter().filter(|rule| rule.true_in > 0).count(),
            conditions: conditions().count(),
            conditions_tried: conditions().filter(|condition| condition.is_tried()).count(),
        };
        Self {
            format: 1,
            passed: counts.failed == 0,
            policy: policy.identity(),
            counts,
            cases,
            rules,
            otherwise,
        }
    }

    /// The rules that were true in no case.
    pub fn never_true(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().filter(|rule| rule.true_in == 0).map(|rule| rule.id.as_str())
    }

    /// The cases that did not pass.
    pub fn failures(&self) -> impl Iterator<Item = &CaseResult> {
        self.cases.iter().filter(|case| !case.passed)
    }
}

impl CaseResult {
    pub(super) fn of(case: &Case, result: Result<Decision, DecisionError>) -> Self {
        let (got, error) = match result {
            Ok(decision) => (Some(Observed::of(decision)), None),
            Err(error) => (None, Some(error.code())),
        };
        Self {
            name: case.name.clone(),
            passed: got.as_ref().is_some_and(|got| case.expect.is_met_by(got)),
            expected: case.expect.clone(),
            got,
            error,
        }
    }
}

impl Expected {
    fn is_met_by(&self, got: &Observed) -> bool {
        self.outcome == got.outcome
            && self.lifecycle.is_none_or(|state| Some(state) == got.lifecycle)
            && self.rules.as_ref().is_none_or(|rules| *rules == got.rules)
            && self.undecided.as_ref().is_none_or(|rules| *rules == got.undecided)
    }
}

impl Observed {
    fn of(decision: Decision) -> Self {
        Self {
            outcome: decision.outcome,
            rules: decision.rules,
            lifecycle: decision.lifecycle,
            undecided: decision.undecided.into_iter().map(|open| open.rule).collect(),
        }
    }
}
