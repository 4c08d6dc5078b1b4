//! What numbers there are, and which one of a range is shown.

use serde_json::{Value, json};

use crate::Outcome;

use super::{plainest_facts, policy, scope, with};

#[test]
fn the_number_that_is_shown_is_near_what_is_usual() {
    for (fact, operators, except, expected) in [
        ("age", r#""atLeast": 0"#, "", Some(30.0)),
        ("age", r#""below": 18"#, "", Some(17.0)),
        ("age", r#""between": [18, 20]"#, "", Some(20.0)),
        ("age", r#""atLeast": 40"#, "", Some(40.0)),
        ("age", r#""below": 1"#, "", Some(0.0)),
        ("daysToExpiry", r#""atLeast": 0"#, "", Some(365.0)),
        ("daysToExpiry", r#""below": 0"#, "", Some(-1.0)),
        ("duplicates", r#""atLeast": 1"#, "", Some(1.0)),
        ("duplicates", r#""between": [2, 5]"#, "", Some(2.0)),
        ("riskScore", r#""atLeast": 0"#, "", Some(10.0)),
        ("riskScore", r#""between": [3, 8]"#, "", Some(8.0)),
        ("riskScore", r#""between": [20, 30]"#, "", Some(20.0)),
        // An end that does not belong to the range.
        ("riskScore", r#""below": 10"#, "", Some(9.0)),
        ("riskScore", r#""atLeast": 0"#, r#""between": [0, 10]"#, Some(11.0)),
        ("riskScore", r#""atLeast": 5, "below": 6"#, r#""between": [5, 5]"#, Some(5.5)),
        // So large that there is no whole number beside it.
        (
            "riskScore",
            r#""atLeast": 0"#,
            r#""between": [0, 9007199254740992]"#,
            Some(9_007_199_254_740_994.0),
        ),
        ("riskScore", r#""below": -9007199254740992"#, "", Some(-9_007_199_254_740_994.0)),
        (
            "riskScore",
            r#""atLeast": 9007199254740992, "below": 9007199254740994"#,
            r#""between": [9007199254740992, 9007199254740992]"#,
            None,
        ),
        // Where only whole numbers count there is none between 5 and 6.
        ("age", r#""atLeast": 5, "below": 6"#, r#""between": [5, 5]"#, None),
        ("daysToExpiry", r#""atLeast": 5, "below": 6"#, r#""between": [5, 5]"#, None),
        ("duplicates", r#""atLeast": 5, "below": 6"#, r#""between": [5, 5]"#, None),
        // From the first to the last day of the calendar, seen from 21 November 2026.
        ("age", r#""below": 0"#, "", None),
        ("age", r#""between": [-1, -1]"#, "", None),
        ("age", r#""atLeast": 2025"#, "", Some(2025.0)),
        ("age", r#""atLeast": 2026"#, "", None),
        ("daysToExpiry", r#""below": -739939"#, "", Some(-739_940.0)),
        ("daysToExpiry", r#""below": -739940"#, "", None),
        ("daysToExpiry", r#""atLeast": 2912118"#, "", Some(2_912_118.0)),
        ("daysToExpiry", r#""atLeast": 2912119"#, "", None),
        // Two lists of at most 10,000 entries each.
        ("duplicates", r#""below": 0"#, "", None),
        ("duplicates", r#""atLeast": 10001"#, "", Some(10_001.0)),
        ("duplicates", r#""atLeast": 20000"#, "", Some(20_000.0)),
        ("duplicates", r#""atLeast": 20001"#, "", None),
    ] {
        let not = match except {
            "" => String::new(),
            _ => format!(r#", "not": {{"{fact}": {{{except}}}}}"#),
        };
        let when = format!(r#"{{"{fact}": {{{operators}}}{not}}}"#);
        let rule = format!(r#"{{"id": "r", "then": "retry", "when": {when}}}"#);
        let shown = plainest_facts(&rule, Outcome::Retry).map(|facts| facts[fact].as_f64());
        assert_eq!(shown, expected.map(Some), "{when}");
    }
}

#[test]
fn no_duplicate_is_what_the_plainest_body_says() {
    let rule = r#"{"id": "r", "then": "retry", "when": {"duplicates": {"below": 3}}}"#;
    let facts = plainest_facts(rule, Outcome::Retry).unwrap();
    assert_eq!(facts, json!({"overall": "APPROVED", "final": true}));
}

#[test]
fn areas_name_the_numbers_that_there_are() {
    let rule = |when: &str| format!(r#"{{"id": "r", "then": "reject", "when": {when}}}"#);
    let nothing = with("", "");
    for (when, expected) in [
        (r#"{"age": {"between": [-1, 17]}}"#, json!([{"atLeast": 0, "atMost": 17}])),
        (r#"{"age": {"atLeast": 100}}"#, json!([{"atLeast": 100, "atMost": 2025}])),
        (r#"{"duplicates": {"atLeast": 3}}"#, json!([{"atLeast": 3, "atMost": 20_000}])),
        (r#"{"daysToExpiry": {"below": 0}}"#, json!([{"atLeast": -739_940, "atMost": -1}])),
        (r#"{"riskScore": {"atLeast": 80}}"#, json!([{"atLeast": 80}])),
        (r#"{"riskScore": {"below": 80}}"#, json!([{"below": 80}])),
    ] {
        let difference = nothing.diff(&policy(&rule(when)), &scope());
        let [change] = difference.changes.as_slice() else { panic!("{when}: {difference:?}") };
        let area = serde_json::to_value(&change.area).unwrap();
        let facts: Vec<&Value> = area["facts"].as_array().unwrap().iter().collect();
        let [only] = facts.as_slice() else { panic!("{area}") };
        assert_eq!((&only["is_one_of"], &only["is_none_of"]), (&expected, &Value::Null), "{when}");
    }
}
