//! What the person can do now, by the outcome and the words that explain it.

use crate::facts::{Fact, Kind};
use crate::vocab::Class;

use super::outcome::{NextStep, Outcome};

/// The words that name a remedy, most specific first.
const REMEDIES: &[(Fact, &[Class], NextStep)] = &[
    (Fact::Document, &[Class::DocumentUnacceptable], NextStep::OtherDocument),
    (Fact::Document, &[Class::Quality], NextStep::RetakeDocument),
    (Fact::Face, &[Class::Quality], NextStep::RetakeSelfie),
    (Fact::AdditionalSteps, &[Class::AdditionalStepQuality], NextStep::ProvideAdditional),
    (Fact::Tags, &[Class::AdditionalStepQuality], NextStep::ProvideAdditional),
];

/// The next step for the person.
///
/// It explains an outcome and never changes it: somebody whom the rules ask to try again is told
/// what to do better, if a word says so, else to start again.
///
/// `has` tells whether a fact holds a word of one of some classes.
pub(super) fn of(
    outcome: Outcome,
    by_rules: bool,
    has: impl Fn(Fact, &[Class]) -> bool,
) -> NextStep {
    match outcome {
        Outcome::None | Outcome::Accept => NextStep::None,
        Outcome::Wait | Outcome::Review => NextStep::Wait,
        Outcome::Reject => NextStep::ContactSupport,
        Outcome::Retry if by_rules => {
            let remedy = REMEDIES.iter().find(|(fact, classes, _)| has(*fact, classes));
            remedy.map_or(NextStep::StartAgain, |(_, _, step)| *step)
        }
        Outcome::Retry => NextStep::StartAgain,
    }
}

/// Whether a word of a fact is of one of some classes.
pub(super) fn is_of(fact: Fact, place: usize, classes: &[Class]) -> bool {
    let vocabulary = match fact.kind() {
        Kind::Word(vocabulary) | Kind::Words(vocabulary) => vocabulary,
        _ => return false,
    };
    vocabulary.words.get(place).is_some_and(|word| classes.contains(&word.class))
}
