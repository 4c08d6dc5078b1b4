//! One finding: what, where, how much it weighs, and what would have been right.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::pointer::Pointer;
use crate::vocab::Identifier;

/// How much a finding weighs.
///
/// An error is a documented refusal: the API will not take the request. A warning is older,
/// contradicted, dependent on the account, or inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The API refuses this.
    Error = 1,
    /// Worth a look; the API may take it.
    Warning = 2,
}

impl Severity {
    /// `"error"` or `"warning"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A number or text that belongs to a finding, such as a limit. Never a rejected value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Param {
    /// A whole number, such as a limit.
    Integer(i64),
    /// A fixed text of ours or of the vendor's, such as a suggestion.
    Text(Cow<'static, str>),
    /// Several of them, such as the allowed words.
    List(Vec<Cow<'static, str>>),
}

impl From<i64> for Param {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<&'static str> for Param {
    fn from(value: &'static str) -> Self {
        Self::Text(value.into())
    }
}

impl From<String> for Param {
    fn from(value: String) -> Self {
        Self::Text(value.into())
    }
}

impl<T: Into<Cow<'static, str>>> From<Vec<T>> for Param {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

/// One finding.
///
/// `code` and `pointer` are for programs, `message` is for people. None of them repeats a
/// value of the request; a pointer may hold a key of it.
///
/// ```
/// let report = idenfy_rules::validate(br#"{"clientId": "c-1", "country": "UK"}"#, &Default::default());
/// let found = report.errors().next().unwrap();
/// assert_eq!(found.code, "country.unknown");
/// assert_eq!(found.pointer.as_str(), "/country");
/// assert_eq!(found.identifier.unwrap().as_str(), "BAD_VALUE");
/// assert_eq!(found.params["suggestion"], "GB".into());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Violation {
    /// Which rule was broken, for example `client_id.max_length`.
    pub code: &'static str,
    /// Where; a missing member is reported at the place that it would have.
    pub pointer: Pointer,
    /// The identifier that the API most likely answers with.
    pub identifier: Option<Identifier>,
    /// Error or warning.
    pub severity: Severity,
    /// Limits and suggestions, by name.
    pub params: BTreeMap<&'static str, Param>,
    /// One sentence, lower-case, without a final period.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, pointer, severity, message, .. } = self;
        write!(f, "{} {code} at \"{pointer}\": {message}", severity.as_str())
    }
}
