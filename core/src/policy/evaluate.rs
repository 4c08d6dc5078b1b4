//! Facts against rules: which are true, which outcome is strongest, what is left open.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use crate::facts::{Facts, TAG_LISTS, entries};
use crate::vocab::{Tag, showable};
use crate::webhook::Delivery;

use super::compile::Rule;
use super::decision::{Flag, Undecided, UnknownWord};
use super::document::OTHERWISE;
use super::outcome::Outcome;
use super::truth::Truth;

/// What the rules say.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) outcome: Outcome,
    pub(super) rules: Vec<String>,
    pub(super) undecided: Vec<Undecided>,
}

/// Judges every rule; their order never matters.
///
/// The strongest outcome of the true rules wins. An accept falls to review when some stronger
/// rule could not be judged: what is not known may not help anybody in.
pub(super) fn judge(rules: &[Rule], otherwise: Outcome, facts: &Facts<'_>) -> Verdict {
    let judged: Vec<(&Rule, Truth)> =
        rules.iter().map(|rule| (rule, rule.when.judge(facts))).collect();
    let undecided: Vec<&Rule> = judged
        .iter()
        .filter(|(rule, truth)| *truth == Truth::Undecided && !rule.skip_undecided)
        .map(|(rule, _)| *rule)
        .collect();
    let true_rules =
        || judged.iter().filter(|(_, truth)| *truth == Truth::True).map(|(rule, _)| *rule);
    let strongest = true_rules().map(|rule| rule.then).max();

    let outcome = match strongest {
        Some(Outcome::Accept) if undecided.iter().any(|rule| rule.then > Outcome::Accept) => {
            Outcome::Review
        }
        Some(outcome) => outcome,
        None => otherwise,
    };
    let mut deciding: Vec<String> = match strongest {
        Some(strongest) => {
            true_rules().filter(|rule| rule.then == strongest).map(|rule| rule.id.clone()).collect()
        }
        None => vec![OTHERWISE.to_owned()],
    };
    deciding.sort();
    let mut undecided: Vec<Undecided> =
        undecided.into_iter().map(|rule| describe(rule, facts)).collect();
    undecided.sort_by(|a, b| a.rule.cmp(&b.rule));
    Verdict { outcome, rules: deciding, undecided }
}

fn describe(rule: &Rule, facts: &Facts<'_>) -> Undecided {
    let mut open = BTreeSet::new();
    rule.when.undecided_facts(facts, &mut open);
    let mut names: Vec<Cow<'static, str>> =
        open.into_iter().map(|fact| fact.as_str().into()).collect();
    names.sort_unstable();
    Undecided { rule: rule.id.clone(), facts: names }
}

/// Every reason for suspicion in the body, in its order, each once.
pub(super) fn flags(delivery: &Delivery<'_>) -> Vec<Flag> {
    let (mut flags, mut seen) = (Vec::new(), HashSet::new());
    for (list, kind) in TAG_LISTS {
        for entry in delivery.status_member(list).map(entries).unwrap_or_default() {
            let tag = entry.and_then(showable);
            let known = entry.and_then(Tag::from_word);
            let class = known.map_or("unknown", |tag| tag.class().as_str());
            if seen.insert((tag, kind, class)) {
                let tag = tag.map(str::to_owned);
                flags.push(Flag { tag, kind: Cow::Borrowed(kind), class: class.into() });
            }
        }
    }
    flags
}

/// Every word that the vocabularies do not have, by fact.
pub(super) fn unknown_words(facts: &Facts<'_>) -> Vec<UnknownWord> {
    let words = facts.unknown().map(|(fact, word)| UnknownWord {
        fact: fact.as_str().into(),
        word: word.and_then(showable).map(str::to_owned),
    });
    words.collect()
}
