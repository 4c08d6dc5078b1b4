//! Where fuzzing starts: what the vectors, examples and test files give, as inputs of each target.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::files::{self, Vector};
use crate::forms::{AnalysisInput, form};
use crate::targets::SEPARATOR;

/// The name of a target, how many times as long as a cheap one it takes, what it does with an
/// input, and its seeds.
pub struct Target {
    pub name: &'static str,
    pub cost: u64,
    pub run: fn(&[u8]),
    pub seeds: Vec<Vec<u8>>,
}

macro_rules! targets {
    ($($name:ident, $cost:literal: $seeds:expr;)+) => {
        /// Every target of `fuzz/`.
        pub fn targets() -> Vec<Target> {
            vec![$( Target {
                name: stringify!($name),
                cost: $cost,
                run: crate::targets::$name,
                seeds: $seeds,
            }, )+]
        }
    };
}

targets! {
    token, 1: of("token", |input| vec![written(&input["profile"]), body(input, "request")]);
    response, 1: of("response", |input| vec![call(input), headers(input), body(input, "")]);
    signature, 1: of("signature", |input| signature(input).to_vec());
    webhook, 1: of("webhook", |input| vec![text(&input["event"]), body(input, "payload")]);
    policy_text, 1: of("policy", |input| vec![named(&input["base"]), document(input)]);
    policy_webhook, 2: of("webhook", |input| {
        vec![named(&input["policy"]), text(&input["event"]), text(&input["today"]), body(input, "payload")]
    });
    analysis, 20: analyses();
    history, 4: of("history", deliveries);
    test_files, 4: test_files();
    lints, 1: of("lint", lint);
    batch, 2: vec![batch()];
}

fn vectors(area: &str) -> Vec<Vector> {
    files::read(area).into_iter().flat_map(|file| file.cases).collect()
}

fn of(area: &str, fields: fn(&Value) -> Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    vectors(area).iter().map(|case| fields(&case.input).join(&SEPARATOR)).collect()
}

fn written(value: &Value) -> Vec<u8> {
    if value.is_null() { Vec::new() } else { value.to_string().into_bytes() }
}

fn text(value: &Value) -> Vec<u8> {
    value.as_str().unwrap_or_default().as_bytes().to_vec()
}

/// A policy by its name, or its document.
fn named(policy: &Value) -> Vec<u8> {
    if policy.is_string() { text(policy) } else { written(policy) }
}

/// The bytes of a body in whichever form it is given; one in base64 is not text and left out.
fn body(input: &Value, json: &str) -> Vec<u8> {
    input.get(json).map_or_else(|| text(&input["body"]), written)
}

fn document(input: &Value) -> Vec<u8> {
    input.get("document").map_or_else(|| text(&input["text"]), written)
}

