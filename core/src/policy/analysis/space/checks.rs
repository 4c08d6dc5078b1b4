//! A check: by automation, by a person, and the effective one of the two.

use std::collections::HashMap;

use crate::facts::{Content, Fact, Kind};
use crate::policy::analysis::solve::Truths;
use crate::policy::condition::Test;

use super::Tests;
use super::axis::{Axis, Reading};
use super::sorts::{Sort, judged, merged, unknown, words};

/// The facts of a check: the effective one, by a person, by automation.
type Facts = [Fact; 3];

pub(super) const CHECKS: [Facts; 2] = [
    [Fact::Document, Fact::ManualDocument, Fact::AutoDocument],
    [Fact::Face, Fact::ManualFace, Fact::AutoFace],
];

/// Both members of a check. A value is a pair: one content by a person, one by automation.
#[derive(Debug, Clone)]
pub(crate) struct Checks {
    facts: Facts,
    /// What the effective check can be, for the descriptions of values.
    effective: Vec<Sort>,
    by_person: Vec<Member>,
    by_automation: Vec<Member>,
}

/// What one member can be.
#[derive(Debug, Clone)]
struct Member {
    sort: Sort,
    /// Whether something stands there, readable or not.
    filled: bool,
    /// The place of the content among the effective ones.
    effective: usize,
}

/// The check that a fact belongs to.
pub(super) fn of(fact: Fact) -> Option<Facts> {
    CHECKS.into_iter().find(|facts| facts.contains(&fact))
}

pub(super) fn axis(facts: Facts, tests: &Tests<'_>) -> Axis {
    let own = facts.map(|fact| tests.get(&fact).map_or(&[][..], Vec::as_slice));
    let [on_effective, on_person, on_automation] = own;
    let every = [on_effective, on_person, on_automation].concat();
    let [effective_fact, ..] = facts;

    let effective =
        merged(contents(effective_fact, &every), |content| judged(on_effective, content));
    let sorts = effective.iter().enumerate();
    let places: HashMap<Vec<Truths>, usize> =
        sorts.map(|(place, sort)| (judged(on_effective, &sort.content), place)).collect();
    let members = |tests: &[&Test]| -> Vec<Member> {
        let known = contents(effective_fact, &every).into_iter().filter(|sort| !sort.hides);
        let (absent, present): (Vec<_>, Vec<_>) =
            known.partition(|sort| sort.content == Content::Missing);
        // An absent member, a hidden one and a readable one differ whatever the tests say.
        let present =
            merged(present, |content| (judged(tests, content), judged(on_effective, content)));
        let place = |sort: &Sort| {
            places.get(&judged(on_effective, &sort.content)).copied().unwrap_or_default()
        };
        let member = |sort: Sort, filled| Member { effective: place(&sort), sort, filled };
        absent
            .into_iter()
            .map(|sort| member(sort.plain(), false))
            .chain(present.into_iter().map(|sort| member(sort, true)))
            .chain([member(Sort::hidden(), true)])
            .collect()
    };
    let (by_person, by_automation) = (members(on_person), members(on_automation));
    Axis::Checks(Checks { facts, effective, by_person, by_automation })
}

/// Every content of a check: its words, unknown ones, none.
fn contents(fact: Fact, tests: &[&Test]) -> Vec<Sort> {
    let Kind::Word(vocabulary) = fact.kind() else { return Vec::new() };
    words(fact, vocabulary).chain(unknown(fact, tests)).chain([Sort::missing()]).collect()
}

impl Checks {
    pub(crate) fn size(&self) -> usize {
        self.by_person.len() * self.by_automation.len()
    }

    /// The members of a value.
    fn pair(&self, value: usize) -> Option<(&Member, &Member)> {
        let width = self.by_automation.len();
        let person = self.by_person.get(value.checked_div(width)?)?;
        Some((person, self.by_automation.get(value % width)?))
    }

    fn each(&self) -> impl Iterator<Item = (&Member, &Member)> {
        (0..self.size()).filter_map(|value| self.pair(value))
    }

    pub(crate) fn costs(&self) -> Vec<u32> {
        self.each().map(|(person, automation)| person.sort.cost + automation.sort.cost).collect()
    }

    pub(crate) fn hides(&self, value: usize) -> bool {
        self.pair(value).is_some_and(|(person, auto)| person.sort.hides || auto.sort.hides)
    }

    /// Whether the member of a fact is filled, readable or not.
    pub(crate) fn filled(&self, fact: Fact, value: usize) -> bool {
        let [_, manual, auto] = self.facts;
        self.pair(value).is_some_and(|(person, automation)| {
            fact == manual && person.filled || fact == auto && automation.filled
        })
    }

    /// Whether the member of a fact hides what it says.
    pub(crate) fn hidden(&self, fact: Fact, value: usize) -> bool {
        let [_, manual, auto] = self.facts;
        self.pair(value).is_some_and(|(person, automation)| {
            fact == manual && person.sort.hides || fact == auto && automation.sort.hides
        })
    }

    /// The facts of the members: by a person, by automation.
    pub(crate) fn members(&self) -> [Fact; 2] {
        let [_, manual, auto] = self.facts;
        [manual, auto]
    }

    pub(crate) fn content(&self, fact: Fact, value: usize) -> &Content<'static> {
        let [_, manual, auto] = self.facts;
        let Some((person, automation)) = self.pair(value) else { return &Content::Missing };
        match fact {
            _ if fact == manual => &person.sort.content,
            _ if fact == auto => &automation.sort.content,
            // The only other fact that an axis of checks says.
            _ => {
                effective_one(person, automation).map_or(&Content::Missing, |one| &one.sort.content)
            }
        }
    }

    pub(crate) fn readings(&self) -> Vec<Reading<'_>> {
        let [effective, manual, auto] = self.facts;
        let width = self.by_automation.len().max(1);
        let missing = self.by_person.first().map_or(0, |absent| absent.effective);
        let of_pair = |(person, automation)| {
            effective_one(person, automation).map_or(missing, |one| one.effective)
        };
        vec![
            Reading {
                fact: manual,
                sorts: sorts(&self.by_person),
                of: (0..self.size()).map(|value| value / width).collect(),
            },
            Reading {
                fact: auto,
                sorts: sorts(&self.by_automation),
                of: (0..self.size()).map(|value| value % width).collect(),
            },
            Reading {
                fact: effective,
                sorts: self.effective.iter().collect(),
                of: self.each().map(of_pair).collect(),
            },
        ]
    }
}

fn sorts(members: &[Member]) -> Vec<&Sort> {
    members.iter().map(|member| &member.sort).collect()
}

/// By a person if there is one. A hidden one hides the answer whatever the other one says.
fn effective_one<'m>(person: &'m Member, automation: &'m Member) -> Option<&'m Member> {
    if person.sort.hides || automation.sort.hides {
        return None;
    }
    Some(if person.filled { person } else { automation })
}
