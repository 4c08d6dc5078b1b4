//! Deciding plainly: over the tree of the whole body, rule by rule. The specification of the fast
//! path, and what decides where that is not sure.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::date::Date;
use crate::facts::{Content, Fact, Facts, TAG_LISTS, entries};
use crate::vocab::{Class, Tag, showable};
use crate::webhook::Delivery;

use super::super::Policy;
use super::super::compile::Rule;
use super::super::decision::{Decision, Flag, Undecided, UnknownWord};
use super::super::document::OTHERWISE;
use super::super::lifecycle;
use super::super::next_step;
use super::super::outcome::Outcome;
use super::super::truth::Truth;

/// Decides about a delivery. What it leaves out is what the call knows: digest and signature.
pub(super) fn decide(policy: &Policy, delivery: &Delivery<'_>, today: Option<Date>) -> Decision {
    let mut decision = nothing(policy, delivery);
    if delivery.notice().is_some() {
        return decision;
    }
    let facts = Facts::read(delivery, today);
    let state = lifecycle::judge(delivery);
    decision.lifecycle = Some(state);
    decision.flags = flags(delivery);
    decision.unknown = unknown_words(&facts);
    if let Some(outcome) = policy.document.plan.outcome(state) {
        decision.outcome = outcome;
    } else {
        let verdict = judge(&policy.rules, policy.document.otherwise, &facts);
        decision.outcome = verdict.outcome;
        decision.rules = verdict.rules;
        decision.undecided = verdict.undecided;
    }
    let has = |fact: Fact, classes: &[Class]| match facts.get(fact) {
        Content::Word(place) => next_step::is_of(fact, *place, classes),
        Content::Words { known, .. } => {
            known.iter().any(|place| next_step::is_of(fact, *place, classes))
        }
        _ => false,
    };
    decision.next_step = next_step::of(decision.outcome, !decision.rules.is_empty(), has);
    decision
}

/// The decision about a webhook that says nothing about a verification.
fn nothing(policy: &Policy, delivery: &Delivery<'_>) -> Decision {
    let event = delivery.event().and_then(|event| showable(event.as_str()));
    Decision {
        notice: delivery.notice().cloned(),
        scan_ref: delivery.scan_ref().map(str::to_owned),
        event: event.map(str::to_owned),
        r#final: delivery.final_mark(),
        policy: Arc::clone(&policy.identity),
        client_id: delivery.client_id().map(Into::into),
        external_ref: delivery.external_ref().map(str::to_owned),
        ..Decision::default()
    }
}

/// What the rules say.
#[derive(Debug)]
struct Verdict {
    outcome: Outcome,
    rules: Vec<String>,
    undecided: Vec<Undecided>,
}

/// Judges every rule; their order never matters.
///
/// The strongest outcome of the true rules wins. An accept falls to review when some stronger
/// rule could not be judged: what is not known may not help anybody in.
fn judge(rules: &[Rule], otherwise: Outcome, facts: &Facts<'_>) -> Verdict {
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
fn flags(delivery: &Delivery<'_>) -> Vec<Flag> {
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
fn unknown_words(facts: &Facts<'_>) -> Vec<UnknownWord> {
    let words = facts.unknown().map(|(fact, word)| UnknownWord {
        fact: fact.as_str().into(),
        word: word.and_then(showable).map(str::to_owned),
    });
    words.collect()
}
