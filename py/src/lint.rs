//! Is the integration itself set up well? And the header, link and tag that it needs.

use idenfy_rules::InputError;
use idenfy_rules::lint::{self, Certificate, Checklist, Host, Receiver};
use pyo3::prelude::*;

use crate::arguments::{Given, Key, flag, number, optional, put, take, text, whole};
use crate::report::Report;
use crate::{errors, guard};

/// Every key of `certificate` and what it sets.
const CERTIFICATE: &[Key<Certificate>] = &[
    ("days_left", |known, value, key| put(&mut known.days_left, whole(value, key).map(Some))),
    ("self_signed", |known, value, key| put(&mut known.self_signed, flag(value, key).map(Some))),
    ("names_host", |known, value, key| put(&mut known.names_host, flag(value, key).map(Some))),
    ("complete_chain", |known, value, key| {
        put(&mut known.complete_chain, flag(value, key).map(Some))
    }),
];

fn found(
    py: Python<'_>,
    size: usize,
    lint: impl Fn() -> idenfy_rules::Report + Send,
) -> PyResult<Report> {
    guard::call(py, size, lint).map(Report::of_core)
}

/// Can the vendor send webhooks to this URL?
///
/// `url` is the URL as it stands in the dashboard. `certificate` is what is known about the
/// certificate of its host: a mapping with the keys "days_left" (int, negative when it has
/// expired), "self_signed", "names_host" and "complete_chain" (bool); nothing is looked up.
///
/// Raises `InputError` for an argument of a wrong type or a key that does not exist. What is wrong
/// with the URL is a finding.
///
/// Source: the vendor's FAQ and error handling guide (2026).
#[pyfunction]
#[pyo3(signature = (url, certificate=None))]
pub(crate) fn lint_webhook_url(
    url: &Bound<'_, PyAny>,
    certificate: Given<'_, '_>,
) -> PyResult<Report> {
    let py = url.py();
    let url = text(url, "url")?;
    let certificate = certificate
        .map(|given| {
            let mut known = Certificate::default();
            take(&mut known, CERTIFICATE, given, "certificate").map(|()| known)
        })
        .transpose()?;
    found(py, url.len(), || lint::lint_webhook_url(&url, certificate.as_ref()))
}

/// Will the verification work in this frame?
///
/// `html` is the `iframe` tag as it stands in the page, or the whole page: the first tag counts.
/// `page_url` is where the page is served, `permissions_policy` its header of that name.
///
/// Raises `InputError` for an argument that is no str. What is wrong with the tag is a finding.
///
/// Source: the vendor's overview, FAQ and error handling guide (2026); HTML and Permissions Policy
/// for what browsers do.
#[pyfunction]
#[pyo3(signature = (html, page_url=None, permissions_policy=None))]
pub(crate) fn lint_iframe(
    html: &Bound<'_, PyAny>,
    page_url: Given<'_, '_>,
    permissions_policy: Given<'_, '_>,
) -> PyResult<Report> {
    let py = html.py();
    let html = text(html, "html")?;
    let page_url = optional(page_url, "page_url", text)?;
    let header = optional(permissions_policy, "permissions_policy", text)?;
    found(py, html.len(), || lint::lint_iframe(&html, page_url.as_deref(), header.as_deref()))
}

/// Will the API take this key and secret? What would make it answer 401 to everybody.
///
/// `key` is the API key and `secret` its secret, as str. No finding repeats a character of either.
///
/// Raises `InputError` for an argument that is no str.
///
/// Source: the vendor's error handling guide (2026); RFC 7617 for the colon.
#[pyfunction]
pub(crate) fn lint_credentials(
    key: &Bound<'_, PyAny>,
    secret: &Bound<'_, PyAny>,
) -> PyResult<Report> {
    let py = key.py();
    let (key, secret) = credentials(key, secret)?;
    found(py, key.len(), || lint::lint_credentials(&key, &secret))
}

/// Does a receiver of webhooks do what it has to?
///
/// All are what was seen of it, or read in its code; None is what is not known. `status` is the
/// HTTP status that it answers a genuine webhook with, `seconds` how long that takes; `verifies`
/// whether it checks the signature, `verifies_raw_body` whether over the raw bytes before anything
/// parses them, `stores_before_answering` whether the webhook is stored when the answer goes out.
///
/// Raises `InputError` for an argument of a wrong type.
///
/// Source: the vendor's FAQ on webhooks (2026).
#[pyfunction]
#[pyo3(signature = (
    *, status=None, seconds=None, verifies=None, verifies_raw_body=None,
    stores_before_answering=None,
))]
pub(crate) fn lint_receiver(
    py: Python<'_>,
    status: Given<'_, '_>,
    seconds: Given<'_, '_>,
    verifies: Given<'_, '_>,
    verifies_raw_body: Given<'_, '_>,
    stores_before_answering: Given<'_, '_>,
) -> PyResult<Report> {
    let receiver = Receiver {
        status: optional(status, "status", whole)?,
        seconds: optional(seconds, "seconds", number)?,
        verifies: optional(verifies, "verifies", flag)?,
        verifies_raw_body: optional(verifies_raw_body, "verifies_raw_body", flag)?,
        stores_before_answering: optional(
            stores_before_answering,
            "stores_before_answering",
            flag,
        )?,
    };
    found(py, 0, || lint::lint_receiver(&receiver))
}

