//! The integration around the three jobs.

use idenfy_rules::lint;
use serde::de::DeserializeOwned;

use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{owned, slot};
use crate::report::Report;
use crate::status::Status;
use crate::view::{IDR_MAX_BYTES, bytes, given, object, text};

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
///
/// # Safety
/// `url` and `certificate` are NULL with length 0 or point to that many bytes; `out` is writable;
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_lint_webhook_url(
    url: *const u8,
    url_len: usize,
    certificate: *const u8,
    certificate_len: usize,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        found(out, error, || {
            let url = text(url, url_len)?.unwrap_or_default();
            let certificate = given(certificate, certificate_len, IDR_MAX_BYTES)?;
            let certificate =
                certificate.map(|json| object(json).ok_or(CERTIFICATE)).transpose()?;
            Ok(lint::lint_webhook_url(url, certificate.as_ref()))
        })
    }
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
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_lint_receiver(
    json: *const u8,
    len: usize,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { found(out, error, || Ok(lint::lint_receiver(&read(json, len, RECEIVER)?))) }
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
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_lint_missing_webhook(
    json: *const u8,
    len: usize,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { found(out, error, || Ok(lint::lint_missing_webhook(&read(json, len, CHECKLIST)?))) }
}

/// Looks at the first iframe tag of a page, or of a part of one: source, camera, microphone, full
/// screen, sandbox. `page_url` is where the page is served, `permissions_policy` its header of
/// that name; each is NULL when it is not known or not there. Findings are at "", "/src",
/// "/allow", "/allowfullscreen", "/sandbox", "/page_url" and "/permissions_policy".
///
/// # Safety
/// Every pointer is NULL with length 0 or points to that many bytes; `out` is writable; `error`
/// is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_lint_iframe(
    html: *const u8,
    html_len: usize,
    page_url: *const u8,
    page_url_len: usize,
    permissions_policy: *const u8,
    permissions_policy_len: usize,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        found(out, error, || {
            let html = text(html, html_len)?.unwrap_or_default();
            let page_url = text(page_url, page_url_len)?;
            let permissions_policy = text(permissions_policy, permissions_policy_len)?;
            Ok(lint::lint_iframe(html, page_url, permissions_policy))
        })
    }
}

/// Looks at an API key and its secret for what the API answers 401 to. Findings are at "/key" and
/// "/secret"; none repeats a character of either.
///
/// # Safety
/// `key` and `secret` are NULL with length 0 or point to that many bytes; `out` is writable;
/// `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_lint_credentials(
    key: *const u8,
    key_len: usize,
    secret: *const u8,
    secret_len: usize,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        found(out, error, || {
            let key = text(key, key_len)?.unwrap_or_default();
            let secret = text(secret, secret_len)?.unwrap_or_default();
            Ok(lint::lint_credentials(key, secret))
        })
    }
}

/// What somebody saw, as a JSON object.
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes.
unsafe fn read<T: DeserializeOwned>(
    json: *const u8,
    len: usize,
    malformed: Failure,
) -> Result<T, Failure> {
    // SAFETY: promised by the caller.
    object(unsafe { bytes(json, len, IDR_MAX_BYTES) }?).ok_or(malformed)
}

/// Hands over what a look at something found.
///
/// # Safety
/// `out` and `error` are NULL or writable.
unsafe fn found(
    out: *mut *mut Report,
    error: *mut *mut Error,
    look: impl FnOnce() -> Result<idenfy_rules::Report, Failure>,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            *out = owned(Report::from(look()?));
            Ok(())
        })
    }
}
