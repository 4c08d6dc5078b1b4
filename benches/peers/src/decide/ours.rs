use idenfy_rules::{Arrival, Policy};

use super::{Answer, Decider};
use crate::rules::{Outcome, RuleSet};

/// Nothing known besides the body, and no digest asked for.
pub fn plain() -> Arrival<'static> {
    Arrival { digest: false, ..Arrival::default() }
}

pub fn policy(set: &RuleSet) -> Policy {
    Policy::from_json(set.text("policy.json").as_bytes(), None).expect("a policy")
}

pub struct Ours {
    policy: Policy,
    arrival: Arrival<'static>,
}

impl Ours {
    pub fn load(set: &RuleSet, digest: bool) -> Self {
        Self { policy: policy(set), arrival: Arrival { digest, ..Arrival::default() } }
    }
}

impl Decider for Ours {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let decision = self.policy.evaluate(body, &self.arrival).expect("a decision");
        outcome(decision.outcome)
    }

    fn answer(&mut self, body: &[u8]) -> Answer {
        let decision = self.policy.evaluate(body, &self.arrival).expect("a decision");
        let mut rules: Vec<String> = decision.rules.iter().map(|id| id.to_string()).collect();
        rules.sort();
        Answer { outcome: outcome(decision.outcome), rules: Some(rules) }
    }
}

fn outcome(ours: idenfy_rules::Outcome) -> Outcome {
    use idenfy_rules::Outcome::{Accept, Reject, Retry, Review};
    match ours {
        Accept => Outcome::Accept,
        Reject => Outcome::Reject,
        Retry => Outcome::Retry,
        Review => Outcome::Review,
        other => panic!("no rule says {other:?}"),
    }
}
