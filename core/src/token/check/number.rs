//! Switches, numbers and ranges.

use crate::json::{Number, Value};

use super::types;
use crate::token::finding::{Finding, Inspection, Place};
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

    fn refusal(&self) -> Finding {
        let mut finding = Finding::from(self.rule);
        for (name, limit) in [("min", self.min), ("max", self.max)] {
            if let Some(limit) = limit {
                finding = finding.with(name, limit);
            }
        }
        finding
    }
}

pub(super) fn boolean(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    types::demand(value.as_bool(), Rule::TypeBoolean, place, inspection);
}

pub(super) fn number(value: &Value<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if !matches!(value, Value::Number(_)) {
        inspection.report(place, Rule::TypeNumber);
    }
}

pub(super) fn integer(
    ranges: &[Range],
    value: &Value<'_>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    let Some(number) = types::demand(whole(value), Rule::TypeInteger, place, inspection) else {
        return;
    };
    if matches!(value, Value::Number(Number::Float(_))) {
        inspection.report(place, Rule::TypeIntegralFloat);
    }
    for range in ranges.iter().filter(|range| !range.holds(number)) {
        inspection.report(place, range.refusal());
    }
}

/// The value as a whole number, if it is one for JSON Schema: `3600.0` and `6e2` are.
/// Numbers beyond 64 bits become the nearest one within.
pub(in crate::token) fn whole(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Number(Number::Float(number)) if number.fract() == 0.0 => Some(nearest(*number)),
        Value::Number(Number::Unsigned(number)) => Some(i64::try_from(*number).unwrap_or(i64::MAX)),
        Value::Number(Number::Negative(number)) => Some(*number),
        _ => None,
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
        let float = |number| whole(&Value::Number(Number::Float(number)));
        assert_eq!(float(3600.0), Some(3600));
        assert_eq!(float(-0.0), Some(0));
        assert_eq!(float(3600.5), None);
        assert_eq!(float(1e300), Some(i64::MAX));
        assert_eq!(float(-1e300), Some(i64::MIN));
        assert_eq!(whole(&Value::Number(Number::Unsigned(u64::MAX))), Some(i64::MAX));
        assert_eq!(whole(&Value::Bool(true)), None);
    }

    #[test]
    fn both_ends_of_a_range_are_inside() {
        let range = Range { rule: Rule::SessionLengthRange, min: Some(60), max: Some(3600) };
        assert!(range.holds(60) && range.holds(3600));
        assert!(!range.holds(59) && !range.holds(3601));
    }
}
