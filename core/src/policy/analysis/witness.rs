//! A webhook that shows what an analysis says, and how a policy decides it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::date::Date;
use crate::facts::{Absence, Content, Fact, Facts, Kind, State};
use crate::json::{Limits, Number};
use crate::policy::condition::Condition;
use crate::policy::decision::Decision;
use crate::policy::outcome::{Lifecycle, Outcome};
use crate::policy::truth::Truth;
use crate::policy::{Arrival, Policy};
use crate::vocab::Vocabulary;
use crate::webhook::{self, Delivery};

use super::webhook::Webhook;

/// A complete webhook. It is invented: nobody's data is in it.
#[derive(Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Witness {
    /// The body, as it would arrive.
    pub body: String,
    /// The `Idenfy-Event-Type` header, if there is one.
    pub event: Option<String>,
    /// The day on which it is read, as `YYYY-MM-DD`, where a fact hangs on it.
    pub today: Option<String>,
    /// What it says, by fact, in the words of test files: only what is not plainly absent.
    pub facts: BTreeMap<&'static str, FactValue>,
    /// Whether no other webhook that shows the same differs in fewer values from the plainest
    /// body, which says APPROVED, that it is the last word, and nothing else.
    pub smallest: bool,
}

/// Shows the names of the facts; their values may be texts of a policy.
impl fmt::Debug for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Witness")
            .field("facts", &self.facts.keys().collect::<Vec<_>>())
            .field("smallest", &self.smallest)
            .finish_non_exhaustive()
    }
}

/// What a webhook says of one fact.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum FactValue {
    /// The answer is hidden: `null`.
    Missing,
    /// A word of the vocabulary, a country code or a text.
    Word(String),
    /// A word that the vocabulary does not have: `{"unlisted": ...}`.
    Unlisted(String),
    /// Something that is not a text where a text belongs: `{"unlisted": null}`.
    NotText,
    /// The members of a set.
    Words(Vec<FactValue>),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
}

/// Shows nothing of a text of a policy.
impl fmt::Debug for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FactValue(..)")
    }
}

impl Serialize for FactValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let unlisted = |word: Option<&str>| BTreeMap::from([("unlisted", word.map(str::to_owned))]);
        match self {
            Self::Missing => serializer.serialize_unit(),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Unlisted(word) => unlisted(Some(word)).serialize(serializer),
            Self::NotText => unlisted(None).serialize(serializer),
            Self::Words(words) => words.serialize(serializer),
            Self::Number(number) => match Number::Float(*number).as_whole() {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

/// A webhook and how a policy decides it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Example {
    /// The webhook.
    pub webhook: Witness,
    /// What the policy decides.
    pub outcome: Outcome,
    /// The state of the delivery.
    pub lifecycle: Option<Lifecycle>,
    /// The rules that decide.
    pub rules: Vec<String>,
}

/// A webhook as the parser reads it on some day.
#[derive(Debug)]
pub(super) struct Read<'w> {
    webhook: &'w Webhook,
    today: Date,
    delivery: Delivery<'w>,
}

impl<'w> Read<'w> {
    pub(super) fn new(webhook: &'w Webhook, today: Date) -> Option<Self> {
        let event = webhook.event.as_deref();
        let delivery = webhook::parse(webhook.body.as_bytes(), event, &Limits::default()).ok()?;
        Some(Self { webhook, today, delivery })
    }

    /// What the engine says of a condition.
    pub(super) fn judge(&self, condition: &Condition) -> Truth {
        condition.judge(&Facts::read(&self.delivery, Some(self.today)))
    }

    /// What a policy decides.
    pub(super) fn decision(&self, policy: &Policy) -> Option<Decision> {
        let arrival = Arrival {
            event_type: self.webhook.event.as_deref(),
            today: Some(self.today),
            digest: false,
            limits: Limits::default(),
        };
        policy.evaluate(self.webhook.body.as_bytes(), &arrival).ok()
    }

    pub(super) fn example(&self, decision: &Decision, smallest: bool) -> Example {
        Example {
            webhook: self.witness(smallest),
            outcome: decision.outcome,
            lifecycle: decision.lifecycle,
            rules: decision.rules.clone(),
        }
    }

    pub(super) fn witness(&self, smallest: bool) -> Witness {
        let facts = Facts::read(&self.delivery, Some(self.today));
        let hangs_on_today =
            Fact::ALL.iter().any(|fact| fact.needs_today() && facts.state(*fact) == State::Known);
        let said = Fact::ALL.iter().filter(|fact| **fact != Fact::Event);
        let said = said.filter_map(|fact| Some((fact.as_str(), said_of(*fact, &facts)?)));
        Witness {
            body: self.webhook.body.clone(),
            event: self.webhook.event.clone(),
            today: hangs_on_today.then(|| self.today.to_iso()),
            facts: said.collect(),
            smallest,
        }
    }
}

/// What a webhook says of a fact, unless it says nothing.
fn said_of(fact: Fact, facts: &Facts<'_>) -> Option<FactValue> {
    match (facts.state(fact), facts.get(fact)) {
        (State::Neutral, _) => None,
        (State::Missing, _) if fact.absence() == Absence::Missing => None,
        (State::Missing, _) => Some(FactValue::Missing),
        (_, Content::Flag(false)) if fact.absence() == Absence::Never => None,
        (State::Known, content) => Some(value(fact, content)),
    }
}

pub(super) fn value(fact: Fact, content: &Content<'_>) -> FactValue {
    let vocabulary = match fact.kind() {
        Kind::Word(vocabulary) | Kind::Words(vocabulary) => Some(vocabulary),
        _ => None,
    };
    let unlisted = |word: Option<&str>| {
        word.map_or(FactValue::NotText, |word| FactValue::Unlisted(word.to_owned()))
    };
    match content {
        Content::Missing => FactValue::Missing,
        Content::Word(place) => FactValue::Word(word(vocabulary, *place)),
        Content::Unknown(word) => unlisted(word.as_deref()),
        Content::Words { known, unknown } => {
            let known = known.iter().map(|place| FactValue::Word(word(vocabulary, *place)));
            let unknown = unknown.iter().map(|word| unlisted(word.as_deref()));
            FactValue::Words(known.chain(unknown).collect())
        }
        Content::Texts { known, not_text } => {
            let known = known.iter().map(|text| FactValue::Word(text.clone().into_owned()));
            let others = std::iter::repeat_n(FactValue::NotText, *not_text);
            FactValue::Words(known.chain(others).collect())
        }
        Content::Number(number) => FactValue::Number(*number),
        Content::Flag(flag) => FactValue::Flag(*flag),
        Content::Country(country) => FactValue::Word(country.as_str().to_owned()),
        Content::Text(text) => FactValue::Word(text.clone().into_owned()),
    }
}

fn word(vocabulary: Option<&Vocabulary>, place: usize) -> String {
    let word = vocabulary.and_then(|vocabulary| vocabulary.words.get(place));
    word.map(|word| word.text.to_owned()).unwrap_or_default()
}
