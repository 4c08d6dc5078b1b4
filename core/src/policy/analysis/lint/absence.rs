//! Where somebody is accepted because something is missing or unknown.

use std::collections::BTreeMap;

use crate::facts::{Content, Fact};
use crate::pointer::Pointer;
use crate::policy::analysis::inquiry::{Existence, Inquiry};
use crate::policy::analysis::pair::Pair;
use crate::policy::analysis::solve::{Bits, Truths, Var};
use crate::policy::condition::{Condition, SetTest, Test};
use crate::policy::outcome::Outcome;

use super::places::{Part, read};
use super::{Draft, LintCode, LintFinding, Place};

/// A place that decides on what is not known.
struct Spot {
    at: Place,
    fact: Fact,
    way: Way,
}

/// How a place decides on what is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// `null` in an accepting rule.
    Null,
    /// `not null` in a stronger rule.
    NotNull,
    /// Class `unknown` under `not` in a stronger rule.
    NotUnknown,
    /// `empty` in a stronger rule: an unknown word counts as a word.
    Empty,
    /// A rule that counts as false where it cannot be judged.
    Skip,
}

impl Way {
    const fn message(self) -> &'static str {
        match self {
            Self::Null => "the rule accepts because the fact is missing",
            Self::NotNull => "the rule holds nobody back for whom the fact is missing",
            Self::NotUnknown => "the rule holds nobody back for whom the word is unknown",
            Self::Empty => "the rule holds nobody back for whom an unknown word is there",
            Self::Skip => "the rule holds nobody back for whom it cannot be judged",
        }
    }

    /// What the rule is with the fact not known, and with it known.
    const fn truths(self) -> [Truths; 2] {
        match self {
            Self::Null => [Truths::TRUE, Truths::ALL],
            Self::NotNull | Self::NotUnknown | Self::Empty => [Truths::FALSE, Truths::NOT_FALSE],
            Self::Skip => [Truths::UNDECIDED, Truths::TRUE],
        }
    }
}

impl Draft<'_> {
    pub(super) fn absence(&mut self) {
        let mut spots: BTreeMap<Fact, Vec<Spot>> = BTreeMap::new();
        for place in 0..self.policy.rules.len() {
            for spot in self.spots(place) {
                spots.entry(spot.fact).or_default().push(spot);
            }
        }
        for (fact, spots) in spots {
            let pair = Pair::new(self.policy, fact, self.scope.day(), &mut self.steps);
            let mut inquiry = Inquiry::new(&pair.model, self.scope, self.steps);
            for spot in spots {
                self.spot(&spot, &pair, &mut inquiry);
            }
            self.steps = inquiry.steps_left();
        }
    }

    fn spots(&self, place: usize) -> Vec<Spot> {
        let text = self.policy.document.rules.get(place);
        let (Some(rule), Some(text)) = (self.policy.rules.get(place), text) else {
            return Vec::new();
        };
        let mut spots = Vec::new();
        let mut add = |pointer: Pointer, fact, way| {
            let at = Place { code: LintCode::AbsenceHelps, rule: Some(place), pointer };
            spots.push(Spot { at, fact, way });
        };
        Part::of(&text.when, &text.at.key("when")).each(&mut |part| {
            let read = read(part.alone.as_ref(), &self.policy.document.lists);
            if let Some((fact, way)) = read.and_then(|alone| way(&alone, rule.then, part.negated)) {
                add(part.at.clone(), fact, way);
            }
        });
        if rule.skip_undecided {
            let mut tests = Vec::new();
            rule.when.tests(&mut tests);
            let mut facts: Vec<Fact> = tests.into_iter().map(|(fact, _)| fact).collect();
            facts.sort_unstable();
            facts.dedup();
            for fact in facts {
                add(text.at.key("ifUndecided"), fact, Way::Skip);
            }
        }
        spots
    }

    fn spot(&mut self, spot: &Spot, pair: &Pair, inquiry: &mut Inquiry<'_>) {
        let wanted = pair.wanted(spot.at.rule, spot.way.truths());
        for within in contents(spot, pair) {
            match inquiry.any(&wanted, &within) {
                Existence::Never => {}
                Existence::Open(open) => self.gap(&spot.at, open),
                Existence::Exists(found) => {
                    let found = inquiry.plainer(found, &wanted, &within);
                    let fact = spot.fact.as_str();
                    let finding = LintFinding {
                        message: format!("{} (`{fact}`)", spot.way.message()),
                        ..self.finding(&spot.at, "")
                    };
                    match pair.show(inquiry, &found, self.policy) {
                        Ok([example, instead]) => {
                            self.add(&spot.at, finding.with(example, instead))
                        }
                        Err(gap) => self.gap(&spot.at, gap),
                    }
                    return;
                }
            }
        }
    }
}

/// How a part decides on what is not known, if it does.
fn way(alone: &Condition, then: Outcome, negated: bool) -> Option<(Fact, Way)> {
    let Condition::All(parts) = alone else { return None };
    let [Condition::Fact(fact, test)] = parts.as_slice() else { return None };
    let asks_unknown = |test: &Test| match test {
        Test::UnknownClass => true,
        Test::Set(SetTest::Any(listed)) => listed.any_unknown,
        _ => false,
    };
    let way = match (then, test) {
        (Outcome::Accept, Test::Null) if !negated => Way::Null,
        (Outcome::Accept, _) => return None,
        (_, Test::Null) if negated => Way::NotNull,
        (_, Test::Set(SetTest::Empty(_))) => Way::Empty,
        (_, Test::Any(parts)) if negated && parts.iter().any(asks_unknown) => Way::NotUnknown,
        (_, test) if negated && asks_unknown(test) => Way::NotUnknown,
        _ => return None,
    };
    Some((*fact, way))
}

pub(super) fn is_missing(content: &Content<'_>) -> bool {
    *content == Content::Missing
}

pub(super) fn is_there(content: &Content<'_>) -> bool {
    !is_missing(content)
}

fn is_unknown(content: &Content<'_>) -> bool {
    matches!(content, Content::Unknown(_))
}

fn is_known(content: &Content<'_>) -> bool {
    is_there(content) && !is_unknown(content)
}

/// What the fact may be in the two webhooks.
fn contents(spot: &Spot, pair: &Pair) -> Vec<Vec<(Var, Bits)>> {
    let unknown_words = pair.unknown_words();
    match spot.way {
        _ if !unknown_words.is_empty() => unknown_words,
        Way::Null | Way::NotNull => vec![pair.contents(is_missing, is_known)],
        Way::NotUnknown | Way::Empty => vec![pair.contents(is_unknown, is_known)],
        Way::Skip => {
            vec![pair.contents(is_missing, is_known), pair.contents(is_unknown, is_known)]
        }
    }
}
