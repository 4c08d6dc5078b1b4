//! Words of a document: single ones, named lists, classes, and words that no vocabulary has.

use crate::country::{Country, suggest};
use crate::facts::Kind;
use crate::json::Value;
use crate::pointer::Pointer;
use crate::vocab::Vocabulary;

use super::condition::{Listed, SetTest, Test, Words};
use super::error::{PolicyCode, PolicyError};
use super::node::Node;
use super::operators::{TestReader, expected};

type Result<T> = std::result::Result<T, PolicyError>;

/// The class of every word outside a vocabulary.
pub(super) const UNKNOWN: &str = "unknown";

impl TestReader<'_> {
    /// A word, or `$name` for a named list.
    pub(super) fn word(&self, node: &Node<'_>, text: &str) -> Result<Test> {
        let mut words: Vec<(Pointer, &str)> = Vec::new();
        self.expand(node, text, &mut words)?;
        match self.fact.kind() {
            Kind::Text => {
                Ok(Test::Texts(words.iter().map(|(_, text)| (*text).to_owned()).collect()))
            }
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
        words.extend(list.iter().map(|word| (word.at.clone(), word.text.as_str())));
        Ok(())
    }

    pub(super) fn unlisted(&self, node: &Node<'_>) -> Result<Test> {
        let text = node.text("a word")?;
        let known = match self.fact.kind() {
            Kind::Word(vocabulary) => {
                vocabulary.position(text).map(|place| Test::Words(Words([place].into())))
            }
            Kind::Country => Country::exact(text).map(|code| Test::Countries(vec![code])),
            _ => None,
        };
        // A word that a later release knows keeps its meaning.
        Ok(known.unwrap_or_else(|| Test::Unlisted(text.to_owned())))
    }

    pub(super) fn class(&self, node: &Node<'_>) -> Result<Test> {
        let (words, unknown) = self.classes(node)?;
        let no_words = words.0.is_empty();
        let known = Test::Words(words);
        Ok(match (unknown, no_words) {
            (true, true) => Test::UnknownClass,
            (true, false) => Test::Any(vec![Test::UnknownClass, known]),
            (false, _) => known,
        })
    }

    pub(super) fn any_class(&self, node: &Node<'_>) -> Result<Test> {
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
    pub(super) fn listed(&self, node: &Node<'_>) -> Result<Listed> {
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

pub(super) fn unlisted_word<'v>(node: &Node<'v>) -> Result<&'v str> {
    match node.members("a word or `unlisted`")?.as_slice() {
        [("unlisted", word)] => word.text("a word"),
        _ => Err(node.fault(
            PolicyCode::UnknownOperator,
            "a member of a set operator is a word or `unlisted`",
        )),
    }
}

pub(super) fn place(vocabulary: &Vocabulary, (at, text): &(Pointer, &str)) -> Result<usize> {
    vocabulary.position(text).ok_or_else(|| {
        let message = format!("the vocabulary `{}` has no such word", vocabulary.name);
        let words = vocabulary.words.iter().map(|word| word.text);
        PolicyError::new(PolicyCode::UnknownWord, at, message).suggest(text, words)
    })
}

pub(super) fn country((at, text): &(Pointer, &str)) -> Result<Country> {
    Country::exact(text).ok_or_else(|| {
        let message = "there is no such country code; write two upper-case letters";
        let near = Country::read(text).map(|code| code.as_str().to_owned());
        let near = near.or_else(|| suggest(text).map(str::to_owned));
        let fault = PolicyError::new(PolicyCode::UnknownWord, at, message);
        fault.mean(near)
    })
}
