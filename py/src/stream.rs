//! Files of any size: blocks of lines, read when they are asked for.

use idenfy_rules::Limits;
use idenfy_rules::policy::batch::{Block, Blocks};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyIterator, PyMemoryView, PyString};

use crate::body::bytes_like;
use crate::circumstances::Batch;
use crate::decisions::Decisions;
use crate::policy::Policy;

/// The size of a block in bytes: the default, and the most.
pub(crate) const CHUNK: usize = 4 << 20;
pub(crate) const LONGEST_CHUNK: usize = 1 << 30;

/// How much is read from a file at once.
const READ: usize = 256 * 1024;

/// Where the bytes come from.
enum Source {
    /// The method `read` of a file, and how much to ask it for.
    File(Py<PyAny>, usize),
    Pieces(Py<PyIterator>),
}

impl Source {
    fn of(source: &Bound<'_, PyAny>, chunk: usize) -> PyResult<Self> {
        if let Some(read) = source.getattr_opt("read")? {
            return Ok(Self::File(read.unbind(), chunk.min(READ)));
        }
        // Bytes are an iterable of numbers, and text one of letters: neither is meant.
        if source.is_instance_of::<PyString>() || PyMemoryView::from(source).is_ok() {
            return Err(wrong());
        }
        source.try_iter().map(|pieces| Self::Pieces(pieces.unbind())).map_err(|_| wrong())
    }

    /// The next piece; None at the end.
    fn piece(&self, py: Python<'_>) -> PyResult<Option<PyBackedBytes>> {
        match self {
            Self::File(read, size) => {
                let piece = binary(&read.bind(py).call1((*size,))?)?;
                Ok(Some(piece).filter(|piece| !piece.is_empty()))
            }
            Self::Pieces(pieces) => {
                pieces.bind(py).clone().next().map(|piece| binary(&piece?)).transpose()
            }
        }
    }
}

fn binary(piece: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    bytes_like(piece).ok_or_else(wrong)
}

fn wrong() -> PyErr {
    PyTypeError::new_err(
        "`source` must be a file opened in binary mode, or an iterable of bytes; \
         `evaluate_many` takes bytes themselves",
    )
}

/// The decisions about a stream, block by block, with the places of the lines in the stream.
#[pyclass(module = "idenfy_rules")]
pub(crate) struct DecisionBlocks {
    policy: Py<Policy>,
    batch: Batch,
    source: Source,
    /// None when the stream has ended.
    blocks: Option<Blocks>,
}

impl DecisionBlocks {
    pub(crate) fn new(
        policy: Py<Policy>,
        batch: Batch,
        source: &Bound<'_, PyAny>,
        chunk: usize,
    ) -> PyResult<Self> {
        let blocks = Some(Blocks::new(chunk, &Limits::default()));
        Ok(Self { policy, batch, source: Source::of(source, chunk)?, blocks })
    }

    fn block(&mut self, py: Python<'_>) -> PyResult<Option<Block>> {
        while let Some(blocks) = &mut self.blocks {
            match self.source.piece(py)? {
                None => return Ok(self.blocks.take().and_then(Blocks::finish)),
                Some(piece) => {
                    if let Some(block) = blocks.push(&piece) {
                        return Ok(Some(block));
                    }
                }
            }
        }
        Ok(None)
    }
}

#[pymethods]
impl DecisionBlocks {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Decisions>> {
        while let Some(block) = self.block(py)? {
            let columns =
                self.batch.run(py, self.policy.get().loaded(), &block.bytes, block.first)?;
            if !columns.is_empty() {
                return Ok(Some(columns.into()));
            }
        }
        Ok(None)
    }
}
