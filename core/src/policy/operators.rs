//! From the text of a test on one fact to the test itself, by the kind of the fact.

use std::collections::BTreeMap;

use crate::country::Country;
use crate::facts::{Absence, Fact, Kind};
use crate::json::Value;
use crate::pointer::Pointer;
use crate::vocab::Vocabulary;

use super::condition::{Listed, SetTest, Test, Words};
use super::error::{PolicyCode, PolicyError};
use super::node::Node;
use super::pattern;

type Result<T> = std::result::Result<T, PolicyError>;

/// The named lists of a document.
pub(super) type Lists = BTreeMap<String, Vec<String>>;

/// The class of every word outside a vocabulary.
const UNKNOWN: &str = "unknown";

const SCALAR_OPERATORS: &[&str] = &["not", "class", "unlisted"];
const SET_OPERATORS: &[&str] = &["any", "all", "none", "only", "anyClass", "empty"];
const TEXTS_OPERATORS: &[&str] = &["any", "all", "none", "empty"];
const NUMBER_OPERATORS: &[&str] = &["below", "atLeast", "between"];
const TEXT_OPERATORS: &[&str] = &["startsWith", "matches"];

/// Reads tests on one fact.
#[derive(Clone, Copy)]
pub(super) struct TestReader<'l> {
    pub(super) fact: Fact,
    pub(super) lists: &'l Lists,
}

