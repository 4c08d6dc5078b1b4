//! The wording of tests, by the kind of the fact.

use crate::facts::Kind;
use crate::json::{Layout, Value};
use crate::policy::words::UNKNOWN;

use super::phrase::{Joint, Phrase, Piece};

const ABSENT: &str = "absent";
const PRESENT: &str = "present";

pub(super) fn verb(kind: Kind) -> &'static str {
    match kind {
        Kind::Words(_) | Kind::Texts => "has",
        _ => "is",
    }
}

pub(super) fn phrase(kind: Kind, value: &Value<'_>) -> Phrase {
    match (kind, value) {
        (Kind::Words(_) | Kind::Texts | Kind::Number, Value::Object(_)) => {
            Phrase::join(Joint::And, operators(value).map(|(name, set)| asked(name, set)).collect())
        }
        _ => scalar(value),
    }
}

fn operators<'v>(value: &'v Value<'_>) -> impl Iterator<Item = (&'v str, &'v Value<'v>)> {
    value.as_object().into_iter().flat_map(|members| members.iter())
}

/// An operator of a set or a number.
fn asked(name: &str, operand: &Value<'_>) -> Phrase {
    match (name, operand) {
        ("any", _) => of_words("any of ", operand),
        ("all", _) => of_words("all of ", operand),
        ("none", _) => of_words("none of ", operand),
        ("only", _) => of_words("nothing but ", operand),
        ("anyClass", _) => classes("any of class ", "any unknown word", operand),
        ("empty", Value::Bool(false)) => Phrase::words("at least one entry"),
        ("empty", _) => Phrase::words("no entries"),
        ("between", Value::Array(ends)) => {
            let ends: Vec<String> = ends.iter().map(written).collect();
            Phrase::list("from ", &borrowed(&ends), " to ")
        }
        ("below", _) => Phrase::list("below ", &[&written(operand)], ""),
        _ => Phrase::list("at least ", &[&written(operand)], ""),
    }
}

fn written(value: &Value<'_>) -> String {
    Layout::COMPACT.write(value)
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The operand of a set operator: words, `$list`, `{"unlisted": ...}`, one or several.
fn of_words(words: &'static str, operand: &Value<'_>) -> Phrase {
    let mut pieces = vec![Piece::Words(words)];
    for (index, item) in one_or_more(operand).iter().enumerate() {
        if index > 0 {
            pieces.push(Piece::Words(", "));
        }
        let unlisted = operators(item).next().and_then(|(_, word)| word.as_str());
        let (before, text) = match (unlisted, item.as_str().unwrap_or_default()) {
            (Some(word), _) => (Some("the unlisted word "), word),
            (None, text) => match text.strip_prefix('$') {
                Some(name) => (Some("list "), name),
                None => (None, text),
            },
        };
        pieces.extend(before.map(Piece::Words));
        pieces.push(Piece::Code(text.to_owned()));
    }
    Phrase::Simple(pieces)
}

fn one_or_more<'v>(value: &'v Value<'v>) -> &'v [Value<'v>] {
    value.as_array().unwrap_or(std::slice::from_ref(value))
}

fn classes(of_class: &'static str, unknown_word: &'static str, operand: &Value<'_>) -> Phrase {
    let names = one_or_more(operand).iter().filter_map(Value::as_str);
    let (unknown, known): (Vec<&str>, Vec<&str>) = names.partition(|name| *name == UNKNOWN);
    let known = (!known.is_empty()).then(|| Phrase::list(of_class, &known, " or "));
    let unknown = (!unknown.is_empty()).then(|| Phrase::words(unknown_word));
    Phrase::join(Joint::Or, known.into_iter().chain(unknown).collect())
}

/// A word, a flag, `null`, a list of alternatives, or operators on one value.
fn scalar(value: &Value<'_>) -> Phrase {
    match value {
        Value::Null => Phrase::words(ABSENT),
        Value::Array(items) => alternatives(items),
        Value::Object(_) => {
            let parts = operators(value).map(|(name, operand)| of_scalar(name, operand));
            Phrase::join(Joint::And, parts.collect())
        }
        Value::String(text) => word(text, "in list ", ""),
        _ => Phrase::code(written(value)),
    }
}

fn word(text: &str, in_list: &'static str, before: &'static str) -> Phrase {
    match text.strip_prefix('$') {
        Some(name) => Phrase::list(in_list, &[name], ""),
        None => Phrase::list(before, &[text], ""),
    }
}

fn of_scalar(name: &str, operand: &Value<'_>) -> Phrase {
    let text = operand.as_str().unwrap_or_default();
    match name {
        "not" => negated(operand),
        "class" => classes("of class ", "an unknown word", operand),
        "unlisted" => Phrase::list("the unlisted word ", &[text], ""),
        "startsWith" => Phrase::list("a text that starts with ", &[text], ""),
        _ => Phrase::list("a text that matches ", &[text], ""),
    }
}

/// The members of a list: plain words, others, and whether `null` is among them.
fn sorted<'v>(items: &'v [Value<'v>]) -> (Vec<&'v str>, Vec<&'v Value<'v>>, bool) {
    let plain = |item: &&Value<'_>| item.as_str().is_some_and(|text| !text.starts_with('$'));
    let (words, others): (Vec<&Value<'_>>, Vec<&Value<'_>>) = items.iter().partition(plain);
    let (nulls, others): (Vec<&Value<'_>>, Vec<&Value<'_>>) =
        others.into_iter().partition(|item| **item == Value::Null);
    (words.into_iter().filter_map(Value::as_str).collect(), others, !nulls.is_empty())
}

fn alternatives(items: &[Value<'_>]) -> Phrase {
    let (words, others, or_absent) = sorted(items);
    let words = match words.as_slice() {
        [] => None,
        [word] => Some(Phrase::code(*word)),
        several => Some(Phrase::list("one of ", several, ", ")),
    };
    let absent = or_absent.then(|| Phrase::words(ABSENT));
    let parts = words.into_iter().chain(others.into_iter().map(scalar)).chain(absent);
    Phrase::join(Joint::Or, parts.collect())
}

/// What is left when a test is negated: De Morgan holds for three values, too.
fn negated(value: &Value<'_>) -> Phrase {
    match value {
        Value::Null => Phrase::words(PRESENT),
        Value::Array(items) => none_of(items),
        Value::Object(_) => {
            let parts = operators(value).map(|(name, operand)| negated_operator(name, operand));
            Phrase::join(Joint::Or, parts.collect())
        }
        Value::String(text) => word(text, "not in list ", "not "),
        _ => Phrase::list("not ", &[&written(value)], ""),
    }
}

fn none_of(items: &[Value<'_>]) -> Phrase {
    let (words, others, and_present) = sorted(items);
    let words = match words.as_slice() {
        [] => None,
        [word] => Some(Phrase::list("not ", &[word], "")),
        several => Some(Phrase::list("none of ", several, ", ")),
    };
    let present = and_present.then(|| Phrase::words(PRESENT));
    let parts = present.into_iter().chain(words).chain(others.into_iter().map(negated));
    Phrase::join(Joint::And, parts.collect())
}

fn negated_operator(name: &str, operand: &Value<'_>) -> Phrase {
    let text = operand.as_str().unwrap_or_default();
    match name {
        "not" => scalar(operand),
        "unlisted" => Phrase::list("not the unlisted word ", &[text], ""),
        _ => match classes("not of class ", "a known word", operand) {
            Phrase::Joined(_, parts) => Phrase::join(Joint::And, parts),
            simple @ Phrase::Simple(_) => simple,
        },
    }
}
