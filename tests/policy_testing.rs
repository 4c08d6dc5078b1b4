//! Test files of policies: those of the repository pass and leave nothing untried, and a file
//! that is wrong is refused at its place.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use idenfy_rules::Policy;
use idenfy_rules::policy::testing::{self, TestFileError, TestRun};
use idenfy_rules::policy::{FactName, Outcome};
use proptest::prelude::*;
use serde_json::{Value, json};

const FOLDER: &str = "core/examples/policies";

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn passed(policy: &Policy) -> TestRun {
    let run = testing::run(policy, &file(&format!("{}.test.json", policy.name())));
    let run = run.unwrap_or_else(|error| panic!("{error} at {}", error.pointer()));
    assert!(run.passed, "{run}");
    run
}

#[test]
fn the_test_files_of_the_built_in_policies_leave_nothing_untried() {
    for (policy, least) in [(Policy::documented(), 20), (Policy::strict(), 50)] {
        let run = passed(&policy);
        let counts = run.counts;
        assert!(counts.cases >= least, "{run}");
        assert_eq!((counts.rules_true, counts.rules), (counts.rules, policy.rule_ids().count()));
        assert_eq!(counts.conditions_tried, counts.conditions, "{run}");
        assert!(run.rules.iter().all(|rule| rule.decided_in > 0), "{run}");
        assert!(run.otherwise > 0);
    }
}

#[test]
fn the_test_file_of_an_example_tries_what_the_example_adds() {
    let policy = Policy::from_json(&file("age-bar.json"), None).unwrap();
    let run = passed(&policy);
    let untried: BTreeSet<&str> = run.never_true().collect();
    assert!(untried.len() > 20 && !untried.contains("too-young"));
    let added = run.rules.iter().find(|rule| rule.id == "too-young").unwrap();
    assert_eq!((added.true_in, added.decided_in, added.undecided_in), (1, 1, 2));
    assert_eq!(added.conditions[0].text, "age is below 18");
    assert!(added.conditions[0].is_tried());
}

