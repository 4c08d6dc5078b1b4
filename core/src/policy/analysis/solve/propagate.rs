//! What follows from what: from values to the truths of conditions, and from wanted truths back
//! to values.

use super::problem::Shape;
use super::state::{Change, State, Step};
use super::table::Node;
use super::truths::Truths;

impl State<'_> {
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

    pub(super) fn touch(&mut self, node: Node) {
        if self.matters[node] && !std::mem::replace(&mut self.queued[node], true) {
            self.queue.push(node);
        }
    }

    pub(super) fn touch_parents(&mut self, node: Node) {
        let problem = self.problem;
        for parent in &problem.parents[node] {
            self.touch(*parent);
        }
    }

    /// Brings the possible truths of a condition up to date.
    pub(super) fn settle(&mut self, node: Node) -> Step {
        self.work += self.problem.weight(node);
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

    pub(super) fn follows(&self, node: Node, wanted_too: bool) -> Truths {
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
