//! What valgrind counts: one path per run, for check.py beside this file.
//!
//! `instructions` lists the paths; `instructions FOLDER PATH` takes PATH once to warm up and once
//! inside [`counted`], the only function during which instructions are counted, and prints how
//! many calls that was. FOLDER is what ../peers/inputs/generate.py wrote.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use idenfy_rules::lint::lint_iframe;
use idenfy_rules::policy::Scratch;
use idenfy_rules::{
    Arrival, Context, Decision, Policy, Profile, Response, SigningKey, classify, sign, validate,
    verify,
};
use serde::de::IgnoredAny;

const KEY: &[u8] = b"a signing key for benches";
const ANSWER: &[u8] =
    br#"{"identifier": "BAD_VALUE", "message": "Field 'country' must be a valid ISO 3166-1 alpha-2 code."}"#;
const FRAME: &str =
    r#"<iframe src="https://ui.idenfy.com/?authToken=t" allow="microphone" style="width: 670px">"#;

/// A path that is ready to be taken, and how many calls that makes.
struct Ready {
    calls: usize,
    run: Box<dyn FnMut()>,
}

impl Ready {
    fn once(run: impl FnMut() + 'static) -> Self {
        Self { calls: 1, run: Box::new(run) }
    }
}

/// Makes a path ready from the folder of inputs.
type Prepare = fn(&Path) -> Ready;

const PATHS: [(&str, Prepare); 12] = [
    ("serde_json IgnoredAny", ignore),
    ("evaluate, 10 rules", |folder| evaluate(folder, 10)),
    ("evaluate, 100 rules", |folder| evaluate(folder, 100)),
    ("evaluate, 1,000 rules", |folder| evaluate(folder, 1_000)),
    ("verify", verified),
    ("receive, 10 rules", receive),
    ("validate, valid", |folder| checked(folder, "valid.json")),
    ("validate, 8 violations", |folder| checked(folder, "eight.json")),
    ("classify", classified),
    ("load strict", |_| Ready::once(|| _ = black_box(Policy::strict()))),
    ("load 1,000 rules", load),
    ("lint an iframe", |_| {
        Ready::once(|| _ = black_box(lint_iframe(black_box(FRAME), None, None)))
    }),
];

/// The name is what check.py asks valgrind for.
#[inline(never)]
fn counted(call: &mut dyn FnMut()) {
    call();
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [folder, asked] = arguments.as_slice() else {
        return PATHS.iter().for_each(|(name, _)| println!("{name}"));
    };
    let (_, prepare) = PATHS.iter().find(|(name, _)| name == asked).expect("a path of the list");
    let Ready { calls, mut run } = prepare(Path::new(folder));
    run();
    counted(&mut run);
    println!("{calls}");
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).expect("a generated file")
}

/// Calls with every generated webhook in turn, verdicts of several kinds, and its signature.
fn with_webhooks(folder: &Path, mut call: impl FnMut(&[u8], &[u8]) + 'static) -> Ready {
    let text = String::from_utf8(read(folder, "webhooks.ndjson")).expect("UTF-8");
    let signed: Vec<(String, String)> = text
        .lines()
        .map(|body| (body.to_owned(), sign(body.as_bytes(), KEY).expect("a signature")))
        .collect();
    let calls = signed.len();
    let run = move || {
        for (body, header) in &signed {
            call(black_box(body.as_bytes()), header.as_bytes());
        }
    };
    Ready { calls, run: Box::new(run) }
}

fn policy(folder: &Path, rules: usize) -> Policy {
    let text = read(folder, &format!("rules-{rules}/policy.json"));
    Policy::from_json(&text, None).expect("a policy")
}

fn ignore(folder: &Path) -> Ready {
    with_webhooks(folder, |body, _| {
        black_box(serde_json::from_slice::<IgnoredAny>(body).is_ok());
    })
}

fn evaluate(folder: &Path, rules: usize) -> Ready {
    let policy = policy(folder, rules);
    let arrival = Arrival { digest: false, ..Arrival::default() };
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    with_webhooks(folder, move |body, _| {
        let decided = policy.evaluate_into(body, &arrival, &mut scratch, &mut decision);
        black_box((decided.is_ok(), &decision));
    })
}

fn verified(folder: &Path) -> Ready {
    let keys = keys();
    with_webhooks(folder, move |body, header| {
        verify(body, Some(header), &keys).expect("genuine");
    })
}

fn keys() -> [SigningKey; 1] {
    [SigningKey::new(KEY).expect("a key")]
}

fn receive(folder: &Path) -> Ready {
    let (policy, arrival, keys) = (policy(folder, 10), Arrival::default(), keys());
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    with_webhooks(folder, move |body, header| {
        let header = Some(header);
        let decided =
            policy.receive_into(body, header, &keys, &arrival, &mut scratch, &mut decision);
        black_box((decided.is_ok(), &decision));
    })
}

fn checked(folder: &Path, name: &str) -> Ready {
    let (body, profile) = (read(folder, &format!("token/{name}")), Profile::default());
    Ready::once(move || _ = black_box(validate(black_box(&body), &profile)))
}

fn classified(_: &Path) -> Ready {
    let context = Context::new(1).expect("an attempt");
    Ready::once(move || {
        _ = black_box(classify(&Response::new(400, &[], black_box(ANSWER)), &context));
    })
}

fn load(folder: &Path) -> Ready {
    let text = read(folder, "rules-1000/policy.json");
    Ready::once(move || _ = black_box(Policy::from_json(black_box(&text), None).is_ok()))
}
