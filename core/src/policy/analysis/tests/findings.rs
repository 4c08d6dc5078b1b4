//! Each code of lint by a policy of its own.

use std::collections::BTreeSet;

use crate::policy::analysis::{Lint, LintCode, LintFinding, Scope};
use crate::{Outcome, Policy};

use super::{policy, scope, with};

/// The findings of a policy, those about `otherwise` aside.
fn findings(policy: &Policy) -> Vec<LintFinding> {
    let lint: Lint = policy.lint(&scope());
    assert!(lint.complete, "{:?}", lint.undetermined);
    let others = |found: &LintFinding| found.code != LintCode::CaughtByOtherwise;
    lint.findings.into_iter().filter(others).collect()
}

/// The codes with rule and place, as text.
fn found(policy: &Policy) -> BTreeSet<String> {
    let line = |found: LintFinding| {
        let code = found.code.as_str().trim_start_matches("policy.lint.");
        format!("{code} {} {}", found.rule.unwrap_or_default(), found.pointer)
    };
    findings(policy).into_iter().map(line).collect()
}

fn lines<const N: usize>(lines: [&str; N]) -> BTreeSet<String> {
    lines.map(str::to_owned).into()
}

#[test]
fn a_rule_behind_a_stronger_one_never_decides() {
    let shadowed = policy(
        r#"{"id": "wide", "when": {"document": {"class": "fraud"}}, "then": "reject"},
           {"id": "narrow", "when": {"document": "DOC_FAKE"}, "then": "retry"}"#,
    );
    let expected = ["redundant_rule narrow /rules/1", "unreachable_rule narrow /rules/1"];
    assert_eq!(found(&shadowed), lines(expected));
    let dead = findings(&shadowed).remove(0);
    let example = dead.example.unwrap();
    assert_eq!(
        (example.outcome, example.rules.as_slice()),
        (Outcome::Reject, &["wide".to_owned()][..])
    );
    assert!(example.webhook.smallest && example.webhook.body.contains("DOC_FAKE"));
}

#[test]
fn an_undecided_rule_may_matter_although_it_never_decides() {
    // Never the strongest true one, but undecided it holds accepts back.
    let policy = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."},
           {"id": "no", "when": {"docType": "VISA"}, "then": "reject"},
           {"id": "no-either", "when": {"docType": "VISA", "platform": "PC"}, "then": "retry"}"#,
    );
    let expected = ["redundant_rule no-either /rules/2", "unreachable_rule no-either /rules/2"];
    assert_eq!(found(&policy), lines(expected));
    let policy = super::policy(
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."},
           {"id": "no", "when": {"docType": ["VISA", null]}, "then": "reject"},
           {"id": "no-either", "when": {"docType": "VISA", "platform": "PC"}, "then": "retry"}"#,
    );
    assert!(found(&policy).contains("unreachable_rule no-either /rules/2"));
}

#[test]
fn a_rule_that_says_it_again_is_redundant() {
    let policy = policy(
        r#"{"id": "one", "when": {"face": ["FAKE_FACE", "FACE_MISMATCH"]}, "then": "reject"},
           {"id": "two", "when": {"face": "FAKE_FACE"}, "then": "reject"}"#,
    );
    assert_eq!(found(&policy), lines(["redundant_rule two /rules/1"]));
}

#[test]
fn an_accepting_rule_that_always_falls_to_review_is_found() {
    let policy = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED", "docType": null}, "then": "accept", "why": "Good."},
           {"id": "visa", "when": {"docType": "VISA"}, "then": "reject"}"#,
    );
    let found = findings(&policy);
    let never = found.iter().find(|found| found.code == LintCode::NeverAccepts).unwrap();
    let example = never.example.as_ref().unwrap();
    assert_eq!(
        (example.outcome, example.rules.as_slice()),
        (Outcome::Review, &["good".to_owned()][..])
    );
}

#[test]
fn parts_that_say_nothing_and_parts_that_cannot_be_true_are_placed() {
    let redundant = policy(
        r#"{"id": "a", "then": "retry", "when": {"all": [{"document": {"class": "fraud"}},
            {"document": ["DOC_FAKE", "DOC_SPOOF_DETECTED", "DOC_GLARED"]}]}}"#,
    );
    assert_eq!(found(&redundant), lines(["redundant_condition a /rules/0/when/all/1"]));

    let never = policy(
        r#"{"id": "a", "then": "retry", "when": {"any": [{"age": {"below": 0}}, {"face": "FACE_MATCH"},
            {"document": "DOC_FAKE", "all": [{"document": "DOC_GLARED"}]}]}}"#,
    );
    let expected = [
        "contradictory_condition a /rules/0/when/any/0/age/below",
        "contradictory_condition a /rules/0/when/any/2",
    ];
    assert_eq!(found(&never), lines(expected));

    // Words that the lifecycle keeps from the rules.
    let words =
        policy(r#"{"id": "a", "then": "retry", "when": {"overall": ["DENIED", "EXPIRED"]}}"#);
    assert_eq!(found(&words), lines(["contradictory_condition a /rules/0/when/overall/1"]));
}

#[test]
fn what_is_undecided_wherever_it_counts_is_found() {
    let policy = policy(
        r#"{"id": "a", "then": "retry", "when": {"docType": null, "all": [{"docType": {"not": "VISA"}}]}}"#,
    );
    let found = findings(&policy);
    let undecided = found.iter().find(|found| found.code == LintCode::AlwaysUndecided).unwrap();
    assert_eq!(undecided.pointer.as_str(), "/rules/0/when/all");
    assert_eq!(undecided.example.as_ref().unwrap().outcome, Outcome::Review);
}

