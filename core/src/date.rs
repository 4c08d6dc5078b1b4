//! Calendar dates, read strictly.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use crate::error::InputError;

/// A date of the proleptic Gregorian calendar, year 0001 to 9999.
///
/// ```
/// use idenfy_rules::Date;
/// assert!(Date::read("2024-02-29").is_ok());
/// assert!(Date::read("2023-02-29").is_err());
/// assert!(Date::read("2024-2-29").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(NaiveDate);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateFault {
    /// Not `YYYY-MM-DD` in ASCII digits.
    Format,
    /// Well written, but no such day.
    Calendar,
}

/// A day of every calendar year, or the earliest that there is.
const fn day(year: i32, month: u32, day: u32) -> Date {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Date(date),
        None => Date(NaiveDate::MIN),
    }
}

impl Date {
    /// The first day that can be read.
    pub(crate) const FIRST: Self = day(1, 1, 1);
    /// The last day that can be read.
    pub(crate) const LAST: Self = day(9999, 12, 31);

    /// Reads `YYYY-MM-DD`: ten ASCII characters, nothing before or after.
    ///
    /// # Errors
    /// `input.date` for anything else, and for days that do not exist.
    pub fn read(text: &str) -> Result<Self, InputError> {
        Self::parse(text)
            .map_err(|_| InputError::new("input.date", "a date must be a real day as `YYYY-MM-DD`"))
    }

    /// A date from its parts.
    ///
    /// # Errors
    /// `input.date` when there is no such day or the year is not 1 to 9999.
    pub fn from_parts(year: u16, month: u8, day: u8) -> Result<Self, InputError> {
        Self::read(&format!("{year:04}-{month:02}-{day:02}"))
    }

    /// The date as it is sent: `YYYY-MM-DD`. There is no `Display`, so that a date of birth
    /// does not get into texts by chance.
    ///
    /// ```
    /// let date = idenfy_rules::Date::from_parts(1990, 5, 15).unwrap();
    /// assert_eq!(date.to_iso(), "1990-05-15");
    /// ```
    #[must_use]
    pub fn to_iso(self) -> String {
        let date = self.0;
        format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }

    // The parser of chrono takes `1990-5-15`, ` 1990-05-15` and signed years; it is asked
    // about the calendar only.
    pub(crate) fn parse(text: &str) -> Result<Self, DateFault> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateFault::Format);
        };
        let part = |digits: &[u8]| number(digits).ok_or(DateFault::Format);
        let (year, month, day) = (part(&[y1, y2, y3, y4])?, part(&[m1, m2])?, part(&[d1, d2])?);
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
            .filter(|_| year > 0)
            .map(Self)
            .ok_or(DateFault::Calendar)
    }

    /// Days from `self` to `other`; negative when `other` is earlier.
    pub(crate) fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// Whole years from `self` to `later`, as ages are counted; `None` when it is not later.
    pub(crate) fn years_until(self, later: Self) -> Option<i64> {
        later.0.years_since(self.0).map(i64::from)
    }

    /// The latest birthday of somebody who is so many years old on this day.
    pub(crate) fn years_before(self, years: i64) -> Option<Self> {
        let months = u32::try_from(years).ok()?.checked_mul(12)?;
        self.0.checked_sub_months(Months::new(months)).and_then(Self::in_range)
    }

    /// The day that is so many days later; negative for an earlier one.
    pub(crate) fn days_later(self, days: i64) -> Option<Self> {
        self.0.checked_add_signed(TimeDelta::try_days(days)?).and_then(Self::in_range)
    }

    fn in_range(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }
}

/// The number that up to four digits are, if they are digits.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0'))
    })
}

/// A date may be a date of birth, so it is not shown.
impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Date(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_chrono_would_let_through_is_refused() {
        for wrong in
            ["1990-5-15", "+1990-05-15", " 1990-05-15", "1990-05- 5", "10000-01-01", "1990-05-15 "]
        {
            assert_eq!(Date::parse(wrong), Err(DateFault::Format), "{wrong}");
        }
        for wrong in ["0000-01-01", "1900-02-29", "1990-13-01", "1990-00-10", "2020-04-31"] {
            assert_eq!(Date::parse(wrong), Err(DateFault::Calendar), "{wrong}");
        }
        assert!(Date::parse("0001-01-01").is_ok() && Date::parse("9999-12-31").is_ok());
    }

    #[test]
    fn distances_count_days_and_whole_years() {
        let born = Date::read("2004-02-29").unwrap();
        assert_eq!(born.years_until(Date::read("2022-02-28").unwrap()), Some(17));
        assert_eq!(born.years_until(Date::read("2022-03-01").unwrap()), Some(18));
        assert_eq!(born.years_until(Date::read("2004-02-28").unwrap()), None);
        assert_eq!(born.days_until(Date::read("2004-02-28").unwrap()), -1);
        assert!(Date::from_parts(2026, 11, 21).is_ok() && Date::from_parts(0, 1, 1).is_err());
    }
}
