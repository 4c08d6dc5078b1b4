//! A walk over a JSON text that allocates nothing.
//!
//! What it takes is exactly what `serde_json::Value` takes, except nesting and lists beyond the
//! [`Limits`]. It never says what is wrong: whoever is told [`Unsure`] asks [`read`](super::read),
//! the plain reader, which is the specification and has the words for every fault. Whether a text
//! is UTF-8 is known once the whole of it was walked over.
//!
//! Texts are short and many, so what counts is the number of steps per member: masks of 64 bytes
//! find the end of a text, and `": ` and `, "` are tested as a whole.

mod input;
mod lists;
mod number;
mod span;
mod stops;
mod string;

pub(crate) use lists::{Items, Members};
pub(crate) use span::Span;

use super::{Label, Limits};
use input::{Input, is_space};
use number::behind_number;
use stops::Stops;
use string::unusual_string;

/// The text is faulty, beyond a limit, or more unusual than a fast path follows: ask the plain
/// reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unsure;

/// What can be sure or not.
pub(crate) type Sure<T> = Result<T, Unsure>;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    False,
    True,
    Number,
    Text,
    /// A text with escapes, all of them well formed: as it is written it is not yet its meaning.
    Escaped,
    /// To be followed by [`Items`].
    List,
    /// To be followed by [`Members`].
    Object,
}

/// A value: scalars are read whole, of a list or object only its bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// What stands between the quotes of a text, or the whole of a number.
    pub(crate) span: Span,
}

impl Token {
    #[inline(always)]
    pub(crate) fn is_open(self) -> bool {
        matches!(self.kind, Kind::List | Kind::Object)
    }
}

/// What is told of every member of every object that is skipped.
pub(crate) trait Witness {
    /// `object` is the place behind the opening brace, and so tells objects of one text apart;
    /// `key` is a text, perhaps with escapes; `value` is the value as it is written.
    fn member(&mut self, cursor: &Cursor<'_>, object: u32, key: Token, value: Span) -> Sure<()>;
}

/// The walk. It stands in front of the next byte that nobody has read.
#[derive(Debug)]
pub(crate) struct Cursor<'t> {
    input: Input<'t>,
    at: u32,
    /// How many lists and objects are open.
    depth: usize,
    deepest: usize,
    /// The most entries of a list or object.
    longest: usize,
    stops: Stops<'t>,
}

impl<'t> Cursor<'t> {
    /// A walk over a body, if that is within the limit of bytes.
    pub(crate) fn new(body: &'t [u8], limits: &Limits) -> Sure<Self> {
        if body.len() > limits.bytes || u32::try_from(body.len()).is_err() {
            return Err(Unsure);
        }
        let (deepest, longest) = (limits.deepest(), limits.list);
        let (input, stops) = (Input(body), Stops::of(body));
        Ok(Self { input, at: 0, depth: 0, deepest, longest, stops })
    }

    /// The place of the next byte.
    #[inline(always)]
    pub(crate) fn at(&self) -> u32 {
        self.at
    }

    /// A piece of the text that was read.
    #[inline(always)]
    pub(crate) fn bytes(&self, span: Span) -> Sure<&'t [u8]> {
        self.input.slice(span)
    }

    /// Whether a piece of the text that was read is a name. Out of line, since it is asked rarely.
    #[inline(never)]
    pub(crate) fn is(&self, span: Span, name: &str) -> bool {
        self.bytes(span) == Ok(name.as_bytes())
    }

    /// What tells a text apart that was read.
    #[inline(always)]
    pub(crate) fn label(&self, span: Span) -> Sure<Label> {
        let (start, end) = span.places();
        let length = end.wrapping_sub(start);
        if length < Label::CHUNK {
            return self.bytes(span).map(Label::of);
        }
        let text = self.input;
        let (head, tail) = (text.chunk(start), text.chunk(end.wrapping_sub(Label::CHUNK)));
        Ok(Label::long(*head.ok_or(Unsure)?, *tail.ok_or(Unsure)?, length))
    }

    /// Reads a value, or what opens it.
    #[inline(always)]
    pub(crate) fn value(&mut self) -> Sure<Token> {
        let (text, at) = (self.input, self.at);
        let just = |kind| Token { kind, span: Span::default() };
        let literal = |word: &[u8; 4], from: u32, kind| match text.chunk(from) {
            Some(found) if found == word => Ok((just(kind), from + 4)),
            _ => Err(Unsure),
        };
        let (token, next) = match text.byte(at).ok_or(Unsure)? {
            b'"' => {
                let (start, end) = (at + 1, self.stops.first_from(at + 1));
                if text.byte(end) == Some(b'"') {
                    (Token { kind: Kind::Text, span: Span::new(start, end) }, end + 1)
                } else {
                    unusual_string(text, &mut self.stops, start, end)?
                }
            }
            b'n' => literal(b"null", at, Kind::Null)?,
            b't' => literal(b"true", at, Kind::True)?,
            b'f' => literal(b"alse", at + 1, Kind::False)?,
            b'{' => (just(Kind::Object), at + 1),
            b'[' => (just(Kind::List), at + 1),
            byte if is_space(byte) => self.value_behind_space(at)?,
            _ => {
                let end = behind_number(text, at)?;
                (Token { kind: Kind::Number, span: Span::new(at, end) }, end)
            }
        };
        self.at = next;
        if token.is_open() {
            self.open()?;
        }
        Ok(token)
    }

    /// The value behind white space, and the place behind that.
    #[cold]
    #[inline(never)]
    fn value_behind_space(&mut self, at: u32) -> Sure<(Token, u32)> {
        self.at = self.input.behind_space(at);
        let depth = self.depth;
        let token = self.value()?;
        // Whoever asked opens it.
        self.depth = depth;
        Ok((token, self.at))
    }

    /// Skips a value: everything in it is checked, and every member is shown to the witness.
    #[inline(always)]
    pub(crate) fn skip(&mut self, witness: &mut impl Witness) -> Sure<()> {
        let token = self.value()?;
        if token.is_open() { self.skip_rest(token.kind, witness) } else { Ok(()) }
    }

    /// Skips what a bracket has opened.
    #[inline(never)]
    pub(crate) fn skip_rest(&mut self, opened: Kind, witness: &mut impl Witness) -> Sure<()> {
        if opened == Kind::List {
            let mut items = Items::default();
            while items.next(self)? {
                self.skip(witness)?;
            }
            return Ok(());
        }
        let mut members = Members::of(self);
        while let Some(key) = members.next(self)? {
            let start = self.at;
            self.skip(witness)?;
            witness.member(self, members.object, key, Span::new(start, self.at))?;
        }
        Ok(())
    }

    /// Whether nothing but white space is left.
    pub(crate) fn end(&mut self) -> Sure<()> {
        self.at = self.input.behind_space(self.at);
        if self.input.byte(self.at).is_none() { Ok(()) } else { Err(Unsure) }
    }

    #[inline(always)]
    fn open(&mut self) -> Sure<()> {
        self.depth += 1;
        if self.depth > self.deepest { Err(Unsure) } else { Ok(()) }
    }

    #[inline(always)]
    fn close(&mut self, behind: u32) {
        self.at = behind;
        self.depth -= 1;
    }
}

#[cfg(test)]
mod tests;
