//! From values of axes to a webhook that the parser reads as just these facts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::date::Date;
use crate::facts::{Content, Fact, Kind, Wanted, write};
use crate::json::{self, Layout, Limits, Number, Object, Value};

use super::inquiry::Assignment;
use super::proof::Gap;
use super::solve::{Table, Var};
use super::space::{Axis, Item, Space, Texts};

/// A body and the event of its header.
#[derive(Debug)]
pub(super) struct Webhook {
    pub(super) body: String,
    pub(super) event: Option<String>,
}

/// What the writer of facts cannot say, as members of an object of the body.
type Addition = (&'static str, &'static str, Value<'static>);

/// The most duplicates that one list holds.
fn most_entries() -> f64 {
    let most = u64::try_from(Limits::default().list).unwrap_or(u64::MAX);
    Number::Unsigned(most).as_f64()
}

impl Webhook {
    /// Writes the webhook of an assignment. It fails if no text says what is wanted of patterns.
    pub(super) fn of(space: &Space, assignment: &Assignment, today: Date) -> Result<Self, Gap> {
        let draft = Draft::of(space, &assignment.values).ok_or(Gap::Patterns)?;
        let written = write(&draft.facts, Some(today)).map_err(|_| Gap::Disagreement)?;
        if draft.additions.is_empty() {
            return Ok(Self { body: written.body, event: written.event });
        }
        let Ok(Value::Object(mut body)) = json::read(written.body.as_bytes(), &Limits::default())
        else {
            return Err(Gap::Disagreement);
        };
        for (parent, key, value) in draft.additions {
            let members = match body.members.iter_mut().find(|(name, _)| name == parent) {
                Some((_, Value::Object(inner))) => &mut inner.members,
                _ => return Err(Gap::Disagreement),
            };
            members.push((Cow::Borrowed(key), value));
        }
        Ok(Self { body: Layout::COMPACT.write_object(&body), event: written.event })
    }
}

/// The facts of a webhook in the making.
#[derive(Default)]
struct Draft {
    facts: Wanted<'static>,
    additions: Vec<Addition>,
}

impl Draft {
    fn of(space: &Space, values: &Table<Var, usize>) -> Option<Self> {
        let mut draft = Self::default();
        let mut sets: BTreeMap<Fact, Vec<&Item>> = BTreeMap::new();
        let mut hidden = false;
        for (var, axis) in space.axes.iter().filter(|(var, _)| !space.is_twin(*var)) {
            let value = values[var];
            hidden |= axis.hiding().has(value);
            match axis {
                Axis::Fact { fact, sorts } => {
                    let sort = sorts.get(value)?;
                    match space.texts_of(*fact) {
                        Some(texts) if texts.is_open(value) => {
                            let text = text(texts, value, values)?;
                            draft.facts.insert(*fact, Content::Text(Cow::Owned(text)));
                        }
                        _ => draft.put(*fact, sort.content.clone()),
                    }
                }
                Axis::Checks(checks) => {
                    for fact in checks.members() {
                        if checks.hidden(fact, value) {
                            draft.additions.push(("status", fact.as_str(), contradiction()));
                        } else if checks.filled(fact, value) {
                            draft.put(fact, checks.content(fact, value).clone());
                        }
                    }
                }
                Axis::Group(group) => {
                    sets.entry(group.fact).or_default().extend(group.there(value));
                }
                Axis::Pattern { .. } => {}
            }
        }
        draft.add_sets(sets);
        if hidden {
            draft.facts.remove(&Fact::RepeatedKeys);
        }
        Some(draft)
    }

    fn put(&mut self, fact: Fact, content: Content<'static>) {
        let content = match (fact, content) {
            (Fact::Duplicates, Content::Number(count)) if count > most_entries() => {
                let more = Number::Float(count - most_entries()).as_whole().unwrap_or_default();
                let entries = (0..more).map(|_| Value::Bool(true)).collect();
                self.additions.push(("data", "duplicateDocFaces", Value::Array(entries)));
                Content::Number(most_entries())
            }
            // The three lists of tags hide their answer together.
            (Fact::TagsReported, Content::Missing) => {
                self.facts.insert(Fact::Tags, Content::Missing);
                return;
            }
            (_, content) => content,
        };
        self.facts.insert(fact, content);
    }

    /// Adds the sets that can be read.
    fn add_sets(&mut self, sets: BTreeMap<Fact, Vec<&Item>>) {
        for (fact, items) in sets {
            let hidden_by = match fact {
                Fact::AmlHits => Fact::Aml,
                other => other,
            };
            if self.facts.get(&hidden_by) != Some(&Content::Missing) {
                self.facts.insert(fact, set(fact, &items));
            }
        }
    }
}

/// A text that belongs to a value and of which the patterns say what they are to say.
fn text(texts: &Texts, value: usize, values: &Table<Var, usize>) -> Option<String> {
    if texts.patterns.is_empty() {
        let Content::Text(text) = &texts.sorts.get(value)?.content else { return None };
        return Some(text.clone().into_owned());
    }
    let fits = |text: &&String| {
        let said = |asked: &super::space::Asked| {
            let wanted = asked.var.is_some_and(|var| values[var] == 1);
            asked.pattern.is_match(text) == wanted
        };
        texts.open_value(text) == Some(value) && texts.patterns.iter().all(said)
    };
    texts.candidates.iter().find(fits).cloned()
}

fn set(fact: Fact, items: &[&Item]) -> Content<'static> {
    let is_texts = fact.kind() == Kind::Texts;
    let (mut known, mut texts, mut unknown, mut not_text) = (vec![], vec![], vec![], 0);
    for item in items {
        match item {
            Item::Known(place) => known.push(*place),
            Item::Text(text) | Item::OtherText(text) => texts.push(Cow::Owned(text.clone())),
            Item::Unlisted(text) | Item::Unknown(text) => {
                unknown.push(Some(Cow::Owned(text.clone())));
            }
            Item::NotText => not_text += 1,
        }
    }
    if is_texts {
        Content::Texts { known: texts, not_text }
    } else {
        Content::Words { known, unknown }
    }
}

/// A value that says two things at one place.
fn contradiction() -> Value<'static> {
    let member = |number| (Cow::Borrowed("value"), Value::Number(Number::Unsigned(number)));
    Value::Object(Object { members: [1, 2].map(member).into() })
}
