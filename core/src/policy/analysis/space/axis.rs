//! One thing of a webhook that can be this or that.

use std::collections::HashSet;

use crate::facts::{Content, Fact};
use crate::policy::analysis::solve::Bits;

use super::checks::Checks;
use super::sets::Group;
use super::sorts::Sort;

/// One thing of a webhook that can be this or that, independently of all other axes.
#[derive(Debug, Clone)]
pub(crate) enum Axis {
    /// One fact; each value is a sort of contents that all tests treat alike.
    Fact { fact: Fact, sorts: Vec<Sort> },
    /// The check by a person and the one by automation, and the effective one with them.
    Checks(Checks),
    /// How many words of a group of words are in a set: none, some, or all.
    Group(Group),
    /// Whether a text matches a pattern, where the text itself does not tell: no, yes.
    Pattern { fact: Fact, pattern: String },
}

/// What an axis says of one fact: which sort each value has.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) fact: Fact,
    pub(crate) sorts: Vec<&'a Sort>,
    /// The place among the sorts, by value.
    pub(crate) of: Vec<usize>,
}

impl Reading<'_> {
    /// All values that say of the fact what one of these says.
    pub(crate) fn said(&self, values: &Bits) -> Bits {
        let sorts: HashSet<_> = values.iter().filter_map(|value| self.of.get(value)).collect();
        let alike = |value: &usize| self.of.get(*value).is_some_and(|sort| sorts.contains(sort));
        Bits::of(self.of.len(), (0..self.of.len()).filter(alike))
    }
}

impl Axis {
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Fact { sorts, .. } => sorts.len(),
            Self::Checks(checks) => checks.size(),
            Self::Group(group) => group.size(),
            Self::Pattern { .. } => 2,
        }
    }

    pub(crate) fn all(&self) -> Bits {
        Bits::all(self.size())
    }

    /// How many members of the plainest body each value changes.
    pub(crate) fn costs(&self) -> Vec<u32> {
        match self {
            Self::Fact { sorts, .. } => sorts.iter().map(|sort| sort.cost).collect(),
            Self::Checks(checks) => checks.costs(),
            Self::Group(group) => group.costs(),
            Self::Pattern { .. } => vec![0, 0],
        }
    }

    /// The values that need a repeated key.
    pub(crate) fn hiding(&self) -> Bits {
        let hides = |value: &usize| match self {
            Self::Fact { sorts, .. } => sorts.get(*value).is_some_and(|sort| sort.hides),
            Self::Checks(checks) => checks.hides(*value),
            Self::Group(_) | Self::Pattern { .. } => false,
        };
        Bits::of(self.size(), (0..self.size()).filter(hides))
    }

    /// The content of a fact for one value; of a sort of contents the one that stands for it.
    pub(crate) fn content(&self, fact: Fact, value: usize) -> &Content<'static> {
        match self {
            Self::Fact { sorts, .. } => {
                sorts.get(value).map_or(&Content::Missing, |sort| &sort.content)
            }
            Self::Checks(checks) => checks.content(fact, value),
            Self::Group(_) | Self::Pattern { .. } => &Content::Missing,
        }
    }

    /// All values that say of each fact by itself what one of these says.
    pub(crate) fn closed(&self, values: &Bits) -> Bits {
        let readings = self.readings();
        let said = readings.iter().map(|reading| reading.said(values));
        if readings.is_empty() {
            return values.clone();
        }
        said.fold(self.all(), |all, said| all.and(&said))
    }

    /// What it says of facts that have contents.
    pub(crate) fn readings(&self) -> Vec<Reading<'_>> {
        match self {
            Self::Fact { fact, sorts } => {
                vec![Reading {
                    fact: *fact,
                    sorts: sorts.iter().collect(),
                    of: (0..sorts.len()).collect(),
                }]
            }
            Self::Checks(checks) => checks.readings(),
            Self::Group(_) | Self::Pattern { .. } => Vec::new(),
        }
    }
}
