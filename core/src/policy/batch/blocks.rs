//! From the pieces of a stream to blocks of whole lines, in bounded memory.

use crate::json::Limits;

use super::{LINE_FEED, Position};

/// Whole lines of a stream, for [`Policy::evaluate_lines`](crate::Policy::evaluate_lines).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// Where its first line stands in the stream: the `first` of the options.
    pub first: Position,
    /// The lines. Of a line beyond the limit it holds just enough to be refused.
    pub bytes: Vec<u8>,
}

/// Takes a stream piece by piece and gives blocks of whole lines.
///
/// It holds about one block and the last piece, however long a line is: what goes beyond the
/// limit of one body is dropped when it arrives, and the line is refused all the same.
///
/// ```
/// use idenfy_rules::policy::batch::Blocks;
/// let mut blocks = Blocks::new(4, &Default::default());
/// assert_eq!(blocks.push(b"{}\n"), None);
/// assert_eq!(blocks.push(b"{}\n{").unwrap().bytes, b"{}\n{}\n");
/// let last = blocks.finish().unwrap();
/// assert_eq!((last.first.line, last.bytes), (3, b"{".to_vec()));
/// ```
#[derive(Debug)]
pub struct Blocks {
    wanted: usize,
    longest: usize,
    /// The bytes that have come since the last block.
    held: Vec<u8>,
    /// How many of them are whole lines.
    whole: usize,
    /// Where they begin.
    first: Position,
    /// Whether the rest of a line that is too long is being dropped.
    dropping: bool,
}

impl Blocks {
    /// Gives blocks of at least `wanted` bytes, the last one aside; `limits` are those of the
    /// options.
    #[must_use]
    pub fn new(wanted: usize, limits: &Limits) -> Self {
        // One more byte is beyond the limit, another one may be a carriage return.
        let longest = limits.bytes.saturating_add(2);
        let first = Position::START;
        Self { wanted, longest, held: Vec::new(), whole: 0, first, dropping: false }
    }

    /// Takes a piece of any size; gives a block when there is enough for one.
    pub fn push(&mut self, piece: &[u8]) -> Option<Block> {
        let piece = self.resume(piece)?;
        let feed = piece.iter().rposition(|byte| *byte == LINE_FEED);
        self.whole = feed.map_or(self.whole, |feed| self.held.len() + feed + 1);
        self.held.extend_from_slice(piece);
        if self.held.len() - self.whole >= self.longest {
            return self.cut_off();
        }
        if self.whole >= self.wanted.max(1) { self.take() } else { None }
    }

    /// Gives what is left when the stream has ended.
    #[must_use]
    pub fn finish(mut self) -> Option<Block> {
        self.whole = self.held.len();
        self.take()
    }

    /// How many bytes it holds.
    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    /// What a piece holds behind a line that is being dropped.
    fn resume<'p>(&mut self, piece: &'p [u8]) -> Option<&'p [u8]> {
        if !self.dropping {
            return Some(piece);
        }
        let end = piece.iter().position(|byte| *byte == LINE_FEED).map(|feed| feed + 1);
        let (dropped, rest) = piece.split_at_checked(end.unwrap_or(piece.len()))?;
        self.first = self.first.behind(dropped);
        self.dropping = end.is_none();
        end.map(|_| rest)
    }

    /// Keeps as much of the last line as it takes to refuse it.
    fn cut_off(&mut self) -> Option<Block> {
        self.whole += self.longest;
        let dropped = self.held.len() - self.whole;
        self.held.truncate(self.whole);
        let block = self.take();
        self.first = self.first.further(0, dropped);
        self.dropping = true;
        block
    }

    fn take(&mut self) -> Option<Block> {
        let left = self.held.split_off(self.whole);
        let bytes = std::mem::replace(&mut self.held, left);
        let first = self.first;
        self.first = first.behind(&bytes);
        self.whole = 0;
        (!bytes.is_empty()).then_some(Block { first, bytes })
    }
}
