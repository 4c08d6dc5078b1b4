//! What it costs to validate a token request, valid and with eight faults, beside two units of the
//! same run: I, serde_json looking at the same bytes and ignoring them, and T, fifteen members in
//! a struct with checks written by hand, URLs by a parser. `cargo bench --bench token`.
//!
//! `cargo bench --bench token -- call CASE NUMBER` makes so many calls of one case and nothing
//! else, for a count of instructions: `valgrind --tool=callgrind`, twice, and the difference.

#[path = "token/typed.rs"]
mod typed;

use std::hint::black_box;
use std::sync::LazyLock;
use std::time::Instant;

use idenfy_rules::token::validate_plainly;
use idenfy_rules::{Profile, validate};
use serde::de::IgnoredAny;

const ROUNDS: usize = 101;
const CALLS: u32 = 200;

static PROFILE: LazyLock<Profile> = LazyLock::new(Profile::default);

/// Fifteen members, all of them good.
const VALID: &str = r#"{"clientId": "customer-4f1c9a3e-0001", "firstName": "Žydrė Marija", "lastName": "Pavyzdė", "dateOfBirth": "1990-05-15", "dateOfExpiry": "2033-05-17", "sex": "F", "nationality": "LT", "country": "LT", "documents": ["PASSPORT", "ID_CARD"], "expiryTime": 3600, "sessionLength": 600, "successUrl": "https://shop.example/verification/passed?session=7f3a", "errorUrl": "https://shop.example/verification/failed?session=7f3a", "locale": "lt", "externalRef": "order-1001"}"#;

/// The same members in the same order, eight of them at fault.
const EIGHT: &str = r#"{"clientId": "", "firstName": "Žydrė 2", "lastName": "Pavyzdė", "dateOfBirth": "1990-5-15", "dateOfExpiry": "2033-05-17", "sex": "F", "nationality": "LT", "country": "UK", "documents": ["PASSPORT", "LIBRARY_CARD"], "expiryTime": 2592001, "sessionLength": 30, "successUrl": "http://shop.example/passed", "errorUrl": "https://shop.example/verification/failed?session=7f3a", "locale": "lt", "externalRef": "order-1001"}"#;

type Case = (&'static str, fn(&[u8]));

const UNIT: &str = "I";
const BASELINE: &str = "T";

const CASES: &[Case] = &[
    (UNIT, |body| _ = black_box(serde_json::from_slice::<IgnoredAny>(body).is_ok())),
    (BASELINE, |body| _ = black_box(typed::check(body, typed::is_https).len())),
    ("T-prefix", |body| _ = black_box(typed::check(body, typed::looks_https).len())),
    ("validate", |body| _ = black_box(validate(body, &PROFILE).is_valid())),
    ("read", |body| _ = black_box(validate(body, &PROFILE).violations().len())),
    ("plainly", |body| _ = black_box(validate_plainly(body, &PROFILE).is_valid())),
];

fn main() {
    let errors = |body: &str| validate(body.as_bytes(), &PROFILE).errors().count();
    assert_eq!((errors(VALID), errors(EIGHT)), (0, 8), "the bodies are what they claim");
    let found = |body: &str| typed::check(body.as_bytes(), typed::is_https).len();
    assert_eq!((found(VALID), found(EIGHT)), (0, 8), "the baseline finds the same");

    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().skip_while(|argument| *argument != "call").collect::<Vec<_>>()[..] {
        [_, name, count, ..] => call(name, count.parse().expect("a number")),
        _ => [("valid", VALID), ("eight faults", EIGHT)].iter().for_each(|(n, b)| compare(n, b)),
    }
}

/// `CASE` or `CASE-eight`.
fn call(name: &str, count: usize) {
    let (name, body) = match name.strip_suffix("-eight") {
        Some(name) => (name, EIGHT),
        None => (name, VALID),
    };
    let (_, case) = CASES.iter().find(|(known, _)| *known == name).expect("a case");
    (0..count).for_each(|_| case(black_box(body.as_bytes())));
}

/// Nanoseconds of one call.
fn time(case: fn(&[u8]), body: &str) -> f64 {
    let start = Instant::now();
    (0..CALLS).for_each(|_| case(black_box(body.as_bytes())));
    start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
}

fn median(mut rounds: Vec<f64>) -> f64 {
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}

fn compare(name: &str, body: &str) {
    // Round by round in turn, so that a slow moment of the machine meets all of them.
    let mut rounds = vec![Vec::new(); CASES.len()];
    for _ in 0..ROUNDS {
        for (times, (_, case)) in rounds.iter_mut().zip(CASES) {
            times.push(time(*case, body));
        }
    }
    let medians: Vec<f64> = rounds.into_iter().map(median).collect();
    println!("{name}, {} bytes", body.len());
    for ((case, _), time) in CASES.iter().zip(&medians) {
        let (unit, baseline) = (time / medians[0], time / medians[1]);
        println!("  {case:<10} {time:>8.0} ns {unit:>8.2} I {baseline:>8.2} T");
    }
}
