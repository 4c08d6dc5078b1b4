//! Webhooks put together from ways in which their members can be.

use std::collections::BTreeMap;

use idenfy_rules::{Arrival, Date, Decision, Policy};
use serde_json::{Value, json};

/// The word that policies name although no vocabulary has it, and one that nobody names.
pub const UNLISTED: &str = "BRAND_NEW";
const UNHEARD: &str = "NEVER_HEARD_OF";
/// A value that repeats a key in itself.
pub const HIDDEN: &str = r#"{"k":1,"k":2}"#;

/// The day on which all webhooks of the worlds are read.
pub fn today() -> Date {
    Date::read("2026-11-21").expect("a date")
}

/// One way of being, of one thing: members to put at dotted paths, and what they say by fact.
#[derive(Clone)]
pub struct Way {
    pub put: Vec<(&'static str, String)>,
    pub event: Option<&'static str>,
    pub says: Vec<(&'static str, Value)>,
}

/// A webhook and what it says, in the form of areas; sets as lists.
pub struct Payload {
    pub body: String,
    pub event: Option<&'static str>,
    pub says: BTreeMap<&'static str, Value>,
}

impl Payload {
    fn arrival(&self) -> Arrival<'_> {
        Arrival {
            event_type: self.event,
            today: Some(today()),
            digest: false,
            ..Arrival::default()
        }
    }

    pub fn decide(&self, policy: &Policy) -> Decision {
        policy.evaluate(self.body.as_bytes(), &self.arrival()).expect("a usable body")
    }

    /// The same body without its header.
    pub fn without_event(&self) -> Self {
        let says = self.says.iter().filter(|(fact, _)| **fact != "event");
        let says = says.map(|(fact, value)| (*fact, value.clone()));
        Self { body: self.body.clone(), event: None, says: says.collect() }
    }

    /// What each rule of a policy is.
    pub fn truths(&self, policy: &Policy) -> Vec<&'static str> {
        let explanation = policy.explain(self.body.as_bytes(), &self.arrival());
        let rules = explanation.expect("a usable body").rules;
        rules.into_iter().map(|rule| rule.result).collect()
    }
}

pub fn absent() -> Way {
    Way { put: Vec::new(), event: None, says: Vec::new() }
}

pub fn put(path: &'static str, raw: impl Into<String>) -> Way {
    Way { put: vec![(path, raw.into())], ..absent() }
}

impl Way {
    pub fn and(mut self, path: &'static str, raw: impl Into<String>) -> Self {
        self.put.push((path, raw.into()));
        self
    }

    pub fn says(mut self, fact: &'static str, value: Value) -> Self {
        self.says.push((fact, value));
        self
    }
}

pub fn text(word: &str) -> String {
    Value::from(word).to_string()
}

/// Words at a path, as the fact that is read from there, and two that no vocabulary has.
pub fn words(path: &'static str, fact: &'static str, known: &[&str]) -> Vec<Way> {
    let known = known.iter().map(|word| put(path, text(word)).says(fact, json!(word)));
    let unknown = [
        put(path, text(UNLISTED)).says(fact, json!({"unlisted": UNLISTED})),
        put(path, text(UNHEARD)).says(fact, json!({"class": "unknown"})),
    ];
    known.chain(unknown).collect()
}

pub fn hidden(path: &'static str, fact: &'static str) -> Way {
    put(path, HIDDEN).says(fact, json!({"repeated": true}))
}

pub fn missing(fact: &'static str) -> Way {
    absent().says(fact, Value::Null)
}

/// The members of a check.
pub fn check(path: &'static str, fact: &'static str, known: &[&str]) -> Vec<Way> {
    let others = [missing(fact), hidden(path, fact)];
    words(path, fact, known).into_iter().chain(others).collect()
}

pub fn flags(path: &'static str, fact: &'static str) -> Vec<Way> {
    let flags = [true, false].map(|flag| put(path, flag.to_string()).says(fact, json!(flag)));
    flags.into_iter().chain([missing(fact)]).collect()
}

/// Whether an unrelated key is repeated. What hides a fact repeats one, too.
pub fn repeated() -> Vec<Way> {
    vec![absent(), put("remark", HIDDEN).says("repeatedKeys", json!(true))]
}

pub fn verdicts(words: &[&str]) -> Vec<Way> {
    let verdict = |word: &&str| put("status.overall", text(word)).says("overall", json!(word));
    words.iter().map(verdict).collect()
}

/// Every subset of some members of a set, and what it says.
pub fn subsets(members: &[(&str, Value)]) -> Vec<(String, Value)> {
    (0..1_usize << members.len())
        .map(|chosen| {
            let there = members.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
            let (raw, says): (Vec<&str>, Vec<Value>) =
                there.map(|(_, (raw, value))| (*raw, value.clone())).unzip();
            (format!("[{}]", raw.join(",")), Value::from(says))
        })
        .collect()
}

/// Every combination of one way of each thing.
pub fn payloads(things: &[Vec<Way>]) -> Vec<Payload> {
    let mut all = vec![absent()];
    for ways in things {
        let extended = |so_far: &Way| {
            let so_far = so_far.clone();
            ways.clone().into_iter().map(move |way| Way {
                put: [so_far.put.clone(), way.put].concat(),
                event: so_far.event.or(way.event),
                says: [so_far.says.clone(), way.says].concat(),
            })
        };
        all = all.iter().flat_map(extended).collect();
    }
    all.into_iter().map(payload).collect()
}

fn payload(way: Way) -> Payload {
    let mut top = vec![r#""scanRef":"scan-1""#.to_owned()];
    let mut inner: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, raw) in &way.put {
        match path.split_once('.') {
            None => top.push(format!("\"{path}\":{raw}")),
            Some((parent, key)) => {
                inner.entry(parent).or_default().push(format!("\"{key}\":{raw}"));
            }
        }
    }
    top.extend(
        inner.iter().map(|(parent, members)| format!("\"{parent}\":{{{}}}", members.join(","))),
    );
    let mut says: BTreeMap<&'static str, Value> = way.says.into_iter().collect();
    let hides = |value: &Value| value.get("repeated").is_some();
    let repeats = says.values().any(hides) || says.contains_key("repeatedKeys");
    says.insert("repeatedKeys", json!(repeats));
    for [effective, manual, auto] in
        [["document", "manualDocument", "autoDocument"], ["face", "manualFace", "autoFace"]]
    {
        let [by_person, by_automation] =
            [manual, auto].map(|fact| says.get(fact).cloned().unwrap_or_default());
        let value = match (&by_person, &by_automation) {
            (a, b) if hides(a) || hides(b) => Value::Null,
            (Value::Null, automation) => automation.clone(),
            (person, _) => person.clone(),
        };
        says.insert(effective, value);
    }
    Payload { body: format!("{{{}}}", top.join(",")), event: way.event, says }
}

pub fn last_word() -> Vec<Way> {
    vec![put("final", "true").says("final", json!(true))]
}
