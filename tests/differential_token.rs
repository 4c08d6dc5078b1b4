//! The short cut of `validate` and its plain way are one: the same report for every body.
//!
//! `DIFFERENTIAL_CASES` sets how many mutated bodies are compared, `DIFFERENTIAL_SEED` which.

#[path = "support/compare.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod compare;
#[path = "support/draw.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod draw;
#[path = "support/files.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod files;
#[path = "support/forms.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod forms;
#[path = "support/mutation.rs"]
mod mutation;
#[path = "support/token.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod token;
#[path = "support/token_matter.rs"]
mod token_matter;

use std::env;
use std::thread;

use idenfy_rules::token::{Profile, validate, validate_plainly};
use idenfy_rules::{Limits, Report};

use draw::Draw;
use forms::TokenInput;
use mutation::mutated;
use token_matter::TOKEN;

/// Whole requests; most vectors have two or three members.
const SEEDS: &[&str] = &[
    include_str!("../core/examples/demo/token/good.json"),
    include_str!("../core/examples/demo/token/eight-faults.json"),
];

/// Compares both ways, and what a report tells before its findings are read. Whether the body was
/// usable is the answer.
fn compare(body: &[u8], profile: &Profile) -> bool {
    let (quick, plain) = (validate(body, profile), validate_plainly(body, profile));
    let told = |report: &Report| (report.is_valid(), report.len(), report.is_empty());
    let unread = told(&quick);
    assert!(
        quick == plain && unread == told(&plain),
        "{quick}\n\n{plain}\n{profile:?}\n{}",
        String::from_utf8_lossy(body)
    );
    assert_eq!(quick.violations().len(), quick.len());
    assert_eq!(quick.errors().next().is_none(), quick.is_valid());
    !quick.violations().first().is_some_and(|found| found.code.starts_with("body."))
}

fn vectors() -> Vec<(Vec<u8>, Profile)> {
    let cases = files::read("token").into_iter().flat_map(|file| file.cases);
    let inputs = cases.map(|case| forms::form::<TokenInput>(&case.input).expect("an input"));
    let read = |input: TokenInput| {
        let (request, text) = (input.request.as_ref(), input.body.as_deref());
        let bytes = forms::bytes(request, text, input.body_base64.as_deref()).expect("a body");
        (bytes, token::profile(&input.profile).expect("a profile"))
    };
    inputs.map(read).collect()
}

/// Limits that bodies meet now and then.
fn limits(draw: &mut Draw) -> Limits {
    match draw.below(20) {
        0 => Limits { bytes: draw.below(600), ..Limits::default() },
        1 => Limits { depth: draw.below(6), ..Limits::default() },
        2 => Limits { list: draw.below(20), ..Limits::default() },
        3 => Limits { depth: 1000, ..Limits::default() },
        _ => Limits::default(),
    }
}

/// How many of so many mutated bodies were usable.
fn compare_mutations(seeds: &[Vec<u8>], profiles: &[Profile], seed: u64, cases: u64) -> u64 {
    let (mut draw, mut usable) = (Draw::new(seed), 0);
    for _ in 0..cases {
        let body = mutated(&seeds[draw.below(seeds.len())], seeds, &TOKEN, &mut draw);
        let profile = profiles[draw.below(profiles.len())].clone();
        let profile = profile.lints(draw.percent(30)).limits(limits(&mut draw));
        usable += u64::from(compare(&body, &profile));
    }
    usable
}

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

#[test]
fn mutated_bodies_have_one_report() {
    let (bodies, mut profiles): (Vec<_>, Vec<_>) = vectors().into_iter().unzip();
    profiles.dedup();
    let seeds = bodies.into_iter().chain(SEEDS.iter().map(|seed| seed.as_bytes().to_vec()));
    // Bodies of a few bytes have few mutations, and the largest take long.
    let seeds: Vec<_> = seeds.filter(|seed| (20..10_000).contains(&seed.len())).collect();
    let cases = number("DIFFERENTIAL_CASES", 100_000);
    let seed = number("DIFFERENTIAL_SEED", 1);
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get());
    let share = cases.div_ceil(u64::try_from(threads).expect("a number"));
    let usable: u64 = thread::scope(|scope| {
        let run = |thread: u64| {
            let (seeds, profiles) = (&seeds, &profiles);
            scope.spawn(move || compare_mutations(seeds, profiles, seed * 1000 + thread, share))
        };
        let threads: Vec<_> = (0..).take(threads).map(run).collect();
        threads.into_iter().map(|thread| thread.join().expect("no difference")).sum()
    });
    println!("{cases} mutated bodies compared, {usable} of them usable");
    assert!(usable * 4 > cases, "hardly any of the bodies was usable");
}

#[test]
fn every_vector_has_one_report() {
    let vectors = vectors();
    assert!(vectors.len() > 300, "{} vectors", vectors.len());
    for (body, profile) in &vectors {
        compare(body, profile);
        compare(body, &profile.clone().lints(true));
        compare(body, &Profile::default());
    }
}