/// Why did a webhook not come? The vendor's checklist, and what of it is still to be looked at.
///
/// All are what was looked at; None is what was not. `configured` says whether a URL is set in the
/// dashboard, `status` which HTTP status the log of the endpoint shows, `firewall_open` whether the
/// vendor's addresses pass, `certificate_valid` whether the certificate is valid and not
/// self-signed, `finished` whether the verification is over.
///
/// Raises `InputError` for an argument of a wrong type.
///
/// Source: the vendor's error handling guide, "webhook not received" (2026).
#[pyfunction]
#[pyo3(signature = (
    *, configured=None, status=None, firewall_open=None, certificate_valid=None, finished=None,
))]
pub(crate) fn lint_missing_webhook(
    py: Python<'_>,
    configured: Given<'_, '_>,
    status: Given<'_, '_>,
    firewall_open: Given<'_, '_>,
    certificate_valid: Given<'_, '_>,
    finished: Given<'_, '_>,
) -> PyResult<Report> {
    let checklist = Checklist {
        configured: optional(configured, "configured", flag)?,
        status: optional(status, "status", whole)?,
        firewall_open: optional(firewall_open, "firewall_open", flag)?,
        certificate_valid: optional(certificate_valid, "certificate_valid", flag)?,
        finished: optional(finished, "finished", flag)?,
    };
    found(py, 0, || lint::lint_missing_webhook(&checklist))
}

/// The value of the `Authorization` header for the API. It is a secret: keep it out of logs.
///
/// `key` is the API key and `secret` its secret, as str.
///
/// Raises `InputError` with the code of the first error that `lint_credentials` finds.
///
/// Source: the vendor's error handling guide (2026); RFC 7617.
#[pyfunction]
pub(crate) fn basic_auth(key: &Bound<'_, PyAny>, secret: &Bound<'_, PyAny>) -> PyResult<String> {
    let py = key.py();
    let (key, secret) = credentials(key, secret)?;
    made(py, || lint::basic_auth(&key, &secret))
}

/// The link that opens a session. Prefer the `redirect_url` of the answer where there is one.
///
/// `auth_token` is that of the answer to the token request, `host` one of the published hosts,
/// "ivs.idenfy.com" or "ui.idenfy.com". The link is as secret as the token.
///
/// Raises `InputError`: `input.auth_token` for a token that is empty or has white space or control
/// characters, `input.host` for another host.
///
/// Source: the vendor's FAQ and overview (2026).
#[pyfunction]
#[pyo3(signature = (auth_token, host=None), text_signature = "(auth_token, host='ivs.idenfy.com')")]
pub(crate) fn redirect_url(auth_token: &Bound<'_, PyAny>, host: Given<'_, '_>) -> PyResult<String> {
    let token = text(auth_token, "auth_token")?;
    let host = published(host, Host::Ivs)?;
    made(auth_token.py(), || lint::redirect_url(&token, host))
}

/// The tag that shows a session within a page, allowed to use camera and microphone.
///
/// `auth_token` and `host` are as for `redirect_url`.
///
/// Raises `InputError`, as `redirect_url` does.
///
/// Source: the vendor's overview and FAQ (2026).
#[pyfunction]
#[pyo3(signature = (auth_token, host=None), text_signature = "(auth_token, host='ui.idenfy.com')")]
pub(crate) fn iframe_tag(auth_token: &Bound<'_, PyAny>, host: Given<'_, '_>) -> PyResult<String> {
    let token = text(auth_token, "auth_token")?;
    let host = published(host, Host::Ui)?;
    made(auth_token.py(), || lint::iframe_tag(&token, host))
}

fn credentials(key: &Bound<'_, PyAny>, secret: &Bound<'_, PyAny>) -> PyResult<(String, String)> {
    Ok((text(key, "key")?, text(secret, "secret")?))
}

fn published(host: Given<'_, '_>, usual: Host) -> PyResult<Host> {
    let Some(host) = host else {
        return Ok(usual);
    };
    Host::from_word(&text(host, "host")?).ok_or_else(|| {
        let names: Vec<_> = Host::ALL.iter().map(|host| host.as_str()).collect();
        let message = format!("`host` must be one of {}", names.join(", "));
        errors::argument(host.py(), "host", &message)
    })
}

fn made(
    py: Python<'_>,
    make: impl FnOnce() -> Result<String, InputError> + Send,
) -> PyResult<String> {
    guard::call(py, 0, make)?.map_err(|error| errors::input(py, &error))
}
