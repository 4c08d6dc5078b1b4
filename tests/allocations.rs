//! After a few webhooks, deciding allocates nothing: counted, not guessed.

#[path = "support/draw.rs"]
mod draw;
#[path = "support/every_test.rs"]
mod every_test;
#[path = "support/vendor_body.rs"]
mod vendor_body;

use idenfy_rules::policy::{Arrival, Decision, Policy, Scratch};
use idenfy_rules::{Date, SigningKey, sign};

use draw::Draw;
use every_test::every_test;
use vendor_body::vendor_body;

/// How often memory was asked for, by this thread.
fn allocations(call: impl FnOnce()) -> u64 {
    allocation_counter::measure(call).count_total
}

const WARM_UP: usize = 3000;

fn bodies() -> Vec<String> {
    let mut draw = Draw::new(3);
    (0..1000).map(|_| vendor_body(&mut draw)).collect()
}

fn policies() -> Vec<Policy> {
    let every_test = every_test().to_string();
    let every_test = Policy::from_json(every_test.as_bytes(), None).expect("a policy");
    vec![Policy::documented(), Policy::strict(), every_test]
}

#[test]
fn deciding_into_the_same_decision_allocates_nothing() {
    let arrival = Arrival {
        event_type: Some("IDENTIFICATION_MANUAL_FINISHED"),
        today: Date::read("2026-11-20").ok(),
        ..Arrival::default()
    };
    let bodies = bodies();
    for policy in policies() {
        let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
        let mut evaluate = |body: &String| {
            policy
                .evaluate_into(body.as_bytes(), &arrival, &mut scratch, &mut decision)
                .expect("a usable body");
        };
        // A buffer may meet a longer list than any that it has held, until each has held the longest.
        let first = bodies.iter().cycle().take(WARM_UP);
        assert!(allocations(|| first.for_each(&mut evaluate)) > 0, "the counter counts");
        let counted = allocations(|| bodies.iter().for_each(&mut evaluate));
        println!("{}: {counted} allocations in {} decisions", policy.name(), bodies.len());
        assert_eq!(counted, 0, "{}", policy.name());
    }
}

#[test]
fn receiving_into_the_same_decision_allocates_nothing() {
    let keys = ["old key", "new key"].map(|key| SigningKey::new(key).expect("a key"));
    let policy = Policy::strict();
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    let signed = bodies().into_iter().map(|body| {
        let header = sign(body.as_bytes(), b"new key").expect("a key");
        (body, header)
    });
    let signed: Vec<(String, String)> = signed.collect();
    let mut receive = |(body, header): &(String, String)| {
        let (body, header) = (body.as_bytes(), Some(header.as_bytes()));
        let arrival = Arrival::default();
        policy
            .receive_into(body, header, &keys, &arrival, &mut scratch, &mut decision)
            .expect("a genuine body");
        assert!(decision.verified && decision.body_sha256.is_some());
    };
    signed.iter().cycle().take(WARM_UP).for_each(&mut receive);
    assert_eq!(allocations(|| signed.iter().for_each(&mut receive)), 0);
}

/// A decision of one's own takes a few texts and lists, and nothing that grows with the body.
#[test]
fn a_decision_of_its_own_takes_a_handful() {
    let policy = Policy::strict();
    for body in bodies() {
        let arrival = Arrival { digest: false, ..Arrival::default() };
        let decide = || drop(policy.evaluate(body.as_bytes(), &arrival).expect("a usable body"));
        decide();
        assert!(allocations(decide) <= 32);
    }
}
