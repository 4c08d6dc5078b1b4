//! After a few of them, deciding about a webhook and validating a token request allocate nothing:
//! counted, not guessed.

#[path = "support/draw.rs"]
mod draw;
#[path = "support/every_test.rs"]
mod every_test;
#[path = "support/stream.rs"]
mod stream;
#[path = "support/vendor_body.rs"]
mod vendor_body;

use idenfy_rules::policy::{Arrival, Decision, Policy, Scratch};
use idenfy_rules::token::{Environment, Feature, JsonType, MEMBERS, Profile, Status, validate};
use idenfy_rules::{Date, SigningKey, sign};
use serde_json::{Map, Value, json};

use draw::Draw;
use every_test::every_test;
use vendor_body::vendor_body;

/// How often memory was asked for, by this thread.
fn allocations(call: impl FnOnce()) -> u64 {
    allocation_counter::measure(call).count_total
}

const WARM_UP: usize = 3000;

fn bodies() -> Vec<String> {
    let mut draw = Draw::new(3);
    (0..1000).map(|_| vendor_body(&mut draw)).collect()
}

fn policies() -> Vec<Policy> {
    let every_test = every_test().to_string();
    let every_test = Policy::from_json(every_test.as_bytes(), None).expect("a policy");
    vec![Policy::documented(), Policy::strict(), every_test]
}

#[test]
fn deciding_into_the_same_decision_allocates_nothing() {
    let arrival = Arrival {
        event_type: Some("IDENTIFICATION_MANUAL_FINISHED"),
        today: Date::read("2026-11-20").ok(),
        ..Arrival::default()
    };
    let bodies = bodies();
    for policy in policies() {
        let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
        let mut evaluate = |body: &String| {
            policy
                .evaluate_into(body.as_bytes(), &arrival, &mut scratch, &mut decision)
                .expect("a usable body");
        };
        // A buffer may meet a longer list than any that it has held, until each has held the longest.
        let first = bodies.iter().cycle().take(WARM_UP);
        assert!(allocations(|| first.for_each(&mut evaluate)) > 0, "the counter counts");
        let counted = allocations(|| bodies.iter().for_each(&mut evaluate));
        println!("{}: {counted} allocations in {} decisions", policy.name(), bodies.len());
        assert_eq!(counted, 0, "{}", policy.name());
    }
}

#[test]
fn receiving_into_the_same_decision_allocates_nothing() {
    let keys = ["old key", "new key"].map(|key| SigningKey::new(key).expect("a key"));
    let policy = Policy::strict();
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    let signed = bodies().into_iter().map(|body| {
        let header = sign(body.as_bytes(), b"new key").expect("a key");
        (body, header)
    });
    let signed: Vec<(String, String)> = signed.collect();
    let mut receive = |(body, header): &(String, String)| {
        let (body, header) = (body.as_bytes(), Some(header.as_bytes()));
        let arrival = Arrival::default();
        policy
            .receive_into(body, header, &keys, &arrival, &mut scratch, &mut decision)
            .expect("a genuine body");
        assert!(decision.verified && decision.body_sha256.is_some());
    };
    signed.iter().cycle().take(WARM_UP).for_each(&mut receive);
    assert_eq!(allocations(|| signed.iter().for_each(&mut receive)), 0);
}

/// A decision of one's own takes a few texts and lists, and nothing that grows with the body.
#[test]
fn a_decision_of_its_own_takes_a_handful() {
    let policy = Policy::strict();
    for body in bodies() {
        let arrival = Arrival { digest: false, ..Arrival::default() };
        let decide = || drop(policy.evaluate(body.as_bytes(), &arrival).expect("a usable body"));
        decide();
        assert!(allocations(decide) <= 32);
    }
}

#[test]
fn a_stream_takes_the_same_memory_however_long_it_is() {
    let lines: String = bodies().into_iter().map(|body| body + "\n").collect();
    let policy = Policy::strict();
    let stream = |times| stream::peak(|| stream::decided(&policy, lines.as_bytes(), times));
    // Tables are made at the first use, and a buffer grows from what the block before it left over,
    // which is something else in each of the first rounds.
    stream(1);
    let [(_, short), (count, long)] = [stream(8), stream(32)];
    assert_eq!(count, 32_000);
    assert!(lines.len() > 1_000_000, "more than one block");
    assert!(long <= short + 64 * 1024, "{long} bytes, and {short} for a quarter");
    assert!(long < 4 * 1024 * 1024, "{long} bytes");
}

const UUID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

/// A good value of a member.
fn good(name: &str, json_type: JsonType) -> Value {
    match (name, json_type) {
        ("additionalSteps", _) => json!({
            "ALL": { "ALL": { "UTILITY_BILL": { "type": "EXTRACT", "fields": ["address"] } } },
        }),
        ("additionalData", _) => json!({ "UTILITY_BILL": { "address": "Gedimino 1" } }),
        ("documents", _) => json!(["PASSPORT", "ID_CARD", "DRIVER_LICENSE", "RESIDENCE_PERMIT"]),
        ("registryCentersCountries", _) => json!(["GB", "LT"]),
        ("nationality" | "country" | "locale", _) => json!("LT"),
        ("sex", _) => json!("F"),
        ("dateOfBirth", _) => json!("1990-05-15"),
        ("dateOfIssue", _) => json!("2020-02-29"),
        ("dateOfExpiry", _) => json!("2033-05-17"),
        ("riskAssessmentProfile" | "theme", _) => json!(UUID),
        ("tokenType", _) => json!("IDENTIFICATION"),
        ("dummyStatus", _) => json!("APPROVED"),
        ("ageMax", _) => json!(99),
        ("ageLimit", _) => json!(18),
        (_, JsonType::Integer) => json!(600),
        (_, JsonType::Number) => json!(0.5),
        (_, JsonType::Boolean) => json!(name != "nfcOptional"),
        (url, _) if url.ends_with("Url") => json!("https://shop.example/passed?session=7f3a#top"),
        _ => json!("\u{17d}ydr\u{117}"),
    }
}

/// A request with every member that may be sent beside the others without a word.
fn every_member() -> Value {
    let apart = ["clientId", "address", "utilityBill"];
    let current = MEMBERS
        .iter()
        .filter(|row| matches!(row.status, Status::Current | Status::PageOnly | Status::DevOnly))
        .filter(|row| !apart.contains(&row.name));
    let mut members: Map<String, Value> =
        current.map(|row| (row.name.to_owned(), good(row.name, row.json_type))).collect();
    members.insert("clientId".to_owned(), json!("customer-4f1c9a3e-0001"));
    members.into()
}

#[test]
fn validating_a_good_request_allocates_nothing() {
    let every_member = every_member();
    assert!(every_member.as_object().expect("an object").len() > 60);
    let bodies = [
        include_str!("../core/examples/demo/token/good.json").to_owned(),
        every_member.to_string(),
        format!("{every_member:#}"),
    ];
    let profile = Profile::default()
        .environment(Environment::Dev)
        .enabled_features(Feature::ALL.iter().copied())
        .today(Date::read("2026-11-20").expect("a day"))
        .mobile_code_max_expiry(3600)
        .questionnaires(["\u{17d}ydr\u{117}"])
        .risk_profiles([UUID])
        .themes([UUID]);
    for body in bodies {
        let validate = || {
            let report = validate(body.as_bytes(), &profile);
            assert!(report.is_empty(), "{report}");
        };
        validate();
        assert_eq!(allocations(validate), 0, "{body}");
    }
}
