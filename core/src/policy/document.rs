//! A policy document: read from JSON, merged with the one that it extends, not yet compiled.

use std::collections::BTreeMap;

use crate::json::{self, Limits, Number, Value};
use crate::pointer::Pointer;

use super::error::{PolicyCode, PolicyError};
use super::lifecycle::Plan;
use super::node::Node;
use super::outcome::{Lifecycle, Outcome};

type Result<T> = std::result::Result<T, PolicyError>;

/// What a document may cost. It is written by the caller, so it may be larger than a webhook.
pub(super) const LIMITS: Limits = Limits { bytes: 16 << 20, depth: 64, list: 100_000 };

/// The most rules, inherited ones included.
const MOST_RULES: usize = 10_000;

pub(super) const DOCUMENT_KEYS: &[&str] =
    &["format", "name", "revision", "about", "extends", "lists", "lifecycle", "rules", "otherwise"];
pub(super) const RULE_KEYS: &[&str] = &["id", "when", "then", "why", "ifUndecided"];

/// The id that decisions use when no rule was true.
pub(super) const OTHERWISE: &str = "otherwise";

/// The named lists of a document.
pub(super) type Lists = BTreeMap<String, Vec<ListWord>>;

/// A word of a list and where the document has it.
#[derive(Debug, Clone)]
pub(super) struct ListWord {
    pub(super) text: String,
    pub(super) at: Pointer,
}

/// A document with everything that it inherits.
#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) name: String,
    pub(super) revision: Option<String>,
    pub(super) about: Option<String>,
    pub(super) lists: Lists,
    pub(super) plan: Plan,
    pub(super) rules: Vec<RuleText>,
    pub(super) otherwise: Outcome,
}

/// One rule as written; `when` is compiled later, when all lists are known.
#[derive(Debug, Clone)]
pub(super) struct RuleText {
    pub(super) id: String,
    pub(super) then: Outcome,
    pub(super) skip_undecided: bool,
    pub(super) when: Value<'static>,
    pub(super) why: Option<String>,
    pub(super) at: Pointer,
}

/// The documents that `extends` may name.
pub(super) trait Bases {
    /// The document of this name, or `None`.
    fn find(&self, name: &str) -> Option<Document>;
    /// Every name, for suggestions.
    fn names(&self) -> Vec<String>;
}

pub(super) fn read(text: &[u8], bases: &dyn Bases) -> Result<Document> {
    let value = parse(text, "the policy")?;
    let root = Node::new(&value, Pointer::root());
    let members = Members::of(&root, DOCUMENT_KEYS, "a policy document")?;

    require_format(&members)?;
    let base = members.get("extends").map(|node| base(node, bases)).transpose()?;
    let (mut lists, mut plan, mut rules, inherited) = match base {
        Some(base) => (base.lists, base.plan, base.rules, Some(base.otherwise)),
        None => (Lists::new(), Plan::default(), Vec::new(), None),
    };
    if let Some(node) = members.get("lists") {
        add_lists(node, &mut lists)?;
    }
    if let Some(node) = members.get("lifecycle") {
        change_plan(node, &mut plan, inherited.is_some())?;
    }
    add_rules(&members, inherited.is_some(), &mut rules)?;
    Ok(Document {
        name: members.require("name")?.text("a name")?.to_owned(),
        revision: members.text("revision")?,
        about: members.text("about")?,
        lists,
        plan,
        rules,
        otherwise: otherwise(&members, inherited)?,
    })
}

/// The JSON of a document that the caller wrote; `subject` names it in messages.
pub(super) fn parse<'t>(text: &'t [u8], subject: &str) -> Result<Value<'t>> {
    json::read(text, &LIMITS).map_err(|fault| {
        PolicyError::new(PolicyCode::NotJson, &Pointer::root(), fault.describe(subject))
    })
}

pub(super) fn require_format(members: &Members<'_, '_>) -> Result<()> {
    let format = members.require("format")?;
    format.whole_number()?;
    if format.value != &Value::Number(Number::Unsigned(1)) {
        return Err(format.fault(PolicyCode::FormatUnsupported, "this library reads format 1"));
    }
    Ok(())
}

/// The members of an object whose keys are known.
pub(super) struct Members<'n, 'v> {
    owner: &'n Node<'v>,
    found: BTreeMap<&'v str, Node<'v>>,
}

impl<'n, 'v> Members<'n, 'v> {
    pub(super) fn of(owner: &'n Node<'v>, known: &[&str], what: &str) -> Result<Self> {
        let members = owner.members(what)?;
        if let Some((key, node)) = members.iter().find(|(key, _)| !known.contains(key)) {
            let fault = node.fault(PolicyCode::UnknownKey, format!("{what} has no such key"));
            return Err(fault.suggest(key, known.iter().copied()));
        }
        Ok(Self { owner, found: members.into_iter().collect() })
    }

    pub(super) fn get(&self, key: &str) -> Option<&Node<'v>> {
        self.found.get(key)
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<String>> {
        self.get(key).map(|node| node.text("a text").map(str::to_owned)).transpose()
    }

    pub(super) fn require(&self, key: &str) -> Result<&Node<'v>> {
        self.get(key).ok_or_else(|| {
            let place = self.owner.at.key(key);
            PolicyError::new(PolicyCode::MissingKey, &place, format!("`{key}` is required"))
        })
    }
}

fn base(node: &Node<'_>, bases: &dyn Bases) -> Result<Document> {
    let name = node.text("the name of a policy")?;
    bases.find(name).ok_or_else(|| {
        let message = "`extends` names neither a built-in policy nor the base that was passed";
        let names = bases.names();
        node.fault(PolicyCode::UnknownBase, message).suggest(name, names.iter().map(String::as_str))
    })
}

