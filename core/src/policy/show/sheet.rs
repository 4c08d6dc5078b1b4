//! What there is to show of a policy, before it is marked up.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Absence, Fact, Kind};
use crate::json::Value;
use crate::vocab::Vocabulary;

use super::super::Policy;
use super::super::document::RuleText;
use super::super::outcome::{Lifecycle, Outcome};
use super::super::words::UNKNOWN;
use super::super::written::{Clause, FactTest, Joint};

/// The most facts that get a column of their own.
const MOST_COLUMNS: usize = 5;

/// What rules are asked and say, strongest outcome first.
pub(super) struct Sheet<'p> {
    pub(super) policy: &'p Policy,
    /// The facts with a column of their own.
    pub(super) columns: Vec<Fact>,
    pub(super) rows: Vec<Row<'p>>,
    /// Every fact that some rule asks.
    pub(super) facts: BTreeSet<Fact>,
    /// The words of every class that some rule asks.
    pub(super) classes: BTreeMap<(&'static str, &'p str), Vec<&'static str>>,
}

/// One rule: a cell for each column, and conditions that fit in none.
pub(super) struct Row<'p> {
    pub(super) rule: &'p RuleText,
    pub(super) cells: Vec<Option<FactTest<'p>>>,
    pub(super) further: Vec<Clause<'p>>,
}

impl<'p> Sheet<'p> {
    pub(super) fn of(policy: &'p Policy) -> Self {
        let mut rules: Vec<&RuleText> = policy.document.rules.iter().collect();
        rules.sort_by_key(|rule| Reverse(rule.then));
        let parts: Vec<Vec<Clause<'p>>> =
            rules.iter().map(|rule| flattened(Clause::parts(&rule.when))).collect();
        let columns = columns(&parts);
        let (mut facts, mut classes) = (BTreeSet::new(), BTreeMap::new());
        for test in parts.iter().flatten().flat_map(Clause::tests) {
            facts.insert(test.fact);
            if let Kind::Word(vocabulary) | Kind::Words(vocabulary) = test.fact.kind() {
                add_classes(vocabulary, test.value, &mut classes);
            }
        }
        let rows =
            rules.into_iter().zip(parts).map(|(rule, parts)| row(rule, parts, &columns)).collect();
        Self { policy, columns, rows, facts, classes }
    }

    /// Whether some rule has a condition that fits in no column.
    pub(super) fn has_further(&self) -> bool {
        self.rows.iter().any(|row| !row.further.is_empty())
    }

    /// The states that do not reach the rules by themselves, with what is done instead.
    pub(super) fn states(&self) -> impl Iterator<Item = (Lifecycle, Option<Outcome>)> {
        self.policy.document.plan.iter()
    }
}

/// The parts that all have to hold, also where they stand in an `all` of their own.
fn flattened(parts: Vec<Clause<'_>>) -> Vec<Clause<'_>> {
    let flat = parts.into_iter().flat_map(|part| match part {
        Clause::Joined(Joint::And, inner) => flattened(inner),
        other => vec![other],
    });
    flat.collect()
}

/// The facts that get a column: all if they are few, else those that several rules ask.
fn columns(rules: &[Vec<Clause<'_>>]) -> Vec<Fact> {
    let mut asked: BTreeMap<Fact, usize> = BTreeMap::new();
    for parts in rules {
        let facts: BTreeSet<Fact> = parts.iter().filter_map(plain).map(|test| test.fact).collect();
        for fact in facts {
            *asked.entry(fact).or_default() += 1;
        }
    }
    let few = asked.len() <= MOST_COLUMNS;
    let mut often: Vec<(Fact, usize)> =
        asked.into_iter().filter(|(_, rules)| few || *rules > 1).collect();
    often.sort_by_key(|(_, rules)| Reverse(*rules));
    let mut columns: Vec<Fact> =
        often.into_iter().take(MOST_COLUMNS).map(|(fact, _)| fact).collect();
    columns.sort();
    columns
}

fn plain<'c, 'p>(part: &'c Clause<'p>) -> Option<&'c FactTest<'p>> {
    match part {
        Clause::Test(test) => Some(test),
        _ => None,
    }
}

fn row<'p>(rule: &'p RuleText, parts: Vec<Clause<'p>>, columns: &[Fact]) -> Row<'p> {
    let mut cells = vec![None; columns.len()];
    let mut further = Vec::new();
    for part in parts {
        let column = plain(&part).and_then(|test| columns.iter().position(|c| *c == test.fact));
        match (part, column.and_then(|column| cells.get_mut(column))) {
            (Clause::Test(test), Some(cell @ None)) => *cell = Some(test),
            (part, _) => further.push(part),
        }
    }
    Row { rule, cells, further }
}

/// Every class that a test names, with its words.
fn add_classes<'p>(
    vocabulary: &'static Vocabulary,
    test: &'p Value<'static>,
    found: &mut BTreeMap<(&'static str, &'p str), Vec<&'static str>>,
) {
    match test {
        Value::Array(items) => {
            items.iter().for_each(|item| add_classes(vocabulary, item, found));
        }
        Value::Object(operators) => {
            for (name, operand) in operators.iter() {
                match name {
                    "class" | "anyClass" => {
                        let classes = operand.as_array().unwrap_or(std::slice::from_ref(operand));
                        for class in classes.iter().filter_map(Value::as_str) {
                            if class != UNKNOWN {
                                found.insert((vocabulary.name, class), words(vocabulary, class));
                            }
                        }
                    }
                    _ => add_classes(vocabulary, operand, found),
                }
            }
        }
        _ => {}
    }
}

fn words(vocabulary: &Vocabulary, class: &str) -> Vec<&'static str> {
    let words = vocabulary.words.iter().filter(|word| word.class.as_str() == class);
    words.map(|word| word.text).collect()
}

/// What a rule sees when the fact is absent; words stand between backticks.
pub(super) fn absence(fact: Fact) -> Cow<'static, str> {
    match fact.absence() {
        Absence::Never => "is always there".into(),
        Absence::Missing => "undecided".into(),
        Absence::Word(word) => format!("`{word}`").into(),
        Absence::EmptySet => "no entries".into(),
        Absence::Zero => "0".into(),
    }
}

/// The outcomes of rules, strongest first.
pub(super) fn by_strength() -> String {
    let outcomes = Outcome::OF_RULES.iter().rev().map(|outcome| outcome.as_str());
    outcomes.collect::<Vec<_>>().join(", ")
}
