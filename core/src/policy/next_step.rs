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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_is_named_where_the_rules_ask_to_try_again() {
        let all = |_: Fact, _: &[Class]| true;
        let face =
            |fact: Fact, classes: &[Class]| fact == Fact::Face && classes.contains(&Class::Quality);
        for (outcome, by_rules, step) in [
            (Outcome::Retry, true, NextStep::OtherDocument),
            (Outcome::Retry, false, NextStep::StartAgain),
            (Outcome::Reject, true, NextStep::ContactSupport),
            (Outcome::Review, true, NextStep::Wait),
            (Outcome::Wait, false, NextStep::Wait),
            (Outcome::Accept, true, NextStep::None),
            (Outcome::None, false, NextStep::None),
        ] {
            assert_eq!(of(outcome, by_rules, all), step, "{outcome:?} {by_rules}");
        }
        assert_eq!(of(Outcome::Retry, true, face), NextStep::RetakeSelfie);
        assert_eq!(of(Outcome::Retry, true, |_, _| false), NextStep::StartAgain);
    }
}
