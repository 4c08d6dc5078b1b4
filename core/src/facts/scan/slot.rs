//! What is kept of a value: a number, and where its text stands.

use crate::json::Span;

/// What a value is, as a number.
pub(crate) type Code = u16;

/// There is nothing: no member, `null`, or empty text.
pub(super) const NOTHING: Code = 0;
/// It is there, and hides its answer: of another type than a flag, number or text.
pub(super) const HIDDEN: Code = 1;
/// It is no text where a word is expected.
pub(super) const NOT_TEXT: Code = 2;
/// It is a text that the vocabulary does not have.
pub(super) const UNKNOWN: Code = 3;
/// The first word of a vocabulary; false of a flag; the code of everything that is just there.
pub(super) const FIRST: Code = 4;
/// True of a flag.
pub(super) const TRUE: Code = FIRST + 1;

/// The most slots.
pub(super) const SLOTS: usize = 96;

/// A value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Value {
    pub(super) code: Code,
    /// The text of a word or text, the digits of a number; of a list of which only the length
    /// counts, the length is its end.
    pub(super) span: Span,
}

impl Value {
    /// A value that has no text.
    pub(super) fn just(code: Code) -> Self {
        Self { code, span: Span::default() }
    }

    pub(super) fn flag(self) -> Option<bool> {
        match self.code {
            FIRST => Some(false),
            TRUE => Some(true),
            _ => None,
        }
    }

    /// The place in the vocabulary.
    pub(super) fn place(self) -> Option<usize> {
        self.code.checked_sub(FIRST).map(usize::from)
    }
}

/// Where the value of one member is kept.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slot {
    /// The number of the body that it was met in: an older value is none.
    pub(super) body: u32,
    pub(super) value: Value,
}

/// An entry of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The slot of the list.
    pub(super) list: usize,
    pub(super) value: Value,
}

/// A number for two upper-case letters.
pub(crate) fn country_number(code: &[u8]) -> Option<usize> {
    let [first, second] = code else { return None };
    let letter = |byte: &u8| byte.is_ascii_uppercase().then(|| usize::from(byte - b'A'));
    Some(letter(first)? * 26 + letter(second)?)
}
