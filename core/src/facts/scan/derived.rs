//! How the scan reads the facts that are more than the first of their places: a column of the table
//! of facts, beside the plain readers in `derived` and `service`.

use crate::date::Date;
use crate::json::Number;
use crate::vocab::Event;

use super::super::derived::are_reported;
use super::super::service::{INVALID_ROWS_HIT, NO_ROW_HITS, RowHit};
use super::super::table::Fact;
use super::plan::{Scalar, Shape};
use super::reading::{Answer, Reading};
use super::slot::{FIRST, HIDDEN, Value};

/// What a body that was read says about a fact.
pub(super) type Answering = for<'s> fn(&Reading<'s>, Fact) -> Answer<'s>;

/// How the scan reads a fact.
#[derive(Clone, Copy)]
pub(in crate::facts) struct Scanned {
    pub(super) form: Form,
    pub(super) answer: Answering,
}

/// What stands at the places of a fact.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// What its kind says.
    Kind,
    /// What stands at those of another fact: they are the same places.
    Of(Fact),
    Shaped(Shape),
}

impl Scanned {
    const fn of_kind(answer: Answering) -> Self {
        Self { form: Form::Kind, answer }
    }

    const fn of(fact: Fact, answer: Answering) -> Self {
        Self { form: Form::Of(fact), answer }
    }

    const fn shaped(shape: Shape, answer: Answering) -> Self {
        Self { form: Form::Shaped(shape), answer }
    }

    const fn blocks(row_hit: RowHit, keeps_hits: bool) -> Self {
        Self::shaped(Shape::Blocks { row_hit, keeps_hits }, worst)
    }
}

pub(in crate::facts) const FIRST_PLACE: Scanned = Scanned::of_kind(first);
pub(in crate::facts) const EVENT: Scanned = Scanned::of_kind(event);
pub(in crate::facts) const SET: Scanned = Scanned::of_kind(set);
pub(in crate::facts) const TAGS_REPORTED: Scanned = Scanned::of(Fact::Tags, tags_reported);
pub(in crate::facts) const AML: Scanned = Scanned::blocks(NO_ROW_HITS, true);
pub(in crate::facts) const AML_HITS: Scanned = Scanned::of(Fact::Aml, set);
pub(in crate::facts) const LID: Scanned = Scanned::blocks(INVALID_ROWS_HIT, false);
pub(in crate::facts) const CRIMINAL: Scanned = Scanned::blocks(NO_ROW_HITS, false);
pub(in crate::facts) const BLOCK_STATUS: Scanned = Scanned::of_kind(block_status);
pub(in crate::facts) const DUPLICATES: Scanned = Scanned::shaped(Shape::Length, duplicates);
pub(in crate::facts) const COMPARISONS: Scanned = Scanned::shaped(Shape::Comparisons, first);
pub(in crate::facts) const AGE: Scanned = Scanned::shaped(Shape::One(Scalar::Text), age);
pub(in crate::facts) const DAYS_TO_EXPIRY: Scanned =
    Scanned::shaped(Shape::One(Scalar::Text), days_to_expiry);
pub(in crate::facts) const ID: Scanned = Scanned::shaped(Shape::One(Scalar::Id), first);
pub(in crate::facts) const REPEATED_KEYS: Scanned = Scanned::of_kind(repeated_keys);

/// The first of its places that is not empty.
fn first<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    match reading.first(fact) {
        Some(value) => reading.known(fact.kind(), value),
        None => reading.absent(fact),
    }
}

fn event<'s>(reading: &Reading<'s>, _: Fact) -> Answer<'s> {
    let place = |event| Event::ALL.iter().position(|known| *known == event);
    reading.event().and_then(place).map_or(Answer::Missing, Answer::Word)
}

fn set<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    Answer::Set(reading.set(fact))
}

fn tags_reported<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    Answer::Flag(are_reported(reading.values(fact).map(|list| list.is_some())))
}

/// The words stand in their table from worst to best.
fn worst<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    match reading.values(fact).flatten().map(|block| block.code).min() {
        Some(code) => Answer::Word(usize::from(code.saturating_sub(FIRST))),
        None => reading.absent(fact),
    }
}

/// The status of a block. No block is absence; a block without a status hides the answer.
fn block_status<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    match reading.first(fact) {
        None if reading.is_block_there(fact) => Answer::Missing,
        _ => first(reading, fact),
    }
}

/// The lists of earlier verifications with the same face, counted together.
fn duplicates<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    let mut count = 0;
    for list in reading.values(fact).flatten() {
        match list {
            Value { code: HIDDEN, .. } => return Answer::Missing,
            Value { span, .. } => count += span.range().len(),
        }
    }
    whole(i64::try_from(count).ok())
}

fn age<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    let years = |born: Date| born.years_until(reading.today?);
    whole(date(reading, fact).and_then(years))
}

fn days_to_expiry<'s>(reading: &Reading<'s>, fact: Fact) -> Answer<'s> {
    let days = |expiry| Some(reading.today?.days_until(expiry));
    whole(date(reading, fact).and_then(days))
}

/// A body that repeats a key with different values is left to the plain reader.
fn repeated_keys<'s>(_: &Reading<'s>, _: Fact) -> Answer<'s> {
    Answer::Flag(false)
}

fn date(reading: &Reading<'_>, fact: Fact) -> Option<Date> {
    reading.text(fact).and_then(|text| Date::parse(text).ok())
}

fn whole<'s>(number: Option<i64>) -> Answer<'s> {
    number.map_or(Answer::Missing, |number| Answer::Number(Number::Negative(number).as_f64()))
}
