//! Runs every vector of `tests/vectors/` through the C library: a C program built by the system
//! compiler makes the calls, and its answers are compared, byte for byte, with those of the Rust
//! library, which `tests/conformance.rs` holds against the vectors. Where the accessors of the
//! header say all that a JSON form says, the program writes the form from them, too.

#[path = "c/answers.rs"]
mod answers;
#[path = "c/compiler.rs"]
mod compiler;
#[path = "c/driver.rs"]
mod driver;
#[expect(dead_code, reason = "expectations are read by tests/conformance.rs")]
#[path = "support/files.rs"]
mod files;
#[expect(dead_code, reason = "expectations are read by tests/conformance.rs")]
#[path = "support/forms.rs"]
mod forms;

use answers::{
    of_decision, of_delivery, of_input, of_made, of_policy, of_report, of_signature, of_verdict,
    of_webhook, written,
};
use driver::{Driver, Field, Outcome, maybe, text};
use files::Vector;
use forms::{
    DeliveryForm, HistoryInput, PolicyInput, ResponseInput, SignatureInput, WebhookInput, bytes,
    form,
};
use idenfy_rules::history::{Record, Transition, reconcile};
use idenfy_rules::policy::{Arrival, Decision, DecisionError, Policy, PolicyCode, json_schema};
use idenfy_rules::response::{
    Context, Jitter, Operation, Reason, Response, TransportKind, classify, classify_transport,
};
use idenfy_rules::token::{Profile, Rule, validate};
use idenfy_rules::webhook::SignatureCode;
use idenfy_rules::{Date, InputError, Limits, WebhookError, sign, webhook};
use serde_json::{Value, json};

const KEY: &[u8] = b"signing key of the vectors";

/// Runs every vector of an area; `check` makes the calls and says what differs.
fn run(area: &str, check: impl Fn(&mut Driver, &Vector) -> Vec<(Outcome, Outcome)>) {
    let Some(mut driver) = Driver::start() else { return };
    let files = files::read(area);
    let written: usize = files.iter().map(|file| file.cases.len()).sum();
    let mut executed = 0;
    let mut failures = Vec::new();
    for (file, case) in
        files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case)))
    {
        let answers = check(&mut driver, case);
        assert!(!answers.is_empty(), "{}: {} made no call", file.name, case.name);
        for (c, rust) in answers {
            if c != rust {
                failures.push(format!("{}: {}\n C    {c:?}\n Rust {rust:?}", file.name, case.name));
            }
        }
        executed += 1;
    }
    driver.stop();
    assert_eq!(executed, written, "{area}: not every vector was run");
    assert!(failures.is_empty(), "{area}: {}\n{}", failures.len(), failures.join("\n"));
    println!("{area}: {executed} vectors through C");
}

#[test]
fn token_vectors() {
    run("token", |driver, case| {
        let input = &case.input;
        let texts = ["body", "body_base64"].map(|key| input.get(key).and_then(Value::as_str));
        let body = bytes(input.get("request"), texts[0], texts[1]).expect("a body");
        let profile = input.get("profile").unwrap_or(&json!({})).to_string();
        let rust = Profile::from_json(profile.as_bytes())
            .map(|profile| of_report(&validate(&body, &profile)))
            .map_err(|error| of_input(&error));
        vec![(driver.call("token", &[Some(body), text(&profile)]), rust)]
    });
}

#[test]
fn response_vectors() {
    run("response", |driver, case| {
        let input: ResponseInput = form(&case.input).expect("an input");
        let mut context = case.input.get("context").cloned().unwrap_or(json!({}));
        context["attempt"] = json!(input.attempt);
        context["operation"] = json!(input.operation);
        let body = match (&input.body, &input.body_base64) {
            (None, None) => Vec::new(),
            (text, base64) => bytes(None, text.as_deref(), base64.as_deref()).expect("a body"),
        };
        let kind = input.transport.as_deref().map(TransportKind::read);
        let number = TransportKind::ALL.iter().position(|known| Some(*known) == kind);
        let number = number.map_or(0, |place| place + 1).to_string();
        let status = input.status.map(|status| status.to_string());
        let headers: Vec<(&str, &str)> = input
            .headers
            .iter()
            .flat_map(|(name, one)| one.values().iter().map(move |value| (&**name, &**value)))
            .collect();
        let mut fields = vec![text(&context.to_string()), maybe(status.as_deref()), text(&number)];
        fields.push(Some(body.clone()));
        fields.extend(headers.iter().flat_map(|(name, value)| [text(name), text(value)]));
        let known = known(&input);
        let found = match (input.status, kind) {
            (None, kind) => classify_transport(kind.expect("a failure"), &known),
            (Some(status), None) => classify(&Response::new(status, &headers, &body), &known),
            (Some(status), Some(kind)) => {
                classify(&Response::new(status, &headers, &body).with_transport(kind), &known)
            }
        };
        vec![(driver.call("response", &fields), Ok(of_verdict(&found)))]
    });
}

