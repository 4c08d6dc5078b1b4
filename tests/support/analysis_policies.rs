//! Policies and claims by chance, over the conditions of a small world.

use idenfy_rules::Policy;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::worlds::World;

const OUTCOMES: [&str; 5] = ["accept", "retry", "review", "reject", "wait"];

const STATES: [&str; 7] =
    ["preliminary", "pending", "unfinished", "erased", "unknown", "contradictory", "unmarked"];

/// A policy with its document.
#[derive(Clone)]
pub struct Sample {
    pub document: Value,
    pub policy: Policy,
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.document)
    }
}

pub fn load(document: &Value) -> Option<Policy> {
    Policy::from_json(document.to_string().as_bytes(), None).ok()
}

impl Sample {
    /// The same policy without one of its rules.
    pub fn without_rule(&self, place: usize) -> Policy {
        let mut document = self.document.clone();
        document["rules"].as_array_mut().expect("rules").remove(place);
        load(&document).expect("a policy")
    }

    /// The same policy with another condition for one of its rules, which then rejects: what
    /// accepting rules may not ask is no matter here.
    pub fn with_condition(&self, place: usize, when: &Value) -> Policy {
        let mut document = self.document.clone();
        document["rules"][place]["when"] = when.clone();
        document["rules"][place]["then"] = json!("reject");
        load(&document).expect("a policy")
    }
}

/// Policies over a world.
pub fn samples(world: &World) -> BoxedStrategy<Sample> {
    let plain = nested(select(world.plain.clone()).boxed());
    let any = select([world.plain.clone(), world.cautious.clone()].concat()).boxed();
    let rules = prop::collection::vec(rule(plain, nested(any)), 1..6);
    let plan = if world.lifecycle { evaluated().boxed() } else { Just(json!({})).boxed() };
    let otherwise = select(&OUTCOMES[1..]);
    let document = (rules, plan, otherwise).prop_map(|(mut rules, plan, otherwise)| {
        for (place, rule) in rules.iter_mut().enumerate() {
            rule["id"] = json!(format!("r{place}"));
        }
        json!({"format": 1, "name": "by-chance", "lifecycle": plan, "rules": rules,
            "otherwise": otherwise})
    });
    let sample = document.prop_filter_map("a policy", |document| {
        let policy = load(&document)?;
        Some(Sample { document, policy })
    });
    sample.boxed()
}

/// A policy and one that differs from it in little, or in everything.
pub fn pairs(world: &World) -> BoxedStrategy<(Sample, Sample)> {
    let changed = (samples(world), samples(world), 0..6_usize, any::<bool>());
    let changed = changed.prop_filter_map("two policies", |(old, other, place, add)| {
        let mut document = old.document.clone();
        let rules = document["rules"].as_array_mut()?;
        let mut new = other.document["rules"][0].clone();
        new["id"] = json!("new");
        match rules.get_mut(place) {
            Some(rule) if !add => *rule = new,
            _ => rules.push(new),
        }
        let policy = load(&document)?;
        Some((old, Sample { document, policy }))
    });
    prop_oneof![3 => changed, 1 => (samples(world), samples(world))].boxed()
}

/// An outcome, and a condition under which it never or always occurs.
pub fn claims(world: &World) -> BoxedStrategy<(bool, &'static str, Value)> {
    let any = select([world.plain.clone(), world.cautious.clone()].concat()).boxed();
    let condition = nested(any);
    (any_bool(), select(&OUTCOMES[..]), condition).boxed()
}

fn any_bool() -> impl Strategy<Value = bool> {
    any::<bool>()
}

fn rule(plain: BoxedStrategy<Value>, any: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let pin = select(vec![json!("APPROVED"), json!("SUSPECTED"), json!(["APPROVED", "SUSPECTED"])]);
    let accepting = (pin, plain).prop_map(|(pin, condition)| {
        json!({"when": {"overall": pin, "all": [condition]}, "then": "accept", "why": "By chance."})
    });
    let holding_back = (any, select(&OUTCOMES[1..]), prop::bool::weighted(0.2));
    let holding_back = holding_back.prop_map(|(condition, then, skip)| {
        let mut rule = json!({"when": condition, "then": then});
        if skip {
            rule["ifUndecided"] = json!("skip");
        }
        rule
    });
    prop_oneof![2 => accepting, 3 => holding_back].boxed()
}

fn evaluated() -> impl Strategy<Value = Value> {
    let plan =
        prop::collection::vec((select(&STATES[..]), select(&["evaluate", "reject"][..])), 0..4);
    plan.prop_map(|plan| {
        Value::Object(
            plan.into_iter().map(|(state, then)| (state.to_owned(), json!(then))).collect(),
        )
    })
}

fn nested(leaves: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let nested = leaves.prop_recursive(2, 6, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            several.clone().prop_map(|parts| json!({"any": parts})),
            several.prop_map(|parts| json!({"all": parts})),
            inner.prop_map(|part| json!({"not": part})),
        ]
    });
    nested.boxed()
}
