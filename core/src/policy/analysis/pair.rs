//! Two webhooks that differ in one fact alone, decided by one policy.

use crate::date::Date;
use crate::facts::{Content, Fact, Kind};
use crate::policy::Policy;
use crate::policy::condition::{Condition, Test};
use crate::policy::outcome::Outcome;

use super::conditions::Compiler;
use super::inquiry::{Assignment, Inquiry};
use super::model::Model;
use super::outcomes::{Compiled, Wanted};
use super::proof::Gap;
use super::solve::{Bits, Node, Truths, Var};
use super::space::Axis;
use super::witness::Example;

/// Two webhooks and what the policy says of each: the first one lets the person in, the second
/// one does not.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) model: Model,
    pub(super) first: Compiled,
    pub(super) second: Compiled,
    twins: Vec<(Var, Var)>,
    fact: Fact,
    turned: Vec<Wanted>,
}

impl Pair {
    pub(super) fn new(policy: &Policy, fact: Fact, today: Date, steps: &mut u64) -> Self {
        // Whether a word is known counts here, also where no rule tells it apart.
        let is_word = matches!(fact.kind(), Kind::Word(_) | Kind::Country);
        let unknown = is_word.then_some(Condition::Fact(fact, Test::UnknownClass));
        let conditions = policy.rules.iter().map(|rule| &rule.when).chain(&unknown);
        let mut model = Model::new(conditions, today, steps);
        let twins = model.twins(fact);
        let mut compiler = model.compiler();
        let first = compiler.policy(policy);
        let accepted = compiler.outcome(&first, Outcome::Accept);
        let mut compiler =
            Compiler { space: &model.space, problem: &mut model.problem, instead: &twins };
        let second = compiler.policy(policy);
        let also_accepted = compiler.outcome(&second, Outcome::Accept);
        let mut turned = vec![(accepted, Truths::TRUE), (also_accepted, Truths::FALSE)];
        let alike = twins.iter().filter_map(|twins| other_member(fact, *twins, &mut model));
        turned.extend(alike.map(|node| (node, Truths::TRUE)));
        Self { model, first, second, twins, fact, turned }
    }

    /// The first webhook is accepted, the second one is not, and a rule is this in one and that
    /// in the other.
    pub(super) fn wanted(&self, rule: Option<usize>, truths: [Truths; 2]) -> Vec<Wanted> {
        let [in_first, in_second] = truths;
        let mut wanted = self.turned.clone();
        let rules =
            rule.and_then(|rule| Some((self.first.rules.get(rule)?, self.second.rules.get(rule)?)));
        if let Some((first, second)) = rules {
            wanted.push((first.when, in_first));
            wanted.push((second.when, in_second));
        }
        wanted
    }

    /// What the fact may be in the first webhook and in the second one. It is hidden in neither.
    pub(super) fn contents(
        &self,
        first: impl Fn(&Content<'_>) -> bool,
        second: impl Fn(&Content<'_>) -> bool,
    ) -> Vec<(Var, Bits)> {
        let space = &self.model.space;
        let mut within = Vec::new();
        for (own, twin) in &self.twins {
            let open = space.axes[*own].all().without(&space.axes[*own].hiding());
            within.push((*own, space.values(*own, self.fact, &first).and(&open)));
            within.push((*twin, space.values(*own, self.fact, &second).and(&open)));
        }
        within
    }

    /// The groups of unknown words: some in the first webhook, none in the second one.
    pub(super) fn unknown_words(&self) -> Vec<Vec<(Var, Bits)>> {
        let groups =
            self.twins.iter().filter_map(|(own, twin)| match &self.model.space.axes[*own] {
                Axis::Group(group) if group.is_unknown() => Some((*own, *twin, group.size())),
                _ => None,
            });
        let groups: Vec<(Var, Var, usize)> = groups.collect();
        let absent = groups.iter().map(|(_, twin, size)| (*twin, Bits::of(*size, [0])));
        let absent: Vec<(Var, Bits)> = absent.collect();
        let present = groups.iter().map(|(own, _, size)| (*own, Bits::of(*size, 1..*size)));
        present.map(|there| [absent.clone(), vec![there]].concat()).collect()
    }

    /// Both webhooks, decided by the engine.
    pub(super) fn show(
        &self,
        inquiry: &mut Inquiry<'_>,
        found: &Assignment,
        policy: &Policy,
    ) -> Result<[Example; 2], Gap> {
        let mut other = found.clone();
        for (own, twin) in &self.twins {
            other.values[*own] = found.values[*twin];
        }
        let first = inquiry.show_decided(found, policy, &self.first)?;
        Ok([first, inquiry.show_decided(&other, policy, &self.first)?])
    }
}

/// That both webhooks have the same other member of a check, so that they differ in one alone; of
/// the effective check either member may be the other one.
fn other_member(fact: Fact, (own, twin): (Var, Var), model: &mut Model) -> Option<Node> {
    let Model { space, problem, .. } = model;
    let axis = &space.axes[own];
    let Axis::Checks(checks) = axis else { return None };
    let members = checks.members();
    let is_other = |other: Fact| other != fact && members.contains(&other);
    let mut ways = Vec::new();
    for reading in axis.readings().iter().filter(|reading| is_other(reading.fact)) {
        for sort in 0..reading.sorts.len() {
            let says = |value: &usize| reading.of.get(*value) == Some(&sort);
            let alike = Bits::of(axis.size(), (0..axis.size()).filter(says));
            let both = [own, twin].map(|var| problem.one_of(var, &alike));
            ways.push(problem.all(both));
        }
    }
    Some(problem.any(ways))
}
