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
    let reader = Reader { lists, accepting: rule.then == Outcome::Accept };
    let when = reader.condition(&node, false)?;
    if reader.accepting {
        demand_a_good_verdict(&node)?;
    }
    Ok(Rule { id: rule.id.clone(), then: rule.then, skip_undecided: rule.skip_undecided, when })
}

/// A condition by itself, which is not held to what accepting rules may say.
pub(super) fn condition(node: &Node<'_>, lists: &Lists) -> Result<Condition> {
    Reader { lists, accepting: false }.condition(node, false)
}

/// Reads the condition of one rule.
struct Reader<'l> {
    lists: &'l Lists,
    accepting: bool,
}

impl Reader<'_> {
    /// Several keys in one object mean all of them. `negated` says whether the condition stands
    /// under an odd number of negations.
    fn condition(&self, node: &Node<'_>, negated: bool) -> Result<Condition> {
        let members = node.members("a condition")?;
        if members.is_empty() {
            return Err(
                node.fault(PolicyCode::Empty, "an empty condition would be true for everybody")
            );
        }
        let parts = members.iter().map(|(key, node)| self.part(key, node, negated));
        parts.collect::<Result<_>>().map(Condition::All)
    }

    fn part(&self, key: &str, node: &Node<'_>, negated: bool) -> Result<Condition> {
        match key {
            "any" => self.conditions(node, negated).map(Condition::Any),
            "all" => self.conditions(node, negated).map(Condition::All),
            "not" => self.condition(node, !negated).map(|part| Condition::Not(Box::new(part))),
            name => {
                let fact = fact(name, node)?;
                let test = TestReader { fact, lists: self.lists }.read(node)?;
                let condition = Condition::Fact(fact, test);
                if self.accepting {
                    guard(node, &condition, negated)?;
                }
                Ok(condition)
            }
        }
    }

    fn conditions(&self, node: &Node<'_>, negated: bool) -> Result<Vec<Condition>> {
        let items = node.some_items("a list of conditions")?;
        items.iter().map(|item| self.condition(item, negated)).collect()
    }
}

pub(super) fn fact(name: &str, node: &Node<'_>) -> Result<Fact> {
    Fact::from_name(name).ok_or_else(|| {
        let names = Fact::ALL.iter().map(|fact| fact.as_str()).chain(["any", "all", "not"]);
        node.fault(PolicyCode::UnknownFact, "there is no such fact").suggest(name, names)
    })
}

/// An accepting rule pins the verdict, so that no policy can accept a DENIED person.
fn demand_a_good_verdict(node: &Node<'_>) -> Result<()> {
    let overall = node.value.as_object().and_then(|members| members.get("overall"));
    if overall.is_some_and(pins) {
        return Ok(());
    }
    let message = "an accepting rule must pin `overall`, at the top of `when`, to `APPROVED`, `SUSPECTED` or both";
    Err(PolicyError::new(PolicyCode::AcceptUnpinned, &node.at.key("overall"), message))
}

/// Nothing unknown or unsigned may help an accepting rule.
fn guard(node: &Node<'_>, condition: &Condition, negated: bool) -> Result<()> {
    let mut refused = None;
    condition.visit(negated, &mut |fact, test, negated| {
        refused = refused.or_else(|| forbidden(fact, test, negated));
    });
    match refused {
        Some((code, message)) => Err(node.fault(code, message)),
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

type Refusal = (PolicyCode, &'static str);

fn forbidden(fact: Fact, test: &Test, negated: bool) -> Option<Refusal> {
    const EVENT: Refusal =
        (PolicyCode::AcceptEvent, "an accepting rule may not ask `event`: it is not signed");
    const UNKNOWN: Refusal =
        (PolicyCode::AcceptUnknown, "an accepting rule may not ask for class `unknown`");
    const NOT_EMPTY: Refusal = (
        PolicyCode::AcceptNotEmpty,
        "an accepting rule may not ask that a set is not empty: unknown words would help",
    );
    match test {
        _ if fact == Fact::Event => Some(EVENT),
        Test::UnknownClass => Some(UNKNOWN),
        Test::Set(SetTest::Any(listed)) if listed.any_unknown => Some(UNKNOWN),
        // Under a negation `empty: true` says the same as `empty: false`.
        Test::Set(SetTest::Empty(wanted)) if !wanted || negated => Some(NOT_EMPTY),
        _ => None,
    }
}
