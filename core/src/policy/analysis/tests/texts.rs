//! Texts that are made: which ones stand for all that no rule names.

use serde_json::json;

use crate::Outcome;
use crate::policy::analysis::LintCode;

use super::{plainest_facts, policy, scope};

#[test]
fn a_text_that_is_made_is_named_by_no_rule_and_has_no_other_beginning() {
    let starts = |start: &str| json!({"startsWith": start});
    let every_letter: Vec<_> =
        ('a'..='z').map(|letter| starts(&letter.to_string())).chain([starts("id")]).collect();
    for (start, others, expected) in [
        ("", json!(["x"]), "id-1"),
        ("", json!(["id-1", "id-2", "id-4"]), "id-3"),
        ("", json!([starts("x")]), "id-1"),
        ("x-", json!(["x-"]), "x-id-1"),
        ("x-", json!([starts("x-y"), "id-1", "x-id-1", starts("y")]), "x-id-2"),
        ("x-", json!([starts("x-i"), starts("x-a"), "x-b1"]), "x-b2"),
        ("x-", json!([starts("x-id-1")]), "x-a1"),
        // Beginnings that look like those of the texts that are made.
        ("", json!([starts("id-")]), "a1"),
        ("", json!([starts("id-"), {"matches": "[0-9]+"}]), "a1"),
        ("", json!([starts("i"), starts("a"), "b1"]), "b2"),
        ("", json!([starts("id-77")]), "a1"),
        ("", json!(every_letter), "ª1"),
    ] {
        let when = match start {
            "" => json!({"not": {"externalRef": null}}),
            _ => json!({"externalRef": starts(start)}),
        };
        let rule = json!({"id": "r", "then": "retry", "when":
            {"all": [when, {"not": {"externalRef": others}}]}});
        let facts = plainest_facts(&rule.to_string(), Outcome::Retry).unwrap();
        assert_eq!(facts["externalRef"], expected, "{rule}");
    }
}

/// Which patterns match is not free where a text has to be shown: `[a-z]+[0-9]*` matches whatever
/// `[a-z]+` does.
#[test]
fn a_text_that_is_there_in_the_second_webhook_alone_can_be_written() {
    let policy = policy(
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."},
           {"id": "x", "when": {"externalRef": {"matches": "[a-z]+"}}, "then": "reject", "ifUndecided": "skip"},
           {"id": "y", "when": {"externalRef": {"matches": "[a-z]+[0-9]*"}}, "then": "retry", "ifUndecided": "skip"}"#,
    );
    let lint = policy.lint(&scope());
    assert!(lint.complete, "{:?}", lint.undetermined);
    let helps = lint.findings.iter().filter(|found| found.code == LintCode::AbsenceHelps);
    let places: Vec<_> = helps.map(|found| found.pointer.as_str()).collect();
    assert_eq!(places, ["/rules/1/ifUndecided", "/rules/2/ifUndecided"]);
}
