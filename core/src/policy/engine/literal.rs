//! A test on one fact, ready to be asked by itself.

use crate::facts::{Fact, Kind, Reading, Set};

use super::super::condition::{Listed, SetTest, Test, Words};
use super::super::truth::Truth;
use super::domain::content;

/// What is known when a literal is asked: the body, and the class of each fact that has classes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'k> {
    pub(super) reading: &'k Reading<'k>,
    pub(super) classes: &'k [usize],
}

/// A test on one fact.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    pub(super) fact: Fact,
    pub(super) check: Check,
}

/// How it is decided.
#[derive(Debug, Clone)]
pub(super) enum Check {
    /// By the class of the fact: which of the domains it is, and the answer for each class.
    Class { domain: usize, truths: Vec<Truth> },
    /// By what is in the set.
    Set(SetCheck),
    /// By the value itself.
    Value { test: Test, negated: bool },
}

/// A test on a set: whether it is hit decides it, and where it is not hit, an open entry leaves
/// it undecided.
#[derive(Debug, Clone)]
pub(super) struct SetCheck {
    /// Whether a hit makes it true; else a hit makes it false.
    pub(super) demands: bool,
    /// Whether what is listed does not hit, and everything else does.
    outside: bool,
    listed: Listed,
}

impl Literal {
    pub(super) fn judge(&self, known: Known<'_>) -> Truth {
        match &self.check {
            Check::Class { domain, truths } => {
                let class = known.classes.get(*domain).and_then(|class| truths.get(*class));
                class.copied().unwrap_or(Truth::Undecided)
            }
            Check::Set(check) => check.judge(known.reading.set(self.fact), self.fact.kind()),
            Check::Value { test, negated } => {
                let truth = test.judge(&content(known.reading.answer(self.fact)));
                if *negated { !truth } else { truth }
            }
        }
    }
}

impl SetCheck {
    /// The atoms of a test that is none itself: all listed words are there when each of them is.
    pub(super) fn atoms(test: &SetTest) -> Vec<Self> {
        let check =
            |demands, outside, listed: &Listed| Self { demands, outside, listed: listed.clone() };
        match test {
            SetTest::Any(listed) => vec![check(true, false, listed)],
            SetTest::Only(listed) => vec![check(false, true, listed)],
            SetTest::All(listed) => {
                let words = listed
                    .words
                    .0
                    .iter()
                    .map(|place| Listed { words: Words([*place].into()), ..Listed::default() });
                let texts = listed
                    .texts
                    .iter()
                    .map(|text| Listed { texts: [text.clone()].into(), ..Listed::default() });
                words.chain(texts).map(|listed| check(true, false, &listed)).collect()
            }
            // Every entry stands outside of nothing.
            SetTest::Empty(wanted) => {
                let anything = Listed { any_unknown: true, ..Listed::default() };
                vec![check(!wanted, true, &anything)]
            }
        }
    }

    pub(super) fn negated(self) -> Self {
        Self { demands: !self.demands, ..self }
    }

    /// Whether a word of the vocabulary hits.
    pub(super) fn is_hit_by(&self, place: usize) -> bool {
        self.listed.words.0.contains(&place) != self.outside
    }

    fn is_hit_by_text(&self, text: &str) -> bool {
        self.listed.texts.contains(text) != self.outside
    }

    /// Whether a word outside the vocabulary hits.
    pub(super) fn is_hit_by_unknown(&self, word: Option<&str>) -> bool {
        self.listed.any_unknown || !self.outside && self.names(word)
    }

    /// Whether a word outside the vocabulary could be one that hits.
    pub(super) fn is_opened_by(&self, word: Option<&str>) -> bool {
        !(self.outside && self.names(word))
    }

    fn names(&self, word: Option<&str>) -> bool {
        word.is_some_and(|word| self.listed.texts.contains(word))
    }

    /// The words outside the vocabulary that it names.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        self.listed.texts.iter().map(String::as_str)
    }

    /// What hits and open entries come to.
    pub(super) fn outcome(&self, hit: bool, open: bool) -> Truth {
        match (hit, open) {
            (true, _) => self.demands.into(),
            (false, true) => Truth::Undecided,
            (false, false) => (!self.demands).into(),
        }
    }

    fn judge(&self, set: Set<'_>, kind: Kind) -> Truth {
        let known = match kind {
            Kind::Texts => set.texts().any(|text| self.is_hit_by_text(text)),
            _ => set.words().any(|place| self.is_hit_by(place)),
        };
        let hit = known || set.unknown().any(|word| self.is_hit_by_unknown(word));
        let open = set.unknown().any(|word| self.is_opened_by(word));
        self.outcome(hit, open)
    }
}
