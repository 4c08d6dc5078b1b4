//! Strings with something in them that needs a look.

use super::input::Input;
use super::stops::Stops;
use super::{Kind, Span, Sure, Token, Unsure};

/// A string from `start` on whose first stop is at `at`, and the place behind its closing quote.
#[inline(never)]
pub(super) fn unusual_string(
    text: Input<'_>,
    stops: &mut Stops<'_>,
    start: u32,
    mut at: u32,
) -> Sure<(Token, u32)> {
    let mut kind = Kind::Text;
    loop {
        match text.byte(at) {
            Some(b'"') => return Ok((Token { kind, span: Span::new(start, at) }, at + 1)),
            Some(b'\\') => {
                kind = Kind::Escaped;
                at = behind_escape(text, at + 1)?;
            }
            Some(0x80..) => at = behind_characters(text, at)?,
            _ => return Err(Unsure),
        }
        at = stops.first_from(at);
    }
}

/// The place behind characters beyond ASCII: in UTF-8 no byte of theirs is ASCII.
fn behind_characters(text: Input<'_>, start: u32) -> Sure<u32> {
    let mut end = start;
    while text.byte(end).is_some_and(|byte| !byte.is_ascii()) {
        end += 1;
    }
    let characters = text.slice(Span::new(start, end))?;
    std::str::from_utf8(characters).map(|_| end).map_err(|_| Unsure)
}

/// The place behind an escape whose backslash is behind.
fn behind_escape(text: Input<'_>, at: u32) -> Sure<u32> {
    match text.byte(at) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 1),
        Some(b'u') => match unit(text, at + 1)? {
            0xd800..=0xdbff => behind_low_surrogate(text, at + 5),
            0xdc00..=0xdfff => Err(Unsure),
            _ => Ok(at + 5),
        },
        _ => Err(Unsure),
    }
}

/// The second half of a pair, without which the first one means nothing.
fn behind_low_surrogate(text: Input<'_>, at: u32) -> Sure<u32> {
    match (text.chunk(at) == Some(br"\u"), unit(text, at + 2)?) {
        (true, 0xdc00..=0xdfff) => Ok(at + 6),
        _ => Err(Unsure),
    }
}

/// Four hexadecimal digits.
fn unit(text: Input<'_>, at: u32) -> Sure<u32> {
    let digits: &[u8; 4] = text.chunk(at).ok_or(Unsure)?;
    digits.iter().try_fold(0, |value, digit| {
        let digit = char::from(*digit).to_digit(16).ok_or(Unsure)?;
        Ok((value << 4) | digit)
    })
}
