use std::time::Duration;

use serde_json::json;

use super::*;
use crate::country::Country;
use crate::date::Date;
use crate::token::{Environment, Group, MEMBERS, Status};
use crate::vocab::{DocumentType, DummyStatus, Locale, Sex, StepType, TokenType};

fn country(code: &str) -> Country {
    Country::read(code).unwrap()
}

fn date(text: &str) -> Date {
    Date::read(text).unwrap()
}

/// A request in which every method was called once.
fn everything() -> TokenRequest {
    everything_about_the_person(TokenRequest::new("user-123"))
        .country(country("LT"))
        .documents([DocumentType::Passport])
        .expiry_time(Duration::from_secs(3600))
        .session_length(Duration::from_millis(600_999))
        .success_url("https://a.example/success")
        .error_url("https://a.example/error")
        .unverified_url("https://a.example/unverified")
        .callback_url("https://a.example/hook")
        .locale(Locale::ZhTw)
        .token_type(TokenType::Document)
        .external_ref("order-1")
        .max_attempt_count(3)
        .dummy_status(DummyStatus::Approved)
        .additional_steps(AdditionalSteps::default().step(None, None, "A", Step::default()))
        .additional_data(AdditionalData::default().field("A", "ssn", "1"))
        .questionnaire("basic")
        .risk_assessment_profile("3c90c3cc-0d44-4b50-8888-8dd25736052a")
        .theme("3c90c3cc-0d44-4b50-8888-8dd25736052a")
        .registry_centers_countries([country("LT"), country("GB")])
        .age_limit(18)
        .age_max(99)
        .face_matching_threshold_modifier(1.5)
}

fn everything_about_the_person(request: TokenRequest) -> TokenRequest {
    request
        .first_name("John Tom")
        .last_name("Smith")
        .date_of_birth(date("1990-05-15"))
        .sex(Sex::F)
        .nationality(country("lt"))
        .address("Main street 1")
        .document_number("A1")
        .personal_number("39001010000")
        .date_of_expiry(date("2030-05-15"))
        .date_of_issue(date("2020-05-15"))
}

fn every_switch(request: TokenRequest) -> TokenRequest {
    switches::ALL.iter().fold(request, |request, method| method(request, false))
}

#[test]
fn every_current_member_can_be_set() {
    let request = every_switch(everything());
    for row in MEMBERS {
        let old = row.group == Group::Legacy
            || matches!(row.status, Status::Legacy | Status::LegacyAlias);
        assert_eq!(request.members.contains_key(row.name), !old, "{}", row.name);
    }
    assert!(request.members.keys().all(|name| members::find(name).is_some()));
}

#[test]
fn every_value_has_the_type_that_the_table_gives_it() {
    let profile = Profile::default().environment(Environment::Dev);
    let report = every_switch(everything()).validate(&profile);
    let found: Vec<_> = report.errors().map(|error| error.code).collect();
    assert_eq!(found, ["address.additional_data_conflict"], "{report}");
}

#[test]
fn times_are_whole_seconds_and_dates_are_iso() {
    let members = everything().members;
    assert_eq!(members["expiryTime"], 3600);
    assert_eq!(members["sessionLength"], 600);
    assert_eq!(members["dateOfBirth"], "1990-05-15");
    assert_eq!(members["nationality"], "LT");
    assert_eq!(members["locale"], "zh_tw");
    assert_eq!(TokenRequest::new("c").any_nationality().members["nationality"], "ALL");
    assert_eq!(TokenRequest::new("c").no_questionnaire().members["questionnaire"], Value::Null);
}

