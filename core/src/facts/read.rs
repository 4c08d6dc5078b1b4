//! How a fact is read from a webhook, and what it can hold.

use std::borrow::Cow;

use crate::country::Country;
use crate::date::Date;
use crate::json::{Number, Value};
use crate::vocab::Vocabulary;
use crate::webhook::Delivery;

use super::scan::{self, derived::Scanned};
use super::table::{Absence, Derive, Fact, Kind};

/// Where a fact comes from.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// From the first of its places that is not empty.
    First,
    /// By functions of its own: from the tree of a body, and from a scan of it.
    Derived(Derive, Scanned),
}

impl Read {
    /// How the scan reads the fact.
    pub(super) const fn scanned(self) -> Scanned {
        match self {
            Self::First => scan::derived::FIRST_PLACE,
            Self::Derived(_, scanned) => scanned,
        }
    }
}

/// Whether a fact was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Known,
    Neutral,
    Missing,
}

/// What a fact holds. Words of a vocabulary are kept as their place in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content<'d> {
    Missing,
    Word(usize),
    /// A word outside the vocabulary; `None` when it is not even text.
    Unknown(Option<Cow<'d, str>>),
    Words {
        known: Vec<usize>,
        unknown: Vec<Option<Cow<'d, str>>>,
    },
    Texts {
        known: Vec<Cow<'d, str>>,
        not_text: usize,
    },
    Number(f64),
    Flag(bool),
    Country(Country),
    Text(Cow<'d, str>),
}

impl Content<'_> {
    pub(super) const fn whole(number: i64) -> Self {
        Self::Number(Number::Negative(number).as_f64())
    }

    /// The words outside the vocabulary that it holds; `None` for one that is not text.
    pub(crate) fn unknown_words(&self) -> Vec<Option<&str>> {
        match self {
            Self::Unknown(word) => vec![word.as_deref()],
            Self::Words { unknown, .. } => unknown.iter().map(Option::as_deref).collect(),
            Self::Texts { not_text, .. } => vec![None; *not_text],
            _ => Vec::new(),
        }
    }
}

/// What the facts are read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'d> {
    pub(super) delivery: &'d Delivery<'d>,
    pub(super) today: Option<Date>,
}

/// What stands at a path.
pub(super) enum Found<'d> {
    /// Nothing, `null` or empty text.
    Nothing,
    /// The path leads through something that is not an object.
    WrongShape,
    Value(&'d Value<'d>),
}

impl<'d> Source<'d> {
    pub(super) fn read(&self, fact: Fact) -> (State, Content<'d>) {
        if self.contradicts_itself(fact) {
            return (State::Missing, Content::Missing);
        }
        let content = match fact.reader() {
            Read::First => self.first(fact),
            Read::Derived(derive, _) => derive(self, fact),
        };
        match content {
            None => neutral(fact),
            Some(Content::Missing) => (State::Missing, Content::Missing),
            Some(content) => (State::Known, content),
        }
    }

    /// The value at a dotted path.
    pub(super) fn at(&self, path: &str) -> Found<'d> {
        let mut object = self.delivery.body();
        let mut keys = path.split('.').peekable();
        while let Some(key) = keys.next() {
            match object.get(key) {
                None => return Found::Nothing,
                Some(value) if value.is_empty() => return Found::Nothing,
                Some(value) if keys.peek().is_none() => return Found::Value(value),
                Some(Value::Object(inner)) => object = inner,
                Some(_) => return Found::WrongShape,
            }
        }
        Found::Nothing
    }

    fn first(&self, fact: Fact) -> Option<Content<'d>> {
        fact.paths().find_map(|path| match self.at(path) {
            Found::Nothing => None,
            Found::WrongShape => Some(wrong_type(fact.kind())),
            Found::Value(value) => Some(content(fact.kind(), value)),
        })
    }

    /// A key repeated with different values hides the facts read from it or through it.
    fn contradicts_itself(&self, fact: Fact) -> bool {
        let repeated = self.delivery.repeated_keys();
        !repeated.is_empty()
            && fact.paths().any(|path| {
                let place = format!("/{}", path.replace('.', "/"));
                repeated
                    .iter()
                    .any(|key| leads_to(key.as_str(), &place) || leads_to(&place, key.as_str()))
            })
    }
}

fn leads_to(outer: &str, inner: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What absence says.
pub(super) fn neutral(fact: Fact) -> (State, Content<'static>) {
    let content = match (fact.absence(), fact.kind()) {
        (Absence::Word(text), Kind::Word(vocabulary)) => {
            vocabulary.position(text).map_or(Content::Missing, Content::Word)
        }
        (Absence::EmptySet, Kind::Texts) => Content::Texts { known: Vec::new(), not_text: 0 },
        (Absence::EmptySet, _) => Content::Words { known: Vec::new(), unknown: Vec::new() },
        (Absence::Zero, _) => Content::whole(0),
        _ => Content::Missing,
    };
    let state = if content == Content::Missing { State::Missing } else { State::Neutral };
    (state, content)
}

/// A value of another type is an unknown word where words are expected, else missing.
pub(super) fn wrong_type<'d>(kind: Kind) -> Content<'d> {
    match kind {
        Kind::Word(_) | Kind::Words(_) | Kind::Country => Content::Unknown(None),
        Kind::Texts | Kind::Number | Kind::Flag | Kind::Text => Content::Missing,
    }
}

pub(super) fn content<'d>(kind: Kind, value: &'d Value<'d>) -> Content<'d> {
    match (kind, value) {
        (Kind::Word(vocabulary), Value::String(text)) => word(vocabulary, text),
        (Kind::Country, Value::String(text)) => country(text),
        (Kind::Flag, Value::Bool(flag)) => Content::Flag(*flag),
        (Kind::Number, Value::Number(number)) => Content::Number(number.as_f64()),
        (Kind::Text, Value::String(text)) => Content::Text(Cow::Borrowed(text)),
        _ => wrong_type(kind),
    }
}

pub(super) fn word<'d>(vocabulary: &Vocabulary, text: &'d str) -> Content<'d> {
    vocabulary
        .position(text)
        .map_or_else(|| Content::Unknown(Some(Cow::Borrowed(text))), Content::Word)
}

/// Codes are words: upper case as the vendor writes them, no folding.
fn country(text: &str) -> Content<'_> {
    Country::exact(text)
        .map_or_else(|| Content::Unknown(Some(Cow::Borrowed(text))), Content::Country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absence_says_something_of_the_kind_of_the_fact() {
        for fact in Fact::ALL {
            let (state, content) = neutral(*fact);
            let hidden = matches!(fact.absence(), Absence::Never | Absence::Missing);
            assert_eq!(state == State::Missing, hidden, "{fact:?}");
            let kind_fits = match content {
                Content::Missing => hidden,
                Content::Word(_) => matches!(fact.kind(), Kind::Word(_)),
                Content::Words { .. } => matches!(fact.kind(), Kind::Words(_)),
                Content::Texts { .. } => matches!(fact.kind(), Kind::Texts),
                Content::Number(_) => matches!(fact.kind(), Kind::Number),
                _ => false,
            };
            assert!(kind_fits, "{fact:?}: {content:?}");
        }
    }
}
