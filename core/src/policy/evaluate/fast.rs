//! Deciding from one pass over the body and from rows of bits.

use crate::facts::{Answer, Fact, Reading};
use crate::vocab::{Class, Overall, Tag, showable};

use super::super::Policy;
use super::super::decision::{Decision, Flag, UnknownWord};
use super::super::document::OTHERWISE;
use super::super::engine::Work;
use super::super::lifecycle::{self, Signs};
use super::super::next_step;
use super::super::outcome::{Lifecycle, Outcome};
use super::scratch::Spare;

/// Writes into an empty decision what a reading says under a policy.
pub(super) fn decide(
    policy: &Policy,
    reading: &Reading<'_>,
    (work, spare): (&mut Work, &mut Spare),
    decision: &mut Decision,
) {
    identify(reading, spare, decision);
    let state = state(reading);
    decision.lifecycle = Some(state);
    flag(reading, spare, decision);
    reading.for_each_unknown(|fact, word| {
        let word = word.and_then(showable).map(|word| spare.text(word));
        decision.unknown.push(UnknownWord { fact: fact.as_str().into(), word });
    });
    match policy.document.plan.outcome(state) {
        Some(outcome) => decision.outcome = outcome,
        None => by_rules(policy, reading, (work, spare), decision),
    }
    let has = |fact, classes: &[Class]| match reading.answer(fact) {
        Answer::Word(place) => next_step::is_of(fact, place, classes),
        Answer::Set(set) => set.words().any(|place| next_step::is_of(fact, place, classes)),
        _ => false,
    };
    decision.next_step = next_step::of(decision.outcome, !decision.rules.is_empty(), has);
}

fn identify(reading: &Reading<'_>, spare: &mut Spare, decision: &mut Decision) {
    let mut text = |text: Option<&str>| text.map(|text| spare.text(text));
    decision.scan_ref = text(reading.scan_ref());
    decision.client_id = text(reading.text(Fact::ClientId));
    decision.external_ref = text(reading.text(Fact::ExternalRef));
    decision.event = text(reading.event().and_then(|event| showable(event.as_str())));
    decision.r#final = reading.flag(Fact::Final);
}

fn state(reading: &Reading<'_>) -> Lifecycle {
    let overall = match reading.answer(Fact::Overall) {
        Answer::Word(place) => Overall::ALL.get(place).copied(),
        _ => None,
    };
    lifecycle::state(Signs {
        ended: reading.event().is_some_and(lifecycle::ends),
        overall,
        last: reading.flag(Fact::Final),
        // The checks are facts by the names of their members.
        filled: |check: &str| Fact::from_name(check).is_some_and(|fact| reading.is_there(fact)),
    })
}

/// Every reason for suspicion, each once.
fn flag(reading: &Reading<'_>, spare: &mut Spare, decision: &mut Decision) {
    for (kind, text, place) in reading.tags() {
        let tag = text.and_then(showable);
        let word = place.and_then(|place| Tag::VOCABULARY.words.get(place));
        let class = word.map_or("unknown", |word| word.class.as_str());
        let same =
            |flag: &Flag| flag.tag.as_deref() == tag && flag.kind == kind && flag.class == class;
        if !decision.flags.iter().any(same) {
            let tag = tag.map(|tag| spare.text(tag));
            decision.flags.push(Flag { tag, kind: kind.into(), class: class.into() });
        }
    }
}

fn by_rules(
    policy: &Policy,
    reading: &Reading<'_>,
    (work, spare): (&mut Work, &mut Spare),
    decision: &mut Decision,
) {
    let verdict = policy.engine.judge(reading, work);
    let mut stronger_undecided = false;
    for (rule, then, facts) in verdict.undecided() {
        stronger_undecided |= then > Outcome::Accept;
        decision.undecided.push(spare.undecided(rule, facts.iter()));
    }
    decision.rules.extend(verdict.deciding().map(|rule| spare.text(rule)));
    decision.outcome = match verdict.strongest() {
        Some(Outcome::Accept) if stronger_undecided => Outcome::Review,
        Some(outcome) => outcome,
        None => {
            decision.rules.push(spare.text(OTHERWISE));
            policy.document.otherwise
        }
    };
}
