//! Switches, numbers and ranges.

use crate::json::{Node, Number};

use super::types;
use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

/// A range of whole numbers, both ends included, and the rule that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(in crate::token) struct Range {
    pub(in crate::token) rule: Rule,
    pub(in crate::token) min: Option<i64>,
    pub(in crate::token) max: Option<i64>,
}

impl Range {
    fn holds(&self, number: i64) -> bool {
        self.min.is_none_or(|min| number >= min) && self.max.is_none_or(|max| number <= max)
    }
}

pub(super) fn boolean(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    types::demand(value.as_bool(), Rule::TypeBoolean, place, inspection);
}

pub(super) fn number(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    types::demand(value.as_number(), Rule::TypeNumber, place, inspection);
}

pub(super) fn integer(
    ranges: &[Range],
    value: Node<'_>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    let Some(number) = types::demand(whole(value), Rule::TypeInteger, place, inspection) else {
        return;
    };
    if matches!(value.as_number(), Some(Number::Float(_))) {
        inspection.report(place, Rule::TypeIntegralFloat);
    }
    for range in ranges.iter().filter(|range| !range.holds(number)) {
        inspection.report(place, range.rule.within(range.min, range.max));
    }
}

/// The value as a whole number, if it is one for JSON Schema: `3600.0` and `6e2` are.
/// Numbers beyond 64 bits become the nearest one within.
pub(in crate::token) fn whole(value: Node<'_>) -> Option<i64> {
    value.as_number().and_then(whole_number)
}

fn whole_number(number: Number) -> Option<i64> {
    match number {
        Number::Float(number) => (number.fract() == 0.0).then(|| nearest(number)),
        Number::Unsigned(number) => Some(i64::try_from(number).unwrap_or(i64::MAX)),
        Number::Negative(number) => Some(number),
    }
}

/// A float without a fraction as an integer, by its digits: a cast would be silent about
/// what it loses.
fn nearest(number: f64) -> i64 {
    let beyond = if number < 0.0 { i64::MIN } else { i64::MAX };
    format!("{number:.0}").parse().unwrap_or(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_whole_however_they_are_written() {
        let float = |number| whole_number(Number::Float(number));
        assert_eq!(float(3600.0), Some(3600));
        assert_eq!(float(-0.0), Some(0));
        assert_eq!(float(3600.5), None);
        assert_eq!(float(1e300), Some(i64::MAX));
        assert_eq!(float(-1e300), Some(i64::MIN));
        assert_eq!(whole_number(Number::Unsigned(u64::MAX)), Some(i64::MAX));
    }

    #[test]
    fn both_ends_of_a_range_are_inside() {
        let range = Range { rule: Rule::SessionLengthRange, min: Some(60), max: Some(3600) };
        assert!(range.holds(60) && range.holds(3600));
        assert!(!range.holds(59) && !range.holds(3601));
    }
}
