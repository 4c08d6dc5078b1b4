//! JSON values in few bytes: scalars by themselves, what is inside of lists and objects on a tape,
//! so that a short text needs no heap.
//!
//! There are two ways to a value, and it does not tell which one was taken: [`Tape::quickly`] by
//! the cursor, which may be unsure, and [`Tape::lay`] for what [`read`](super::read), the
//! specification, made of the text.

mod node;
mod walk;

use smallvec::SmallVec;

use super::{Number, Span, Value};

pub(crate) use node::{Items as NodeItems, Members as NodeMembers, Node};
pub(crate) use walk::Name;

/// How many values inside of others fit without the heap.
const USUAL: usize = 64;

/// What values refer to. Its places are numbers of 32 bits, so no text may be longer.
#[derive(Debug, Default)]
pub(crate) struct Tape<'a> {
    text: &'a str,
    /// The meanings of texts that are not written as they are meant.
    meanings: String,
    /// What is inside of lists and objects.
    entries: SmallVec<[Entry; USUAL]>,
}

/// A value inside of another one, and the text that is its name; items of lists have an empty one.
#[derive(Debug, Clone, Copy)]
struct Entry {
    name: Item,
    item: Item,
}

/// A value. All of its kinds have a number or none, so that it travels in two registers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Item {
    Null,
    False,
    True,
    Unsigned(u64),
    Negative(i64),
    /// By its bits.
    Float(u64),
    /// A piece of the text.
    Text(Span),
    /// A piece of the meanings.
    Meant(Span),
    /// A piece of the entries.
    List(Span),
    /// The same for members.
    Object(Span),
}

impl From<Number> for Item {
    fn from(number: Number) -> Self {
        match number {
            Number::Unsigned(number) => Self::Unsigned(number),
            Number::Negative(number) => Self::Negative(number),
            Number::Float(number) => Self::Float(number.to_bits()),
        }
    }
}

impl Tape<'_> {
    /// Makes an item of a value, and lays down what it refers to.
    pub(crate) fn lay(&mut self, value: &Value<'_>) -> Item {
        match value {
            Value::Null => Item::Null,
            Value::Bool(false) => Item::False,
            Value::Bool(true) => Item::True,
            Value::Number(number) => (*number).into(),
            Value::String(text) => self.mean(text),
            Value::Array(items) => {
                let from = self.entries.len();
                items.iter().for_each(|item| self.lay_inside("", item));
                Item::List(self.since(from))
            }
            Value::Object(object) => {
                let from = self.entries.len();
                object.iter().for_each(|(name, value)| self.lay_inside(name, value));
                Item::Object(self.since(from))
            }
        }
    }

    fn lay_inside(&mut self, name: &str, value: &Value<'_>) {
        let name = self.mean(name);
        let place = self.begin(name);
        let item = self.lay(value);
        self.finish(place, item);
    }

    fn mean(&mut self, text: &str) -> Item {
        let start = place(self.meanings.len());
        self.meanings.push_str(text);
        Item::Meant(Span::new(start, place(self.meanings.len())))
    }

    /// An entry whose item is known when everything inside of it was laid down.
    fn begin(&mut self, name: Item) -> usize {
        self.entries.push(Entry { name, item: Item::Null });
        self.entries.len() - 1
    }

    fn finish(&mut self, place: usize, item: Item) {
        if let Some(entry) = self.entries.get_mut(place) {
            entry.item = item;
        }
    }

    /// Whether something was not written as it is meant.
    pub(crate) fn has_escapes(&self) -> bool {
        !self.meanings.is_empty()
    }

    fn since(&self, from: usize) -> Span {
        Span::new(place(from), place(self.entries.len()))
    }
}

/// There are no more meanings and entries than bytes in the text.
fn place(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
