//! What a validation found: everything at once.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::SerializeStruct;
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
    Text(String),
    /// Several of them, such as the allowed words.
    List(Vec<String>),
}

impl From<i64> for Param {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<&str> for Param {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

/// One finding.
///
/// `code` and `pointer` are for programs, `message` is for people. None of them repeats a
/// value of the request.
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

/// All findings of one validation, in the order of the body.
///
/// ```
/// let report = idenfy_rules::validate(br#"{"clientId": ""}"#, &Default::default());
/// assert!(!report.is_valid());
/// assert_eq!(report.errors().next().unwrap().code, "client_id.empty");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    violations: Vec<Violation>,
}

impl Report {
    pub(crate) fn new(violations: Vec<Violation>) -> Self {
        Self { violations }
    }

    /// Whether there is no error; warnings do not count.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors().next().is_none()
    }

    /// Every finding.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The findings that are errors.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.of(Severity::Error)
    }

    /// The findings that are warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.of(Severity::Warning)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(move |violation| violation.severity == severity)
    }
}

/// One line per finding.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.violations.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Report", 2)?;
        form.serialize_field("valid", &self.is_valid())?;
        form.serialize_field("violations", &self.violations)?;
        form.end()
    }
}
