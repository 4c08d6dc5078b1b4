//! A decision table with hit policy `first`, precompiled; the body becomes zen's own value.

use futures_executor::block_on;
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, DecisionEngine, Variable};

use crate::decide::Decider;
use crate::rules::{Outcome, RuleSet};

pub struct Zen {
    table: Decision,
}

impl Zen {
    pub fn load(set: &RuleSet) -> Self {
        let content: DecisionContent =
            serde_json::from_str(&set.text("table.json")).expect("a decision table");
        let mut table =
            DecisionEngine::default().create_decision(content.into()).expect("a decision");
        table.compile();
        Self { table }
    }
}

impl Decider for Zen {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let context: Variable = serde_json::from_slice(body).expect("a webhook");
        let response = block_on(self.table.evaluate(context)).expect("an answer");
        let then = response.result.dot("then").expect("an outcome");
        then.as_str().and_then(Outcome::from_word).expect("an outcome")
    }
}
