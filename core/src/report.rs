//! What a validation found: everything at once.

pub(crate) mod sentence;
mod violation;

use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, OnceLock};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use thiserror::Error;

pub use violation::{Param, Severity, Violation};

/// All findings of one validation, in the order of the body.
///
/// It iterates over its findings, displays one line for each, serialises to
/// `{"valid": bool, "violations": [...]}`, and turns into a `Result`.
///
/// ```
/// let body = br#"{"clientId": "", "expiryTime": 600.0}"#;
/// let report = idenfy_rules::validate(body, &Default::default());
/// assert!(!report.is_valid());
/// let codes: Vec<_> = report.iter().map(|found| found.code).collect();
/// assert_eq!(codes, ["client_id.empty", "type.integral_float"]);
/// assert_eq!(report.to_string().lines().count(), report.len());
/// ```
///
/// Sentences, places and parameters are made when the first finding is asked for, all together;
/// [`is_valid`](Self::is_valid), [`len`](Self::len) and [`is_empty`](Self::is_empty) make none.
#[derive(Clone, Default)]
pub struct Report {
    errors: usize,
    len: usize,
    unread: Option<Arc<dyn Unread>>,
    violations: OnceLock<Vec<Violation>>,
}

/// Findings that nobody has read yet.
pub(crate) trait Unread: Send + Sync + UnwindSafe + RefUnwindSafe {
    /// Makes what people and programs read, the same each time.
    fn read(&self) -> Vec<Violation>;
}

impl Report {
    pub(crate) fn new(violations: Vec<Violation>) -> Self {
        let errors = violations.iter().filter(|found| found.severity == Severity::Error).count();
        Self { errors, len: violations.len(), unread: None, violations: violations.into() }
    }

    /// A report of so many findings, among them so many errors.
    pub(crate) fn unread(len: usize, errors: usize, findings: impl Unread + 'static) -> Self {
        Self { errors, len, unread: Some(Arc::new(findings)), violations: OnceLock::new() }
    }

    /// Whether there is no error; warnings do not count.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors == 0
    }

    /// Every finding.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        self.violations.get_or_init(|| read(self.unread.as_deref()))
    }

    /// Every finding, one after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.violations().iter()
    }

    /// How many findings there are, warnings included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing was found, not even a warning.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
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
        self.iter().filter(move |violation| violation.severity == severity)
    }

    /// The report as a `Result`, for `?`: itself if it is valid, and then it holds nothing but
    /// warnings.
    ///
    /// ```
    /// use idenfy_rules::{Report, ReportError, validate};
    ///
    /// fn checked(body: &[u8]) -> Result<Report, ReportError> {
    ///     validate(body, &Default::default()).into_result()
    /// }
    /// assert!(checked(br#"{"clientId": "c-1"}"#).unwrap().is_empty());
    /// let error = checked(b"{}").unwrap_err();
    /// assert_eq!(error.to_string(), "error client_id.required at \"/clientId\": `clientId` must be present");
    /// ```
    ///
    /// # Errors
    /// [`ReportError`], which holds the report, if there is an error among the findings.
    pub fn into_result(self) -> Result<Self, ReportError> {
        if self.is_valid() { Ok(self) } else { Err(ReportError { report: self }) }
    }
}

fn read(unread: Option<&dyn Unread>) -> Vec<Violation> {
    unread.map(Unread::read).unwrap_or_default()
}

impl IntoIterator for Report {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;
    fn into_iter(self) -> Self::IntoIter {
        let Self { unread, violations, .. } = self;
        violations.into_inner().unwrap_or_else(|| read(unread.as_deref())).into_iter()
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Violation;
    type IntoIter = std::slice::Iter<'r, Violation>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.violations() == other.violations()
    }
}

impl Eq for Report {}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report").field("violations", &self.violations()).finish()
    }
}

/// One line per finding.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines(self.iter(), f)
    }
}

fn lines<'v>(
    violations: impl Iterator<Item = &'v Violation>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    for (index, violation) in violations.enumerate() {
        if index > 0 {
            f.write_str("\n")?;
        }
        write!(f, "{violation}")?;
    }
    Ok(())
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Report", 2)?;
        form.serialize_field("valid", &self.is_valid())?;
        form.serialize_field("violations", self.violations())?;
        form.end()
    }
}

/// A report that has at least one error. Its text is one line for each error.
///
/// ```
/// let report = idenfy_rules::validate(b"[]", &Default::default());
/// let error = report.into_result().unwrap_err();
/// assert_eq!(error.report().len(), 1);
/// assert_eq!(error.into_report().iter().next().unwrap().code, "body.not_object");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct ReportError {
    report: Report,
}

impl ReportError {
    /// All findings, warnings included.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The report that it was made from.
    #[must_use]
    pub fn into_report(self) -> Report {
        self.report
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines(self.report.errors(), f)
    }
}

#[cfg(test)]
mod tests {
    use crate::token::{Profile, validate};

    /// Nothing found, a warning, an error with a warning, two errors, one of the whole body.
    const BODIES: [&str; 5] = [
        r#"{"clientId": "c"}"#,
        r#"{"clientId": "c", "x": 1}"#,
        r#"{"clientId": "", "x": 1}"#,
        r#"{"clientId": "", "firstName": 1}"#,
        "{",
    ];

    #[test]
    fn a_report_is_ok_exactly_if_it_is_valid_and_loses_nothing() {
        for body in BODIES {
            let report = validate(body.as_bytes(), &Profile::default());
            let (valid, found) = (report.is_valid(), report.clone());
            match report.into_result() {
                Ok(same) => assert!(valid && same == found, "{body}"),
                Err(error) => {
                    assert!(!valid && *error.report() == found, "{body}");
                    let errors = found.errors().map(ToString::to_string).collect::<Vec<_>>();
                    assert_eq!(error.to_string(), errors.join("\n"));
                    assert_eq!(error.into_report(), found);
                }
            }
        }
    }

    #[test]
    fn a_report_is_its_findings() {
        let reports = BODIES.map(|body| validate(body.as_bytes(), &Profile::default()));
        assert_eq!(reports.each_ref().map(|report| report.len()), [0, 1, 2, 2, 1]);
        for (place, report) in reports.iter().enumerate() {
            assert_eq!(report.len(), report.violations().len());
            assert_eq!(report.is_empty(), report.violations().is_empty());
            let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
            assert_eq!(report.to_string(), lines.join("\n"));
            let equal = reports.iter().position(|other| other == report);
            assert_eq!(equal, Some(place));
        }
    }

    #[test]
    fn a_finding_says_how_much_it_weighs() {
        let report = validate(br#"{"x": 1}"#, &Profile::default());
        let told: Vec<String> = report.iter().map(ToString::to_string).collect();
        assert!(told[0].starts_with("error client_id.required at \"/clientId\": "), "{told:?}");
        assert!(told[1].starts_with("warning field.unknown at \"/x\": "), "{told:?}");
        let form = serde_json::to_value(&report).unwrap();
        let severities = [0, 1].map(|place| form["violations"][place]["severity"].clone());
        assert_eq!(severities, ["error", "warning"]);
    }

    #[test]
    fn both_iterators_give_every_finding_in_order() {
        let report = validate(br#"{"a": 1, "b": 2}"#, &Profile::default());
        let mut seen = Vec::new();
        for found in &report {
            seen.push(found.clone());
        }
        assert_eq!(seen.len(), 3);
        assert_eq!(seen, report.violations());
        assert_eq!(report.into_iter().collect::<Vec<_>>(), seen);
    }
}
