use proptest::prelude::*;

use crate::policy::Policy;
use crate::policy::condition::Condition;

use super::*;

fn policy(rules: &str) -> Policy {
    let text = format!(
        r#"{{"format": 1, "name": "test", "otherwise": "review", "lists": {{"ours": ["NAME"],
            "docs": ["DOC_FAKE"]}}, "rules": [{rules}]}}"#
    );
    Policy::from_json(text.as_bytes(), None).unwrap()
}

fn plainly(when: &str) -> String {
    let policy = policy(&format!(r#"{{"id": "r", "then": "reject", "when": {when}}}"#));
    let parts = Clause::parts(&policy.document.rules[0].when);
    parts.iter().map(|part| part.inline(&Plain)).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_test_has_its_words() {
    let table = [
        (r#""document": "DOC_FAKE""#, "document is DOC_FAKE"),
        (r#""document": null"#, "document is absent"),
        (r#""document": "$docs""#, "document is in list docs"),
        (r#""document": ["DOC_FAKE", "DOC_DAMAGED"]"#, "document is one of DOC_FAKE, DOC_DAMAGED"),
        (
            r#""document": [null, {"class": "unknown"}, {"not": "DOC_FAKE"}, "DOC_DAMAGED"]"#,
            "document is DOC_DAMAGED, or an unknown word, or not DOC_FAKE, or absent",
        ),
        (r#""document": {"not": null}"#, "document is present"),
        (r#""document": {"not": ["DOC_FAKE", null]}"#, "document is present, and not DOC_FAKE"),
        (
            r#""document": {"not": ["DOC_FAKE", "DOC_DAMAGED"]}"#,
            "document is none of DOC_FAKE, DOC_DAMAGED",
        ),
        (r#""document": {"not": "$docs"}"#, "document is not in list docs"),
        (r#""document": {"class": "fraud"}"#, "document is of class fraud"),
        (
            r#""document": {"class": ["fraud", "quality", "unknown"]}"#,
            "document is of class fraud or quality, or an unknown word",
        ),
        (
            r#""document": {"not": {"class": ["fraud", "unknown"]}}"#,
            "document is not of class fraud, and a known word",
        ),
        (r#""document": {"not": {"not": "DOC_FAKE"}}"#, "document is DOC_FAKE"),
        (r#""document": {"unlisted": "NEW"}"#, "document is the unlisted word NEW"),
        (
            r#""document": {"class": "fraud", "not": ["DOC_FAKE", {"unlisted": "NEW"}]}"#,
            "document is of class fraud, and (not DOC_FAKE, and not the unlisted word NEW)",
        ),
        (r#""tags": {"any": ["NAME", "$ours"]}"#, "tags has any of NAME, list ours"),
        (r#""tags": {"all": ["NAME"]}"#, "tags has all of NAME"),
        (
            r#""tags": {"none": ["NAME", {"unlisted": "NEW"}]}"#,
            "tags has none of NAME, the unlisted word NEW",
        ),
        (r#""tags": {"only": "$ours"}"#, "tags has nothing but list ours"),
        (
            r#""tags": {"anyClass": ["blocklist", "unknown"]}"#,
            "tags has any of class blocklist, or any unknown word",
        ),
        (r#""tags": {"empty": true}"#, "tags has no entries"),
        (
            r#""tags": {"empty": false, "none": ["NAME"]}"#,
            "tags has at least one entry, and none of NAME",
        ),
        (r#""denyReasons": {"any": ["by hand"]}"#, "denyReasons has any of by hand"),
        (r#""age": {"below": 18}"#, "age is below 18"),
        (r#""age": {"atLeast": 18, "below": 21}"#, "age is at least 18, and below 21"),
        (r#""daysToExpiry": {"between": [-1, 30]}"#, "daysToExpiry is from -1 to 30"),
        (r#""final": true"#, "final is true"),
        (r#""nationality": {"not": "LT"}"#, "nationality is not LT"),
    ];
    for (when, words) in table {
        assert_eq!(plainly(&format!("{{{when}}}")), words, "{when}");
    }
    assert_eq!(
        plainly(r#"{"clientId": ["a", {"startsWith": "vip-"}, {"matches": "[0-9]+"}, null]}"#),
        "clientId is a, or a text that starts with vip-, or a text that matches [0-9]+, or absent"
    );
}

#[test]
fn conditions_keep_their_structure() {
    assert_eq!(
        plainly(
            r#"{"final": true, "any": [{"aml": "HIT"}, {"aml": "FAILED", "lid": "HIT"},
            {"document": [null, "DOC_FAKE"]}]}"#
        ),
        "final is true; aml is HIT or (aml is FAILED and lid is HIT) \
         or (document is DOC_FAKE, or absent)"
    );
    assert_eq!(
        plainly(r#"{"not": {"all": [{"aml": "HIT"}, {"not": {"lid": "HIT"}}]}}"#),
        "not (aml is HIT and not (lid is HIT))"
    );
}

#[test]
fn places_are_those_of_the_document() {
    let policy = policy(
        r#"{"id": "r", "then": "reject", "when": {"aml": "HIT", "any": [{"lid": "HIT"},
            {"not": {"all": [{"final": true}]}}]}}"#,
    );
    let parts = Clause::parts(&policy.document.rules[0].when);
    let places: Vec<&str> =
        parts.iter().flat_map(Clause::tests).map(|test| test.place.as_str()).collect();
    assert_eq!(places, ["/aml", "/any/0/lid", "/any/1/not/all/0/final"]);
}

#[test]
fn what_is_written_is_what_is_judged() {
    for policy in [Policy::documented(), Policy::strict()] {
        for (text, rule) in policy.document.rules.iter().zip(&policy.rules) {
            let parts = Clause::parts(&text.when);
            let written: Vec<Fact> =
                parts.iter().flat_map(Clause::tests).map(|test| test.fact).collect();
            assert_eq!(written, judged(&rule.when), "{}", rule.id);
        }
    }
}

fn judged(condition: &Condition) -> Vec<Fact> {
    let mut tests = Vec::new();
    condition.tests(&mut tests);
    tests.into_iter().map(|(fact, _)| fact).collect()
}

proptest! {
    #[test]
    fn nothing_hides_in_a_visible_text(text in any::<String>()) {
        let shown = visible(&text);
        prop_assert!(!shown.chars().any(|character| character.is_control()));
        let hidden = ['\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}'];
        prop_assert!(!shown.contains(hidden));
    }
}

#[test]
fn hidden_characters_are_named() {
    assert_eq!(visible("a\u{202e}b\nc\u{0}"), "a\\u{202e}b c\\u{0000}");
    assert_eq!(visible("žalia 日本 שלום"), "žalia 日本 שלום");
}
