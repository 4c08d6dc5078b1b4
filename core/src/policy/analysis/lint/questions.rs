//! Questions about the rules of a policy, as what is wanted of a webhook.

use crate::facts::{Content, Fact};
use crate::policy::Policy;
use crate::policy::analysis::model::Model;
use crate::policy::analysis::outcomes::{Compiled, CompiledRule, Wanted};
use crate::policy::analysis::solve::{Node, Truths};
use crate::policy::outcome::Outcome;

/// The rules of a policy, with the conditions about them that questions need.
pub(super) struct Rules {
    pub(super) compiled: Compiled,
    /// Whether some rule with an outcome is true, by outcome.
    any_true: Vec<(Outcome, Node)>,
    pub(super) is_final: Node,
}

/// All rules but one.
struct Others<'r> {
    rules: &'r [CompiledRule],
    but: usize,
}

impl Others<'_> {
    /// What is wanted of each of them, if anything is.
    fn each(&self, truths: impl Fn(&CompiledRule) -> Option<Truths>) -> Vec<Wanted> {
        let others = self.rules.iter().enumerate().filter(|(place, _)| *place != self.but);
        others.filter_map(|(_, rule)| Some((rule.when, truths(rule)?))).collect()
    }

    /// None of them holds an accept back.
    fn nothing_held_back(&self) -> Vec<Wanted> {
        self.each(|rule| rule.holds_back().then_some(Truths::FALSE))
    }
}

impl Rules {
    pub(super) fn new(policy: &Policy, model: &mut Model) -> Self {
        let mut compiler = model.compiler();
        let compiled = compiler.policy(policy);
        let any_true = Outcome::OF_RULES.iter().map(|outcome| {
            let any = compiler.some_rule(&compiled, Truths::TRUE, |rule| rule.then == *outcome);
            (*outcome, any)
        });
        let any_true = any_true.collect();
        let is_final = compiler
            .plain(Fact::Final, |content| Truths::of((*content == Content::Flag(true)).into()));
        Self { compiled, any_true, is_final }
    }

    /// The rules are asked, and this one is what is wanted.
    pub(super) fn when(&self, rule: &CompiledRule, truths: Truths) -> Vec<Wanted> {
        vec![(self.compiled.reached, Truths::TRUE), (rule.when, truths)]
    }

    /// The rule is true, and no stronger one.
    pub(super) fn deciding(&self, rule: &CompiledRule) -> Vec<Wanted> {
        let mut wanted = self.when(rule, Truths::TRUE);
        let stronger = self.compiled.rules.iter().filter(|other| other.then > rule.then);
        wanted.extend(stronger.map(|other| (other.when, Truths::NOT_TRUE)));
        wanted
    }

    /// The rule lets somebody in: nothing stronger is true or holds back.
    pub(super) fn accepting(&self, rule: &CompiledRule) -> Vec<Wanted> {
        let mut wanted = self.when(rule, Truths::TRUE);
        let stronger = self.compiled.rules.iter().filter(|other| other.then > Outcome::Accept);
        wanted.extend(stronger.map(|other| (other.when, other.silent())));
        wanted
    }

    /// The ways in which the outcome would be another without a rule.
    pub(super) fn changing(&self, place: usize) -> Vec<Vec<Wanted>> {
        let Some(rule) = self.compiled.rules.get(place) else { return Vec::new() };
        let others = Others { rules: &self.compiled.rules, but: place };
        // True, and alone the strongest one.
        let mut alone = self.when(rule, Truths::TRUE);
        alone.extend(others.each(|other| (other.then >= rule.then).then_some(Truths::NOT_TRUE)));
        let ways = self.another_outcome(rule, &others).into_iter();
        let ways = ways.map(|more| [alone.clone(), more].concat());
        // Undecided, and all that holds an accept back.
        let held_back = rule.holds_back().then(|| {
            let mut wanted = self.when(rule, Truths::UNDECIDED);
            wanted.extend(self.any_true(Outcome::Accept));
            let stronger = |other: &CompiledRule| other.then > Outcome::Accept;
            wanted.extend(others.each(|other| stronger(other).then(|| other.silent())));
            wanted
        });
        ways.chain(held_back).collect()
    }

    /// What else has to hold so that weaker rules, or none, give another outcome than a rule
    /// which is alone the strongest true one.
    fn another_outcome(&self, rule: &CompiledRule, others: &Others<'_>) -> Vec<Vec<Wanted>> {
        let otherwise = self.compiled.otherwise;
        match rule.then {
            // An accept that falls to review is no other outcome than an `otherwise` of review.
            Outcome::Accept if otherwise == Outcome::Review => vec![others.nothing_held_back()],
            Outcome::Review => {
                let accept = [self.any_true(Outcome::Accept), others.nothing_held_back()].concat();
                let nothing = others.each(|_| Some(Truths::NOT_TRUE));
                let nothing = (otherwise != Outcome::Review).then_some(nothing);
                let ways = [self.any_true(Outcome::Retry), accept].into_iter();
                ways.chain(nothing).collect()
            }
            own if own == otherwise => {
                let weaker = Outcome::OF_RULES.iter().filter(|weaker| **weaker < own);
                weaker.map(|weaker| self.any_true(*weaker)).collect()
            }
            _ => vec![Vec::new()],
        }
    }

    fn any_true(&self, outcome: Outcome) -> Vec<Wanted> {
        let known = self.any_true.iter().filter(|(known, _)| *known == outcome);
        known.map(|(_, node)| (*node, Truths::TRUE)).collect()
    }
}
