//! Conditions as alternatives of clauses: each clause is literals that all have to hold.
//!
//! Kleene's logic is distributive and obeys De Morgan, so a condition and its clauses always have
//! the same value; nothing is simplified that would need a third value to be impossible.

use super::super::truth::Truth;
use super::literal::{Check, Literal};
use super::tree::Tree;

/// The most clauses of one condition.
const MOST_CLAUSES: usize = 16;

/// Literals that all have to hold; of each fact with classes there is at most one.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    pub(super) literals: Vec<Literal>,
    /// The condition itself, where clauses would be too many.
    pub(super) rest: Option<Tree>,
}

/// The clauses of a condition.
pub(super) fn clauses(condition: &Tree) -> Vec<Clause> {
    alternatives(condition, false).unwrap_or_else(|| vec![too_wide(condition)])
}

/// One clause with what every alternative of a wide condition has in common.
fn too_wide(condition: &Tree) -> Clause {
    let parts = match condition {
        Tree::All(parts) => parts.as_slice(),
        other => std::slice::from_ref(other),
    };
    let mut common = Clause { rest: Some(condition.clone()), ..Clause::default() };
    for part in parts {
        if let Some([single]) = alternatives(part, false).as_deref() {
            common = common.and(single);
        }
    }
    common
}

/// The clauses of which one has to hold; `None` when they are too many.
fn alternatives(condition: &Tree, negated: bool) -> Option<Vec<Clause>> {
    match (condition, negated) {
        (Tree::Not(part), _) => alternatives(part, !negated),
        (Tree::All(parts), false) | (Tree::Any(parts), true) => {
            let first = vec![Clause::default()];
            parts.iter().try_fold(first, |left, part| both(&left, &alternatives(part, negated)?))
        }
        (Tree::All(parts), true) | (Tree::Any(parts), false) => {
            // Given up at once, so that a wide condition is not copied in vain.
            parts.iter().try_fold(Vec::new(), |mut all, part| {
                all.extend(alternatives(part, negated)?);
                (all.len() <= MOST_CLAUSES).then_some(all)
            })
        }
        (Tree::Leaf(literal), _) => {
            let literal = if negated { literal.clone().negated() } else { literal.clone() };
            Some(vec![Clause { literals: vec![literal], rest: None }])
        }
    }
}

fn both(left: &[Clause], right: &[Clause]) -> Option<Vec<Clause>> {
    let pairs = left.iter().flat_map(|one| right.iter().map(move |other| one.clone().and(other)));
    (left.len() * right.len() <= MOST_CLAUSES).then(|| pairs.collect())
}

impl Clause {
    fn and(mut self, other: &Self) -> Self {
        for literal in &other.literals {
            match self.literals.iter_mut().find_map(|own| own.same_domain(literal)) {
                Some((own, other)) => {
                    for (truth, other) in own.iter_mut().zip(other) {
                        *truth = Truth::all([*truth, *other].into_iter());
                    }
                }
                None => self.literals.push(literal.clone()),
            }
        }
        self
    }
}

impl Literal {
    fn negated(self) -> Self {
        let check = match self.check {
            Check::Class { domain, truths } => {
                Check::Class { domain, truths: truths.into_iter().map(|truth| !truth).collect() }
            }
            Check::Set(check) => Check::Set(check.negated()),
            Check::Value { test, negated } => Check::Value { test, negated: !negated },
        };
        Self { check, ..self }
    }

    /// The answers of two literals for the classes of one domain.
    fn same_domain<'l>(&'l mut self, other: &'l Self) -> Option<(&'l mut [Truth], &'l [Truth])> {
        match (&mut self.check, &other.check) {
            (
                Check::Class { domain: own_domain, truths: own },
                Check::Class { domain: other_domain, truths: other },
            ) if own_domain == other_domain => Some((own, other)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::condition::Test;
    use super::*;
    use crate::facts::Fact;

    fn any(parts: usize) -> Tree {
        let check = Check::Value { test: Test::Null, negated: false };
        Tree::Any(vec![Tree::Leaf(Literal { fact: Fact::ClientId, check }); parts])
    }

    /// How many clauses a condition becomes; `None` where it is asked by itself.
    fn count(condition: &Tree) -> Option<usize> {
        let clauses = clauses(condition);
        clauses.iter().all(|clause| clause.rest.is_none()).then_some(clauses.len())
    }

    #[test]
    fn a_condition_becomes_clauses_up_to_the_limit() {
        assert_eq!(count(&any(MOST_CLAUSES)), Some(MOST_CLAUSES));
        assert_eq!(count(&any(MOST_CLAUSES + 1)), None);
        assert_eq!(count(&Tree::All(vec![any(2), any(8)])), Some(MOST_CLAUSES));
        assert_eq!(count(&Tree::All(vec![any(4), any(5)])), None);
        assert_eq!(count(&Tree::Not(Box::new(any(MOST_CLAUSES + 1)))), Some(1));
    }

    #[test]
    fn a_wide_condition_keeps_what_its_alternatives_have_in_common() {
        let wide = Tree::All(vec![any(1), any(MOST_CLAUSES + 1), any(2)]);
        let found = clauses(&wide);
        assert_eq!(found.len(), 1);
        assert_eq!(found.iter().map(|clause| clause.literals.len()).sum::<usize>(), 1);
    }
}
