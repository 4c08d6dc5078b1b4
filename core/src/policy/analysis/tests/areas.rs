//! Descriptions of regions: how long they are, and which facts they keep.

use serde_json::{Map, Value, json};

use crate::Policy;
use crate::facts::Fact;
use crate::policy::analysis::{Area, AreaFact, AreaValue};
use crate::policy::outcome::Lifecycle;

use super::{policy, scope};

#[test]
fn facts_are_counted_first_then_everything_that_is_said() {
    let words = |count| vec![AreaValue::Unknown; count];
    let one = AreaFact {
        is_one_of: Some(words(1)),
        any: vec![words(2), words(1)],
        all: words(4),
        none: words(5),
        not_all: vec![words(6)],
        matches: vec![String::new(); 7],
        matches_not: vec![String::new(); 8],
        ..AreaFact::new(Fact::Tags)
    };
    let none_of =
        |count| AreaFact { is_none_of: Some(words(count)), ..AreaFact::new(Fact::Overall) };
    let states = vec![Lifecycle::Decided, Lifecycle::Pending];
    let area = Area { lifecycle: Some(states), facts: vec![one, none_of(3)] };
    assert_eq!(area.length(), (2, 2 + 1 + 3 + 4 + 5 + 6 + 7 + 8 + 3));
    let area = Area { lifecycle: None, facts: vec![none_of(50)] };
    assert_eq!(area.length(), (1, 50));
}

/// What becomes of the policy when a rule is added, each area without what does not apply.
fn areas(when: &str) -> Vec<Value> {
    let today = r#"{"id": "today", "when": {"lid": "HIT"}, "then": "reject"}"#;
    let more = policy(&format!(r#"{today}, {{"id": "more", "when": {when}, "then": "reject"}}"#));
    let today: Policy = policy(today);
    let difference = today.diff(&more, &scope());
    assert!(difference.complete);
    difference.changes.iter().map(|change| short(&change.area)).collect()
}

fn short(area: &Area) -> Value {
    let mut said = Map::from_iter([("lifecycle".to_owned(), json!(area.lifecycle))]);
    for fact in &area.facts {
        let Value::Object(mut tests) = json!(fact) else { panic!("{fact:?}") };
        tests.retain(|key, value| key != "fact" && !value.is_null() && *value != json!([]));
        said.insert(fact.fact.to_owned(), Value::Object(tests));
    }
    Value::Object(said)
}

/// Where either of two facts could be dropped from a region, the one that says less to a reader
/// goes.
#[test]
fn what_says_most_stays_longest() {
    let found = areas(
        r#"{"any": [{"overall": "APPROVED", "platform": null},
                    {"overall": {"not": "APPROVED"}, "docType": null}]}"#,
    );
    let (decided, missing) = (json!(["decided"]), json!({"is_one_of": [null]}));
    let verdict = |words: Value| json!({ "is_one_of": words });
    let expected = [
        json!({"lifecycle": decided, "overall": verdict(json!(["APPROVED"])), "platform": missing}),
        json!({"lifecycle": decided, "overall": verdict(json!(["DENIED", "SUSPECTED"])), "docType": missing}),
    ];
    assert_eq!(found, expected);

    // Whether keys are repeated says less than what is in a set.
    let found = areas(
        r#"{"any": [{"not": {"denyReasons": {"all": ["one", "two"]}}, "platform": "PC"},
                    {"denyReasons": {"all": ["one", "two"]}, "repeatedKeys": false}]}"#,
    );
    let (words, once) = (json!(["one", "two"]), json!({"is_one_of": [false]}));
    let (not_text, repeated) = (json!([{"text": false}]), json!([{"repeated": true}]));
    let not_both = json!({"not_all": [words], "none": not_text, "is_none_of": repeated});
    let pc = json!({"is_one_of": ["PC"]});
    let expected = [
        json!({"lifecycle": decided, "denyReasons": {"all": words}, "repeatedKeys": once}),
        json!({"lifecycle": decided, "denyReasons": not_both, "platform": pc}),
    ];
    assert_eq!(found, expected);
}
