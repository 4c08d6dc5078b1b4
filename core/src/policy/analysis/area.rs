//! A region of webhooks in words: what each fact may be.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use serde::{Serialize, Serializer};

use crate::facts::{Fact, Kind};
use crate::policy::outcome::Lifecycle;

use super::solve::Bits;
use super::space::{Axis, Group, Item, Label, Range, Reading, Sort, Space};
use super::widen::Region;
use super::witness::FactValue;

/// A region of webhooks: all that this is true of. A fact that is not named may be anything that
/// goes with the others. A set that a repeated key hides counts as empty here.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Area {
    /// The states of the delivery; `None` where the state makes no difference.
    pub lifecycle: Option<Vec<Lifecycle>>,
    /// What is said of facts, each once.
    pub facts: Vec<AreaFact>,
}

/// What one fact may be. What does not apply is empty or `None`.
#[derive(Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AreaFact {
    /// The fact.
    pub fact: &'static str,
    /// It is one of these.
    pub is_one_of: Option<Vec<AreaValue>>,
    /// It is none of these.
    pub is_none_of: Option<Vec<AreaValue>>,
    /// Of each of these lists, at least one word is in the set.
    pub any: Vec<Vec<AreaValue>>,
    /// All of these words are in the set.
    pub all: Vec<AreaValue>,
    /// None of these words is in the set.
    pub none: Vec<AreaValue>,
    /// Of each of these lists, at least one word is not in the set.
    pub not_all: Vec<Vec<AreaValue>>,
    /// The text, one that the policy does not name, matches all of these patterns.
    pub matches: Vec<String>,
    /// The text, one that the policy does not name, matches none of these patterns.
    pub matches_not: Vec<String>,
}

/// What a fact may be: one content, or all those that no rule tells apart.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum AreaValue {
    /// It is missing: `null`.
    Missing,
    /// A repeated key hides it: `{"repeated": true}`.
    Repeated,
    /// A word of the vocabulary, a country code or a text of the policy.
    Word(String),
    /// A word that the vocabulary does not have and the policy names: `{"unlisted": ...}`.
    Unlisted(String),
    /// Any other word that the vocabulary does not have: `{"class": "unknown"}`.
    Unknown,
    /// True or false.
    Flag(bool),
    /// Any number of a range, its ends included or not: `{"atLeast": ..., "below": ...}`, or
    /// `above` and `atMost`.
    Numbers(Vec<(&'static str, f64)>),
    /// Any text that starts like this, with no longer beginning that the policy names, and that
    /// it does not name as a whole: `{"startsWith": ...}`; with no beginning, any other text.
    StartsWith(String),
    /// Something in a set of texts that is not a text: `{"text": false}`.
    NotText,
}

/// Shows the fact; its values may be texts of a policy.
impl fmt::Debug for AreaFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AreaFact").field(&self.fact).finish_non_exhaustive()
    }
}

/// Shows nothing of a text of a policy.
impl fmt::Debug for AreaValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AreaValue(..)")
    }
}

impl Serialize for AreaValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = |key: &'static str, text: &str| BTreeMap::from([(key, text.to_owned())]);
        let flag = |key: &'static str, flag: bool| BTreeMap::from([(key, flag)]);
        match self {
            Self::Missing => serializer.serialize_unit(),
            Self::Repeated => flag("repeated", true).serialize(serializer),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Unlisted(word) => one("unlisted", word).serialize(serializer),
            Self::Unknown => one("class", "unknown").serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Numbers(ends) => {
                let ends = ends.iter().map(|(key, end)| (*key, FactValue::Number(*end)));
                serializer.collect_map(ends)
            }
            Self::StartsWith(start) => one("startsWith", start).serialize(serializer),
            Self::NotText => flag("text", false).serialize(serializer),
        }
    }
}

impl AreaFact {
    pub(super) fn new(fact: Fact) -> Self {
        Self {
            fact: fact.as_str(),
            is_one_of: None,
            is_none_of: None,
            any: Vec::new(),
            all: Vec::new(),
            none: Vec::new(),
            not_all: Vec::new(),
            matches: Vec::new(),
            matches_not: Vec::new(),
        }
    }

    fn length(&self) -> usize {
        let scalar = self.is_one_of.as_ref().or(self.is_none_of.as_ref()).map_or(0, Vec::len);
        let lists = self.any.iter().chain(&self.not_all).map(Vec::len).sum::<usize>();
        let patterns = self.matches.len() + self.matches_not.len();
        scalar + lists + patterns + self.all.len() + self.none.len()
    }
}

impl Area {
    /// How much there is to read: facts first, then words.
    pub(super) fn length(&self) -> (usize, usize) {
        let states = self.lifecycle.as_ref().map_or(0, Vec::len);
        let words: usize = self.facts.iter().map(AreaFact::length).sum();
        (self.facts.len(), states + words)
    }

    /// Describes a region.
    pub(super) fn of(space: &Space, region: &Region) -> Self {
        let mut facts = BTreeMap::new();
        for (var, axis) in space.axes.iter() {
            let domain = &region.values[var];
            if *domain != axis.all() {
                say(&mut facts, axis, domain);
            }
        }
        let every = region.states.len() == Lifecycle::ALL.len();
        let lifecycle = (!every).then(|| region.states.clone());
        Self { lifecycle, facts: facts.into_values().collect() }
    }
}

