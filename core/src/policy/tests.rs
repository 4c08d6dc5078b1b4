//! What the shared vectors cannot say: fingerprints, inheritance, totality, privacy.

use proptest::prelude::*;

use super::*;

fn load(text: &str) -> Result<Policy, PolicyError> {
    Policy::from_json(text.as_bytes(), None)
}

fn code(text: &str) -> PolicyCode {
    load(text).unwrap_err().code()
}

/// A policy with these rules that otherwise reviews.
fn with_rules(rules: &str) -> String {
    format!(r#"{{"format": 1, "name": "test", "rules": [{rules}], "otherwise": "review"}}"#)
}

const APPROVED: &[u8] = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;

#[test]
fn policies_are_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Policy::documented());
}

#[test]
fn the_built_in_policies_have_the_rules_of_their_documents() {
    for (policy, document) in [(Policy::documented(), DOCUMENTED), (Policy::strict(), STRICT)] {
        let document: serde_json::Value = serde_json::from_str(document).unwrap();
        assert_eq!(document["name"], policy.name());
        let rules = document["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]);
        assert!(rules.clone().count() > 3 && rules.eq(policy.rule_ids()), "{}", policy.name());
    }
    assert_ne!(Policy::documented().fingerprint(), Policy::strict().fingerprint());
}

#[test]
fn a_test_of_the_wrong_type_is_told_what_a_fact_takes() {
    for (fact, expected) in [
        ("overall", "a word, a list or operators"),
        ("nationality", "a word, a list or operators"),
        ("tags", "operators"),
        ("denyReasons", "operators"),
        ("riskScore", "`below`, `atLeast` or `between`"),
        ("final", "true or false"),
        ("clientId", "a text, a list or operators"),
    ] {
        let rule = format!(r#"{{"id": "a", "when": {{"{fact}": 17}}, "then": "review"}}"#);
        let error = load(&with_rules(&rule)).unwrap_err();
        assert_eq!(error.code(), PolicyCode::WrongType);
        assert!(error.to_string().contains(&format!("expected {expected}")), "{fact}: {error}");
    }
}

#[test]
fn a_country_that_is_listed_by_now_keeps_its_meaning() {
    let rule = r#"{"id": "a", "when": {"nationality": {"unlisted": "LT"}}, "then": "reject"}"#;
    let policy = load(&with_rules(rule)).unwrap();
    let body = |country: &str| {
        format!(
            r#"{{"scanRef": "s", "final": true, "status": {{"overall": "APPROVED"}},
                "data": {{"docNationality": "{country}"}}}}"#
        )
    };
    let outcome = |country: &str| {
        policy.evaluate(body(country).as_bytes(), &Arrival::default()).unwrap().outcome
    };
    assert_eq!((outcome("LT"), outcome("LV")), (Outcome::Reject, Outcome::Review));
}

#[test]
fn the_form_of_a_decision_is_its_json() {
    let decision = Policy::documented().evaluate(APPROVED, &Arrival::default()).unwrap();
    let form: serde_json::Value = serde_json::from_str(&decision.to_json()).unwrap();
    assert_eq!(form, serde_json::to_value(&decision).unwrap());
    assert_eq!((&form["outcome"], &form["scan_ref"]), (&"accept".into(), &"s".into()));
}

#[test]
fn the_fingerprint_names_the_meaning_and_not_the_wording() {
    let a = r#"{"id": "a", "when": {"overall": "DENIED", "final": true}, "then": "reject"}"#;
    let b = r#"{"id": "b", "when": {"overall": "SUSPECTED"}, "then": "review"}"#;
    let print = |rules: &str| load(&with_rules(rules)).unwrap().fingerprint().to_owned();
    let first = print(&format!("{a}, {b}"));
    assert_eq!(first.len(), 64);
    assert_eq!(first, print(&format!("{b}, {a}")));
    let reordered = r#"{"then": "reject", "why": "so", "when": {"final": true, "overall": "DENIED"}, "id": "a"}"#;
    assert_eq!(first, print(&format!("{reordered}, {b}")));
    assert_ne!(first, print(a));
    assert_ne!(first, print(&format!("{}, {b}", a.replace("DENIED", "SUSPECTED"))));
}

