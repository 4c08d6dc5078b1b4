//! What eight faults cost: the same request, valid and with eight of its values wrong.
//!
//! A finding has a sentence, a place and parameters, and some look for what was meant; all of
//! that together should cost no more than the checking itself. `cargo bench --bench token`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use idenfy_rules::{Profile, validate};

const ROUNDS: usize = 101;
const CALLS: u32 = 200;

/// The same members as in the valid request, in the same order and of about the same length.
const EIGHT_FAULTS: &[u8] = r#"{
  "clientId": "",
  "firstName": "Žydrė 2",
  "lastName": "Pavyzdė",
  "dateOfBirth": "1990-5-15",
  "country": "UK",
  "documents": ["PASSPORT", "LIBRARY_CARD"],
  "expiryTime": 2592001,
  "sessionLength": 30,
  "successUrl": "http://shop.example/verified",
  "errorUrl": "https://shop.example/not-verified",
  "locale": "lt",
  "externalRef": "order-1001"
}
"#
.as_bytes();

fn time(body: &[u8], profile: &Profile) -> Duration {
    let start = Instant::now();
    for _ in 0..CALLS {
        black_box(validate(black_box(body), profile));
    }
    start.elapsed() / CALLS
}

fn median(mut rounds: Vec<Duration>) -> Duration {
    rounds.sort();
    rounds[rounds.len() / 2]
}

fn main() {
    let valid = include_bytes!("../core/examples/demo/token/good.json");
    let profile = Profile::default();
    let errors = |body: &[u8]| validate(body, &profile).errors().count();
    assert_eq!((errors(valid), errors(EIGHT_FAULTS)), (0, 8), "the bodies are what they claim");

    // Round by round in turn, so that a slow moment of the machine meets both.
    let rounds = (0..ROUNDS).map(|_| (time(valid, &profile), time(EIGHT_FAULTS, &profile)));
    let (valid_times, faulty_times): (Vec<_>, Vec<_>) = rounds.unzip();
    let (one, other) = (median(valid_times), median(faulty_times));
    let ratio = other.as_secs_f64() / one.as_secs_f64();
    println!("validate, valid            {one:>10.1?}   ({} bytes)", valid.len());
    println!("validate, eight faults     {other:>10.1?}   ({} bytes)", EIGHT_FAULTS.len());
    println!("eight faults cost          {ratio:>10.2} times the valid request (at most 2)");
}
