//! What would change for recorded webhooks.

use idenfy_rules::Limits;
use idenfy_rules::policy::analysis::Comparison;
use idenfy_rules::policy::batch::{Blocks, Position};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::{Deserialize, Serialize};

use crate::body::{bytes_like, refused};
use crate::circumstances::Circumstances;
use crate::decision::PolicyName;
use crate::form::{Form, Word, form, mirrored};
use crate::stream::CHUNK;
use crate::{errors, guard};

/// How often one change occurs in recorded webhooks.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ChangeCount {
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// On how many lines.
    count: usize,
}

impl Form for ChangeCount {}
form! { ChangeCount { "old_outcome", "new_outcome", "count" } }

/// A line that two policies decide differently.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ChangedLine {
    /// The number of the line, from 1.
    line: u64,
    /// The verification.
    scan_ref: Option<String>,
    /// What the old policy decides.
    old_outcome: Word,
    /// What the new policy decides.
    new_outcome: Word,
    /// The rules by which the old policy decides.
    old_rules: Vec<String>,
    /// The rules by which the new policy decides.
    new_rules: Vec<String>,
}

impl Form for ChangedLine {}
form! { ChangedLine {
    "line", "scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules",
} }

/// A line that could not be decided.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct UnusableLine {
    /// The number of the line, from 1.
    line: u64,
    /// The code of the error.
    code: Word,
}

impl Form for UnusableLine {}
form! { UnusableLine { "line", "code" } }

/// What would change for recorded webhooks: by line and scanRef, without personal data.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct RecordedDifference {
    /// The version of this form: 1.
    format: u8,
    /// The policy of today.
    old: PolicyName,
    /// The policy that would take its place.
    new: PolicyName,
    /// Lines that both policies decided.
    webhooks: usize,
    /// Lines with the same outcome by both.
    same: usize,
    /// How many verifications have a line that changes.
    people: usize,
    /// How often each change occurs, the most frequent first.
    counts: Vec<ChangeCount>,
    /// The lines that change, in their order.
    changed: Vec<ChangedLine>,
    /// The lines that could not be decided.
    unusable: Vec<UnusableLine>,
}

impl Form for RecordedDifference {}
form! { RecordedDifference {
        "format", "old", "new", "webhooks", "same", "people", "counts", "changed", "unusable",
    }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a difference is neither true nor false: write `difference.changed`",
        ))
    }
}

/// Compares two policies on NDJSON, or on an iterable of its lines, each with or without its end.
pub(crate) fn recorded(
    old: &idenfy_rules::Policy,
    new: &idenfy_rules::Policy,
    lines: &Bound<'_, PyAny>,
    known: &Circumstances,
) -> PyResult<RecordedDifference> {
    let py = lines.py();
    let mut found = Comparison::new(old, new);
    let mut add = |ndjson: &[u8], first: Position| {
        let options = known.options(first);
        guard::detached(py, || found.add(ndjson, &options))?
            .map_err(|error| errors::input(py, &error))
    };
    match bytes_like(lines) {
        Some(ndjson) => add(&ndjson, Position::START)?,
        None => in_blocks(lines, add)?,
    }
    mirrored(py, &found.finish())
}

/// Hands on the lines of an iterable, of which it holds about one block.
fn in_blocks(
    lines: &Bound<'_, PyAny>,
    mut add: impl FnMut(&[u8], Position) -> PyResult<()>,
) -> PyResult<()> {
    let wrong = || refused("lines", "bytes-like or an iterable of bytes-like lines", lines);
    if lines.is_instance_of::<PyString>() {
        return Err(wrong());
    }
    let each = lines.try_iter().map_err(|_| wrong())?;
    // What the first block would be refused for is refused before a line is read.
    add(b"", Position::START)?;
    let mut blocks = Blocks::new(CHUNK, &Limits::default());
    for line in each {
        let line = bytes_like(&line?).ok_or_else(wrong)?;
        for piece in [line.strip_suffix(b"\n").unwrap_or(&line), b"\n"] {
            if let Some(block) = blocks.push(piece) {
                add(&block.bytes, block.first)?;
            }
        }
    }
    blocks.finish().map_or(Ok(()), |block| add(&block.bytes, block.first))
}
