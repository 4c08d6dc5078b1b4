//! A walk over a JSON text that allocates nothing.
//!
//! What it takes is exactly what `serde_json::Value` takes, except nesting and lists beyond the
//! [`Limits`]. It never says what is wrong: whoever is told [`Unsure`] asks [`read`](super::read),
//! the plain reader, which is the specification and has the words for every fault. Whether a text
//! is UTF-8 is known once the whole of it was walked over.
//!
//! Texts are short and many, so what counts is the number of steps per member: masks of 64 bytes
//! find the end of a text, and `": ` and `, "` are tested as a whole.

mod lists;
mod scalar;
mod span;
mod stops;

pub(crate) use lists::{Items, Members};
pub(crate) use span::Span;

use super::{Label, Limits};
use span::wide;
use stops::Stops;

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

    #[inline(always)]
    fn just(kind: Kind) -> Self {
        Self { kind, span: Span::default() }
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
    text: &'t [u8],
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
        let (deepest, longest) = (limits.depth, limits.list);
        Ok(Self { text: body, at: 0, depth: 0, deepest, longest, stops: Stops::of(body) })
    }

    /// The place of the next byte.
    #[inline(always)]
    pub(crate) fn at(&self) -> u32 {
        self.at
    }

    /// A piece of the text that was read.
    #[inline(always)]
    pub(crate) fn bytes(&self, span: Span) -> Sure<&'t [u8]> {
        self.text.get(span.range()).ok_or(Unsure)
    }

    /// What tells a text apart that was read.
    #[inline(always)]
    pub(crate) fn label(&self, span: Span) -> Sure<Label> {
        let (start, end) = span.places();
        let length = end.wrapping_sub(start);
        if length < Label::CHUNK {
            return self.bytes(span).map(Label::of);
        }
        let (head, tail) = (self.chunk(start), self.chunk(end.wrapping_sub(Label::CHUNK)));
        Ok(Label::long(*head.ok_or(Unsure)?, *tail.ok_or(Unsure)?, length))
    }

    /// Reads a value, or what opens it.
    #[inline(always)]
    pub(crate) fn value(&mut self) -> Sure<Token> {
        let first = self.byte().ok_or(Unsure)?;
        if first == b'"' {
            // By far the most frequent; asked first, it costs the others nothing.
            self.at += 1;
            return self.string();
        }
        match first {
            b'n' => self.literal(*b"null", Kind::Null),
            b'{' => self.open(Kind::Object),
            b'[' => self.open(Kind::List),
            b't' => self.literal(*b"true", Kind::True),
            b'f' => {
                self.at += 1;
                self.literal(*b"alse", Kind::False)
            }
            byte if is_space(byte) => self.value_behind_space(),
            _ => self.number(),
        }
    }

    #[cold]
    #[inline(never)]
    fn value_behind_space(&mut self) -> Sure<Token> {
        self.space();
        if self.byte().is_some_and(is_space) { Err(Unsure) } else { self.value() }
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
        self.space();
        if self.byte().is_none() { Ok(()) } else { Err(Unsure) }
    }

    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.byte_at(self.at)
    }

    #[inline(always)]
    fn byte_at(&self, at: u32) -> Option<u8> {
        self.text.get(wide(at)).copied()
    }

    /// Whether a place begins with three bytes that nothing shorter ends the text behind.
    #[inline(always)]
    fn begins_with(&self, at: u32, [first, second, third]: [u8; 3]) -> bool {
        // Four bytes are one load, three are two.
        self.chunk(at).is_some_and(|four: &[u8; 4]| {
            let low = u32::from_le_bytes(*four) & 0x00ff_ffff;
            low == u32::from_le_bytes([first, second, third, 0])
        })
    }

    /// Some bytes from a place on; `None` near the end of the text.
    #[inline(always)]
    fn chunk<const N: usize>(&self, at: u32) -> Option<&'t [u8; N]> {
        // In numbers of 32 bits the end cannot overflow, so that one comparison does.
        let start = wide(at);
        self.text.get(start..start + N).and_then(|bytes| bytes.first_chunk())
    }

    fn space(&mut self) {
        while self.byte().is_some_and(is_space) {
            self.at += 1;
        }
    }

    #[inline(always)]
    fn open(&mut self, kind: Kind) -> Sure<Token> {
        self.at += 1;
        self.depth += 1;
        if self.depth > self.deepest { Err(Unsure) } else { Ok(Token::just(kind)) }
    }

    #[inline(always)]
    fn close(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }

    /// A string whose opening quote is behind.
    #[inline(always)]
    fn string(&mut self) -> Sure<Token> {
        let start = self.at;
        let end = self.stops.first_from(start);
        if self.byte_at(end) == Some(b'"') {
            self.at = end + 1;
            return Ok(Token { kind: Kind::Text, span: Span::new(start, end) });
        }
        self.unusual_string(start, end)
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests;