impl TestReader<'_> {
    pub(super) fn read(&self, node: &Node<'_>) -> Result<Test> {
        match (self.fact.kind(), node.value) {
            (_, Value::Null) => self.null(node),
            (Kind::Word(_) | Kind::Country | Kind::Text, Value::Array(_)) => {
                let items = node.some_items("a list of words")?;
                items.iter().map(|item| self.item(item)).collect::<Result<_>>().map(Test::Any)
            }
            (Kind::Word(_) | Kind::Country | Kind::Text, Value::String(_)) => self.item(node),
            (Kind::Words(_) | Kind::Texts, Value::Array(_) | Value::String(_)) => {
                Err(self.ambiguous(node))
            }
            (Kind::Flag, _) => node.flag().map(Test::Flag),
            (_, Value::Object(_)) => self.operators(node),
            (kind, _) => Err(node.wrong_type(expected(kind))),
        }
    }

    /// A member of a list, or a single word in its place.
    fn item(&self, node: &Node<'_>) -> Result<Test> {
        match node.value {
            Value::Null => self.null(node),
            Value::Object(_) => self.operators(node),
            _ => self.word(node, node.text("a word")?),
        }
    }

    fn null(&self, node: &Node<'_>) -> Result<Test> {
        if self.fact.absence() == Absence::Missing {
            return Ok(Test::Null);
        }
        let message = format!("`{}` is never missing", self.fact.as_str());
        Err(node.fault(PolicyCode::NullNotAllowed, message))
    }

    fn ambiguous(&self, node: &Node<'_>) -> PolicyError {
        let name = self.fact.as_str();
        let message =
            format!("a plain word or list on `{name}` could mean any or all; write `any` or `all`");
        node.fault(PolicyCode::AmbiguousList, message)
    }

    /// One or several operators; several mean all of them.
    fn operators(&self, node: &Node<'_>) -> Result<Test> {
        let members = node.members("operators")?;
        if members.is_empty() {
            return Err(node.fault(PolicyCode::Empty, "a condition without operators"));
        }
        let tests = members.iter().map(|(name, operand)| self.operator(name, operand));
        let mut tests: Vec<Test> = tests.collect::<Result<_>>()?;
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::All(tests) })
    }

    fn operator(&self, name: &str, operand: &Node<'_>) -> Result<Test> {
        match (self.fact.kind(), name) {
            (Kind::Word(_) | Kind::Country, "not") => {
                self.read(operand).map(|test| Test::Not(Box::new(test)))
            }
            (Kind::Word(_) | Kind::Country, "class") => self.class(operand),
            (Kind::Word(_) | Kind::Country, "unlisted") => self.unlisted(operand),
            (Kind::Words(_) | Kind::Texts, "any") => {
                self.listed(operand).map(SetTest::Any).map(Test::Set)
            }
            (Kind::Words(_) | Kind::Texts, "all") => {
                self.listed(operand).map(SetTest::All).map(Test::Set)
            }
            (Kind::Words(_) | Kind::Texts, "none") => self
                .listed(operand)
                .map(|listed| Test::Not(Box::new(Test::Set(SetTest::Any(listed))))),
            (Kind::Words(_), "only") => self.listed(operand).map(SetTest::Only).map(Test::Set),
            (Kind::Words(_), "anyClass") => self.any_class(operand),
            (Kind::Words(_) | Kind::Texts, "empty") => {
                operand.flag().map(|wanted| Test::Set(SetTest::Empty(wanted)))
            }
            (Kind::Number, "below") => operand.whole_number().map(Test::Below),
            (Kind::Number, "atLeast") => operand.whole_number().map(Test::AtLeast),
            (Kind::Number, "between") => between(operand),
            (Kind::Text, "startsWith") => {
                operand.text("a text").map(|text| Test::StartsWith(text.to_owned()))
            }
            (Kind::Text, "matches") => pattern::compile(operand).map(Test::Matches),
            (kind, _) => Err(self.unknown_operator(kind, name, operand)),
        }
    }

    fn unknown_operator(&self, kind: Kind, name: &str, operand: &Node<'_>) -> PolicyError {
        let known = match kind {
            Kind::Word(_) | Kind::Country => SCALAR_OPERATORS,
            Kind::Words(_) => SET_OPERATORS,
            Kind::Texts => TEXTS_OPERATORS,
            Kind::Number => NUMBER_OPERATORS,
            Kind::Text => TEXT_OPERATORS,
            Kind::Flag => &[],
        };
        let message =
            format!("`{}` has no such operator; it has {}", self.fact.as_str(), quoted(known));
        operand.fault(PolicyCode::UnknownOperator, message).suggest(name, known.iter().copied())
    }

    /// A word, or `$name` for a named list.
    fn word(&self, node: &Node<'_>, text: &str) -> Result<Test> {
        let mut words: Vec<(Pointer, &str)> = Vec::new();
        self.expand(node, text, &mut words)?;
        match self.fact.kind() {
            Kind::Text => Ok(Test::Any(
                words.iter().map(|(_, text)| Test::Text((*text).to_owned())).collect(),
            )),
            Kind::Country => words.iter().map(country).collect::<Result<_>>().map(Test::Countries),
            Kind::Word(vocabulary) => {
                let places = words.iter().map(|word| place(vocabulary, word));
                places.collect::<Result<_>>().map(|places| Test::Words(Words(places)))
            }
            kind => Err(node.wrong_type(expected(kind))),
        }
    }

    fn expand<'t>(
        &'t self,
        node: &Node<'_>,
        text: &'t str,
        words: &mut Vec<(Pointer, &'t str)>,
    ) -> Result<()> {
        let Some(name) = text.strip_prefix('$') else {
            words.push((node.at.clone(), text));
            return Ok(());
        };
        let Some(list) = self.lists.get(name) else {
            let fault = node.fault(PolicyCode::UnknownList, "`lists` has no such list");
            return Err(fault.suggest(name, self.lists.keys().map(String::as_str)));
        };
        let place = Pointer::root().key("lists").key(name);
        words.extend(
            list.iter().enumerate().map(|(index, word)| (place.index(index), word.as_str())),
        );
        Ok(())
    }

    fn unlisted(&self, node: &Node<'_>) -> Result<Test> {
        let text = node.text("a word")?;
        let known = match self.fact.kind() {
            Kind::Word(vocabulary) => {
                vocabulary.position(text).map(|place| Test::Words(Words([place].into())))
            }
            Kind::Country => Country::read(text).map(|code| Test::Countries(vec![code])),
            _ => None,
        };
        // A word that a later release knows keeps its meaning.
        Ok(known.unwrap_or_else(|| Test::Unlisted(text.to_owned())))
    }

    fn class(&self, node: &Node<'_>) -> Result<Test> {
        let (words, unknown) = self.classes(node)?;
        let known = Test::Words(words);
        Ok(if unknown { Test::Any(vec![Test::UnknownClass, known]) } else { known })
    }

    fn any_class(&self, node: &Node<'_>) -> Result<Test> {
        let (words, any_unknown) = self.classes(node)?;
        Ok(Test::Set(SetTest::Any(Listed { words, any_unknown, ..Listed::default() })))
    }

    /// The words of one class or several, and whether `unknown` is among the classes.
    fn classes(&self, node: &Node<'_>) -> Result<(Words, bool)> {
        let names = match node.value {
            Value::Array(_) => node.some_items("a class or a list of classes")?,
            _ => vec![node.clone()],
        };
        let (mut words, mut unknown) = (Words::default(), false);
        for name in names {
            match name.text("a class")? {
                UNKNOWN => unknown = true,
                text => words.0.extend(self.words_of_class(&name, text)?),
            }
        }
        Ok((words, unknown))
    }

    fn words_of_class(&self, node: &Node<'_>, class: &str) -> Result<Vec<usize>> {
        let (words, classified) = match self.fact.kind() {
            Kind::Word(vocabulary) | Kind::Words(vocabulary) => {
                (vocabulary.words, vocabulary.classified)
            }
            _ => (&[][..], false),
        };
        let in_class = words.iter().enumerate().filter(|(_, word)| word.class.as_str() == class);
        let places: Vec<usize> = in_class.map(|(place, _)| place).collect();
        if classified && !places.is_empty() {
            return Ok(places);
        }
        let known = words.iter().filter(|_| classified).map(|word| word.class.as_str());
        let message = format!("`{}` has no such class of words", self.fact.as_str());
        let candidates = known.chain([UNKNOWN]);
        Err(node.fault(PolicyCode::UnknownClass, message).suggest(class, candidates))
    }

    /// The operand of a set operator: words, `$list`, `{"unlisted": ...}`, one or a list of them.
    fn listed(&self, node: &Node<'_>) -> Result<Listed> {
        let items = match node.value {
            Value::Array(_) => node.some_items("a list of words")?,
            Value::String(text) if text.starts_with('$') => vec![node.clone()],
            _ => return Err(node.wrong_type("a list of words or `$list`")),
        };
        let mut listed = Listed::default();
        for item in &items {
            self.add(item, &mut listed)?;
        }
        Ok(listed)
    }

    fn add(&self, item: &Node<'_>, listed: &mut Listed) -> Result<()> {
        let mut words = Vec::new();
        let (text, is_unlisted) = match item.value {
            Value::Object(_) => (unlisted_word(item)?, true),
            _ => (item.text("a word")?, false),
        };
        if is_unlisted {
            words.push((item.at.clone(), text));
        } else {
            self.expand(item, text, &mut words)?;
        }
        for word in &words {
            match self.fact.kind() {
                Kind::Words(vocabulary) => match vocabulary.position(word.1) {
                    None if is_unlisted => _ = listed.texts.insert(word.1.to_owned()),
                    _ => _ = listed.words.0.insert(place(vocabulary, word)?),
                },
                _ => _ = listed.texts.insert(word.1.to_owned()),
            }
        }
        Ok(())
    }
}

