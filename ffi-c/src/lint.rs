//! The integration around the three jobs.

use std::mem::MaybeUninit;

use idenfy_rules::lint;
use serde::de::DeserializeOwned;

use crate::error::{Error, Failure};
use crate::handle::make;
use crate::report::Report;
use crate::status::Status;
use crate::view::{Array, IDR_MAX_BYTES, Length, object};

const CERTIFICATE: Failure = Failure::unusable(
    "input.certificate",
    "a certificate must be a JSON object with the members that the header lists",
);
const RECEIVER: Failure = Failure::unusable(
    "input.receiver",
    "a receiver must be a JSON object with the members that the header lists",
);
const CHECKLIST: Failure = Failure::unusable(
    "input.checklist",
    "a checklist must be a JSON object with the members that the header lists",
);

/// Looks at the URL that webhooks are sent to: https, a host that the vendor can reach, the usual
/// port. Findings are at "", those about the certificate at its members. `certificate` is NULL,
/// or one JSON object with what is known about the certificate of that host:
///
///     "days_left"         days until it expires, negative when it has
///     "self_signed"       whether nobody but itself vouches for it
///     "names_host"        whether it names the host of the URL
///     "complete_chain"    whether the server sends the intermediate certificates, too
///
/// A member that is absent or null is not known. IDR_UNUSABLE_INPUT, "input.certificate", for
/// another member or another type.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_webhook_url(
    url: Array<'_, u8>,
    url_len: Length,
    certificate: Array<'_, u8>,
    certificate_len: Length,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let url = url.text(url_len)?.unwrap_or_default();
        let certificate = certificate.given(certificate_len, IDR_MAX_BYTES)?;
        let certificate = certificate.map(|json| object(json).ok_or(CERTIFICATE)).transpose()?;
        Ok(Report::from(lint::lint_webhook_url(url, certificate.as_ref())))
    })
}

/// Looks at what a receiver of webhooks does with a delivery: one JSON object, in which a member
/// that is absent or null is not known. Findings are at its members:
///
///     "status"                     the HTTP status that it answers a genuine delivery with
///     "seconds"                    how long that takes
///     "verifies"                   whether it checks the signature at all
///     "verifies_raw_body"          whether it does before anything parses the body
///     "stores_before_answering"    whether the delivery is stored when the answer goes out
///
/// IDR_UNUSABLE_INPUT, "input.receiver", for another member or another type.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_receiver(
    json: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Report::from(lint::lint_receiver(&read(json, len, RECEIVER)?))))
}

/// Goes through the vendor's checklist for a webhook that did not come: one JSON object. Findings
/// are at its members; one that is absent or null was not looked at, which is a warning:
///
///     "configured"           whether a URL is set in the dashboard
///     "status"               the HTTP status in the log of the endpoint
///     "firewall_open"        whether the vendor's addresses pass the firewall
///     "certificate_valid"    whether the certificate is valid and not self-signed
///     "finished"             whether the verification is finished
///
/// IDR_UNUSABLE_INPUT, "input.checklist", for another member or another type.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_missing_webhook(
    json: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Report::from(lint::lint_missing_webhook(&read(json, len, CHECKLIST)?))))
}

/// Looks at the first iframe tag of a page, or of a part of one: source, camera, microphone, full
/// screen, sandbox. `page_url` is where the page is served, `permissions_policy` its header of
/// that name; each is NULL when it is not known or not there. Findings are at "", "/src",
/// "/allow", "/allowfullscreen", "/sandbox", "/page_url" and "/permissions_policy".
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_iframe(
    html: Array<'_, u8>,
    html_len: Length,
    page_url: Array<'_, u8>,
    page_url_len: Length,
    permissions_policy: Array<'_, u8>,
    permissions_policy_len: Length,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let html = html.text(html_len)?.unwrap_or_default();
        let page_url = page_url.text(page_url_len)?;
        let permissions_policy = permissions_policy.text(permissions_policy_len)?;
        Ok(Report::from(lint::lint_iframe(html, page_url, permissions_policy)))
    })
}

/// Looks at an API key and its secret for what the API answers 401 to. Findings are at "/key" and
/// "/secret"; none repeats a character of either.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_credentials(
    key: Array<'_, u8>,
    key_len: Length,
    secret: Array<'_, u8>,
    secret_len: Length,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let key = key.text(key_len)?.unwrap_or_default();
        let secret = secret.text(secret_len)?.unwrap_or_default();
        Ok(Report::from(lint::lint_credentials(key, secret)))
    })
}

/// What somebody saw, as a JSON object.
fn read<T: DeserializeOwned>(
    json: Array<'_, u8>,
    len: Length,
    malformed: Failure,
) -> Result<T, Failure> {
    object(json.bytes(len, IDR_MAX_BYTES)?).ok_or(malformed)
}
