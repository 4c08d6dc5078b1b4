//! Free texts: those that the tests name, and for each beginning one that is not named.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::facts::{Content, Fact};
use crate::policy::analysis::solve::Var;
use crate::policy::condition::Test;
use crate::policy::pattern::Pattern;

use super::axis::Axis;
use super::examples;
use super::sorts::{Label, Sort, judged, merged};

/// How many beginnings and examples are combined.
pub(super) const MOST_PIECES: usize = 40;

/// The texts of one fact.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) fact: Fact,
    pub(crate) sorts: Vec<Sort>,
    pub(crate) patterns: Vec<Asked>,
    /// Texts by which a witness can say a beginning and which patterns match.
    pub(crate) candidates: Vec<String>,
}

/// A pattern. What it says of a text that no test names is free: yes or no.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(in crate::policy) pattern: Pattern,
    /// The axis of the answer, once there is one.
    pub(crate) var: Option<Var>,
}

impl Texts {
    pub(super) fn new(fact: Fact, tests: &[&Test]) -> Self {
        let (mut named, mut starts) = (BTreeSet::new(), BTreeSet::from([String::new()]));
        let mut patterns: Vec<Asked> = Vec::new();
        for test in tests {
            test.visit(fact, false, &mut |_, test, _| match test {
                Test::Texts(texts) => named.extend(texts.iter().cloned()),
                Test::StartsWith(beginnings) => starts.extend(beginnings.texts().iter().cloned()),
                Test::Matches(pattern) if !is_among(&patterns, pattern) => {
                    patterns.push(Asked { pattern: pattern.clone(), var: None });
                }
                _ => {}
            });
        }
        let texts = Named { texts: named, starts };
        let mut sorts = texts.sorts();
        if patterns.is_empty() {
            sorts = merged(sorts, |content| judged(tests, content));
        }
        let candidates = texts.candidates(&patterns);
        Self { fact, sorts, patterns, candidates }
    }

    pub(super) fn axis(&self) -> Axis {
        Axis::Fact { fact: self.fact, sorts: self.sorts.clone() }
    }

    /// Whether a value stands for many texts, of which patterns can say this or that.
    pub(crate) fn is_open(&self, value: usize) -> bool {
        let labels = self.sorts.get(value).map(|sort| sort.labels.as_slice());
        matches!(labels, Some([Label::Starting(_)]))
    }

    /// The value that a text belongs to, unless it is one that a test names.
    pub(crate) fn open_value(&self, text: &str) -> Option<usize> {
        let is_it = |label: &Label| matches!(label, Label::Word(word) if word == text);
        if self.sorts.iter().any(|sort| sort.labels.iter().any(is_it)) {
            return None;
        }
        let starting = self.sorts.iter().enumerate().filter_map(|(value, sort)| {
            let [Label::Starting(start)] = sort.labels.as_slice() else { return None };
            text.starts_with(start).then_some((start.len(), value))
        });
        starting.max().map(|(_, value)| value)
    }
}

fn is_among(patterns: &[Asked], pattern: &Pattern) -> bool {
    patterns.iter().any(|known| known.pattern.source() == pattern.source())
}

/// The texts and the beginnings that tests name. No beginning at all is one of them.
struct Named {
    texts: BTreeSet<String>,
    starts: BTreeSet<String>,
}

impl Named {
    fn sorts(&self) -> Vec<Sort> {
        let text = |text: &str| Content::Text(Cow::Owned(text.to_owned()));
        let named =
            self.texts.iter().map(|name| Sort::new(text(name), Label::Word(name.clone().into())));
        let starting = self
            .starts
            .iter()
            .map(|start| Sort::new(text(&self.other(start)), Label::Starting(start.clone())));
        [Sort::missing().plain()].into_iter().chain(named).chain(starting).collect()
    }

    /// A text with this beginning that no test names and that has no longer beginning.
    fn other(&self, start: &str) -> String {
        // No document has room for a beginning with each character, so one of them leads to none.
        let letters = ('a'..=char::MAX).filter(|letter| letter.is_alphabetic());
        let characters = letters.chain('\0'..=char::MAX).map(String::from);
        let stems = ["id-".to_owned()].into_iter().chain(characters);
        let mut stems = stems.map(|stem| format!("{start}{stem}"));
        let stem = stems.find(|stem| self.is_free(start, stem)).unwrap_or_default();
        let mut texts = (1_usize..).map(|number| format!("{stem}{number}"));
        texts.find(|text| !self.texts.contains(text)).unwrap_or_default()
    }

    /// Whether no text that starts like this has a longer beginning than that.
    fn is_free(&self, start: &str, stem: &str) -> bool {
        let mut shorter = (start.len() + 1..stem.len()).filter_map(|end| stem.get(..end));
        let next = self.starts.range(stem.to_owned()..).next();
        !next.is_some_and(|other| other.starts_with(stem))
            && !shorter.any(|beginning| self.starts.contains(beginning))
    }

    /// Texts that show what patterns can say: of each beginning one, examples of each pattern, and
    /// two of these in a row.
    fn candidates(&self, patterns: &[Asked]) -> Vec<String> {
        if patterns.is_empty() {
            return Vec::new();
        }
        let others = self.starts.iter().map(|start| self.other(start));
        let examples: Vec<String> =
            patterns.iter().flat_map(|asked| examples::of(asked.pattern.source())).collect();
        let pieces: Vec<&String> = self.starts.iter().chain(&examples).take(MOST_PIECES).collect();
        let rows = pieces
            .iter()
            .flat_map(|first| pieces.iter().map(move |second| format!("{first}{second}")));
        let mut texts: Vec<String> = others.chain(examples.clone()).chain(rows).collect();
        texts.retain(|text| !text.is_empty());
        texts.sort_by_key(String::len);
        texts.dedup();
        texts
    }
}