fn add_lists(node: &Node<'_>, lists: &mut Lists) -> Result<()> {
    for (name, list) in node.members("named lists of words")? {
        let words = lists.entry(name.to_owned()).or_default();
        for item in list.items("a list of words")? {
            let word = item.text("a word")?;
            if word.starts_with('$') {
                return Err(
                    item.fault(PolicyCode::UnknownWord, "a list holds words, not other lists")
                );
            }
            if !words.iter().any(|known| known.text == word) {
                words.push(ListWord { text: word.to_owned(), at: item.at });
            }
        }
    }
    Ok(())
}

fn change_plan(node: &Node<'_>, plan: &mut Plan, inherited: bool) -> Result<()> {
    for (name, node) in node.members("lifecycle states with their outcomes")? {
        let state = Lifecycle::OF_DOCUMENTS.iter().copied().find(|state| state.as_str() == name);
        let Some(state) = state else {
            let states = Lifecycle::OF_DOCUMENTS.iter().map(|state| state.as_str());
            return Err(node
                .fault(PolicyCode::UnknownState, "there is no such state")
                .suggest(name, states));
        };
        let wanted = match node.text("an outcome or `evaluate`")? {
            "evaluate" => None,
            _ => Some(cautious_outcome(&node)?),
        };
        // `None` hands the state to the rules, which may accept: milder than every outcome.
        if inherited && wanted < plan.outcome(state) {
            return Err(milder(&node));
        }
        plan.set(state, wanted);
    }
    Ok(())
}

fn otherwise(members: &Members<'_, '_>, inherited: Option<Outcome>) -> Result<Outcome> {
    let node = match (members.get("otherwise"), inherited) {
        (None, Some(outcome)) => return Ok(outcome),
        _ => members.require("otherwise")?,
    };
    let wanted = cautious_outcome(node)?;
    if inherited.is_some_and(|outcome| wanted < outcome) {
        return Err(milder(node));
    }
    Ok(wanted)
}

fn milder(node: &Node<'_>) -> PolicyError {
    node.fault(PolicyCode::Milder, "a policy may not be milder here than the one it extends")
}

pub(super) fn outcome(node: &Node<'_>) -> Result<Outcome> {
    let text = node.text("an outcome")?;
    let known = Outcome::OF_RULES.iter();
    known.clone().copied().find(|outcome| outcome.as_str() == text).ok_or_else(|| {
        let names = known.map(|outcome| outcome.as_str());
        node.fault(PolicyCode::UnknownOutcome, "there is no such outcome").suggest(text, names)
    })
}

fn cautious_outcome(node: &Node<'_>) -> Result<Outcome> {
    match outcome(node)? {
        Outcome::Accept => {
            Err(node
                .fault(PolicyCode::AcceptNotAllowed, "only a rule may accept, and it must say why"))
        }
        other => Ok(other),
    }
}

fn add_rules(members: &Members<'_, '_>, inherited: bool, rules: &mut Vec<RuleText>) -> Result<()> {
    let node = match members.get("rules") {
        None if inherited => return Ok(()),
        _ => members.require("rules")?,
    };
    for item in node.items("a list of rules")? {
        if rules.len() >= MOST_RULES {
            return Err(node.fault(PolicyCode::TooManyRules, "a policy may have 10,000 rules"));
        }
        rules.push(rule(&item)?);
    }
    refuse_repeated_ids(node, rules)
}

fn refuse_repeated_ids(node: &Node<'_>, rules: &[RuleText]) -> Result<()> {
    let mut places: BTreeMap<&str, &Pointer> = BTreeMap::new();
    for rule in rules {
        if places.insert(&rule.id, &rule.at).is_some() {
            let place = if rule.at == Pointer::root() { &node.at } else { &rule.at.key("id") };
            let message = "another rule has the same id";
            return Err(PolicyError::new(PolicyCode::DuplicateRule, place, message));
        }
    }
    Ok(())
}

fn rule(node: &Node<'_>) -> Result<RuleText> {
    let members = Members::of(node, RULE_KEYS, "a rule")?;
    let id = members.require("id")?;
    let then = outcome(members.require("then")?)?;
    if id.text("an id")? == OTHERWISE {
        return Err(id.fault(PolicyCode::ReservedId, "`otherwise` is not a rule id"));
    }
    let why = members.text("why")?;
    if why.is_none() && then == Outcome::Accept {
        let message = "an accepting rule must say why: it is the audit sentence";
        return Err(PolicyError::new(PolicyCode::WhyRequired, &node.at.key("why"), message));
    }
    Ok(RuleText {
        id: id.text("an id")?.to_owned(),
        then,
        skip_undecided: members
            .get("ifUndecided")
            .map(|node| skip(node, then))
            .transpose()?
            .is_some(),
        when: members.require("when")?.value.clone().into_owned(),
        why,
        at: node.at.clone(),
    })
}

fn skip(node: &Node<'_>, then: Outcome) -> Result<()> {
    if then == Outcome::Accept {
        return Err(
            node.fault(PolicyCode::AcceptSkip, "an accepting rule may not say `ifUndecided`")
        );
    }
    match node.text("`skip`")? {
        "skip" => Ok(()),
        other => Err(node
            .fault(PolicyCode::UnknownOperator, "`ifUndecided` can only be `skip`")
            .suggest(other, ["skip"].into_iter())),
    }
}
