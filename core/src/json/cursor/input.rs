//! The bytes of a text by their places. Nothing here moves: every step says where it leads.

use super::span::wide;
use super::{Span, Sure, Unsure};

/// A text, or what may be one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input<'t>(pub(super) &'t [u8]);

impl<'t> Input<'t> {
    #[inline(always)]
    pub(super) fn byte(self, at: u32) -> Option<u8> {
        self.0.get(wide(at)).copied()
    }

    #[inline(always)]
    pub(super) fn slice(self, span: Span) -> Sure<&'t [u8]> {
        self.0.get(span.range()).ok_or(Unsure)
    }

    /// Some bytes from a place on; `None` near the end of the text.
    #[inline(always)]
    pub(super) fn chunk<const N: usize>(self, at: u32) -> Option<&'t [u8; N]> {
        // In numbers of 32 bits the end cannot overflow, so that one comparison does.
        let start = wide(at);
        self.0.get(start..start + N).and_then(|bytes| bytes.first_chunk())
    }

    /// Whether a place begins with three bytes, and one more follows: no text ends with what is
    /// asked here.
    #[inline(always)]
    pub(super) fn begins_with(self, at: u32, [first, second, third]: [u8; 3]) -> bool {
        // Four bytes are one load, three are two.
        self.chunk(at).is_some_and(|four: &[u8; 4]| {
            let low = u32::from_le_bytes(*four) & 0x00ff_ffff;
            low == u32::from_le_bytes([first, second, third, 0])
        })
    }

    /// The place behind white space, if there is any.
    pub(super) fn behind_space(self, mut at: u32) -> u32 {
        while self.byte(at).is_some_and(is_space) {
            at += 1;
        }
        at
    }

    /// The place behind a colon and the white space before it.
    pub(super) fn behind_colon(self, at: u32) -> Sure<u32> {
        let at = self.behind_space(at);
        if self.byte(at) == Some(b':') { Ok(at + 1) } else { Err(Unsure) }
    }

    /// What stands between two entries, or between the last and the bracket that closes: where it
    /// leads, and whether another entry follows. Behind a comma no bracket counts.
    pub(super) fn between(self, at: u32, closing: u8) -> Sure<(u32, bool)> {
        let at = self.behind_space(at);
        match self.byte(at) {
            Some(b',') => Ok((self.behind_space(at + 1), true)),
            Some(byte) if byte == closing => Ok((at + 1, false)),
            _ => Err(Unsure),
        }
    }

    /// The same in front of the first entry, if there is one.
    pub(super) fn before_first(self, at: u32, closing: u8) -> (u32, bool) {
        let at = self.behind_space(at);
        if self.byte(at) == Some(closing) { (at + 1, false) } else { (at, true) }
    }
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
