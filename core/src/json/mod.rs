//! Bounded reading of JSON: one pass, a depth limit, repeated keys kept.
//!
//! The syntax is exactly what `serde_json::Value` takes, except that nesting deeper than the
//! limit and lists longer than the limit are refused. A repeated key is not an error here:
//! every member is kept in order, and the caller decides what a repetition means.

mod cursor;
mod layout;
mod names;
mod read;
mod tape;
mod value;

pub(crate) use cursor::{Cursor, Items, Kind, Members, Span, Sure, Token, Unsure, Witness};
pub(crate) use layout::Layout;
pub(crate) use names::{Label, Names, spread};
pub(crate) use read::{Fault, FaultKind, read};
pub(crate) use tape::{Item, Name, Node, NodeItems, NodeMembers, Tape};
pub(crate) use value::{Number, Object, Value};

/// What one body may cost. Bodies beyond a limit are refused before they do any harm.
///
/// ```
/// let limits = idenfy_rules::Limits::default();
/// assert_eq!((limits.bytes, limits.depth, limits.list), (1 << 20, 64, 10_000));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest body, in bytes.
    pub bytes: usize,
    /// The deepest nesting of lists and objects. More than 126 counts as 126.
    pub depth: usize,
    /// The most entries of one list or object.
    pub list: usize,
}

/// One level less than serde_json follows, so that it is always the limit that is told. It bounds
/// the stack as well: what reads a body calls itself for every level.
const DEEPEST: usize = 126;

impl Limits {
    /// The deepest nesting that is followed.
    pub(crate) fn deepest(&self) -> usize {
        self.depth.min(DEEPEST)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 20, depth: 64, list: 10_000 }
    }
}
