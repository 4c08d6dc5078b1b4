//! Words of our own closed lists as Python has them, each made once.

use idenfy_rules::{Lifecycle, NextStep, Outcome};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

pub(crate) static OUTCOMES: Words<Outcome> = Words::new(Outcome::ALL, Outcome::as_str);
pub(crate) static LIFECYCLES: Words<Lifecycle> = Words::new(Lifecycle::ALL, Lifecycle::as_str);
pub(crate) static NEXT_STEPS: Words<NextStep> = Words::new(NextStep::ALL, NextStep::as_str);

/// The words of a closed list, in its order.
pub(crate) struct Words<T: 'static> {
    all: &'static [T],
    as_str: fn(T) -> &'static str,
    made: PyOnceLock<Vec<Py<PyString>>>,
}

impl<T: Copy + PartialEq> Words<T> {
    const fn new(all: &'static [T], as_str: fn(T) -> &'static str) -> Self {
        Self { all, as_str, made: PyOnceLock::new() }
    }

    /// The word for a member of the list.
    pub(crate) fn of<'py>(&self, py: Python<'py>, member: T) -> Bound<'py, PyString> {
        let intern = |member: &T| PyString::intern(py, (self.as_str)(*member)).unbind();
        let made = self.made.get_or_init(py, || self.all.iter().map(intern).collect());
        let place = self.all.iter().position(|known| *known == member);
        match place.and_then(|place| made.get(place)) {
            Some(word) => word.bind(py).clone(),
            None => PyString::new(py, (self.as_str)(member)),
        }
    }
}
