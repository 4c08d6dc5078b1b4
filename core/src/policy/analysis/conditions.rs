//! From the conditions of a policy to conditions over the axes of the payload space.

use crate::facts::{Content, Fact, Kind};
use crate::policy::condition::{Condition, Listed, SetTest, Test};

use super::solve::{Node, Problem, Shape, Truths, Var};
use super::space::{Axis, Group, Space};

/// Compiles conditions. A fact can be read from another axis than its own, so that one policy
/// can be compared on two webhooks.
pub(super) struct Compiler<'s> {
    pub(super) space: &'s Space,
    pub(super) problem: &'s mut Problem,
    /// An axis and the one that stands in for it.
    pub(super) instead: &'s [(Var, Var)],
}

impl Compiler<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) -> Node {
        match condition {
            Condition::All(parts) => {
                let parts: Vec<Node> = parts.iter().map(|part| self.condition(part)).collect();
                self.problem.all(parts)
            }
            Condition::Any(parts) => {
                let parts: Vec<Node> = parts.iter().map(|part| self.condition(part)).collect();
                self.problem.any(parts)
            }
            Condition::Not(part) => {
                let part = self.condition(part);
                self.not(part)
            }
            Condition::Fact(fact, test) => self.test(*fact, test),
        }
    }

    /// The negation, pushed down to the tests.
    pub(super) fn not(&mut self, node: Node) -> Node {
        match self.problem.nodes[node].clone() {
            Shape::Atom(atom) => self.problem.atom(atom.var, |value| {
                Truths::EACH
                    .iter()
                    .zip(&atom.by_truth)
                    .find(|(_, values)| values.has(value))
                    .map_or(Truths::UNDECIDED, |(truth, _)| truth.flipped())
            }),
            Shape::All(parts) => {
                let parts: Vec<Node> = parts.into_iter().map(|part| self.not(part)).collect();
                self.problem.any(parts)
            }
            Shape::Any(parts) => {
                let parts: Vec<Node> = parts.into_iter().map(|part| self.not(part)).collect();
                self.problem.all(parts)
            }
            Shape::Is(part, truths) => self.problem.is(part, Truths::ALL.without(truths)),
        }
    }

    /// The axis to read instead of another.
    pub(super) fn var(&self, var: Var) -> Var {
        self.instead.iter().find(|(own, _)| *own == var).map_or(var, |(_, other)| *other)
    }

    /// A test of one fact: of a fact with contents one test of its axis, else made of several.
    pub(super) fn test(&mut self, fact: Fact, test: &Test) -> Node {
        let is_set = matches!(fact.kind(), Kind::Words(_) | Kind::Texts);
        let has_patterns =
            self.space.texts_of(fact).is_some_and(|texts| !texts.patterns.is_empty());
        match test {
            Test::All(parts) if is_set || has_patterns => {
                let parts: Vec<Node> = parts.iter().map(|part| self.test(fact, part)).collect();
                self.problem.all(parts)
            }
            Test::Any(parts) if is_set || has_patterns => {
                let parts: Vec<Node> = parts.iter().map(|part| self.test(fact, part)).collect();
                self.problem.any(parts)
            }
            Test::Not(part) if is_set || has_patterns => {
                let part = self.test(fact, part);
                self.not(part)
            }
            Test::Set(test) => self.set(fact, test),
            Test::Matches(pattern) => self.pattern(fact, test, pattern.source()),
            _ => self.plain(fact, |content| Truths::of(test.judge(content))),
        }
    }

    /// What a test says of each content of a fact.
    pub(super) fn plain(&mut self, fact: Fact, judge: impl Fn(&Content<'_>) -> Truths) -> Node {
        let Some(var) = self.space.axis_of(fact) else { return self.problem.constant(false) };
        let axis = &self.space.axes[var];
        let var = self.var(var);
        self.problem.atom(var, |value| judge(axis.content(fact, value)))
    }

    /// A pattern decides on texts that are named; on all others its answer is free.
    fn pattern(&mut self, fact: Fact, test: &Test, source: &str) -> Node {
        let texts = self.space.texts_of(fact);
        let answer = texts.and_then(|texts| {
            let known = texts.patterns.iter().find(|known| known.pattern.source() == source);
            known.and_then(|known| known.var)
        });
        let (Some(texts), Some(answer), Some(var)) = (texts, answer, self.space.axis_of(fact))
        else {
            return self.problem.constant(false);
        };
        let axis = &self.space.axes[var];
        let (var, answer) = (self.var(var), self.var(answer));
        let named = self.problem.atom(var, |value| match texts.is_open(value) {
            true => Truths::FALSE,
            false => Truths::of(test.judge(axis.content(fact, value))),
        });
        let open = self.problem.atom(var, |value| Truths::of(texts.is_open(value).into()));
        let says = self.problem.atom(answer, |value| Truths::of((value == 1).into()));
        let both = self.problem.all([open, says]);
        self.problem.any([named, both])
    }

    /// The engine's rules for sets, said over the groups of their words.
    fn set(&mut self, fact: Fact, test: &SetTest) -> Node {
        let Some((groups, hidden_with)) = self.space.groups_of(fact) else {
            return self.problem.constant(false);
        };
        let readable = match test {
            SetTest::Any(listed) => self.any_of(groups, listed),
            SetTest::All(listed) => self.all_of(groups, listed),
            SetTest::Only(listed) => self.only(groups, listed),
            SetTest::Empty(wanted) => {
                let absent = |_: &Group, there: bool| Truths::of((!there).into());
                let absent = self.members(groups, |_| true, absent);
                let empty = self.problem.all(absent);
                if *wanted { empty } else { self.not(empty) }
            }
        };
        // Nothing is known of a set that cannot be read.
        let hidden = |truth| {
            move |content: &Content<'_>| match content {
                Content::Missing => Truths::UNDECIDED,
                _ => truth,
            }
        };
        let at_least = self.plain(hidden_with, hidden(Truths::FALSE));
        let at_most = self.plain(hidden_with, hidden(Truths::TRUE));
        let either = self.problem.any([readable, at_least]);
        self.problem.all([either, at_most])
    }

    /// True when a listed word is there, else undecided when an unknown one is.
    fn any_of(&mut self, groups: &[Var], listed: &Listed) -> Node {
        let meant = |group: &Group| group.is_in(listed) || listed.any_unknown && group.is_unknown();
        let found = self.members(groups, meant, |_, there| Truths::of(there.into()));
        let hiding = self.unless_unknown(groups);
        self.problem.any(found.into_iter().chain(hiding))
    }

    /// True when all listed words are there, else undecided when an unknown one is.
    fn all_of(&mut self, groups: &[Var], listed: &Listed) -> Node {
        let listed_ones: Vec<Var> = groups
            .iter()
            .copied()
            .filter(|var| self.group(*var).is_some_and(|group| group.is_in(listed)))
            .collect();
        let whole: Vec<Node> = listed_ones
            .into_iter()
            .map(|var| {
                self.judge_group(var, |group, value| Truths::of(group.all_there(value).into()))
            })
            .collect();
        let whole = self.problem.all(whole);
        let hiding = self.unless_unknown(groups);
        self.problem.any([whole].into_iter().chain(hiding))
    }

    /// False when a known word is there that is not listed, else undecided when an unknown one is.
    fn only(&mut self, groups: &[Var], listed: &Listed) -> Node {
        let judge = |group: &Group, there: bool| match there {
            true if group.is_unknown() => Truths::UNDECIDED,
            true => Truths::FALSE,
            false => Truths::TRUE,
        };
        let others = self.members(groups, |group| !group.is_in(listed), judge);
        self.problem.all(others)
    }

    /// An unknown word may be any word, so it hides the answer.
    fn unless_unknown(&mut self, groups: &[Var]) -> Vec<Node> {
        let judge = |_: &Group, there| if there { Truths::UNDECIDED } else { Truths::FALSE };
        self.members(groups, Group::is_unknown, judge)
    }

    /// A test of each group that is meant: is one of its words there?
    fn members(
        &mut self,
        groups: &[Var],
        meant: impl Fn(&Group) -> bool,
        judge: impl Fn(&Group, bool) -> Truths,
    ) -> Vec<Node> {
        let judge = |group: &Group, value: usize| judge(group, value > 0);
        let mut tests = Vec::new();
        for var in groups {
            if self.group(*var).is_some_and(&meant) {
                tests.push(self.judge_group(*var, judge));
            }
        }
        tests
    }

    fn group(&self, var: Var) -> Option<&Group> {
        match &self.space.axes[var] {
            Axis::Group(group) => Some(group),
            _ => None,
        }
    }

    fn judge_group(&mut self, var: Var, judge: impl Fn(&Group, usize) -> Truths) -> Node {
        let Axis::Group(group) = &self.space.axes[var] else { return self.problem.constant(false) };
        let var = self.var(var);
        self.problem.atom(var, |value| judge(group, value))
    }
}
