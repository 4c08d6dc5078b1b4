//! Several readers of the same bytes: two parsers of JSON see the same verdict as we do or we refuse
//! the body, and Rust, C and Python say the same about bodies by chance, byte for byte.
//!
//! `AGREEMENT_CASES` sets how many bodies by chance, `AGREEMENT_SEED` which. With `AGREEMENT` the
//! cases and what Rust says of them are written to that folder, for `py/tests/test_agreement.py`.

#[path = "c/answers.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod answers;
#[path = "support/any_body.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod any_body;
#[path = "c/compiler.rs"]
mod compiler;
#[path = "support/draw.rs"]
mod draw;
#[path = "c/driver.rs"]
mod driver;
#[path = "support/files.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod files;
#[path = "support/forms.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod forms;
#[path = "support/hard_bodies.rs"]
mod hard_bodies;
#[path = "support/mutation.rs"]
mod mutation;
#[path = "support/vendor_body.rs"]
mod vendor_body;
#[path = "support/webhook_matter.rs"]
mod webhook_matter;

use std::env;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use idenfy_rules::policy::{Arrival, Policy};
use idenfy_rules::response::{Context, Response, classify};
use idenfy_rules::token::{Profile, validate};
use idenfy_rules::{Limits, sign, webhook};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use answers::{
    of_decision, of_delivery, of_made, of_report, of_signature, of_verdict, of_webhook, written,
};
use draw::Draw;
use driver::{Driver, Field, Outcome, maybe, text};
use hard_bodies::hard_bodies;
use mutation::mutated;
use vendor_body::vendor_body;
use webhook_matter::WEBHOOK;

const KEYS: [&[u8]; 2] = [b"the key before", b"the key"];
const EVENTS: &[&str] = &[
    "",
    "",
    "",
    "",
    "IDENTIFICATION_MANUAL_FINISHED",
    "IDENTIFICATION_EXPIRED",
    "AML_MONITORING",
    "NEW_EVENT",
];
const POLICIES: &[&str] = &["documented", "strict"];
const STATUSES: &[u16] = &[200, 201, 400, 401, 402, 404, 409, 429, 500, 503];

/// A body by chance, and what arrives with it.
struct Case {
    body: Vec<u8>,
    event: &'static str,
    policy: &'static str,
    status: u16,
    header: String,
}

impl Case {
    fn of(body: Vec<u8>, draw: &mut Draw) -> Self {
        let key = if draw.percent(70) { KEYS[1] } else { b"another key" };
        let header = sign(&body, key).expect("the key is not empty");
        let (event, policy) = (draw.one(EVENTS), draw.one(POLICIES));
        Self { body, event, policy, status: STATUSES[draw.below(STATUSES.len())], header }
    }

    /// For another language; the body as hexadecimal digits.
    fn form(&self) -> Value {
        let body: String = self.body.iter().map(|byte| format!("{byte:02x}")).collect();
        json!({"body": body, "event": self.event, "policy": self.policy, "status": self.status, "header": self.header})
    }

    fn policy(&self) -> &'static Policy {
        static DOCUMENTED: LazyLock<Policy> = LazyLock::new(Policy::documented);
        static STRICT: LazyLock<Policy> = LazyLock::new(Policy::strict);
        if self.policy == "strict" { &STRICT } else { &DOCUMENTED }
    }

    fn arrival(&self) -> Arrival<'_> {
        Arrival { event_type: Some(self.event), ..Arrival::default() }
    }
}

