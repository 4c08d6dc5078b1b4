//! Compiled conditions, and what they say about the facts of a webhook.

use std::collections::BTreeSet;

use crate::country::Country;
use crate::facts::{Content, Fact, Facts};

use super::beginnings::Beginnings;
use super::pattern::Pattern;
use super::truth::Truth;

/// A condition over several facts.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Fact(Fact, Test),
}

/// A condition on one fact.
#[derive(Debug, Clone)]
pub(super) enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    /// The fact is missing. The only test that decides on absence.
    Null,
    /// The word is outside its vocabulary.
    UnknownClass,
    /// The word is outside its vocabulary and is exactly this one.
    Unlisted(String),
    /// The word is one of these.
    Words(Words),
    Countries(Vec<Country>),
    Flag(bool),
    Below(f64),
    AtLeast(f64),
    AtMost(f64),
    /// The text is one of these.
    Texts(BTreeSet<String>),
    /// The text has one of these beginnings.
    StartsWith(Beginnings),
    Matches(Pattern),
    Set(SetTest),
}

/// A condition on a set of words or texts.
#[derive(Debug, Clone)]
pub(super) enum SetTest {
    /// At least one of the listed ones is there.
    Any(Listed),
    /// All listed ones are there.
    All(Listed),
    /// Nothing but listed ones is there.
    Only(Listed),
    /// The set is empty (or is not). Unknown words count as words.
    Empty(bool),
}

/// The words that a set is compared with.
#[derive(Debug, Clone, Default)]
pub(super) struct Listed {
    /// Words of the vocabulary.
    pub(super) words: Words,
    /// Words that the vocabulary does not have, or free texts.
    pub(super) texts: BTreeSet<String>,
    /// Any word outside the vocabulary (class `unknown`).
    pub(super) any_unknown: bool,
}

/// Words of one vocabulary, as their places in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(pub(super) BTreeSet<usize>);

impl Condition {
    pub(super) fn judge(&self, facts: &Facts<'_>) -> Truth {
        match self {
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.judge(facts))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.judge(facts))),
            Self::Not(part) => !part.judge(facts),
            Self::Fact(fact, test) => test.judge(facts.get(*fact)),
        }
    }

    /// The facts for want of which the condition is undecided.
    pub(super) fn undecided_facts(&self, facts: &Facts<'_>, found: &mut BTreeSet<Fact>) {
        if self.judge(facts) != Truth::Undecided {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.undecided_facts(facts, found);
                }
            }
            Self::Not(part) => part.undecided_facts(facts, found),
            Self::Fact(fact, _) => _ = found.insert(*fact),
        }
    }

    /// The whole test on each fact that the condition names, in the order of the document.
    pub(super) fn tests<'c>(&'c self, found: &mut Vec<(Fact, &'c Test)>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.tests(found);
                }
            }
            Self::Not(part) => part.tests(found),
            Self::Fact(fact, test) => found.push((*fact, test)),
        }
    }

    /// Every test with its fact, and whether it stands under an odd number of negations.
    pub(super) fn visit<'c>(&'c self, negated: bool, see: &mut impl FnMut(Fact, &'c Test, bool)) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit(negated, see);
                }
            }
            Self::Not(part) => part.visit(!negated, see),
            Self::Fact(fact, test) => test.visit(*fact, negated, see),
        }
    }
}

impl Test {
    /// Any of these. Texts become one set, and so do beginnings: a list of many costs a look-up,
    /// not a comparison with each.
    pub(super) fn any(parts: Vec<Self>) -> Self {
        let (mut texts, mut starts, mut others) = (BTreeSet::new(), Vec::new(), Vec::new());
        for part in parts {
            match part {
                Self::Texts(more) => texts.extend(more),
                Self::StartsWith(more) => starts.extend(more.into_texts()),
                other => others.push(other),
            }
        }
        if !starts.is_empty() {
            others.push(Self::StartsWith(Beginnings::of(starts)));
        }
        if !texts.is_empty() {
            others.push(Self::Texts(texts));
        }
        Self::Any(others)
    }

