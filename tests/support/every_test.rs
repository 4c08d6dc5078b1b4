//! A policy that asks every fact in every way its kind allows, alone and under conditions.

use idenfy_rules::policy::{Absence, FactName, Kind};
use idenfy_rules::vocab::Vocabulary;
use serde_json::{Value, json};

/// The document. No rule accepts but two, since accepting rules may not ask everything.
pub fn every_test() -> Value {
    let mut conditions: Vec<Value> = Vec::new();
    for fact in FactName::ALL {
        conditions.extend(tests(*fact).into_iter().map(|test| json!({fact.as_str(): test})));
    }
    let wide: Vec<Value> = conditions.iter().step_by(11).cloned().collect();
    let pairs = conditions.windows(2).step_by(3).map(|pair| {
        json!({"any": [pair[0], {"not": pair[1]}], "all": [{"not": {"all": pair}}, {"any": pair}]})
    });
    let nested: Vec<Value> = pairs.collect();
    conditions.extend(nested);
    conditions.push(json!({"any": wide, "overall": ["APPROVED", "DENIED", "SUSPECTED"]}));
    conditions.push(json!({"not": {"any": wide}}));
    conditions
        .push(json!({"all": wide.chunks(2).map(|two| json!({"any": two})).collect::<Vec<_>>()}));
    let outcomes = ["review", "retry", "reject", "wait"];
    let mut rules: Vec<Value> = conditions
        .into_iter()
        .enumerate()
        .map(|(number, when)| {
            let mut rule =
                json!({"id": format!("r{number}"), "when": when, "then": outcomes[number % 4]});
            if number % 5 == 0 {
                rule["ifUndecided"] = json!("skip");
            }
            rule
        })
        .collect();
    for (id, overall) in [("good", "APPROVED"), ("flagged", "SUSPECTED")] {
        rules.push(json!({"id": id, "when": {"overall": overall, "document": "DOC_VALIDATED"}, "then": "accept", "why": "For a test."}));
    }
    json!({"format": 1, "name": "every-test", "rules": rules, "otherwise": "review",
        "lifecycle": {"preliminary": "evaluate", "pending": "evaluate", "unmarked": "evaluate",
            "unknown": "evaluate", "contradictory": "evaluate", "erased": "evaluate", "unfinished": "evaluate"}})
}

fn tests(fact: FactName) -> Vec<Value> {
    let mut tests = match fact.kind() {
        Kind::Word(vocabulary) => words(vocabulary),
        Kind::Words(vocabulary) => sets(vocabulary),
        Kind::Texts => vec![
            json!({"any": ["x", "y"]}),
            json!({"none": ["x"]}),
            json!({"all": ["x", "y"]}),
            json!({"empty": true}),
            json!({"empty": false}),
        ],
        Kind::Number => vec![
            json!({"below": 18}),
            json!({"atLeast": 1}),
            json!({"between": [0, 50]}),
            json!({"between": [50, 90]}),
            json!({"below": 100, "atLeast": 18}),
        ],
        Kind::Flag => vec![json!(true), json!(false)],
        Kind::Country => {
            vec![json!("LT"), json!(["LV", "LT", {"unlisted": "ZZ"}]), json!({"not": ["KP", "US"]})]
        }
        _ => vec![
            json!("vip-1"),
            json!(["vip-1", "x"]),
            json!({"startsWith": "vip-"}),
            json!({"matches": "[a-z]+-[0-9]{1,6}"}),
            json!([{"startsWith": "user-"}, "x"]),
        ],
    };
    if fact.absence() == Absence::Missing {
        tests.push(json!(null));
        if matches!(fact.kind(), Kind::Word(_) | Kind::Country) {
            tests.push(json!({"not": null}));
        }
    }
    tests
}

fn words(vocabulary: &Vocabulary) -> Vec<Value> {
    let word = |place: usize| vocabulary.words[place % vocabulary.words.len()].text;
    vec![
        json!(word(0)),
        json!([word(0), word(1), {"unlisted": "BRAND_NEW"}]),
        json!({"not": [word(2), word(4)]}),
        json!({"class": "unknown"}),
        json!({"not": {"class": "unknown"}}),
        json!([{"not": word(0)}, {"unlisted": "brand new"}]),
    ]
}

fn sets(vocabulary: &Vocabulary) -> Vec<Value> {
    let word = |place: usize| vocabulary.words[place % vocabulary.words.len()].text;
    let class = vocabulary.words[0].class.as_str();
    vec![
        json!({"any": [word(0), word(1), {"unlisted": "BRAND_NEW"}]}),
        json!({"none": [word(2)]}),
        json!({"none": [word(3), {"unlisted": "BRAND_NEW"}]}),
        json!({"all": [word(0), word(1)]}),
        json!({"all": [word(0), {"unlisted": "BRAND_NEW"}]}),
        json!({"only": [word(0), word(3)]}),
        json!({"only": [word(1), {"unlisted": "BRAND_NEW"}]}),
        json!({"anyClass": [class, "unknown"]}),
        json!({"anyClass": class}),
        json!({"empty": true}),
        json!({"empty": false}),
        json!({"any": [word(0)], "none": [word(1)], "only": [word(0), word(2)]}),
        json!({"any": [word(4)], "empty": false}),
    ]
}
