//! Nothing personal gets out: text of a body, over letters that no output of ours uses, never shows
//! up, not even in part, in any form, message or `Debug` of any result, in Rust or in C.
//!
//! What a caller asks for on purpose is outside: a delivery as JSON, the ids of a decision or of a
//! token, the record key `scan_ref`.

#[path = "support/any_body.rs"]
mod any_body;
#[path = "c/compiler.rs"]
mod compiler;
#[path = "c/driver.rs"]
mod driver;

use std::fmt::Debug;
use std::sync::LazyLock;

use idenfy_rules::policy::{Arrival, Policy, testing};
use idenfy_rules::response::{Context, Response, classify};
use idenfy_rules::token::{MEMBERS, Profile, TokenRequest, validate};
use idenfy_rules::webhook::{SigningKey, diagnose, parse};
use idenfy_rules::{lint, reconcile, verify};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::Serialize;
use serde_json::{Value, json};

use any_body::{UNKNOWN, bodies};
use driver::{Driver, Field, maybe, text as field};

static DOCUMENTED: LazyLock<Policy> = LazyLock::new(Policy::documented);
static STRICT: LazyLock<Policy> = LazyLock::new(Policy::strict);

/// Letters that no word and no sentence of ours has; a JSON form could show them escaped.
const LETTERS: &str = "[ąčęėšųžЖяß山☃]{1,12}";

/// Whether nothing of such a text is there, as itself or escaped.
fn is_clean(shown: &str) -> bool {
    shown.is_ascii() && !shown.contains("\\u")
}

/// Everything that a result says by itself.
fn shown(result: &(impl Serialize + Debug)) -> String {
    let form = serde_json::to_string(result).expect("our forms serialise");
    format!("{form} {result:?} {result:#?}")
}

fn told(error: &impl std::error::Error) -> String {
    format!("{error} {error:?}")
}

/// Every member of a body that is, or could wrongly be, text about a person.
const PERSONAL: &[&str] = &[
    "/data/docFirstName",
    "/data/docLastName",
    "/data/docNumber",
    "/data/docDob",
    "/data/docExpiry",
    "/data/address",
    "/data/docType",
    "/data/docNationality",
    "/data/ageEstimate",
    "/data/clientIpProxyRiskLevel",
    "/fileUrls",
    "/clientIp",
    "/clientIpCountry",
    "/clientId",
    "/externalRef",
    "/companyId",
    "/platform",
    "/final",
    "/amlCheck",
    "/AML",
    "/LID",
    "/status/overall",
    "/status/autoDocument",
    "/status/manualDocument",
    "/status/manualFace",
    "/status/fraudTags",
    "/status/mismatchTags",
    "/status/denyReasons",
    "/status/additionalSteps",
    "/status/pepsStatus",
];

fn put(body: &mut Value, member: &str, value: Value) {
    let (outer, key) = member.rsplit_once('/').expect("a pointer");
    let place = if outer.is_empty() { Some(body) } else { body.pointer_mut(outer) };
    if let Some(Value::Object(members)) = place {
        members.insert(key.to_owned(), value);
    }
}

/// A body with such a text in a few places, perhaps cut short.
fn marked() -> impl Strategy<Value = (Vec<u8>, String)> {
    let places = prop::collection::vec((select(PERSONAL), any::<bool>()), 1..6);
    let cut = prop::option::weighted(0.3, any::<Index>());
    (bodies(), LETTERS, places, cut).prop_map(|(mut body, text, places, cut)| {
        for (member, in_list) in places {
            put(
                &mut body,
                member,
                if in_list { json!([text, {"name": text}]) } else { json!(text) },
            );
        }
        // Known to nobody, so that it is told as unknown.
        if body["status"]["additionalSteps"] == json!(null) {
            put(&mut body, "/status/additionalSteps", json!(UNKNOWN));
        }
        let mut bytes = body.to_string().into_bytes();
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        (bytes, text)
    })
}

/// What a policy and a record say of a body.
fn decided(policy: &Policy, body: &[u8], arrival: &Arrival<'_>) -> Vec<String> {
    let decision = match policy.evaluate(body, arrival) {
        Ok(decision) => decision,
        Err(error) => return vec![told(&error)],
    };
    let mut all = vec![shown(&decision)];
    all.push(policy.explain(body, arrival).map_or_else(|error| told(&error), |made| shown(&made)));
    match reconcile(None, &decision) {
        Ok(transition) => all.extend([shown(&transition), transition.record.to_json()]),
        Err(error) => all.push(told(&error)),
    }
    all
}

