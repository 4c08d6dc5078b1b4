//! The members of objects and the items of lists, with what stands between them.

use super::{Cursor, Kind, Span, Sure, Token, Unsure, is_space};

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
        if self.entries > 0 && cursor.begins_with(cursor.at, *b", \"") {
            cursor.at += 3;
        } else if !self.more(cursor)? {
            return Ok(None);
        }
        self.entries += 1;
        if self.entries > cursor.longest {
            return Err(Unsure);
        }
        cursor.key().map(Some)
    }

    #[inline(never)]
    fn more(&self, cursor: &mut Cursor<'_>) -> Sure<bool> {
        let more = if self.entries > 0 { cursor.follows(b'}')? } else { cursor.begins(b'}') };
        match (more, cursor.byte()) {
            (true, Some(b'"')) => {
                cursor.at += 1;
                Ok(true)
            }
            (true, _) => Err(Unsure),
            (false, _) => Ok(false),
        }
    }
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
        let more = if self.entries > 0 { cursor.follows(b']')? } else { cursor.begins(b']') };
        self.entries += usize::from(more);
        if self.entries > cursor.longest { Err(Unsure) } else { Ok(more) }
    }
}

impl Cursor<'_> {
    /// A key whose opening quote is behind; its colon is read, too.
    #[inline(always)]
    fn key(&mut self) -> Sure<Token> {
        let start = self.at;
        let end = self.stops.first_from(start);
        if self.begins_with(end, *b"\": ") {
            self.at = end + 3;
            return Ok(Token { kind: Kind::Text, span: Span::new(start, end) });
        }
        self.unusual_key(start)
    }

    #[inline(never)]
    fn unusual_key(&mut self, start: u32) -> Sure<Token> {
        self.at = start;
        let key = self.string()?;
        self.colon()?;
        Ok(key)
    }

    fn colon(&mut self) -> Sure<()> {
        self.space();
        if self.byte() != Some(b':') {
            return Err(Unsure);
        }
        self.at += 1;
        Ok(())
    }

    /// Whether something stands in front of the bracket that closes what was just opened.
    #[inline(always)]
    fn begins(&mut self, closing: u8) -> bool {
        if self.byte().is_some_and(is_space) {
            self.space();
        }
        let empty = self.byte() == Some(closing);
        if empty {
            self.close();
        }
        !empty
    }

    /// Whether a comma follows and not the closing bracket. Behind the comma no bracket counts.
    #[inline(always)]
    fn follows(&mut self, closing: u8) -> Sure<bool> {
        if self.byte() == Some(closing) {
            self.close();
            return Ok(false);
        }
        self.comma_or(closing)
    }

    fn comma_or(&mut self, closing: u8) -> Sure<bool> {
        self.space();
        match self.byte() {
            Some(b',') => {
                self.at += 1;
                self.space();
                Ok(true)
            }
            Some(byte) if byte == closing => {
                self.close();
                Ok(false)
            }
            _ => Err(Unsure),
        }
    }
}
