//! The members of objects and the items of lists, with what stands between them.

use super::input::Input;
use super::stops::Stops;
use super::string::unusual_string;
use super::{Cursor, Kind, Span, Sure, Token, Unsure};

/// The members of an object, after its brace. The value of each has to be read before the next.
#[derive(Debug)]
pub(crate) struct Members {
    /// The place behind the brace.
    pub(crate) object: u32,
    entries: usize,
}

impl Members {
    #[inline(always)]
    pub(crate) fn of(cursor: &Cursor<'_>) -> Self {
        Self { object: cursor.at, entries: 0 }
    }

    /// The next key, a text, or `None` behind the closing brace.
    #[inline(always)]
    pub(crate) fn next(&mut self, cursor: &mut Cursor<'_>) -> Sure<Option<Token>> {
        let (text, at) = (cursor.input, cursor.at);
        let start = if self.entries > 0 && text.begins_with(at, *b", \"") {
            at + 3
        } else {
            match unusual_step(text, at, self.entries > 0)? {
                (start, true) => start,
                (behind, false) => {
                    cursor.close(behind);
                    return Ok(None);
                }
            }
        };
        self.entries += 1;
        if self.entries > cursor.longest {
            return Err(Unsure);
        }
        let end = cursor.stops.first_from(start);
        // The closing quote is part of the test, so that all comes in one load.
        let (key, next) = if text.begins_with(end, *b"\": ") {
            (Token { kind: Kind::Text, span: Span::new(start, end) }, end + 3)
        } else {
            unusual_key(text, &mut cursor.stops, start, end)?
        };
        cursor.at = next;
        Ok(Some(key))
    }
}

/// From one member to the next, or to the first one: behind the quote that opens its key.
#[inline(never)]
fn unusual_step(text: Input<'_>, at: u32, has_entries: bool) -> Sure<(u32, bool)> {
    let (at, more) =
        if has_entries { text.between(at, b'}')? } else { text.before_first(at, b'}') };
    match (more, text.byte(at)) {
        (true, Some(b'"')) => Ok((at + 1, true)),
        (true, _) => Err(Unsure),
        (false, _) => Ok((at, false)),
    }
}

/// A key with something else than `": ` at its first stop, and the place behind its colon.
#[inline(never)]
fn unusual_key(
    text: Input<'_>,
    stops: &mut Stops<'_>,
    start: u32,
    stop: u32,
) -> Sure<(Token, u32)> {
    let (key, behind) = unusual_string(text, stops, start, stop)?;
    Ok((key, text.behind_colon(behind)?))
}

/// The items of a list, after its bracket. Each has to be read before the next.
#[derive(Debug, Default)]
pub(crate) struct Items {
    entries: usize,
}

impl Items {
    /// Whether there is another item.
    #[inline(always)]
    pub(crate) fn next(&mut self, cursor: &mut Cursor<'_>) -> Sure<bool> {
        let (text, at) = (cursor.input, cursor.at);
        let (next, more) =
            if self.entries > 0 { text.between(at, b']')? } else { text.before_first(at, b']') };
        if !more {
            cursor.close(next);
            return Ok(false);
        }
        cursor.at = next;
        self.entries += 1;
        if self.entries > cursor.longest { Err(Unsure) } else { Ok(true) }
    }
}
