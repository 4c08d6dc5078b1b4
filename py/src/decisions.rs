//! The decisions about a batch, and about one line of it.

use idenfy_rules::Outcome;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyList, PyRange, PySlice, PyTuple};
use serde::{Deserialize, Serialize, Serializer};

use crate::column::Column;
use crate::columns::Columns;
use crate::form::{Form, Word, form};
use crate::interned::{LIFECYCLES, OUTCOMES};

/// A line of a batch that could not be used.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct BadLine {
    /// The number of the line, from 1.
    pub(crate) line: u64,
    /// How many bytes stand before the line.
    pub(crate) offset: u64,
    /// What is wrong, as `WebhookError.code` says it.
    pub(crate) code: Word,
    /// The member at fault, as a JSON Pointer; "" for the whole body.
    pub(crate) pointer: String,
}

impl Form for BadLine {}
form! { BadLine { "line", "offset", "code", "pointer" } }

/// What one line of a batch comes to.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct DecidedLine {
    /// The number of the line, from 1.
    line: u64,
    /// What to do, as for a single decision.
    outcome: Word,
    /// Where the verification stands; None for a notice.
    lifecycle: Option<Word>,
    /// The ids of the rules that decided, sorted.
    rules: Vec<String>,
    /// The verification that it is about.
    scan_ref: Option<String>,
    /// SHA-256 of the body as lower-case hex; None unless it was asked for.
    body_sha256: Option<String>,
}

impl Form for DecidedLine {}
form! { DecidedLine { "line", "outcome", "lifecycle", "rules", "scan_ref", "body_sha256" } }

/// What the lines of a batch come to: one column for each thing that is known about all of them,
/// and the lines that could not be used. A column is a tuple, made when it is first read.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Deserialize)]
#[serde(from = "Columns")]
pub(crate) struct Decisions {
    columns: Columns,
    made: Made,
}

/// The columns as Python has them.
#[derive(Default, PartialEq, Eq, Hash)]
struct Made {
    line: Column,
    outcome: Column,
    lifecycle: Column,
    rules: Column,
    scan_ref: Column,
    body_sha256: Column,
    errors: Column,
}

impl From<Columns> for Decisions {
    fn from(columns: Columns) -> Self {
        Self { columns, made: Made::default() }
    }
}

impl Serialize for Decisions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.columns.serialize(serializer)
    }
}

impl Form for Decisions {}

form! { Decisions {
        "line", "outcome", "lifecycle", "rules", "scan_ref", "body_sha256", "errors",
    }
    /// The number of each line that was decided, from 1.
    #[getter]
    fn line<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.line.get(py, || PyTuple::new(py, &self.columns.line))
    }

    /// What to do about each.
    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.outcome.get(py, || {
            PyTuple::new(py, self.columns.outcome.iter().map(|found| OUTCOMES.of(py, *found)))
        })
    }

    /// Where each verification stands; None for a notice.
    #[getter]
    fn lifecycle<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.lifecycle.get(py, || {
            let found = self.columns.lifecycle.iter();
            PyTuple::new(py, found.map(|found| found.map(|state| LIFECYCLES.of(py, state))))
        })
    }

    /// The ids of the rules that decided each, as a tuple.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.rules.get(py, || {
            let lists = self.columns.lists.iter().map(|list| PyTuple::new(py, list));
            let lists = lists.collect::<PyResult<Vec<_>>>()?;
            PyTuple::new(py, self.columns.deciding.iter().map(|list| lists.get(*list)))
        })
    }

    /// The verification that each is about.
    #[getter]
    fn scan_ref<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.scan_ref.get(py, || PyTuple::new(py, &self.columns.scan_ref))
    }

    /// SHA-256 of each body as lower-case hex; None unless it was asked for.
    #[getter]
    fn body_sha256<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.body_sha256.get(py, || PyTuple::new(py, &self.columns.body_sha256))
    }

    /// The lines that could not be used, in order.
    #[getter]
    fn errors<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        self.made.errors.get(py, || PyTuple::new(py, self.columns.errors.iter().cloned()))
    }

    /// How many lines have each outcome; every outcome is there.
    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for outcome in Outcome::ALL {
            let those = self.columns.outcome.iter().filter(|found| *found == outcome);
            counts.set_item(outcome.as_str(), those.count())?;
        }
        Ok(counts)
    }

    fn __len__(&self) -> usize {
        self.columns.line.len()
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "decisions are neither true nor false: write `len(decisions)` for the number of \
             lines that were decided, or `decisions.errors`",
        ))
    }

    fn __getitem__<'py>(
        slf: &Bound<'py, Self>,
        index: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, this) = (slf.py(), slf.get());
        let entries = PyRange::new(py, 0, this.__len__().try_into()?)?;
        let chosen = entries.as_any().get_item(index).map_err(|error| named(py, error))?;
        if index.is_instance_of::<PySlice>() {
            let rows = chosen.try_iter()?.map(|entry| Ok(this.row(entry?.extract()?)));
            return Ok(PyList::new(py, rows.collect::<PyResult<Vec<_>>>()?)?.into_any());
        }
        Ok(this.row(chosen.extract()?).into_pyobject(py)?.into_any())
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyIterator>> {
        let py = slf.py();
        let entries = PyRange::new(py, 0, slf.get().__len__().try_into()?)?;
        let rows = py.import("builtins")?.getattr("map")?;
        rows.call1((slf.getattr("__getitem__")?, entries))?.try_iter()
    }
}

impl Decisions {
    fn row(&self, entry: usize) -> Option<DecidedLine> {
        let Columns { line, outcome, lifecycle, scan_ref, body_sha256, .. } = &self.columns;
        Some(DecidedLine {
            line: *line.get(entry)?,
            outcome: outcome.get(entry)?.as_str().into(),
            lifecycle: lifecycle.get(entry)?.map(|state| state.as_str().into()),
            rules: self.columns.rules(entry).to_vec(),
            scan_ref: scan_ref.get(entry)?.clone(),
            body_sha256: body_sha256.get(entry)?.clone(),
        })
    }
}

/// An index out of range, in the words of this class.
fn named(py: Python<'_>, error: PyErr) -> PyErr {
    if error.is_instance_of::<PyIndexError>(py) {
        return PyIndexError::new_err("there is no such line among the decided ones");
    }
    error
}