#[test]
fn unknown_words_and_unused_lists_are_named() {
    let policy = with(
        r#"{"id": "a", "then": "retry", "when": {"document": ["DOC_GLARED", {"unlisted": "DOC_NEW"}]}},
           {"id": "b", "then": "retry", "when": {"tags": {"any": ["$used", {"unlisted": "TAG_NEW"}]}}}"#,
        r#", "lists": {"used": ["NAME"], "forgotten": ["SURNAME"]}"#,
    );
    let expected = [
        "unknown_word a /rules/0/when/document/1/unlisted",
        "unknown_word b /rules/1/when/tags/any",
        "unused_list  /lists/forgotten",
    ];
    assert_eq!(found(&policy), lines(expected));
}

#[test]
fn waiting_for_what_never_comes_is_found() {
    let policy = policy(r#"{"id": "a", "then": "wait", "when": {"document": "DOC_GLARED"}}"#);
    assert_eq!(found(&policy), lines(["wait_on_final a /rules/0"]));
    let before = with(
        r#"{"id": "a", "then": "wait", "when": {"final": false, "document": "DOC_GLARED"}}"#,
        r#", "lifecycle": {"preliminary": "evaluate"}"#,
    );
    assert_eq!(found(&before), BTreeSet::new());
}

#[test]
fn every_way_in_which_absence_helps_is_shown_by_two_webhooks() {
    let good =
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."}"#;
    for (rule, place) in [
        (r#"{"docType": {"not": null}}"#, "/rules/1/when/docType/not"),
        (
            r#"{"document": {"not": [{"class": "unknown"}, null]}}"#,
            "/rules/1/when/document/not/0/class",
        ),
        (r#"{"tags": {"empty": true}}"#, "/rules/1/when/tags/empty"),
        (r#"{"not": {"tags": {"anyClass": "unknown"}}}"#, "/rules/1/when/not/tags/anyClass"),
    ] {
        let policy = policy(&format!(r#"{good}, {{"id": "x", "then": "reject", "when": {rule}}}"#));
        let found = findings(&policy);
        let helps = |found: &&LintFinding| {
            found.code == LintCode::AbsenceHelps && found.pointer.as_str() == place
        };
        let found = found.iter().find(helps).unwrap_or_else(|| panic!("{rule}: {found:?}"));
        assert_eq!(found.example.as_ref().unwrap().outcome, Outcome::Accept, "{rule}");
        assert_eq!(found.instead.as_ref().unwrap().outcome, Outcome::Reject, "{rule}");
    }
    let skip = policy(&format!(
        r#"{good}, {{"id": "x", "then": "reject", "when": {{"platform": "PC"}}, "ifUndecided": "skip"}}"#
    ));
    assert_eq!(found(&skip), lines(["absence_helps x /rules/1/ifUndecided"]));
    let null = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED", "platform": ["MOBILE", null]}, "then": "accept", "why": "Good."}"#,
    );
    assert_eq!(found(&null), lines(["absence_helps good /rules/0/when/platform/1"]));
}

#[test]
fn a_header_that_lets_somebody_in_is_found() {
    let good =
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."}"#;
    let asked = policy(&format!(
        r#"{good}, {{"id": "x", "then": "review", "when": {{"event": {{"not": "IDENTIFICATION"}}}}}}"#
    ));
    assert_eq!(found(&asked), lines(["event_helps x /rules/1"]));
    let evaluated = with(good, r#", "lifecycle": {"contradictory": "evaluate"}"#);
    assert_eq!(found(&evaluated), lines(["event_helps  /lifecycle/contradictory"]));
    let finding = findings(&evaluated).remove(0);
    assert!(finding.example.unwrap().webhook.event.is_some());
    assert_eq!(finding.instead.unwrap().webhook.event, None);
}

#[test]
fn what_otherwise_catches_is_described() {
    let policy = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."},
           {"id": "bad", "when": {"overall": "DENIED"}, "then": "reject"}"#,
    );
    let lint = policy.lint(&scope());
    let [only] = lint.findings.as_slice() else { panic!("{:?}", lint.findings) };
    assert_eq!(only.code, LintCode::CaughtByOtherwise);
    let area = serde_json::to_value(only.area.as_ref().unwrap()).unwrap();
    assert_eq!(area["facts"][0]["fact"], "overall");
    assert_eq!(area["facts"][0]["is_one_of"], serde_json::json!(["SUSPECTED"]));
    assert_eq!(only.example.as_ref().unwrap().rules, ["otherwise"]);
}

#[test]
fn what_is_not_decided_within_the_limit_is_said_to_be_open() {
    let narrow = Scope { steps: 0, ..scope() };
    let policy = policy(
        r#"{"id": "a", "when": {"any": [{"face": "FAKE_FACE"}, {"document": "DOC_FAKE"}]}, "then": "reject"},
           {"id": "b", "when": {"any": [{"peps": "NO_FLAGS"}, {"document": "DOC_FAKE"}]}, "then": "retry"}"#,
    );
    let lint = policy.lint(&narrow);
    assert!(!lint.complete && !lint.undetermined.is_empty());
    assert!(lint.findings.iter().all(|found| found.code != LintCode::UnreachableRule));
}