/// Says which values an axis may have.
fn say(facts: &mut BTreeMap<Fact, AreaFact>, axis: &Axis, domain: &Bits) {
    match axis {
        Axis::Group(group) => say_group(said(facts, group.fact), group, domain),
        Axis::Pattern { fact, pattern } => {
            let said = said(facts, *fact);
            let list = if domain.has(1) { &mut said.matches } else { &mut said.matches_not };
            list.push(pattern.clone());
        }
        _ => {
            for reading in telling(axis, domain) {
                if let Some((one, none)) = values(&reading, domain) {
                    let said = said(facts, reading.fact);
                    (said.is_one_of, said.is_none_of) = (one, none);
                }
            }
        }
    }
}

fn said(facts: &mut BTreeMap<Fact, AreaFact>, fact: Fact) -> &mut AreaFact {
    facts.entry(fact).or_insert_with(|| AreaFact::new(fact))
}

/// The facts that it takes to say which values an axis may have.
fn telling<'a>(axis: &'a Axis, domain: &Bits) -> Vec<Reading<'a>> {
    let mut readings = axis.readings();
    let mut place = 0;
    while place < readings.len() {
        let own = readings.remove(place);
        let others = readings.iter().map(|reading| reading.said(domain));
        if others.fold(axis.all(), |all, said| all.and(&said)) != *domain {
            readings.insert(place, own);
            place += 1;
        }
    }
    readings
}

type Said = Option<Vec<AreaValue>>;

/// What a reading says, in the shorter of two ways; nothing where it may be anything.
fn values(reading: &Reading<'_>, domain: &Bits) -> Option<(Said, Said)> {
    let said: HashSet<_> = domain.iter().filter_map(|value| reading.of.get(value)).collect();
    let there: Vec<bool> = (0..reading.sorts.len()).map(|sort| said.contains(&sort)).collect();
    if there.iter().all(|there| *there) {
        return None;
    }
    let labels = |wanted: bool| -> Vec<AreaValue> {
        let sorts = reading.sorts.iter().zip(&there).filter(|(_, there)| **there == wanted);
        let sorts = sorts.map(|(sort, _)| *sort);
        sorts.flat_map(|sort: &Sort| &sort.labels).filter_map(labelled).collect()
    };
    let (one, none) = (labels(true), labels(false));
    let shorter = !one.is_empty() && (none.is_empty() || one.len() <= none.len());
    Some(if shorter { (Some(one), None) } else { (None, Some(none)) })
}

/// `None` for what is not said: that a set can be read.
fn labelled(label: &Label) -> Option<AreaValue> {
    Some(match label {
        Label::Readable => return None,
        Label::Missing => AreaValue::Missing,
        Label::Hidden => AreaValue::Repeated,
        Label::Word(word) => AreaValue::Word(word.clone().into_owned()),
        Label::Unlisted(word) => AreaValue::Unlisted(word.clone()),
        Label::Unknown => AreaValue::Unknown,
        Label::Flag(flag) => AreaValue::Flag(*flag),
        Label::Numbers(range) => AreaValue::Numbers(ends(range)),
        Label::Starting(start) => AreaValue::StartsWith(start.clone()),
    })
}

fn ends(range: &Range) -> Vec<(&'static str, f64)> {
    let from = range.from.map(|(end, own)| (if own { "atLeast" } else { "above" }, end));
    let to = range.to.map(|(end, own)| (if own { "atMost" } else { "below" }, end));
    from.into_iter().chain(to).collect()
}

fn say_group(said: &mut AreaFact, group: &Group, domain: &Bits) {
    let items: Vec<AreaValue> = group.items.iter().map(|item| member(group.fact, item)).collect();
    let all = group.size() - 1;
    if group.size() > 2 && domain.iter().all(|value| value == all) {
        said.all.extend(items);
        return;
    }
    if !domain.has(0) {
        said.any.push(items.clone());
    }
    if domain.iter().all(|value| value == 0) {
        said.none.extend(items);
    } else if !domain.has(all) {
        said.not_all.push(items);
    }
}

fn member(fact: Fact, item: &Item) -> AreaValue {
    match item {
        Item::Known(place) => {
            let Kind::Words(vocabulary) = fact.kind() else { return AreaValue::Unknown };
            let word = vocabulary.words.get(*place).map(|word| word.text.to_owned());
            AreaValue::Word(word.unwrap_or_default())
        }
        Item::Text(text) => AreaValue::Word(text.clone()),
        Item::Unlisted(text) => AreaValue::Unlisted(text.clone()),
        Item::Unknown(_) => AreaValue::Unknown,
        Item::OtherText(_) => AreaValue::StartsWith(String::new()),
        Item::NotText => AreaValue::NotText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_one_form_each() {
        let form = |value: AreaValue| serde_json::to_string(&value).unwrap();
        assert_eq!(form(AreaValue::Missing), "null");
        assert_eq!(form(AreaValue::Unknown), r#"{"class":"unknown"}"#);
        let range = Range { from: Some((18.0, true)), to: Some((20.5, false)) };
        assert_eq!(form(AreaValue::Numbers(ends(&range))), r#"{"atLeast":18,"below":20.5}"#);
    }
}
