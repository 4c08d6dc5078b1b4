//! The JSON type of a value: the value itself, or a finding.

use crate::json::{Node, NodeItems, NodeMembers};

use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

pub(super) fn string<'t>(
    value: Node<'t>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<&'t str> {
    demand(value.as_str(), Rule::TypeString, place, inspection)
}

pub(super) fn list<'t>(
    value: Node<'t>,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<NodeItems<'t>> {
    demand(value.items(), rule, place, inspection)
}

pub(super) fn object<'t>(
    value: Node<'t>,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> Option<NodeMembers<'t>> {
    demand(value.members(), rule, place, inspection)
}

/// The items of a list that must be strings, each with its index.
pub(super) fn strings<'t>(
    items: NodeItems<'t>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) -> impl Iterator<Item = (usize, &'t str)> + Clone + use<'t> {
    for (index, item) in items.enumerate() {
        demand(item.as_str(), Rule::DocumentsItemType, &place.item(index), inspection);
    }
    items.enumerate().filter_map(|(index, item)| Some((index, item.as_str()?)))
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
