use idenfy_rules::policy::Scratch;
use idenfy_rules::{Arrival, BatchOptions, Decision, Policy, SigningKey};

use super::{Answer, Decider};
use crate::rules::{Outcome, RuleSet};

fn policy(set: &RuleSet) -> Policy {
    Policy::from_json(set.text("policy.json").as_bytes(), None).expect("a policy")
}

/// One policy, with a decision and buffers that are used again.
pub struct Ours {
    policy: Policy,
    arrival: Arrival<'static>,
    scratch: Scratch,
    decision: Decision,
}

impl Ours {
    pub fn load(set: &RuleSet, digest: bool) -> Self {
        let arrival = Arrival { digest, ..Arrival::default() };
        let (scratch, decision) = (Scratch::new(), Decision::default());
        Self { policy: policy(set), arrival, scratch, decision }
    }

    pub fn decide(&mut self, body: &[u8]) -> &Decision {
        let Self { policy, arrival, scratch, decision } = self;
        policy.evaluate_into(body, arrival, scratch, decision).expect("a decision");
        decision
    }

    pub fn receive(&mut self, body: &[u8], header: &str, keys: &[SigningKey]) -> &Decision {
        let Self { policy, arrival, scratch, decision } = self;
        let header = Some(header.as_bytes());
        let received = policy.receive_into(body, header, keys, arrival, scratch, decision);
        received.expect("genuine");
        decision
    }
}

/// Many webhooks, one for each line.
pub struct Lines(Policy);

impl Lines {
    pub fn load(set: &RuleSet) -> Self {
        Self(policy(set))
    }

    /// How many of them are accepted.
    pub fn accepted(&self, ndjson: &[u8]) -> usize {
        let mut accepted = 0;
        let count = |_, result: Result<&Decision, _>| {
            let decision = result.expect("a decision");
            accepted += usize::from(decision.outcome == idenfy_rules::Outcome::Accept);
        };
        self.0.for_each_line(ndjson, &BatchOptions::default(), count).expect("no day is asked for");
        accepted
    }
}

/// The same by the shorter call, which gives a new decision each time.
pub struct Anew(Policy);

impl Anew {
    pub fn load(set: &RuleSet) -> Self {
        Self(policy(set))
    }
}

impl Decider for Anew {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let arrival = Arrival { digest: false, ..Arrival::default() };
        outcome(self.0.evaluate(body, &arrival).expect("a decision").outcome)
    }
}

impl Decider for Ours {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        outcome(self.decide(body).outcome)
    }

    fn answer(&mut self, body: &[u8]) -> Answer {
        let decision = self.decide(body);
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
