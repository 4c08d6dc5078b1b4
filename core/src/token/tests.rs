//! What holds for every body, and for every row of the table.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::date::Date;
use crate::report::Severity;
use crate::{Country, Limits};

fn codes(body: &Json) -> Vec<(String, &'static str, Severity)> {
    let report = validate(body.to_string().as_bytes(), &Profile::default());
    let found = report.violations().iter();
    found.map(|one| (one.pointer.as_str().to_owned(), one.code, one.severity)).collect()
}

fn errors(body: &Json) -> Vec<(String, &'static str)> {
    let found = codes(body).into_iter();
    found
        .filter(|(_, _, severity)| *severity == Severity::Error)
        .map(|(pointer, code, _)| (pointer, code))
        .collect()
}

/// A request in which one member has this value.
fn with(name: &str, value: &Json) -> Json {
    let mut body = json!({ "clientId": "user-1" });
    body[name] = value.clone();
    body
}

#[test]
fn every_member_stands_once_and_has_its_sources() {
    assert!(MEMBERS.len() >= 72, "a member is gone");
    for (index, row) in MEMBERS.iter().enumerate() {
        let first = MEMBERS.iter().position(|other| other.name == row.name);
        assert_eq!(first, Some(index), "{}", row.name);
        assert_eq!(members::find(row.name).map(|found| found.name), Some(row.name));
        assert!(!row.source.is_empty(), "{}", row.name);
        assert!(row.source.iter().all(|key| SOURCES.iter().any(|(known, _)| known == key)));
    }
    assert_eq!(MEMBERS.iter().filter(|row| row.required).count(), 1);
}

/// The rule that another JSON type breaks, by what the row says.
fn type_rule(row: &Member) -> Option<&'static str> {
    match (row.name, row.json_type) {
        ("documents", _) => Some("documents.not_array"),
        _ if row.group == Group::Legacy => None,
        (_, JsonType::String) => Some("type.string"),
        (_, JsonType::Integer) => Some("type.integer"),
        (_, JsonType::Number) => Some("type.number"),
        (_, JsonType::Boolean) => Some("type.boolean"),
        (_, JsonType::Array) => Some("type.array"),
        (_, JsonType::Object) => Some("type.object"),
    }
}

#[test]
fn every_member_refuses_the_other_types() {
    let samples = [
        (JsonType::String, json!("")),
        (JsonType::Integer, json!(1)),
        (JsonType::Boolean, json!(true)),
        (JsonType::Array, json!([])),
        (JsonType::Object, json!({})),
    ];
    for row in MEMBERS {
        for (json_type, value) in &samples {
            let fits = *json_type == row.json_type
                || (row.json_type == JsonType::Number && *json_type == JsonType::Integer)
                || (row.name == "country" && *json_type == JsonType::Array);
            if fits {
                continue;
            }
            let expected = type_rule(row).map(|code| (format!("/{}", row.name), code));
            assert_eq!(errors(&with(row.name, value)), Vec::from_iter(expected), "{}", row.name);
        }
    }
}

#[test]
fn null_is_absence_a_warning_or_an_error() {
    for row in MEMBERS {
        let found = codes(&with(row.name, &Json::Null));
        let pointer = format!("/{}", row.name);
        let expected = match row {
            _ if row.required => vec![(pointer, "client_id.null", Severity::Error)],
            _ if row.nullable => vec![],
            _ => vec![(pointer, "null.not_nullable", Severity::Warning)],
        };
        assert_eq!(found, expected, "{}", row.name);
    }
}

#[test]
fn limits_count_code_points_and_both_sides_hold() {
    for (name, max, code) in [
        ("clientId", 100, "client_id.max_length"),
        ("personScanRef", 100, "client_id.max_length"),
        ("firstName", 100, "name.max_length"),
        ("lastName", 100, "name.max_length"),
        ("address", 255, "address.max_length"),
        ("documentNumber", 50, "number.max_length"),
        ("personalNumber", 50, "number.max_length"),
        ("externalRef", 40, "external_ref.max_length"),
        ("locale", 7, "locale.max_length"),
    ] {
        let at_limit = with(name, &json!("𠮷".repeat(max)));
        let beyond = with(name, &json!("𠮷".repeat(max + 1)));
        assert_eq!(errors(&at_limit), [], "{name}");
        assert_eq!(errors(&beyond), [(format!("/{name}"), code)], "{name}");
    }
}