fn known(input: &ResponseInput) -> Context<'_> {
    let given = &input.context;
    let mut known = Context::new(input.attempt).expect("an attempt");
    if let Some(operation) = &input.operation {
        known.operation = Operation::read(operation).expect("an operation");
    }
    known.max_attempts = given.max_attempts.unwrap_or(known.max_attempts);
    known.retry_after_cap_s = given.retry_after_cap_s.unwrap_or(known.retry_after_cap_s);
    known.previous_outcome_unknown = given.previous_outcome_unknown.unwrap_or_default();
    known.retry_budget_empty = given.retry_budget_empty.unwrap_or_default();
    known.client_id = given.client_id.as_deref();
    known.created_at_unix = given.created_at_unix;
    known.expiry_time_s = given.expiry_time_s;
    known.session_length_s = given.session_length_s;
    known.now_unix = given.now_unix;
    known.jitter = given.jitter.map(|draw| Jitter::new(draw).expect("a jitter"));
    known
}

#[test]
fn signature_vectors() {
    run("signature", |driver, case| {
        let input: SignatureInput = form(&case.input).expect("an input");
        let body =
            bytes(None, input.body.as_deref(), input.body_base64.as_deref()).expect("a body");
        let header = input.header.as_deref().map(str::as_bytes);
        let mut fields = vec![Some(body.clone()), maybe(input.header.as_deref())];
        fields.extend(input.keys.iter().map(|key| text(key)));
        let verified = webhook::verify(&body, header, &input.keys);
        let verified = verified.map(|()| String::new()).map_err(|error| of_signature(&error));
        let diagnosis = written(&webhook::diagnose(&body, header, &input.keys));
        vec![
            (driver.call("signature", &fields), verified),
            (driver.call("diagnosis", &fields), Ok(diagnosis)),
        ]
    });
}

#[test]
fn policy_vectors() {
    run("policy", |driver, case| {
        let input: PolicyInput = form(&case.input).expect("an input");
        let document = bytes(input.document.as_ref(), input.text.as_deref(), None).expect("a text");
        let base = input.base.as_ref().map(Value::to_string);
        let loaded =
            base.as_ref().map(|base| Policy::from_json(base.as_bytes(), None).expect("a base"));
        let rust = Policy::from_json(&document, loaded.as_ref()).map(|policy| {
            let revision = policy.revision().unwrap_or_default();
            let heads = [policy.name(), revision, policy.fingerprint()];
            heads.into_iter().chain(policy.rule_ids()).collect::<Vec<_>>().join("\n")
        });
        let fields = [Some(document), maybe(base.as_deref())];
        vec![(driver.call("policy", &fields), rust.map_err(|error| of_policy(&error)))]
    });
}

/// A webhook of a vector and the policy that it meets, for both languages.
struct Given {
    policy: Policy,
    named: String,
    body: Vec<u8>,
    event: Option<String>,
    today: Option<Date>,
}

impl Given {
    fn arrival(&self) -> Arrival<'_> {
        Arrival { event_type: self.event.as_deref(), today: self.today, ..Arrival::default() }
    }

    /// Policy, body, event, day; then signature and key if it is to be verified.
    fn fields(&self, signature: Option<&str>) -> Vec<Field> {
        let day = self.today.map(Date::to_iso).unwrap_or_default();
        let parts = day.splitn(3, '-').chain(["0", "0", "0"]).take(3);
        let parts = if self.today.is_some() { parts.collect() } else { vec!["0"; 3] };
        let mut fields =
            vec![text(&self.named), Some(self.body.clone()), maybe(self.event.as_deref())];
        fields.extend(parts.into_iter().map(text));
        fields.extend([maybe(signature), signature.map(|_| KEY.to_vec())]);
        fields
    }

    fn signed(&self) -> String {
        sign(&self.body, KEY).expect("the key is not empty")
    }
}

fn named(policy: &Value) -> (String, Policy) {
    match policy.as_str() {
        Some("documented") => ("documented".to_owned(), Policy::documented()),
        Some("strict") => ("strict".to_owned(), Policy::strict()),
        _ => {
            let document = policy.to_string();
            let policy = Policy::from_json(document.as_bytes(), None).expect("a policy");
            (document, policy)
        }
    }
}

fn given(case: &Vector) -> Given {
    let input: WebhookInput = form(&case.input).expect("an input");
    let body = bytes(input.payload.as_ref(), input.body.as_deref(), input.body_base64.as_deref());
    let today = input.today.as_deref().map(|day| Date::read(day).expect("a day"));
    let (named, policy) = named(&input.policy);
    Given { policy, named, body: body.expect("a body"), event: input.event, today }
}

