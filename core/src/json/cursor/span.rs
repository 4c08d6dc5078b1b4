//! Pieces of a text.

use std::ops::Range;

/// A piece of a text: the places of its first byte and of the one behind it, in one number that
/// travels in a register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Span(u64);

impl Span {
    #[inline(always)]
    pub(crate) fn new(start: u32, end: u32) -> Self {
        Self((u64::from(start) << u32::BITS) | u64::from(end))
    }

    #[inline(always)]
    pub(super) fn places(self) -> (u32, u32) {
        let place = |number| u32::try_from(number).unwrap_or_default();
        (place(self.0 >> u32::BITS), place(self.0 & u64::from(u32::MAX)))
    }

    #[inline(always)]
    pub(crate) fn range(self) -> Range<usize> {
        let place = |number| usize::try_from(number).unwrap_or_default();
        place(self.0 >> u32::BITS)..place(self.0 & u64::from(u32::MAX))
    }

    #[inline(always)]
    pub(crate) fn is_empty(self) -> bool {
        self.range().is_empty()
    }
}

/// A place as an index; it is no less wide on any machine that could hold the text.
#[inline(always)]
pub(super) fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
