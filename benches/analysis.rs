//! What analysis costs: the built-in policies, and how the time grows with the number of rules.
//!
//! The rules are made by chance, but the same ones in every run, over all facts and nearly all
//! operators. `cargo bench --bench analysis`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use idenfy_rules::policy::analysis::{Claim, Lint, Scope};
use idenfy_rules::policy::{FactName, Kind};
use idenfy_rules::{Outcome, Policy};
use serde_json::{Value, json};

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        let count = 1 + self.below(3);
        (0..count).map(|_| self.one(of)).collect()
    }
}

fn condition(chance: &mut Chance, fact: FactName) -> Value {
    match fact.kind() {
        Kind::Word(vocabulary) => {
            let words: Vec<&str> = vocabulary.words.iter().map(|word| word.text).collect();
            let some = chance.some(&words);
            if chance.below(2) == 0 { json!(some) } else { json!({"not": some}) }
        }
        Kind::Words(vocabulary) => {
            let words: Vec<&str> = vocabulary.words.iter().map(|word| word.text).collect();
            let operator = chance.one(&["any", "any", "none", "all"]);
            json!({operator: chance.some(&words)})
        }
        Kind::Texts => json!({"any": [format!("reason {}", chance.below(5))]}),
        Kind::Number => {
            let operator = chance.one(&["below", "atLeast"]);
            json!({operator: chance.below(100)})
        }
        Kind::Flag => json!(chance.below(2) == 0),
        Kind::Country => json!(chance.some(&["LT", "LV", "EE", "PL", "DE", "KP", "IR"])),
        Kind::Text => json!({"startsWith": format!("vip-{}", chance.below(5))}),
        other => panic!("make conditions for {other:?}"),
    }
}

/// A policy of so many rules, each of two to four conditions.
fn by_chance(rules: usize) -> Policy {
    let mut chance = Chance(rules.try_into().expect("a number"));
    let outcomes = ["accept", "retry", "review", "reject", "wait"];
    let facts: Vec<FactName> =
        FactName::ALL.iter().copied().filter(|fact| fact.as_str() != "event").collect();
    let rules: Vec<Value> = (0..rules)
        .map(|place| {
            let then = chance.one(&outcomes);
            let mut when = serde_json::Map::new();
            for _ in 0..2 + chance.below(3) {
                let fact = chance.one(&facts);
                when.insert(fact.as_str().to_owned(), condition(&mut chance, fact));
            }
            if then == "accept" {
                when.insert("overall".to_owned(), json!(chance.one(&["APPROVED", "SUSPECTED"])));
            }
            json!({"id": format!("r{place}"), "when": when, "then": then, "why": "By chance."})
        })
        .collect();
    let document = json!({"format": 1, "name": "by-chance", "rules": rules, "otherwise": "review"});
    Policy::from_json(document.to_string().as_bytes(), None).expect("a policy")
}

fn time<T>(rounds: usize, mut call: impl FnMut() -> T) -> (Duration, T) {
    let mut best: Option<(Duration, T)> = None;
    for _ in 0..rounds {
        let start = Instant::now();
        let result = black_box(call());
        let took = start.elapsed();
        if best.as_ref().is_none_or(|(known, _)| took < *known) {
            best = Some((took, result));
        }
    }
    best.expect("a round")
}

fn show(name: &str, took: Duration, lint: &Lint) {
    let (findings, open) = (lint.findings.len(), lint.undetermined.len());
    println!("{name:<34} {took:>10.1?}   {findings} findings, {open} undetermined");
}

fn main() {
    let scope = Scope::default();
    for policy in [Policy::documented(), Policy::strict()] {
        let (took, lint) = time(11, || policy.lint(&scope));
        show(&format!("lint, {}", policy.name()), took, &lint);
    }
    for rules in [10, 30, 100, 300, 1000] {
        let policy = by_chance(rules);
        let (took, lint) = time(if rules < 300 { 3 } else { 1 }, || policy.lint(&scope));
        show(&format!("lint, {rules} rules by chance"), took, &lint);
    }

    let strict = Policy::strict();
    let claim = Claim::never(Outcome::Accept, br#"{"tags": {"anyClass": "blocklist"}}"#);
    let (took, _) = time(101, || strict.prove(&claim, &scope).expect("a claim").result);
    println!("{:<34} {took:>10.1?}", "prove, strict");
    let thousand = by_chance(1000);
    let (took, proof) = time(1, || thousand.prove(&claim, &scope).expect("a claim").result);
    println!("{:<34} {took:>10.1?}   {proof}", "prove, 1000 rules by chance");

    let (took, difference) = time(3, || Policy::documented().diff(&strict, &scope));
    let regions = difference.changes.len();
    println!("{:<34} {took:>10.1?}   {regions} regions", "diff, documented to strict");
    let (took, difference) = time(3, || strict.diff(&Policy::strict(), &scope));
    println!("{:<34} {took:>10.1?}   equal: {}", "diff, strict to itself", difference.equal);
}
