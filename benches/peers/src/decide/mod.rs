//! From the bytes of a webhook to a decision, by everybody.

mod c;
mod ours;
#[cfg(feature = "peers")]
mod peers;
pub mod typed;

use serde::de::IgnoredAny;
use std::hint::black_box;

use crate::Inputs;
use crate::rounds::Case;
use crate::rules::{Outcome, RuleSet};

pub use ours::{Lines, Ours};

/// What a decision says; the ids of the rules that decided, where the engine names them.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub rules: Option<Vec<String>>,
}

/// One engine with one rule set loaded.
pub trait Decider {
    /// What is measured.
    fn outcome(&mut self, body: &[u8]) -> Outcome;

    /// What is compared: the same, with the rules that decided.
    fn answer(&mut self, body: &[u8]) -> Answer {
        Answer { outcome: self.outcome(body), rules: None }
    }
}

pub const IGNORED: &str = "serde_json IgnoredAny (I)";
pub const BY_HAND: &str = "typed + match / rule loop (B)";
pub const OURS: &str = "idenfy-rules";

type Named = (&'static str, Box<dyn Decider>);

fn deciders(set: &RuleSet, inputs: &Inputs) -> Vec<Named> {
    let mut all: Vec<Named> = vec![
        (OURS, Box::new(Ours::load(set, false))),
        ("idenfy-rules, with the digest", Box::new(Ours::load(set, true))),
        ("idenfy-rules, a new decision each", Box::new(ours::Anew::load(set))),
    ];
    if let Some(library) = &inputs.library {
        all.push(("idenfy-rules from C", Box::new(c::FromC::load(set, library))));
    }
    all.push((BY_HAND, typed::by_hand(set)));
    all.push(("the same, text borrowed", typed::by_hand_borrowed(set)));
    #[cfg(feature = "peers")]
    all.extend(peers::all(set));
    all
}

/// Stops at the first body about which two of them disagree.
pub fn check(set: &RuleSet, inputs: &Inputs, bodies: usize) {
    let mut oracle = typed::Loop::<String>::load(set);
    for (name, mut decider) in deciders(set, inputs) {
        for (number, body) in inputs.webhooks.iter().take(bodies).enumerate() {
            let (expected, got) = (oracle.answer(body), decider.answer(body));
            let same = got.outcome == expected.outcome
                && (got.rules.is_none() || got.rules == expected.rules);
            assert!(
                same,
                "{name}, {} rules, webhook {number}: {got:?}, not {expected:?}",
                set.count
            );
        }
    }
}

/// Every case of one rule set, each going through the same few webhooks again and again.
pub fn cases<'a>(set: &RuleSet, inputs: &'a Inputs) -> Vec<Case<'a>> {
    let few = inputs.few();
    let mut next = turning(few);
    let mut cases = vec![Case::new(IGNORED, move || ignore(next()))];
    for (name, mut decider) in deciders(set, inputs) {
        let mut next = turning(few);
        cases.push(Case::new(name, move || {
            black_box(decider.outcome(black_box(next())));
        }));
    }
    cases
}

pub fn ignore(body: &[u8]) {
    black_box(serde_json::from_slice::<IgnoredAny>(black_box(body)).is_ok());
}

/// Gives one body after the other, for ever.
pub fn turning<'b>(bodies: &'b [Vec<u8>]) -> impl FnMut() -> &'b [u8] {
    let mut at = 0;
    move || {
        at = if at + 1 < bodies.len() { at + 1 } else { 0 };
        &bodies[at]
    }
}