#[test]
fn webhook_vectors() {
    run("webhook", |driver, case| {
        let given = given(case);
        let (policy, body, arrival) = (&given.policy, &given.body, given.arrival());
        let signature = given.signed();
        let shown = |found: Result<Decision, DecisionError>, show: fn(&Decision) -> String| {
            found.as_ref().map(show).map_err(of_decision)
        };
        let pointer = "/status/overall";
        let read = webhook::parse(body, arrival.event_type, &Limits::default());
        let read = read.map(|read| of_delivery(&read, pointer)).map_err(|error| of_webhook(&error));
        let delivery = [Some(body.clone()), maybe(arrival.event_type), text(pointer)];
        let receive = |arrival| policy.receive(body, Some(signature.as_bytes()), &[KEY], &arrival);
        let signed = given.fields(Some(&signature));
        let short = Arrival { today: None, ..arrival };
        vec![
            (
                driver.call("webhook", &given.fields(None)),
                shown(policy.evaluate(body, &arrival), of_made),
            ),
            (driver.call("webhook", &signed), shown(receive(arrival), of_made)),
            (driver.call("receive", &signed), shown(receive(short), written)),
            (driver.call("delivery", &delivery), read),
        ]
    });
}

#[test]
fn explain_vectors() {
    run("explain", |driver, case| {
        let given = given(case);
        let rust = given.policy.explain(&given.body, &given.arrival());
        let rust = rust.map(|told| written(&told)).map_err(|error| of_decision(&error));
        vec![(driver.call("explain", &given.fields(None)), rust)]
    });
}

#[test]
fn history_vectors() {
    run("history", |driver, case| {
        let input: HistoryInput = form(&case.input).expect("an input");
        let mut stored: Option<Record> = None;
        let mut answers = Vec::new();
        for delivery in &input.deliveries {
            let (signature, given) = arrived(&input.policy, delivery);
            let mut fields = given.fields(signature.as_deref());
            fields.push(stored.as_ref().map(|record| record.to_json().into_bytes()));
            let transition = folded(&given, signature.as_deref(), stored.as_ref());
            let shown = |made: &Transition| format!("{}\n{}", written(made), made.record.to_json());
            let rust = transition.as_ref().map(shown).map_err(of_input);
            answers.push((driver.call("history", &fields), rust));
            match transition {
                Ok(transition) => stored = Some(transition.record),
                Err(_) => break,
            }
        }
        answers
    });
}

fn arrived(policy: &Value, delivery: &DeliveryForm) -> (Option<String>, Given) {
    let body = bytes(delivery.payload.as_ref(), delivery.body.as_deref(), None).expect("a body");
    let (named, policy) = named(policy);
    let given = Given { policy, named, body, event: delivery.event.clone(), today: None };
    (delivery.verified.then(|| given.signed()), given)
}

fn folded(
    given: &Given,
    signature: Option<&str>,
    stored: Option<&Record>,
) -> Result<Transition, InputError> {
    let (body, arrival) = (&given.body, given.arrival());
    let decision = match signature {
        Some(signature) => given.policy.receive(body, Some(signature.as_bytes()), &[KEY], &arrival),
        None => given.policy.evaluate(body, &arrival),
    };
    reconcile(stored, &decision.expect("a delivery that can be used"))
}

#[test]
fn every_code_has_a_meaning_in_c() {
    let rows = |rows: Vec<(&str, &str)>| -> String {
        rows.iter().map(|(name, says)| format!("\n{name}\t{says}")).collect()
    };
    let known = [
        Some(rows(Rule::ALL.iter().map(|rule| (rule.as_str(), rule.text())).collect())),
        None,
        None,
        Some(rows(PolicyCode::ALL.iter().map(|code| (code.as_str(), code.meaning())).collect())),
        Some(rows(Reason::ALL.iter().map(|why| (why.as_str(), why.happened())).collect())),
        Some(rows(Reason::ALL.iter().map(|why| (why.as_str(), why.remedy())).collect())),
    ];
    let names = [
        (1, SignatureCode::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>()),
        (2, WebhookError::CODES.to_vec()),
    ];
    let Some(mut driver) = Driver::start() else { return };
    let mut list = |number: usize| driver.call("codes", &[text(&number.to_string())]);
    for (number, rows) in known.into_iter().enumerate().filter_map(|(at, rows)| Some((at, rows?))) {
        assert_eq!(list(number), Ok(rows));
    }
    for (number, names) in names {
        let listed = list(number).expect("a list");
        let rows = listed.lines().skip(1).map(|row| row.split_once('\t').expect("a row"));
        assert!(rows.clone().all(|(_, says)| says.ends_with('.')), "{listed}");
        assert_eq!(rows.map(|(name, _)| name).collect::<Vec<_>>(), names);
    }
    driver.stop();
}

#[test]
fn the_schema_of_policies_is_that_of_core() {
    let Some(mut driver) = Driver::start() else { return };
    assert_eq!(driver.call("schema", &[]), Ok(json_schema()));
    driver.stop();
}
