use crate::policy::{Arrival, Policy};

/// Under what every rule of a document is compared.
const BODIES: &[&str] = &[
    r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"}}"#,
    r#"{"scanRef":"s","final":true,"status":{"overall":"DENIED","autoDocument":"DOC_FAKE","autoFace":"NEW"}}"#,
    r#"{"scanRef":"s","final":true,"status":{"overall":"SUSPECTED","manualDocument":"DOC_VALIDATED",
        "manualFace":"FACE_MATCH","fraudTags":["NEW"],"mismatchTags":["NAME"]},"platform":"PC"}"#,
    r#"{"scanRef":"s","final":true,"status":{"overall":"NEW","fraudTags":["FAKE_PHOTO","BRAND_NEW"],
        "denyReasons":["x"]},"riskAssessment":{"riskScore":50},"clientId":"vip-1","data":{"docNationality":"LT"}}"#,
    r#"{"scanRef":"s","final":true,"status":{"overall":"DENIED","mismatchTags":["NAME","SURNAME"]},
        "riskAssessment":{"riskScore":49.5},"clientId":"vip-2","data":{"docNationality":"ZZ"}}"#,
];

#[track_caller]
fn agree(conditions: &[&str]) {
    let states = ["unknown", "unmarked"].map(|state| format!(r#""{state}":"evaluate""#)).join(",");
    let rules: Vec<String> = conditions
        .iter()
        .enumerate()
        .map(|(number, when)| format!(r#"{{"id":"r{number}","when":{when},"then":"review"}}"#))
        .collect();
    let rules = rules.join(",");
    let document = format!(
        r#"{{"format":1,"name":"t","otherwise":"retry","lifecycle":{{{states}}},"rules":[{rules}]}}"#
    );
    let policy = Policy::from_json(document.as_bytes(), None).unwrap();
    for body in BODIES {
        let fast = policy.evaluate(body.as_bytes(), &Arrival::default()).unwrap();
        let plain = policy.evaluate_plainly(body.as_bytes(), &Arrival::default()).unwrap();
        assert_eq!(fast, plain);
    }
}

#[test]
fn nested_conditions_are_their_clauses() {
    agree(&[
        r#"{"any":[{"document":"DOC_FAKE"},{"face":"FAKE_FACE"},{"platform":"PC"}]}"#,
        r#"{"not":{"all":[{"document":"DOC_FAKE"},{"not":{"any":[{"face":"FAKE_FACE"},{"platform":"PC"}]}}]}}"#,
        r#"{"all":[{"any":[{"document":null},{"face":"FACE_MATCH"}]},{"any":[{"platform":null},{"overall":"DENIED"}]}]}"#,
        r#"{"document":{"not":"DOC_FAKE"},"all":[{"document":{"not":"DOC_EXPIRED"}},{"document":[null,"DOC_VALIDATED"]}]}"#,
    ]);
}

#[test]
fn a_condition_too_wide_for_clauses_is_asked_by_itself() {
    let pair = |number: usize| {
        let facts = ["document", "face", "autoDocument", "manualFace", "docType", "platform"];
        let (one, other) = (facts[number % 6], facts[(number + 1) % 6]);
        format!(
            r#"{{"any":[{{"{one}":null}},{{"{other}":{{"not":null}}}},{{"overall":"DENIED"}}]}}"#
        )
    };
    let wide: Vec<String> = (0..6).map(pair).collect();
    let wide = wide.join(",");
    agree(&[
        &format!(r#"{{"all":[{wide}]}}"#),
        &format!(r#"{{"overall":"DENIED","all":[{wide}]}}"#),
        &format!(r#"{{"not":{{"all":[{wide}]}}}}"#),
    ]);
}

#[test]
fn one_set_may_be_asked_in_several_ways() {
    agree(&[
        r#"{"tags":{"any":["NAME"],"none":["FAKE_PHOTO"],"only":["NAME","SURNAME"]}}"#,
        r#"{"tags":{"all":["NAME","SURNAME"]},"all":[{"tags":{"any":["NAME"]}},{"tags":{"empty":false}}]}"#,
        r#"{"tags":{"only":["FAKE_PHOTO",{"unlisted":"BRAND_NEW"}]}}"#,
        r#"{"tags":{"none":[{"unlisted":"BRAND_NEW"}]}}"#,
        r#"{"not":{"tags":{"only":["NAME",{"unlisted":"NEW"}]}}}"#,
        r#"{"tags":{"anyClass":["unknown"]}}"#,
        r#"{"denyReasons":{"any":["x"]},"not":{"denyReasons":{"empty":true}}}"#,
        r#"{"amlHits":{"empty":true}}"#,
    ]);
}

#[test]
fn numbers_texts_and_countries_are_told_apart_at_their_limits() {
    agree(&[
        r#"{"riskScore":{"below":50}}"#,
        r#"{"riskScore":{"atLeast":50}}"#,
        r#"{"riskScore":{"between":[49,50]}}"#,
        r#"{"riskScore":null}"#,
        r#"{"clientId":["vip-1","vip-3"]}"#,
        r#"{"clientId":{"startsWith":"vip"}}"#,
        r#"{"clientId":{"matches":"vip-[1-9]"},"nationality":"LT"}"#,
        r#"{"nationality":{"not":["LT",{"unlisted":"ZZ"}]}}"#,
        r#"{"nationality":null}"#,
    ]);
}

/// So many values of each kind that they have no classes.
#[test]
fn more_values_than_classes_are_asked_by_themselves() {
    let texts: Vec<String> = (0..1_100).map(|number| format!("\"vip-{number}\"")).collect();
    let limits: Vec<String> =
        (0..600).map(|limit| format!(r#"{{"riskScore":{{"below":{limit}}}}}"#)).collect();
    let words: Vec<String> =
        (0..1_100).map(|number| format!(r#"{{"unlisted":"NEW_{number}"}}"#)).collect();
    let (texts, limits, words) = (texts.join(","), limits.join(","), words.join(","));
    agree(&[
        &format!(r#"{{"clientId":[{texts}]}}"#),
        &format!(r#"{{"not":{{"clientId":[{texts}]}}}}"#),
        r#"{"clientId":["vip-2",null]}"#,
        &format!(r#"{{"any":[{limits}]}}"#),
        r#"{"riskScore":{"between":[49,50]},"not":{"riskScore":{"atLeast":50}}}"#,
        &format!(r#"{{"face":[{words},"FACE_MATCH",{{"unlisted":"NEW"}}]}}"#),
        r#"{"face":{"class":"unknown"}}"#,
        &format!(r#"{{"nationality":["LT",{words},{{"unlisted":"ZZ"}}]}}"#),
        r#"{"nationality":{"not":["LT",{"unlisted":"ZZ"}]}}"#,
    ]);
}

#[test]
fn the_policies_of_the_library_ask_nothing_but_rows() {
    for policy in [Policy::documented(), Policy::strict()] {
        assert!(policy.engine.late.is_empty(), "{}", policy.name());
    }
}
