//! Numbers.

use super::input::Input;
use super::{Span, Sure, Unsure};

/// Numbers of fewer bytes cannot leave the range of a float unless they have an exponent.
const SURELY_IN_RANGE: u32 = 300;

/// The place behind a number.
#[inline(never)]
pub(super) fn behind_number(text: Input<'_>, start: u32) -> Sure<u32> {
    let first = if text.byte(start) == Some(b'-') { start + 1 } else { start };
    let whole =
        if text.byte(first) == Some(b'0') { first + 1 } else { behind_digits(text, first)? };
    let end = match text.byte(whole) {
        Some(b'.') => behind_digits(text, whole + 1)?,
        _ => whole,
    };
    match text.byte(end) {
        Some(b'e' | b'E') => in_range(text, start, behind_exponent(text, end + 1)?),
        _ if end - start < SURELY_IN_RANGE => Ok(end),
        _ => in_range(text, start, end),
    }
}

/// The place behind at least one digit.
fn behind_digits(text: Input<'_>, start: u32) -> Sure<u32> {
    let mut end = start;
    while text.byte(end).is_some_and(|byte| byte.is_ascii_digit()) {
        end += 1;
    }
    if end > start { Ok(end) } else { Err(Unsure) }
}

fn behind_exponent(text: Input<'_>, at: u32) -> Sure<u32> {
    match text.byte(at) {
        Some(b'+' | b'-') => behind_digits(text, at + 1),
        _ => behind_digits(text, at),
    }
}

/// What is too large for a float is refused, and where that begins is for serde_json to say.
#[cold]
fn in_range(text: Input<'_>, start: u32, end: u32) -> Sure<u32> {
    let digits = text.slice(Span::new(start, end))?;
    // As `serde_json::Number` it would be taken where a program keeps all digits.
    serde_json::from_slice::<f64>(digits).map(|_| end).map_err(|_| Unsure)
}
