//! The JSON Schema of policy documents, made from the table of facts.

use serde_json::{Map, Value, json};

use crate::facts::{Absence, Fact, Kind};
use crate::vocab::Vocabulary;

use super::document::{DOCUMENT_KEYS, OTHERWISE, RULE_KEYS};
use super::outcome::{Lifecycle, Outcome};

/// The schema (JSON Schema 2020-12) of every document that [`Policy::from_json`] may take.
///
/// It is a help for editors: it knows every key, fact, operator and word. What it cannot say -
/// unique ids, what accepting rules may not do, lists by name - is checked when a policy is
/// loaded.
///
/// ```
/// let schema = idenfy_rules::policy::json_schema();
/// assert!(schema.contains("suspicionReasons") == false && schema.contains("manualDocument"));
/// ```
///
/// [`Policy::from_json`]: super::Policy::from_json
#[must_use]
pub fn json_schema() -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A policy of idenfy-rules",
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "name"],
        "anyOf": [{ "required": ["extends"] }, { "required": ["rules", "otherwise"] }],
        "properties": document(),
        "$defs": definitions(),
    });
    format!("{schema:#}\n")
}

fn document() -> Value {
    let states = Lifecycle::OF_DOCUMENTS.iter().map(|state| {
        let outcome = json!({ "enum": cautious().chain(["evaluate"]).collect::<Vec<_>>() });
        (state.as_str(), described(outcome, state.meaning()))
    });
    let properties = [
        ("format", json!({ "const": 1 })),
        ("name", text("Named by every decision.")),
        ("revision", text("Named by every decision.")),
        ("about", text("What the document is for.")),
        ("extends", text("`documented`, `strict`, or the name of a policy that is passed along.")),
        ("lists", json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/words" } })),
        ("lifecycle", closed(states)),
        (
            "rules",
            json!({ "type": "array", "maxItems": 10_000, "items": { "$ref": "#/$defs/rule" } }),
        ),
        ("otherwise", json!({ "enum": cautious().collect::<Vec<_>>() })),
    ];
    debug_assert!(properties.iter().all(|(key, _)| DOCUMENT_KEYS.contains(key)));
    object(properties)
}

fn definitions() -> Value {
    let conditions =
        json!({ "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/condition" } });
    let connectives = [
        ("any", conditions.clone()),
        ("all", conditions),
        ("not", json!({ "$ref": "#/$defs/condition" })),
    ];
    let facts = Fact::ALL.iter().map(|fact| (fact.as_str(), reference("fact", fact.as_str())));
    let mut condition = closed(connectives.into_iter().chain(facts));
    set(&mut condition, "minProperties", json!(1));
    let mut definitions = object([
        ("rule", rule()),
        ("condition", condition),
        ("words", json!({ "type": "array", "items": { "type": "string", "pattern": "^[^$]" } })),
        (
            "list",
            json!({ "type": "string", "pattern": "^[$]", "description": "A list of `lists`." }),
        ),
        ("country", json!({ "type": "string", "pattern": "^[A-Z]{2}$" })),
    ]);
    for fact in Fact::ALL {
        let schema = described(of_fact(*fact), fact.meaning());
        set(&mut definitions, &definition("fact", fact.as_str()), schema);
        if let Kind::Word(vocabulary) | Kind::Words(vocabulary) = fact.kind() {
            set(&mut definitions, &definition("word", vocabulary.name), words(vocabulary));
            set(&mut definitions, &definition("class", vocabulary.name), classes(vocabulary));
        }
    }
    definitions
}

/// The name of a definition.
fn definition(kind: &str, name: &str) -> String {
    format!("{kind}-{name}")
}

fn reference(kind: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{}", definition(kind, name)) })
}

fn rule() -> Value {
    let outcomes: Vec<&str> = Outcome::OF_RULES.iter().map(|outcome| outcome.as_str()).collect();
    let properties = [
        ("id", json!({ "type": "string", "minLength": 1, "not": { "const": OTHERWISE } })),
        ("when", json!({ "$ref": "#/$defs/condition" })),
        ("then", json!({ "enum": outcomes })),
        ("why", text("The audit sentence; an accepting rule must have one.")),
        ("ifUndecided", json!({ "const": "skip" })),
    ];
    debug_assert!(properties.iter().all(|(key, _)| RULE_KEYS.contains(key)));
    let mut rule = closed(properties);
    set(&mut rule, "required", json!(["id", "when", "then"]));
    set(&mut rule, "if", json!({ "properties": { "then": { "const": "accept" } } }));
    set(
        &mut rule,
        "then",
        json!({ "required": ["why"], "properties": { "when": { "required": ["overall"] } } }),
    );
    rule
}

