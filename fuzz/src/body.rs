//! Bodies and headers, as they come from outside.

use idenfy_rules::response::{Classification, Operation};
use idenfy_rules::webhook::{self, diagnose, parse};
use idenfy_rules::{
    Action, Context, Jitter, Limits, Profile, Reason, Response, RetryBudget, SigningKey,
    TransportKind, classify, classify_transport, sign, validate, verify,
};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::fields::{fields, given, shown, text, told};

/// The body of a token request, under a profile.
pub fn token(input: &[u8]) {
    let [profile, body] = fields(input);
    let profile = Profile::from_json(profile).unwrap_or_default();
    let report = validate(body, &profile);
    assert_eq!(report, validate(body, &profile));
    assert_eq!(shown(&report)["valid"], report.is_valid());
    let is_object = body.trim_ascii_start().starts_with(b"{");
    if !is_object || serde_json::from_slice::<IgnoredAny>(body).is_err() {
        assert!(!report.is_valid(), "what is no object is valid");
    }
    for found in &report {
        shown(found);
        assert!(!found.message.is_empty() && !found.message.ends_with('.'), "{}", found.message);
    }
    if let Err(error) = report.into_result() {
        told(&error);
    }
}

/// An answer: what is known of the call, its headers one a line, its body.
pub fn response(input: &[u8]) {
    let [call, headers, body] = fields(input);
    let call: Vec<&str> = text(call).split(' ').collect();
    let number = |place: usize| call.get(place).and_then(|digits| digits.parse::<u32>().ok());
    let mut context = Context::new(number(2).unwrap_or(1).max(1)).expect("an attempt");
    context.operation =
        call.get(3).and_then(|name| Operation::read(name).ok()).unwrap_or(context.operation);
    context.now_unix = number(4).map(i64::from);
    context.created_at_unix = number(5).map(i64::from);
    context.jitter = number(6).and_then(|draw| Jitter::new(f64::from(draw) / 1000.0).ok());
    context.client_id = call.get(7).copied();
    context.previous_outcome_unknown = number(8) == Some(1);
    let kind = call.get(1).filter(|name| !name.is_empty()).map(|name| TransportKind::read(name));
    if let Some(kind) = kind {
        classified(&classify_transport(kind, &context), &context);
    }
    let headers: Vec<(&str, &str)> =
        text(headers).lines().filter_map(|line| line.split_once(": ")).collect();
    let status = number(0).and_then(|status| u16::try_from(status).ok()).unwrap_or(200);
    let mut answer = Response::new(status, &headers, body);
    answer.transport = kind;
    let found = classify(&answer, &context);
    assert_eq!(found, classify(&answer, &context));
    assert_eq!(found.status, Some(status));
    classified(&found, &context);
}

fn classified(found: &Classification, context: &Context<'_>) {
    let form = shown(found);
    assert_eq!(form["retryable"], Value::from(found.retryable));
    assert_eq!(found.delay.is_some(), found.action == Action::Retry, "{form}");
    // Waiting for a token to expire is a date, not an attempt.
    let within =
        context.attempt() < context.max_attempts || found.reason == Reason::TokenNotExpiredYet;
    assert!(found.action != Action::Retry || within, "{form}");
    RetryBudget::new(3).spend(found).inspect(|rest| _ = shown(rest));
}

/// A signature: two keys, the header, the body.
pub fn signature(input: &[u8]) {
    let [first, second, header, body] = fields(input);
    let keys = [first, second];
    let header = Some(header).filter(|header| !header.is_empty());
    let right = keys.map(|key| sign(body, key).ok());
    let genuine = right.iter().all(Option::is_some)
        && right
            .iter()
            .flatten()
            .any(|right| header.is_some_and(|given| given.eq_ignore_ascii_case(right.as_bytes())));
    let verified = verify(body, header, &keys);
    assert_eq!(verified.is_ok(), genuine);
    if let Err(error) = verified {
        told(&error);
        assert_eq!(error.http_status(), 401);
    }
    shown(&diagnose(body, header, &keys));
    let Some([first, second]) = prepared(keys) else { return };
    assert_eq!(format!("{first:?}"), "SigningKey(..)");
    assert_eq!(verify(body, header, &[first, second]).is_ok(), genuine);
    let [Some(right), _] = right else { unreachable!("a prepared key signs") };
    assert!(verify(body, Some(right.as_bytes()), &keys).is_ok());
}

fn prepared(keys: [&[u8]; 2]) -> Option<[SigningKey; 2]> {
    Some([SigningKey::new(keys[0]).ok()?, SigningKey::new(keys[1]).ok()?])
}

/// A webhook as it is read: the event, the body.
pub fn webhook(input: &[u8]) {
    let [event, body] = fields(input);
    let event = given(event);
    let plain = serde_json::from_slice::<Value>(body).ok();
    match parse(body, event, &Limits::default()) {
        Ok(delivery) => {
            let plain = plain.expect("what another parser refuses is refused");
            look_at(&delivery, &plain);
        }
        Err(error) => {
            told(&error);
            assert!(error.code().starts_with("webhook.") && error.http_status() == 400);
        }
    }
}

/// Every accessor, and what another parser reads on the paths that a decision hangs on.
fn look_at(delivery: &webhook::Delivery<'_>, plain: &Value) {
    shown(delivery);
    delivery.notice().inspect(|notice| _ = shown(notice));
    for place in ["", "/status", "/data"]
        .into_iter()
        .chain(delivery.repeated_keys().iter().map(|place| place.as_str()))
    {
        let member = delivery.json(place);
        assert_eq!(member.is_some(), plain.pointer(place).is_some(), "{place}");
        member.inspect(|text| _ = serde_json::from_str::<Value>(text).expect("a member is JSON"));
    }
    for block in [delivery.aml(), delivery.lid(), delivery.criminal_check()].iter().flatten() {
        shown(&block.status());
        shown(&block.hits());
        shown(&block.register_rows());
    }
    if delivery.notice().is_some() {
        return;
    }
    assert_eq!(delivery.final_mark(), plain["final"].as_bool());
    let status = delivery.status();
    let words = [
        ("overall", status.overall().map(|word| word.as_str().to_owned())),
        ("manualDocument", status.manual_document().map(|word| word.as_str().to_owned())),
        ("manualFace", status.manual_face().map(|word| word.as_str().to_owned())),
    ];
    for (member, ours) in words {
        let theirs = plain["status"].get(member).and_then(Value::as_str);
        assert_eq!(ours.as_deref(), theirs.filter(|text| !text.is_empty()), "{member}");
    }
}
