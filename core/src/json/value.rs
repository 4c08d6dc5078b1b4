//! The tree that the readers look at.

use std::borrow::Cow;
use std::collections::HashMap;

/// A number as JSON Schema sees it: an integer, or something with a fraction.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Number {
    Unsigned(u64),
    Negative(i64),
    Float(f64),
}

impl Number {
    pub(crate) fn as_i64(self) -> Option<i64> {
        match self {
            Self::Unsigned(value) => i64::try_from(value).ok(),
            Self::Negative(value) => Some(value),
            Self::Float(_) => None,
        }
    }

    /// The number for comparisons; exact for every whole number up to 2^53.
    #[expect(clippy::as_conversions, reason = "there is no other way from an integer to a float")]
    pub(crate) const fn as_f64(self) -> f64 {
        match self {
            Self::Unsigned(value) => value as f64,
            Self::Negative(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    /// A whole number, also when it is written as `55.0`.
    pub(crate) fn as_whole(self) -> Option<i64> {
        match self {
            Self::Float(value) if value.fract() == 0.0 => format!("{value:.0}").parse().ok(),
            other => other.as_i64(),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unsigned(a), Self::Unsigned(b)) => a == b,
            (Self::Negative(a), Self::Negative(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a == b,
            // `1` and `1.0` count as different: a repetition that is not plainly the same
            // is reported, never overlooked.
            _ => false,
        }
    }
}

/// A JSON value that borrows its text from the body where it can.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Number(Number),
    String(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    Object(Object<'a>),
}

impl<'a> Value<'a> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Value<'a>]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object<'a>> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn is_container(&self) -> bool {
        matches!(self, Self::Array(_) | Self::Object(_))
    }

    /// `null` and empty text, which the vendor uses for "not there".
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::String(text) => text.is_empty(),
            _ => false,
        }
    }

    /// The same value, without a borrow from the body.
    pub(crate) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(flag),
            Self::Number(number) => Value::Number(number),
            Self::String(text) => Value::String(Cow::Owned(text.into_owned())),
            Self::Array(items) => Value::Array(items.into_iter().map(Value::into_owned).collect()),
            Self::Object(object) => {
                let owned = |(key, value): (Cow<'a, str>, Value<'a>)| {
                    (Cow::Owned(key.into_owned()), value.into_owned())
                };
                Value::Object(Object { members: object.members.into_iter().map(owned).collect() })
            }
        }
    }

    /// The kind of the value, for messages; never the value itself.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

/// An object with all its members in the order of the body, repeated ones included.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object<'a> {
    pub(crate) members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// The value of a key; of a repeated key the last one, as usual parsers do.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.members.iter().map(|(key, value)| (key.as_ref(), value))
    }

    /// The keys that occur more than once, each with whether its values differ, in order.
    pub(crate) fn repeated(&self) -> Vec<(&str, bool)> {
        let mut first: HashMap<&str, (&Value<'a>, Option<bool>)> = HashMap::new();
        for (key, value) in self.iter() {
            first
                .entry(key)
                .and_modify(|(seen, differs)| {
                    *differs = Some(differs.unwrap_or(false) || *seen != value);
                })
                .or_insert((value, None));
        }
        let mut found = Vec::new();
        for (key, _) in self.iter() {
            if let Some((_, Some(differs))) = first.remove(key) {
                found.push((key, differs));
            }
        }
        found
    }
}
