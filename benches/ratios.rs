//! What a call costs, as ratios inside one run: `make bench`.
//!
//! The unit is I, what serde_json takes to look at the same bytes and ignore them. Machines
//! differ; ratios hardly do. Nothing here is a test: no figure passes or fails.

use std::hint::black_box;
use std::time::{Duration, Instant};

use idenfy_rules::{Arrival, Context, Policy, Profile, Response, classify, sign, validate};

const ROUNDS: usize = 31;
const CALLS: u32 = 200;

/// The median over rounds of one call's time. Interleaving with the unit is done by the caller.
fn measure(call: &mut dyn FnMut()) -> Duration {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            (0..CALLS).for_each(|_| call());
            start.elapsed() / CALLS
        })
        .collect();
    rounds.sort();
    rounds[ROUNDS / 2]
}

fn ignore(body: &[u8]) {
    black_box(serde_json::from_slice::<serde::de::IgnoredAny>(black_box(body)).is_ok());
}

fn show(name: &str, body: &[u8], mut call: impl FnMut()) {
    let unit = measure(&mut || ignore(body));
    let time = measure(&mut call);
    let ratio = time.as_secs_f64() / unit.as_secs_f64();
    println!("{name:<44} {ratio:>6.2} I   ({} bytes, I = {unit:?})", body.len());
}

fn main() {
    let request = include_bytes!("../core/examples/demo/token/good.json");
    let faulty = include_bytes!("../core/examples/demo/token/eight-faults.json");
    let message = include_bytes!("../core/examples/demo/webhooks/2-suspected.http");
    let start = message.windows(4).position(|window| window == b"\r\n\r\n").map_or(0, |at| at + 4);
    let webhook = &message[start..];
    let answer = br#"{"identifier": "BAD_VALUE", "message": "Field 'country' must be a valid ISO 3166-1 alpha-2 code."}"#;

    let profile = Profile::default();
    let context = Context::new(1).expect("an attempt");
    let header = sign(webhook, b"key").expect("a key");
    let plain = Arrival { digest: false, ..Arrival::default() };

    show("validate, valid", request, || _ = black_box(validate(black_box(request), &profile)));
    show("validate, 8 violations", faulty, || _ = black_box(validate(black_box(faulty), &profile)));
    show("classify, 400 with identifier", answer, || {
        _ = black_box(classify(&Response::new(400, &[], black_box(answer)), &context));
    });
    for policy in [Policy::documented(), Policy::strict()] {
        show(&format!("evaluate without digest, {}", policy.name()), webhook, || {
            _ = black_box(policy.evaluate(black_box(webhook), &plain).is_ok());
        });
        show(&format!("receive, {}", policy.name()), webhook, || {
            let decision = policy.receive(
                black_box(webhook),
                Some(header.as_bytes()),
                &[b"key"],
                &Arrival::default(),
            );
            _ = black_box(decision.is_ok());
        });
    }
}
