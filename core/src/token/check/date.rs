//! Dates.

use std::cmp::Ordering;

use crate::date::{Date, DateFault};

use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

/// A real day as `YYYY-MM-DD`; one on the wrong `side` of today is noted by `rule`.
pub(super) fn date(
    text: &str,
    side: Ordering,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    match Date::parse(text) {
        Err(DateFault::Format) => inspection.report(place, Rule::DateFormat),
        Err(DateFault::Calendar) => inspection.report(place, Rule::DateCalendar),
        Ok(date) => {
            if inspection.profile.today.is_some_and(|today| date.cmp(&today) == side) {
                inspection.report(place, rule);
            }
        }
    }
}
