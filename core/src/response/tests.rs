//! What holds of every classification.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::*;
use crate::json::Limits;

fn classified(status: u16, body: &[u8]) -> Classification {
    classify(&Response::new(status, &[], body), &Context::new(1).unwrap())
}

#[test]
fn the_form_has_every_key_in_order_and_no_token() {
    let body = br#"{"authToken":"SECRET","scanRef":"scan-7","clientId":"SECRET"}"#;
    let found = classified(201, body);
    assert_eq!(found.token.as_ref().unwrap().auth_token, "SECRET");
    let form = serde_json::to_string(&found).unwrap();
    let expected = concat!(
        r#"{"action":"proceed","reason":"TOKEN_CREATED","escalate_to":null,"pointers":[],"#,
        r#""retryable":false,"delay":null,"retry_after_s":null,"not_before_unix":null,"#,
        r#""pacing_ms":null,"outcome_unknown":false,"underlying":null,"disagreement":false,"#,
        r#""status":201,"identifier":null,"hint":"Store scanRef with your record and "#,
        r#"hand authToken to this client only."}"#,
    );
    assert_eq!(form, expected);
    assert!(!format!("{found:?}").contains("SECRET"));
}

#[test]
fn a_delay_is_an_object_of_its_own() {
    let mut context = Context::new(2).unwrap();
    context.jitter = Some(Jitter::new(0.5).unwrap());
    let found = classify_transport(TransportKind::Dns, &context);
    let form = serde_json::to_string(&found).unwrap();
    assert!(form.contains(r#""delay":{"min_ms":0,"max_ms":2000,"ms":1000}"#), "{form}");
    assert!(form.contains(r#""status":null"#), "{form}");
}

#[test]
fn names_are_unique_and_short() {
    for (index, reason) in Reason::ALL.iter().enumerate() {
        assert!(reason.as_str().len() <= 63 && !reason.hint().is_empty());
        assert!(Reason::ALL[..index].iter().all(|other| other.as_str() != reason.as_str()));
    }
}

#[test]
#[expect(clippy::as_conversions, reason = "the numbers themselves are what is promised")]
fn numbers_are_fixed() {
    assert!(Action::ALL.iter().map(|action| *action as u8).eq(1..=4));
    assert!(EscalateTo::ALL.iter().map(|to| *to as u8).eq(1..=4));
}

#[test]
fn a_long_answer_with_a_token_is_still_a_success() {
    let padding = "x".repeat(100_000);
    let body = format!(r#"{{"padding":"{padding}","authToken":"a","scanRef":"b"}}"#);
    assert_eq!(classified(201, body.as_bytes()).reason, Reason::TokenCreated);
    let too_long = format!(r#"{{"authToken":"a","padding":"{}"}}"#, "x".repeat(1 << 20));
    assert!(too_long.len() > Limits::default().bytes);
    assert_eq!(classified(201, too_long.as_bytes()).reason, Reason::SuccessBodyUnusable);
}

#[test]
fn a_token_of_another_client_is_not_handed_out() {
    let body = br#"{"authToken":"a","scanRef":"b","clientId":"one"}"#;
    let mut context = Context::new(1).unwrap();
    context.client_id = Some("two");
    let found = classify(&Response::new(201, &[], body), &context);
    assert_eq!((found.reason, found.token), (Reason::ResponseMismatch, None));
}

#[test]
fn a_token_rides_along_where_one_is_asked_for_and_nowhere_else() {
    let body = br#"{"authToken":"a","scanRef":"b"}"#;
    for operation in Operation::ALL {
        let mut context = Context::new(1).unwrap();
        context.operation = *operation;
        for status in [200, 201, 400, 500] {
            let found = classify(&Response::new(status, &[], body), &context);
            let created = *operation == Operation::CreateToken && status < 300;
            assert_eq!(found.token.is_some(), created, "{operation} {status}");
        }
    }
}

/// Bodies that look like the vendor's, and any other bytes.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let key = "(message|identifier|code|authToken|scanRef|clientId|country)";
    let value = "(BAD_VALUE|INTERNAL_ERROR|Partner inactive|insufficient_finances|x|'country')";
    let member = format!(r#""{key}":("{value}"|7|null|\[\])"#);
    let object = format!("\u{feff}?\\{{({member}(,{member}){{0,3}})?\\}}?");
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        prop::string::string_regex(&object).unwrap().prop_map(String::into_bytes),
        "(<html>|%PDF-|Field '[a-zA-Z.]*' |\\[|\\{)*".prop_map(String::into_bytes),
    ]
}

fn contexts() -> impl Strategy<Value = Context<'static>> {
    let operation = prop::sample::select(Operation::ALL);
    let times = prop::option::of((any::<i64>(), any::<u64>(), any::<u64>()));
    let jitter = prop::option::of(0.0..1.0_f64);
    (1..5_u32, 0..5_u32, operation, any::<(bool, bool, bool)>(), times, jitter).prop_map(
        |(attempt, most, operation, (lost, empty, named), times, jitter)| {
            let mut context = Context::new(attempt).unwrap();
            context.max_attempts = most;
            context.operation = operation;
            context.previous_outcome_unknown = lost;
            context.retry_budget_empty = empty;
            context.client_id = named.then_some("x");
            context.created_at_unix = times.map(|(created, ..)| created);
            context.expiry_time_s = times.map(|(_, expiry, _)| expiry);
            context.session_length_s = times.map(|(.., session)| session);
            context.jitter = jitter.map(|draw| Jitter::new(draw).unwrap());
            context
        },
    )
}

/// Header names and values: those that are read, in odd cases and forms, and any other text.
fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = "(Retry-After|RETRY-after|Date|content-type|Content-Type|[!-~]{0,8}|\\PC{0,4})";
    let value = prop_oneof![
        "[0-9]{0,5}|[0-9]{18,24}|[+-][0-9]{1,3}|[0-9]\\.[0-9]",
        "(Wed, 21 Oct 2015 07:28:00 GMT|Wednesday, 21-Oct-15 07:28:00 GMT|Wed Oct 21 07:28:00 2015)",
        "(text/html|application/json)(; ?charset=utf-8)?",
        "\\PC{0,12}",
    ];
    prop::collection::vec((name, value), 0..5)
}

fn is_pointer(text: &str) -> bool {
    let escaped = |rest: &str| rest.starts_with('0') || rest.starts_with('1');
    (text.is_empty() || text.starts_with('/')) && text.split('~').skip(1).all(escaped)
}

/// What holds of every classification, whatever went in.
fn check(found: &Classification, context: &Context<'_>) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.retryable, found.action == Action::Retry);
    prop_assert_eq!(found.delay.is_some(), found.retryable);
    prop_assert_eq!(found.escalate_to.is_some(), found.action == Action::Escalate);
    prop_assert_eq!(found.token.is_some(), found.reason == Reason::TokenCreated);
    prop_assert_eq!(found.hint, found.reason.hint());
    prop_assert!(found.underlying.is_none() || found.action == Action::Escalate);
    prop_assert!(found.pointers.iter().all(|place| is_pointer(place.as_str())));
    if let Some(delay) = found.delay {
        let drawn = delay.ms.unwrap_or(delay.min_ms);
        prop_assert!(delay.min_ms <= drawn && drawn <= delay.max_ms);
        prop_assert_eq!(delay.ms.is_some(), context.jitter.is_some());
        let stated = found.retry_after_s.unwrap_or_default();
        prop_assert!(stated <= context.retry_after_cap_s && delay.min_ms == stated * 1_000);
    }
    if found.retryable && found.reason != Reason::TokenNotExpiredYet {
        prop_assert!(context.attempt() < context.max_attempts && !context.retry_budget_empty);
    }
    Ok(())
}

/// A million answers per case, so the number of cases is fixed, whatever `PROPTEST_CASES` says.
#[test]
fn every_status_with_every_kind_has_one_verdict() {
    let config =
        ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() };
    let every_one = |(body, context): (Vec<u8>, Context<'static>)| {
        for status in 0..=u16::MAX {
            for kind in TransportKind::ALL {
                let response = Response::new(status, &[], &body).with_transport(*kind);
                let found = classify(&response, &context);
                check(&found, &context)?;
                prop_assert_eq!(found.status, Some(status));
                prop_assert!(found.action != Action::Proceed || (200..300).contains(&status));
            }
        }
        Ok(())
    };
    TestRunner::new(config).run(&(bodies(), contexts()), every_one).unwrap();
}

proptest! {
    #[test]
    fn every_answer_gets_a_consistent_verdict(
        status in prop_oneof![0..700_u16, Just(200), Just(201), Just(400), any::<u16>()],
        body in bodies(),
        kind in prop::option::of(prop::sample::select(TransportKind::ALL)),
        headers in headers(),
        context in contexts(),
    ) {
        let headers: Vec<_> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut response = Response::new(status, &headers, &body);
        response.transport = kind;
        let found = classify(&response, &context);
        check(&found, &context)?;
        prop_assert_eq!(found.status, Some(status));
        if found.action == Action::Proceed {
            prop_assert!((200..300).contains(&status));
        }
        prop_assert_eq!(classify(&response, &context), found);
    }

    #[test]
    fn every_failure_gets_a_consistent_verdict(
        kind in prop::sample::select(TransportKind::ALL), context in contexts(),
    ) {
        check(&classify_transport(kind, &context), &context)?;
    }

    /// Whatever a person typed, a refusal of a named member stays that refusal.
    #[test]
    fn echoed_text_does_not_steer_the_outcome(
        words in prop::collection::vec(prop::sample::select(ECHOES), 0..6),
    ) {
        let message = format!("Field 'firstName' has invalid value: {}", words.join(" "));
        let body = serde_json::json!({"identifier": "BAD_VALUE", "message": message}).to_string();
        let found = classified(400, body.as_bytes());
        prop_assert_eq!(found.reason, Reason::BadValue);
        prop_assert_eq!(found.pointers.iter().map(|place| place.as_str()).collect::<Vec<_>>(),
            ["/firstName"]);
    }
}

const ECHOES: &[&str] = &[
    "Partner inactive",
    "Invalid credentials.",
    "UNAUTHORIZED",
    "insufficient_finances",
    "additionalSteps",
    "not enabled",
    "callback url",
    "risk assessment profile",
    "questionnaire",
    "invalid",
    "<html>",
    "{\"identifier\":\"INTERNAL_ERROR\"}",
    "\n",
    "Žukauskienė",
];
