//! A policy as conditions: which rules are true, and which outcome follows.

use crate::policy::Policy;
use crate::policy::outcome::{Lifecycle, Outcome};

use super::conditions::Compiler;
use super::solve::{Node, Truths};

/// A condition and the truths that it is to have.
pub(super) type Wanted = (Node, Truths);

/// A policy as conditions of a problem.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) rules: Vec<CompiledRule>,
    /// Whether the lifecycle lets the rules decide.
    pub(super) reached: Node,
    /// The outcomes that the lifecycle gives, each with the condition under which it does.
    pub(super) planned: Vec<(Outcome, Node)>,
    pub(super) otherwise: Outcome,
}

#[derive(Debug)]
pub(super) struct CompiledRule {
    pub(super) when: Node,
    pub(super) then: Outcome,
    pub(super) skip: bool,
}

impl CompiledRule {
    /// Whether an accept falls to review while the rule is undecided.
    pub(super) fn holds_back(&self) -> bool {
        self.then > Outcome::Accept && !self.skip
    }

    /// What the rule may be where nothing is held back and nothing stronger decides.
    pub(super) fn silent(&self) -> Truths {
        if self.skip { Truths::NOT_TRUE } else { Truths::FALSE }
    }
}

impl Compiler<'_> {
    pub(super) fn policy(&mut self, policy: &Policy) -> Compiled {
        let rules = policy.rules.iter().map(|rule| CompiledRule {
            when: self.condition(&rule.when),
            then: rule.then,
            skip: rule.skip_undecided,
        });
        let rules = rules.collect();
        let plan = policy.document.plan;
        let planned = Outcome::OF_RULES.iter().filter_map(|outcome| {
            let gives = |state: Lifecycle| plan.outcome(state) == Some(*outcome);
            let any = Lifecycle::ALL.iter().any(|state| gives(*state));
            any.then(|| (*outcome, self.state(&gives)))
        });
        let planned = planned.collect();
        Compiled {
            rules,
            reached: self.state(&|state| plan.outcome(state).is_none()),
            planned,
            otherwise: policy.document.otherwise,
        }
    }

    /// A condition that is true exactly where the policy has this outcome.
    pub(super) fn outcome(&mut self, policy: &Compiled, outcome: Outcome) -> Node {
        let mut ways = vec![self.strongest(policy, outcome)];
        if outcome == Outcome::Accept {
            ways = vec![self.accepted(policy, Truths::FALSE)];
        }
        if outcome == Outcome::Review {
            ways.push(self.accepted(policy, Truths::TRUE));
        }
        if outcome == policy.otherwise {
            ways.push(self.nothing(policy));
        }
        let decided = self.problem.any(ways);
        let decided = self.problem.all([policy.reached, decided]);
        let planned = policy.planned.iter().find(|(planned, _)| *planned == outcome);
        self.problem.any([decided].into_iter().chain(planned.map(|(_, when)| *when)))
    }

    /// Some rule with this outcome is true, and none with a stronger one.
    pub(super) fn strongest(&mut self, policy: &Compiled, outcome: Outcome) -> Node {
        let some = self.some_rule(policy, Truths::TRUE, |rule| rule.then == outcome);
        let stronger = self.some_rule(policy, Truths::TRUE, |rule| rule.then > outcome);
        let none = self.not(stronger);
        self.problem.all([some, none])
    }

    /// Accepting rules are the strongest true ones, and whether something holds them back.
    fn accepted(&mut self, policy: &Compiled, held_back: Truths) -> Node {
        let strongest = self.strongest(policy, Outcome::Accept);
        let undecided = self.some_rule(policy, Truths::UNDECIDED, CompiledRule::holds_back);
        let undecided = self.problem.is(undecided, held_back);
        self.problem.all([strongest, undecided])
    }

    /// No rule is true.
    pub(super) fn nothing(&mut self, policy: &Compiled) -> Node {
        let any = self.some_rule(policy, Truths::TRUE, |_| true);
        self.not(any)
    }

    /// Whether some rule of those meant has one of these truths.
    pub(super) fn some_rule(
        &mut self,
        policy: &Compiled,
        truths: Truths,
        meant: impl Fn(&CompiledRule) -> bool,
    ) -> Node {
        let rules = policy.rules.iter().filter(|rule| meant(rule));
        let rules: Vec<Node> = rules.map(|rule| self.problem.is(rule.when, truths)).collect();
        self.problem.any(rules)
    }
}
