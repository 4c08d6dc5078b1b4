//! Whether a webhook of a small world is in a region that an analysis describes.

use std::collections::{BTreeMap, BTreeSet};

use idenfy_rules::policy::FactName;
use serde_json::{Value, json};

use super::ways::Payload;

/// The words and texts that policies name, and the beginnings, by fact.
#[derive(Debug, Default)]
pub struct Names {
    whole: BTreeMap<&'static str, BTreeSet<String>>,
    starts: BTreeMap<&'static str, BTreeSet<String>>,
}

const CHECKS: [&str; 3] = ["document", "manualDocument", "autoDocument"];

impl Names {
    pub fn of(documents: &[&Value]) -> Self {
        let mut names = Self::default();
        for document in documents {
            names.collect(document);
        }
        let of_checks = CHECKS.iter().flat_map(|fact| names.whole.get(fact)).flatten();
        let checks: BTreeSet<String> = of_checks.cloned().collect();
        for fact in CHECKS {
            names.whole.insert(fact, checks.clone());
        }
        names
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                for (key, inner) in members {
                    match FactName::from_name(key) {
                        Some(fact) => self.strings(fact.as_str(), inner),
                        None => self.collect(inner),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            _ => {}
        }
    }

    fn strings(&mut self, fact: &'static str, value: &Value) {
        match value {
            Value::String(text) => _ = self.whole.entry(fact).or_default().insert(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| self.strings(fact, item)),
            Value::Object(members) => {
                for (key, inner) in members {
                    match (key.as_str(), inner.as_str()) {
                        ("startsWith", Some(start)) => {
                            self.starts.entry(fact).or_default().insert(start.to_owned());
                        }
                        ("matches", _) => {}
                        _ => self.strings(fact, inner),
                    }
                }
            }
            _ => {}
        }
    }

    fn has(&self, fact: &str, text: &str) -> bool {
        self.whole.get(fact).is_some_and(|names| names.contains(text))
    }

    /// The longest beginning that is named.
    fn beginning(&self, fact: &str, text: &str) -> &str {
        let starts = self.starts.get(fact).into_iter().flatten();
        let fitting = starts.filter(|start| text.starts_with(start.as_str()));
        fitting.max_by_key(|start| start.len()).map_or("", |start| start.as_str())
    }
}

/// Whether a webhook in a state of the lifecycle is in an area, given in its JSON form.
pub fn contains(area: &Value, payload: &Payload, state: &str, names: &Names) -> bool {
    let states = area["lifecycle"].as_array();
    let in_state = states.is_none_or(|states| states.contains(&json!(state)));
    in_state
        && area["facts"].as_array().expect("facts").iter().all(|said| holds(said, payload, names))
}

fn holds(said: &Value, payload: &Payload, names: &Names) -> bool {
    let fact = said["fact"].as_str().expect("a fact");
    let value = match fact {
        "denyReasons" => payload.says.get("denyReasonsHidden"),
        _ => payload.says.get(fact),
    };
    let value = value.cloned().unwrap_or_default();
    let is_one = |list: &Value| {
        list.as_array().expect("a list").iter().any(|wanted| is(fact, wanted, &value, names))
    };
    let members = payload.says.get(fact).and_then(Value::as_array).cloned().unwrap_or_default();
    let has = |wanted: &Value| members.iter().any(|member| is(fact, wanted, member, names));
    let list = |key: &str| said[key].as_array().expect("a list").clone();
    let lists = |key: &str| {
        let inner = |inner: Value| inner.as_array().expect("a list").clone();
        list(key).into_iter().map(inner).collect::<Vec<_>>()
    };
    let matches = |pattern: &Value| {
        let text = value.as_str().unwrap_or_default();
        match pattern.as_str().expect("a pattern") {
            "a.*" => text.starts_with('a'),
            ".*z" => text.ends_with('z'),
            other => panic!("{other}"),
        }
    };
    (said["is_one_of"].is_null() || is_one(&said["is_one_of"]))
        && (said["is_none_of"].is_null() || !is_one(&said["is_none_of"]))
        && lists("any").iter().all(|words| words.iter().any(has))
        && list("all").iter().all(has)
        && !list("none").iter().any(has)
        && lists("not_all").iter().all(|words| !words.iter().all(has))
        && list("matches").iter().all(matches)
        && !list("matches_not").iter().any(matches)
}

/// Whether one content is what an area says.
fn is(fact: &str, wanted: &Value, value: &Value, names: &Names) -> bool {
    if let Some(start) = wanted.get("startsWith") {
        let other = value.get("text").and_then(Value::as_str);
        return match value.as_str().or(other) {
            Some(text) => !names.has(fact, text) && *start == json!(names.beginning(fact, text)),
            None => false,
        };
    }
    if wanted.get("class").is_some() {
        let unlisted = value.get("unlisted").and_then(Value::as_str);
        return value.get("class").is_some() || unlisted.is_some_and(|word| !names.has(fact, word));
    }
    let is_range =
        ["atLeast", "above", "atMost", "below"].iter().any(|end| wanted.get(end).is_some());
    if let (true, Some(number)) = (is_range || wanted == &json!({}), value.as_f64()) {
        let end = |key: &str| wanted.get(key).and_then(Value::as_f64);
        return end("atLeast").is_none_or(|end| number >= end)
            && end("above").is_none_or(|end| number > end)
            && end("atMost").is_none_or(|end| number <= end)
            && end("below").is_none_or(|end| number < end);
    }
    wanted == value
}
