use super::*;
use crate::webhook::sign;

/// Every part of the decision about it says something.
const SUSPECTED: &[u8] = br#"{"scanRef": "s", "final": true, "clientId": "c", "externalRef": "e",
    "status": {"overall": "SUSPECTED", "fraudTags": ["FACE_SUSPECTED", "BRAND_NEW"]}}"#;
const KEY: &[u8] = b"key";

fn arrival(event_type: &str) -> Arrival<'_> {
    Arrival { event_type: Some(event_type), ..Arrival::default() }
}

/// An empty decision of the same policy.
fn emptied(decision: &Decision) -> Decision {
    Decision { policy: Arc::clone(&decision.policy), ..Decision::default() }
}

#[test]
fn a_failure_leaves_nothing_of_the_last_decision() {
    let policy = Policy::documented();
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    let verdict = arrival("IDENTIFICATION_MANUAL_FINISHED");
    let header = sign(SUSPECTED, KEY).unwrap();

    let mut receive = |header: Option<&[u8]>, decision: &mut Decision| {
        policy.receive_into(SUSPECTED, header, &[KEY], &verdict, &mut scratch, decision)
    };
    receive(Some(header.as_bytes()), &mut decision).unwrap();
    assert!(decision.verified && decision.outcome == Outcome::Review);
    assert_eq!((decision.flags.len(), decision.next_step), (2, NextStep::Wait));
    assert!(decision.client_id.is_some() && decision.external_ref.is_some());
    assert_eq!(receive(None, &mut decision).unwrap_err().code(), "signature.missing");
    assert_eq!(decision, emptied(&decision));
    receive(Some(header.as_bytes()), &mut decision).unwrap();
    assert!(receive(Some(&[b'0'; 64]), &mut decision).is_err());
    assert_eq!(decision, emptied(&decision));

    let mut evaluate = |body: &[u8], event: &str, decision: &mut Decision| {
        policy.evaluate_into(body, &arrival(event), &mut scratch, decision)
    };
    for event in ["AML_MONITORING", "IDENTIFICATION_EXPIRED", "NEW_EVENT"] {
        evaluate(SUSPECTED, event, &mut decision).unwrap();
        assert!(decision.event.is_some() && !decision.verified, "{event}");
        assert!(evaluate(b"{}", "", &mut decision).is_err());
        assert_eq!(decision, emptied(&decision), "{event}");
    }
}

#[test]
fn a_decision_that_is_used_again_is_that_of_the_policy_that_decides() {
    let today = Date::read("2026-11-20").ok();
    let arrival = Arrival { today, ..Arrival::default() };
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    for policy in [Policy::documented(), Policy::strict(), Policy::documented()] {
        policy.evaluate_into(SUSPECTED, &arrival, &mut scratch, &mut decision).unwrap();
        assert_eq!(decision, policy.evaluate(SUSPECTED, &arrival).unwrap());
        assert_eq!(decision.policy.name, policy.name());
    }
}

#[test]
fn only_who_asks_for_the_day_has_to_be_told() {
    let document = br#"{"format": 1, "name": "day", "otherwise": "review",
        "rules": [{"id": "expired", "when": {"daysToExpiry": {"below": 0}}, "then": "reject"}]}"#;
    let policy = Policy::from_json(document, None).unwrap();
    let arrival = Arrival::default();
    let header = sign(SUSPECTED, KEY).unwrap();
    let code = |error: DecisionError| error.code();
    assert_eq!(policy.evaluate(SUSPECTED, &arrival).map_err(code), Err(TODAY_REQUIRED));
    assert!(policy.explain(SUSPECTED, &arrival).is_err());
    let received = |header| policy.receive(SUSPECTED, header, &[KEY], &arrival).map_err(code);
    assert_eq!(received(Some(header.as_bytes())), Err(TODAY_REQUIRED));
    // Who is not proven to be the vendor is told nothing else.
    assert_eq!(received(None), Err("signature.missing"));
    assert!(Policy::documented().evaluate(SUSPECTED, &arrival).is_ok());
}
