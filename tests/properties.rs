//! What holds for every webhook, every policy and every request: order means nothing, knowing less
//! never helps anybody in, an accept has every reason, nothing panics. That nothing personal gets out
//! is in `tests/masking.rs`.

#[path = "support/any_body.rs"]
mod any_body;
#[path = "support/any_policy.rs"]
mod any_policy;

use std::sync::LazyLock;

use idenfy_rules::policy::{Arrival, Decision, Lifecycle, Outcome, Policy};
use idenfy_rules::token::{MEMBERS, Profile, validate};
use idenfy_rules::vocab::Event;
use idenfy_rules::webhook::parse;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use any_body::{UNKNOWN, bodies};
use any_policy::{further_rule, policies};

static DOCUMENTED: LazyLock<Policy> = LazyLock::new(Policy::documented);
static STRICT: LazyLock<Policy> = LazyLock::new(Policy::strict);

fn load(document: &Value) -> Policy {
    Policy::from_json(document.to_string().as_bytes(), None)
        .unwrap_or_else(|error| panic!("{error} at {} in {document}", error.pointer()))
}

fn decide(policy: &Policy, body: &Value) -> Decision {
    let body = body.to_string();
    policy.evaluate(body.as_bytes(), &Arrival::default()).expect("the body is usable")
}

fn accepts(policy: &Policy, body: &Value) -> bool {
    decide(policy, body).outcome == Outcome::Accept
}

// ---- order ---------------------------------------------------------------------------------

fn shuffled() -> impl Strategy<Value = (Value, Value)> {
    const BUILT_IN: [&str; 2] = [
        include_str!("../core/src/policy/builtin/documented.json"),
        include_str!("../core/src/policy/builtin/strict.json"),
    ];
    let built_in = select(BUILT_IN.to_vec())
        .prop_map(|text| serde_json::from_str::<Value>(text).expect("a document"));
    prop_oneof![built_in, policies(true)].prop_flat_map(|document| {
        let rules = document["rules"].as_array().cloned().expect("rules");
        (Just(document), Just(rules).prop_shuffle()).prop_map(|(document, rules)| {
            let mut other = document.clone();
            other["rules"] = Value::Array(rules);
            (document, other)
        })
    })
}

proptest! {
    /// The order of rules never matters: not for the decision, not for the fingerprint.
    #[test]
    fn the_order_of_rules_means_nothing(pair in shuffled(), body in bodies()) {
        let (one, other) = (load(&pair.0), load(&pair.1));
        prop_assert_eq!(decide(&one, &body), decide(&other, &body));
    }
}

// ---- knowing less --------------------------------------------------------------------------

/// Members that make facts of the undecided kind missing when they are not there. A check is
/// missing only without both of its members: removing the manual one alone would uncover what
/// automation said, which is another fact and not an absent one.
const HIDING: &[&[&str]] = &[
    &["/status/autoDocument", "/status/manualDocument"],
    &["/status/autoFace", "/status/manualFace"],
    &["/data/docType"],
    &["/data/docNationality"],
    &["/data/docIssuingCountry"],
    &["/data/selectedCountry"],
    &["/data/manuallyDataChanged"],
    &["/clientIpCountry"],
    &["/platform"],
    &["/clientId"],
    &["/externalRef"],
    &["/companyId"],
    &["/riskAssessment"],
];

/// Members that hold one word of a vocabulary.
const WORDS: &[&str] = &[
    "/status/overall",
    "/status/autoDocument",
    "/status/manualDocument",
    "/status/autoFace",
    "/status/manualFace",
    "/status/additionalSteps",
    "/status/pepsStatus",
    "/status/amlResultClass",
    "/amlCheck/overallStatus",
    "/data/docType",
    "/data/docNationality",
    "/data/docIssuingCountry",
    "/data/selectedCountry",
    "/data/clientIpProxyRiskLevel",
    "/clientIpCountry",
    "/platform",
];

const AGE: &str = "/data/ageEstimate";

