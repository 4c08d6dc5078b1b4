//! A webhook that holds wanted facts: reading, the other way round.
//!
//! What was written is read again before it is handed out. A fact that cannot hold its value, or
//! not beside the others, is refused; it never comes out as something else.

mod block;
mod coupled;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::date::Date;
use crate::json::{Layout, Limits, Number, Object, Value};
use crate::vocab::Service;
use crate::webhook;

use super::Facts;
use super::read::{Content, neutral};
use super::table::{Absence, Fact, Kind};

/// The facts that a webhook is to hold. `Content::Missing` asks for one that hides its answer.
///
/// A fact that is not named is absent, unless a named one implies it: a manual check is the
/// effective one, tags are reported, open hits are a hit, a contradiction repeats a key.
pub(crate) type Wanted<'c> = BTreeMap<Fact, Content<'c>>;

/// A webhook: the body, and the event for its header.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) body: String,
    pub(crate) event: Option<String>,
}

/// No webhook holds this fact as it is wanted, by itself or beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unwritable(pub(crate) Fact);

/// The verification that a written webhook is about, and those that it duplicates.
const SCAN_REF: &str = "00000000-0000-4000-8000-000000000000";

/// The most entries of a list that a reader takes by default.
const MOST_ENTRIES: i64 = 10_000;

/// Writes a webhook that holds the wanted facts. `today` is the day on which it will be read;
/// `age` and `daysToExpiry` cannot be written without it.
pub(crate) fn write(wanted: &Wanted<'_>, today: Option<Date>) -> Result<Written, Unwritable> {
    let mut draft = Draft { wanted, today, body: Object::default() };
    draft.put("scanRef", text(SCAN_REF));
    for (fact, content) in wanted {
        draft.fact(*fact, content);
    }
    let event = match wanted.get(&Fact::Event).and_then(|event| plain(Fact::Event, event)) {
        Some(Value::String(text)) => Some(text.into_owned()),
        _ => None,
    };
    let written = Written { body: Layout::COMPACT.write_object(&draft.body), event };
    verify(&written, wanted, today).map(|()| written)
}

/// Reads a webhook again: it is about a verification, and every wanted fact is there.
fn verify(written: &Written, wanted: &Wanted<'_>, today: Option<Date>) -> Result<(), Unwritable> {
    let event = written.event.as_deref();
    let delivery = webhook::parse(written.body.as_bytes(), event, &Limits::default())
        .map_err(|_| Unwritable(Fact::Overall))?;
    if delivery.notice().is_some() {
        return Err(Unwritable(Fact::Event));
    }
    let facts = Facts::read(&delivery, today);
    match wanted.iter().find(|(fact, content)| !same(facts.get(**fact), content)) {
        Some((fact, _)) => Err(Unwritable(*fact)),
        None => Ok(()),
    }
}

/// Whether two contents say the same; the order of words in a set means nothing.
fn same(found: &Content<'_>, wanted: &Content<'_>) -> bool {
    match (found, wanted) {
        (
            Content::Words { known, unknown },
            Content::Words { known: wanted_known, unknown: wanted_unknown },
        ) => as_set(known) == as_set(wanted_known) && as_set(unknown) == as_set(wanted_unknown),
        _ => found == wanted,
    }
}

fn as_set<T: Ord>(items: &[T]) -> Vec<&T> {
    let mut items: Vec<&T> = items.iter().collect();
    items.sort();
    items.dedup();
    items
}

/// A body in the making.
struct Draft<'w, 'c> {
    wanted: &'w Wanted<'c>,
    today: Option<Date>,
    body: Object<'w>,
}

impl<'w> Draft<'w, '_> {
    fn fact(&mut self, fact: Fact, content: &'w Content<'_>) {
        match fact {
            Fact::Event => {}
            Fact::Document => self.effective(content, Fact::ManualDocument, Fact::AutoDocument),
            Fact::Face => self.effective(content, Fact::ManualFace, Fact::AutoFace),
            Fact::Tags | Fact::TagsReported if *content != Content::Missing => self.tags(),
            Fact::Aml | Fact::AmlHits if *content != Content::Missing => self.screening(),
            Fact::RepeatedKeys if *content == Content::Flag(true) => {
                self.put("additionalData", contradiction());
            }
            Fact::RepeatedKeys => {}
            _ if says_absence(fact, content) => {}
            _ if *content == Content::Missing => self.hide(fact),
            _ => self.put_some(first_place(fact), self.value(fact, content)),
        }
    }

    /// A fact of which the body says something, yet not what it is.
    fn hide(&mut self, fact: Fact) {
        match fact {
            Fact::AmlCheck | Fact::BankCard => {
                let block = first_place(fact).split('.').next().unwrap_or_default();
                self.put(block, Value::Object(Object::default()));
            }
            _ if fact.absence() == Absence::Zero => self.put(first_place(fact), not_text()),
            _ => self.put(first_place(fact), contradiction()),
        }
    }

    /// What stands at the first place of a fact; `None` when it has no such value.
    fn value(&self, fact: Fact, content: &'w Content<'_>) -> Option<Value<'w>> {
        match (fact, content) {
            (Fact::Age, Content::Number(years)) => {
                self.day(|today| today.years_before(whole(*years)?))
            }
            (Fact::DaysToExpiry, Content::Number(days)) => {
                self.day(|today| today.days_later(whole(*days)?))
            }
            (Fact::Duplicates, Content::Number(count)) => duplicates(whole(*count)?),
            (Fact::Lid | Fact::Criminal, Content::Word(place)) => {
                Some(block::with(*Service::ALL.get(*place)?, Vec::new()))
            }
            (Fact::DriverLicense, _) => block::licence(content),
            _ => plain(fact, content),
        }
    }

    fn day(&self, count: impl Fn(Date) -> Option<Date>) -> Option<Value<'w>> {
        let day = self.today.and_then(count)?;
        Some(Value::String(Cow::Owned(day.to_iso())))
    }

    fn put_some(&mut self, path: &str, value: Option<Value<'w>>) {
        if let Some(value) = value {
            self.put(path, value);
        }
    }

    /// Puts a value at a dotted path, in place of one that is there.
    fn put(&mut self, path: &str, value: Value<'w>) {
        put(&mut self.body, path, value);
    }
}

