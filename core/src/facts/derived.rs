//! Facts that are more than one member of the body.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::date::Date;
use crate::json::Value;
use crate::vocab::{Comparison, Event, Tag, Vocabulary};

use super::read::{Content, Found, Source, content, word, wrong_type};
use super::table::Fact;

pub(super) fn event<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    source.delivery.event().map(|event| word(&Event::VOCABULARY, event.as_str()))
}

/// The lists of reasons and the kind of flag that each one gives.
pub(crate) const TAG_LISTS: &[(&str, &str)] =
    &[("fraudTags", "fraud"), ("suspicionReasons", "fraud"), ("mismatchTags", "mismatch")];

pub(super) fn tags<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    let lists = TAG_LISTS.iter().filter_map(|(key, _)| source.delivery.status_member(key));
    words(&Tag::VOCABULARY, lists.flat_map(entries))
}

pub(super) fn tags_reported<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    let lists = TAG_LISTS.iter().map(|(key, _)| source.delivery.status_member(key));
    let reported = lists.map(|list| list.is_some_and(|value| *value != Value::Null));
    Some(Content::Flag(are_reported(reported)))
}

/// Reasons were given when lists of every kind were reported: mismatches, and fraud under either
/// name. Whether each of the lists was is told in their order.
pub(super) fn are_reported(reported: impl Iterator<Item = bool> + Clone) -> bool {
    let kinds = || TAG_LISTS.iter().map(|(_, kind)| kind);
    let is_reported = |kind| kinds().zip(reported.clone()).any(|list| list == (kind, true));
    kinds().all(is_reported)
}

pub(super) fn deny_reasons<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    let entries = source.delivery.status_member("denyReasons").map(entries)?;
    let not_text = entries.iter().filter(|entry| entry.is_none()).count();
    let known = entries.into_iter().flatten().map(Cow::Borrowed).collect();
    Some(Content::Texts { known, not_text })
}

/// The entries of a list of words, `None` for one that is not text. A value that is not a list
/// counts as one such entry; `null` and absence as no list.
pub(crate) fn entries<'v>(value: &'v Value<'_>) -> Vec<Option<&'v str>> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().map(Value::as_str).collect(),
        _ => vec![None],
    }
}

/// A set of words: the known ones as their places, the unknown ones as they came, each once.
/// Nothing at all is absence.
pub(super) fn words<'d>(
    vocabulary: &Vocabulary,
    entries: impl Iterator<Item = Option<&'d str>>,
) -> Option<Content<'d>> {
    let (mut known, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for entry in entries {
        match entry.and_then(|text| vocabulary.position(text)) {
            Some(place) => _ = known.insert(place),
            None => _ = unknown.insert(entry),
        }
    }
    let found = !known.is_empty() || !unknown.is_empty();
    found.then(|| Content::Words {
        known: known.into_iter().collect(),
        unknown: unknown.into_iter().map(|word| word.map(Cow::Borrowed)).collect(),
    })
}

/// The status of a block. No block is absence; a block without a status hides the answer.
pub(super) fn block_status<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let (block, key) = fact.places().rsplit_once('.')?;
    match source.at(block) {
        Found::Nothing => None,
        Found::Value(Value::Object(object)) => Some(match object.get(key) {
            Some(value) if !value.is_empty() => content(fact.kind(), value),
            _ => Content::Missing,
        }),
        _ => Some(wrong_type(fact.kind())),
    }
}

/// The lists of earlier verifications with the same face, counted together.
pub(super) fn duplicates<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let mut count = None;
    for path in fact.paths() {
        match source.at(path) {
            Found::Nothing => {}
            Found::Value(Value::Array(items)) => count = Some(count.unwrap_or(0) + items.len()),
            _ => return Some(Content::Missing),
        }
    }
    i64::try_from(count?).ok().map(Content::whole)
}

/// Every member that ends in `Match` is one comparison; `null` means not compared.
pub(super) fn driver_license<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let block = match source.at(fact.places()) {
        Found::Nothing => return None,
        Found::Value(Value::Object(block)) => block,
        _ => return Some(Content::Unknown(None)),
    };
    let comparisons: Vec<_> = block
        .iter()
        .filter(|(key, value)| key.ends_with("Match") && **value != Value::Null)
        .map(|(_, value)| value.as_bool())
        .collect();
    let result = match comparisons.as_slice() {
        [] => Comparison::NotCompared,
        all if all.contains(&Some(false)) => Comparison::NoMatch,
        all if all.contains(&None) => return Some(Content::Unknown(None)),
        _ => Comparison::Match,
    };
    Some(word(&Comparison::VOCABULARY, result.as_str()))
}

pub(super) fn age<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let born = date(source, fact)?;
    born.years_until(source.today?).map(Content::whole)
}

pub(super) fn days_to_expiry<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let expiry = date(source, fact)?;
    Some(Content::whole(source.today?.days_until(expiry)))
}

/// Dates of bodies may be partial or odd; such a one is as good as none.
fn date(source: &Source<'_>, fact: Fact) -> Option<Date> {
    match source.at(fact.places()) {
        Found::Value(Value::String(text)) => Date::parse(text).ok(),
        _ => None,
    }
}

pub(super) fn client_id<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    source.delivery.client_id().map(Content::Text)
}

pub(super) fn repeated_keys<'d>(source: &Source<'d>, _: Fact) -> Option<Content<'d>> {
    Some(Content::Flag(!source.delivery.repeated_keys().is_empty()))
}
