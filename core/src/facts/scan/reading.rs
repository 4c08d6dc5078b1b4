//! What a body that was read says about every fact.

use crate::date::Date;
use crate::json::Span;
use crate::vocab::Event;

use super::super::derived::TAG_LISTS;
use super::super::table::{Fact, Kind};
use super::Scan;
use super::plan::{PLAN, Plan};
use super::set::{Set, text};
use super::slot::{Entry, FIRST, HIDDEN, NOT_TEXT, UNKNOWN, Value};

/// What a fact says, without a copy of it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Answer<'s> {
    Missing,
    /// A word outside the vocabulary; `None` when it is not even text.
    Unknown(Option<&'s str>),
    /// A word, as its place in the vocabulary.
    Word(usize),
    /// A country, as the number of its code.
    Country(usize),
    Flag(bool),
    Number(f64),
    Text(&'s str),
    Set(Set<'s>),
}

/// A body that was read, and what is known besides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'s> {
    scan: &'s Scan,
    plan: &'static Plan,
    body: &'s [u8],
    event: Option<Event>,
    pub(super) today: Option<Date>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(scan: &'s Scan, body: &'s [u8]) -> Self {
        Self { scan, plan: &PLAN, body, event: None, today: None }
    }

    /// The same, arrived under an event and on a day.
    pub(crate) fn arrived(self, event: Option<Event>, today: Option<Date>) -> Self {
        Self { event, today, ..self }
    }

    pub(crate) fn event(&self) -> Option<Event> {
        self.event
    }

    pub(crate) fn scan_ref(&self) -> Option<&'s str> {
        self.text_of(self.plan.scan_ref)
    }

    /// The text of a fact whose kind is text.
    pub(crate) fn text(&self, fact: Fact) -> Option<&'s str> {
        self.slots(fact).first().and_then(|slot| self.text_of(*slot))
    }

    /// The flag at the first place of a fact.
    pub(crate) fn flag(&self, fact: Fact) -> Option<bool> {
        self.first(fact).and_then(Value::flag)
    }

    /// Whether there is anything but `null` or empty text at the places of a fact.
    pub(crate) fn is_there(&self, fact: Fact) -> bool {
        self.first(fact).is_some()
    }

    /// Whether there is a verdict, known or not.
    pub(super) fn has_verdict(&self) -> bool {
        self.first(Fact::Overall).is_some_and(|verdict| verdict.code >= UNKNOWN)
    }

    /// What a fact says.
    pub(crate) fn answer(&self, fact: Fact) -> Answer<'s> {
        self.plan.fact(fact).map_or(Answer::Missing, |asked| (asked.answer)(self, fact))
    }

    /// The entries of a fact that is a set.
    pub(crate) fn set(&self, fact: Fact) -> Set<'s> {
        Set { entries: &self.scan.entries, lists: self.slots(fact), body: self.body }
    }

    /// Every reason for suspicion: the kind of its list, its text if it is one, and its place in
    /// the vocabulary if it has one.
    pub(crate) fn tags(
        &self,
    ) -> impl Iterator<Item = (&'static str, Option<&'s str>, Option<usize>)> {
        let set = self.set(Fact::Tags);
        let lists = self.slots(Fact::Tags).iter().zip(TAG_LISTS);
        lists.flat_map(move |(list, (_, kind))| {
            let lists = std::slice::from_ref(list);
            let entries = Set { lists, ..set }.entries();
            entries.map(move |entry| (*kind, set.text(entry), entry.value.place()))
        })
    }

    /// Every fact that holds a word outside its vocabulary, with that word if it is text.
    pub(crate) fn for_each_unknown(&self, mut see: impl FnMut(Fact, Option<&'s str>)) {
        let odd = |entry: &Entry| matches!(entry.value.code, NOT_TEXT | UNKNOWN);
        if !self.scan.unknown && !self.scan.entries.iter().any(odd) {
            return;
        }
        for fact in Fact::ALL {
            match self.answer(*fact) {
                Answer::Unknown(word) => see(*fact, word),
                // Of free texts each entry counts that is none.
                Answer::Set(set) if fact.kind() == Kind::Texts => {
                    set.unknown().for_each(|word| see(*fact, word));
                }
                Answer::Set(set) => set.for_each_unknown_once(|word| see(*fact, word)),
                _ => {}
            }
        }
    }

    fn slice(&self, span: Span) -> Option<&'s str> {
        text(self.body, span)
    }

    fn text_of(&self, slot: usize) -> Option<&'s str> {
        let value = self.scan.value(slot).filter(|value| value.code == FIRST)?;
        self.slice(value.span)
    }

    /// The value at the first place that is not empty.
    pub(super) fn first(&self, fact: Fact) -> Option<Value> {
        self.values(fact).find_map(|value| value)
    }

    pub(super) fn known(&self, kind: Kind, value: Value) -> Answer<'s> {
        let place = value.place().unwrap_or_default();
        match (value.code, kind) {
            (HIDDEN, _) => Answer::Missing,
            (NOT_TEXT, _) => Answer::Unknown(None),
            (UNKNOWN, _) => Answer::Unknown(self.slice(value.span)),
            (_, Kind::Word(_)) => Answer::Word(place),
            (_, Kind::Country) => Answer::Country(place),
            (_, Kind::Flag) => value.flag().map_or(Answer::Missing, Answer::Flag),
            (_, Kind::Number) => self.number(value.span),
            _ => self.slice(value.span).map_or(Answer::Missing, Answer::Text),
        }
    }

    fn number(&self, span: Span) -> Answer<'s> {
        let number = self.slice(span).and_then(|digits| serde_json::from_str(digits).ok());
        number.map_or(Answer::Missing, Answer::Number)
    }

    pub(super) fn absent(&self, fact: Fact) -> Answer<'s> {
        let absent = self.plan.fact(fact).and_then(|asked| asked.absent);
        absent.map_or(Answer::Missing, Answer::Word)
    }

    fn slots(&self, fact: Fact) -> &'static [usize] {
        self.plan.fact(fact).map(|asked| asked.slots.as_slice()).unwrap_or_default()
    }

    /// The value at each place of a fact.
    pub(super) fn values(&self, fact: Fact) -> impl Iterator<Item = Option<Value>> + Clone {
        self.slots(fact).iter().map(|slot| self.scan.value(*slot))
    }

    /// Whether the objects around the places of a fact are there.
    pub(super) fn is_block_there(&self, fact: Fact) -> bool {
        let mut blocks = self.slots(fact).iter().filter_map(|slot| self.plan.outer(*slot));
        blocks.any(|block| self.scan.value(block).is_some())
    }
}
