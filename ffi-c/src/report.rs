//! Token validation.

use std::sync::OnceLock;

use idenfy_rules::Violation;

use crate::error::Error;
use crate::guard::{guard, guard_or};
use crate::handle::{free, look, owned, slot};
use crate::number::Severity;
use crate::profile::Profile;
use crate::status::Status;
use crate::view::{self, IDR_MAX_BYTES, View, bytes};

/// All findings about one token request, in the order of the body.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_report_free(); views from it end then.
#[derive(Debug)]
pub struct Report {
    report: idenfy_rules::Report,
    json: OnceLock<String>,
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
            *out = owned(Report { report, json: OnceLock::new() });
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
    guard_or(false, || unsafe { look(report) }.is_ok_and(|report| report.report.is_valid()))
}

/// How many findings there are, warnings included. 0 for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_count(report: *const Report) -> usize {
    // SAFETY: promised by the caller.
    guard_or(0, || unsafe { look(report) }.map_or(0, |report| report.report.len()))
}

/// One text of the finding at `index`.
///
/// # Safety
/// `report` is NULL or alive.
unsafe fn part<'a>(
    report: *const Report,
    index: usize,
    part: impl Fn(&'a Violation) -> Option<&'a str>,
) -> View {
    guard_or(View::ABSENT, || {
        // SAFETY: promised by the caller.
        let found = unsafe { look(report) }.ok().and_then(|r| r.report.violations().get(index));
        View::maybe(found.and_then(part))
    })
}

/// Which rule was broken, for example "client_id.max_length". Absent for NULL and for an index
/// that is not below the count, like the other texts of a finding.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_code(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { part(report, index, |found| Some(found.code)) }
}

/// Where, as a JSON Pointer: "" is the whole body.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_pointer(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { part(report, index, |found| Some(found.pointer.as_str())) }
}

/// One sentence for people; it repeats no value of the request.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_message(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { part(report, index, |found| Some(&found.message)) }
}

/// The identifier that the API most likely answers with; absent where it names none.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_identifier(report: *const Report, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { part(report, index, |found| found.identifier.map(|word| word.as_str())) }
}

/// How much a finding weighs. IDR_SEVERITY_NONE for NULL and for an index that is not below the
/// count.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_severity(report: *const Report, index: usize) -> Severity {
    guard_or(Severity::IDR_SEVERITY_NONE, || {
        // SAFETY: promised by the caller.
        let found = unsafe { look(report) }.ok().and_then(|r| r.report.violations().get(index));
        found.map_or(Severity::IDR_SEVERITY_NONE, |found| found.severity.into())
    })
}

/// The report as JSON: {"valid": bool, "violations": [...]}. Absent for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_json(report: *const Report) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(report) }
            .map_or(View::ABSENT, |report| view::json(&report.json, &report.report))
    })
}

/// Frees a report and sets the pointer to NULL.
///
/// # Safety
/// `report` is NULL or points to NULL or to a report that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_free(report: *mut *mut Report) {
    // SAFETY: promised by the caller.
    guard_or((), || unsafe { free(report) });
}
