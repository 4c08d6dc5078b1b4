//! From errors of the core to the exceptions of `idenfy_rules._errors`.
//!
//! The classes are written in Python, so that subclassing and pickling are natural.

use idenfy_rules::policy::testing::TestFileError;
use idenfy_rules::webhook::{SignatureError, WebhookError};
use idenfy_rules::{DecisionError, InputError, PolicyError};
use pyo3::call::PyCallArgs;
use pyo3::prelude::*;

fn raised<'py>(py: Python<'py>, class: &str, arguments: impl PyCallArgs<'py>) -> PyErr {
    let exception = py
        .import("idenfy_rules._errors")
        .and_then(|module| module.getattr(class)?.call1(arguments));
    exception.map_or_else(|error| error, PyErr::from_value)
}

/// An argument that the core refused.
pub(crate) fn input(py: Python<'_>, error: &InputError) -> PyErr {
    raised(py, "InputError", (error.to_string(), error.code()))
}

/// An argument that does not even reach the core; `code` is `input.` and the argument's name.
pub(crate) fn argument(py: Python<'_>, name: &str, message: &str) -> PyErr {
    raised(py, "InputError", (message, format!("input.{name}")))
}

/// A key that does not exist, with the existing one that was probably meant.
pub(crate) fn unknown_key(py: Python<'_>, argument: &str, key: &str, known: &[&str]) -> PyErr {
    let near = py
        .import("difflib")
        .and_then(|module| module.call_method1("get_close_matches", (key, known, 1)))
        .and_then(|matches| matches.extract::<Vec<String>>());
    match near {
        Err(error) => error,
        Ok(near) => {
            let suggestion = near.first();
            let question = suggestion.map(|near| format!("; did you mean `{near}`?"));
            let message =
                format!("`{argument}` has no key `{key}`{}", question.unwrap_or_default());
            raised(py, "InputError", (message, "input.unknown_key", suggestion))
        }
    }
}

/// A webhook that is not genuine, or a key that cannot sign.
pub(crate) fn signature(py: Python<'_>, error: SignatureError) -> PyErr {
    raised(py, "SignatureError", (error.to_string(), error.code(), error.http_status()))
}

/// A webhook body that cannot be used.
pub(crate) fn webhook(py: Python<'_>, error: &WebhookError) -> PyErr {
    let (line, column) = error.line_and_column().unzip();
    let pointer = error.pointer().as_str();
    let arguments = (error.to_string(), error.code(), error.http_status(), pointer, line, column);
    raised(py, "WebhookError", arguments)
}

/// A policy document that cannot be used.
pub(crate) fn policy(py: Python<'_>, error: &PolicyError) -> PyErr {
    let code = error.code().as_str();
    let pointer = error.pointer().as_str();
    raised(py, "PolicyError", (error.to_string(), code, pointer, error.suggestion()))
}

/// A test file that cannot be used: the same faults as in a policy document, and some of its own.
pub(crate) fn test_file(py: Python<'_>, error: &TestFileError) -> PyErr {
    let pointer = error.pointer().as_str();
    raised(py, "PolicyError", (error.to_string(), error.code(), pointer, error.suggestion()))
}

/// Why there is no decision.
pub(crate) fn decision(py: Python<'_>, error: &DecisionError) -> PyErr {
    match error {
        DecisionError::Signature(error) => signature(py, *error),
        DecisionError::Webhook(error) => webhook(py, error),
        DecisionError::Input(error) => input(py, error),
        _ => internal(py),
    }
}

/// A report with errors, as an exception with the text of these errors.
pub(crate) fn validation(py: Python<'_>, errors: &str, report: &Bound<'_, PyAny>) -> PyErr {
    raised(py, "ValidationError", (errors, "report.invalid", report))
}

/// A fault of this library.
pub(crate) fn internal(py: Python<'_>) -> PyErr {
    raised(py, "InternalError", ("a fault inside idenfy-rules; please report it", "internal.fault"))
}
