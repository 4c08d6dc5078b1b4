//! The lifecycle as a condition over the axes: which state a webhook is in.

use crate::facts::{Content, Fact};
use crate::policy::lifecycle::{Signs, ends, state};
use crate::policy::outcome::Lifecycle;
use crate::vocab::{Event, Overall};

use super::conditions::Compiler;
use super::solve::{Bits, Node, Var};
use super::space::Axis;

/// One thing that the state hangs on, and its values sorted by what they say of it.
struct Sign {
    var: Var,
    cases: Vec<(Case, Bits)>,
}

/// What the values of an axis say of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Ended(bool),
    Overall(Option<Overall>),
    Last(Option<bool>),
    /// Which members of a check are filled: by a person, by automation.
    Filled([(Fact, bool); 2]),
}

impl Compiler<'_> {
    /// A condition that is true in these states and false in all others.
    pub(super) fn state(&mut self, wanted: &dyn Fn(Lifecycle) -> bool) -> Node {
        let facts = [Fact::Event, Fact::Overall, Fact::Final, Fact::Document, Fact::Face];
        let signs: Vec<Sign> = facts.into_iter().filter_map(|fact| self.sign(fact)).collect();
        self.decide(&signs, &mut Vec::new(), wanted)
    }

    fn sign(&self, fact: Fact) -> Option<Sign> {
        let var = self.space.axis_of(fact)?;
        let axis = &self.space.axes[var];
        let mut cases: Vec<(Case, Bits)> = Vec::new();
        for value in 0..axis.size() {
            let case = case(axis, fact, value)?;
            match cases.iter_mut().find(|(known, _)| *known == case) {
                Some((_, values)) => values.insert(value),
                None => cases.push((case, Bits::of(axis.size(), [value]))),
            }
        }
        Some(Sign { var: self.var(var), cases })
    }

    /// Asks one sign after the other; cases with the same answer are taken together.
    fn decide(
        &mut self,
        signs: &[Sign],
        known: &mut Vec<Case>,
        wanted: &dyn Fn(Lifecycle) -> bool,
    ) -> Node {
        let Some((sign, rest)) = signs.split_first() else {
            return self.problem.constant(wanted(judge(known)));
        };
        let mut answers: Vec<(Node, Bits)> = Vec::new();
        for (case, values) in &sign.cases {
            known.push(*case);
            let answer = self.decide(rest, known, wanted);
            known.pop();
            match answers.iter_mut().find(|(other, _)| *other == answer) {
                Some((_, all)) => *all = all.or(values),
                None => answers.push((answer, values.clone())),
            }
        }
        if let [(only, _)] = answers.as_slice() {
            return *only;
        }
        let never = self.problem.constant(false);
        let mut ways = Vec::new();
        for (answer, values) in answers.into_iter().filter(|(answer, _)| *answer != never) {
            let here = self.problem.one_of(sign.var, &values);
            ways.push(self.problem.all([here, answer]));
        }
        self.problem.any(ways)
    }
}

fn case(axis: &Axis, fact: Fact, value: usize) -> Option<Case> {
    Some(match (axis, fact, axis.content(fact, value)) {
        (_, Fact::Event, Content::Word(place)) => {
            Case::Ended(Event::ALL.get(*place).copied().is_some_and(ends))
        }
        (_, Fact::Event, _) => Case::Ended(false),
        (_, Fact::Overall, Content::Word(place)) => {
            Case::Overall(Overall::ALL.get(*place).copied())
        }
        (_, Fact::Overall, _) => Case::Overall(None),
        (_, Fact::Final, Content::Flag(flag)) => Case::Last(Some(*flag)),
        (_, Fact::Final, _) => Case::Last(None),
        (Axis::Checks(checks), ..) => {
            Case::Filled(checks.members().map(|member| (member, checks.filled(member, value))))
        }
        _ => return None,
    })
}

/// The state, by the function of the engine.
fn judge(known: &[Case]) -> Lifecycle {
    let overall = known.iter().find_map(|case| match case {
        Case::Overall(word) => *word,
        _ => None,
    });
    let last = known.iter().find_map(|case| match case {
        Case::Last(last) => *last,
        _ => None,
    });
    let filled = |check: &str| {
        known.iter().any(|case| match case {
            Case::Filled(members) => {
                members.iter().any(|(fact, filled)| *filled && fact.as_str() == check)
            }
            _ => false,
        })
    };
    state(Signs { ended: known.contains(&Case::Ended(true)), overall, last, filled })
}
