//! Claims, proved or refuted.

use serde::Serialize;

use crate::policy::Policy;
use crate::policy::decision::PolicyName;
use crate::policy::error::PolicyError;
use crate::policy::outcome::{Lifecycle, Outcome, closed};

use super::Scope;
use super::claim::{About, Claim};
use super::inquiry::{Existence, Inquiry, Open};
use super::model::Model;
use super::solve::Truths;
use super::witness::Example;

closed! {
    /// What became of a claim.
    ProofResult {
        "holds" => Holds = 1, "Proved: it holds for every webhook that the parser can produce.";
        "counterexample" => Counterexample = 2, "Refuted by a webhook.";
        "undetermined" => Undetermined = 3, "Neither proved nor refuted.";
    }
}

closed! {
    /// Why something is neither proved nor refuted.
    Gap {
        "limit" => Limit = 1, "Not decided within the limit of steps.";
        "patterns" => Patterns = 2, "It hangs on what `matches` says of texts that could not be written.";
        "regions" => Regions = 3, "There are more regions than the limit.";
        "disagreement" => Disagreement = 4, "The analysis and the engine disagree: a fault of this library, please report it.";
    }
}

impl From<Open> for Gap {
    fn from(open: Open) -> Self {
        match open {
            Open::Limit => Self::Limit,
            Open::Patterns => Self::Patterns,
        }
    }
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Proof {
    /// The version of this form: 1.
    pub format: u8,
    /// The policy.
    pub policy: PolicyName,
    /// Whether it holds.
    pub result: ProofResult,
    /// Why it is undetermined.
    pub gap: Option<Gap>,
    /// The patterns that were free, if the answer is undetermined for that.
    pub patterns: Vec<String>,
    /// A webhook that refutes it, decided by the engine.
    pub counterexample: Option<Example>,
}

impl Proof {
    fn holds(policy: &Policy) -> Self {
        Self {
            format: 1,
            policy: policy.identity(),
            result: ProofResult::Holds,
            gap: None,
            patterns: Vec::new(),
            counterexample: None,
        }
    }

    fn refuted(policy: &Policy, example: Example) -> Self {
        let result = ProofResult::Counterexample;
        Self { result, counterexample: Some(example), ..Self::holds(policy) }
    }

    fn open(policy: &Policy, gap: Gap, patterns: Vec<String>) -> Self {
        let result = ProofResult::Undetermined;
        let patterns = if gap == Gap::Patterns { patterns } else { Vec::new() };
        Self { result, gap: Some(gap), patterns, ..Self::holds(policy) }
    }
}

impl Policy {
    /// Whether a claim holds for every webhook about a verification that the parser can produce.
    ///
    /// # Errors
    /// [`PolicyError`] when the condition of the claim cannot be read; the place is one in the
    /// condition.
    ///
    /// ```
    /// use idenfy_rules::policy::analysis::{Claim, ProofResult, Scope};
    /// use idenfy_rules::{Outcome, Policy};
    /// let scope = Scope::default();
    /// let blocklisted = Claim::never(Outcome::Accept, br#"{"tags": {"anyClass": "blocklist"}}"#);
    ///
    /// let proof = Policy::strict().prove(&blocklisted, &scope).unwrap();
    /// assert_eq!(proof.result, ProofResult::Holds);
    ///
    /// let proof = Policy::documented().prove(&blocklisted, &scope).unwrap();
    /// let refuted = proof.counterexample.unwrap();
    /// assert_eq!(refuted.rules, ["approved"]);
    /// assert!(refuted.webhook.body.contains("FACE_IN_BLACKLIST"));
    /// ```
    pub fn prove(&self, claim: &Claim<'_>, scope: &Scope) -> Result<Proof, PolicyError> {
        let about = About::read(claim, self)?;
        let conditions = self.rules.iter().map(|rule| &rule.when).chain(&about.condition);
        let mut steps = scope.steps;
        let mut model = Model::new(conditions, scope.day(), &mut steps);
        let mut compiler = model.compiler();
        let policy = compiler.policy(self);
        let outcome = compiler.outcome(&policy, claim.outcome);
        let state = compiler.state(&|state: Lifecycle| about.states.contains(&state));
        let refuting = if claim.always { Truths::FALSE } else { Truths::TRUE };
        let mut wanted = vec![(state, Truths::TRUE), (outcome, refuting)];
        if let Some(condition) = &about.condition {
            wanted.push((compiler.condition(condition), Truths::TRUE));
        }

        let mut inquiry = Inquiry::new(&model, scope, steps);
        Ok(match inquiry.plainest_webhook(&wanted) {
            Existence::Never => Proof::holds(self),
            Existence::Open(open) => Proof::open(self, open.into(), inquiry.patterns()),
            Existence::Exists(assignment) => {
                let refutes = |outcome: Outcome| (outcome == claim.outcome) != claim.always;
                let example = inquiry.show(&assignment, self, |read, decision| {
                    about.means(read, decision) && refutes(decision.outcome)
                });
                match example {
                    Err(gap) => Proof::open(self, gap, inquiry.patterns()),
                    Ok(example) => Proof::refuted(self, example),
                }
            }
        })
    }
}