fn policy() -> Policy {
    let text = json!({"format": 1, "name": "ours", "otherwise": "review", "rules": [
        {"id": "in", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Approved."},
        {"id": "old", "when": {"daysToExpiry": {"below": 0}}, "then": "reject"},
        {"id": "vip", "when": {"clientId": "vip-1", "not": {"tags": {"any": ["NAME"]}}}, "then": "retry"}]});
    Policy::from_json(text.to_string().as_bytes(), None).unwrap()
}

/// A file with these cases that is right otherwise.
fn with(cases: Value) -> Value {
    json!({"format": 1, "policy": "ours", "today": "2026-11-21", "cases": cases})
}

fn run(file: &Value) -> Result<TestRun, TestFileError> {
    testing::run(&policy(), file.to_string().as_bytes())
}

fn case(facts: Value, expect: Value) -> Value {
    json!({"name": format!("{facts} {expect}"), "facts": facts, "expect": expect})
}

#[test]
fn a_failing_case_says_what_was_expected_and_found() {
    let approved = json!({"overall": "APPROVED", "clientId": "vip-1"});
    let run = run(&with(json!([
        case(approved.clone(), json!({"outcome": "accept", "rules": ["in"]})),
        case(approved.clone(), json!({"outcome": "review", "lifecycle": "decided", "undecided": ["vip", "old"]})),
        case(approved, json!({"outcome": "review", "rules": ["in"], "undecided": ["old", "vip"]})),
        {"name": "not usable", "webhook": {"final": true}, "expect": {"outcome": "review"}},
        {"name": "twice", "webhook": {"scanRef": "s", "status": {"overall": "APPROVED"}},
         "expect": {"outcome": "review", "lifecycle": "decided", "rules": []}},
    ])))
    .unwrap();
    let outcomes: Vec<bool> = run.cases.iter().map(|case| case.passed).collect();
    assert_eq!(outcomes, [false, false, false, false, false]);
    let text = run.to_string();
    for line in [
        "ours: 5 cases, 0 passed, 5 failed",
        "  outcome: expected accept, got retry",
        "  rules: expected in, got vip",
        "  undecided: expected old, vip, got old",
        "  lifecycle: expected decided, got unmarked",
        "  no decision: webhook.scan_ref_missing",
        "  old: never true",
        "  vip: always true: clientId is vip-1",
        "  vip: never true: tags has any of NAME",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn the_form_of_a_run_has_every_key() {
    let approved = json!({"overall": "APPROVED", "daysToExpiry": 3});
    let run = run(&with(json!([case(approved, json!({"outcome": "review"}))]))).unwrap();
    assert!(run.passed);
    let form = serde_json::to_value(&run).unwrap();
    let case = &form["cases"][0];
    assert_eq!(
        case["expected"],
        json!({"outcome": "review", "rules": null, "lifecycle": null, "undecided": null})
    );
    assert_eq!(
        case["got"],
        json!({"outcome": "review", "rules": ["in"], "lifecycle": "decided", "undecided": ["vip"]})
    );
    assert_eq!(form["policy"]["name"], "ours");
    assert_eq!(
        form["rules"][1],
        json!({"id": "old", "then": "reject", "true_in": 0, "decided_in": 0, "undecided_in": 0,
            "conditions": [{"place": "/daysToExpiry", "text": "daysToExpiry is below 0", "true_in": 0, "not_true_in": 1}]})
    );
    assert_eq!(form["rules"][2]["conditions"][1]["place"], "/not/tags");
}

#[test]
fn repeated_keys_of_a_webhook_are_kept() {
    let file = br#"{"format": 1, "policy": "ours", "today": "2026-11-21", "cases": [
        {"name": "a", "webhook": {"scanRef": "s", "final": true, "final": true, "status": {"overall": "APPROVED"}},
         "expect": {"outcome": "accept"}}]}"#;
    let run = testing::run(&policy(), file).unwrap();
    assert_eq!(run.cases[0].error, Some("webhook.repeated_key"));
}

#[test]
fn not_json_and_repeated_keys_are_refused() {
    let code = |file: &[u8]| testing::run(&policy(), file).unwrap_err().code();
    assert_eq!(code(b"{"), "policy.not_json");
    assert_eq!(code(br#"{"format": 1, "format": 1}"#), "policy.repeated_key");
}

#[test]
fn facts_without_today_cannot_say_an_age() {
    let file = json!({"format": 1, "policy": "documented", "cases": [
        case(json!({"overall": "APPROVED", "age": 18}), json!({"outcome": "accept"}))]});
    let error = testing::run(&Policy::documented(), file.to_string().as_bytes()).unwrap_err();
    assert_eq!((error.code(), error.pointer().as_str()), ("policy.today_required", "/today"));
}

/// Every fact can be said in a test file, and a policy that asks for it hears it.
#[test]
fn every_fact_can_be_said() {
    let value = |fact: &FactName| match fact.kind().as_str() {
        "word" if *fact == FactName::Overall => json!("APPROVED"),
        "words" => json!([{"unlisted": "NEW_WORD"}]),
        "texts" => json!(["by hand"]),
        "number" => json!(7),
        "flag" => json!(true),
        "country" => json!("LT"),
        "text" => json!("ours-1"),
        _ => {
            let idenfy_rules::policy::Kind::Word(vocabulary) = fact.kind() else { unreachable!() };
            json!(vocabulary.words[0].text)
        }
    };
    let today = "2026-11-21";
    for fact in FactName::ALL.iter().filter(|fact| **fact != FactName::Event) {
        let test = match fact.kind().as_str() {
            "words" => json!({"anyClass": "unknown"}),
            "texts" => json!({"any": ["by hand"]}),
            "number" => json!({"between": [7, 7]}),
            _ => value(fact),
        };
        let policy = json!({"format": 1, "name": "asks", "otherwise": "review",
            "rules": [{"id": "hears", "when": {fact.as_str(): test}, "then": "reject"}]});
        let policy = Policy::from_json(policy.to_string().as_bytes(), None).unwrap();
        let mut facts = json!({"overall": "APPROVED"});
        facts[fact.as_str()] = value(fact);
        let file = json!({"format": 1, "policy": "asks", "today": today, "cases": [
            {"name": "a", "facts": facts, "expect": {"outcome": Outcome::Reject, "rules": ["hears"]}}]});
        let run = testing::run(&policy, file.to_string().as_bytes()).unwrap();
        assert!(run.passed, "{}: {run}", fact.as_str());
    }
}

#[test]
fn no_personal_data_gets_into_a_run() {
    let webhook = json!({"scanRef": "Jonas", "clientId": "Jonas", "final": true,
        "status": {"overall": "Jonas", "fraudTags": ["Jonas"]}, "data": {"docFirstName": "Jonas"}});
    let run =
        run(&with(json!([{"name": "a", "webhook": webhook, "expect": {"outcome": "accept"}}])));
    let run = run.unwrap();
    assert!(!run.passed);
    let form = serde_json::to_string(&run).unwrap();
    assert!(!format!("{form}{run}{run:?}").contains("Jonas"));
}

#[test]
fn the_test_file_and_the_text_of_the_documentation_are_real() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/policy-testing.md"))
            .expect("the page");
    let block = |language: &str| {
        let (_, rest) = page.split_once(&format!("```{language}\n")).expect(language);
        rest.split("```").next().expect("the end of a block").to_owned()
    };
    let run = testing::run(&Policy::strict(), block("json").as_bytes());
    let run = run.unwrap_or_else(|error| panic!("{error} at {}", error.pointer()));
    assert!(run.passed && run.counts.cases == 4, "{run}");

    let glare = json!({"overall": "DENIED", "document": "DOC_FACE_GLARED"});
    let file = json!({"format": 1, "policy": "documented", "cases": [
        case(json!({"overall": "APPROVED"}), json!({"outcome": "accept"})),
        {"name": "denied for glare", "facts": glare, "expect": {"outcome": "review"}}]});
    let run = testing::run(&Policy::documented(), file.to_string().as_bytes()).unwrap();
    assert_eq!(run.to_string(), block("text"));
}

proptest! {
    #[test]
    fn any_text_is_a_run_or_a_typed_error(text in r#"[\[\]{}:,"a-z0-9$ ]{0,60}"#) {
        let error = testing::run(&policy(), text.as_bytes());
        prop_assert!(error.is_err_and(|error| error.code().starts_with("policy.")));
    }

    /// Whatever stands where facts do, the webhook written from it is one that can be read.
    #[test]
    fn facts_make_a_webhook_or_a_typed_error(fact in 0..FactName::ALL.len(), value in values()) {
        let fact = FactName::ALL[fact].as_str();
        let mut facts = json!({"overall": "APPROVED"});
        facts[fact] = value;
        if let Ok(run) = run(&with(json!([case(facts, json!({"outcome": "none"}))]))) {
            prop_assert_eq!(run.cases[0].error, None);
        }
    }
}

fn values() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec!["NAME", "LT", "HIT", "NO_MATCH", "DENIED", "", "\u{0}"]);
    let one = prop_oneof![
        words.prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        any::<String>().prop_map(|word| json!({"unlisted": word})),
        Just(Value::Null),
    ];
    prop_oneof![one.clone(), prop::collection::vec(one, 0..3).prop_map(Value::from)]
}
