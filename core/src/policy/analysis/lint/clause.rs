//! The parts of a rule as conditions: each alone, and the rule without it.

use crate::pointer::Pointer;
use crate::policy::analysis::conditions::Compiler;
use crate::policy::analysis::solve::{Node, Truths};
use crate::policy::condition::Condition;
use crate::policy::document::Lists;

use super::places::{Part, read};

/// A part of a rule, compiled.
pub(super) struct Clause {
    pub(super) at: Pointer,
    /// The part as a condition of its own.
    pub(super) alone: Option<(Condition, Node)>,
    /// The rule without the part, and where that makes a difference.
    pub(super) without: Option<(Condition, Node)>,
    pub(super) all: bool,
    pub(super) negated: bool,
    pub(super) parts: Vec<Clause>,
}

/// What each part says alone, and what the rule says without it, in the order of the parts.
pub(super) fn collect(part: &Part, lists: &Lists, found: &mut Vec<Option<Condition>>) {
    part.each(&mut |part| {
        found.push(read(part.alone.as_ref(), lists));
        found.push(read(part.without.as_ref(), lists));
    });
}

impl Clause {
    pub(super) fn compile(
        part: &Part,
        conditions: &mut impl Iterator<Item = Option<Condition>>,
        compiler: &mut Compiler<'_>,
        whole: (Node, bool),
    ) -> Self {
        let mut next = || conditions.next().flatten();
        let (alone, without) = (next(), next());
        let alone = alone.map(|condition| {
            let node = compiler.condition(&condition);
            (condition, node)
        });
        let without = without.map(|condition| {
            let node = compiler.condition(&condition);
            let (when, judges_false) = whole;
            let differs = compiler.differ(when, node, judges_false);
            (condition, differs)
        });
        let parts = part.parts.iter();
        let parts = parts.map(|part| Self::compile(part, conditions, compiler, whole)).collect();
        Self { at: part.at.clone(), alone, without, all: part.all, negated: part.negated, parts }
    }
}

impl Compiler<'_> {
    /// Where one condition is true and another is not; or also where one is false and the other
    /// is not.
    fn differ(&mut self, one: Node, other: Node, judges_false: bool) -> Node {
        let kinds = if judges_false { &[Truths::TRUE, Truths::FALSE][..] } else { &[Truths::TRUE] };
        let mut ways = Vec::new();
        for truths in kinds {
            for (here, there) in [(one, other), (other, one)] {
                let is = self.problem.is(here, *truths);
                let is_not = self.problem.is(there, Truths::ALL.without(*truths));
                ways.push(self.problem.all([is, is_not]));
            }
        }
        self.problem.any(ways)
    }
}
