//! Rego, compiled for regorus' virtual machine, which is faster than its interpreter: a partial
//! set of the ids of the true rules.

use std::collections::HashMap;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};

use crate::decide::{Answer, Decider};
use crate::rules::{OTHERWISE, Outcome, RuleSet};

const HITS: &str = "data.bench.hits";

pub struct Regorus {
    machine: RegoVM,
    outcomes: HashMap<String, Outcome>,
}

impl Regorus {
    pub fn load(set: &RuleSet) -> Self {
        let mut engine = Engine::new();
        engine.add_policy("bench.rego".into(), set.text("policy.rego")).expect("a policy");
        let compiled = engine.compile_with_entrypoint(&HITS.into()).expect("a compiled policy");
        let mut machine = RegoVM::new();
        machine.load_program(Compiler::compile_from_policy(&compiled, &[HITS]).expect("a program"));
        let outcomes = set.rows().into_iter().map(|row| (row.id, row.then)).collect();
        Self { machine, outcomes }
    }

    fn hits(&mut self, body: &[u8]) -> Value {
        let text = std::str::from_utf8(body).expect("UTF-8");
        self.machine.set_input(Value::from_json_str(text).expect("a webhook"));
        self.machine.execute().expect("an answer")
    }

    fn judged<'a>(&'a self, hits: &'a Value) -> impl Iterator<Item = (Outcome, &'a str)> {
        let ids = hits.as_set().expect("a set").iter();
        ids.map(|id| id.as_string().expect("an id"))
            .map(|id| (self.outcomes[id.as_ref()], id.as_ref()))
    }
}

impl Decider for Regorus {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let hits = self.hits(body);
        self.judged(&hits).map(|(then, _)| then).min().unwrap_or(OTHERWISE)
    }

    fn answer(&mut self, body: &[u8]) -> Answer {
        let hits = self.hits(body);
        let outcome = self.judged(&hits).map(|(then, _)| then).min();
        let decided = self.judged(&hits).filter(|(then, _)| Some(*then) == outcome);
        let mut rules: Vec<String> = decided.map(|(_, id)| id.to_owned()).collect();
        if rules.is_empty() {
            rules.push("otherwise".into());
        }
        rules.sort();
        Answer { outcome: outcome.unwrap_or(OTHERWISE), rules: Some(rules) }
    }
}
