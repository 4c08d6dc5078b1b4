//! Runs every vector of `tests/vectors/` through the C library: a C program built by the system
//! compiler makes the calls, and its answers are compared, byte for byte, with those of the Rust
//! library, which `tests/conformance.rs` holds against the vectors. Where the accessors of the
//! header say all that a JSON form says, the program writes the form from them, too.

#[path = "support/analysis.rs"]
mod analysis;
#[path = "c/answers.rs"]
mod answers;
#[path = "c/compiler.rs"]
mod compiler;
#[path = "c/driver.rs"]
mod driver;
#[path = "support/files.rs"]
mod files;
#[expect(dead_code, reason = "expectations are read by tests/conformance.rs")]
#[path = "support/forms.rs"]
mod forms;
#[path = "c/given.rs"]
mod given;
#[expect(dead_code, reason = "expectations are read by tests/conformance.rs")]
#[path = "support/lint.rs"]
mod integration;

use analysis::{Asked, Fault};
use answers::{
    of_decision, of_delivery, of_input, of_made, of_policy, of_report, of_run, of_signature,
    of_test_file, of_verdict, of_webhook, written,
};
use driver::{Driver, Field, Outcome, maybe, text};
use files::Vector;
use forms::{HistoryInput, PolicyInput, ResponseInput, SignatureInput, TestFileInput, bytes, form};
use given::{Given, KEY, arrived, day, example, given, named};
use idenfy_rules::history::{Record, Transition, reconcile};
use idenfy_rules::lint::Host;
use idenfy_rules::policy::analysis::LintCode;
use idenfy_rules::policy::testing::TestFileCode;
use idenfy_rules::policy::{
    Arrival, Decision, DecisionError, Policy, PolicyCode, json_schema, testing,
};
use idenfy_rules::response::{
    Context, Jitter, Operation, Reason, Response, TransportKind, classify, classify_transport,
};
use idenfy_rules::token::{Profile, Rule, validate};
use idenfy_rules::webhook::{SignatureCode, WebhookCode};
use idenfy_rules::{InputError, Limits, lint, webhook};
use serde_json::{Value, json};

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
fn lint_vectors() {
    run("lint", |driver, case| {
        let input = &case.input;
        let which = input["lint"].as_str().expect("a lint");
        let given: &[&str] = match which {
            "webhook_url" => &["url", "certificate"],
            "iframe" => &["html", "page_url", "permissions_policy"],
            "credentials" => &["key", "secret"],
            "receiver" => &["receiver"],
            _ => &["checklist"],
        };
        let field = |name: &&str| match input.get(name) {
            Some(Value::String(given)) => text(given),
            Some(Value::Null) | None => None,
            Some(object) => text(&object.to_string()),
        };
        let fields: Vec<Field> = [text(which)].into_iter().chain(given.iter().map(field)).collect();
        let rust = integration::report(case).expect("an input");
        vec![(driver.call("lint", &fields), Ok(of_report(&rust)))]
    });
}

#[test]
fn analysis_vectors() {
    run("analysis", |driver, case| {
        let asked = Asked::read(case, |policy| Ok(named(policy).1)).expect("an input");
        let input = &asked.input;
        let number = |number: Option<u64>| text(&number.unwrap_or_default().to_string());
        let regions = input.regions.map(|regions| u64::try_from(regions).expect("a number"));
        let other = input.other.as_ref().map(|other| named(other).0);
        let mut fields = vec![text(&input.ask), text(&named(&input.policy).0)];
        fields.extend([maybe(input.text().as_deref()), number(input.steps), number(regions)]);
        fields.extend(day(asked.today));
        fields.push(maybe(other.as_deref()));
        let rust = asked.answer().map_err(|fault| match fault {
            Fault::Policy(error) => of_policy(&error),
            Fault::Input(error) => of_input(&error),
        });
        vec![(driver.call("analysed", &fields), rust)]
    });
}

#[test]
fn test_file_vectors() {
    run("test-file", |driver, case| {
        let input: TestFileInput = form(&case.input).expect("an input");
        let file = bytes(input.file.as_ref(), input.text.as_deref(), None).expect("a file");
        let (named, policy) = named(&input.policy);
        let rust = testing::run(&policy, &file);
        let rust = rust.as_ref().map(of_run).map_err(of_test_file);
        vec![(driver.call("tested", &[text(&named), Some(file)]), rust)]
    });
}

