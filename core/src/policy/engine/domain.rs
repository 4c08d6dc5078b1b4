//! The values of a fact, as far as the tests of a policy tell them apart.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::country::Country;
use crate::facts::{Answer, Content, Fact, Kind, country_number};

use super::super::condition::Test;

/// The class of a fact that is missing, and that of a word outside its vocabulary.
const MISSING: usize = 0;
const UNKNOWN: usize = 1;
/// The first class of values that are known.
const KNOWN: usize = 2;
/// The most classes of one fact. Every class has rows as wide as the policy, so without a limit the
/// memory would grow with the square of a policy that names ever more values.
const MOST_CLASSES: usize = 1024;

/// The classes of the values of one fact: all values of a class have the same answer to every
/// test of the policy.
#[derive(Debug)]
pub(super) struct Domain {
    pub(super) fact: Fact,
    /// One value of each class.
    pub(super) values: Vec<Content<'static>>,
    find: Find,
    /// Words outside the vocabulary that tests name, with their classes.
    unlisted: Vec<(String, usize)>,
}

/// How the class of a known value is found.
#[derive(Debug)]
enum Find {
    /// Every word has its own.
    Word,
    /// By the number of the code.
    Country(Vec<usize>),
    Flag,
    /// A limit, and what lies between two limits.
    Number(Vec<f64>),
    /// Texts that tests name; every other one is of the first class.
    Text(HashMap<String, usize>),
}

impl Domain {
    /// The domain of a fact under all tests that ask it, also those inside of others. `None` for
    /// sets, for texts whose tests look inside, and where the classes would be too many.
    pub(super) fn of(fact: Fact, tests: &[&Test]) -> Option<Self> {
        let (find, known) = match fact.kind() {
            Kind::Word(vocabulary) => {
                (Find::Word, (0..vocabulary.words.len()).map(Content::Word).collect())
            }
            Kind::Country => countries(tests),
            Kind::Flag => (Find::Flag, vec![Content::Flag(false), Content::Flag(true)]),
            Kind::Number => numbers(tests),
            Kind::Text if tests.iter().any(looks_inside) => return None,
            Kind::Text => texts(tests),
            Kind::Words(_) | Kind::Texts => return None,
        };
        let mut values = vec![Content::Missing, Content::Unknown(None)];
        values.extend(known);
        let mut unlisted = Vec::new();
        for word in tests.iter().filter_map(unlisted_word).collect::<BTreeSet<_>>() {
            unlisted.push((word.to_owned(), values.len()));
            values.push(Content::Unknown(Some(Cow::Owned(word.to_owned()))));
        }
        (values.len() <= MOST_CLASSES).then_some(Self { fact, values, find, unlisted })
    }

    /// The class of what a fact says.
    pub(super) fn class(&self, answer: Answer<'_>) -> usize {
        match (answer, &self.find) {
            (Answer::Unknown(Some(word)), _) => {
                let named = self.unlisted.iter().find(|(named, _)| named == word);
                named.map_or(UNKNOWN, |(_, class)| *class)
            }
            (Answer::Unknown(None), _) => UNKNOWN,
            (Answer::Word(place), _) => KNOWN + place,
            (Answer::Flag(flag), _) => KNOWN + usize::from(flag),
            (Answer::Country(number), Find::Country(classes)) => {
                classes.get(number).copied().unwrap_or(UNKNOWN)
            }
            (Answer::Number(number), Find::Number(limits)) => KNOWN + interval(limits, number),
            (Answer::Text(text), Find::Text(named)) => named.get(text).copied().unwrap_or(KNOWN),
            _ => MISSING,
        }
    }
}

/// Each country that a test names, and one that none names.
fn countries(tests: &[&Test]) -> (Find, Vec<Content<'static>>) {
    let named = tests.iter().flat_map(|test| match test {
        Test::Countries(codes) => codes.as_slice(),
        _ => &[],
    });
    let named: BTreeSet<Country> = named.copied().collect();
    let mut classes = vec![KNOWN; 26 * 26];
    for (code, class) in named.iter().zip(KNOWN + 1..) {
        if let Some(slot) = number_of(code).and_then(|number| classes.get_mut(number)) {
            *slot = class;
        }
    }
    // Where every country is named, the class of the others is that of no country.
    let other = all_countries().find(|code| !named.contains(code)).map(Content::Country);
    let known = std::iter::once(other.unwrap_or(Content::Unknown(None)));
    (Find::Country(classes), known.chain(named.into_iter().map(Content::Country)).collect())
}

