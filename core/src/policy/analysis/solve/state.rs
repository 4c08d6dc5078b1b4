//! What is still possible, and how to take a change back.

use super::bits::Bits;
use super::problem::{Problem, Shape};
use super::table::{Node, Table, Var};
use super::truths::Truths;

/// No value of some variable is left, or no truth of some condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conflict;

pub(super) type Step = Result<(), Conflict>;

/// A change that can be taken back.
#[derive(Debug)]
pub(super) enum Change {
    Domain(Var, Bits, u32),
    Possible(Node, Truths),
    Wanted(Node, Truths),
}

/// What is still possible. Everything that follows is worked out after each change; everything
/// can be taken back.
#[derive(Debug)]
pub(crate) struct State<'p> {
    pub(super) problem: &'p Problem,
    pub(super) domains: Table<Var, Bits>,
    /// The cost of the cheapest value of each variable.
    pub(super) least: Table<Var, u32>,
    /// The truths that the values allow.
    pub(super) possible: Table<Node, Truths>,
    /// The truths that are asked for.
    pub(super) wanted: Table<Node, Truths>,
    /// The conditions of which a truth is asked for, in the order of asking.
    pub(super) asked: Vec<Node>,
    /// Whether a condition matters to the question.
    pub(super) matters: Table<Node, bool>,
    relevant: Vec<Node>,
    pub(super) trail: Vec<Change>,
    pub(super) queue: Vec<Node>,
    pub(super) queued: Table<Node, bool>,
    /// The sum of `least`.
    pub(super) spent: u32,
    /// What an answer may cost.
    pub(super) budget: u32,
    /// The condition of the question for the sake of which a truth is asked for.
    pub(super) origin: Table<Node, Node>,
    /// How often a condition of the question was in the way: what is hard is tried first.
    trouble: Table<Node, u32>,
    /// How much was looked at that is not paid for in steps.
    pub(super) work: u64,
}

impl<'p> State<'p> {
    /// Everything is possible.
    pub(crate) fn new(problem: &'p Problem) -> Self {
        let mut state = Self {
            problem,
            domains: Table::new(),
            least: Table::new(),
            possible: Table::like(&problem.nodes, Truths::ALL),
            wanted: Table::like(&problem.nodes, Truths::ALL),
            asked: Vec::new(),
            matters: Table::like(&problem.nodes, false),
            relevant: Vec::new(),
            trail: Vec::new(),
            queue: Vec::new(),
            queued: Table::like(&problem.nodes, false),
            spent: 0,
            budget: u32::MAX,
            origin: Table::of(problem.nodes.ids()),
            trouble: Table::like(&problem.nodes, 1),
            work: problem.weight_of_values(),
        };
        for (_, variable) in problem.variables.iter() {
            let all = variable.all();
            let least = variable.cheapest(&all).map_or(0, |(_, cost)| cost);
            state.spent += least;
            state.least.push(least);
            state.domains.push(all);
        }
        // Parts are made before what they are part of.
        for node in problem.nodes.ids() {
            state.possible[node] = state.follows(node, false);
            state.work += problem.weight(node);
        }
        state
    }

    /// Marks what the question is about; the rest is not kept up to date.
    pub(super) fn focus(&mut self, roots: impl Iterator<Item = Node>) {
        for node in std::mem::take(&mut self.relevant) {
            self.matters[node] = false;
        }
        let mut open: Vec<Node> = roots.collect();
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut self.matters[node], true) {
                continue;
            }
            self.relevant.push(node);
            self.work += 1;
            match &self.problem.nodes[node] {
                Shape::Atom(_) => {}
                Shape::All(parts) | Shape::Any(parts) => open.extend_from_slice(parts),
                Shape::Is(part, _) => open.push(*part),
            }
        }
    }

    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    pub(super) fn undo(&mut self, mark: usize) {
        for node in self.queue.drain(..) {
            self.queued[node] = false;
        }
        while self.trail.len() > mark {
            match self.trail.pop() {
                Some(Change::Domain(var, domain, least)) => {
                    self.spent = self.spent - self.least[var] + least;
                    self.least[var] = least;
                    self.domains[var] = domain;
                }
                Some(Change::Possible(node, truths)) => self.possible[node] = truths,
                Some(Change::Wanted(node, truths)) => {
                    self.wanted[node] = truths;
                    if truths == Truths::ALL {
                        self.asked.pop();
                    }
                }
                None => {}
            }
        }
    }

    /// Asks a condition to have one of these truths.
    pub(super) fn want(&mut self, node: Node, truths: Truths) -> Step {
        self.want_for(node, node, truths)
    }

    /// How often the condition behind a wanted truth was in the way.
    pub(super) fn trouble_with(&self, node: Node) -> u32 {
        self.trouble[self.origin[node]]
    }

    /// Notes that a condition cannot be what it has to be.
    pub(super) fn conflict(&mut self, node: Node) -> Step {
        self.trouble[self.origin[node]] += 1;
        Err(Conflict)
    }

    pub(super) fn want_for(&mut self, origin: Node, node: Node, truths: Truths) -> Step {
        let before = self.wanted[node];
        let after = before.and(truths);
        if after == before {
            return Ok(());
        }
        self.trail.push(Change::Wanted(node, before));
        self.wanted[node] = after;
        if before == Truths::ALL {
            self.asked.push(node);
            self.origin[node] = origin;
        }
        if !after.meets(self.possible[node]) {
            return self.conflict(origin);
        }
        self.touch(node);
        self.touch_parents(node);
        Ok(())
    }

    /// Leaves a variable only these of its values.
    pub(super) fn narrow(&mut self, var: Var, values: &Bits) -> Step {
        if self.domains[var].within(values) {
            return Ok(());
        }
        let after = self.domains[var].and(values);
        let Some((_, least)) = self.problem.variables[var].cheapest(&after) else {
            return Err(Conflict);
        };
        let before = std::mem::replace(&mut self.domains[var], after);
        self.trail.push(Change::Domain(var, before, self.least[var]));
        self.spent = self.spent - self.least[var] + least;
        self.least[var] = least;
        if self.spent > self.budget {
            return Err(Conflict);
        }
        let problem = self.problem;
        for node in &problem.tests[var] {
            if self.matters[*node] {
                self.settle(*node)?;
            }
        }
        Ok(())
    }
}
