//! What a webhook says, for the class `Delivery` of the package.

use idenfy_rules::Limits;
use idenfy_rules::webhook::{self, Delivery};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

use crate::body::Body;
use crate::decision::Notice;
use crate::form::plain;
use crate::{arguments, errors, guard};

type Argument<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

type Read = (PyBackedBytes, Option<String>, Option<Notice>);

/// The bytes of a webhook body that can be used, its event and, if it is one, its notice.
///
/// `body` is bytes-like, str or a mapping; `event_type` the `Idenfy-Event-Type` header.
///
/// Raises `WebhookError` for a body that cannot be used, or `InputError`.
#[pyfunction]
#[pyo3(signature = (body, event_type=None))]
pub(crate) fn read_webhook(
    body: &Bound<'_, PyAny>,
    event_type: Argument<'_, '_>,
) -> PyResult<Read> {
    let py = body.py();
    let body = Body::read(body)?;
    let (event, notice) = {
        let delivery = read(py, &body, event_type)?;
        let event = delivery.event().map(|event| event.as_str().to_owned());
        (event, delivery.notice().map(Notice::from))
    };
    Ok((body.into_bytes(), event, notice))
}

/// The form of a webhook that `read_webhook` took: everything that it says.
#[pyfunction]
#[pyo3(signature = (body, event_type))]
pub(crate) fn webhook_form<'py>(
    body: &Bound<'py, PyAny>,
    event_type: Argument<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = body.py();
    let body = Body::read(body)?;
    let delivery = read(py, &body, event_type)?;
    plain(py, &delivery)
}

/// The JSON text of one member of a webhook that `read_webhook` took, by its JSON Pointer.
#[pyfunction]
#[pyo3(signature = (body, event_type, pointer))]
pub(crate) fn member_json(
    body: &Bound<'_, PyAny>,
    event_type: Argument<'_, '_>,
    pointer: &Bound<'_, PyAny>,
) -> PyResult<Option<String>> {
    let py = body.py();
    let pointer = arguments::text(pointer, "pointer")?;
    let body = Body::read(body)?;
    Ok(read(py, &body, event_type)?.json(&pointer))
}

/// Limits are the defaults, as for a policy: both take the same bodies.
fn read<'a>(
    py: Python<'_>,
    body: &'a Body,
    event_type: Argument<'_, '_>,
) -> PyResult<Delivery<'a>> {
    let event = event_type.map(|event| arguments::header(event, "event_type")).transpose()?;
    let limits = Limits::default();
    let parsed = guard::call(py, body.len(), || webhook::parse(body, event.as_deref(), &limits))?;
    parsed.map_err(|error| errors::webhook(py, &error))
}
