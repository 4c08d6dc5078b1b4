//! Facts that cannot be written one by one, since they are read from the same members.

use std::borrow::Cow;

use crate::json::Value;
use crate::vocab::{AmlHit, Class, Service, Tag};

use super::{
    Content, Draft, Fact, block, contradiction, first_place, object, plain, text, unknown,
};

/// Tags of these classes are reported among the mismatches, all others among the frauds.
const MISMATCHES: &[Class] = &[
    Class::DataMismatch,
    Class::DataMismatchMinor,
    Class::AgePolicy,
    Class::AdditionalStepMismatch,
    Class::AdditionalStepQuality,
];

type UnknownWord<'c> = Option<Cow<'c, str>>;

impl<'w, 'c> Draft<'w, 'c> {
    /// An effective check: by automation if nothing else is wanted there, else by a person.
    /// Beside a check that is known it hides its answer when the other one contradicts itself.
    pub(super) fn effective(&mut self, content: &'w Content<'_>, manual: Fact, auto: Fact) {
        let known = |fact| self.wanted.get(&fact).filter(|content| **content != Content::Missing);
        let place = match (content, known(manual), known(auto)) {
            (Content::Missing, Some(_), None) => auto,
            (Content::Missing, None, Some(_)) => manual,
            (Content::Missing, _, _) | (_, Some(_), _) => return,
            (_, None, Some(by_automation)) if by_automation == content => return,
            (_, None, _) if self.wanted.contains_key(&auto) => manual,
            _ => auto,
        };
        let value = match content {
            Content::Missing => Some(contradiction()),
            _ => plain(place, content),
        };
        self.put_some(first_place(place), value);
    }

    /// Reasons for suspicion stand in two lists; one of them alone does not count as a report.
    pub(super) fn tags(&mut self) {
        let (known, others) = self.words(Fact::Tags);
        let tags = known.iter().filter_map(|place| Tag::ALL.get(*place));
        let (mismatches, frauds): (Vec<Tag>, Vec<Tag>) =
            tags.partition(|tag| MISMATCHES.contains(&tag.class()));
        let named = |tags: Vec<Tag>| tags.into_iter().map(|tag| text(tag.as_str()));
        let mut mismatches: Vec<Value<'w>> = named(mismatches).collect();
        let mut frauds: Vec<Value<'w>> = named(frauds).chain(others.iter().map(unknown)).collect();

        let reported = self.wanted.get(&Fact::TagsReported) != Some(&Content::Flag(false));
        if !reported && !frauds.is_empty() {
            frauds.append(&mut mismatches);
        }
        for (path, list) in [("status.fraudTags", frauds), ("status.mismatchTags", mismatches)] {
            if reported || !list.is_empty() {
                self.put(path, Value::Array(list));
            }
        }
    }

    /// The older screening and its open hits stand in one block.
    pub(super) fn screening(&mut self) {
        let (known, others) = self.words(Fact::AmlHits);
        let kinds = known.iter().filter_map(|place| AmlHit::ALL.get(*place));
        let kinds = kinds.map(|kind| Some(text(kind.as_str())));
        let kinds = kinds.chain(others.iter().map(|kind| kind.as_deref().map(text)));
        let rows: Vec<Value<'w>> =
            kinds.map(|kind| object(kind.map(|kind| ("suspicion", kind)))).collect();

        let absent = if rows.is_empty() { Service::NotChecked } else { Service::Hit };
        let service = match self.wanted.get(&Fact::Aml) {
            Some(Content::Word(place)) => Service::ALL.get(*place).copied(),
            _ => Some(absent),
        };
        if let Some(service) = service
            && (service != Service::NotChecked || !rows.is_empty())
        {
            self.put(first_place(Fact::Aml), block::with(service, rows));
        }
    }

    /// The wanted words of a set: known ones by their places, and others.
    fn words(&self, fact: Fact) -> (&'w [usize], &'w [UnknownWord<'c>]) {
        match self.wanted.get(&fact) {
            Some(Content::Words { known, unknown }) => (known, unknown),
            _ => (&[], &[]),
        }
    }
}
