//! From bytes to the tree, by serde_json with our own visitor.
//!
//! Features of serde_json are switched on for all of a program by any of its crates. With
//! `arbitrary_precision` a number comes as a map of one text, and what tells it from an object of the
//! body is that its key does not stand in the body.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use super::{Limits, Number, Object, Value};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// Why a body could not be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// Line and column in bytes, both from 1; 0 when the fault has no place.
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// No bytes, or white space alone.
    Empty,
    /// Not UTF-8.
    NotUtf8,
    /// Not one well-formed JSON text.
    Malformed,
    /// The text ends in the middle.
    CutOff,
    /// More bytes than the limit.
    TooLarge,
    /// Deeper than the limit.
    TooDeep,
    /// A list or object with more entries than the limit.
    ListTooLong,
}

impl Fault {
    const fn new(kind: FaultKind) -> Self {
        Self { kind, line: 0, column: 0 }
    }

    /// Line and column, if the fault has a place.
    pub(crate) fn place(&self) -> Option<(usize, usize)> {
        (self.line > 0).then_some((self.line, self.column))
    }

    /// What is wrong with `subject`, in words that repeat nothing of it.
    pub(crate) fn describe(&self, subject: &str) -> String {
        let what = match self.kind {
            FaultKind::Empty => "is empty",
            FaultKind::NotUtf8 => "is not UTF-8",
            FaultKind::Malformed => "is not one JSON text",
            FaultKind::CutOff => "ends in the middle of its JSON text",
            FaultKind::TooLarge => "has more bytes than the limit",
            FaultKind::TooDeep => "is nested deeper than the limit",
            FaultKind::ListTooLong => "has a list or object with more entries than the limit",
        };
        match self.place() {
            Some((line, column)) => format!("{subject} {what} (line {line}, column {column})"),
            None => format!("{subject} {what}"),
        }
    }
}

/// Reads one JSON text, whole: nothing but white space may follow it.
pub(crate) fn read<'a>(body: &'a [u8], limits: &Limits) -> Result<Value<'a>, Fault> {
    let text = text(body, limits)?;
    let found = Cell::new(None);
    let seed = Seed { text, limits, depth: 0, found: &found };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    seed.deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| fault(&error, found.get()))
}

fn text<'a>(body: &'a [u8], limits: &Limits) -> Result<&'a str, Fault> {
    if body.len() > limits.bytes {
        return Err(Fault::new(FaultKind::TooLarge));
    }
    let text = std::str::from_utf8(body).map_err(|_| Fault::new(FaultKind::NotUtf8))?;
    if text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
        return Err(Fault::new(FaultKind::Empty));
    }
    Ok(text)
}

fn fault(error: &serde_json::Error, found: Option<FaultKind>) -> Fault {
    let kind = match found {
        Some(limit) => limit,
        None if error.is_eof() => FaultKind::CutOff,
        None => FaultKind::Malformed,
    };
    Fault { kind, line: error.line(), column: error.column() }
}

/// Builds the tree; knows how deep it is and notes which limit was met.
#[derive(Clone, Copy)]
struct Seed<'l> {
    text: &'l str,
    limits: &'l Limits,
    depth: usize,
    found: &'l Cell<Option<FaultKind>>,
}

impl<'l> Seed<'l> {
    fn enter<E: de::Error>(self) -> Result<Self, E> {
        if self.depth >= self.limits.deepest() {
            return Err(self.refuse(FaultKind::TooDeep));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn room<E: de::Error>(self, entries: usize) -> Result<(), E> {
        if entries >= self.limits.list {
            return Err(self.refuse(FaultKind::ListTooLong));
        }
        Ok(())
    }

    /// Whether a borrowed text stands in the body.
    fn holds(self, text: &str) -> bool {
        self.text.as_bytes().as_ptr_range().contains(&text.as_ptr())
    }

    fn refuse<E: de::Error>(self, kind: FaultKind) -> E {
        self.found.set(Some(kind));
        E::custom("limit")
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value<'de>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::Unsigned(value)))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::Negative(value)))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::Float(value)))
    }
    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Borrowed(value)))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value<'de>, E> {
        Ok(Value::String(Cow::Owned(value.to_owned())))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        let inner = self.enter()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(inner)? {
            inner.room(items.len())?;
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        // Before `enter`: a number is no level.
        let mut next = map.next_key_seed(Key)?;
        if let Some(Cow::Borrowed(key)) = next
            && !self.holds(key)
        {
            return number(&map.next_value::<String>()?).map(Value::Number);
        }
        let inner = self.enter()?;
        let mut members = Vec::new();
        while let Some(key) = next {
            inner.room(members.len())?;
            members.push((key, map.next_value_seed(inner)?));
            next = map.next_key_seed(Key)?;
        }
        Ok(Value::Object(Object { members }))
    }
}

