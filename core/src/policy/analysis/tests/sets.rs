//! What stands in a set that is shown, and what is known of one that is hidden.

use serde_json::{Value, json};

use crate::Outcome;

use super::{Claim, plainest_facts, policy, scope};

#[test]
fn a_set_that_is_shown_has_no_more_words_than_it_takes() {
    let tag = |place: usize| crate::vocab::Tag::VOCABULARY.words[place].text;
    let list = |places: &[usize]| json!(places.iter().map(|place| tag(*place)).collect::<Vec<_>>());
    let any = |places: &[usize]| json!({"any": list(places)});
    let all = |places: &[usize]| json!({"all": list(places)});
    let unknown = json!([{"unlisted": "NEW_WORD"}]);
    for (tags, not, expected) in [
        (any(&[0, 1, 2]), None, Some(list(&[0]))),
        (all(&[0, 1, 2]), None, Some(list(&[0, 1, 2]))),
        (all(&[0, 1]), Some(any(&[2, 3])), Some(list(&[0, 1]))),
        (any(&[0, 1]), Some(all(&[0, 1])), Some(list(&[0]))),
        (any(&[0, 1, 2]), Some(all(&[0, 1, 2])), Some(list(&[0]))),
        // One word is all of its list.
        (any(&[0]), Some(all(&[0])), None),
        (all(&[0]), Some(any(&[0, 1])), None),
        (json!({"only": list(&[0]), "empty": false}), None, Some(list(&[0]))),
        (json!({"anyClass": "unknown"}), None, Some(unknown)),
    ] {
        let mut when = json!({"tags": tags});
        if let Some(not) = not {
            when["not"] = json!({"tags": not});
        }
        let rule = json!({"id": "r", "then": "retry", "when": when}).to_string();
        let shown = plainest_facts(&rule, Outcome::Retry).map(|facts| facts["tags"].clone());
        assert_eq!(shown, expected, "{rule}");
    }
}

#[test]
fn free_texts_are_words_of_a_set() {
    for (texts, expected) in [
        (json!({"any": ["x", "y"]}), json!(["x"])),
        (json!({"all": ["x", "y"]}), json!(["x", "y"])),
        (json!({"empty": false, "none": ["NEW_WORD"]}), json!(["NEW_WORD_2"])),
    ] {
        let rule = json!({"id": "r", "then": "retry", "when": {"denyReasons": texts}}).to_string();
        assert_eq!(
            plainest_facts(&rule, Outcome::Retry).unwrap()["denyReasons"],
            expected,
            "{rule}"
        );
    }
}

/// A word that is named is rejected, an unknown one that nobody names is retried.
#[test]
fn an_unknown_word_that_is_shown_is_one_that_no_rule_names() {
    let rules = |named: &[&str]| {
        let named: Vec<Value> = named.iter().map(|word| json!({"unlisted": word})).collect();
        let unknown = json!({"class": "unknown"});
        let retry = json!({"id": "b", "then": "retry", "when": {"document": unknown}});
        let reject = json!({"id": "a", "then": "reject", "when": {"document": named}});
        if named.is_empty() { retry.to_string() } else { format!("{reject}, {retry}") }
    };
    for (named, expected) in [
        (&[][..], "NEW_WORD"),
        (&["NEW_WORD"], "NEW_WORD_2"),
        (&["NEW_WORD_2", "NEW_WORD"], "NEW_WORD_3"),
        (&["OTHER"], "NEW_WORD"),
    ] {
        let facts = plainest_facts(&rules(named), Outcome::Retry).unwrap();
        assert_eq!(facts["document"], json!({"unlisted": expected}), "{named:?}");
    }
}

/// A hidden set leaves every rule about it undecided, so that an accept falls to review. The fact
/// that is hidden together with it is asked by no rule.
#[test]
fn a_repeated_key_hides_a_set() {
    let good =
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."}"#;
    let approved = br#"{"lifecycle": "decided", "overall": "APPROVED"}"#;
    for (set, other, word) in [
        ("tags", "tagsReported", crate::vocab::Tag::VOCABULARY.words[0].text),
        ("amlHits", "aml", crate::vocab::AmlHit::VOCABULARY.words[0].text),
    ] {
        let bad = json!({"id": "bad", "then": "reject",
            "when": {"any": [{set: {"any": [word]}}, {set: {"anyClass": "unknown"}}]}});
        let policy = policy(&format!("{good}, {bad}"));
        let proof = policy.prove(&Claim::never(Outcome::Review, approved), &scope()).unwrap();
        let example = proof.counterexample.unwrap();
        assert_eq!((example.outcome, example.webhook.smallest), (Outcome::Review, true));
        let facts = serde_json::to_value(example.webhook.facts).unwrap();
        let hidden = json!({"overall": "APPROVED", "final": true, "repeatedKeys": true,
            set: null, other: null});
        assert_eq!(facts, hidden, "{}", example.webhook.body);
    }
}
