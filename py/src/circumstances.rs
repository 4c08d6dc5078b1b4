//! What is known besides the bodies: for one webhook, and for the lines of a batch.

use idenfy_rules::BatchOptions;
use idenfy_rules::policy::Arrival;
use idenfy_rules::policy::batch::Position;
use pyo3::prelude::*;

use crate::arguments::Given;
use crate::columns::Columns;
use crate::{arguments, batch, errors, guard};

/// What is known besides the body, with the text that the core borrows.
pub(crate) struct Circumstances {
    event_type: Option<String>,
    today: Option<idenfy_rules::Date>,
}

impl Circumstances {
    pub(crate) fn read(event_type: Given<'_, '_>, today: Given<'_, '_>) -> PyResult<Self> {
        let event = |event| arguments::header(event, "event_type");
        let event_type = event_type.map(event).transpose()?;
        Ok(Self { event_type, today: today.map(arguments::date).transpose()? })
    }

    pub(crate) fn arrival(&self, digest: bool) -> Arrival<'_> {
        let event_type = self.event_type.as_deref();
        Arrival { event_type, today: self.today, digest, ..Arrival::default() }
    }

    /// The same for lines that begin at `first` of the whole, none of which is digested.
    pub(crate) fn options(&self, first: Position) -> BatchOptions<'_> {
        let event_type = self.event_type.as_deref();
        BatchOptions { event_type, today: self.today, first, ..BatchOptions::default() }
    }
}

/// The most threads of one call.
const MOST_THREADS: usize = 256;

/// What is known besides the lines of a batch, and how to go over them.
pub(crate) struct Batch {
    circumstances: Circumstances,
    digest: bool,
    threads: usize,
}

impl Batch {
    pub(crate) fn read(
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
        digest: bool,
        threads: Given<'_, '_>,
    ) -> PyResult<Self> {
        let circumstances = Circumstances::read(event_type, today)?;
        let threads = threads
            .map_or(Ok(1), |number| arguments::within(number, "threads", 1, MOST_THREADS))?;
        Ok(Self { circumstances, digest, threads })
    }

    /// Decides lines that begin at `first` of the whole, without the interpreter.
    pub(crate) fn run(
        &self,
        py: Python<'_>,
        policy: &idenfy_rules::Policy,
        ndjson: &[u8],
        first: Position,
    ) -> PyResult<Columns> {
        let options = BatchOptions { digest: self.digest, ..self.circumstances.options(first) };
        guard::detached(py, || batch::evaluate(policy, ndjson, &options, self.threads))?
            .map_err(|error| errors::input(py, &error))
    }
}
