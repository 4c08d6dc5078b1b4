//! The domains of all facts that a policy asks, and sets of facts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::facts::{Fact, Reading};

use super::super::compile::Rule;
use super::super::condition::Test;
use super::domain::Domain;

/// The domains of a policy, each with a number.
#[derive(Debug, Default)]
pub(super) struct Domains {
    domains: Vec<Domain>,
}

impl Domains {
    pub(super) fn of(rules: &[Rule]) -> Self {
        let mut asked: BTreeMap<Fact, Vec<&Test>> = BTreeMap::new();
        for rule in rules {
            rule.when.visit(false, &mut |fact, test, _| asked.entry(fact).or_default().push(test));
        }
        let domain = |(fact, tests): (Fact, Vec<&Test>)| Domain::of(fact, &tests);
        Self { domains: asked.into_iter().filter_map(domain).collect() }
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Domain> {
        self.domains.iter()
    }

    /// The domain of a fact with its number; none where the fact has no classes.
    pub(super) fn get(&self, fact: Fact) -> Option<(usize, &Domain)> {
        self.domains.iter().enumerate().find(|(_, domain)| domain.fact == fact)
    }

    /// The class of every fact that has classes, in the order of the domains.
    pub(super) fn classes(&self, reading: &Reading<'_>, classes: &mut Vec<usize>) {
        classes.clear();
        classes.extend(self.iter().map(|domain| domain.class(reading.answer(domain.fact))));
    }
}

/// A set of facts that lists itself by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::policy) struct FactNames(u64);

/// All facts by name, and the place of each in that order.
static BY_NAME: LazyLock<(Vec<Fact>, Vec<u32>)> = LazyLock::new(|| {
    let mut by_name = Fact::ALL.to_vec();
    by_name.sort_unstable_by_key(|fact| fact.as_str());
    let place = |fact: &Fact| (0..).zip(&by_name).find(|(_, other)| *other == fact);
    let places = Fact::ALL.iter().map(|fact| place(fact).map_or(0, |(place, _)| place)).collect();
    (by_name, places)
});

impl FactNames {
    pub(super) fn insert(&mut self, fact: Fact) {
        let (_, places) = &*BY_NAME;
        let place = places.get(fact.index()).copied().unwrap_or_default();
        self.0 |= 1 << place;
    }

    /// The names in their order.
    pub(in crate::policy) fn iter(self) -> impl Iterator<Item = Cow<'static, str>> {
        let (by_name, _) = &*BY_NAME;
        let facts = by_name.iter().enumerate().filter(move |(place, _)| self.0 & (1 << place) != 0);
        facts.map(|(_, fact)| fact.as_str().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn what_has_classes_has_a_number() {
        let domains = Domains::of(&Policy::documented().rules);
        for (number, domain) in domains.iter().enumerate() {
            let found = domains.get(domain.fact).map(|(number, domain)| (number, domain.fact));
            assert_eq!(found, Some((number, domain.fact)));
        }
        assert!(domains.get(Fact::Overall).is_some() && domains.get(Fact::Tags).is_none());
    }

    #[test]
    fn a_set_lists_every_fact_once_and_by_name() {
        let mut all = FactNames::default();
        Fact::ALL.iter().for_each(|fact| all.insert(*fact));
        let names: Vec<_> = all.iter().collect();
        assert!(names.is_sorted() && names.len() == Fact::ALL.len());
        assert!(Fact::ALL.len() <= 64);
        let mut two = FactNames::default();
        two.insert(Fact::Tags);
        two.insert(Fact::Document);
        assert_eq!(two.iter().collect::<Vec<_>>(), ["document", "tags"]);
    }
}
