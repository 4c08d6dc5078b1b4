//! From the text of a test on one fact to the test itself, by the kind of the fact.

use crate::facts::{Absence, Fact, Kind};
use crate::json::Value;

use super::beginnings::Beginnings;
use super::condition::{SetTest, Test};
use super::document::Lists;
use super::error::{PolicyCode, PolicyError};
use super::node::Node;
use super::pattern;

type Result<T> = std::result::Result<T, PolicyError>;

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
                items.iter().map(|item| self.item(item)).collect::<Result<_>>().map(Test::any)
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
        let kind = self.fact.kind().as_str();
        let known = || OPERATORS.iter().filter(|operator| operator.of.contains(&kind));
        if let Some(operator) = known().find(|operator| operator.name == name) {
            return (operator.read)(self, operand);
        }
        let names: Vec<String> = known().map(|operator| format!("`{}`", operator.name)).collect();
        let message =
            format!("`{}` has no such operator; it has {}", self.fact.as_str(), names.join(", "));
        let candidates = known().map(|operator| operator.name);
        Err(operand.fault(PolicyCode::UnknownOperator, message).suggest(name, candidates))
    }

    fn not(&self, operand: &Node<'_>) -> Result<Test> {
        self.read(operand).map(|test| Test::Not(Box::new(test)))
    }

    fn any(&self, operand: &Node<'_>) -> Result<Test> {
        self.listed(operand).map(SetTest::Any).map(Test::Set)
    }

    fn all(&self, operand: &Node<'_>) -> Result<Test> {
        self.listed(operand).map(SetTest::All).map(Test::Set)
    }

    fn none(&self, operand: &Node<'_>) -> Result<Test> {
        self.any(operand).map(|test| Test::Not(Box::new(test)))
    }

    fn only(&self, operand: &Node<'_>) -> Result<Test> {
        self.listed(operand).map(SetTest::Only).map(Test::Set)
    }
}

/// One operator: the kinds of fact that have it, its name, and how its operand is read.
struct Operator {
    of: &'static [&'static str],
    name: &'static str,
    read: fn(&TestReader<'_>, &Node<'_>) -> Result<Test>,
}

const SCALARS: &[&str] = &["word", "country"];
const SETS: &[&str] = &["words", "texts"];
const WORDS: &[&str] = &["words"];
const NUMBER: &[&str] = &["number"];
const TEXT: &[&str] = &["text"];

const OPERATORS: &[Operator] = &[
    Operator { of: SCALARS, name: "not", read: |reader, node| reader.not(node) },
    Operator { of: SCALARS, name: "class", read: |reader, node| reader.class(node) },
    Operator { of: SCALARS, name: "unlisted", read: |reader, node| reader.unlisted(node) },
    Operator { of: SETS, name: "any", read: |reader, node| reader.any(node) },
    Operator { of: SETS, name: "all", read: |reader, node| reader.all(node) },
    Operator { of: SETS, name: "none", read: |reader, node| reader.none(node) },
    Operator { of: WORDS, name: "only", read: |reader, node| reader.only(node) },
    Operator { of: WORDS, name: "anyClass", read: |reader, node| reader.any_class(node) },
    Operator {
        of: SETS,
        name: "empty",
        read: |_, node| node.flag().map(SetTest::Empty).map(Test::Set),
    },
    Operator { of: NUMBER, name: "below", read: |_, node| node.whole_number().map(Test::Below) },
    Operator {
        of: NUMBER,
        name: "atLeast",
        read: |_, node| node.whole_number().map(Test::AtLeast),
    },
    Operator { of: NUMBER, name: "between", read: |_, node| between(node) },
    Operator {
        of: TEXT,
        name: "startsWith",
        read: |_, node| {
            let text = node.text("a text")?;
            Ok(Test::StartsWith(Beginnings::of(vec![text.to_owned()])))
        },
    },
    Operator {
        of: TEXT,
        name: "matches",
        read: |_, node| pattern::compile(node).map(Test::Matches),
    },
];

fn between(node: &Node<'_>) -> Result<Test> {
    let (low, high) = match node.items("two whole numbers")?.as_slice() {
        [low, high] => (low.whole_number()?, high.whole_number()?),
        _ => return Err(node.fault(PolicyCode::WrongType, "expected two whole numbers")),
    };
    if low > high {
        return Err(node.fault(PolicyCode::BadRange, "the lower end is above the upper one"));
    }
    Ok(Test::All(vec![Test::AtLeast(low), Test::AtMost(high)]))
}

pub(super) fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Word(_) | Kind::Country => "a word, a list or operators",
        Kind::Words(_) | Kind::Texts => "operators",
        Kind::Number => "`below`, `atLeast` or `between`",
        Kind::Flag => "true or false",
        Kind::Text => "a text, a list or operators",
    }
}