/// Status, transport, attempt, operation, now, created, jitter, client, previous.
fn call(input: &Value) -> Vec<u8> {
    let context = &input["context"];
    let jitter = context["jitter"].as_f64().map(|draw| json!((draw * 1000.0).floor()));
    let part = |value: &Value| match value {
        Value::String(word) => word.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let previous = context["previous_outcome_unknown"] == true;
    [
        part(&input["status"]),
        part(&input["transport"]),
        part(&input["attempt"]),
        part(&input["operation"]),
        part(&context["now_unix"]),
        part(&context["created_at_unix"]),
        part(&jitter.unwrap_or_default()),
        part(&context["client_id"]),
        u8::from(previous).to_string(),
    ]
    .join(" ")
    .into_bytes()
}

fn headers(input: &Value) -> Vec<u8> {
    let headers = input["headers"].as_object().into_iter().flatten();
    let lines = headers.flat_map(|(name, values)| {
        let values = values.as_array().cloned().unwrap_or_else(|| vec![values.clone()]);
        values.into_iter().map(move |value| [name.as_bytes(), &text(&value)].join(&b": "[..]))
    });
    lines.collect::<Vec<_>>().join(&b'\n')
}

/// Two keys, the header, the body.
fn signature(input: &Value) -> [Vec<u8>; 4] {
    let keys = input["keys"].as_array().map_or(&[][..], Vec::as_slice);
    let [first, last] = [keys.first(), keys.last()].map(|key| key.map(text).unwrap_or_default());
    [first, last, text(&input["header"]), text(&input["body"])]
}

type Fields<'f> = &'f dyn Fn(&Value) -> Vec<Vec<u8>>;

/// The same claims as calls of the C library, which `fuzz/library.c` makes.
pub fn calls() -> Vec<Vec<u8>> {
    let webhook = |name: &str, input: &Value| -> Vec<Vec<u8>> {
        let day = ["0", "0", "0"].map(Vec::from);
        let given = [named(&input["policy"]), body(input, "payload"), text(&input["event"])];
        [name.into()].into_iter().chain(given).chain(day).collect()
    };
    let areas: [(&str, Fields<'_>); 7] = [
        ("analysis", &analysis),
        ("token", &|input| {
            vec!["token".into(), body(input, "request"), written(&input["profile"])]
        }),
        ("signature", &signed),
        ("policy", &|input| vec!["policy".into(), document(input), named(&input["base"])]),
        ("webhook", &|input| webhook("webhook", input)),
        ("explain", &|input| webhook("explain", input)),
        ("webhook", &|input| {
            vec!["delivery".into(), body(input, "payload"), text(&input["event"]), "/status".into()]
        }),
    ];
    let calls = areas.iter().flat_map(|(area, fields)| {
        vectors(area).into_iter().map(|case| fields(&case.input).join(&SEPARATOR))
    });
    let shown = ["html", "mermaid"].map(|form| ["shown", "strict", form, ""].map(Vec::from));
    calls.chain(shown.map(|fields| fields.join(&SEPARATOR))).collect()
}

/// Body and header before the keys.
fn signed(input: &Value) -> Vec<Vec<u8>> {
    let [first, second, header, body] = signature(input);
    vec!["signature".into(), body, header, first, second]
}

/// Which analysis, a policy, a claim or lines, the scope by default, another policy.
fn analysis(input: &Value) -> Vec<Vec<u8>> {
    let asked: AnalysisInput = form(input).expect("an input");
    let besides = asked.text().unwrap_or_default();
    let first = ["analysed".into(), asked.ask.into(), named(&asked.policy), besides.into()];
    let scope = ["0"; 5].map(Vec::from);
    let other = asked.other.as_ref().map(named).unwrap_or_default();
    first.into_iter().chain(scope).chain([other]).collect()
}

/// No record, then event and body of each delivery.
fn deliveries(input: &Value) -> Vec<Vec<u8>> {
    let all = input["deliveries"].as_array().into_iter().flatten();
    let fields = all.flat_map(|delivery| [text(&delivery["event"]), body(delivery, "payload")]);
    [Vec::new()].into_iter().chain(fields).collect()
}

fn lint(input: &Value) -> Vec<Vec<u8>> {
    let first = ["html", "url", "key"].map(|key| text(&input[key])).concat();
    let beside = ["certificate", "receiver", "checklist"].map(|key| written(&input[key])).concat();
    let second = ["page_url", "secret"].map(|key| text(&input[key])).concat();
    vec![first, [second, beside].concat(), text(&input["permissions_policy"])]
}

fn example(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("core/examples/policies");
    fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn analyses() -> Vec<Vec<u8>> {
    let whens =
        [json!({}), json!({"tags": {"anyClass": "blocklist"}}), json!({"lifecycle": "erased"})];
    let documents = vectors("webhook").into_iter().map(|case| named(&case.input["policy"]));
    let mut documents: Vec<_> = documents.collect();
    documents.sort();
    documents.dedup();
    let pairs = documents.iter().zip(whens.iter().cycle());
    pairs.map(|(one, when)| [&one[..], b"strict", &written(when)].join(&SEPARATOR)).collect()
}

fn test_files() -> Vec<Vec<u8>> {
    let age_bar = (example("age-bar.json"), example("age-bar.test.json"));
    let named =
        ["documented", "strict"].map(|name| (name.into(), example(&format!("{name}.test.json"))));
    let all = named.into_iter().chain([age_bar]);
    all.map(|(policy, file): (Vec<u8>, _)| [policy, file].join(&SEPARATOR)).collect()
}

/// A few bodies of every kind, one a line.
fn batch() -> Vec<u8> {
    let bodies = vectors("webhook").into_iter().map(|case| body(&case.input, "payload"));
    let short = bodies.filter(|body| body.len() < 120).take(30);
    [&[SEPARATOR], &short.collect::<Vec<_>>().join(&b'\n')[..]].concat()
}