fn unlisted_word<'v>(node: &Node<'v>) -> Result<&'v str> {
    match node.members("a word or `unlisted`")?.as_slice() {
        [("unlisted", word)] => word.text("a word"),
        _ => Err(node.fault(
            PolicyCode::UnknownOperator,
            "a member of a set operator is a word or `unlisted`",
        )),
    }
}

fn between(node: &Node<'_>) -> Result<Test> {
    let (low, high) = match node.items("two whole numbers")?.as_slice() {
        [low, high] => (low.whole_number()?, high.whole_number()?),
        _ => return Err(node.fault(PolicyCode::WrongType, "expected two whole numbers")),
    };
    if low > high {
        return Err(node.fault(PolicyCode::BadRange, "the lower end is above the upper one"));
    }
    let upper = high.checked_add(1).map(Test::Below);
    Ok(Test::All([Some(Test::AtLeast(low)), upper].into_iter().flatten().collect()))
}

fn place(vocabulary: &Vocabulary, (at, text): &(Pointer, &str)) -> Result<usize> {
    vocabulary.position(text).ok_or_else(|| {
        let message = format!("the vocabulary `{}` has no such word", vocabulary.name);
        let words = vocabulary.words.iter().map(|word| word.text);
        PolicyError::new(PolicyCode::UnknownWord, at, message).suggest(text, words)
    })
}

fn country((at, text): &(Pointer, &str)) -> Result<Country> {
    let exact = Country::read(text).filter(|code| code.as_str() == *text);
    exact.ok_or_else(|| {
        let message = "there is no such country code; write two upper-case letters";
        let near = Country::read(text).map(|code| code.as_str().to_owned());
        let near = near.or_else(|| crate::country::suggest(text).map(str::to_owned));
        let fault = PolicyError::new(PolicyCode::UnknownWord, at, message);
        fault.mean(near)
    })
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Word(_) | Kind::Country => "a word, a list or operators",
        Kind::Words(_) | Kind::Texts => "operators",
        Kind::Number => "`below`, `atLeast` or `between`",
        Kind::Flag => "true or false",
        Kind::Text => "a text, a list or operators",
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
