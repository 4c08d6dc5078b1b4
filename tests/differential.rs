//! The fast path and the plain one are one: the same decision or the same error for every body.
//!
//! `DIFFERENTIAL_CASES` sets how many mutated bodies are compared, `DIFFERENTIAL_SEED` which.

#[path = "support/any_body.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod any_body;
#[path = "support/any_policy.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod any_policy;
#[path = "support/draw.rs"]
mod draw;
#[path = "support/every_test.rs"]
mod every_test;
#[path = "support/files.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod files;
#[path = "support/forms.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod forms;
#[path = "support/mutation.rs"]
mod mutation;
#[path = "support/vendor_body.rs"]
mod vendor_body;
#[path = "support/webhook_matter.rs"]
mod webhook_matter;

use std::collections::BTreeMap;
use std::env;
use std::thread;

use idenfy_rules::policy::{Arrival, Decision, Policy, Scratch};
use idenfy_rules::{Date, Limits};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use any_body::bodies;
use any_policy::policies;
use draw::Draw;
use every_test::every_test;
use forms::WebhookInput;
use mutation::mutated;
use vendor_body::vendor_body;
use webhook_matter::WEBHOOK;

fn load(document: &Value) -> Policy {
    Policy::from_json(document.to_string().as_bytes(), None)
        .unwrap_or_else(|error| panic!("{error} at {}", error.pointer()))
}

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// What is used again and again, as in a service.
#[derive(Default)]
struct Reused {
    scratch: Scratch,
    decision: Decision,
}

impl Reused {
    /// Whether nothing but the policy is named.
    fn is_empty(&self) -> bool {
        let mut empty = Decision::default();
        empty.policy = self.decision.policy.clone();
        self.decision == empty
    }

    /// Compares both paths; the decision that is used again is the fast one.
    fn compare(&mut self, policy: &Policy, body: &[u8], arrival: &Arrival<'_>) -> bool {
        let plain = policy.evaluate_plainly(body, arrival);
        let fast = policy.evaluate_into(body, arrival, &mut self.scratch, &mut self.decision);
        let same = match (&plain, &fast) {
            (Ok(plain), Ok(())) => {
                let references = |decision: &Decision| {
                    (decision.client_id.clone(), decision.external_ref.clone())
                };
                *plain == self.decision && references(plain) == references(&self.decision)
            }
            (Err(plain), Err(fast)) => plain == fast && self.is_empty(),
            _ => false,
        };
        assert!(
            same,
            "{plain:?}\n{fast:?}\n{:?}\n{} {arrival:?}\n{}",
            self.decision,
            policy.name(),
            String::from_utf8_lossy(body)
        );
        plain.is_ok()
    }
}

fn vectors() -> Vec<(Value, WebhookInput)> {
    let cases = files::read("webhook").into_iter().flat_map(|file| file.cases);
    let inputs = cases.map(|case| forms::form::<WebhookInput>(&case.input).expect("an input"));
    inputs.map(|input| (input.policy.clone(), input)).collect()
}

fn bytes(input: &WebhookInput) -> Vec<u8> {
    let (payload, text) = (input.payload.as_ref(), input.body.as_deref());
    forms::bytes(payload, text, input.body_base64.as_deref()).expect("a body")
}

fn policy(named: &Value) -> Option<Policy> {
    match named {
        Value::String(name) if name == "documented" => Some(Policy::documented()),
        Value::String(name) if name == "strict" => Some(Policy::strict()),
        document => Policy::from_json(document.to_string().as_bytes(), None).ok(),
    }
}

/// Policies by chance that ask of everything, and those of the vectors.
fn all_policies() -> Vec<Policy> {
    let mut named = BTreeMap::new();
    for (policy, _) in vectors() {
        named.entry(policy.to_string()).or_insert(policy);
    }
    let mut all: Vec<Policy> = named.values().filter_map(policy).collect();
    let mut runner = TestRunner::deterministic();
    let by_chance = policies(true);
    all.extend((0..100).map(|_| load(&by_chance.new_tree(&mut runner).expect("a tree").current())));
    all
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = vectors().iter().map(|(_, input)| bytes(input)).collect();
    let mut runner = TestRunner::deterministic();
    let by_chance = bodies();
    let tree = |_| by_chance.new_tree(&mut runner).expect("a tree").current().to_string();
    seeds.extend((0..500).map(tree).map(String::into_bytes));
    let mut draw = Draw::new(1);
    seeds.extend((0..1000).map(|_| vendor_body(&mut draw).into_bytes()));
    seeds
}

