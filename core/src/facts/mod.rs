//! What a policy may ask about: one table, from which the engine, its error messages and the
//! documentation read.
//!
//! A fact is *known*, *neutral* (absent where absence has a plain meaning, such as "no tags"),
//! or *missing* (absent where absence hides the answer). A word outside its vocabulary is
//! kept, and no comparison with it is ever decided unless a policy asks for just that.

mod derived;
mod read;
mod scan;
mod service;
mod table;
mod write;

pub use table::{Absence, Fact, Kind};

use crate::date::Date;
use crate::webhook::Delivery;

pub(crate) use derived::{TAG_LISTS, entries};
pub(crate) use read::{Content, State};
pub(crate) use scan::{Answer, Reading, Scan, Set, country_number};
pub(crate) use write::{Unwritable, Wanted, write};

/// All facts of one webhook.
#[derive(Debug)]
pub(crate) struct Facts<'d> {
    values: Vec<(State, Content<'d>)>,
}

impl<'d> Facts<'d> {
    /// Reads every fact. `today` is needed for `age` and `daysToExpiry` only; without it they
    /// are missing.
    pub(crate) fn read(delivery: &'d Delivery<'d>, today: Option<Date>) -> Self {
        let source = read::Source { delivery, today };
        Self { values: Fact::ALL.iter().map(|fact| source.read(*fact)).collect() }
    }

    pub(crate) fn get(&self, fact: Fact) -> &Content<'d> {
        self.values.get(fact.index()).map_or(&Content::Missing, |(_, content)| content)
    }

    pub(crate) fn state(&self, fact: Fact) -> State {
        self.values.get(fact.index()).map_or(State::Missing, |(state, _)| *state)
    }

    /// Every fact that holds a word outside its vocabulary, with that word if it is text.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = (Fact, Option<&str>)> {
        Fact::ALL.iter().zip(&self.values).flat_map(|(fact, (_, content))| {
            content.unknown_words().into_iter().map(move |word| (*fact, word))
        })
    }
}
