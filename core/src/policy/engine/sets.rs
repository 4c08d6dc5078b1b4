//! The clauses that ask one set of words, and what its entries make of them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::facts::{Fact, Kind, Set};

use super::literal::SetCheck;
use super::table::{Left, Row, Table};

/// The rows of a fact that is a set of words. A clause asks it once at most.
#[derive(Debug)]
pub(super) struct SetRows {
    pub(super) fact: Fact,
    /// The clauses that a hit makes true; a hit makes the others false.
    demanding: Row,
    /// The clauses that an empty set does not make false.
    unless_hit: Row,
    /// What each word of the vocabulary hits.
    words: Vec<Row>,
    /// What a word outside the vocabulary hits and leaves open.
    unknown: Effect,
    /// The same for words that some clause names.
    named: BTreeMap<String, Effect>,
}

/// What an entry of a set does: the clauses that it hits, and those that it leaves open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effect {
    hits: Row,
    opens: Option<Row>,
}

/// What each word outside the vocabulary does that some clause names: to the other clauses, what any
/// such word does.
fn named(
    checks: &[(usize, &SetCheck)],
    (hits, opens): (Row, Row),
    table: &mut Table,
) -> BTreeMap<String, Effect> {
    let mut namers: BTreeMap<&str, Vec<(usize, &SetCheck)>> = BTreeMap::new();
    for (clause, check) in checks {
        check.named().for_each(|name| namers.entry(name).or_default().push((*clause, check)));
    }
    let effect = |(name, namers): (&str, Vec<(usize, &SetCheck)>)| {
        let word = Some(name);
        let hit = namers.iter().map(|(clause, check)| (*clause, check.is_hit_by_unknown(word)));
        let hits = table.add_changed(hits, hit);
        let open = namers.iter().map(|(clause, check)| (*clause, check.is_opened_by(word)));
        (name.to_owned(), Effect { hits, opens: Some(table.add_changed(opens, open)) })
    };
    namers.into_iter().map(effect).collect()
}

/// A set that has entries, and which of all effects are theirs.
pub(super) type Filled = (usize, Range<usize>);

impl SetRows {
    /// The rows for clauses that ask the set, out of so many.
    pub(super) fn of(
        fact: Fact,
        checks: &[(usize, &SetCheck)],
        clauses: usize,
        table: &mut Table,
    ) -> Self {
        let mut row = |holds: &dyn Fn(&SetCheck) -> bool| {
            table.add(checks.iter().filter(|(_, check)| holds(check)).map(|(clause, _)| *clause))
        };
        let hits = row(&|check| check.is_hit_by_unknown(None));
        let opens = row(&|check| check.is_opened_by(None));
        let vocabulary = match fact.kind() {
            Kind::Words(vocabulary) => vocabulary.words.len(),
            _ => 0,
        };
        let words = (0..vocabulary).map(|place| row(&|check| check.is_hit_by(place))).collect();
        let demanding = row(&|check| check.demands);
        let all = table.add(0..clauses);
        let asked = checks.iter().filter(|(_, check)| check.demands);
        let unless_hit = table.add_changed(all, asked.map(|(clause, _)| (*clause, false)));
        let unknown = Effect { hits, opens: Some(opens) };
        let named = named(checks, (hits, opens), table);
        Self { fact, demanding, unless_hit, words, unknown, named }
    }

    /// What the entries of the set do: the row of an empty set, or an effect for each.
    pub(super) fn effects(&self, set: Set<'_>, effects: &mut Vec<Effect>) -> Option<Row> {
        if set.is_empty() {
            return Some(self.unless_hit);
        }
        let words = set.words().filter_map(|place| self.words.get(place));
        effects.extend(words.map(|hits| Effect { hits: *hits, opens: None }));
        effects.extend(
            set.unknown()
                .map(|word| *word.and_then(|word| self.named.get(word)).unwrap_or(&self.unknown)),
        );
        None
    }

    /// What the effects leave of one word.
    pub(super) fn lower(&self, effects: &[Effect], table: &Table, left: &mut Left) {
        let (mut hit, mut open) = (0, 0);
        for effect in effects {
            hit |= table.word(effect.hits, left.word);
            open |= effect.opens.map_or(0, |opens| table.word(opens, left.word));
        }
        let demanding = table.word(self.demanding, left.word);
        left.possible &= demanding | !hit;
        left.possible &= !(demanding & !(hit | open));
        left.open |= open & !hit;
    }
}
