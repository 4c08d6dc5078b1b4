//! Complete search: an assignment for which everything that is asked holds, or the proof that
//! there is none, or neither within the limit.

use super::bits::Bits;
use super::problem::{Problem, Shape};
use super::propagate::weak_part;
use super::state::{Conflict, State};
use super::table::{Node, Table, Var};
use super::truths::Truths;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    /// Conditions and the truths that they are to have.
    pub(crate) wanted: Vec<(Node, Truths)>,
    /// Variables and the values that they may have.
    pub(crate) within: Vec<(Var, Bits)>,
    /// What an answer may cost at most.
    pub(crate) budget: Option<u32>,
}

/// Whether there is an answer.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// The values that answer the question: any one of each variable does, within the laws.
    Some(Found),
    /// There is provably none.
    None,
    /// Not decided within the limit.
    Limit,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The values of each variable that are left.
    pub(crate) domains: Table<Var, Bits>,
}

/// A choice that was made and can be turned round.
struct Choice {
    mark: usize,
    node: Node,
    otherwise: Truths,
}

/// Answers questions about one problem, one after the other.
#[derive(Debug)]
pub(crate) struct Solver<'p> {
    state: State<'p>,
    /// What all questions together may still cost.
    pub(crate) steps: u64,
}

impl<'p> Solver<'p> {
    pub(crate) fn new(problem: &'p Problem, steps: u64) -> Self {
        Self { state: State::new(problem), steps }
    }

    /// Answers a question within so many steps.
    pub(crate) fn ask(&mut self, question: &Question, limit: u64) -> Answer {
        if self.steps == 0 {
            return Answer::Limit;
        }
        let wanted = u64::try_from(question.wanted.len()).unwrap_or(u64::MAX);
        self.state.work += self.state.problem.weight_of_values().saturating_add(wanted);
        let laws = &self.state.problem.laws;
        let roots = question.wanted.iter().map(|(node, _)| node).chain(laws);
        self.state.focus(roots.copied());
        self.state.budget = question.budget.unwrap_or(u32::MAX);
        let mark = self.state.mark();
        let answer = match self.begin(question) {
            Ok(()) => self.search(limit),
            Err(Conflict) => Answer::None,
        };
        self.state.undo(mark);
        self.pay();
        answer
    }

    /// Takes from the steps what is done with an answer.
    pub(crate) fn charge(&mut self, looked_at: u64) {
        self.state.work = self.state.work.saturating_add(looked_at);
        self.pay();
    }

    /// Takes from the steps what was looked at since the last time, and says how many that were.
    fn pay(&mut self) -> u64 {
        let steps = self.state.work / LOOKED_AT_PER_STEP;
        self.state.work %= LOOKED_AT_PER_STEP;
        self.steps = self.steps.saturating_sub(steps);
        steps
    }

    fn begin(&mut self, question: &Question) -> Result<(), Conflict> {
        if self.state.spent > self.state.budget {
            return Err(Conflict);
        }
        for (var, values) in &question.within {
            self.state.narrow(*var, values)?;
        }
        let laws = &self.state.problem.laws;
        for law in laws {
            self.state.want(*law, Truths::TRUE)?;
        }
        for (node, truths) in &question.wanted {
            self.state.want(*node, *truths)?;
        }
        self.state.propagate()
    }

    /// Chooses and turns round until everything is decided. Now and then it starts afresh, since
    /// what was in the way is tried first.
    fn search(&mut self, limit: u64) -> Answer {
        let mut choices: Vec<Choice> = Vec::new();
        let start = self.state.mark();
        let mut left = limit.saturating_sub(self.pay());
        let (mut failures, mut patience) = (0, FIRST_PATIENCE);
        loop {
            let Some((node, truths)) = self.state.undecided() else {
                return Answer::Some(Found { domains: self.state.domains.clone() });
            };
            if left == 0 || self.steps == 0 {
                return Answer::Limit;
            }
            self.state.work += LOOKED_AT_PER_CHOICE;
            let otherwise = Truths::ALL.without(truths);
            choices.push(Choice { mark: self.state.mark(), node, otherwise });
            let mut outcome = self.state.choose(node, truths);
            while outcome.is_err() {
                failures += 1;
                let Some(choice) = choices.pop() else { return Answer::None };
                self.state.undo(choice.mark);
                outcome = self.state.choose(choice.node, choice.otherwise);
            }
            left = left.saturating_sub(self.pay());
            if failures > patience {
                (failures, patience) = (0, patience + patience / 2);
                choices.clear();
                self.state.undo(start);
            }
        }
    }
}

