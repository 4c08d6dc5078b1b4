//! Where a check looks, and where a finding stands.

use crate::pointer::Pointer;

use super::member::Member;

/// Where a check looks. Built on the way down, kept only if something is found.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    part: Part<'p>,
    parent: Option<&'p Place<'p>>,
}

/// The last part of the way to a place.
#[derive(Clone, Copy)]
pub(super) enum Part<'p> {
    Body,
    /// A member of the body.
    Member(&'static Member),
    /// A member that has no row, or a key further inside.
    Key(&'p str),
    Item(usize),
}

/// What the sentence of a finding is about.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    Body,
    Member(&'static Member),
    /// A member whose name is the caller's text: not shown.
    Unknown,
}

/// The place of a finding: mostly a member or an item of one, which needs no text of its own
/// before somebody reads it. Without any of the three it is the body. No enum, so that it is put
/// together in registers.
#[derive(Default)]
pub(super) struct Spot {
    row: Option<&'static Member>,
    item: Option<usize>,
    elsewhere: Option<Box<(Subject, Pointer)>>,
}

impl<'p> Place<'p> {
    /// The body itself.
    pub(super) const BODY: Self = Self { part: Part::Body, parent: None };

    /// A member of the body.
    pub(super) fn member(row: &'static Member) -> Self {
        Self { part: Part::Member(row), parent: None }
    }

    /// A member of the body that has no row.
    pub(super) fn unknown(name: &'p str) -> Self {
        Self { part: Part::Key(name), parent: None }
    }

    pub(super) fn part(&self) -> Part<'p> {
        self.part
    }

    /// A key of the object at this place.
    pub(super) fn key(&'p self, name: &'p str) -> Self {
        Self { part: Part::Key(name), parent: Some(self) }
    }

    /// An item of the list at this place.
    pub(super) fn item(&'p self, index: usize) -> Self {
        Self { part: Part::Item(index), parent: Some(self) }
    }

    /// The place as it outlives the check.
    #[inline(always)]
    pub(super) fn spot(&self) -> Spot {
        let (row, item, elsewhere) = match (self.part, self.parent) {
            (Part::Body, _) => (None, None, None),
            (Part::Member(row), _) => (Some(row), None, None),
            (Part::Item(index), Some(Place { part: Part::Member(row), .. })) => {
                (Some(*row), Some(index), None)
            }
            _ => (None, None, Some(self.written())),
        };
        Spot { row, item, elsewhere }
    }

    #[inline(never)]
    fn written(&self) -> Box<(Subject, Pointer)> {
        Box::new((self.subject(), self.pointer()))
    }

    fn subject(&self) -> Subject {
        match (self.parent, self.part) {
            (Some(parent), _) => parent.subject(),
            (None, Part::Member(row)) => Subject::Member(row),
            (None, Part::Key(_)) => Subject::Unknown,
            (None, Part::Body | Part::Item(_)) => Subject::Body,
        }
    }

    fn pointer(&self) -> Pointer {
        let mut pointer = self.parent.map(Place::pointer).unwrap_or_default();
        match self.part {
            Part::Body => {}
            Part::Member(row) => pointer.push_key(row.name),
            Part::Key(name) => pointer.push_key(name),
            Part::Item(index) => pointer.push_index(index),
        }
        pointer
    }
}

impl Spot {
    pub(super) fn subject(&self) -> Subject {
        match (self.row, &self.elsewhere) {
            (Some(row), _) => Subject::Member(row),
            (None, Some(written)) => written.0,
            (None, None) => Subject::Body,
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        if let Some(written) = &self.elsewhere {
            return written.1.clone();
        }
        let mut pointer = Pointer::root();
        if let Some(row) = self.row {
            pointer.push_key(row.name);
        }
        if let Some(index) = self.item {
            pointer.push_index(index);
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::members;

    #[test]
    fn a_spot_is_where_its_place_was() {
        let row = members::find("country").unwrap();
        let places = [Place::BODY, Place::member(row), Place::unknown("a/b")];
        for place in &places {
            let (item, key) = (place.item(7), place.key("~"));
            let (item_of_key, key_of_item) = (key.item(0), item.key(""));
            for here in [*place, item, key, item_of_key, key_of_item] {
                assert_eq!(here.spot().pointer(), here.pointer());
            }
        }
        assert_eq!(places[1].item(1).spot().pointer().as_str(), "/country/1");
        assert_eq!(places[2].spot().pointer().as_str(), "/a~1b");
    }
}
