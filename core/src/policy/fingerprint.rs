//! The name of a policy by its content: SHA-256 of the resolved document.

use std::collections::BTreeMap;

use crate::json::{Number, Value};
use crate::webhook::{digest, hex};

use super::document::{Document, ListWord, RuleText};

/// The fingerprint: keys sorted, rules sorted by id, `why` and `about` left out. Two policies
/// with the same fingerprint decide the same way.
pub(super) fn of(document: &Document) -> String {
    hex(&digest(canonical(document).as_bytes()))
}

fn canonical(document: &Document) -> String {
    let mut rules: Vec<&RuleText> = document.rules.iter().collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    let lists = document.lists.iter().map(|(name, words)| (name.as_str(), sorted(words)));
    let plan = document.plan.iter().map(|(state, outcome)| {
        (state.as_str(), text(outcome.map_or("evaluate", |outcome| outcome.as_str())))
    });
    object([
        ("format", "1".to_owned()),
        ("name", text(&document.name)),
        ("revision", document.revision.as_deref().map_or_else(|| "null".to_owned(), text)),
        ("lists", object(lists)),
        ("lifecycle", object(plan)),
        ("rules", list(rules.into_iter().map(rule))),
        ("otherwise", text(document.otherwise.as_str())),
    ])
}

fn rule(rule: &RuleText) -> String {
    let skip = rule.skip_undecided.then(|| ("ifUndecided", text("skip")));
    let members =
        [("id", text(&rule.id)), ("when", value(&rule.when)), ("then", text(rule.then.as_str()))];
    object(members.into_iter().chain(skip))
}

fn value(json: &Value<'_>) -> String {
    match json {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(Number::Unsigned(number)) => number.to_string(),
        Value::Number(Number::Negative(number)) => number.to_string(),
        Value::Number(Number::Float(number)) => format!("{number:?}"),
        Value::String(string) => text(string),
        Value::Array(items) => list(items.iter().map(value)),
        Value::Object(members) => object(members.iter().map(|(key, json)| (key, value(json)))),
    }
}

fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// The order of words in a list means nothing.
fn sorted(words: &[ListWord]) -> String {
    let mut words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    words.sort_unstable();
    list(words.into_iter().map(text))
}

fn object<'k>(members: impl IntoIterator<Item = (&'k str, String)>) -> String {
    let sorted: BTreeMap<&str, String> = members.into_iter().collect();
    let members = sorted.into_iter().map(|(key, value)| format!("{}:{value}", text(key)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
