//! What a compiled policy says of one webhook; the engine has to say the same.

use crate::policy::Policy;
use crate::policy::decision::Decision;
use crate::policy::document::OTHERWISE;
use crate::policy::outcome::Outcome;

use super::inquiry::{Assignment, Inquiry};
use super::outcomes::Compiled;
use super::proof::Gap;
use super::solve::{Problem, Table, Truths, Var};
use super::webhook::Webhook;
use super::witness::{Example, Read};

/// What a compiled policy says of one webhook.
#[derive(Debug)]
pub(super) struct Verdict<'c> {
    policy: &'c Compiled,
    /// Whether the lifecycle lets the rules decide.
    pub(super) reached: bool,
    /// The outcome that the lifecycle gives otherwise.
    planned: Option<Outcome>,
    /// What each rule is.
    pub(super) truths: Vec<Truths>,
    tally: Tally,
}

/// How many rules speak.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// True rules, by the number of their outcome.
    true_ones: [usize; 6],
    /// Undecided rules that hold an accept back.
    holding_back: usize,
}

impl Compiled {
    pub(super) fn verdict(&self, problem: &Problem, values: &Table<Var, usize>) -> Verdict<'_> {
        let is_true = |node| problem.judge(node, values) == Truths::TRUE;
        let truths: Vec<Truths> =
            self.rules.iter().map(|rule| problem.judge(rule.when, values)).collect();
        let mut tally = Tally::default();
        for (rule, truth) in self.rules.iter().zip(&truths) {
            tally.change(rule.then, *truth, rule.holds_back(), |count| count + 1);
        }
        let planned = self.planned.iter().find(|(_, when)| is_true(*when));
        Verdict {
            policy: self,
            reached: is_true(self.reached),
            planned: planned.map(|(outcome, _)| *outcome),
            truths,
            tally,
        }
    }
}

impl Tally {
    fn change(
        &mut self,
        then: Outcome,
        truth: Truths,
        holds_back: bool,
        by: impl Fn(usize) -> usize,
    ) {
        if truth == Truths::TRUE
            && let Some(count) = self.true_ones.get_mut(usize::from(then.number()))
        {
            *count = by(*count);
        }
        if truth == Truths::UNDECIDED && holds_back {
            self.holding_back = by(self.holding_back);
        }
    }

    fn strongest(&self) -> Option<Outcome> {
        let counts = Outcome::ALL.iter().zip(self.true_ones);
        counts.filter(|(_, count)| *count > 0).map(|(outcome, _)| *outcome).max()
    }

    fn outcome(&self, otherwise: Outcome) -> Outcome {
        match self.strongest() {
            Some(Outcome::Accept) if self.holding_back > 0 => Outcome::Review,
            Some(outcome) => outcome,
            None => otherwise,
        }
    }
}

impl Verdict<'_> {
    pub(super) fn outcome(&self) -> Outcome {
        match self.planned {
            Some(outcome) => outcome,
            None => self.tally.outcome(self.policy.otherwise),
        }
    }

    /// The places of the rules that decide; none where the lifecycle or `otherwise` does.
    pub(super) fn deciding(&self) -> impl Iterator<Item = usize> {
        let strongest = self.tally.strongest().filter(|_| self.reached);
        let rules = self.policy.rules.iter().zip(&self.truths).enumerate();
        rules
            .filter(move |(_, (rule, truth))| {
                **truth == Truths::TRUE && Some(rule.then) == strongest
            })
            .map(|(place, _)| place)
    }

    /// The places of the rules without which the outcome would be another.
    pub(super) fn needed(&self) -> impl Iterator<Item = usize> {
        let rules = self.policy.rules.iter().zip(&self.truths).enumerate();
        rules
            .filter(|(_, (rule, truth))| {
                let mut without = self.tally;
                without.change(rule.then, **truth, rule.holds_back(), |count| count - 1);
                let otherwise = self.policy.otherwise;
                self.reached && without.outcome(otherwise) != self.tally.outcome(otherwise)
            })
            .map(|(place, _)| place)
    }

    /// Whether the engine says the same.
    pub(super) fn agrees(&self, decision: &Decision, policy: &Policy) -> bool {
        let mut rules: Vec<&str> = self
            .deciding()
            .filter_map(|place| policy.rules.get(place))
            .map(|rule| rule.id.as_str())
            .collect();
        rules.sort_unstable();
        let decided = decision.rules.iter().map(String::as_str);
        let decided = decided.filter(|id| *id != OTHERWISE);
        decision.outcome == self.outcome() && decided.eq(rules)
    }
}

impl Inquiry<'_> {
    /// The webhook of an assignment, decided by the engine. One that the engine does not confirm
    /// shows nothing.
    pub(super) fn show(
        &mut self,
        assignment: &Assignment,
        policy: &Policy,
        confirms: impl FnOnce(&Read<'_>, &Decision) -> bool,
    ) -> Result<Example, Gap> {
        let webhook = Webhook::of(&self.model.space, assignment, self.today)?;
        let read = Read::new(&webhook, self.today).ok_or(Gap::Disagreement)?;
        let decision = read.decision(policy).ok_or(Gap::Disagreement)?;
        if !confirms(&read, &decision) {
            return Err(Gap::Disagreement);
        }
        self.charge(policy, &decision);
        Ok(read.example(&decision, assignment.smallest))
    }

    /// The webhook of an assignment, which the engine decides as the compiled policy does.
    pub(super) fn show_decided(
        &mut self,
        assignment: &Assignment,
        policy: &Policy,
        compiled: &Compiled,
    ) -> Result<Example, Gap> {
        let verdict = compiled.verdict(&self.model.problem, &assignment.values);
        self.show(assignment, policy, |_, decision| verdict.agrees(decision, policy))
    }
}