/// What may be asked of one fact.
fn of_fact(fact: Fact) -> Value {
    let word = |vocabulary: &Vocabulary| reference("word", vocabulary.name);
    let class = |vocabulary: &Vocabulary| reference("class", vocabulary.name);
    let mut forms = match fact.kind() {
        Kind::Word(vocabulary) => scalar(fact, word(vocabulary), class(vocabulary)),
        Kind::Country => {
            scalar(fact, json!({ "$ref": "#/$defs/country" }), json!({ "const": "unknown" }))
        }
        Kind::Words(vocabulary) => vec![set_operators(word(vocabulary), Some(class(vocabulary)))],
        Kind::Texts => vec![set_operators(json!({ "type": "string", "minLength": 1 }), None)],
        Kind::Number => vec![number()],
        Kind::Flag => vec![json!({ "type": "boolean" })],
        Kind::Text => text_forms(),
    };
    if can_miss(fact) {
        forms.push(json!({ "type": "null" }));
    }
    json!({ "anyOf": forms })
}

fn can_miss(fact: Fact) -> bool {
    fact.absence() == Absence::Missing
}

/// A word, a list of words, or operators.
fn scalar(fact: Fact, word: Value, class: Value) -> Vec<Value> {
    let list = json!({ "$ref": "#/$defs/list" });
    let mut operators = closed([
        ("not", reference("fact", fact.as_str())),
        ("class", one_or_more(&class)),
        ("unlisted", json!({ "type": "string", "minLength": 1 })),
    ]);
    set(&mut operators, "minProperties", json!(1));
    let mut items = vec![word.clone(), list.clone(), operators.clone()];
    if can_miss(fact) {
        items.push(json!({ "type": "null" }));
    }
    let any = json!({ "type": "array", "minItems": 1, "items": { "anyOf": items } });
    vec![word, list, any, operators]
}

fn one_or_more(item: &Value) -> Value {
    json!({ "anyOf": [item, { "type": "array", "minItems": 1, "items": item }] })
}

fn set_operators(word: Value, class: Option<Value>) -> Value {
    let unlisted = closed([("unlisted", json!({ "type": "string", "minLength": 1 }))]);
    let list = json!({ "$ref": "#/$defs/list" });
    let items = json!({ "anyOf": [word, list, unlisted] });
    let words = json!({ "anyOf": [list, { "type": "array", "minItems": 1, "items": items }] });
    let mut operators = vec![
        ("any", words.clone()),
        ("all", words.clone()),
        ("none", words.clone()),
        ("empty", json!({ "type": "boolean" })),
    ];
    if let Some(class) = class {
        operators.extend([("only", words), ("anyClass", one_or_more(&class))]);
    }
    let mut operators = closed(operators);
    set(&mut operators, "minProperties", json!(1));
    operators
}

fn number() -> Value {
    let whole = json!({ "type": "integer" });
    let both = json!({ "type": "array", "minItems": 2, "maxItems": 2, "items": whole });
    let mut operators = closed([("below", whole.clone()), ("atLeast", whole), ("between", both)]);
    set(&mut operators, "minProperties", json!(1));
    operators
}

fn text_forms() -> Vec<Value> {
    let word = json!({ "type": "string", "minLength": 1 });
    let mut operators = closed([
        ("startsWith", word.clone()),
        ("matches", json!({ "type": "string", "minLength": 1, "maxLength": 1024 })),
    ]);
    set(&mut operators, "minProperties", json!(1));
    let items = json!({ "anyOf": [word, { "type": "null" }, operators] });
    vec![word, json!({ "type": "array", "minItems": 1, "items": items }), operators]
}

fn words(vocabulary: &Vocabulary) -> Value {
    json!({ "enum": vocabulary.words.iter().map(|word| word.text).collect::<Vec<_>>() })
}

/// The classes of a vocabulary, each once, and the one of every word outside it.
fn classes(vocabulary: &Vocabulary) -> Value {
    let mut classes: Vec<&str> = Vec::new();
    for word in vocabulary.words.iter().filter(|_| vocabulary.classified) {
        if !classes.contains(&word.class.as_str()) {
            classes.push(word.class.as_str());
        }
    }
    classes.push("unknown");
    json!({ "enum": classes })
}

fn text(description: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "description": description })
}

fn cautious() -> impl Iterator<Item = &'static str> {
    Outcome::OF_RULES
        .iter()
        .filter(|outcome| **outcome != Outcome::Accept)
        .map(|outcome| outcome.as_str())
}

fn described(mut schema: Value, description: &str) -> Value {
    set(&mut schema, "description", json!(description));
    schema
}

/// An object with these members and no others.
fn closed<'k>(properties: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
    json!({ "type": "object", "additionalProperties": false, "properties": object(properties) })
}

fn object<'k>(members: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
    Value::Object(
        members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>(),
    )
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Some(members) = schema.as_object_mut() {
        members.insert(key.to_owned(), value);
    }
}
