//! What every result has in common: one JSON form, and the methods that show it.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors;

/// A word of ours or the vendor's: borrowed from the core, owned after unpickling.
pub(crate) type Word = Cow<'static, str>;

/// A result. It serialises to its JSON form and deserialises from what pickle keeps.
pub(crate) trait Form: Serialize + DeserializeOwned {
    /// What pickle keeps as JSON: the form, and whatever stands outside of it.
    fn state(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// Our own types always serialise, so a failure is a fault of ours.
fn checked<T>(py: Python<'_>, result: serde_json::Result<T>) -> PyResult<T> {
    result.map_err(|_| errors::internal(py))
}

pub(crate) fn text<T: Serialize>(py: Python<'_>, form: &T) -> PyResult<String> {
    checked(py, serde_json::to_string(form))
}

/// The form as plain Python values, keys in the order of the form.
pub(crate) fn plain<'py, T: Serialize>(py: Python<'py>, form: &T) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (text(py, form)?,))
}

/// `Name(key=value, ...)`, from the form alone: what is not in it is not shown.
pub(crate) fn repr(name: &str, members: &Bound<'_, PyDict>) -> PyResult<String> {
    let shown: Vec<_> = members
        .iter()
        .map(|(key, value)| Ok(format!("{key}={}", value.repr()?)))
        .collect::<PyResult<_>>()?;
    Ok(format!("{name}({})", shown.join(", ")))
}

/// What `__reduce__` answers: the class restores itself from its state.
pub(crate) fn reduced<'py, T: Form + pyo3::PyTypeInfo>(
    py: Python<'py>,
    form: &T,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
    let restore = py.get_type::<T>().getattr("_restore")?;
    Ok((restore, PyTuple::new(py, [checked(py, form.state())?])?))
}

pub(crate) fn restored<T: Form>(py: Python<'_>, state: &str) -> PyResult<T> {
    let refused = |_| errors::argument(py, "state", "this is not the pickled state of a result");
    serde_json::from_str(state).map_err(refused)
}

/// A value with the same form: what the core made as a result, or a result as the core takes it.
pub(crate) fn mirrored<T: DeserializeOwned>(py: Python<'_>, form: &impl Serialize) -> PyResult<T> {
    checked(py, serde_json::from_str(&text(py, form)?))
}

/// The member of a closed list with this text. Only a result that another version has pickled
/// can hold a text without one.
pub(crate) fn member<T: Copy>(
    py: Python<'_>,
    all: &[T],
    as_str: fn(T) -> &'static str,
    text: &str,
) -> PyResult<T> {
    let message = "this result was made by another version and cannot be used here";
    let found = all.iter().copied().find(|item| as_str(*item) == text);
    found.ok_or_else(|| errors::argument(py, "state", message))
}

/// The methods of a result class: the shared ones and, after the keys of its form, its own.
macro_rules! form {
    ($class:ident { $($key:literal),+ $(,)? } $($own:tt)*) => {
        #[pyo3::pymethods]
        impl $class {
            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, [$($key),+])
            }

            /// The JSON form as plain dict, list, str, int, bool and None.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::PyAny>> {
                $crate::form::plain(py, self)
            }

            /// The JSON form as text; equal results have equal text.
            fn to_json(&self, py: Python<'_>) -> PyResult<String> {
                $crate::form::text(py, self)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                $crate::form::repr(stringify!($class), $crate::form::plain(py, self)?.cast()?)
            }

            fn __reduce__<'py>(
                &self,
                py: Python<'py>,
            ) -> PyResult<(Bound<'py, pyo3::PyAny>, Bound<'py, pyo3::types::PyTuple>)> {
                $crate::form::reduced(py, self)
            }

            #[classmethod]
            fn _restore(
                class: &Bound<'_, pyo3::types::PyType>,
                state: &str,
            ) -> PyResult<Self> {
                $crate::form::restored(class.py(), state)
            }

            $($own)*
        }
    };
}
pub(crate) use form;
