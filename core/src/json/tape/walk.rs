//! From a text to values by the cursor.

use super::{Item, Tape};
use crate::json::{
    Cursor, Items, Kind, Limits, Members, Names, Number, Span, Sure, Token, Unsure, Value, read,
};

/// As many digits always fit 64 bits.
const SURE_DIGITS: usize = 18;

/// The name of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name<'a> {
    /// One that was known beforehand, by its number.
    Known(usize),
    Other(&'a str),
}

impl<'a> Tape<'a> {
    /// Reads the members of an object by the cursor. `numbers` are those of the known names; `seen`
    /// is told each member.
    #[inline(always)]
    pub(crate) fn quickly(
        &mut self,
        body: &'a [u8],
        limits: &Limits,
        numbers: &Names<usize>,
        mut seen: impl FnMut(Name<'a>, Item),
    ) -> Sure<()> {
        self.text = std::str::from_utf8(body).map_err(|_| Unsure)?;
        let mut walk = Walk { cursor: Cursor::new(body, limits)?, tape: self };
        if walk.cursor.value()?.kind != Kind::Object {
            return Err(Unsure);
        }
        let mut members = Members::of(&walk.cursor);
        while let Some(key) = members.next(&mut walk.cursor)? {
            let label = walk.cursor.label(key.span)?;
            let name = match numbers.find(label, |name| walk.cursor.is(key.span, name)) {
                Some(number) => Name::Known(*number),
                None => Name::Other(walk.other_name(key)?),
            };
            seen(name, walk.value()?);
        }
        walk.cursor.end()
    }
}

struct Walk<'w, 'a> {
    cursor: Cursor<'a>,
    tape: &'w mut Tape<'a>,
}

impl<'a> Walk<'_, 'a> {
    #[inline(always)]
    fn value(&mut self) -> Sure<Item> {
        let token = self.cursor.value()?;
        if token.kind == Kind::Text {
            return Ok(Item::Text(token.span));
        }
        self.other(token)
    }

    /// Anything but a text without escapes, which is by far the most frequent.
    #[inline(never)]
    fn other(&mut self, token: Token) -> Sure<Item> {
        Ok(match token.kind {
            Kind::True => Item::True,
            Kind::False => Item::False,
            Kind::Number => number(self.piece(token.span)?)?.into(),
            Kind::Null => Item::Null,
            Kind::Text | Kind::Escaped => self.text(token)?,
            Kind::List => Item::List(self.list()?),
            Kind::Object => Item::Object(self.object()?),
        })
    }

    fn list(&mut self) -> Sure<Span> {
        let from = self.tape.entries.len();
        let mut items = Items::default();
        while items.next(&mut self.cursor)? {
            self.inside(Item::Text(Span::default()))?;
        }
        Ok(self.tape.since(from))
    }

    fn object(&mut self) -> Sure<Span> {
        let from = self.tape.entries.len();
        let mut members = Members::of(&self.cursor);
        while let Some(key) = members.next(&mut self.cursor)? {
            let name = self.text(key)?;
            self.inside(name)?;
        }
        Ok(self.tape.since(from))
    }

    fn inside(&mut self, name: Item) -> Sure<()> {
        let place = self.tape.begin(name);
        let item = self.value()?;
        self.tape.finish(place, item);
        Ok(())
    }

    /// A name of the outermost object with escapes is too unusual.
    fn other_name(&self, key: Token) -> Sure<&'a str> {
        if key.kind == Kind::Text { self.piece(key.span) } else { Err(Unsure) }
    }

    fn piece(&self, span: Span) -> Sure<&'a str> {
        self.tape.text.get(span.range()).ok_or(Unsure)
    }

    fn text(&mut self, token: Token) -> Sure<Item> {
        if token.kind == Kind::Text {
            return Ok(Item::Text(token.span));
        }
        let quoted = format!("\"{}\"", self.piece(token.span)?);
        let meant: String = serde_json::from_str(&quoted).map_err(|_| Unsure)?;
        Ok(self.tape.mean(&meant))
    }
}

/// Few digits are read here, everything else by the plain reader. `-0` and integers beyond 64 bits
/// would come out as floats, and whether that is meant is not for this one to say.
fn number(text: &str) -> Sure<Number> {
    if let Some(number) = few_digits(text) {
        return Ok(Number::Unsigned(number));
    }
    match read(text.as_bytes(), &Limits::default()) {
        Ok(Value::Number(Number::Float(_))) if !text.contains(['.', 'e', 'E']) => Err(Unsure),
        Ok(Value::Number(number)) => Ok(number),
        _ => Err(Unsure),
    }
}

fn few_digits(text: &str) -> Option<u64> {
    if text.len() > SURE_DIGITS {
        return None;
    }
    text.bytes().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_that_would_come_out_as_floats_are_left_to_the_plain_reader() {
        for (text, expected) in [
            ("17", Ok(Number::Unsigned(17))),
            ("-17", Ok(Number::Negative(-17))),
            ("18446744073709551615", Ok(Number::Unsigned(u64::MAX))),
            ("1.5", Ok(Number::Float(1.5))),
            ("1e2", Ok(Number::Float(100.0))),
            ("1E2", Ok(Number::Float(100.0))),
            ("-0", Err(Unsure)),
            ("18446744073709551616", Err(Unsure)),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
