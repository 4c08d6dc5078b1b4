//! The parts of a condition as the document has them: what each says alone, and what the whole
//! says without it.

use std::borrow::Cow;

use crate::facts::Fact;
use crate::json::{Object, Value};
use crate::pointer::Pointer;
use crate::policy::compile;
use crate::policy::condition::Condition;
use crate::policy::document::Lists;
use crate::policy::node::Node;

/// A part of a condition.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) at: Pointer,
    /// The part as a condition of its own; none for a part that is none, such as a word that a
    /// set is compared with.
    pub(super) alone: Option<Value<'static>>,
    /// Of a word that a set is compared with, the comparison with this word alone: it tells the
    /// word from every other one.
    pub(super) word: Option<Value<'static>>,
    /// The way to the part; none for the whole condition.
    path: Option<Vec<Step>>,
    /// Whether all of its parts have to hold; else any of them.
    pub(super) all: bool,
    /// Whether it stands under an odd number of negations.
    pub(super) negated: bool,
    pub(super) parts: Vec<Part>,
}

/// A step down into a value.
#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Index(usize),
}

/// Reads the parts of one condition.
#[derive(Default)]
struct Walk {
    path: Vec<Step>,
    negated: bool,
}

/// A condition that was loaded once as a part of a rule, by itself.
pub(super) fn read(value: Option<&Value<'static>>, lists: &Lists) -> Option<Condition> {
    compile::condition(&Node::new(value?, Pointer::root()), lists).ok()
}

impl Part {
    /// The parts of a condition at this place.
    pub(super) fn of(when: &Value<'static>, at: &Pointer) -> Self {
        Walk::default().condition(when, at)
    }

    /// The whole condition without the part. Where something has to stand, it cannot be read.
    pub(super) fn without(&self, whole: &Value<'static>) -> Option<Value<'static>> {
        self.path.as_deref().map(|path| removed(whole, path))
    }

    /// The part itself and all parts in it.
    pub(super) fn each<'p>(&'p self, see: &mut impl FnMut(&'p Self)) {
        see(self);
        for part in &self.parts {
            part.each(see);
        }
    }
}

impl Walk {
    /// Walks into a member or an item, which can be left out.
    fn enter(&mut self, step: Step, read: impl FnOnce(&mut Self) -> Part) -> Part {
        self.path.push(step);
        let path = Some(self.path.clone());
        let part = read(self);
        self.path.pop();
        Part { path, ..part }
    }

    fn condition(&mut self, value: &Value<'static>, at: &Pointer) -> Part {
        let members = members(value);
        let parts = members.iter().map(|(key, inner)| {
            let place = at.key(key);
            self.enter(Step::Key(key.to_string()), |walk| walk.member(key, inner, &place))
        });
        let parts = parts.collect();
        self.part(at, Some(value.clone()), true, parts)
    }

    /// One key of a condition: a connective or a fact.
    fn member(&mut self, key: &str, value: &Value<'static>, at: &Pointer) -> Part {
        let alone = Some(object(key, value.clone()));
        match (key, Fact::from_name(key)) {
            ("any" | "all", _) => {
                let parts = self.items(value, at, &mut |walk, item, at| walk.condition(item, at));
                self.part(at, alone, key == "all", parts)
            }
            ("not", _) => {
                let parts = self.under_not(|walk| vec![walk.condition(value, at)]);
                self.part(at, alone, true, parts)
            }
            (_, Some(fact)) => self.test(fact, value, at),
            (_, None) => self.part(at, alone, true, Vec::new()),
        }
    }

    /// What is asked of one fact.
    fn test(&mut self, fact: Fact, value: &Value<'static>, at: &Pointer) -> Part {
        let alone = Some(object(fact.as_str(), value.clone()));
        match value {
            Value::Array(_) => {
                let parts = self.items(value, at, &mut |walk, item, at| walk.test(fact, item, at));
                self.part(at, alone, false, parts)
            }
            Value::Object(_) => {
                let operators = members(value);
                let parts = operators.iter().map(|(name, operand)| {
                    let place = at.key(name);
                    let step = Step::Key(name.to_string());
                    self.enter(step, |walk| walk.operator(fact, name, operand, &place))
                });
                let parts = parts.collect();
                self.part(at, alone, true, parts)
            }
            _ => self.part(at, alone, true, Vec::new()),
        }
    }

    fn operator(&mut self, fact: Fact, name: &str, operand: &Value<'static>, at: &Pointer) -> Part {
        let alone = Some(object(fact.as_str(), object(name, operand.clone())));
        let parts = match name {
            "not" => self.under_not(|walk| vec![walk.test(fact, operand, at)]),
            _ => self.items(operand, at, &mut |walk, item, at| {
                let item = Value::Array(vec![item.clone()]);
                let word = Some(object(fact.as_str(), object(name, item)));
                Part { word, ..walk.part(at, None, true, Vec::new()) }
            }),
        };
        self.part(at, alone, true, parts)
    }

    fn under_not(&mut self, read: impl FnOnce(&mut Self) -> Vec<Part>) -> Vec<Part> {
        self.negated = !self.negated;
        let parts = read(self);
        self.negated = !self.negated;
        parts
    }

    fn items(
        &mut self,
        value: &Value<'static>,
        at: &Pointer,
        read: &mut dyn FnMut(&mut Self, &Value<'static>, &Pointer) -> Part,
    ) -> Vec<Part> {
        let items = value.as_array().unwrap_or_default();
        let each = items.iter().enumerate().map(|(index, item)| {
            let place = at.index(index);
            self.enter(Step::Index(index), |walk| read(walk, item, &place))
        });
        each.collect()
    }

    fn part(
        &self,
        at: &Pointer,
        alone: Option<Value<'static>>,
        all: bool,
        parts: Vec<Part>,
    ) -> Part {
        let (at, negated) = (at.clone(), self.negated);
        Part { at, alone, word: None, path: None, all, negated, parts }
    }
}

fn members<'v>(value: &'v Value<'static>) -> Vec<(&'v str, &'v Value<'static>)> {
    value.as_object().into_iter().flat_map(Object::iter).collect()
}

fn object(key: &str, value: Value<'static>) -> Value<'static> {
    Value::Object(Object { members: vec![(Cow::Owned(key.to_owned()), value)] })
}

/// The value without what stands at the end of a path.
fn removed(value: &Value<'static>, path: &[Step]) -> Value<'static> {
    let Some((step, rest)) = path.split_first() else { return value.clone() };
    match (value, step) {
        (Value::Object(object), Step::Key(name)) => {
            let members = object.members.iter().filter_map(|(key, inner)| match key == name {
                true if rest.is_empty() => None,
                true => Some((key.clone(), removed(inner, rest))),
                false => Some((key.clone(), inner.clone())),
            });
            Value::Object(Object { members: members.collect() })
        }
        (Value::Array(items), Step::Index(index)) => {
            let items =
                items.iter().enumerate().filter_map(|(place, item)| match place == *index {
                    true if rest.is_empty() => None,
                    true => Some(removed(item, rest)),
                    false => Some(item.clone()),
                });
            Value::Array(items.collect())
        }
        _ => value.clone(),
    }
}
