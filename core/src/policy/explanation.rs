//! Why a policy decides as it does: a trace per rule.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::facts::{Content, Fact, Facts, Kind, State};
use crate::vocab::Vocabulary;

use super::compile::Rule;
use super::outcome::Outcome;
use super::truth::Truth;

/// What every rule of a policy says about one webhook, in the order of the document.
///
/// It holds no personal data: a fact's word is shown only where it comes from a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// One trace per rule; none for a notice.
    pub rules: Vec<RuleTrace>,
}

/// What one rule says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleTrace {
    /// The rule.
    pub id: String,
    /// What it asks for when it is true.
    pub then: Outcome,
    /// `true`, `false` or `undecided`.
    pub result: &'static str,
    /// The facts that it asks, by name; a set has one entry per word.
    pub facts: Vec<FactTrace>,
}

/// What a rule saw of one fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactTrace {
    /// The fact.
    pub fact: &'static str,
    /// `known`, `neutral` (absent, and absence has a plain meaning) or `missing`.
    pub state: &'static str,
    /// The word, if the fact holds one of its vocabulary.
    pub word: Option<&'static str>,
}

pub(super) fn explain(rules: &[Rule], facts: &Facts<'_>) -> Explanation {
    Explanation { rules: rules.iter().map(|rule| trace(rule, facts)).collect() }
}

fn trace(rule: &Rule, facts: &Facts<'_>) -> RuleTrace {
    let mut asked = BTreeSet::new();
    rule.when.visit(false, &mut |fact, _, _| _ = asked.insert((fact.as_str(), fact)));
    RuleTrace {
        id: rule.id.clone(),
        then: rule.then,
        result: match rule.when.judge(facts) {
            Truth::True => "true",
            Truth::False => "false",
            Truth::Undecided => "undecided",
        },
        facts: asked.into_iter().flat_map(|(_, fact)| seen(fact, facts)).collect(),
    }
}

fn seen(fact: Fact, facts: &Facts<'_>) -> Vec<FactTrace> {
    let state = match facts.state(fact) {
        State::Known => "known",
        State::Neutral => "neutral",
        State::Missing => "missing",
    };
    let words = match fact.kind() {
        Kind::Word(vocabulary) | Kind::Words(vocabulary) => words(vocabulary, facts.get(fact)),
        _ => vec![None],
    };
    words.into_iter().map(|word| FactTrace { fact: fact.as_str(), state, word }).collect()
}

/// One entry per word, `None` for an unknown one, and one `None` for no words at all.
fn words(vocabulary: &'static Vocabulary, content: &Content<'_>) -> Vec<Option<&'static str>> {
    let text = |place: &usize| vocabulary.words.get(*place).map(|word| word.text);
    match content {
        Content::Word(place) => vec![text(place)],
        Content::Words { known, unknown } if !known.is_empty() || !unknown.is_empty() => {
            known.iter().map(text).chain(unknown.iter().map(|_| None)).collect()
        }
        _ => vec![None],
    }
}
