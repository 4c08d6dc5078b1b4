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
    today: Option<Date>,
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
        self.plan.slots(fact).first().and_then(|slot| self.text_of(*slot))
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
        match fact {
            Fact::Event => self.event.map_or(Answer::Missing, |event| word_of(event, Event::ALL)),
            Fact::Tags | Fact::AmlHits | Fact::DenyReasons => Answer::Set(self.set(fact)),
            Fact::TagsReported => Answer::Flag(self.tags_reported()),
            Fact::Aml | Fact::Lid | Fact::Criminal => self.worst(fact),
            Fact::AmlCheck | Fact::BankCard => self.block_status(fact),
            Fact::Duplicates => self.duplicates(),
            Fact::Age => self.age().map_or(Answer::Missing, whole),
            Fact::DaysToExpiry => self.days_to_expiry().map_or(Answer::Missing, whole),
            // A body that repeats a key with different values is left to the plain reader.
            Fact::RepeatedKeys => Answer::Flag(false),
            _ => match self.first(fact) {
                Some(value) => self.known(fact.kind(), value),
                None => self.absent(fact),
            },
        }
    }

    /// The entries of a fact that is a set.
    pub(crate) fn set(&self, fact: Fact) -> Set<'s> {
        Set { entries: &self.scan.entries, lists: self.plan.slots(fact), body: self.body }
    }

    /// Every reason for suspicion: the kind of its list, its text if it is one, and its place in
    /// the vocabulary if it has one.
    pub(crate) fn tags(
        &self,
    ) -> impl Iterator<Item = (&'static str, Option<&'s str>, Option<usize>)> {
        let set = self.set(Fact::Tags);
        let lists = self.plan.slots(Fact::Tags).iter().zip(TAG_LISTS);
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
                Answer::Set(set) if *fact == Fact::DenyReasons => {
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
    fn first(&self, fact: Fact) -> Option<Value> {
        self.plan.slots(fact).iter().find_map(|slot| self.scan.value(*slot))
    }

    fn known(&self, kind: Kind, value: Value) -> Answer<'s> {
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
        let number = number.and_then(|number: serde_json::Number| number.as_f64());
        number.map_or(Answer::Missing, Answer::Number)
    }

    fn absent(&self, fact: Fact) -> Answer<'s> {
        self.plan.absent(fact).map_or(Answer::Missing, Answer::Word)
    }

    /// Reasons were given when both sides reported: mismatches, and fraud under either name.
    fn tags_reported(&self) -> bool {
        let mut reported = [false; 2];
        for (slot, (_, kind)) in self.plan.slots(Fact::Tags).iter().zip(TAG_LISTS) {
            let [fraud, mismatch] = &mut reported;
            let side = if *kind == "mismatch" { mismatch } else { fraud };
            *side |= self.scan.value(*slot).is_some();
        }
        reported == [true, true]
    }

    /// The words stand in their table from worst to best.
    fn worst(&self, fact: Fact) -> Answer<'s> {
        let blocks = self.plan.slots(fact).iter().filter_map(|slot| self.scan.value(*slot));
        match blocks.map(|block| block.code).min() {
            Some(code) => Answer::Word(usize::from(code.saturating_sub(FIRST))),
            None => self.absent(fact),
        }
    }

    /// The status of a block. No block is absence; a block without a status hides the answer.
    fn block_status(&self, fact: Fact) -> Answer<'s> {
        let slots = self.plan.slots(fact);
        let in_block = slots.iter().filter_map(|slot| self.plan.outer(*slot));
        match self.first(fact) {
            Some(value) => self.known(fact.kind(), value),
            None if in_block.into_iter().any(|block| self.scan.value(block).is_some()) => {
                Answer::Missing
            }
            None => self.absent(fact),
        }
    }

    /// The two lists of earlier verifications with the same face, counted together.
    fn duplicates(&self) -> Answer<'s> {
        let mut count = 0;
        for list in self.plan.slots(Fact::Duplicates) {
            match self.scan.value(*list) {
                Some(Value { code: HIDDEN, .. }) => return Answer::Missing,
                Some(list) => count += list.span.range().len(),
                None => {}
            }
        }
        i64::try_from(count).map_or(Answer::Missing, whole)
    }

    fn age(&self) -> Option<i64> {
        self.date(Fact::Age)?.years_until(self.today?)
    }

    fn days_to_expiry(&self) -> Option<i64> {
        let expiry = self.date(Fact::DaysToExpiry)?;
        Some(self.today?.days_until(expiry))
    }

    fn date(&self, fact: Fact) -> Option<Date> {
        self.text(fact).and_then(|text| Date::parse(text).ok())
    }
}

fn whole<'s>(number: i64) -> Answer<'s> {
    Answer::Number(crate::json::Number::Negative(number).as_f64())
}

fn word_of<'s, W: PartialEq>(word: W, all: &[W]) -> Answer<'s> {
    all.iter().position(|known| *known == word).map_or(Answer::Missing, Answer::Word)
}