#[test]
fn what_goes_out_is_that_of_core() {
    let Some(mut driver) = Driver::start() else { return };
    for (key, secret) in [("key", "secret"), ("a:b", "secret"), ("", ""), ("key", "key\n")] {
        let rust = lint::basic_auth(key, secret).map_err(|error| of_input(&error));
        assert_eq!(driver.call("outgoing", &[text("basic_auth"), text(key), text(secret)]), rust);
    }
    for (number, host) in (1..).zip(Host::ALL) {
        for token in ["3FA5TFPA", "a b", "", "\"><&#"] {
            let fields = |which| [text(which), text(token), text(&number.to_string())];
            let rust = lint::redirect_url(token, *host).map_err(|error| of_input(&error));
            assert_eq!(driver.call("outgoing", &fields("redirect_url")), rust);
            let rust = lint::iframe_tag(token, *host).map_err(|error| of_input(&error));
            assert_eq!(driver.call("outgoing", &fields("iframe_tag")), rust);
        }
    }
    driver.stop();
}

#[test]
fn policies_are_shown_as_core_shows_them() {
    let Some(mut driver) = Driver::start() else { return };
    for name in ["documented", "strict", "age-bar"] {
        let (named, policy, file) = example(name);
        let run = testing::run(&policy, &file).expect("a run");
        let mut shown = |form, tests| driver.call("shown", &[text(&named), text(form), tests]);
        assert_eq!(shown("markdown", None), Ok(policy.to_markdown()));
        assert_eq!(shown("mermaid", None), Ok(policy.to_mermaid()));
        assert_eq!(shown("html", None), Ok(policy.to_html(None)));
        assert_eq!(shown("html", Some(file)), Ok(policy.to_html(Some(&run))));
    }
    driver.stop();
}

#[test]
fn policies_are_tested_as_in_core() {
    let Some(mut driver) = Driver::start() else { return };
    for name in ["documented", "strict", "age-bar"] {
        let (named, policy, file) = example(name);
        let wrong = String::from_utf8(file.clone()).expect("a text").replace("reject", "retry");
        let misspelt = wrong.replace("\"facts\"", "\"fact\"");
        let files = [file, wrong.into_bytes(), misspelt.into_bytes(), b"{".to_vec()];
        let ends = files.map(|file| {
            let rust = testing::run(&policy, &file);
            let end = rust.as_ref().map(|run| run.passed).map_err(|error| error.code());
            let rust = rust.as_ref().map(of_run).map_err(of_test_file);
            assert_eq!(driver.call("tested", &[text(&named), Some(file)]), rust);
            end
        });
        assert_eq!(
            ends,
            [Ok(true), Ok(false), Err("policy.unknown_key"), Err("policy.not_json")],
            "{name}"
        );
    }
    driver.stop();
}

/// A list of names with what each says, as the program writes it.
fn rows<W: Copy>(all: &[W], name: fn(W) -> &'static str, says: fn(W) -> &'static str) -> String {
    all.iter().map(|word| format!("\n{}\t{}", name(*word), says(*word))).collect()
}

#[test]
fn every_code_has_a_meaning_in_c() {
    let lists = [
        rows(Rule::ALL, Rule::as_str, Rule::text),
        rows(lint::Rule::ALL, lint::Rule::as_str, lint::Rule::text),
        rows(SignatureCode::ALL, SignatureCode::as_str, SignatureCode::meaning),
        rows(WebhookCode::ALL, WebhookCode::as_str, WebhookCode::meaning),
        rows(PolicyCode::ALL, PolicyCode::as_str, PolicyCode::meaning),
        rows(TestFileCode::ALL, TestFileCode::as_str, TestFileCode::meaning),
        rows(LintCode::ALL, LintCode::as_str, LintCode::meaning),
        rows(Reason::ALL, Reason::as_str, Reason::happened),
        rows(Reason::ALL, Reason::as_str, Reason::remedy),
    ];
    let Some(mut driver) = Driver::start() else { return };
    for (number, rows) in lists.into_iter().enumerate() {
        assert_eq!(driver.call("codes", &[text(&number.to_string())]), Ok(rows));
    }
    driver.stop();
}

#[test]
fn the_schema_of_policies_is_that_of_core() {
    let Some(mut driver) = Driver::start() else { return };
    assert_eq!(driver.call("schema", &[]), Ok(json_schema()));
    driver.stop();
}
