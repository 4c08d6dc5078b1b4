//! The facts of a case, from which its webhook is written.

use crate::date::Date;
use crate::facts::{Content, Fact, Kind, Unwritable, Wanted, write};
use crate::json::Value;
use crate::pointer::Pointer;
use crate::vocab::Vocabulary;

use super::super::compile;
use super::super::error::PolicyError;
use super::super::node::Node;
use super::super::words::{country, place, unlisted_word};
use super::error::{TestFileCode, TestFileError};
use super::file::today_required;

type Result<T> = std::result::Result<T, TestFileError>;
type Found = std::result::Result<Content<'static>, PolicyError>;

/// The body of a webhook that holds these facts and no others. It is the last word unless the
/// facts say something else about `final`.
pub(super) fn body(node: &Node<'_>, today: Option<Date>) -> Result<String> {
    let mut wanted = Wanted::new();
    for (name, value) in node.members("facts")? {
        let fact = compile::fact(name, &value)?;
        if fact == Fact::Event {
            let message = "write `event` beside `facts`: it is not in the body";
            return Err(TestFileError::new(
                TestFileCode::ImpossibleFacts.as_str(),
                &value.at,
                message,
            ));
        }
        if fact.needs_today() && today.is_none() {
            return Err(today_required("a case says `age` or `daysToExpiry`"));
        }
        wanted.insert(fact, content(fact, &value)?);
    }
    wanted.entry(Fact::Final).or_insert(Content::Flag(true));
    write(&wanted, today)
        .map(|written| written.body)
        .map_err(|unwritable| impossible(node, unwritable))
}

fn impossible(node: &Node<'_>, Unwritable(fact): Unwritable) -> TestFileError {
    let message = format!("no webhook holds `{}` like this beside the other facts", fact.as_str());
    TestFileError::new(TestFileCode::ImpossibleFacts.as_str(), &node.at.key(fact.as_str()), message)
}

/// What a fact is to hold: words as in policies, `null` for a fact that hides its answer.
fn content(fact: Fact, node: &Node<'_>) -> Found {
    Ok(match (fact.kind(), node.value) {
        (_, Value::Null) => Content::Missing,
        (Kind::Word(vocabulary), _) => word(vocabulary, node)?,
        (Kind::Country, _) => open(node, |code| country(code).map(Content::Country))?,
        (Kind::Words(vocabulary), _) => words(vocabulary, node)?,
        (Kind::Texts, _) => texts(node)?,
        (Kind::Number, Value::Number(number)) => Content::Number(number.as_f64()),
        (Kind::Number, _) => return Err(node.wrong_type("a number or null")),
        (Kind::Flag, _) => Content::Flag(node.flag()?),
        (Kind::Text, _) => Content::Text(node.text("a text or null")?.to_owned().into()),
    })
}

fn word(vocabulary: &Vocabulary, node: &Node<'_>) -> Found {
    open(node, |word| place(vocabulary, word).map(Content::Word))
}

/// A word that is there, or `{"unlisted": ...}` for one that the vocabulary does not have.
fn open(node: &Node<'_>, read: impl Fn(&(Pointer, &str)) -> Found) -> Found {
    let Value::Object(_) = node.value else {
        return read(&(node.at.clone(), node.text("a word, `unlisted` or null")?));
    };
    let text = unlisted_word(node)?;
    // A word that a later release knows keeps its meaning.
    let known = read(&(node.at.clone(), text));
    Ok(known.unwrap_or_else(|_| Content::Unknown(Some(text.to_owned().into()))))
}

fn words(vocabulary: &Vocabulary, node: &Node<'_>) -> Found {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for item in node.items("a list of words or null")? {
        match word(vocabulary, &item)? {
            Content::Word(place) => known.push(place),
            Content::Unknown(word) => unknown.push(word),
            _ => {}
        }
    }
    Ok(Content::Words { known, unknown })
}

fn texts(node: &Node<'_>) -> Found {
    let items = node.items("a list of texts or null")?;
    let texts = items.iter().map(|item| item.text("a text").map(|text| text.to_owned().into()));
    let known = texts.collect::<std::result::Result<_, _>>()?;
    Ok(Content::Texts { known, not_text: 0 })
}
