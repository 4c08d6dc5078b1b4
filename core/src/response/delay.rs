//! How long to wait: exponential backoff with full jitter, and `Retry-After`.

use std::time::UNIX_EPOCH;

use super::Delay;
use super::input::{Jitter, Response};

/// The ceiling of the first backoff; it doubles with every attempt. Source: the 1, 2, 4 seconds
/// of guides/error-handling.
const FIRST_MS: u64 = 1_000;

/// A backoff grows no longer than this, unless a plan says otherwise.
pub(super) const LONGEST_MS: u64 = 60_000;

/// On top of a stated wait comes up to a tenth of it, so that callers do not return all at once,
/// but never more than this.
const MOST_ON_TOP_MS: u64 = 5_000;

/// The wait before the attempt that follows `attempt`.
pub(super) fn delay(attempt: u32, retry_after_s: Option<u64>, jitter: Option<Jitter>) -> Delay {
    let (min_ms, span) = match retry_after_s {
        Some(seconds) => {
            let stated = seconds.saturating_mul(1_000);
            (stated, (stated / 10).min(MOST_ON_TOP_MS))
        }
        None => (0, ceiling_ms(attempt, LONGEST_MS)),
    };
    let ms = jitter.map(|jitter| min_ms.saturating_add(jitter.part_of(span)));
    Delay { min_ms, max_ms: min_ms.saturating_add(span), ms }
}

/// The longest backoff after `attempt`.
pub(super) fn ceiling_ms(attempt: u32, cap_ms: u64) -> u64 {
    let doubled = 2_u64.saturating_pow(attempt.saturating_sub(1));
    FIRST_MS.saturating_mul(doubled).min(cap_ms)
}

/// The seconds that `Retry-After` asks for: digits, or one of the three date forms of RFC 9110
/// measured against the answer's `Date`, else against `now_unix`.
///
/// A date in the past is 0, a number too large saturates, anything else is as if it were not
/// there. Of a repeated header the largest counts.
pub(super) fn retry_after_s(response: &Response<'_>, now_unix: Option<i64>) -> Option<u64> {
    let sent = response.values("Date").find_map(date_unix).or(now_unix);
    response
        .values("Retry-After")
        .filter_map(|value| seconds(value.trim_matches([' ', '\t']), sent))
        .max()
}

fn seconds(value: &str, sent: Option<i64>) -> Option<u64> {
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.parse().unwrap_or(u64::MAX));
    }
    let wait = date_unix(value)?.saturating_sub(sent?);
    Some(u64::try_from(wait).unwrap_or(0))
}

fn date_unix(value: &str) -> Option<i64> {
    let date = httpdate::parse_http_date(value).ok()?;
    let since = date.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(value: &str, now_unix: Option<i64>) -> Option<u64> {
        retry_after_s(&Response::new(429, &[("retry-AFTER", value)], b""), now_unix)
    }

    #[test]
    fn the_published_example_is_the_ceiling() {
        let ceilings = [1, 2, 3, 7, u32::MAX].map(|attempt| delay(attempt, None, None).max_ms);
        assert_eq!(ceilings, [1_000, 2_000, 4_000, 60_000, 60_000]);
    }

    #[test]
    fn too_many_digits_saturate() {
        assert_eq!(read("99999999999999999999999", None), Some(u64::MAX));
        assert_eq!(delay(1, Some(u64::MAX), None).max_ms, u64::MAX);
    }

    #[test]
    fn any_clock_will_do() {
        let date = "Fri, 31 Dec 9999 23:59:59 GMT";
        assert_eq!(read(date, Some(i64::MAX)), Some(0));
        assert_eq!(read(date, Some(0)), Some(253_402_300_799));
        assert_eq!(read(date, Some(i64::MIN)), Some(9_223_372_036_854_775_807));
    }

    proptest! {
        #[test]
        fn a_drawn_delay_keeps_to_its_bounds(
            attempt: u32, wait in prop::option::of(0..u64::MAX), draw in 0.0..1.0_f64,
        ) {
            let found = delay(attempt, wait, Some(Jitter::new(draw).unwrap()));
            let drawn = found.ms.unwrap();
            prop_assert!(found.min_ms <= drawn && drawn <= found.max_ms);
            prop_assert!(drawn >= wait.unwrap_or(0).saturating_mul(1_000));
            prop_assert!(found.max_ms - found.min_ms <= LONGEST_MS);
        }

        #[test]
        fn any_value_can_be_read(value in "([0-9A-Za-z ,:+-]|\\PC){0,40}", now: i64) {
            let plain = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
            prop_assert!(!plain || read(&value, Some(now)).is_some());
        }

        #[test]
        fn dates_near_the_usual_forms_can_be_read(
            day in 0..40_u8, month in "[A-Z][a-z]{2}", year in "[0-9]{2,4}", hour in 0..30_u8,
        ) {
            for value in [
                format!("Mon, {day:02} {month} {year} {hour:02}:00:00 GMT"),
                format!("Monday, {day:02}-{month}-{year} {hour:02}:00:00 GMT"),
                format!("Mon {month} {day:2} {hour:02}:00:00 {year}"),
            ] {
                prop_assert!(read(&value, Some(0)).is_none_or(|wait| wait < 1 << 40));
            }
        }
    }
}