proptest! {
    #[test]
    fn no_decision_shows_a_body((body, text) in marked(), in_event in any::<bool>()) {
        let event = in_event.then_some(text.as_str());
        let arrival = Arrival { event_type: event, ..Arrival::default() };
        for policy in [&*DOCUMENTED, &*STRICT] {
            for shown in decided(policy, &body, &arrival) {
                prop_assert!(is_clean(&shown), "{}", shown);
            }
        }
        let read = parse(&body, event, &arrival.limits);
        let shown = read.map_or_else(|error| told(&error), |read| format!("{read:?} {read:#?}"));
        prop_assert!(is_clean(&shown), "{}", shown);
    }

    #[test]
    fn no_report_shows_a_request(
        text in LETTERS, members in prop::collection::vec((select(MEMBERS), any::<bool>()), 1..8),
    ) {
        let mut request = json!({"clientId": "c-1"});
        for (member, in_list) in members {
            let key = member.name.split('/').next().unwrap_or_default();
            request[key] = if in_list { json!([text, {"type": text}]) } else { json!(text) };
        }
        let report = validate(request.to_string().as_bytes(), &Profile::default().lints(true));
        let shown = format!("{} {}", shown(&report), report.into_result().map_or_else(|error| told(&error), |_| String::new()));
        prop_assert!(is_clean(&shown), "{}", shown);
        if let Ok(request) = serde_json::from_value::<TokenRequest>(json!({"clientId": text, "firstName": text})) {
            let shown = format!("{request:?}");
            prop_assert!(is_clean(&shown), "{}", shown);
        }
    }

    #[test]
    fn no_classification_shows_an_answer(
        text in LETTERS, status in select(vec![200_u16, 201, 400, 401, 404, 409, 429, 500, 503]),
        member in select(vec!["message", "identifier", "code", "authToken", "clientId", "errors"]),
        names_header in any::<bool>(),
    ) {
        let mut answer = json!({"message": "Token has not expired yet.", "scanRef": "s", "authToken": "t"});
        answer[member] = json!(text);
        let (body, name) = (answer.to_string(), if names_header { "Retry-After" } else { "Content-Type" });
        let (headers, mut context) = ([(name, text.as_str())], Context::new(1).expect("one"));
        context.client_id = Some(&text);
        let response = Response::new(status, &headers, body.as_bytes());
        let found = classify(&response, &context);
        let shown = format!("{} {response:?} {context:?}", shown(&found));
        prop_assert!(is_clean(&shown), "{}", shown);
    }

    #[test]
    fn no_message_shows_a_key_or_a_signature(text in LETTERS, header in prop::option::of(LETTERS)) {
        let header = header.as_deref().map(str::as_bytes);
        let error = verify(b"{}", header, &[&text]).expect_err("not a signature");
        let key = SigningKey::new(text.as_str()).expect("a key");
        let shown = format!("{} {} {key:?}", told(&error), shown(&diagnose(b"{}", header, &[&text])));
        prop_assert!(is_clean(&shown), "{}", shown);
        for report in [
            lint::lint_credentials(&text, &text),
            lint::lint_webhook_url(&format!("https://{text}.example/{text}"), None),
            lint::lint_iframe(&format!("<iframe src='https://{text}/' allow='{text}' title='{text}'>"), Some(&text), Some(&text)),
        ] {
            let form = self::shown(&report);
            prop_assert!(is_clean(&form), "{}", form);
        }
    }

    #[test]
    fn no_run_of_tests_shows_a_webhook((body, _) in marked()) {
        let body = serde_json::from_slice::<Value>(&body).unwrap_or_default();
        let file = json!({"format": 1, "policy": "strict", "cases":
            [{"name": "of nobody", "webhook": body, "expect": {"outcome": "wait"}}]});
        match testing::run(&STRICT, file.to_string().as_bytes()) {
            Ok(run) => {
                let shown = format!("{} {run}", shown(&run));
                prop_assert!(is_clean(&shown), "{}", shown);
            }
            Err(error) => prop_assert!(is_clean(&told(&error)), "{}", error),
        }
    }
}

/// C shows what Rust shows; its error texts are its own.
#[test]
fn no_text_of_c_shows_a_body() {
    let Some(mut driver) = Driver::start() else { return };
    let (mut runner, strategy) = (TestRunner::deterministic(), marked());
    for _ in 0..200 {
        let (body, text) = strategy.new_tree(&mut runner).expect("a tree").current();
        let zero = || field("0");
        let webhook = |policy: &str, event: &str| -> Vec<Field> {
            vec![field(policy), Some(body.clone()), field(event), zero(), zero(), zero()]
        };
        let calls: [(&str, Vec<Field>); 8] = [
            ("explain", webhook("strict", &text)),
            ("explain", webhook("strict", "")),
            ("history", webhook("strict", "")),
            ("token", vec![Some(body.clone()), field("{}")]),
            ("policy", vec![Some(body.clone()), None]),
            ("signature", vec![Some(body.clone()), maybe(Some(&text)), field(&text)]),
            ("diagnosis", vec![Some(body.clone()), maybe(None), field(&text)]),
            (
                "response",
                vec![field(r#"{"attempt":1}"#), field("400"), field("0"), Some(body.clone())],
            ),
        ];
        for (name, fields) in calls {
            let shown = driver.call(name, &fields).unwrap_or_else(|error| error);
            assert!(is_clean(&shown), "{name}: {shown}");
        }
    }
    driver.stop();
}
