//! Findings, and the validation of token requests.

use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, OnceLock};

use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::arguments::Given;
use crate::body::Body;
use crate::form::{Form, Word, form, plain};
use crate::profile::Profile;
use crate::{errors, guard};

/// One finding of a validation or a lint.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Violation {
    /// Which rule was broken, for example `client_id.max_length`.
    #[pyo3(get)]
    code: Word,
    /// Where, as a JSON Pointer; a missing member is reported at the place that it would have.
    #[pyo3(get)]
    pointer: String,
    /// The identifier that the API most likely answers with.
    #[pyo3(get)]
    identifier: Option<Word>,
    /// "error" or "warning".
    #[pyo3(get)]
    severity: Word,
    /// Limits and suggestions by name; they are open, so they stay JSON.
    params: serde_json::Value,
    /// One sentence for people, without any value of what was looked at.
    #[pyo3(get)]
    message: String,
}

impl Form for Violation {}

form! { Violation { "code", "pointer", "identifier", "severity", "params", "message" }
    /// Limits and suggestions by name, for example {"max": 100}.
    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.params)
    }

    fn __str__(&self) -> String {
        let Self { code, pointer, severity, message, .. } = self;
        format!("{severity} {code} at \"{pointer}\": {message}")
    }
}

impl Violation {
    fn read(found: idenfy_rules::Violation) -> Self {
        Self {
            code: found.code.into(),
            pointer: found.pointer.to_string(),
            identifier: found.identifier.map(|identifier| identifier.as_str().into()),
            severity: found.severity.as_str().into(),
            // Texts, numbers and lists of texts: they always serialise.
            params: serde_json::to_value(found.params).unwrap_or_default(),
            message: found.message,
        }
    }

    fn weighs(&self, severity: idenfy_rules::Severity) -> bool {
        self.severity == severity.as_str()
    }
}

/// Findings, made when somebody reads the first of them. A report that was pickled has them made.
#[derive(Default)]
struct Findings {
    report: idenfy_rules::Report,
    made: OnceLock<Vec<Violation>>,
}

impl Findings {
    fn read(&self) -> &[Violation] {
        self.made.get_or_init(|| self.report.clone().into_iter().map(Violation::read).collect())
    }

    fn len(&self) -> usize {
        self.made.get().map_or_else(|| self.report.len(), Vec::len)
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        self.read() == other.read()
    }
}

impl Eq for Findings {}

impl Hash for Findings {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.read().hash(state);
    }
}

impl Serialize for Findings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Findings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let made = Vec::deserialize(deserializer)?.into();
        Ok(Self { made, ..Self::default() })
    }
}

/// All findings of one validation, in the order of the body, or of one lint.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Report {
    /// Whether there is no error; warnings do not count.
    #[pyo3(get)]
    valid: bool,
    violations: Findings,
}

impl Form for Report {}

form! { Report { "valid", "violations" }
    /// Every finding.
    #[getter]
    fn violations(&self) -> Vec<Violation> {
        self.violations.read().to_vec()
    }

    /// Whether there is no error; the same as `valid`.
    #[getter]
    fn is_valid(&self) -> bool {
        self.valid
    }

    /// The findings that are errors: the API refuses the request.
    #[getter]
    fn errors(&self) -> Vec<Violation> {
        self.of(idenfy_rules::Severity::Error)
    }

    /// The findings that are warnings: the API may take the request.
    #[getter]
    fn warnings(&self) -> Vec<Violation> {
        self.of(idenfy_rules::Severity::Warning)
    }

    /// Raises `ValidationError` if there is an error, else does nothing.
    fn raise_for_errors(slf: &Bound<'_, Self>) -> PyResult<()> {
        let found = slf.get().errors();
        if found.is_empty() {
            return Ok(());
        }
        Err(errors::validation(slf.py(), &lines(&found), slf))
    }

    fn __len__(&self) -> usize {
        self.violations.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, self.violations())?.try_iter()
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(pyo3::exceptions::PyTypeError::new_err(
            "a report is neither true nor false: write `report.is_valid`, \
             or `len(report)` for the number of findings",
        ))
    }

    fn __str__(&self) -> String {
        lines(self.violations.read())
    }
}

fn lines(violations: &[Violation]) -> String {
    violations.iter().map(Violation::__str__).collect::<Vec<_>>().join("\n")
}

impl Report {
    pub(crate) fn of_core(report: idenfy_rules::Report) -> Self {
        let valid = report.is_valid();
        Self { valid, violations: Findings { report, ..Findings::default() } }
    }

    fn of(&self, severity: idenfy_rules::Severity) -> Vec<Violation> {
        self.violations
            .read()
            .iter()
            .filter(|violation| violation.weighs(severity))
            .cloned()
            .collect()
    }
}

/// An account of which nothing is known.
static UNKNOWN: LazyLock<idenfy_rules::Profile> = LazyLock::new(idenfy_rules::Profile::default);

/// Is this body one that `POST /api/v2/token` will take?
///
/// `body` is what will be sent, as bytes-like or str, or a mapping that is serialised first.
/// `profile` is a `Profile`, or a mapping of its keywords, or None: nothing is known about the
/// account.
///
/// Raises `InputError` for a profile or mapping that cannot be used. A broken body is a finding.
///
/// Source: the vendor's error page and OpenAPI document (2026), older pages where
/// `FindingCode(code).sources` names them.
#[pyfunction]
#[pyo3(signature = (body, profile=None))]
pub(crate) fn validate_token(body: &Bound<'_, PyAny>, profile: Given<'_, '_>) -> PyResult<Report> {
    let py = body.py();
    let body = Body::read(body)?;
    let profile = profile.map(Profile::given).transpose()?;
    let account = profile.as_ref().map_or(&*UNKNOWN, |profile| profile.get().account());
    guard::call(py, body.len(), || idenfy_rules::validate(&body, account)).map(Report::of_core)
}
