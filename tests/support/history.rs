//! History vectors: what several deliveries about one verification come to.

use idenfy_rules::history::{Record, Transition, reconcile};
use idenfy_rules::policy::{Arrival, Decision, Policy};
use idenfy_rules::{InputError, sign};
use serde_json::{Value, json};

use crate::compare::{differences, exact_keys};
use crate::files::Vector;
use crate::forms::{DeliveryForm, HistoryExpect, HistoryInput, bytes, form};
use crate::webhook::{POLICY_KEYS, policy};

const TRANSITION_KEYS: &[&str] = &["kind", "record", "act"];
const RECORD_KEYS: &[&str] = &[
    "format",
    "scan_ref",
    "outcome",
    "final",
    "verified",
    "event",
    "lifecycle",
    "closed",
    "seen",
    "policy",
    "conflict",
    "reopened",
    "erased",
];
const KEY: &[u8] = b"signing key of the vectors";

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: HistoryInput = form(&case.input)?;
    let expect: HistoryExpect = form(&case.expect)?;
    let policy = policy(&input.policy)?;
    let decisions: Result<Vec<_>, _> =
        input.deliveries.iter().map(|delivery| decide(&policy, delivery)).collect();
    let mut failures = Vec::new();
    let folded = fold(&decisions?, &mut failures);
    match (&expect.error, folded) {
        (None, Ok(transitions)) => failures.extend(claims(&expect, &transitions)),
        (Some(code), Err(error)) if error.code() == code => {}
        (Some(code), Err(error)) => {
            failures.push(format!("expected {code}, found {}", error.code()));
        }
        (Some(code), Ok(_)) => failures.push(format!("expected {code}, but it is folded")),
        (None, Err(error)) => failures.push(format!("cannot be folded: {}", error.code())),
    }
    Ok(failures)
}

fn decide(policy: &Policy, delivery: &DeliveryForm) -> Result<Decision, String> {
    let body = bytes(delivery.payload.as_ref(), delivery.body.as_deref(), None)?;
    let arrival = Arrival { event_type: delivery.event.as_deref(), ..Arrival::default() };
    let decision = if delivery.verified {
        let header = sign(&body, KEY).expect("the key is not empty");
        policy.receive(&body, Some(header.as_bytes()), &[KEY], &arrival)
    } else {
        policy.evaluate(&body, &arrival)
    };
    decision.map_err(|error| format!("a delivery cannot be used: {}", error.code()))
}

/// Folds one after the other, as a receiver does: what one step stored is read back for the next.
fn fold(decisions: &[Decision], failures: &mut Vec<String>) -> Result<Vec<Transition>, InputError> {
    let mut transitions = Vec::new();
    let mut stored: Option<Record> = None;
    for decision in decisions {
        let transition = reconcile(stored.as_ref(), decision)?;
        failures.extend(form_faults(&transition));
        failures.extend(repetition_faults(&transition.record, decision)?);
        let read = Record::from_json(&transition.record.to_json())?;
        if read != transition.record {
            failures.push("a record that is stored and read back has changed".to_owned());
        }
        stored = Some(read);
        transitions.push(transition);
    }
    Ok(transitions)
}

/// The same bytes again change nothing, at every step.
fn repetition_faults(record: &Record, decision: &Decision) -> Result<Vec<String>, InputError> {
    let again = reconcile(Some(record), decision)?;
    let quiet = kind(&again) == json!("duplicate") && !again.act && again.record == *record;
    Ok(if quiet { Vec::new() } else { vec![format!("the same bytes again: {again:?}")] })
}

fn form_faults(transition: &Transition) -> Vec<String> {
    let form = serde_json::to_value(transition).expect("a transition serialises");
    let mut failures = exact_keys("a transition", &form, TRANSITION_KEYS);
    failures.extend(exact_keys("a record", &form["record"], RECORD_KEYS));
    failures.extend(exact_keys("`policy`", &form["record"]["policy"], POLICY_KEYS));
    let quiet = ["duplicate", "late", "refresh"].map(Value::from).contains(&form["kind"]);
    if quiet && transition.act {
        failures.push(format!("{} says to act", form["kind"]));
    }
    failures
}

fn claims(expect: &HistoryExpect, transitions: &[Transition]) -> Vec<String> {
    let mut found = json!({
        "kinds": transitions.iter().map(kind).collect::<Vec<_>>(),
        "acts": transitions.iter().map(|transition| transition.act).collect::<Vec<_>>(),
    });
    if let Some(last) = transitions.last() {
        found["record"] = serde_json::to_value(&last.record).expect("a record serialises");
    }
    let claimed = [
        ("kinds", expect.kinds.as_ref().map(|kinds| json!(kinds))),
        ("acts", expect.acts.as_ref().map(|acts| json!(acts))),
        ("record", expect.record.clone()),
    ];
    let claimed = claimed.into_iter().filter_map(|(key, claim)| Some((key.to_owned(), claim?)));
    differences(&Value::Object(claimed.collect()), &found)
}

fn kind(transition: &Transition) -> Value {
    serde_json::to_value(transition.kind).expect("a kind serialises")
}
