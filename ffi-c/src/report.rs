//! Token validation.

use crate::guard::{guard, guard_or};
use crate::handle::{free, give, look};
use crate::status::Status;
use crate::view::{BODY_BYTES, View, bytes};

/// All findings about one token request. Never changes, so several threads may read it. Views
/// from it end when it is freed.
#[derive(Debug)]
pub struct Report {
    is_valid: bool,
    json: String,
}

/// Checks the body of POST /api/v2/token, as it will be sent. A broken body is a finding, not a
/// failure of the call: IDR_OK says that `*out` holds a report.
///
/// # Safety
/// `body` is NULL with `len` 0 or points to `len` bytes; `out` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_validate_token(
    body: *const u8,
    len: usize,
    out: *mut *mut Report,
) -> Status {
    guard(|| {
        // SAFETY: promised by the caller.
        let body = unsafe { bytes(body, len, BODY_BYTES) }?;
        let report = idenfy_rules::validate(body, &idenfy_rules::Profile::default());
        let json = serde_json::to_string(&report).map_err(|_| Status::IDR_PANIC)?;
        // SAFETY: promised by the caller.
        unsafe { give(Report { is_valid: report.is_valid(), json }, out) }
    })
}

/// Whether the report has no error; warnings do not count. False for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_is_valid(report: *const Report) -> bool {
    // SAFETY: promised by the caller.
    guard_or(false, || unsafe { look(report) }.is_ok_and(|report| report.is_valid))
}

/// The report as JSON: {"valid": bool, "violations": [...]}. Absent for NULL.
///
/// # Safety
/// `report` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_report_json(report: *const Report) -> View {
    // SAFETY: promised by the caller.
    guard_or(View::ABSENT, || {
        unsafe { look(report) }.map_or(View::ABSENT, |report| View::of(&report.json))
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
