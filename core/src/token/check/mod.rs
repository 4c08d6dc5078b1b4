//! What is asked of one member, by the family that its row names.

mod country;
mod date;
mod document;
mod number;
mod steps;
pub(super) mod text;
mod types;
mod url;
mod uuid;
mod word;

use std::cmp::Ordering;

use crate::json::Node;
use crate::vocab::{DocumentType, Locale, Vocabulary};

use super::finding::Inspection;
use super::place::Place;
use super::rule::Rule;

pub(super) use country::ALL;
pub(super) use document::{bound_to, is_known as is_known_document};
pub(super) use number::{Range, whole};
pub(super) use steps::key as step_key;
pub(super) use text::{Text, control_characters, has_outer_space};
pub(super) use uuid::plain as plain_uuid;
pub(super) use word::Choice;

/// The family of rules that a member belongs to, with its limits.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// Not looked at.
    Nothing,
    Boolean,
    Number,
    Integer(&'static [Range]),
    String(Form),
    Array,
    /// One code, or as one example shows several.
    Country,
    Documents,
    Registries,
    Steps,
    StepData,
}

/// What a member of type string has to look like.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    Text(Text),
    Word(Choice),
    /// A date, and the rule that notes it when it lies on this side of today.
    Date(Ordering, Rule),
    Nationality,
    Locale,
    /// A URL for the person's browser.
    RedirectUrl,
    /// A URL that the vendor's servers call.
    CallbackUrl,
    Uuid,
}

impl Check {
    /// Asks everything about a value that is present and not null.
    #[inline(always)]
    pub(super) fn run(&self, value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
        match self {
            Self::Nothing => {}
            Self::Boolean => number::boolean(value, place, inspection),
            Self::Number => number::number(value, place, inspection),
            Self::Integer(ranges) => number::integer(ranges, value, place, inspection),
            Self::String(form) => {
                if let Some(text) = types::string(value, place, inspection) {
                    form.run(text, place, inspection);
                }
            }
            Self::Array => _ = types::list(value, Rule::TypeArray, place, inspection),
            Self::Country => country::country(value, place, inspection),
            Self::Documents => document::documents(value, place, inspection),
            Self::Registries => country::registries(value, place, inspection),
            Self::Steps => steps::steps(value, place, inspection),
            Self::StepData => steps::data(value, place, inspection),
        }
    }
}

/// What the table of members tells about its checks. A bound that is only noted is none.
impl Check {
    pub(super) fn min(&self) -> Option<i64> {
        match self {
            Self::Integer(ranges) => refusing(ranges).find_map(|range| range.min),
            Self::String(Form::Text(text)) => text.empty.filter(|rule| rule.refuses()).map(|_| 1),
            _ => None,
        }
    }

    pub(super) fn max(&self) -> Option<i64> {
        match self {
            Self::Integer(ranges) => refusing(ranges).find_map(|range| range.max),
            Self::String(Form::Text(text)) => text.max.map(|(max, _)| i64::from(max)),
            Self::String(Form::Locale) => Some(word::LONGEST_LOCALE.into()),
            Self::String(Form::RedirectUrl | Form::CallbackUrl) => Some(url::LONGEST.into()),
            _ => None,
        }
    }

    pub(super) fn format(&self) -> Option<&'static str> {
        match self {
            Self::String(Form::Date(..)) => Some("date"),
            Self::String(Form::RedirectUrl | Form::CallbackUrl) => Some("uri"),
            Self::String(Form::Uuid) => Some("uuid"),
            Self::String(Form::Nationality) | Self::Country | Self::Registries => Some("alpha-2"),
            _ => None,
        }
    }

    pub(super) fn vocabulary(&self) -> Option<Vocabulary> {
        match self {
            Self::String(Form::Word(choice)) => Some(choice.words),
            Self::String(Form::Locale) => Some(Locale::VOCABULARY),
            Self::Documents => Some(DocumentType::VOCABULARY),
            _ => None,
        }
    }
}

fn refusing(ranges: &[Range]) -> impl Iterator<Item = &Range> {
    ranges.iter().filter(|range| range.rule.refuses())
}

impl Form {
    #[inline(always)]
    fn run(&self, text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
        match self {
            Self::Text(rules) => rules.run(text, place, inspection),
            Self::Word(choice) => choice.run(text, place, inspection),
            Self::Date(side, rule) => date::date(text, *side, *rule, place, inspection),
            Self::Locale => word::locale(text, place, inspection),
            Self::Nationality => country::nationality(text, place, inspection),
            Self::RedirectUrl => url::redirect(text, place, inspection),
            Self::CallbackUrl => url::callback(text, place, inspection),
            Self::Uuid => uuid::uuid(text, place, inspection),
        }
    }
}