const TAG_LISTS: &[&str] =
    &["/status/fraudTags", "/status/mismatchTags", "/status/suspicionReasons"];

#[derive(Debug, Clone)]
enum Loss {
    /// Facts go missing.
    Hide(&'static [&'static str]),
    /// A word turns into one that no vocabulary has.
    Blur(&'static str),
    /// So does a tag, wherever it stands.
    BlurTag(Index),
}

fn losses() -> impl Strategy<Value = Loss> {
    prop_oneof![
        select(&HIDING[..2]).prop_map(Loss::Hide),
        select(&WORDS[..5]).prop_map(Loss::Blur),
        any::<Index>().prop_map(Loss::BlurTag),
        select(HIDING).prop_map(Loss::Hide),
        select(WORDS).prop_map(Loss::Blur),
    ]
}

/// The same body, knowing less. A body that does not have the member stays as it is.
fn lose(body: &Value, loss: &Loss) -> Value {
    let mut less = body.clone();
    match loss {
        Loss::Hide(members) => members.iter().for_each(|member| remove(&mut less, member)),
        Loss::Blur(member) => {
            if let Some(word) = less.pointer_mut(member) {
                *word = json!(UNKNOWN);
            }
        }
        Loss::BlurTag(index) => blur_tag(&mut less, index),
    }
    less
}

fn remove(body: &mut Value, member: &str) {
    let (outer, key) = member.rsplit_once('/').expect("a pointer");
    if let Some(Value::Object(members)) = body.pointer_mut(outer) {
        members.remove(key);
    }
}

fn blur_tag(body: &mut Value, index: &Index) {
    let lists = TAG_LISTS.iter().filter_map(|list| body.pointer(list)?.as_array());
    let tags: Vec<Value> = lists.flatten().cloned().collect();
    if tags.is_empty() {
        return;
    }
    let lost = &tags[index.index(tags.len())];
    for list in TAG_LISTS {
        for tag in body.pointer_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            if tag == lost {
                *tag = json!(UNKNOWN);
            }
        }
    }
}

/// Whether neither check has an effective value: the case that `strict` asks `null` for.
fn without_details(body: &Value) -> bool {
    HIDING[..2].iter().copied().flatten().all(|member| body.pointer(member).is_none())
}

