//! A value of a policy document with its place, so that every refusal names where.

use crate::json::{Number, Object, Value};
use crate::pointer::Pointer;

use super::error::{PolicyCode, PolicyError};

type Result<T> = std::result::Result<T, PolicyError>;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'v> {
    pub(super) value: &'v Value<'v>,
    pub(super) at: Pointer,
}

impl<'v> Node<'v> {
    pub(super) fn new(value: &'v Value<'v>, at: Pointer) -> Self {
        Self { value, at }
    }

    pub(super) fn fault(&self, code: PolicyCode, message: impl Into<String>) -> PolicyError {
        PolicyError::new(code, &self.at, message)
    }

    pub(super) fn wrong_type(&self, expected: &str) -> PolicyError {
        let found = self.value.kind();
        self.fault(PolicyCode::WrongType, format!("expected {expected}, found {found}"))
    }

    /// The members of an object, none of them repeated.
    pub(super) fn members(&self, expected: &str) -> Result<Vec<(&'v str, Node<'v>)>> {
        let object: &Object<'v> =
            self.value.as_object().ok_or_else(|| self.wrong_type(expected))?;
        if let Some((key, _)) = object.repeated().first() {
            let place = Node::new(self.value, self.at.key(key));
            return Err(place.fault(PolicyCode::RepeatedKey, "the key occurs twice"));
        }
        Ok(object.iter().map(|(key, value)| (key, Node::new(value, self.at.key(key)))).collect())
    }

    /// The items of a list, each with its place.
    pub(super) fn items(&self, expected: &str) -> Result<Vec<Node<'v>>> {
        let items = self.value.as_array().ok_or_else(|| self.wrong_type(expected))?;
        let node = |(index, value)| Node::new(value, self.at.index(index));
        Ok(items.iter().enumerate().map(node).collect())
    }

    /// The items of a list that must not be empty.
    pub(super) fn some_items(&self, expected: &str) -> Result<Vec<Node<'v>>> {
        let items = self.items(expected)?;
        if items.is_empty() {
            return Err(
                self.fault(PolicyCode::Empty, format!("expected {expected}, found an empty list"))
            );
        }
        Ok(items)
    }

    /// A text that is not empty.
    pub(super) fn text(&self, expected: &str) -> Result<&'v str> {
        let text = self.value.as_str().ok_or_else(|| self.wrong_type(expected))?;
        if text.trim().is_empty() {
            return Err(
                self.fault(PolicyCode::Empty, format!("expected {expected}, found empty text"))
            );
        }
        Ok(text)
    }

    pub(super) fn flag(&self) -> Result<bool> {
        self.value.as_bool().ok_or_else(|| self.wrong_type("true or false"))
    }

    pub(super) fn whole_number(&self) -> Result<f64> {
        match self.value {
            Value::Number(number @ (Number::Unsigned(_) | Number::Negative(_))) => {
                Ok(number.as_f64())
            }
            _ => Err(self.wrong_type("a whole number")),
        }
    }
}
