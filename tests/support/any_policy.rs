//! Policy documents by chance, over the facts that the generated bodies hold.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Documents of a few rules each: few, so that one of them can turn the decision.
///
/// A *free* one uses all of the language; the others leave out what the promise about missing
/// facts and unknown words excepts: `null` in an accepting rule, `not null`, class `unknown`
/// under `not`, `empty`, and `skip`. They may ask `null` and class `unknown` in other rules.
pub fn policies(free: bool) -> impl Strategy<Value = Value> {
    let rule = prop_oneof![2 => accepting(free), 3 => holding_back(free)];
    let rules = prop::collection::vec(rule, 0..4);
    (rules, weak_outcome()).prop_map(|(rules, otherwise)| {
        json!({"format": 1, "name": "by-chance", "otherwise": otherwise, "rules": numbered(rules)})
    })
}

/// A rule that does not accept, with an id of its own.
pub fn further_rule() -> impl Strategy<Value = Value> {
    holding_back(true).prop_map(|mut rule| {
        rule["id"] = json!("further");
        rule
    })
}

fn numbered(rules: Vec<Value>) -> Vec<Value> {
    let with_id = |(index, mut rule): (usize, Value)| {
        rule["id"] = json!(format!("r{index}"));
        rule
    };
    rules.into_iter().enumerate().map(with_id).collect()
}

fn weak_outcome() -> impl Strategy<Value = &'static str> {
    select(vec!["retry", "review", "reject", "wait"])
}

fn accepting(free: bool) -> impl Strategy<Value = Value> {
    let pin = select(vec![json!("APPROVED"), json!("SUSPECTED"), json!(["APPROVED", "SUSPECTED"])]);
    let always = Just(json!({"repeatedKeys": false}));
    let condition = if free { prop_oneof![plain(), absent()].boxed() } else { plain().boxed() };
    let condition = prop_oneof![always, condition];
    (pin, condition).prop_map(|(pin, condition)| {
        json!({"when": {"overall": pin, "all": [condition]}, "then": "accept", "why": "By chance."})
    })
}

fn holding_back(free: bool) -> impl Strategy<Value = Value> {
    let condition =
        if free { nested(everything()).boxed() } else { prop_oneof![plain(), cautious()].boxed() };
    (condition, weak_outcome(), any::<bool>()).prop_map(move |(condition, then, skip)| {
        let mut rule = json!({"when": condition, "then": then});
        if free && skip {
            rule["ifUndecided"] = json!("skip");
        }
        rule
    })
}

/// Conditions that only decide on known values.
fn plain() -> impl Strategy<Value = Value> {
    nested(comparisons())
}

/// Conditions that decide on absence or on unknown words, where that holds somebody back.
fn cautious() -> impl Strategy<Value = Value> {
    prop_oneof![
        absent(),
        select(vec![
            json!({"document": {"class": "unknown"}}),
            json!({"tags": {"anyClass": ["unknown", "blocklist"]}}),
            json!({"document": [null, {"class": "unknown"}, {"not": "DOC_VALIDATED"}]}),
            json!({"any": [{"face": {"class": "unknown"}}, {"docType": null}]}),
        ]),
    ]
}

fn everything() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => comparisons(),
        1 => cautious(),
        1 => select(vec![
            json!({"tags": {"empty": true}}),
            json!({"tags": {"empty": false}}),
            json!({"document": {"not": null}}),
            json!({"face": {"not": ["FACE_MATCH", null]}}),
            json!({"docType": {"not": {"class": "unknown"}}}),
            json!({"tagsReported": false}),
        ]),
    ]
}

fn absent() -> impl Strategy<Value = Value> {
    select(vec!["document", "face", "manualDocument", "docType", "nationality", "clientId"])
        .prop_map(|fact| json!({fact: null}))
}

/// Comparisons, most of them with what verdicts hang on.
fn comparisons() -> impl Strategy<Value = Value> {
    let checks = select(vec![
        json!({"overall": "APPROVED"}),
        json!({"document": "DOC_VALIDATED"}),
        json!({"document": {"not": "DOC_VALIDATED"}}),
        json!({"document": {"not": {"class": ["quality", "fraud"]}}}),
        json!({"manualDocument": "DOC_VALIDATED"}),
        json!({"autoDocument": ["DOC_VALIDATED", {"unlisted": "BRAND_NEW"}]}),
        json!({"face": {"class": "ok"}}),
        json!({"face": {"not": "FACE_MATCH"}}),
        json!({"manualFace": {"not": "FACE_MATCH"}}),
        json!({"tags": {"any": ["NAME", "DEV_TOOLS_OPENED"]}}),
        json!({"tags": {"none": ["EXPIRY_DATE"]}}),
        json!({"tags": {"only": ["DEV_TOOLS_OPENED", {"unlisted": "BRAND_NEW"}]}}),
        json!({"tags": {"all": ["DEV_TOOLS_OPENED", "EXPIRY_DATE"]}}),
        json!({"tags": {"anyClass": "informational"}}),
    ]);
    let others = select(vec![
        json!({"additionalSteps": {"not": "INVALID"}}),
        json!({"additionalSteps": ["VALID", "NOT_CHECKED"]}),
        json!({"aml": {"class": "ok"}}),
        json!({"amlCheck": {"not": "TRUE_POSITIVE"}}),
        json!({"peps": "NO_FLAGS"}),
        json!({"ipRisk": ["HIGH", "VERY_HIGH"]}),
        json!({"riskScore": {"below": 50}}),
        json!({"riskScore": {"between": [10, 90]}}),
        json!({"duplicates": {"atLeast": 1}}),
        json!({"ageEstimate": "OVER_30"}),
        json!({"docType": {"not": ["ID_CARD", "VISA"]}}),
        json!({"nationality": ["LT", "LV"]}),
        json!({"nationality": {"not": "KP"}}),
        json!({"ipCountry": "LT"}),
        json!({"platform": {"not": "PC"}}),
        json!({"dataChanged": false}),
        json!({"clientId": {"startsWith": "vip-"}}),
        json!({"externalRef": {"matches": "vip-[0-9]"}}),
        json!({"companyId": ["vip-1", "vip-2"]}),
        json!({"repeatedKeys": false}),
    ]);
    prop_oneof![2 => checks, 1 => others]
}

fn nested(leaves: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    leaves.prop_recursive(2, 8, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            several.clone().prop_map(|parts| json!({"any": parts})),
            several.prop_map(|parts| json!({"all": parts})),
            inner.prop_map(|part| json!({"not": part})),
        ]
    })
}