/// How much is looked at in one step.
const LOOKED_AT_PER_STEP: u64 = 2048;

/// What a choice costs beside what follows from it: so many choices are a step.
const LOOKED_AT_PER_CHOICE: u64 = 256;

/// How many failures it takes before the search starts afresh for the first time.
const FIRST_PATIENCE: u64 = 50;

impl State<'_> {
    fn choose(&mut self, node: Node, truths: Truths) -> Result<(), Conflict> {
        self.want(node, truths)?;
        self.afford()
    }

    /// Propagates, and drops values that cost more than what is left.
    fn afford(&mut self) -> Result<(), Conflict> {
        self.propagate()?;
        if self.budget == u32::MAX {
            return Ok(());
        }
        let problem = self.problem;
        self.work += problem.weight_of_values();
        for (var, variable) in problem.variables.iter() {
            let most = self.least[var] + (self.budget - self.spent);
            let cheap =
                |value: &usize| variable.costs.get(*value).is_some_and(|cost| *cost <= most);
            if !self.domains[var].iter().all(|value| cheap(&value)) {
                let size = variable.costs.len();
                let values = Bits::of(size, self.domains[var].iter().filter(cheap));
                self.narrow(var, &values)?;
            }
        }
        self.propagate()
    }

    /// A part to decide next, and the truths to try first; `None` when everything that is asked
    /// holds whatever values are chosen from those left.
    fn undecided(&mut self) -> Option<(Node, Truths)> {
        self.work += u64::try_from(self.asked.len()).unwrap_or(u64::MAX);
        let unsettled = |node: &&Node| !self.possible[**node].within(self.wanted[**node]);
        let unsettled = self.asked.iter().rev().filter(unsettled);
        let node = unsettled.max_by_key(|node| self.trouble_with(**node))?;
        match &self.problem.nodes[*node] {
            // Tests and questions about one part pass everything on.
            Shape::Atom(_) => None,
            Shape::Is(part, truths) => Some((*part, *truths)),
            Shape::All(parts) => self.part_of(parts, self.open(*node), |truths| truths),
            Shape::Any(parts) => self.part_of(parts, self.open(*node), Truths::flipped),
        }
    }

    /// The part with which it costs least to make the whole what it has to be.
    fn part_of(
        &self,
        parts: &[Node],
        open: Truths,
        turn: fn(Truths) -> Truths,
    ) -> Option<(Node, Truths)> {
        let open = turn(open);
        let low = weak_part(open).unwrap_or(Truths::FALSE);
        let able = parts.iter().filter(|part| {
            let part = turn(self.open(**part));
            part.meets(low) && !part.within(low)
        });
        let best = able.min_by_key(|part| self.price(**part, turn(low)))?;
        Some((*best, turn(low)))
    }

    /// What it costs at least to give a test one of these truths; other conditions are guessed.
    fn price(&self, node: Node, truths: Truths) -> u32 {
        const GUESS: u32 = 1;
        let Shape::Atom(atom) = &self.problem.nodes[node] else { return GUESS };
        let values = self.domains[atom.var].and(&atom.values(truths));
        let cheapest = self.problem.variables[atom.var].cheapest(&values);
        cheapest.map_or(u32::MAX, |(_, cost)| cost.saturating_sub(self.least[atom.var]) * 2)
    }
}
