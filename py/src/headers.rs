//! The headers of an answer, in every shape that HTTP clients use.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

use crate::{arguments, errors};

/// Name and value of each header; a repeated one is in here several times.
#[derive(Default)]
pub(crate) struct Headers(Vec<(String, String)>);

impl Headers {
    /// A mapping of name to str, bytes or a list of them, or an iterable of such pairs.
    pub(crate) fn read(headers: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let mut read = Self::default();
        let Some(headers) = headers else { return Ok(read) };
        // Not every mapping of headers is registered as one: `http.client.HTTPMessage` is not.
        let pairs = match headers.getattr_opt("items")? {
            Some(items) => items.call0()?,
            None => headers.clone(),
        };
        for pair in pairs.try_iter().map_err(|_| refused(headers.py()))? {
            let (name, value) = pair?.extract().map_err(|_| refused(headers.py()))?;
            read.push(&name, &value)?;
        }
        Ok(read)
    }

    fn push(&mut self, name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let several = value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>();
        let values = if several { value.try_iter()?.collect() } else { Ok(vec![value.clone()]) };
        let name = text(name)?;
        for value in values? {
            self.0.push((name.clone(), text(&value)?));
        }
        Ok(())
    }

    /// The pairs as the core takes them.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

fn text(part: &Bound<'_, PyAny>) -> PyResult<String> {
    arguments::header_text(part)?.ok_or_else(|| refused(part.py()))
}

fn refused(py: Python<'_>) -> PyErr {
    let message = "`headers` must be a mapping of names to values, or pairs, all str or bytes";
    errors::argument(py, "headers", message)
}
