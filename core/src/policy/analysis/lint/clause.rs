//! The parts of a rule as conditions: each alone, and the rule without it.

use crate::json::Value;
use crate::pointer::Pointer;
use crate::policy::analysis::conditions::Compiler;
use crate::policy::analysis::solve::{Node, Truths};
use crate::policy::condition::Condition;
use crate::policy::document::Lists;

use super::places::{Part, read};

/// What the parts of a rule say by themselves.
#[derive(Debug, Default)]
pub(super) struct Alone {
    /// Each part as a condition of its own, in the order of the parts.
    pub(super) parts: Vec<Option<Condition>>,
    /// The words that sets are compared with.
    words: Vec<Condition>,
}

/// A part of a rule, compiled.
pub(super) struct Clause<'c> {
    pub(super) at: Pointer,
    /// The part as a condition of its own.
    pub(super) alone: Option<(&'c Condition, Node)>,
    /// Where the rule without the part differs from the rule.
    pub(super) differs: Option<Node>,
    pub(super) all: bool,
    pub(super) negated: bool,
    pub(super) parts: Vec<Clause<'c>>,
}

/// The rule that clauses are compiled for.
pub(super) struct Whole<'r> {
    pub(super) text: &'r Value<'static>,
    pub(super) lists: &'r Lists,
    pub(super) when: Node,
    pub(super) judges_false: bool,
}

impl Alone {
    pub(super) fn read(part: &Part, lists: &Lists) -> Self {
        let mut alone = Self::default();
        part.each(&mut |part| {
            alone.parts.push(read(part.alone.as_ref(), lists));
            alone.words.extend(read(part.word.as_ref(), lists));
        });
        alone
    }

    /// All conditions. What the rule says without a part is made of them, so webhooks that they
    /// do not tell apart are not told apart by it.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.parts.iter().flatten().chain(&self.words)
    }
}

impl<'c> Clause<'c> {
    /// Compiles a part; `alone` are what this and the following parts say by themselves.
    pub(super) fn compile(
        part: &Part,
        alone: &mut impl Iterator<Item = &'c Option<Condition>>,
        compiler: &mut Compiler<'_>,
        whole: &Whole<'_>,
    ) -> Self {
        let own = alone.next().and_then(Option::as_ref);
        let own = own.map(|condition| (condition, compiler.condition(condition)));
        let without = read(part.without(whole.text).as_ref(), whole.lists);
        let differs = without.map(|condition| {
            let node = compiler.condition(&condition);
            compiler.differ(whole.when, node, whole.judges_false)
        });
        let parts = part.parts.iter();
        let parts = parts.map(|part| Self::compile(part, alone, compiler, whole)).collect();
        let (at, all, negated) = (part.at.clone(), part.all, part.negated);
        Self { at, alone: own, differs, all, negated, parts }
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
