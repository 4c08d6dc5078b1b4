//! Tests that a team keeps beside its policy: webhooks, and what has to become of them.
//!
//! A test file is JSON. A case gives a whole `webhook`, or just the `facts` that matter, and says
//! what it expects:
//!
//! ```json
//! {
//!   "format": 1,
//!   "policy": "strict",
//!   "cases": [
//!     { "name": "a face of the blocklist",
//!       "facts": { "overall": "SUSPECTED", "tags": ["FACE_BLACKLISTED"] },
//!       "expect": { "outcome": "reject", "rules": ["blocklisted"] } }
//!   ]
//! }
//! ```
//!
//! [`run`] says which cases passed, and what they leave untried: rules that were never true,
//! conditions that were never true or always. `docs/policy-testing.md` has every key.

mod coverage;
mod error;
mod facts;
mod file;
mod result;
mod text;

use crate::facts::Facts;
use crate::webhook::Delivery;

use super::{Arrival, Decision, DecisionError, Policy};

pub use coverage::{ConditionCoverage, RuleCoverage};
pub use error::{TestFileCode, TestFileError};
pub use result::{CaseResult, Counts, Expected, Observed, TestRun};

use file::{Case, TestFile};

/// Runs every case of a test file.
///
/// A case that fails is a finding, told by the [`TestRun`]; so is a webhook that cannot be used.
/// No personal data of a webhook gets into the run.
///
/// # Errors
/// [`TestFileError`] for the first thing in the file that is wrong, with its place.
///
/// ```
/// use idenfy_rules::Policy;
/// use idenfy_rules::policy::testing;
///
/// let file = br#"{"format": 1, "policy": "documented", "cases": [
///     {"name": "denied for glare", "facts": {"overall": "DENIED", "document": "DOC_FACE_GLARED"},
///      "expect": {"outcome": "review"}}]}"#;
/// let run = testing::run(&Policy::documented(), file).unwrap();
/// assert!(!run.passed);
/// let failed = &run.cases[0];
/// assert_eq!(failed.expected.outcome.as_str(), "review");
/// assert_eq!(failed.got.as_ref().unwrap().rules, ["denied"]);
/// assert_eq!((run.failures().count(), run.never_true().count()), (1, 3));
/// let mut conditions = run.rules.iter().flat_map(|rule| &rule.conditions);
/// assert!(conditions.all(|condition| !condition.is_tried())); // one case tries one side
/// assert!(run.to_string().contains("outcome: expected review, got reject"));
/// ```
pub fn run(policy: &Policy, file: &[u8]) -> Result<TestRun, TestFileError> {
    let file = file::read(file, policy)?;
    let mut rules = coverage::of(policy);
    let mut otherwise = 0;
    let mut results = Vec::with_capacity(file.cases.len());
    for case in &file.cases {
        let result = attempt(policy, &file, case).map(|(decision, delivery)| {
            // The lifecycle decides without asking any rule.
            if !decision.rules.is_empty() {
                let facts = Facts::read(&delivery, file.today);
                coverage::see(policy, &facts, &decision, &mut rules);
                otherwise += usize::from(decision.rules == [super::document::OTHERWISE]);
            }
            decision
        });
        results.push(CaseResult::of(case, result));
    }
    Ok(TestRun::of(policy, results, rules, otherwise))
}

fn attempt<'c>(
    policy: &Policy,
    file: &TestFile,
    case: &'c Case,
) -> Result<(Decision, Delivery<'c>), DecisionError> {
    let arrival = Arrival {
        event_type: case.event.as_deref(),
        today: file.today,
        digest: false,
        ..Arrival::default()
    };
    let delivery = policy.read(case.body.as_bytes(), &arrival)?;
    Ok((policy.decide(&delivery, file.today, None), delivery))
}
