//! What analysis vectors claim, against what was found.

use std::collections::BTreeSet;

use idenfy_rules::vocab::VERSION;
use idenfy_rules::{Arrival, Date, InputError, Policy, PolicyError};
use serde_json::{Map, Value, json};

use crate::analysis::{Asked, Fault};
use crate::compare::differences;
use crate::files::Vector;
use crate::webhook::policy;

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let asked = Asked::read(case, policy)?;
    let found = match asked.answer() {
        Ok(form) => serde_json::from_str(&form).expect("a form"),
        Err(Fault::Policy(error)) => of_policy(&error),
        Err(Fault::Input(error)) => of_input(&error),
    };
    let mut failures = differences(&claimed(&case.expect), &compared(&found));
    for part in case.expect.get("shown").and_then(Value::as_array).into_iter().flatten() {
        let part = with_short_area(part);
        let all: Vec<Value> = entries(&found).iter().map(with_short_area).collect();
        if !all.iter().any(|entry| differences(&part, entry).is_empty()) {
            failures.push(format!("nothing is {part} among {all:?}"));
        }
    }
    failures.extend(faults_of_webhooks(&asked, &found));
    Ok(failures)
}

fn of_policy(error: &PolicyError) -> Value {
    let (code, suggestion) = (error.code().as_str(), error.suggestion());
    json!({"error": code, "pointer": error.pointer().as_str(), "suggestion": suggestion})
}

fn of_input(error: &InputError) -> Value {
    json!({"error": error.code()})
}

/// The findings of a lint, or the changes of a difference.
fn entries(form: &Value) -> Vec<Value> {
    let lists = ["findings", "changes"].into_iter().filter_map(|key| form.get(key)?.as_array());
    lists.flatten().cloned().collect()
}

/// The claim without what is compared in another way, and with its sets sorted.
fn claimed(expect: &Value) -> Value {
    let members = expect.as_object().expect("an object").iter().filter(|(key, _)| *key != "shown");
    let sets = ["found", "pairs"];
    let sorted = members.map(|(key, value)| match value.as_array() {
        Some(items) if sets.contains(&key.as_str()) => (key.clone(), set(items.iter().cloned())),
        _ => (key.clone(), value.clone()),
    });
    Value::Object(sorted.collect())
}

/// The form, with the sets that can be claimed of it.
fn compared(form: &Value) -> Value {
    let mut form = form.clone();
    let found = entries(&form).into_iter().map(|entry| parts(&entry, &["code", "rule", "pointer"]));
    let pairs = entries(&form)
        .into_iter()
        .map(|entry| json!([entry.get("old_outcome"), entry.get("new_outcome")]));
    let (found, pairs) = (set(found), set(pairs));
    form["found"] = found;
    form["pairs"] = pairs;
    form
}

fn parts(entry: &Value, keys: &[&str]) -> Value {
    let parts = keys.iter().map(|key| ((*key).to_owned(), entry[*key].clone()));
    Value::Object(parts.collect())
}

/// Values in one order, each once.
fn set(values: impl Iterator<Item = Value>) -> Value {
    let texts: BTreeSet<String> = values.map(|value| value.to_string()).collect();
    texts.iter().map(|text| serde_json::from_str::<Value>(text).expect("a value")).collect()
}

/// A finding or change whose area, if it has one, says only what applies: by fact and test, with
/// the words in one order. Such an area is compared as a whole.
fn with_short_area(entry: &Value) -> Value {
    let mut entry = entry.clone();
    if let Some(area) = entry.get("area").filter(|area| area.is_object()) {
        entry["area"] = json!([short(area)]);
    }
    entry
}

fn short(area: &Value) -> Value {
    let Some(facts) = area.get("facts").and_then(Value::as_array) else { return sorted(area) };
    let states =
        area["lifecycle"].as_array().map(|_| ("lifecycle".to_owned(), area["lifecycle"].clone()));
    let said = facts.iter().map(|fact| {
        let tests = fact
            .as_object()
            .expect("a fact")
            .iter()
            .filter(|(key, value)| *key != "fact" && !value.is_null() && **value != json!([]));
        let tests: Map<String, Value> =
            tests.map(|(key, value)| (key.clone(), value.clone())).collect();
        (fact["fact"].as_str().expect("a name").to_owned(), Value::Object(tests))
    });
    sorted(&Value::Object(said.chain(states).collect()))
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(items) => set(items.iter().map(sorted)),
        Value::Object(members) => {
            let members = members.iter().map(|(key, value)| (key.clone(), sorted(value)));
            Value::Object(members.collect())
        }
        plain => plain.clone(),
    }
}

/// Webhooks that are not decided as it is said.
fn faults_of_webhooks(asked: &Asked, form: &Value) -> Vec<String> {
    let mut failures = Vec::new();
    let mut see = |webhook: &Value, found: Value, said: Value| {
        if found != said {
            failures.push(format!("{} is decided {found}, not {said}", webhook["body"]));
        }
    };
    let mut examples: Vec<Value> = form.get("counterexample").cloned().into_iter().collect();
    for entry in entries(form) {
        if let (Some(other), Some(webhook)) = (&asked.other, entry.get("example"))
            && !webhook.is_null()
        {
            for (policy, side) in [(&asked.policy, "old"), (other, "new")] {
                let said = [format!("{side}_outcome"), format!("{side}_rules")];
                let said = json!(said.map(|key| entry[key.as_str()].clone()));
                see(webhook, decided(asked, policy, webhook), said);
            }
        } else {
            examples.extend([entry["example"].clone(), entry["instead"].clone()]);
        }
    }
    for example in examples.iter().filter(|example| !example.is_null()) {
        let webhook = &example["webhook"];
        let said = json!([example["outcome"], example["rules"]]);
        see(webhook, decided(asked, &asked.policy, webhook), said);
    }
    failures
}

/// How a policy decides a webhook that is shown: its outcome and the rules.
fn decided(asked: &Asked, policy: &Policy, webhook: &Value) -> Value {
    let day = webhook["today"].as_str().or(asked.input.today.as_deref());
    let arrival = Arrival {
        event_type: webhook["event"].as_str(),
        today: Some(Date::read(day.unwrap_or(VERSION)).expect("a day")),
        ..Arrival::default()
    };
    let body = webhook["body"].as_str().expect("a body");
    let decision = policy.evaluate(body.as_bytes(), &arrival).expect("a decision");
    json!([decision.outcome, decision.rules])
}
