//! Sets of words, as groups of words that all tests treat alike.

use std::collections::{BTreeSet, HashMap};

use crate::facts::{Content, Fact, Kind};
use crate::policy::condition::{Listed, SetTest, Test};

use super::axis::Axis;
use super::sorts::{Label, Sort, fresh};

/// Words of a set that all tests treat alike.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) fact: Fact,
    pub(crate) items: Vec<Item>,
    /// Whether it makes a difference that all of several are there.
    counts_all: bool,
}

/// A member of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// A word of the vocabulary.
    Known(usize),
    /// A text of a set of texts that a test names.
    Text(String),
    /// A text of a set of texts that no test names.
    OtherText(String),
    /// A word outside the vocabulary that a test names.
    Unlisted(String),
    /// A word outside the vocabulary that no test names.
    Unknown(String),
    /// Something that is not a text.
    NotText,
}

impl Group {
    /// None of them, some, and all where that makes a difference.
    pub(crate) fn size(&self) -> usize {
        if self.counts_all { 3 } else { 2 }
    }

    pub(crate) fn costs(&self) -> Vec<u32> {
        let there = (0..self.size()).map(|value| self.there(value).len());
        there.map(|members| u32::try_from(members).unwrap_or(u32::MAX)).collect()
    }

    /// Whether the words of a value are all of the group.
    pub(crate) fn all_there(&self, value: usize) -> bool {
        value + 1 == self.size()
    }

    /// The members that a value puts into the set.
    pub(crate) fn there(&self, value: usize) -> &[Item] {
        match value {
            2.. => &self.items,
            _ => self.items.get(..value).unwrap_or_default(),
        }
    }

    /// Whether they are words outside the vocabulary, so that they hide answers.
    pub(crate) fn is_unknown(&self) -> bool {
        let unknown =
            |item: &Item| matches!(item, Item::Unlisted(_) | Item::Unknown(_) | Item::NotText);
        self.items.iter().any(unknown)
    }

    /// Whether a test lists them.
    pub(crate) fn is_in(&self, listed: &Listed) -> bool {
        self.items.first().is_some_and(|item| item.is_in(listed))
    }
}

impl Item {
    fn is_in(&self, listed: &Listed) -> bool {
        match self {
            Self::Known(place) => listed.words.0.contains(place),
            Self::Text(text) | Self::Unlisted(text) => listed.texts.contains(text),
            Self::Unknown(_) | Self::OtherText(_) | Self::NotText => false,
        }
    }
}

/// The fact that is hidden together with a set.
pub(super) fn hidden_with(set: Fact) -> Fact {
    match set {
        Fact::Tags => Fact::TagsReported,
        Fact::AmlHits => Fact::Aml,
        other => other,
    }
}

/// Whether a set by itself can be read.
pub(super) fn readable(set: Fact) -> Axis {
    let nothing = Content::Texts { known: Vec::new(), not_text: 0 };
    let sorts = vec![Sort::new(nothing, Label::Readable).plain(), Sort::hidden()];
    Axis::Fact { fact: set, sorts }
}

pub(super) fn groups(fact: Fact, tests: &[&Test]) -> Vec<Group> {
    let mut listed: Vec<(&Listed, bool)> = Vec::new();
    for test in tests {
        test.visit(fact, false, &mut |_, test, _| match test {
            Test::Set(SetTest::Any(words) | SetTest::Only(words)) => listed.push((words, false)),
            Test::Set(SetTest::All(words)) => listed.push((words, true)),
            _ => {}
        });
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<Vec<bool>, usize> = HashMap::new();
    for item in items(fact, &listed) {
        let lists: Vec<bool> = listed.iter().map(|(words, _)| item.is_in(words)).collect();
        let in_all = listed.iter().zip(&lists).any(|((_, all), listed)| *all && *listed);
        let place = match item {
            Item::Known(_) | Item::Text(_) => *places.entry(lists).or_insert(groups.len()),
            _ => groups.len(),
        };
        match groups.get_mut(place) {
            Some(group) => {
                group.items.push(item);
                group.counts_all = in_all;
            }
            None => groups.push(Group { fact, items: vec![item], counts_all: false }),
        }
    }
    groups
}

/// Everything that may stand in a set.
fn items(fact: Fact, listed: &[(&Listed, bool)]) -> Vec<Item> {
    let named: BTreeSet<&String> = listed.iter().flat_map(|(words, _)| &words.texts).collect();
    let named: Vec<String> = named.into_iter().cloned().collect();
    let other = fresh(&named);
    match fact.kind() {
        Kind::Words(vocabulary) => {
            let known = (0..vocabulary.words.len()).map(Item::Known);
            known
                .chain(named.into_iter().map(Item::Unlisted))
                .chain([Item::Unknown(other)])
                .collect()
        }
        _ => named
            .into_iter()
            .map(Item::Text)
            .chain([Item::OtherText(other), Item::NotText])
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::condition::Words;

    use super::*;

    /// More values than it takes would give the same answers, later.
    #[test]
    fn all_of_several_words_are_told_from_some_where_a_test_asks_for_them() {
        let listed = |places: &[usize]| Listed {
            words: Words(places.iter().copied().collect()),
            ..Listed::default()
        };
        let (any, all) =
            (Test::Set(SetTest::Any(listed(&[0, 1]))), Test::Set(SetTest::All(listed(&[2, 3, 4]))));
        let one = Test::Set(SetTest::All(listed(&[5])));
        for group in groups(Fact::Tags, &[&any, &all, &one]) {
            let expected = if group.items.contains(&Item::Known(2)) { 3 } else { 2 };
            assert_eq!(group.size(), expected, "{:?}", group.items);
        }
    }
}