fn all_countries() -> impl Iterator<Item = Country> {
    let letters = 'A'..='Z';
    let pairs =
        letters.clone().flat_map(move |first| letters.clone().map(move |then| (first, then)));
    pairs.filter_map(|(first, then)| Country::exact(&format!("{first}{then}")))
}

/// Each limit that a test names, and a number between each two of them.
fn numbers(tests: &[&Test]) -> (Find, Vec<Content<'static>>) {
    let limits = tests.iter().filter_map(|test| match test {
        Test::Below(limit) | Test::AtLeast(limit) | Test::AtMost(limit) => Some(*limit),
        _ => None,
    });
    let mut limits: Vec<f64> = limits.collect();
    limits.sort_by(f64::total_cmp);
    limits.dedup();
    let mut known = vec![Content::Number(f64::NEG_INFINITY)];
    for (place, limit) in limits.iter().enumerate() {
        let next = limits.get(place + 1).copied();
        let between = next.map_or(f64::INFINITY, |next| limit.midpoint(next));
        known.extend([Content::Number(*limit), Content::Number(between)]);
    }
    (Find::Number(limits), known)
}

/// The value behind an answer.
pub(super) fn content(answer: Answer<'_>) -> Content<'_> {
    match answer {
        Answer::Unknown(word) => Content::Unknown(word.map(Cow::Borrowed)),
        Answer::Word(place) => Content::Word(place),
        Answer::Country(number) => {
            let code = all_countries().find(|code| number_of(code) == Some(number));
            code.map_or(Content::Missing, Content::Country)
        }
        Answer::Flag(flag) => Content::Flag(flag),
        Answer::Number(number) => Content::Number(number),
        Answer::Text(text) => Content::Text(Cow::Borrowed(text)),
        Answer::Missing | Answer::Set(_) => Content::Missing,
    }
}

fn number_of(code: &Country) -> Option<usize> {
    country_number(code.as_str().as_bytes())
}

/// Which of the numbers made by [`numbers`] stands for this one.
fn interval(limits: &[f64], number: f64) -> usize {
    let below = limits.partition_point(|limit| *limit < number);
    let is_limit = limits.get(below).is_some_and(|limit| *limit <= number);
    2 * below + usize::from(is_limit)
}

/// Each text that a test names, and one that none names.
fn texts(tests: &[&Test]) -> (Find, Vec<Content<'static>>) {
    let named = tests.iter().filter_map(|test| match test {
        Test::Texts(texts) => Some(texts),
        _ => None,
    });
    let named: BTreeSet<&str> = named.flatten().map(String::as_str).collect();
    let longest = named.iter().map(|text| text.len()).max().unwrap_or_default();
    let content = |text: String| Content::Text(Cow::Owned(text));
    let mut known = vec![content(" ".repeat(longest + 1))];
    known.extend(named.iter().map(|text| content((*text).to_owned())));
    let classes = named.into_iter().map(str::to_owned).zip(KNOWN + 1..).collect();
    (Find::Text(classes), known)
}

fn looks_inside(test: &&Test) -> bool {
    matches!(test, Test::StartsWith(_) | Test::Matches(_))
}

fn unlisted_word<'t>(test: &&'t Test) -> Option<&'t str> {
    match test {
        Test::Unlisted(word) => Some(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::beginnings::Beginnings;

    fn classes(fact: Fact, tests: &[Test]) -> Option<usize> {
        let tests: Vec<&Test> = tests.iter().collect();
        Domain::of(fact, &tests).map(|domain| domain.values.len())
    }

    #[test]
    fn a_fact_has_classes_up_to_the_limit() {
        let texts = |count: usize| Test::Texts((0..count).map(|text| text.to_string()).collect());
        // Besides the texts: missing, unknown, and any other text.
        assert_eq!(classes(Fact::ClientId, &[texts(MOST_CLASSES - 3)]), Some(MOST_CLASSES));
        assert_eq!(classes(Fact::ClientId, &[texts(MOST_CLASSES - 2)]), None);
        assert_eq!(classes(Fact::RiskScore, &[Test::Below(1.0), Test::AtLeast(1.0)]), Some(5));
    }

    #[test]
    fn a_text_that_is_looked_into_has_no_classes() {
        let start = || Test::StartsWith(Beginnings::of(vec!["vip".to_owned()]));
        assert_eq!(classes(Fact::ClientId, &[Test::Null]), Some(3));
        assert_eq!(classes(Fact::ClientId, &[Test::Null, start()]), None);
        assert_eq!(classes(Fact::Tags, &[Test::Null]), None);
    }
}
