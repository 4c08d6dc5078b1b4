//! From a document to rules that can be judged, and what accepting rules may not say.

use crate::facts::Fact;
use crate::json::Value;
use crate::vocab::Overall;

use super::condition::{Condition, SetTest, Test};
use super::document::{Document, Lists, RuleText};
use super::error::{PolicyCode, PolicyError};
use super::node::Node;
use super::operators::TestReader;
use super::outcome::Outcome;

type Result<T> = std::result::Result<T, PolicyError>;

/// A rule that can be judged.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) then: Outcome,
    pub(super) skip_undecided: bool,
    pub(super) when: Condition,
}

pub(super) fn rules(document: &Document) -> Result<Vec<Rule>> {
    document.rules.iter().map(|rule| compile(rule, &document.lists)).collect()
}

fn compile(rule: &RuleText, lists: &Lists) -> Result<Rule> {
    let node = Node::new(&rule.when, rule.at.key("when"));
    let when = condition(&node, lists)?;
    if rule.then == Outcome::Accept {
        guard(&node, &when)?;
    }
    Ok(Rule { id: rule.id.clone(), then: rule.then, skip_undecided: rule.skip_undecided, when })
}

/// Several keys in one object mean all of them.
fn condition(node: &Node<'_>, lists: &Lists) -> Result<Condition> {
    let members = node.members("a condition")?;
    if members.is_empty() {
        return Err(node.fault(PolicyCode::Empty, "an empty condition would be true for everybody"));
    }
    members
        .iter()
        .map(|(key, node)| part(key, node, lists))
        .collect::<Result<_>>()
        .map(Condition::All)
}

fn part(key: &str, node: &Node<'_>, lists: &Lists) -> Result<Condition> {
    match key {
        "any" => conditions(node, lists).map(Condition::Any),
        "all" => conditions(node, lists).map(Condition::All),
        "not" => condition(node, lists).map(|part| Condition::Not(Box::new(part))),
        name => {
            let fact = fact(name, node)?;
            TestReader { fact, lists }.read(node).map(|test| Condition::Fact(fact, test))
        }
    }
}

fn conditions(node: &Node<'_>, lists: &Lists) -> Result<Vec<Condition>> {
    node.some_items("a list of conditions")?.iter().map(|item| condition(item, lists)).collect()
}

fn fact(name: &str, node: &Node<'_>) -> Result<Fact> {
    Fact::from_name(name).ok_or_else(|| {
        let names = Fact::ALL.iter().map(|fact| fact.as_str()).chain(["any", "all", "not"]);
        node.fault(PolicyCode::UnknownFact, "there is no such fact").suggest(name, names)
    })
}

/// What no accepting rule may do, so that no policy can accept a DENIED person, or anybody on
/// the strength of something unknown or unsigned.
fn guard(node: &Node<'_>, when: &Condition) -> Result<()> {
    let overall = node.value.as_object().and_then(|members| members.get("overall"));
    if !overall.is_some_and(pins) {
        let at = node.at.key("overall");
        return Err(PolicyError::new(
            PolicyCode::AcceptUnpinned,
            &at,
            PolicyCode::AcceptUnpinned.meaning(),
        ));
    }
    let mut refused = None;
    when.visit(false, &mut |fact, test, negated| {
        refused = refused.or_else(|| forbidden(fact, test, negated));
    });
    match refused {
        Some(code) => Err(node.fault(code, code.meaning())),
        None => Ok(()),
    }
}

/// Whether a reader sees at once that only good verdicts are meant: the words themselves, no
/// class, no list by name.
fn pins(overall: &Value<'_>) -> bool {
    let is_good = |value: &Value<'_>| {
        let word = value.as_str().and_then(Overall::from_word);
        matches!(word, Some(Overall::Approved | Overall::Suspected))
    };
    match overall {
        Value::Array(words) => !words.is_empty() && words.iter().all(is_good),
        word => is_good(word),
    }
}

fn forbidden(fact: Fact, test: &Test, negated: bool) -> Option<PolicyCode> {
    match test {
        _ if fact == Fact::Event => Some(PolicyCode::AcceptEvent),
        Test::UnknownClass => Some(PolicyCode::AcceptUnknown),
        Test::Set(SetTest::Any(listed)) if listed.any_unknown => Some(PolicyCode::AcceptUnknown),
        // Under a negation `empty: true` says the same as `empty: false`.
        Test::Set(SetTest::Empty(wanted)) if !wanted || negated => Some(PolicyCode::AcceptNotEmpty),
        _ => None,
    }
}
