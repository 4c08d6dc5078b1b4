//! The JSON type of a value: the value itself, or a finding.

use crate::json::{Object, Value};

use crate::token::finding::{Inspection, Place};
use crate::token::rule::Rule;

pub(super) fn string<'v>(
    value: &'v Value<'_>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<&'v str> {
    demand(value.as_str(), Rule::TypeString, place, inspection)
}

pub(super) fn array<'v, 'a>(
    value: &'v Value<'a>,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<&'v [Value<'a>]> {
    demand(value.as_array(), rule, place, inspection)
}

pub(super) fn object<'v, 'a>(
    value: &'v Value<'a>,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<&'v Object<'a>> {
    demand(value.as_object(), rule, place, inspection)
}

/// The items of a list that must be strings, each with its index.
pub(super) fn strings<'v>(
    items: &'v [Value<'_>],
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Vec<(usize, &'v str)> {
    let mut texts = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let here = place.item(index);
        if let Some(text) = demand(item.as_str(), Rule::DocumentsItemType, &here, inspection) {
            texts.push((index, text));
        }
    }
    texts
}

pub(super) fn demand<T>(
    found: Option<T>,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<T> {
    if found.is_none() {
        inspection.report(place, rule);
    }
    found
}