/// Whether nothing has to be written for it.
fn says_absence(fact: Fact, content: &Content<'_>) -> bool {
    fact.absence() != Absence::Never && *content == neutral(fact).1
}

fn put<'v>(object: &mut Object<'v>, path: &str, value: Value<'v>) {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let found = object.members.iter().position(|(known, _)| known == key);
    let index = found.unwrap_or_else(|| {
        object.members.push((Cow::Owned(key.to_owned()), Value::Object(Object::default())));
        object.members.len() - 1
    });
    match (rest, object.members.get_mut(index)) {
        (Some(rest), Some((_, Value::Object(inner)))) => put(inner, rest, value),
        (_, Some((_, member))) => *member = value,
        (_, None) => {}
    }
}

fn first_place(fact: Fact) -> &'static str {
    fact.paths().next().unwrap_or_default()
}

/// The value that reads as this content where a fact is read from one place.
fn plain<'v>(fact: Fact, content: &'v Content<'_>) -> Option<Value<'v>> {
    Some(match (fact.kind(), content) {
        (Kind::Word(vocabulary), Content::Word(place)) => text(vocabulary.words.get(*place)?.text),
        (_, Content::Unknown(word)) => unknown(word),
        (_, Content::Texts { known, not_text: others }) => {
            let others = (0..*others).map(|_| not_text());
            Value::Array(known.iter().map(|known| text(known)).chain(others).collect())
        }
        (_, Content::Number(number)) => {
            Value::Number(whole(*number).map_or(Number::Float(*number), Number::Negative))
        }
        (_, Content::Flag(flag)) => Value::Bool(*flag),
        (_, Content::Country(country)) => text(country.as_str()),
        (_, Content::Text(known)) => text(known),
        _ => return None,
    })
}

fn text(text: &str) -> Value<'_> {
    Value::String(Cow::Borrowed(text))
}

/// A word that the vocabulary does not have, or no word at all.
fn unknown<'v>(word: &'v Option<Cow<'_, str>>) -> Value<'v> {
    word.as_deref().map_or_else(not_text, text)
}

fn not_text<'v>() -> Value<'v> {
    Value::Bool(true)
}

fn whole(number: f64) -> Option<i64> {
    Number::Float(number).as_whole()
}

/// A value that says two things at one place, so that nothing can be read from it.
fn contradiction<'v>() -> Value<'v> {
    object([1, 2].map(|number| ("value", Value::Number(Number::Unsigned(number)))))
}

fn object<'v>(members: impl IntoIterator<Item = (&'static str, Value<'v>)>) -> Value<'v> {
    let members = members.into_iter().map(|(key, value)| (Cow::Borrowed(key), value)).collect();
    Value::Object(Object { members })
}

fn duplicates<'v>(count: i64) -> Option<Value<'v>> {
    let entries = (0..count).map(|_| text(SCAN_REF));
    (0..=MOST_ENTRIES).contains(&count).then(|| Value::Array(entries.collect()))
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod vectors {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The facts of every body of the shared vectors can be written: whatever the reader finds in
    /// the vendor's samples and in the odd ones, the writer can say.
    #[test]
    fn the_facts_of_any_webhook_can_be_written() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/webhook");
        let today = Some(Date::read("2026-11-21").unwrap());
        let mut rewritten = 0;
        for entry in fs::read_dir(folder).unwrap() {
            let file: serde_json::Value =
                serde_json::from_slice(&fs::read(entry.unwrap().path()).unwrap()).unwrap();
            for case in file["cases"].as_array().unwrap() {
                let input = &case["input"];
                let raw = input["body"].as_str().map(str::to_owned);
                let body = raw.unwrap_or_else(|| input["payload"].to_string());
                let event = input["event"].as_str();
                let Ok(delivery) = webhook::parse(body.as_bytes(), event, &Limits::default())
                else {
                    continue;
                };
                if delivery.notice().is_some() {
                    continue;
                }
                let facts = Facts::read(&delivery, today);
                let wanted: Wanted<'_> =
                    Fact::ALL.iter().map(|fact| (*fact, facts.get(*fact).clone())).collect();
                let written = write(&wanted, today);
                assert!(written.is_ok(), "{}: {written:?}", case["name"]);
                rewritten += 1;
            }
        }
        assert!(rewritten > 1000, "only {rewritten} bodies");
    }
}
