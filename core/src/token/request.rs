//! The body as a request: its members, each once, in order.

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use crate::json::{Item, Limits, Name, Node, Object, Sure, Tape};

use super::members::{self, MEMBERS};
use super::place::Place;

/// How many members fit without the heap: all that there are, and a few unknown ones.
const USUAL: usize = 96;

/// An object of the body, read and without repetitions. Of a repeated member the last value
/// counts, as for the usual parsers, but it keeps the place of the first.
pub(super) struct Request<'a> {
    roll: Roll<'a>,
    inside: Tape<'a>,
}

struct Roll<'a> {
    present: SmallVec<[Present<'a>; USUAL]>,
    /// For every row one more than its number among the present ones; 0 if it is not there.
    rows: [usize; MEMBERS.len()],
    /// The same for names without a row.
    others: BTreeMap<&'a str, usize>,
    /// The numbers of those that are there more than once.
    repeated: BTreeSet<usize>,
}

/// A member that is there.
struct Present<'a> {
    place: Place<'a>,
    value: Item,
}

impl<'a> Roll<'a> {
    #[inline(always)]
    fn add(&mut self, name: Name<'a>, value: Item) {
        let (number, place) = match name {
            Name::Known(number) => match (self.rows.get_mut(number), MEMBERS.get(number)) {
                (Some(number), Some(row)) => (number, Place::member(row)),
                _ => return,
            },
            Name::Other(name) => (self.others.entry(name).or_default(), Place::unknown(name)),
        };
        if *number == 0 {
            self.present.push(Present { place, value });
            *number = self.present.len();
        } else if let Some(present) = self.present.get_mut(*number - 1) {
            present.value = value;
            self.repeated.insert(*number - 1);
        }
    }
}

/// A member of a request.
#[derive(Clone, Copy)]
pub(super) struct Given<'t> {
    pub(super) place: &'t Place<'t>,
    pub(super) value: Node<'t>,
}

impl Given<'_> {
    /// Whether it is an object with at least one member.
    pub(super) fn has_members(self) -> bool {
        self.value.members().is_some_and(|members| !members.is_empty())
    }
}

impl<'a> Request<'a> {
    /// A request without members: it is large, and filled where it is.
    pub(super) fn new() -> Self {
        let roll = Roll {
            present: SmallVec::new(),
            rows: [0; MEMBERS.len()],
            others: BTreeMap::new(),
            repeated: BTreeSet::new(),
        };
        Self { roll, inside: Tape::default() }
    }

    /// Fills it from a body by the cursor, if that is sure.
    pub(super) fn read_quickly(&mut self, body: &'a [u8], limits: &Limits) -> Sure<()> {
        let Self { roll, inside } = self;
        inside.quickly(body, limits, members::numbers(), |name, value| roll.add(name, value))
    }

    /// Whether texts of the body were written with escapes.
    pub(super) fn has_escapes(&self) -> bool {
        self.inside.has_escapes()
    }

    /// Fills it from an object of the plain reader.
    pub(super) fn fill(&mut self, object: &'a Object<'_>) {
        for (name, value) in object.iter() {
            let name = members::number(name).map_or(Name::Other(name), Name::Known);
            self.roll.add(name, self.inside.lay(value));
        }
    }

    /// Every member, in the order of the body.
    pub(super) fn members(&self) -> impl Iterator<Item = Given<'_>> {
        self.roll.present.iter().map(|present| self.read(present))
    }

    fn read<'t>(&'t self, present: &'t Present<'a>) -> Given<'t> {
        Given { place: &present.place, value: self.inside.node(&present.value) }
    }

    /// The numbers of repeated members among all of them.
    pub(super) fn repeated(&self) -> &BTreeSet<usize> {
        &self.roll.repeated
    }

    /// A member that is there and not null.
    pub(super) fn given(&self, name: &str) -> Option<Given<'_>> {
        self.find(name).filter(|given| !given.value.is_null())
    }

    /// A member of the table that is there, null or not.
    pub(super) fn find(&self, name: &str) -> Option<Given<'_>> {
        let number = *self.roll.rows.get(members::number(name)?)?;
        self.roll.present.get(number.wrapping_sub(1)).map(|present| self.read(present))
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.find(name).and_then(|given| given.value.as_str())
    }

    /// Whether a switch is on.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.find(name).and_then(|given| given.value.as_bool()) == Some(true)
    }
}