const EVENTS: &[&str] = &[
    "",
    "",
    "",
    "IDENTIFICATION",
    "IDENTIFICATION_EXPIRED",
    "IDENTIFICATION_MANUAL_FINISHED",
    "AML_MONITORING",
    "NEW_EVENT",
];

/// Limits that bodies meet now and then.
fn limits(draw: &mut Draw) -> Limits {
    match draw.below(20) {
        0 => Limits { bytes: 200 + draw.below(4000), ..Limits::default() },
        1 => Limits { depth: 1 + draw.below(6), ..Limits::default() },
        2 => Limits { list: draw.below(60), ..Limits::default() },
        3 => Limits { depth: usize::MAX, ..Limits::default() },
        _ => Limits::default(),
    }
}

/// How many of so many mutated bodies were usable.
fn compare_mutations(
    (wide, policies): (&Policy, &[Policy]),
    seeds: &[Vec<u8>],
    seed: u64,
    cases: u64,
) -> u64 {
    let (mut draw, mut reused, mut usable) = (Draw::new(seed), Reused::default(), 0);
    let days =
        ["2026-11-20", "2000-02-29", "1999-01-01"].map(|day| Date::read(day).expect("a day"));
    for _ in 0..cases {
        let body = mutated(&seeds[draw.below(seeds.len())], seeds, &WEBHOOK, &mut draw);
        let policy = if draw.percent(20) { wide } else { &policies[draw.below(policies.len())] };
        let event = draw.one(EVENTS);
        let arrival = Arrival {
            event_type: draw.percent(70).then_some(event),
            today: draw.percent(95).then_some(days[draw.below(days.len())]),
            digest: draw.percent(5),
            limits: limits(&mut draw),
        };
        usable += u64::from(reused.compare(policy, &body, &arrival));
    }
    usable
}

#[test]
fn mutated_bodies_have_one_answer() {
    let (wide, policies, seeds) = (load(&every_test()), all_policies(), seeds());
    let cases = number("DIFFERENTIAL_CASES", 60_000);
    let seed = number("DIFFERENTIAL_SEED", 1);
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get());
    let share = cases.div_ceil(u64::try_from(threads).expect("a number"));
    let usable: u64 = thread::scope(|scope| {
        let run = |thread: u64| {
            let (policies, seeds) = ((&wide, policies.as_slice()), &seeds);
            scope.spawn(move || compare_mutations(policies, seeds, seed * 1000 + thread, share))
        };
        let threads: Vec<_> = (0..).take(threads).map(run).collect();
        threads.into_iter().map(|thread| thread.join().expect("no difference")).sum()
    });
    println!("{cases} mutated bodies compared, {usable} of them usable");
    assert!(usable * 10 > cases, "hardly any of the bodies was usable");
}

#[test]
fn every_vector_has_one_answer() {
    let mut reused = Reused::default();
    let mut compared = 0;
    for (named, input) in vectors() {
        let Some(policy) = policy(&named) else { continue };
        let today = input.today.as_deref().map(|day| Date::read(day).expect("a day"));
        let arrival = Arrival { event_type: input.event.as_deref(), today, ..Arrival::default() };
        reused.compare(&policy, &bytes(&input), &arrival);
        compared += 1;
    }
    assert!(compared > 1000, "{compared} vectors");
}

/// Whatever the limit, no body may fill the stack.
#[test]
fn a_limit_that_allows_everything_does_not_follow_everything() {
    let limits = Limits { depth: usize::MAX, bytes: usize::MAX, ..Limits::default() };
    let arrival = Arrival { limits, ..Arrival::default() };
    let policy = Policy::documented();
    let code = |levels: usize| {
        let inside = format!("{}{}", r#"{"a":["#.repeat(levels / 2), "]}".repeat(levels / 2));
        let body = format!(r#"{{"scanRef":"s","x":{inside},"status":{{"overall":"APPROVED"}}}}"#);
        assert!(Reused::default().compare(&policy, body.as_bytes(), &arrival) == (levels < 126));
        policy.evaluate(body.as_bytes(), &arrival).err().map(|error| error.code())
    };
    assert_eq!([64, 124].map(code), [None; 2]);
    assert_eq!([126, 128, 1_000_000].map(code), [Some("webhook.too_deep"); 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn policies_by_chance_have_one_answer(document in policies(true), body in bodies()) {
        let mut reused = Reused::default();
        let body = body.to_string();
        reused.compare(&load(&document), body.as_bytes(), &Arrival::default());
    }
}
