//! The parts of the syntax inside a token: escapes, numbers, literals.

use super::{Cursor, Kind, Span, Sure, Token, Unsure};

/// Numbers of fewer bytes cannot leave the range of a float unless they have an exponent.
const SURELY_IN_RANGE: u32 = 300;

impl Cursor<'_> {
    /// A string from `start` on that stopped at `at` for something else than its end.
    #[cold]
    #[inline(never)]
    pub(super) fn unusual_string(&mut self, start: u32, mut at: u32) -> Sure<Token> {
        let mut kind = Kind::Text;
        loop {
            match self.byte_at(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    kind = Kind::Escaped;
                    at = self.escape(at + 1)?;
                }
                Some(0x80..) => at = self.beyond_ascii(at)?,
                _ => return Err(Unsure),
            }
            at = self.stops.first_from(at);
        }
        self.at = at + 1;
        Ok(Token { kind, span: Span::new(start, at) })
    }

    /// The place behind characters beyond ASCII: in UTF-8 no byte of theirs is ASCII.
    fn beyond_ascii(&self, start: u32) -> Sure<u32> {
        let mut end = start;
        while self.byte_at(end).is_some_and(|byte| !byte.is_ascii()) {
            end += 1;
        }
        let characters = self.bytes(Span::new(start, end))?;
        std::str::from_utf8(characters).map(|_| end).map_err(|_| Unsure)
    }

    /// The place behind an escape whose backslash is behind.
    fn escape(&self, at: u32) -> Sure<u32> {
        match self.byte_at(at) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 1),
            Some(b'u') => match self.unit(at + 1)? {
                0xd800..=0xdbff => self.low_surrogate(at + 5),
                0xdc00..=0xdfff => Err(Unsure),
                _ => Ok(at + 5),
            },
            _ => Err(Unsure),
        }
    }

    /// The second half of a pair, without which the first one means nothing.
    fn low_surrogate(&self, at: u32) -> Sure<u32> {
        match (self.chunk(at) == Some(br"\u"), self.unit(at + 2)?) {
            (true, 0xdc00..=0xdfff) => Ok(at + 6),
            _ => Err(Unsure),
        }
    }

    /// Four hexadecimal digits.
    fn unit(&self, at: u32) -> Sure<u32> {
        let digits: &[u8; 4] = self.chunk(at).ok_or(Unsure)?;
        digits.iter().try_fold(0, |value, digit| {
            let digit = char::from(*digit).to_digit(16).ok_or(Unsure)?;
            Ok((value << 4) | digit)
        })
    }

    #[inline(always)]
    pub(super) fn literal(&mut self, word: [u8; 4], kind: Kind) -> Sure<Token> {
        if self.chunk(self.at) != Some(&word) {
            return Err(Unsure);
        }
        self.at += 4;
        Ok(Token::just(kind))
    }

    #[inline(never)]
    pub(super) fn number(&mut self) -> Sure<Token> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            return self.with_exponent(start);
        }
        let span = Span::new(start, self.at);
        let number = Token { kind: Kind::Number, span };
        if self.at - start < SURELY_IN_RANGE { Ok(number) } else { self.in_range(number) }
    }

    /// At least one digit.
    #[inline(always)]
    fn digits(&mut self) -> Sure<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Unsure) }
    }

    #[cold]
    #[inline(never)]
    fn with_exponent(&mut self, start: u32) -> Sure<Token> {
        self.at += 1;
        if matches!(self.byte(), Some(b'+' | b'-')) {
            self.at += 1;
        }
        self.digits()?;
        self.in_range(Token { kind: Kind::Number, span: Span::new(start, self.at) })
    }

    /// What is too large for a float is refused, and where that begins is for serde_json to say.
    #[cold]
    #[inline(never)]
    fn in_range(&self, number: Token) -> Sure<Token> {
        let read = serde_json::from_slice::<serde_json::Number>(self.bytes(number.span)?);
        read.map(|_| number).map_err(|_| Unsure)
    }
}
