//! Conditions as they are written, for people: which facts they ask, and what of them.
//!
//! A condition is compiled to be judged and loses its wording: lists their names, classes theirs.
//! Here it is read from the document again, which was checked when it was loaded.

mod markup;
mod phrase;
mod wording;

use crate::facts::Fact;
use crate::json::Value;
use crate::pointer::Pointer;

pub(super) use markup::{Markup, Plain, visible};
pub(super) use phrase::{Joint, Phrase};

/// A condition as it is written.
#[derive(Debug)]
pub(super) enum Clause<'v> {
    Joined(Joint, Vec<Clause<'v>>),
    Not(Box<Clause<'v>>),
    Test(FactTest<'v>),
}

/// What is asked of one fact, and where the condition says so.
#[derive(Debug, Clone)]
pub(super) struct FactTest<'v> {
    pub(super) fact: Fact,
    pub(super) value: &'v Value<'static>,
    pub(super) place: Pointer,
}

impl<'v> Clause<'v> {
    /// The parts of a condition, all of which have to hold.
    pub(super) fn parts(when: &'v Value<'static>) -> Vec<Self> {
        Self::all(when, &Pointer::root())
    }

    fn all(value: &'v Value<'static>, at: &Pointer) -> Vec<Self> {
        let members = value.as_object().into_iter().flat_map(|object| object.iter());
        members.filter_map(|(key, value)| Self::part(key, value, at.key(key))).collect()
    }

    fn part(key: &str, value: &'v Value<'static>, at: Pointer) -> Option<Self> {
        Some(match key {
            "any" => Self::joined(Joint::Or, Self::each(value, &at)),
            "all" => Self::joined(Joint::And, Self::each(value, &at)),
            "not" => Self::Not(Box::new(Self::whole(value, &at))),
            name => Self::Test(FactTest { fact: Fact::from_name(name)?, value, place: at }),
        })
    }

    fn whole(value: &'v Value<'static>, at: &Pointer) -> Self {
        Self::joined(Joint::And, Self::all(value, at))
    }

    fn each(list: &'v Value<'static>, at: &Pointer) -> Vec<Self> {
        let items = list.as_array().unwrap_or_default().iter().enumerate();
        items.map(|(index, item)| Self::whole(item, &at.index(index))).collect()
    }

    fn joined(joint: Joint, mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 { parts.remove(0) } else { Self::Joined(joint, parts) }
    }

    /// The tests on facts, in the order of the document.
    pub(super) fn tests(&self) -> Vec<&FactTest<'v>> {
        match self {
            Self::Joined(_, parts) => parts.iter().flat_map(Self::tests).collect(),
            Self::Not(part) => part.tests(),
            Self::Test(test) => vec![test],
        }
    }

    /// The condition in one line.
    pub(super) fn inline(&self, markup: &dyn Markup) -> String {
        match self {
            Self::Joined(joint, parts) => {
                let parts: Vec<String> = parts.iter().map(|part| part.nested(markup)).collect();
                parts.join(&markup.joint(*joint))
            }
            Self::Not(part) => format!("{} ({})", markup.joint_not(), part.inline(markup)),
            Self::Test(test) => test.inline(markup),
        }
    }

    /// The condition in one line, in parentheses where others stand beside it.
    pub(super) fn nested(&self, markup: &dyn Markup) -> String {
        match self {
            Self::Joined(..) => format!("({})", self.inline(markup)),
            Self::Test(test) => test.nested(markup),
            Self::Not(_) => self.inline(markup),
        }
    }
}

impl FactTest<'_> {
    /// The test in one line, fact and all: "`age` is below 18".
    pub(super) fn inline(&self, markup: &dyn Markup) -> String {
        let fact = markup.code(self.fact.as_str());
        format!("{fact} {} {}", self.verb(), self.phrase().inline(markup))
    }

    /// The test in one line, in parentheses where it could be misread beside others.
    pub(super) fn nested(&self, markup: &dyn Markup) -> String {
        let line = self.inline(markup);
        if self.phrase().is_joined() { format!("({line})") } else { line }
    }

    /// What is asked of the fact: "below 18".
    pub(super) fn phrase(&self) -> Phrase {
        wording::phrase(self.fact.kind(), self.value)
    }

    /// What stands between the fact and the phrase.
    pub(super) fn verb(&self) -> &'static str {
        wording::verb(self.fact.kind())
    }
}

#[cfg(test)]
mod tests;
