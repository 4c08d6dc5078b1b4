//! The contents of one fact, sorted by what all tests say about them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::country::Country;
use crate::date::Date;
use crate::facts::{Absence, Content, Fact, Kind};
use crate::policy::analysis::solve::Truths;
use crate::policy::condition::Test;
use crate::vocab::{Event, EventKind, Overall, Vocabulary};

use super::axis::Axis;
use super::numbers::{self, Range};

/// Contents of a fact that all tests treat alike.
#[derive(Debug, Clone)]
pub(crate) struct Sort {
    /// One of them, the plainest.
    pub(crate) content: Content<'static>,
    /// All of them.
    pub(crate) labels: Vec<Label>,
    /// 0 for what the plainest body says, else 1.
    pub(crate) cost: u32,
    /// Whether it takes a repeated key to hide the fact like this.
    pub(crate) hides: bool,
}

/// One content, or many that no test can tell apart, as people read them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Label {
    Missing,
    /// A word of the vocabulary, a country code or a text.
    Word(Cow<'static, str>),
    /// This word, which the vocabulary does not have.
    Unlisted(String),
    /// Any other word that the vocabulary does not have.
    Unknown,
    Flag(bool),
    Numbers(Range),
    /// Any text that starts like this and that no test names.
    Starting(String),
    /// A set that can be read.
    Readable,
    /// A repeated key hides the answer.
    Hidden,
}

impl Sort {
    pub(crate) fn new(content: Content<'static>, label: Label) -> Self {
        Self { content, labels: vec![label], cost: 1, hides: false }
    }

    pub(crate) fn missing() -> Self {
        Self::new(Content::Missing, Label::Missing)
    }

    pub(crate) fn plain(self) -> Self {
        Self { cost: 0, ..self }
    }

    pub(crate) fn hidden() -> Self {
        Self { hides: true, ..Self::new(Content::Missing, Label::Hidden) }
    }
}

pub(super) fn axis(fact: Fact, tests: &[&Test], today: Date) -> Axis {
    let singles = match fact.kind() {
        Kind::Number => numbers::sorts(fact, tests, today),
        _ => singles(fact, tests),
    };
    let sorts = match fact {
        // The lifecycle hangs on each word of these, and what is hidden on whether keys are
        // repeated.
        Fact::Overall | Fact::Event | Fact::Final | Fact::RepeatedKeys => singles,
        // These hide a set together with themselves.
        Fact::TagsReported | Fact::Aml => {
            merged(singles, |content| (judged(tests, content), matches!(content, Content::Missing)))
        }
        _ => merged(singles, |content| judged(tests, content)),
    };
    Axis::Fact { fact, sorts }
}

pub(super) fn judged(tests: &[&Test], content: &Content<'_>) -> Vec<Truths> {
    tests.iter().map(|test| Truths::of(test.judge(content))).collect()
}

/// Makes one of the sorts that are judged alike. One that needs no repeated key stands for all.
pub(super) fn merged<K: std::hash::Hash + Eq>(
    singles: Vec<Sort>,
    key: impl Fn(&Content<'static>) -> K,
) -> Vec<Sort> {
    let mut sorts: Vec<Sort> = Vec::new();
    let mut places: HashMap<K, usize> = HashMap::new();
    let (hidden, open): (Vec<Sort>, Vec<Sort>) = singles.into_iter().partition(|sort| sort.hides);
    for single in open.into_iter().chain(hidden) {
        let place = *places.entry(key(&single.content)).or_insert(sorts.len());
        match sorts.get_mut(place) {
            None => sorts.push(single),
            Some(sort) => {
                sort.labels.extend(single.labels);
                if single.cost < sort.cost && !single.hides {
                    (sort.content, sort.cost) = (single.content, single.cost);
                }
            }
        }
    }
    sorts
}

/// Every content of a fact that is a word, a country or a flag.
fn singles(fact: Fact, tests: &[&Test]) -> Vec<Sort> {
    let mut sorts: Vec<Sort> = match fact.kind() {
        Kind::Word(vocabulary) => {
            let words = words(fact, vocabulary);
            words.chain(unknown(fact, tests)).collect()
        }
        Kind::Country => countries().chain(unknown(fact, tests)).collect(),
        Kind::Flag => {
            [false, true].map(|flag| Sort::new(Content::Flag(flag), Label::Flag(flag))).into()
        }
        _ => Vec::new(),
    };
    sorts.extend(missing(fact));
    for sort in &mut sorts {
        if sort.content == plainest(fact) && !sort.hides {
            sort.cost = 0;
        }
    }
    sorts
}

/// What the plainest body says: APPROVED, the last word, and nothing else.
fn plainest(fact: Fact) -> Content<'static> {
    match (fact, fact.absence(), fact.kind()) {
        (Fact::Overall, ..) => Overall::VOCABULARY
            .position(Overall::Approved.as_str())
            .map_or(Content::Missing, Content::Word),
        (Fact::Final, ..) => Content::Flag(true),
        (_, Absence::Never, _) => Content::Flag(false),
        (_, Absence::Word(text), Kind::Word(vocabulary)) => {
            vocabulary.position(text).map_or(Content::Missing, Content::Word)
        }
        _ => Content::Missing,
    }
}

