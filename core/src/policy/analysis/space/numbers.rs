//! Numbers, cut where the tests cut them.

use crate::date::Date;
use crate::facts::{Absence, Content, Fact};
use crate::json::{Limits, Number};
use crate::policy::condition::Test;

use super::sorts::{Label, Sort, missing};

/// Numbers that no test can tell apart. An end that is `None` is open to all that follows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    /// The lower end, and whether it belongs to the range.
    pub(crate) from: Option<(f64, bool)>,
    /// The upper end, and whether it belongs to the range.
    pub(crate) to: Option<(f64, bool)>,
}

/// A place between two numbers that a test tells apart: just before a number, or just after it.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Cut {
    at: f64,
    after: bool,
}

impl Range {
    fn has(&self, number: f64) -> bool {
        let above = self.from.is_none_or(|(end, own)| number > end || own && number == end);
        let below = self.to.is_none_or(|(end, own)| number < end || own && number == end);
        above && below && number.is_finite()
    }
}

pub(super) fn sorts(fact: Fact, tests: &[&Test], today: Date) -> Vec<Sort> {
    let cuts = cuts(fact, tests);
    let ranges = match whole_numbers(fact, today) {
        Some((least, most)) => whole(&cuts, least, most),
        None => any(&cuts),
    };
    let known = ranges.into_iter().filter_map(|range| {
        let content = Content::Number(plain_number(fact, &range)?);
        let sort = Sort::new(content, Label::Numbers(range));
        let plain = fact.absence() == Absence::Zero && range.has(0.0);
        Some(if plain { sort.plain() } else { sort })
    });
    let absent = missing(fact).map(|sort| match fact.absence() {
        Absence::Missing => sort.plain(),
        _ => sort,
    });
    known.chain(absent).collect()
}

fn cuts(fact: Fact, tests: &[&Test]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for test in tests {
        test.visit(fact, false, &mut |_, test, _| match test {
            Test::Below(at) | Test::AtLeast(at) => cuts.push(Cut { at: *at, after: false }),
            Test::AtMost(at) => cuts.push(Cut { at: *at, after: true }),
            _ => {}
        });
    }
    cuts.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.after.cmp(&b.after)));
    cuts.dedup();
    cuts
}

/// The whole numbers that a fact can have; `None` for one that may have fractions.
fn whole_numbers(fact: Fact, today: Date) -> Option<(i64, i64)> {
    match fact {
        Fact::Age => Some((0, Date::FIRST.years_until(today)?)),
        Fact::DaysToExpiry => Some((today.days_until(Date::FIRST), today.days_until(Date::LAST))),
        Fact::Duplicates => Some((0, i64::try_from(Limits::default().list * 2).ok()?)),
        _ => None,
    }
}

fn whole(cuts: &[Cut], least: i64, most: i64) -> Vec<Range> {
    let starts = cuts.iter().filter_map(|cut| {
        let at = Number::Float(cut.at).as_whole()?;
        at.checked_add(i64::from(cut.after))
    });
    // A cut at the least number leaves a range without numbers before it.
    let mut starts: Vec<i64> = starts.filter(|start| (least..=most).contains(start)).collect();
    starts.dedup();
    let ends = starts.iter().map(|start| start - 1).chain([most]);
    let number = |number| Some((Number::Negative(number).as_f64(), true));
    let ranges = [least].into_iter().chain(starts.clone()).zip(ends);
    ranges.map(|(from, to)| Range { from: number(from), to: number(to) }).collect()
}

fn any(cuts: &[Cut]) -> Vec<Range> {
    let from = [None].into_iter().chain(cuts.iter().map(|cut| Some((cut.at, !cut.after))));
    let to = cuts.iter().map(|cut| Some((cut.at, cut.after))).chain([None]);
    from.zip(to).map(|(from, to)| Range { from, to }).collect()
}

/// The number of the range that is nearest to what is usual, as far as its ends belong to it;
/// `None` when the range is empty.
fn plain_number(fact: Fact, range: &Range) -> Option<f64> {
    let usual: f64 = match fact {
        Fact::Age => 30.0,
        Fact::DaysToExpiry => 365.0,
        Fact::Duplicates => 0.0,
        _ => 10.0,
    };
    let (from, to) = (range.from.map(|(end, _)| end), range.to.map(|(end, _)| end));
    let (least, most) = (from.unwrap_or(f64::NEG_INFINITY), to.unwrap_or(f64::INFINITY));
    let candidates = [
        Some(usual.max(least).min(most)),
        from,
        to,
        from.map(|end| end + 1.0),
        to.map(|end| end - 1.0),
        from.zip(to).map(|(from, to)| from / 2.0 + to / 2.0),
        from.map(f64::next_up),
        to.map(f64::next_down),
    ];
    candidates.into_iter().flatten().find(|number| range.has(*number))
}