    /// This test and every one that it is made of, and whether it stands under an odd number of
    /// negations.
    pub(super) fn visit<'c>(
        &'c self,
        fact: Fact,
        negated: bool,
        see: &mut impl FnMut(Fact, &'c Self, bool),
    ) {
        see(fact, self, negated);
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit(fact, negated, see);
                }
            }
            Self::Not(part) => part.visit(fact, !negated, see),
            _ => {}
        }
    }

    pub(super) fn judge(&self, content: &Content<'_>) -> Truth {
        match (self, content) {
            (Self::All(parts), _) => Truth::all(parts.iter().map(|part| part.judge(content))),
            (Self::Any(parts), _) => Truth::any(parts.iter().map(|part| part.judge(content))),
            (Self::Not(part), _) => !part.judge(content),
            (Self::Null, content) => Truth::from(*content == Content::Missing),
            (_, Content::Missing) => Truth::Undecided,
            (Self::Set(test), content) => test.judge(content),
            (Self::UnknownClass, content) => Truth::from(matches!(content, Content::Unknown(_))),
            (Self::Unlisted(word), Content::Unknown(Some(text))) if word == text => Truth::True,
            (_, Content::Unknown(_)) => Truth::Undecided,
            (Self::Unlisted(_), _) => Truth::False,
            (known, content) => known.compare(content),
        }
    }

    /// Compares with a value that is there and known.
    fn compare(&self, content: &Content<'_>) -> Truth {
        match (self, content) {
            (Self::Words(words), Content::Word(place)) => words.0.contains(place).into(),
            (Self::Countries(codes), Content::Country(code)) => codes.contains(code).into(),
            (Self::Flag(wanted), Content::Flag(flag)) => (wanted == flag).into(),
            (Self::Below(limit), Content::Number(number)) => (number < limit).into(),
            (Self::AtLeast(limit), Content::Number(number)) => (number >= limit).into(),
            (Self::AtMost(limit), Content::Number(number)) => (number <= limit).into(),
            (Self::Texts(texts), Content::Text(text)) => texts.contains(text.as_ref()).into(),
            (Self::StartsWith(starts), Content::Text(text)) => starts.begin(text).into(),
            (Self::Matches(pattern), Content::Text(text)) => pattern.is_match(text).into(),
            // Tests are made for the kind of their fact; another pair cannot meet.
            _ => Truth::Undecided,
        }
    }
}

impl SetTest {
    fn judge(&self, content: &Content<'_>) -> Truth {
        let Some(set) = Members::of(content) else { return Truth::Undecided };
        match self {
            Self::Empty(wanted) => (set.is_empty() == *wanted).into(),
            Self::Any(listed) if set.meets(listed) => Truth::True,
            Self::Any(_) => set.unless_unknown(Truth::False),
            Self::All(listed) if set.has_all(listed) => Truth::True,
            Self::All(_) => set.unless_unknown(Truth::False),
            Self::Only(listed) if !set.known_within(listed) => Truth::False,
            Self::Only(listed) if set.unlisted_unknown(listed) => Truth::Undecided,
            Self::Only(_) => Truth::True,
        }
    }
}

/// What is in a set, words and free texts alike.
struct Members<'c> {
    places: &'c [usize],
    texts: Vec<&'c str>,
    /// Words outside the vocabulary; `None` for one that is not text.
    unknown: Vec<Option<&'c str>>,
}

impl<'c> Members<'c> {
    fn of(content: &'c Content<'_>) -> Option<Self> {
        match content {
            Content::Words { known, .. } => {
                Some(Self { places: known, texts: Vec::new(), unknown: content.unknown_words() })
            }
            Content::Texts { known, .. } => Some(Self {
                places: &[],
                texts: known.iter().map(AsRef::as_ref).collect(),
                unknown: content.unknown_words(),
            }),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        self.places.is_empty() && self.texts.is_empty() && self.unknown.is_empty()
    }

    fn meets(&self, listed: &Listed) -> bool {
        self.places.iter().any(|place| listed.words.0.contains(place))
            || self.texts.iter().any(|text| listed.texts.contains(*text))
            || self.unknown.iter().any(|word| listed.any_unknown || listed.names(*word))
    }

    fn has_all(&self, listed: &Listed) -> bool {
        let there = |text: &String| {
            self.texts.contains(&text.as_str()) || self.unknown.contains(&Some(text))
        };
        listed.words.0.iter().all(|place| self.places.contains(place))
            && listed.texts.iter().all(there)
    }

    fn known_within(&self, listed: &Listed) -> bool {
        self.places.iter().all(|place| listed.words.0.contains(place))
            && self.texts.iter().all(|text| listed.texts.contains(*text))
    }

    fn unlisted_unknown(&self, listed: &Listed) -> bool {
        self.unknown.iter().any(|word| !listed.names(*word))
    }

    /// An unknown word may be any word, so it hides the answer.
    fn unless_unknown(&self, truth: Truth) -> Truth {
        if self.unknown.is_empty() { truth } else { Truth::Undecided }
    }
}

impl Listed {
    fn names(&self, word: Option<&str>) -> bool {
        word.is_some_and(|word| self.texts.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_is_told_what_is_negated() {
        let not = |test: Test| Test::Not(Box::new(test));
        let fact = |test: Test| Condition::Fact(Fact::Overall, test);
        let parts = vec![
            fact(Test::Null),
            fact(not(Test::Null)),
            Condition::Not(Box::new(fact(not(Test::Null)))),
        ];
        for outer in [false, true] {
            let mut seen = Vec::new();
            Condition::All(parts.clone()).visit(outer, &mut |_, test, negated| {
                seen.push((matches!(test, Test::Null), negated != outer));
            });
            let expected =
                [(true, false), (false, false), (true, true), (false, true), (true, false)];
            assert_eq!(seen, expected);
        }
    }
}