pub(super) fn words(
    fact: Fact,
    vocabulary: &'static Vocabulary,
) -> impl Iterator<Item = Sort> + use<> {
    let about_a_verification = |text: &str| {
        let kind = Event::from_word(text).map(Event::kind);
        matches!(kind, Some(EventKind::Verdict | EventKind::Ended))
    };
    let words = vocabulary.words.iter().enumerate();
    words
        .filter(move |(_, word)| fact != Fact::Event || about_a_verification(word.text))
        .map(|(place, word)| Sort::new(Content::Word(place), Label::Word(word.text.into())))
}

pub(super) fn countries() -> impl Iterator<Item = Sort> {
    let letters = || (b'A'..=b'Z').map(char::from);
    let codes = letters().flat_map(move |first| letters().map(move |second| [first, second]));
    codes.filter_map(|code| {
        let text = String::from_iter(code);
        let country = Country::read(&text)?;
        Some(Sort::new(Content::Country(country), Label::Word(text.into())))
    })
}

/// Words outside the vocabulary: those that a test names, and one that none does.
pub(super) fn unknown(fact: Fact, tests: &[&Test]) -> Vec<Sort> {
    match fact {
        Fact::Aml | Fact::Lid | Fact::Criminal | Fact::Event => return Vec::new(),
        Fact::DriverLicense => return vec![Sort::new(Content::Unknown(None), Label::Unknown)],
        _ => {}
    }
    let mut named: Vec<String> = Vec::new();
    for test in tests {
        test.visit(fact, false, &mut |_, test, _| {
            if let Test::Unlisted(word) = test
                && !named.contains(word)
            {
                named.push(word.clone());
            }
        });
    }
    let fresh = fresh(&named);
    let word = |text: String| Content::Unknown(Some(Cow::Owned(text)));
    let other = Sort::new(word(fresh), Label::Unknown);
    let named = named.into_iter().map(|text| Sort::new(word(text.clone()), Label::Unlisted(text)));
    named.chain([other]).collect()
}

/// A word that nobody has heard of.
pub(super) fn fresh(taken: &[String]) -> String {
    let candidates = (1_u32..).map(|number| match number {
        1 => "NEW_WORD".to_owned(),
        _ => format!("NEW_WORD_{number}"),
    });
    candidates.into_iter().find(|word| !taken.contains(word)).unwrap_or_default()
}

/// How a fact is missing, if it can be.
pub(super) fn missing(fact: Fact) -> Option<Sort> {
    match (fact, fact.absence()) {
        (Fact::Overall | Fact::RepeatedKeys, _) => None,
        // A block without a status is missing, a list of duplicates that is none, too.
        (Fact::AmlCheck | Fact::BankCard | Fact::Duplicates, _) | (_, Absence::Missing) => {
            Some(Sort::missing())
        }
        _ => Some(Sort::hidden()),
    }
}
