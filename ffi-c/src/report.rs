//! What was found about a token request or an integration, and token validation.

use std::sync::OnceLock;

use idenfy_rules::Violation;

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{ask, ask_text, free, owned, slot};
use crate::number::Severity;
use crate::profile::Profile;
use crate::status::Status;
use crate::view::{self, IDR_MAX_BYTES, View, bytes};

/// All findings about one token request, in the order of the body, or about one part of an
/// integration.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_report_free(); views from it end then.
#[derive(Debug)]
pub struct Report {
    report: idenfy_rules::Report,
    json: OnceLock<String>,
}

impl From<idenfy_rules::Report> for Report {
    fn from(report: idenfy_rules::Report) -> Self {
        Self { report, json: OnceLock::new() }
    }
}

/// Checks the body of POST /api/v2/token, as it will be sent. A broken body is a finding, not a
/// failure of the call: IDR_OK says that `*out` holds a report. `profile` is NULL when nothing
/// is known about the account.
///
/// # Safety
/// `body` is NULL with `len` 0 or points to `len` bytes; `profile` is NULL or alive; `out` is
/// writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_validate_token(
    body: *const u8,
    len: usize,
    profile: *const Profile,
    out: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let body = bytes(body, len, IDR_MAX_BYTES)?;
            let report = match profile.as_ref() {
                Some(Profile(profile)) => idenfy_rules::validate(body, profile),
                None => idenfy_rules::validate(body, &idenfy_rules::Profile::default()),
            };
            *out = owned(Report::from(report));
            Ok(())
        })
    }
}

/// Whether the report has no error; warnings do not count. False for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_is_valid(report: *const Report) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask(report, |made| made.report.is_valid()) }
}

/// How many findings there are, warnings included. 0 for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_count(report: *const Report) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask(report, |made| made.report.len()) }
}

fn finding(made: &Report, index: usize) -> Option<&Violation> {
    made.report.violations().get(index)
}

/// Which rule the finding at `index` is about, for example "client_id.max_length"; see
/// idr_token_code_meaning() and idr_lint_code_meaning(). Absent for NULL and for an index that is
/// not below the count, like the other texts of a finding.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_code(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(report, |made| finding(made, index).map(|found| found.code)) }
}

/// Where, as a JSON Pointer: "" is the whole body; of an integration "/" and the name of the part.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_pointer(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(report, |made| finding(made, index).map(|found| found.pointer.as_str())) }
}

/// One sentence for people; it repeats nothing of what was looked at.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_message(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(report, |made| finding(made, index).map(|found| found.message.as_str())) }
}

/// The identifier that the API most likely answers with (IDR_IDENTIFIER_...). Absent, too, for a
/// warning and for findings about an integration.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_identifier(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(report, |made| Some(finding(made, index)?.identifier?.as_str())) }
}

/// How much a finding weighs. IDR_SEVERITY_NONE for NULL and for an index that is not below the
/// count.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_severity(report: *const Report, index: usize) -> Severity {
    // SAFETY: promised by the caller.
    unsafe {
        ask(report, |made| {
            finding(made, index).map(|found| found.severity.into()).unwrap_or_default()
        })
    }
}

/// The report as JSON: {"valid": bool, "violations": [{"code", "pointer", "identifier",
/// "severity", "params", "message"}]}. Absent for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_json(report: *const Report) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(report, |made| view::json(&made.json, &made.report)) }
}

/// Frees a report and sets the pointer to NULL.
///
/// # Safety
/// `report` is NULL or points to NULL or to a report that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_free(report: *mut *mut Report) {
    // SAFETY: promised by the caller.
    unsafe { free(report) }
}