fn number(name: &str, otherwise: usize) -> usize {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// Every body that is hard to read, then changed ones: of these, of the vendor's, of any verdict,
/// and of token requests and answers of the vectors.
fn cases() -> Vec<Case> {
    let mut draw = Draw::new(u64::try_from(number("AGREEMENT_SEED", 1)).expect("a seed"));
    let hard: Vec<Vec<u8>> = hard_bodies().into_iter().map(|(_, body)| body).collect();
    let (mut runner, bodies) = (TestRunner::deterministic(), any_body::bodies());
    let tree = |_| bodies.new_tree(&mut runner).expect("a tree").current().to_string().into_bytes();
    let kinds: [Vec<Vec<u8>>; 4] = [
        hard.iter().filter(|body| body.len() < 1000).cloned().collect(),
        (0..60).map(|_| vendor_body(&mut draw).into_bytes()).collect(),
        (0..200).map(tree).collect(),
        requests_and_answers(),
    ];
    let by_chance = (0..number("AGREEMENT_CASES", 400)).map(|place| {
        let seeds = &kinds[place % kinds.len()];
        let body = mutated(&seeds[draw.below(seeds.len())], seeds, &WEBHOOK, &mut draw);
        Case::of(body, &mut draw)
    });
    let by_chance: Vec<Case> = by_chance.collect();
    hard.into_iter().map(|body| Case::of(body, &mut Draw::new(7))).chain(by_chance).collect()
}

fn requests_and_answers() -> Vec<Vec<u8>> {
    let bodies = ["token", "response"].into_iter().flat_map(files::read);
    let cases = bodies.flat_map(|file| file.cases).map(|case| {
        let request = case.input.get("request").map(Value::to_string);
        request.or_else(|| Some(case.input.get("body")?.as_str()?.to_owned())).unwrap_or_default()
    });
    cases.map(String::into_bytes).filter(|body| body.len() > 2 && body.len() < 3000).collect()
}

fn parsed(case: &Case) -> Result<webhook::Delivery<'_>, webhook::WebhookError> {
    webhook::parse(&case.body, Some(case.event), &Limits::default())
}

/// What another parser reads where a decision hangs: the last one of repeated members.
fn seen(body: &Value) -> [Value; 4] {
    let status = &body["status"];
    let text = |member: &str| status[member].as_str().filter(|text| !text.is_empty()).into();
    [text("overall"), body["final"].as_bool().into(), text("manualDocument"), text("manualFace")]
}

fn ours(delivery: &webhook::Delivery<'_>) -> [Value; 4] {
    let status = delivery.status();
    [
        status.overall().map(|word| word.as_str().to_owned()).into(),
        delivery.final_mark().into(),
        status.manual_document().map(|word| word.as_str().to_owned()).into(),
        status.manual_face().map(|word| word.as_str().to_owned()).into(),
    ]
}

#[test]
fn another_parser_sees_no_other_verdict() {
    let (cases, mut compared) = (cases(), 0);
    for case in &cases {
        let Ok(delivery) = parsed(case) else { continue };
        let shown = String::from_utf8_lossy(&case.body);
        let theirs = serde_json::from_slice::<Value>(&case.body);
        let theirs = theirs.unwrap_or_else(|error| panic!("only we read it: {error}\n{shown}"));
        if delivery.notice().is_none() {
            assert_eq!(ours(&delivery), seen(&theirs), "{shown}");
            compared += 1;
        }
    }
    assert!(compared * 10 > cases.len(), "hardly any body was usable");
}

/// None of the bodies that are hard to read may help: it is refused, or the verdict is what every
/// reader sees.
#[test]
fn what_is_repeated_on_a_decision_path_is_refused() {
    let refused = |body: &[u8]| webhook::parse(body, None, &Limits::default()).err();
    let again = ["later", "before", "again", "a key written", "a status written"];
    for (about, body) in hard_bodies() {
        let error = refused(&body).map(|error| error.code());
        if again.iter().any(|kind| about.contains(kind)) && !about.contains("solidus") {
            let alone = about.starts_with("only") || about.contains("NUL");
            assert!(alone || error.is_some(), "{about} is taken");
        }
        let Ok(theirs) = serde_json::from_slice::<Value>(&body) else {
            assert!(error.is_some(), "{about}: only we read it");
            continue;
        };
        if error.is_none() {
            let delivery = webhook::parse(&body, None, &Limits::default()).expect("usable");
            assert_eq!(ours(&delivery), seen(&theirs), "{about}");
        }
    }
}

