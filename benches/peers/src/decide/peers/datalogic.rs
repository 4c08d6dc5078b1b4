//! JSONLogic, compiled once; the arena is used again, the answer borrowed from it.

use bumpalo::Bump;
use datalogic_rs::{Engine, Logic};

use crate::decide::Decider;
use crate::rules::{Outcome, RuleSet};

pub struct Datalogic {
    engine: Engine,
    rules: Logic,
    arena: Bump,
}

impl Datalogic {
    pub fn load(set: &RuleSet) -> Self {
        let engine = Engine::new();
        let rules = engine.compile(set.text("logic.json").as_str()).expect("JSONLogic");
        Self { engine, rules, arena: Bump::new() }
    }
}

impl Decider for Datalogic {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        self.arena.reset();
        let text = std::str::from_utf8(body).expect("UTF-8");
        let answer = self.engine.evaluate(&self.rules, text, &self.arena).expect("an answer");
        answer.as_str().and_then(Outcome::from_word).expect("an outcome")
    }
}
