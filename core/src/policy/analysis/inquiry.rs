//! Asking for webhooks: one that does what is wanted, or the proof that none does.

use crate::date::Date;
use crate::policy::Policy;
use crate::policy::decision::Decision;

use super::Scope;
use super::model::Model;
use super::outcomes::Wanted;
use super::solve::{Answer, Bits, Found, Question, Solver, Table, Truths, Var};
use super::space::Texts;

/// A value for each axis.
#[derive(Debug, Clone)]
pub(super) struct Assignment {
    pub(super) values: Table<Var, usize>,
    /// In how many members it differs from the plainest body.
    pub(super) cost: u32,
    /// Whether no other one that does what is wanted differs in fewer.
    pub(super) smallest: bool,
}

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// Not decided within the limit of steps.
    Limit,
    /// It hangs on what patterns say of texts that nobody could write.
    Patterns,
}

/// Whether there is a webhook.
#[derive(Debug, Clone)]
pub(super) enum Existence {
    Exists(Assignment),
    Never,
    Open(Open),
}

/// Asks one question after the other, within one limit for all.
#[derive(Debug)]
pub(super) struct Inquiry<'m> {
    pub(super) model: &'m Model,
    pub(super) today: Date,
    solver: Solver<'m>,
    /// The steps for one question.
    limit: u64,
}

impl<'m> Inquiry<'m> {
    /// Questions about a model that together take no more than these steps.
    pub(super) fn new(model: &'m Model, scope: &Scope, steps: u64) -> Self {
        let solver = Solver::new(&model.problem, steps);
        Self { model, today: scope.day(), solver, limit: scope.steps_per_question() }
    }

    /// How many steps are left for all further questions.
    pub(super) fn steps_left(&self) -> u64 {
        self.solver.steps
    }

    /// A webhook for which everything wanted holds, any one.
    pub(super) fn any(&mut self, wanted: &[Wanted], within: &[(Var, Bits)]) -> Existence {
        let question = Question { wanted: wanted.to_vec(), within: within.to_vec(), budget: None };
        match self.ask(&self.writable(&question), self.limit) {
            Answer::Some(found) => Existence::Exists(self.plainest(&found)),
            Answer::Limit => Existence::Open(Open::Limit),
            Answer::None if self.model.written.is_empty() => Existence::Never,
            // Texts that nobody could write may still exist.
            Answer::None => match self.ask(&question, self.limit) {
                Answer::None => Existence::Never,
                Answer::Some(_) => Existence::Open(Open::Patterns),
                Answer::Limit => Existence::Open(Open::Limit),
            },
        }
    }

    /// The values of each axis for which everything wanted holds, patterns being free. For
    /// questions of which many are asked, each with little effort.
    pub(super) fn region(&mut self, wanted: &[Wanted], within: &[(Var, Bits)]) -> Answer {
        let question = Question { wanted: wanted.to_vec(), within: within.to_vec(), budget: None };
        self.ask(&question, self.little())
    }

    /// An example is decided by every rule and names each one that decides: with many rules, many
    /// examples are too many.
    pub(super) fn charge(&mut self, policy: &Policy, decision: &Decision) {
        const PER_RULE: usize = 16;
        const PER_NAME: usize = 64;
        let judged = policy.rules.len().saturating_mul(PER_RULE);
        let kept = decision.rules.len().saturating_mul(PER_NAME);
        self.solver.charge(u64::try_from(judged.saturating_add(kept)).unwrap_or(u64::MAX));
    }

    /// Whether nothing more can be answered. Where many rules are asked about, to put a question
    /// takes time, too.
    pub(super) fn is_over(&self) -> bool {
        self.model.too_large || self.solver.steps == 0
    }

    fn ask(&mut self, question: &Question, limit: u64) -> Answer {
        if self.is_over() { Answer::Limit } else { self.solver.ask(question, limit) }
    }

    /// A webhook for which everything wanted holds if patterns say what they have to.
    pub(super) fn with_free_patterns(&mut self, wanted: &[Wanted]) -> Option<Assignment> {
        match self.region(wanted, &[]) {
            Answer::Some(found) => Some(self.plainest(&found)),
            _ => None,
        }
    }

    /// A webhook for which everything wanted holds, the plainest one if that can be found out.
    pub(super) fn plainest_webhook(&mut self, wanted: &[Wanted]) -> Existence {
        let found = self.any(wanted, &[]);
        match found {
            Existence::Exists(first) => Existence::Exists(self.plainer(first, wanted, &[])),
            other => other,
        }
    }

    /// Looks for a plainer webhook until there is none, or for as long as is reasonable.
    pub(super) fn plainer(
        &mut self,
        mut best: Assignment,
        wanted: &[Wanted],
        within: &[(Var, Bits)],
    ) -> Assignment {
        while let Some(budget) = best.cost.checked_sub(1) {
            let question =
                Question { wanted: wanted.to_vec(), within: within.to_vec(), budget: Some(budget) };
            match self.ask(&self.writable(&question), self.little()) {
                Answer::Some(found) => best = self.plainest(&found),
                Answer::None => return Assignment { smallest: true, ..best },
                Answer::Limit => return best,
            }
        }
        Assignment { smallest: true, ..best }
    }

    /// The steps for a question whose answer is welcome but not needed.
    fn little(&self) -> u64 {
        (self.limit / 50).max(1)
    }

    /// The question for webhooks whose texts can be written.
    fn writable(&self, question: &Question) -> Question {
        let mut question = question.clone();
        question.wanted.extend(self.model.written.iter().map(|node| (*node, Truths::TRUE)));
        question
    }

    /// The plainest of the webhooks that an answer stands for.
    fn plainest(&self, found: &Found) -> Assignment {
        let mut values = Table::new();
        let mut cost = 0;
        for (var, variable) in self.model.problem.variables.iter() {
            let (value, price) = variable.cheapest(&found.domains[var]).unwrap_or_default();
            values.push(value);
            cost += price;
        }
        Assignment { values, cost, smallest: false }
    }

    /// The patterns that are free.
    pub(super) fn patterns(&self) -> Vec<String> {
        let patterns = self.model.space.all_texts().flat_map(|texts: &Texts| &texts.patterns);
        patterns.map(|asked| asked.pattern.source().to_owned()).collect()
    }
}