/// A bound that is only noted is none.
#[test]
fn the_table_names_the_bounds_that_refuse() {
    for row in MEMBERS.iter().filter(|row| row.json_type == JsonType::Integer) {
        let refuses = |number: i64| !errors(&with(row.name, &json!(number))).is_empty();
        assert_eq!(row.min().is_some(), refuses(i64::MIN), "{}", row.name);
        assert_eq!(row.max().is_some(), refuses(i64::MAX), "{}", row.name);
        if let Some(min) = row.min() {
            assert!(refuses(min - 1) && !refuses(min), "{}", row.name);
        }
        if let Some(max) = row.max() {
            assert!(refuses(max + 1) && !refuses(max), "{}", row.name);
        }
    }
}

/// Warnings of several members; `None` where there is nothing to say.
#[test]
fn members_that_do_not_go_together_are_noted_and_others_are_not() {
    let steps = json!({"ALL": {"ALL": {"HOME": {"type": "UPLOAD"}}}});
    let data = json!({"HOME": {"address": "Gate 1"}});
    let own = [
        "nfc.both",
        "age.order",
        "date.issue_after_expiry",
        "date.birth_after_issue",
        "additional_data.needs_steps",
        "token_type.not_allowed",
    ];
    for (more, expected) in [
        (json!({"nfcRequired": true, "nfcOptional": true}), Some(("/nfcOptional", "nfc.both"))),
        (json!({"nfcRequired": false, "nfcOptional": true}), None),
        (json!({"nfcRequired": true, "nfcOptional": false}), None),
        (json!({"ageLimit": 21, "ageMax": 20}), Some(("/ageMax", "age.order"))),
        (json!({"ageLimit": 21, "ageMax": 21}), None),
        (
            json!({"dateOfIssue": "2020-01-02", "dateOfExpiry": "2020-01-01"}),
            Some(("/dateOfIssue", "date.issue_after_expiry")),
        ),
        (json!({"dateOfIssue": "2020-01-01", "dateOfExpiry": "2020-01-01"}), None),
        (
            json!({"dateOfBirth": "2020-01-02", "dateOfIssue": "2020-01-01"}),
            Some(("/dateOfBirth", "date.birth_after_issue")),
        ),
        (json!({"dateOfBirth": "2020-01-01", "dateOfIssue": "2020-01-01"}), None),
        (json!({"additionalData": data}), Some(("/additionalData", "additional_data.needs_steps"))),
        (json!({"additionalData": data, "additionalSteps": steps}), None),
        (json!({"additionalData": {}}), None),
        (json!({"tokenType": "IDENTIFICATION"}), None),
        (json!({"tokenType": "DOCUMENT"}), Some(("/tokenType", "token_type.not_allowed"))),
    ] {
        let mut body = more.clone();
        body["clientId"] = json!("user-1");
        let found: Vec<_> =
            codes(&body).into_iter().filter(|(_, code, _)| own.contains(code)).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(at, code)| ((*at).to_owned(), *code, Severity::Warning))
            .collect();
        assert_eq!(found, expected, "{more}");
    }
}

/// Errors and warnings, whichever: there is nothing else to say about these.
#[test]
fn nothing_more_is_noted_than_there_is() {
    let step = json!({
        "type": "UPLOAD",
        "fields": ["address"],
        "settings": {"canUpload": true},
        "texts": {"en": {"name": "Bill", "description": "Not older than a month"}},
    });
    for (member, value, expected) in [
        ("additionalSteps", json!({"LT": {"PASSPORT": {"HOME": step}}}), Some("steps.not_enabled")),
        ("documents", json!(["PASSPORT", "ID_CARD"]), None),
        ("documents", json!(["SMART_ID"]), None),
        ("documents", json!(["UNHEARD_OF_PAPER"]), Some("documents.unknown")),
        ("documents", json!([]), Some("documents.empty")),
        ("firstName", json!("Žydrė"), None),
        ("firstName", json!("李"), None),
        ("firstName", json!("22"), Some("name.digit")),
        ("firstName", json!("a\\b\\"), Some("name.backslash")),
        ("firstName", json!("٣"), Some("name.non_ascii_digit")),
        ("locale", json!("en"), None),
        ("locale", json!("zh-TW"), None),
        ("locale", json!("jp"), None),
        ("locale", json!("xx"), Some("locale.unsupported")),
        ("tokenType", json!("IDENTIFICATION"), None),
        ("sex", json!("F"), None),
    ] {
        let mut body = with(member, &value);
        body["country"] = json!("LT");
        let found: Vec<_> = codes(&body).into_iter().map(|(_, code, _)| code).collect();
        assert_eq!(found, Vec::from_iter(expected), "{value}");
    }
}

