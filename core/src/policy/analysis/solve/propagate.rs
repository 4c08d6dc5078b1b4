//! What follows from what: from values to the truths of conditions, and from wanted truths back
//! to values.

use super::bits::Bits;
use super::problem::{Problem, Shape};
use super::table::{Node, Table, Var};
use super::truths::Truths;

/// No value of some variable is left, or no truth of some condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conflict;

type Step = Result<(), Conflict>;

/// A change that can be taken back.
#[derive(Debug)]
enum Change {
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
    matters: Table<Node, bool>,
    relevant: Vec<Node>,
    trail: Vec<Change>,
    queue: Vec<Node>,
    queued: Table<Node, bool>,
    /// The sum of `least`.
    pub(super) spent: u32,
    /// What an answer may cost.
    pub(super) budget: u32,
    /// The condition of the question for the sake of which a truth is asked for.
    origin: Table<Node, Node>,
    /// How often a condition of the question was in the way: what is hard is tried first.
    trouble: Table<Node, u32>,
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
    fn conflict(&mut self, node: Node) -> Step {
        self.trouble[self.origin[node]] += 1;
        Err(Conflict)
    }

    fn want_for(&mut self, origin: Node, node: Node, truths: Truths) -> Step {
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

    /// Works out everything that follows.
    pub(super) fn propagate(&mut self) -> Step {
        while let Some(node) = self.queue.pop() {
            self.queued[node] = false;
            self.settle(node)?;
            if self.wanted[node] != Truths::ALL {
                self.pass_down(node)?;
            }
        }
        Ok(())
    }

    fn touch(&mut self, node: Node) {
        if self.matters[node] && !std::mem::replace(&mut self.queued[node], true) {
            self.queue.push(node);
        }
    }

    fn touch_parents(&mut self, node: Node) {
        let problem = self.problem;
        for parent in &problem.parents[node] {
            self.touch(*parent);
        }
    }

    /// Brings the possible truths of a condition up to date.
    fn settle(&mut self, node: Node) -> Step {
        let before = self.possible[node];
        let after = self.follows(node, true).and(before);
        if after == before {
            return Ok(());
        }
        self.trail.push(Change::Possible(node, before));
        self.possible[node] = after;
        if !after.meets(self.wanted[node]) {
            return self.conflict(node);
        }
        if self.wanted[node] != Truths::ALL {
            self.touch(node);
        }
        self.touch_parents(node);
        Ok(())
    }

    /// The truths that a part can have and may have.
    pub(super) fn open(&self, node: Node) -> Truths {
        self.possible[node].and(self.wanted[node])
    }

    fn follows(&self, node: Node, wanted_too: bool) -> Truths {
        let open = |part: &Node| {
            if wanted_too { self.open(*part) } else { self.possible[*part] }
        };
        match &self.problem.nodes[node] {
            Shape::Atom(atom) => atom.truths(&self.domains[atom.var]),
            Shape::All(parts) => Truths::all(parts.iter().map(open)),
            Shape::Any(parts) => {
                Truths::all(parts.iter().map(|part| open(part).flipped())).flipped()
            }
            Shape::Is(part, truths) => {
                let open = open(part);
                let yes = if open.meets(*truths) { Truths::TRUE } else { Truths::NONE };
                let no = if open.within(*truths) { Truths::NONE } else { Truths::FALSE };
                yes.or(no)
            }
        }
    }

    /// What a wanted truth asks of the parts.
    fn pass_down(&mut self, node: Node) -> Step {
        let open = self.open(node);
        let problem = self.problem;
        match &problem.nodes[node] {
            Shape::Atom(atom) => self.narrow(atom.var, &atom.values(open)),
            Shape::Is(part, truths) => {
                let origin = self.origin[node];
                match open {
                    Truths::TRUE => self.want_for(origin, *part, *truths),
                    Truths::FALSE => self.want_for(origin, *part, Truths::ALL.without(*truths)),
                    _ => Ok(()),
                }
            }
            Shape::All(parts) => self.pass_to(node, parts, open, |truths| truths),
            Shape::Any(parts) => self.pass_to(node, parts, open, Truths::flipped),
        }
    }

    /// The weakest part counts; seen through `turn`, "any" is "all" upside down.
    fn pass_to(
        &mut self,
        node: Node,
        parts: &[Node],
        open: Truths,
        turn: fn(Truths) -> Truths,
    ) -> Step {
        let (open, origin) = (turn(open), self.origin[node]);
        if !open.meets(Truths::FALSE) {
            let least = if open == Truths::TRUE { open } else { Truths::NOT_FALSE };
            for part in parts {
                self.want_for(origin, *part, turn(least))?;
            }
        }
        if let Some(low) = weak_part(open) {
            let mut able = parts.iter().filter(|part| turn(self.open(**part)).meets(low));
            match (able.next(), able.next()) {
                (None, _) => return self.conflict(node),
                (Some(only), None) => self.want_for(origin, *only, turn(low))?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// The truths of which one part at least must have one, if the whole may not be true.
pub(super) fn weak_part(open: Truths) -> Option<Truths> {
    match (open.meets(Truths::TRUE), open.meets(Truths::UNDECIDED)) {
        (true, _) => None,
        (false, true) => Some(Truths::NOT_TRUE),
        (false, false) => Some(Truths::FALSE),
    }
}