/// The examples of the vendor's pages: overview, generate-token (2026), additional steps (2022).
fn published() -> Vec<(Value, TokenRequest)> {
    let full = TokenRequest::new("user-123")
        .first_name("John")
        .last_name("Doe")
        .date_of_birth(date("1990-05-15"))
        .country(country("US"))
        .documents([DocumentType::Passport, DocumentType::IdCard])
        .locale(Locale::En)
        .expiry_time(Duration::from_secs(3600))
        .session_length(Duration::from_secs(600))
        .success_url("https://yourapp.com/verified")
        .error_url("https://yourapp.com/failed")
        .callback_url("https://yourapp.com/webhook");
    let bill = Step::new(StepType::Extract)
        .fields(["ssn", "address"])
        .text(Locale::En, "n", "d")
        .can_upload(true)
        .can_capture(false)
        .can_upload_pdf(true);
    let steps = TokenRequest::new("user-123")
        .additional_steps(AdditionalSteps::default().step(None, None, Step::UTILITY_BILL, bill))
        .additional_data(
            AdditionalData::default().field(Step::UTILITY_BILL, "address", "test-12").field(
                Step::UTILITY_BILL,
                "ssn",
                "123123",
            ),
        );
    let countries =
        TokenRequest::new("user-123").member(parameter::COUNTRY, ["US", "GB", "DE"]).unwrap();
    vec![
        (json!({"clientId": "user-123"}), TokenRequest::new("user-123")),
        (
            json!({"clientId": "user-123", "firstName": "John", "lastName": "Doe"}),
            TokenRequest::new("user-123").first_name("John").last_name("Doe"),
        ),
        (
            json!({
                "clientId": "user-123", "firstName": "John", "lastName": "Doe",
                "dateOfBirth": "1990-05-15", "country": "US",
                "documents": ["PASSPORT", "ID_CARD"], "locale": "en", "expiryTime": 3600,
                "sessionLength": 600, "successUrl": "https://yourapp.com/verified",
                "errorUrl": "https://yourapp.com/failed",
                "callbackUrl": "https://yourapp.com/webhook"
            }),
            full,
        ),
        (json!({"clientId": "user-123", "country": ["US", "GB", "DE"]}), countries),
        (
            json!({
                "clientId": "user-123",
                "additionalSteps": {"ALL": {"ALL": {"UTILITY_BILL": {
                    "type": "EXTRACT", "fields": ["ssn", "address"],
                    "texts": {"en": {"name": "n", "description": "d"}},
                    "settings": {"canUpload": true, "canCapture": false, "canUploadPDF": true}
                }}}},
                "additionalData": {"UTILITY_BILL": {"address": "test-12", "ssn": "123123"}}
            }),
            steps,
        ),
    ]
}

#[test]
fn every_published_example_can_be_built_and_is_valid() {
    for (example, built) in published() {
        assert_eq!(serde_json::to_value(&built).unwrap(), example);
        assert_eq!(serde_json::from_str::<Value>(&built.to_json()).unwrap(), example);
        assert!(built.validate(&Profile::default()).is_valid(), "{example}");
    }
}

#[test]
fn a_request_is_read_back_as_it_was_written() {
    for request in published().into_iter().map(|(_, built)| built).chain([everything()]) {
        let read: TokenRequest = serde_json::from_str(&request.to_json()).unwrap();
        assert_eq!(read, request);
    }
    assert!(serde_json::from_str::<TokenRequest>("[]").is_err());
}

#[test]
fn a_request_is_judged_as_its_bytes_are() {
    let profile = Profile::default();
    let request = TokenRequest::new("").member("lifetime", 600).unwrap();
    let report = request.validate(&profile);
    assert_eq!(report, validate(request.to_json().as_bytes(), &profile));
    let codes: Vec<_> = report.iter().map(|found| found.code).collect();
    assert_eq!(codes, ["client_id.empty", "field.unknown"]);
}

#[test]
fn steps_of_different_places_stand_side_by_side() {
    let steps = AdditionalSteps::default()
        .step(Some(country("lt")), None, "A", Step::new(StepType::Upload))
        .step(Some(country("LT")), Some(DocumentType::Passport), "B", Step::default())
        .step(None, None, "C", Step::default());
    let expected = json!({
        "ALL": {"ALL": {"C": {}}},
        "LT": {"ALL": {"A": {"type": "UPLOAD"}}, "PASSPORT": {"B": {}}}
    });
    assert_eq!(steps.into_value(), expected);
}

#[test]
fn what_cannot_be_json_is_an_input_error() {
    let pairs = std::collections::BTreeMap::from([((1, 2), 3)]);
    let error = TokenRequest::new("c").member("x", pairs).unwrap_err();
    assert_eq!(error.code(), "input.member");
}

#[test]
fn debug_shows_names_and_no_value() {
    let request = everything().member("Qzx7Marker", "Qzx7Marker").unwrap();
    let shown = format!("{request:?}");
    assert!(shown.contains("dateOfBirth") && !shown.contains("Marker"), "{shown}");
    assert!(!shown.contains("1990") && !shown.contains("Smith"), "{shown}");
    let step = Step::new(StepType::Upload).fields(["Qzx7Marker"]);
    let data = AdditionalData::default().field("a", "b", "Qzx7Marker");
    let steps = AdditionalSteps::default().step(None, None, "Qzx7Marker", step.clone());
    assert_eq!(
        format!("{step:?} {data:?} {steps:?}"),
        "Step(..) AdditionalData(..) AdditionalSteps(..)"
    );
}
