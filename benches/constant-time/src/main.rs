//! A statistical test in the manner of dudect: two kinds of signatures, their times, and how sure one
//! can be that the two differ. Above 10 the times differ; below 5 nothing was seen.

use std::hint::black_box;

use dudect_bencher::rand::RngExt;
use dudect_bencher::{BenchRng, Class, CtRunner, ctbench_main};
use idenfy_rules::webhook::{SigningKey, sign, verify};

const SAMPLES: usize = 100_000;
const BODY: &[u8] = br#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"}}"#;

fn either(rng: &mut BenchRng) -> (Class, bool) {
    let left = rng.random::<bool>();
    (if left { Class::Left } else { Class::Right }, left)
}

/// A header that is wrong in one digit, by another digit or letter of its kind: reading it takes the
/// same steps.
fn wrong_at(place: usize, key: &[u8]) -> Vec<u8> {
    let mut header = sign(BODY, key).expect("the key is not empty").into_bytes();
    header[place] = match header[place] {
        b'9' => b'0',
        b'f' => b'a',
        digit => digit + 1,
    };
    header
}

/// Wrong in the first digit, or right up to the last one.
fn first_or_last_digit(runner: &mut CtRunner, rng: &mut BenchRng) {
    let key = b"a signing key".to_vec();
    let headers = [wrong_at(0, &key), wrong_at(63, &key)];
    let keys = [SigningKey::new(key).expect("the key is not empty")];
    for _ in 0..SAMPLES {
        let (class, left) = either(rng);
        let header = headers[usize::from(left)].clone();
        runner.run_one(class, || black_box(verify(BODY, Some(&header), &keys).is_ok()));
    }
}

/// Signed with the first of eight keys, or with the last.
fn first_or_last_key(runner: &mut CtRunner, rng: &mut BenchRng) {
    let keys: Vec<Vec<u8>> = (b'a'..=b'h').map(|letter| vec![letter; 32]).collect();
    let headers = [&keys[0], &keys[7]].map(|key| sign(BODY, key).expect("not empty"));
    let keys: Vec<SigningKey> =
        keys.into_iter().map(|key| SigningKey::new(key).expect("not empty")).collect();
    for _ in 0..SAMPLES {
        let (class, left) = either(rng);
        let header = headers[usize::from(left)].clone();
        runner.run_one(class, || black_box(verify(BODY, Some(header.as_bytes()), &keys).is_ok()));
    }
}

/// The control: a comparison that ends at the first difference. It has to be seen.
fn control(runner: &mut CtRunner, rng: &mut BenchRng) {
    let right = vec![7_u8; 4096];
    let wrong = [0, 4095].map(|place| {
        let mut bytes = right.clone();
        bytes[place] = 8;
        bytes
    });
    for _ in 0..SAMPLES {
        let (class, left) = either(rng);
        let given = &wrong[usize::from(left)];
        runner.run_one(class, || black_box(black_box(given) == black_box(&right)));
    }
}

ctbench_main!(first_or_last_digit, first_or_last_key, control);
