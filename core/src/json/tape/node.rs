//! Values inside of values.

use super::{Entry, Item, Tape};
use crate::json::{Number, Span};

/// A value, with everything inside of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'t> {
    item: &'t Item,
    tape: &'t Tape<'t>,
}

impl<'t> Node<'t> {
    pub(crate) fn is_null(self) -> bool {
        matches!(*self.item, Item::Null)
    }

    pub(crate) fn as_bool(self) -> Option<bool> {
        match *self.item {
            Item::False => Some(false),
            Item::True => Some(true),
            _ => None,
        }
    }

    pub(crate) fn as_number(self) -> Option<Number> {
        match *self.item {
            Item::Unsigned(number) => Some(Number::Unsigned(number)),
            Item::Negative(number) => Some(Number::Negative(number)),
            Item::Float(bits) => Some(Number::Float(f64::from_bits(bits))),
            _ => None,
        }
    }

    pub(crate) fn as_str(self) -> Option<&'t str> {
        self.tape.text(*self.item)
    }

    /// The items of a list.
    pub(crate) fn items(self) -> Option<Items<'t>> {
        match *self.item {
            Item::List(inside) => self.tape.entries(inside).map(Items),
            _ => None,
        }
    }

    /// The members of an object with their names, repeated ones included.
    pub(crate) fn members(self) -> Option<Members<'t>> {
        match *self.item {
            Item::Object(inside) => self.tape.entries(inside).map(Members),
            _ => None,
        }
    }
}

impl Tape<'_> {
    /// The value that an item stands for.
    pub(crate) fn node<'t>(&'t self, item: &'t Item) -> Node<'t> {
        Node { item, tape: self }
    }

    fn text(&self, item: Item) -> Option<&str> {
        match item {
            Item::Text(span) => self.text.get(span.range()),
            Item::Meant(span) => self.meanings.get(span.range()),
            _ => None,
        }
    }

    fn entries(&self, inside: Span) -> Option<Entries<'_>> {
        self.entries.get(inside.range()).map(|rest| Entries { rest, tape: self })
    }
}

/// Entries that stand side by side.
#[derive(Debug, Clone, Copy)]
struct Entries<'t> {
    rest: &'t [Entry],
    tape: &'t Tape<'t>,
}

impl<'t> Entries<'t> {
    /// The next one; what is inside of it is passed over.
    fn next(&mut self) -> Option<(Item, Node<'t>)> {
        let (Entry { name, item }, rest) = self.rest.split_first()?;
        let inside = match *item {
            Item::List(inside) | Item::Object(inside) => inside.range().len(),
            _ => 0,
        };
        self.rest = rest.get(inside..)?;
        Some((*name, self.tape.node(item)))
    }
}

/// The items of a list, one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Items<'t>(Entries<'t>);

impl Items<'_> {
    pub(crate) fn is_empty(self) -> bool {
        self.0.rest.is_empty()
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        self.0.next().map(|(_, item)| item)
    }
}

/// The members of an object, one after the other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Members<'t>(Entries<'t>);

impl<'t> Members<'t> {
    pub(crate) fn is_empty(self) -> bool {
        self.0.rest.is_empty()
    }

    /// The value of a name; of a repeated one the last, as usual parsers do.
    pub(crate) fn get(self, name: &str) -> Option<Node<'t>> {
        self.filter(|(other, _)| *other == name).last().map(|(_, value)| value)
    }
}

impl<'t> Iterator for Members<'t> {
    type Item = (&'t str, Node<'t>);

    fn next(&mut self) -> Option<(&'t str, Node<'t>)> {
        let (name, value) = self.0.next()?;
        Some((self.0.tape.text(name)?, value))
    }
}