/// What serde_json makes of the digits when nobody has asked for all of them.
fn number<E: de::Error>(digits: &str) -> Result<Number, E> {
    let unsigned = serde_json::from_str(digits).map(Number::Unsigned);
    unsigned
        .or_else(|_| serde_json::from_str(digits).map(Number::Negative))
        .or_else(|_| serde_json::from_str(digits).map(Number::Float))
        .map_err(E::custom)
}

/// A key, borrowed where it has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }
    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kind(body: &[u8]) -> Option<FaultKind> {
        read(body, &Limits::default()).err().map(|fault| fault.kind)
    }

    #[test]
    fn faults_are_told_apart_and_placed() {
        assert_eq!(kind(b" \n"), Some(FaultKind::Empty));
        assert_eq!(kind(b"\xff"), Some(FaultKind::NotUtf8));
        assert_eq!(kind(b"{\"a\":"), Some(FaultKind::CutOff));
        for malformed in ["\u{feff}{}", "[1,]", "NaN", "1 2", "'a'", "[1e400]", "[\"\\ud800\"]"] {
            assert_eq!(kind(malformed.as_bytes()), Some(FaultKind::Malformed), "{malformed}");
        }
        let fault = read(b"{\n  x", &Limits::default()).unwrap_err();
        assert_eq!((fault.line, fault.column, fault.place()), (2, 3, Some((2, 3))));
        assert_eq!(fault.describe("the body"), "the body is not one JSON text (line 2, column 3)");
        let empty = read(b"", &Limits::default()).unwrap_err();
        assert_eq!((empty.place(), empty.describe("it").as_str()), (None, "it is empty"));
    }

    #[test]
    fn a_value_says_of_which_kind_it_is() {
        for (text, kind) in [
            ("null", "null"),
            ("true", "boolean"),
            ("-1.5", "number"),
            ("\"\"", "string"),
            ("[]", "array"),
            ("{}", "object"),
        ] {
            let value = read(text.as_bytes(), &Limits::default()).unwrap();
            assert_eq!((value.kind(), value.is_container()), (kind, text.ends_with([']', '}'])));
        }
    }

    #[test]
    fn limits_hold_exactly() {
        let limits = Limits { bytes: 20, depth: 2, list: 3 };
        assert!(read(b"[[1,2,3]]", &limits).is_ok());
        assert!(read(b"[1]                 ", &limits).is_ok());
        assert_eq!(read(b"[[[]]]", &limits).unwrap_err().kind, FaultKind::TooDeep);
        assert_eq!(read(b"[1,2,3,4]", &limits).unwrap_err().kind, FaultKind::ListTooLong);
        assert_eq!(read(&[b' '; 21], &limits).unwrap_err().kind, FaultKind::TooLarge);
        let bomb = "[".repeat(100_000);
        assert_eq!(kind(bomb.as_bytes()), Some(FaultKind::TooDeep));
        let limits = Limits { depth: usize::MAX, ..Limits::default() };
        let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
        assert!(read(nested(126).as_bytes(), &limits).is_ok());
        for levels in [127, 128, 129, 100_000] {
            let fault = read(nested(levels).as_bytes(), &limits).unwrap_err();
            assert_eq!(fault.kind, FaultKind::TooDeep, "{levels}");
        }
    }

    #[test]
    fn repeated_keys_are_kept_and_compared() {
        let body = br#"{"a":1,"b":2,"a":1,"b":3,"a":1,"c":0}"#;
        let value = read(body, &Limits::default()).unwrap();
        let object = value.as_object().unwrap();
        assert_eq!(object.repeated(), [("a", false), ("b", true)]);
        assert_eq!(object.get("b"), Some(&Value::Number(Number::Unsigned(3))));
        let escaped = read(br#"{"final":true,"fin\u0061l":false}"#, &Limits::default()).unwrap();
        assert_eq!(escaped.as_object().unwrap().repeated(), [("final", true)]);
    }

    fn plain(value: &Value<'_>) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(flag) => (*flag).into(),
            Value::Number(Number::Unsigned(number)) => (*number).into(),
            Value::Number(Number::Negative(number)) => (*number).into(),
            Value::Number(Number::Float(number)) => (*number).into(),
            Value::String(text) => text.as_ref().into(),
            Value::Array(items) => items.iter().map(plain).collect(),
            Value::Object(object) => {
                object.iter().map(|(key, value)| (key.to_owned(), plain(value))).collect()
            }
        }
    }

    proptest! {
        /// What we take, and what we see in it, is what `serde_json::Value` takes and sees.
        #[test]
        fn agrees_with_serde_json(text in r#"[\[\]{}:, "a\\u0-9.eE+\-truefalsn]{0,40}"#) {
            let ours = read(text.as_bytes(), &Limits::default());
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            prop_assert_eq!(ours.is_ok(), theirs.is_ok());
            if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
                prop_assert_eq!(plain(&ours), theirs);
            }
        }
    }
}