proptest! {
    /// The promise holds for `documented` without exception.
    #[test]
    fn knowing_less_never_helps_under_documented(body in bodies(), loss in losses()) {
        let less = lose(&body, &loss);
        prop_assert!(!accepts(&DOCUMENTED, &less) || accepts(&DOCUMENTED, &body), "{}", less);
        let less = lose(&body, &Loss::Blur(AGE));
        prop_assert!(!accepts(&DOCUMENTED, &less) || accepts(&DOCUMENTED, &body), "{}", less);
    }

    /// `strict` names two exceptions in its own text. Its rule `approved-without-details` asks
    /// `null`: an approval that lost the results of both checks looks like the smallest body of
    /// the vendor's pages. And `looks-like-a-child` says `skip`, so an estimate of the age that
    /// no vocabulary has (`AGE`, not among `WORDS`) holds nobody back.
    #[test]
    fn knowing_less_never_helps_under_strict(body in bodies(), loss in losses()) {
        let less = lose(&body, &loss);
        // Not an assumption: at high counts too many of those would end the run.
        let excepted = without_details(&less) && !without_details(&body);
        prop_assert!(excepted || !accepts(&STRICT, &less) || accepts(&STRICT, &body), "{}", less);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// By construction the promise holds for every policy that does not use the excepted parts
    /// of the language.
    #[test]
    fn knowing_less_never_helps_by_construction(
        document in policies(false), body in bodies(), first in losses(), second in losses(),
    ) {
        let policy = load(&document);
        let less = lose(&body, &first);
        prop_assert!(!accepts(&policy, &less) || accepts(&policy, &body), "{} {}", document, less);
        let least = lose(&less, &second);
        prop_assert!(!accepts(&policy, &least) || accepts(&policy, &body), "{} {}", document, least);
    }
}

proptest! {
    /// Adding a rule that does not accept never lets anyone in.
    #[test]
    fn a_further_rule_never_lets_anyone_in(
        document in policies(true), rule in further_rule(), body in bodies(),
    ) {
        let mut longer = document.clone();
        longer["rules"].as_array_mut().expect("rules").push(rule.clone());
        prop_assert!(!accepts(&load(&longer), &body) || accepts(&load(&document), &body));
        for base in [&*DOCUMENTED, &*STRICT] {
            let child = json!({"format": 1, "name": "child", "extends": base.name(), "rules": [rule]});
            prop_assert!(!accepts(&load(&child), &body) || accepts(base, &body));
        }
    }
}

// ---- the event header ----------------------------------------------------------------------

fn events() -> impl Strategy<Value = String> {
    let known: Vec<String> = Event::ALL.iter().map(|event| event.as_str().to_owned()).collect();
    let verdicts = known[..4].to_vec();
    prop_oneof![select(verdicts), select(known), "[A-Z_ ]{0,12}", any::<String>()]
}

/// Bodies with any mark at all in the place of `final`.
fn marked_bodies() -> impl Strategy<Value = Value> {
    let marks = vec![json!(true), json!(true), json!(false), json!(null), json!("true"), json!(1)];
    (bodies(), select(marks)).prop_map(|(mut body, mark)| {
        body["final"] = mark;
        body
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// The header is not signed: it may make a decision stricter, never milder. (Generated
    /// policies do not ask `event` and evaluate no state, the two documented exceptions.)
    #[test]
    fn an_event_never_turns_a_refusal_into_an_accept(
        event in events(), document in policies(true), body in marked_bodies(),
    ) {
        let text = body.to_string();
        let arrival = Arrival { event_type: Some(&event), ..Arrival::default() };
        for policy in [&*DOCUMENTED, &*STRICT, &load(&document)] {
            let with = policy.evaluate(text.as_bytes(), &arrival).expect("the body is usable");
            let accepted = with.outcome == Outcome::Accept;
            prop_assert!(!accepted || accepts(policy, &body), "{} {}", event, text);
        }
    }
}

// ---- any bytes -----------------------------------------------------------------------------

/// A body with some of its bytes changed, removed or inserted.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let change =
        (any::<Index>(), 0..3_u8, prop_oneof![select(br#"{}[]",:\0"#.to_vec()), any::<u8>()]);
    (bodies(), prop::collection::vec(change, 0..6)).prop_map(|(body, changes)| {
        let mut bytes = body.to_string().into_bytes();
        for (place, kind, byte) in changes {
            let place = place.index(bytes.len());
            match kind {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => _ = bytes.remove(place),
            }
        }
        bytes
    })
}

proptest! {
    /// Every body has a decision or a typed error, and the same one each time.
    #[test]
    fn every_body_has_one_answer(
        bytes in prop_oneof![any::<Vec<u8>>(), mutated()], event in proptest::option::of(events()),
    ) {
        let arrival = Arrival { event_type: event.as_deref(), ..Arrival::default() };
        let readable = parse(&bytes, event.as_deref(), &arrival.limits).is_ok();
        for policy in [&*DOCUMENTED, &*STRICT] {
            let answer = policy.evaluate(&bytes, &arrival);
            prop_assert_eq!(&answer, &policy.evaluate(&bytes, &arrival));
            prop_assert_eq!(answer.is_ok(), readable);
            match answer {
                Ok(decision) => prop_assert_eq!(decision.http_status, 200),
                Err(error) => {
                    prop_assert!(error.code().starts_with("webhook."));
                    prop_assert_eq!(error.http_status(), 400);
                }
            }
        }
    }

    /// Every document loads or has a typed error.
    #[test]
    fn every_document_loads_or_says_why(
        document in policies(true), place in any::<Index>(), byte in any::<u8>(),
    ) {
        let mut text = document.to_string().into_bytes();
        let place = place.index(text.len());
        text[place] = byte;
        if let Err(error) = Policy::from_json(&text, None) {
            prop_assert!(error.code().as_str().starts_with("policy."));
            prop_assert!(!error.to_string().is_empty());
        }
    }
}

// ---- fail closed, and the same each time ---------------------------------------------------

/// A document as text, the members of every object in the opposite order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let member =
                |(key, value): (&String, &Value)| format!("{}:{}", json!(key), reversed(value));
            let members: Vec<String> = members.iter().rev().map(member).collect();
            format!("{{{}}}", members.join(" , "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(reversed).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

proptest! {
    /// Whoever is accepted has a good verdict that is the last word, by a rule that accepts and
    /// with nothing stronger left open.
    #[test]
    fn an_accept_has_every_reason(document in policies(true), body in marked_bodies()) {
        for policy in [&*DOCUMENTED, &*STRICT, &load(&document)] {
            let decision = decide(policy, &body);
            if decision.outcome != Outcome::Accept {
                continue;
            }
            let overall = body["status"]["overall"].as_str();
            prop_assert!(matches!(overall, Some("APPROVED" | "SUSPECTED")), "{}", body);
            prop_assert_eq!(decision.lifecycle, Some(Lifecycle::Decided));
            prop_assert!(body["final"] != json!(false), "{}", body);
            prop_assert!(!decision.rules.is_empty() && decision.rules != ["otherwise"]);
        }
    }

    /// The same input has the same bytes: from a document in another order, and from the policy
    /// as it is written back.
    #[test]
    fn the_same_input_has_the_same_bytes(document in policies(true), body in marked_bodies()) {
        let policy = load(&document);
        let bytes = |policy: &Policy| {
            serde_json::to_string(&decide(policy, &body)).expect("a decision serialises")
        };
        let first = bytes(&policy);
        prop_assert_eq!(&bytes(&policy), &first);
        let turned = Policy::from_json(reversed(&document).as_bytes(), None).expect("it loads");
        prop_assert_eq!(&bytes(&turned), &first);
        let written = Policy::from_json(policy.to_json().as_bytes(), None).expect("it loads");
        prop_assert_eq!(&bytes(&written), &first);
    }
}

// ---- token requests ------------------------------------------------------------------------

/// Requests of a few members, good and bad.
fn requests() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let values = select(vec![
        json!("c-1"),
        json!("LT"),
        json!("UK"),
        json!(["PASSPORT"]),
        json!(["PASSPORT", "X"]),
        json!(""),
        json!(null),
        json!(600),
        json!(-1),
        json!(true),
        json!("2030-01-31"),
        json!("https://example.com/a"),
        json!("http://localhost"),
        json!({"ALL": {}}),
        json!("DENIED"),
        json!("lt"),
    ]);
    let names: Vec<&str> =
        MEMBERS.iter().map(|member| member.name).filter(|name| !name.contains('/')).collect();
    prop::collection::btree_map(select(names), values, 0..8)
        .prop_map(|members| members.into_iter().collect())
}

proptest! {
    /// The order of members never matters, and asking twice gives the same findings.
    #[test]
    fn the_order_of_members_means_nothing(
        (one, other) in requests().prop_flat_map(|members| (Just(members.clone()), Just(members).prop_shuffle())),
        lints in any::<bool>(),
    ) {
        let profile = Profile::default().lints(lints);
        let found = |members: &[(&str, Value)]| {
            let members: Vec<_> = members.iter().map(|(key, value)| format!("{}:{value}", json!(key))).collect();
            let body = format!("{{{}}}", members.join(","));
            let report = validate(body.as_bytes(), &profile);
            assert_eq!(report, validate(body.as_bytes(), &profile));
            let mut found: Vec<String> = report.iter().map(|found| format!("{found:?}")).collect();
            found.sort();
            found
        };
        prop_assert_eq!(found(&one), found(&other));
    }
}
