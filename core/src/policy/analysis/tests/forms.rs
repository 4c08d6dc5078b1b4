//! The JSON forms, and what never shows.

use serde_json::{Value, json};

use crate::policy::analysis::{Claim, Comparison, Gap, ProofResult, Scope};
use crate::policy::batch::{BatchOptions, Block, Blocks, Position};
use crate::policy::error::PolicyCode;
use crate::{Outcome, Policy};

use super::{policy, scope, with};

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn every_form_has_every_key() {
    let claim = Claim::never(Outcome::Accept, b"{}");
    let proof = serde_json::to_value(Policy::strict().prove(&claim, &scope()).unwrap()).unwrap();
    assert_eq!(keys(&proof), ["counterexample", "format", "gap", "patterns", "policy", "result"]);
    assert_eq!((&proof["result"], &proof["gap"]), (&json!("counterexample"), &Value::Null));
    let example = &proof["counterexample"];
    assert_eq!(keys(example), ["lifecycle", "outcome", "rules", "webhook"]);
    assert_eq!(keys(&example["webhook"]), ["body", "event", "facts", "smallest", "today"]);
    assert_eq!(example["webhook"]["facts"], json!({"overall": "APPROVED", "final": true}));

    let lint = serde_json::to_value(Policy::strict().lint(&scope())).unwrap();
    assert_eq!(keys(&lint), ["clean", "complete", "findings", "format", "policy", "undetermined"]);
    let finding = ["area", "code", "example", "instead", "message", "pointer", "rule", "severity"];
    assert_eq!(keys(&lint["findings"][0]), finding);

    let difference = Policy::documented().diff(&Policy::strict(), &scope());
    let difference = serde_json::to_value(difference).unwrap();
    let expected = ["changes", "complete", "equal", "format", "new", "old", "undetermined"];
    assert_eq!(keys(&difference), expected);
    let change = &difference["changes"][0];
    let expected = ["area", "example", "new_outcome", "new_rules", "old_outcome", "old_rules"];
    assert_eq!(keys(change), expected);
    assert_eq!(keys(&change["area"]), ["facts", "lifecycle"]);
    let shapes = ["is_none_of", "is_one_of", "matches", "matches_not", "none", "not_all"];
    let fact = [&["all", "any", "fact"][..], &shapes].concat();
    assert_eq!(keys(&change["area"]["facts"][0]), fact);

    let replay = Policy::documented().diff_recorded(&Policy::strict(), b"", &Default::default());
    let replay = serde_json::to_value(replay.unwrap()).unwrap();
    let expected =
        ["changed", "counts", "format", "new", "old", "people", "same", "unusable", "webhooks"];
    assert_eq!(keys(&replay), expected);
}

#[test]
fn debug_shows_no_text_of_a_policy() {
    let policy = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED", "clientId": "Jonas"}, "then": "accept", "why": "Good."}"#,
    );
    let claim = Claim::never(Outcome::Accept, b"{}");
    let proof = policy.prove(&claim, &scope()).unwrap();
    assert!(proof.counterexample.as_ref().unwrap().webhook.body.contains("Jonas"));
    let texts = [
        format!("{proof:?}"),
        format!("{:?}", policy.lint(&scope())),
        format!("{:?}", policy.diff(&Policy::strict(), &scope())),
    ];
    assert!(texts.iter().all(|text| !text.contains("Jonas")), "{texts:?}");
}

