//! The condition of a rule, for what the rows do not say: which facts leave it open, and whether
//! a condition that is too wide for rows is true.

use crate::facts::Fact;

use super::super::condition::{Condition, Test};
use super::super::truth::Truth;
use super::domain::Domain;
use super::domains::{Domains, FactNames};
use super::literal::{Check, Known, Literal, SetCheck};

/// A condition over literals.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Leaf(Literal),
}

impl Tree {
    pub(super) fn of(condition: &Condition, domains: &Domains) -> Self {
        let all = |parts: &[Condition]| parts.iter().map(|part| Self::of(part, domains)).collect();
        match condition {
            Condition::All(parts) => Self::All(all(parts)),
            Condition::Any(parts) => Self::Any(all(parts)),
            Condition::Not(part) => Self::Not(Box::new(Self::of(part, domains))),
            Condition::Fact(fact, test) => match domains.get(*fact) {
                Some((number, domain)) => Self::Leaf(by_class(number, domain, test)),
                None => Self::of_test(*fact, test),
            },
        }
    }

    /// A test on a fact without classes: a set, or values that are asked by themselves.
    fn of_test(fact: Fact, test: &Test) -> Self {
        let all = |parts: &[Test]| parts.iter().map(|part| Self::of_test(fact, part)).collect();
        let leaf = |check| Self::Leaf(Literal { fact, check });
        match test {
            Test::All(parts) => Self::All(all(parts)),
            Test::Any(parts) => Self::Any(all(parts)),
            Test::Not(part) => Self::Not(Box::new(Self::of_test(fact, part))),
            Test::Set(test) => Self::All(
                SetCheck::atoms(test).into_iter().map(|atom| leaf(Check::Set(atom))).collect(),
            ),
            test => leaf(Check::Value { test: test.clone(), negated: false }),
        }
    }

    pub(super) fn judge(&self, known: Known<'_>) -> Truth {
        match self {
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.judge(known))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.judge(known))),
            Self::Not(part) => !part.judge(known),
            Self::Leaf(literal) => literal.judge(known),
        }
    }

    /// The facts for want of which it is undecided.
    pub(super) fn open_facts(&self, known: Known<'_>, found: &mut FactNames) {
        if self.judge(known) != Truth::Undecided {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.open_facts(known, found));
            }
            Self::Not(part) => part.open_facts(known, found),
            Self::Leaf(literal) => found.insert(literal.fact),
        }
    }
}

/// A test by its answer for one value of each class.
fn by_class(number: usize, domain: &Domain, test: &Test) -> Literal {
    let truths = domain.values.iter().map(|value| test.judge(value)).collect();
    Literal { fact: domain.fact, check: Check::Class { domain: number, truths } }
}