#[test]
fn the_limits_of_the_profile_are_findings_of_their_own() {
    let code = |body: &str, limits: Limits| {
        let report = validate(body.as_bytes(), &Profile::default().limits(limits));
        assert_eq!(report.violations().len(), 1);
        (report.violations()[0].code, report.violations()[0].params.clone())
    };
    let limits = Limits { bytes: 30, depth: 2, list: 3 };
    let max = |max: i64| std::collections::BTreeMap::from([("max", max.into())]);
    assert_eq!(code(&" ".repeat(31), limits), ("body.too_large", max(30)));
    assert_eq!(code(r#"{"a":[[1]]}"#, limits), ("body.too_deep", max(2)));
    assert_eq!(code(r#"{"a":[1,2,3,4]}"#, limits), ("body.list_too_long", max(3)));
    let fits = Profile::default().limits(limits);
    assert!(validate(br#"{"clientId":"a","b":[1]}"#, &fits).is_valid());
    let full = br#"{"clientId":"a","b":[1e999]  }"#;
    assert!(full.len() == limits.bytes && validate(full, &fits).is_valid());
}

#[test]
fn a_malformed_body_has_a_place() {
    let report = validate(b"{\n  \"clientId\": -0,\n  x", &Profile::default());
    let params = &report.violations()[0].params;
    assert_eq!((&params["line"], &params["column"]), (&3.into(), &3.into()));
}

#[test]
fn findings_come_in_the_order_of_the_body() {
    let body =
        br#"{"nfcOptional":true,"sex":"x","nfcRequired":true,"foo":1,"sex":"y","locale":"xx"}"#;
    let report = validate(body, &Profile::default());
    let found: Vec<_> = report.violations().iter().map(|one| one.code).collect();
    assert_eq!(
        found,
        [
            "client_id.required",
            "nfc.both",
            "body.duplicate_key",
            "sex.enum",
            "field.unknown",
            "locale.unsupported"
        ]
    );
}

#[test]
fn an_odd_number_deep_inside_is_not_a_malformed_body() {
    let body = br#"{"clientId":"a","documents":[1e400],"additionalSteps":{"ALL":-0},"foo":1e999}"#;
    let report = validate(body, &Profile::default());
    let found: Vec<_> = report.errors().map(|one| (one.pointer.as_str(), one.code)).collect();
    assert_eq!(found, [("/documents/0", "documents.item_type")]);
}

#[test]
fn suggestions_are_words_of_the_api() {
    let suggestion = |name: &str, value: Json| {
        let report = validate(with(name, &value).to_string().as_bytes(), &Profile::default());
        report.violations()[0].params.get("suggestion").cloned()
    };
    assert_eq!(suggestion("country", json!("uk")), Some("GB".into()));
    assert_eq!(suggestion("country", json!("LTU")), Some("LT".into()));
    assert_eq!(suggestion("locale", json!("en-US")), Some("EN".into()));
    assert_eq!(suggestion("tokenType", json!("document")), Some("DOCUMENT".into()));
    assert_eq!(suggestion("documents", json!(["DRIVING_LICENSE"])), Some("DRIVER_LICENSE".into()));
    assert_eq!(suggestion("documents", json!(["ASYLUM"])), Some("RESIDENCE_PERMIT".into()));
    for (result, request) in [
        ("BORDER_CROSSING", "VISA"),
        ("VOTER_CARD", "ID_CARD"),
        ("INTERNATIONAL_PASSPORT", "PASSPORT"),
    ] {
        assert_eq!(suggestion("documents", json!([result])), Some(request.into()));
    }
    assert_eq!(suggestion("documents", json!(["OTHER"])), None);
    assert_eq!(suggestion("lifetime", json!(600)), Some("expiryTime".into()));
    assert_eq!(suggestion("client_id", json!("a")), Some("clientId".into()));
    assert_eq!(suggestion("foo", json!(1)), None);
}

const MARKER: &str = "Qzx7Marker";
const MARKED_NUMBER: u64 = 987_654_321_012;

/// Everything that the profile can know, so that every rule has its say.
fn informed() -> Profile {
    Profile::default()
        .environment(Environment::Production)
        .today(Date::read("2026-11-20").unwrap())
        .mobile_code_max_expiry(3600)
        .enabled_features([])
        .allowed_token_types(["DOCUMENT"])
        .supported_countries(Country::read("LT"))
        .supported_documents(Country::read("LT").unwrap(), ["PASSPORT"])
        .questionnaires(["known"])
        .risk_profiles(["3c90c3cc-0d44-4b50-8888-8dd25736052a"])
        .themes(["3c90c3cc-0d44-4b50-8888-8dd25736052a"])
        .lints(true)
}

fn marked_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(MARKER.to_owned()),
        "[ -~]{0,8}".prop_map(|tail| format!("{MARKER}{tail}")),
        "[0-9-]{0,12}".prop_map(|head| format!("{head}{MARKER}")),
        "[a-z.:@/ \\\\]{0,12}".prop_map(|middle| format!("https://{middle}{MARKER}/{middle}")),
        Just(format!("{MARKER}@mail.example")),
        Just(format!("{MARKER}\n{}", "x".repeat(300))),
    ]
}

fn marked() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        Just(MARKED_NUMBER.into()),
        Just((-0.5 - 987_654_321_012.0).into()),
        marked_text().prop_map(Json::from),
        Just("ALL".into()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![
            Just("ALL".to_owned()),
            Just("LT".to_owned()),
            Just("type".to_owned()),
            Just("texts".to_owned()),
            Just("settings".to_owned()),
            marked_text(),
        ];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            vec((key, inner), 0..4).prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    let known = (0..MEMBERS.len()).prop_map(|index| MEMBERS[index].name.to_owned());
    prop_oneof![9 => known, 1 => marked_text()]
}

fn request() -> impl Strategy<Value = Json> {
    let members = vec((name(), marked()), 0..12);
    members.prop_map(|members| Json::Object(members.into_iter().collect()))
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(body in vec(any::<u8>(), 0..200)) {
        for profile in [Profile::default(), informed()] {
            prop_assert_eq!(validate(&body, &profile), validate(&body, &profile));
        }
    }

    #[test]
    fn no_text_that_looks_like_json_makes_it_panic(body in r#"[\[\]{}:, "a\\u0-9.eE+\-\n]{0,80}"#) {
        let report = validate(body.as_bytes(), &informed());
        prop_assert_eq!(&report, &validate(body.as_bytes(), &informed()));
        prop_assert!(!report.is_valid(), "no such text has a clientId");
    }

    /// The pointer may hold a key of the caller; nothing else holds anything of the body.
    #[test]
    fn no_message_and_no_parameter_repeats_the_body(body in request()) {
        let report = validate(body.to_string().as_bytes(), &informed());
        for found in report.violations() {
            let shown = format!("{} {:?} {}", found.message, found.params, found.code);
            prop_assert!(!shown.contains(MARKER), "{shown}");
            prop_assert!(!shown.contains("987654321012"), "{shown}");
            let text = Rule::from_word(found.code).unwrap().text();
            let mut names = text.split(['{', '}']).skip(1).step_by(2);
            prop_assert!(names.all(|name| found.params.contains_key(name)), "{}", found.message);
        }
    }

    /// What the profile does not know never makes a request worse.
    #[test]
    fn knowing_less_never_refuses_more(body in request()) {
        let body = body.to_string();
        let informed = validate(body.as_bytes(), &informed());
        let ignorant = validate(body.as_bytes(), &Profile::default());
        for error in ignorant.errors() {
            prop_assert!(informed.errors().any(|other| other == error), "{error}");
        }
    }
}

/// However many there are: few are compared with each other, many are not.
#[test]
fn a_document_is_repeated_wherever_it_was_before() {
    for length in 2..40 {
        let mut documents: Vec<String> = (0..length).map(|number| format!("X{number}")).collect();
        for place in 1..length {
            let before = documents[place].clone();
            documents[place] = documents[(place - 1) / 2].clone();
            let repeated =
                (format!("/documents/{place}"), "documents.duplicate", Severity::Warning);
            let found = codes(&with("documents", &json!(documents)));
            let found: Vec<_> = found.into_iter().filter(|one| one.1 == repeated.1).collect();
            assert_eq!(found, [repeated], "{length}");
            documents[place] = before;
        }
    }
}