#[test]
fn claims_are_read_strictly() {
    let code = |when: &str| {
        let claim = Claim::never(Outcome::Accept, when.as_bytes());
        let error = Policy::strict().prove(&claim, &scope()).unwrap_err();
        (error.code(), error.pointer().as_str().to_owned(), error.suggestion().map(str::to_owned))
    };
    assert_eq!(code("[]").0, PolicyCode::WrongType);
    assert_eq!(code("{").0, PolicyCode::NotJson);
    assert_eq!(code(r#"{"overal": "DENIED"}"#).2.as_deref(), Some("overall"));
    assert_eq!(code(r#"{"lifecycle": "decide"}"#).2.as_deref(), Some("decided"));
    assert_eq!(code(r#"{"lifecycle": {"nott": "decided"}}"#).0, PolicyCode::UnknownOperator);
    assert_eq!(code(r#"{"any": [{"lifecycle": "decided"}]}"#).1, "/any/0/lifecycle");
    assert_eq!(code(r#"{"tags": {"any": "$harmles"}}"#).2.as_deref(), Some("harmless"));
    let harmless =
        Claim::never(Outcome::Reject, br#"{"tags": {"any": "$harmless"}, "final": false}"#);
    assert_eq!(Policy::strict().prove(&harmless, &scope()).unwrap().result, ProofResult::Holds);
}

#[test]
fn claims_in_json_have_places_in_the_claim() {
    let fault = |text: &str| {
        let claim = Claim::from_json(text.as_bytes());
        let proof = claim.and_then(|claim| Policy::strict().prove(&claim, &scope()));
        let error = proof.unwrap_err();
        (error.code().as_str(), error.pointer().as_str().to_owned())
    };
    let place = |code, at: &str| (code, at.to_owned());
    assert_eq!(fault(r#"{"when": {}}"#), place("policy.never_or_always", ""));
    let both = r#"{"never": "accept", "always": "accept", "when": {}}"#;
    assert_eq!(fault(both), place("policy.never_or_always", ""));
    assert_eq!(fault(r#"{"never": "accept"}"#), place("policy.missing_key", "/when"));
    assert_eq!(
        fault(r#"{"never": "none", "when": {}}"#),
        place("policy.unknown_outcome", "/never")
    );
    let misspelt = r#"{"always": "review", "when": {"overal": "DENIED"}}"#;
    assert_eq!(fault(misspelt), place("policy.unknown_fact", "/when/overal"));

    let text = br#"{"always": "reject", "when": {"overall": "DENIED", "lifecycle": "decided"}}"#;
    let claimed = Policy::strict().prove(&Claim::from_json(text).unwrap(), &scope()).unwrap();
    let when = br#"{"overall": "DENIED", "lifecycle": "decided"}"#;
    let said = Policy::strict().prove(&Claim::always(Outcome::Reject, when), &scope()).unwrap();
    assert_eq!((claimed.result, &claimed), (ProofResult::Counterexample, &said));
}

#[test]
fn days_and_patterns_are_said_where_they_count() {
    let young = policy(r#"{"id": "young", "when": {"age": {"below": 18}}, "then": "reject"}"#);
    let claim = Claim::never(Outcome::Reject, b"{}");
    let proof = young.prove(&claim, &Scope::default()).unwrap();
    let webhook = proof.counterexample.unwrap().webhook;
    assert_eq!(webhook.today.as_deref(), Some(crate::vocab::VERSION));
    assert!(webhook.body.contains("docDob"));

    // Nobody can write a text of which one pattern says yes and its own negation, too.
    let twice = policy(
        r#"{"id": "a", "when": {"externalRef": {"matches": "[a-z]+"}, "not": {"externalRef": {"matches": "[a-z][a-z]*"}}},
            "then": "reject"},
           {"id": "b", "when": {"externalRef": {"matches": "[a-z]+"}}, "then": "retry"}"#,
    );
    let proof = twice.prove(&claim, &scope()).unwrap();
    // Each is named once, however many rules ask it.
    assert_eq!((proof.result, proof.gap), (ProofResult::Undetermined, Some(Gap::Patterns)));
    assert_eq!(proof.patterns, ["[a-z]+", "[a-z][a-z]*"]);
}

#[test]
fn recorded_webhooks_are_counted_by_line_and_person() {
    let line = |scan: &str, tags: &str| {
        format!(
            r#"{{"scanRef": "{scan}", "final": true, "status": {{"overall": "APPROVED", "fraudTags": [{tags}]}}}}"#
        )
    };
    let recorded = [
        line("s-1", ""),
        String::new(),
        line("s-2", "\"FACE_BLACKLISTED\""),
        "{}".to_owned(),
        line("s-2", "\"FAKE_PHOTO\""),
        line("s-3", "\"FACE_BLACKLISTED\"") + "\r",
    ]
    .join("\n");
    let documented = Policy::documented();
    let options = BatchOptions::default();
    let replay = documented.diff_recorded(&Policy::strict(), recorded.as_bytes(), &options);
    let replay = replay.unwrap();
    assert_eq!((replay.webhooks, replay.same, replay.people), (4, 1, 2));
    let changed: Vec<_> =
        replay.changed.iter().map(|changed| (changed.line, changed.new_outcome)).collect();
    let (reject, review) = (Outcome::Reject, Outcome::Review);
    assert_eq!(changed, [(3, reject), (5, review), (6, reject)]);
    let counts: Vec<_> =
        replay.counts.iter().map(|count| (count.new_outcome, count.count)).collect();
    assert_eq!(counts, [(reject, 2), (review, 1)]);
    assert_eq!((replay.unusable[0].line, replay.unusable[0].code), (4, "webhook.scan_ref_missing"));

    let young = with(r#"{"id": "y", "when": {"age": {"below": 18}}, "then": "reject"}"#, "");
    for (old, new) in [(&young, &documented), (&documented, &young)] {
        let error = old.diff_recorded(new, recorded.as_bytes(), &options).unwrap_err();
        assert_eq!(error.code(), "policy.today_required");
    }
    for wanted in [1, 200, recorded.len()] {
        let (mut all, strict) = (Blocks::new(wanted, &options.limits), Policy::strict());
        let mut comparison = Comparison::new(&documented, &strict);
        let blocks = recorded.as_bytes().chunks(7).filter_map(|piece| all.push(piece));
        let blocks: Vec<_> = blocks.collect();
        for Block { first, bytes, .. } in blocks.into_iter().chain(all.finish()) {
            comparison.add(&bytes, &BatchOptions { first, ..options }).unwrap();
        }
        assert_eq!(comparison.finish(), replay);
    }
    let first = Position { line: 100, offset: 0 };
    let replay = documented.diff_recorded(&documented, b"{}", &BatchOptions { first, ..options });
    assert_eq!(replay.unwrap().unusable[0].line, 100);
}