#[test]
fn a_policy_that_extends_another_has_its_rules_and_may_only_get_stricter() {
    let ours =
        |more: &str| format!(r#"{{"format": 1, "name": "ours", "extends": "strict"{more}}}"#);
    let policy = load(&ours(
        r#", "rules": [{"id": "x", "when": {"age": {"below": 18}}, "then": "reject"}]"#,
    ))
    .unwrap();
    assert_eq!(policy.rule_ids().count(), Policy::strict().rule_ids().count() + 1);
    assert_eq!(
        policy.evaluate(APPROVED, &Arrival::default()).unwrap_err().code(),
        "policy.today_required"
    );

    assert!(load(&ours(r#", "otherwise": "reject""#)).is_ok());
    assert_eq!(code(&ours(r#", "otherwise": "retry""#)), PolicyCode::Milder);
    assert_eq!(code(&ours(r#", "lifecycle": {"erased": "retry"}"#)), PolicyCode::Milder);
    assert_eq!(code(&ours(r#", "lifecycle": {"erased": "evaluate"}"#)), PolicyCode::Milder);
    assert!(load(&ours(r#", "lifecycle": {"erased": "reject"}"#)).is_ok());
    let again = r#", "rules": [{"id": "fraud", "when": {"final": true}, "then": "review"}]"#;
    assert_eq!(code(&ours(again)), PolicyCode::DuplicateRule);

    let text = r#"{"format": 1, "name": "third", "extends": "ours"}"#;
    assert_eq!(code(text), PolicyCode::UnknownBase);
    let third = Policy::from_json(text.as_bytes(), Some(&policy)).unwrap();
    assert_eq!(third.rule_ids().count(), Policy::strict().rule_ids().count() + 1);
}

#[test]
fn negation_does_not_get_around_the_guards_of_accepting_rules() {
    let accepting = |when: &str| {
        let rule = format!(
            r#"{{"id": "a", "then": "accept", "why": "w", "when": {{"overall": "APPROVED", {when}}}}}"#
        );
        code(&with_rules(&rule))
    };
    assert_eq!(accepting(r#""tags": {"empty": false}"#), PolicyCode::AcceptNotEmpty);
    assert_eq!(accepting(r#""not": {"tags": {"empty": true}}"#), PolicyCode::AcceptNotEmpty);
    assert_eq!(
        accepting(r#""not": {"not": {"tags": {"empty": false}}}"#),
        PolicyCode::AcceptNotEmpty
    );
    assert_eq!(
        accepting(r#""any": [{"not": {"event": "IDENTIFICATION"}}]"#),
        PolicyCode::AcceptEvent
    );
    assert_eq!(
        accepting(r#""face": ["FACE_MATCH", {"class": "unknown"}]"#),
        PolicyCode::AcceptUnknown
    );
    assert_eq!(accepting(r#""not": {"tags": {"anyClass": "unknown"}}"#), PolicyCode::AcceptUnknown);
}

#[test]
fn nothing_but_good_verdicts_can_be_pinned() {
    let accepting = |overall: &str| {
        let rule = format!(
            r#"{{"id": "a", "then": "accept", "why": "w", "when": {{"overall": {overall}}}}}"#
        );
        load(&with_rules(&rule)).map(|_| ()).map_err(|error| error.code())
    };
    for good in [r#""APPROVED""#, r#"["APPROVED", "SUSPECTED"]"#] {
        assert!(accepting(good).is_ok(), "{good}");
    }
    for bad in [
        r#""DENIED""#,
        r#"["APPROVED", "DENIED"]"#,
        r#"{"not": "DENIED"}"#,
        r#"{"class": "ok"}"#,
        r#"["APPROVED", {"unlisted": "GOOD"}]"#,
        r#"{"not": {"not": "APPROVED"}}"#,
    ] {
        assert_eq!(accepting(bad), Err(PolicyCode::AcceptUnpinned), "{bad}");
    }
}

#[test]
fn a_decision_shows_no_personal_data() {
    let body =
        br#"{"scanRef": "s", "clientId": "Jonas Jonaitis", "externalRef": "Jonas", "final": true,
        "status": {"overall": "Jonas", "fraudTags": ["Jonas", 7], "autoFace": "Jonas"},
        "data": {"docFirstName": "Jonas"}}"#;
    let decision = Policy::strict().evaluate(body, &Arrival::default()).unwrap();
    let form = serde_json::to_string(&decision).unwrap();
    assert!(!form.contains("Jonas") && !format!("{decision:?}").contains("Jonas"));
    assert_eq!(decision.client_id.as_deref(), Some("Jonas Jonaitis"));
    assert_eq!(decision.flags.len(), 1);
}

proptest! {
    #[test]
    fn any_bytes_are_a_decision_or_a_typed_error(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Policy::strict().evaluate(&body, &Arrival::default()) {
            prop_assert!(error.code().starts_with("webhook."));
        }
    }

    #[test]
    fn any_text_is_a_policy_or_a_typed_error(text in r#"[\[\]{}:,"a-z0-9$ ]{0,60}"#) {
        if let Err(error) = load(&text) {
            prop_assert!(error.code().as_str().starts_with("policy."));
        }
    }
}
