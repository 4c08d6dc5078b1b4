//! What the person can do now, by the outcome and the words that explain it.

use crate::facts::{Content, Fact, Facts, Kind};
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
pub(super) fn of(outcome: Outcome, by_rules: bool, facts: &Facts<'_>) -> NextStep {
    match outcome {
        Outcome::None | Outcome::Accept => NextStep::None,
        Outcome::Wait | Outcome::Review => NextStep::Wait,
        Outcome::Reject => NextStep::ContactSupport,
        Outcome::Retry if by_rules => remedy(facts).unwrap_or(NextStep::StartAgain),
        Outcome::Retry => NextStep::StartAgain,
    }
}

fn remedy(facts: &Facts<'_>) -> Option<NextStep> {
    let fits = |(fact, classes, _): &&(Fact, &[Class], NextStep)| {
        classes_of(*fact, facts.get(*fact)).iter().any(|class| classes.contains(class))
    };
    REMEDIES.iter().find(fits).map(|(_, _, step)| *step)
}

fn classes_of(fact: Fact, content: &Content<'_>) -> Vec<Class> {
    let vocabulary = match fact.kind() {
        Kind::Word(vocabulary) | Kind::Words(vocabulary) => vocabulary,
        _ => return Vec::new(),
    };
    let places = match content {
        Content::Word(place) => std::slice::from_ref(place),
        Content::Words { known, .. } => known.as_slice(),
        _ => &[],
    };
    places.iter().filter_map(|place| vocabulary.words.get(*place)).map(|word| word.class).collect()
}