/// The calls of the driver for one case, and what Rust says.
fn calls(case: &Case) -> Vec<(&'static str, Vec<Field>, Outcome)> {
    let (policy, body) = (case.policy(), &case.body);
    let decided = policy.evaluate(body, &case.arrival());
    let told = policy.explain(body, &case.arrival());
    let read = parsed(case).map(|read| of_delivery(&read, "")).map_err(|error| of_webhook(&error));
    let answer = classify(&Response::new(case.status, &[], body), &Context::new(1).expect("one"));
    let verified = webhook::verify(body, Some(case.header.as_bytes()), &KEYS);
    let none = || ["0", "0", "0"].map(text);
    let webhook = || {
        [vec![text(case.policy), Some(body.clone()), text(case.event)], none().to_vec()].concat()
    };
    vec![
        (
            "token",
            vec![Some(body.clone()), text("{}")],
            Ok(of_report(&validate(body, &Profile::default()))),
        ),
        ("delivery", vec![Some(body.clone()), text(case.event), text("")], read),
        ("webhook", webhook(), decided.as_ref().map(of_made).map_err(of_decision)),
        (
            "explain",
            webhook(),
            told.map(|told| written(&told)).map_err(|error| of_decision(&error)),
        ),
        (
            "response",
            vec![
                text(r#"{"attempt":1}"#),
                maybe(Some(&case.status.to_string())),
                text("0"),
                Some(body.clone()),
            ],
            Ok(of_verdict(&answer)),
        ),
        (
            "signature",
            vec![
                Some(body.clone()),
                text(&case.header),
                Some(KEYS[0].to_vec()),
                Some(KEYS[1].to_vec()),
            ],
            verified.map(|()| String::new()).map_err(|error| of_signature(&error)),
        ),
    ]
}

#[test]
fn c_says_the_same() {
    let Some(mut driver) = Driver::start() else { return };
    let cases = cases();
    for case in &cases {
        for (name, fields, rust) in calls(case) {
            let c = driver.call(name, &fields);
            assert_eq!(c, rust, "{name}\n{}", String::from_utf8_lossy(&case.body));
        }
    }
    driver.stop();
    println!("{} bodies through C", cases.len());
}

/// What Rust says of a case, as Python says it: JSON forms, or code, place and text of the error.
fn said(case: &Case) -> Value {
    let (policy, body) = (case.policy(), &case.body);
    let arrival = case.arrival();
    let failed = |error: &idenfy_rules::DecisionError| of_decision(error);
    let verified = webhook::verify(body, Some(case.header.as_bytes()), &KEYS);
    let answer = classify(&Response::new(case.status, &[], body), &Context::new(1).expect("one"));
    json!([
        written(&validate(body, &Profile::default())),
        parsed(case).map_or_else(|error| of_webhook(&error), |read| written(&read)),
        policy.evaluate(body, &arrival).map_or_else(|error| failed(&error), |made| written(&made)),
        policy.explain(body, &arrival).map_or_else(|error| failed(&error), |told| written(&told)),
        written(&answer),
        verified.map_or_else(|error| of_signature(&error), |()| String::new()),
    ])
}

#[test]
fn python_can_say_the_same() {
    let Some(folder) = env::var_os("AGREEMENT") else { return };
    fs::create_dir_all(&folder).expect("a folder");
    let cases = cases();
    let write = |name: &str, line: fn(&Case) -> Value| {
        let lines: String = cases.iter().map(|case| format!("{}\n", line(case))).collect();
        fs::write(Path::new(&folder).join(name), lines).expect("a file");
    };
    write("cases.ndjson", Case::form);
    write("rust.ndjson", said);
}
