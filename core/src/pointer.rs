//! Places in a JSON document.

use std::fmt;

use serde::{Serialize, Serializer};

/// A JSON Pointer (RFC 6901): `""` is the whole document, `/documents/0` the first document.
///
/// ```
/// use idenfy_rules::Pointer;
/// let place = Pointer::root().key("a/b").index(0);
/// assert_eq!(place.as_str(), "/a~1b/0");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The member `name` of the value at this place; `~` and `/` are escaped.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        let mut inner = self.clone();
        inner.push_key(name);
        inner
    }

    /// The item `index` of the list at this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut inner = self.clone();
        inner.push_index(index);
        inner
    }

    /// Goes down to the member `name`.
    pub(crate) fn push_key(&mut self, name: &str) {
        self.0.reserve(name.len() + 1);
        self.0.push('/');
        if !name.contains(['~', '/']) {
            return self.0.push_str(name);
        }
        for character in name.chars() {
            match character {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
    }

    /// Goes down to the item `index`.
    pub(crate) fn push_index(&mut self, index: usize) {
        self.0.push('/');
        self.0.push_str(&index.to_string());
    }

    /// The pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_escaped_in_the_right_order() {
        assert_eq!(Pointer::root().key("~1").as_str(), "/~01");
        assert_eq!(Pointer::root().key("").as_str(), "/");
        assert_eq!(Pointer::root().as_str(), "");
        assert_eq!(Pointer::root().key("a").index(7).to_string(), "/a/7");
    }
}
