//! What was found about a token request or an integration, and token validation.

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use idenfy_rules::Violation;

use crate::error::Error;
use crate::handle::{ask, ask_text, free, make};
use crate::number::Severity;
use crate::profile::Profile;
use crate::status::Status;
use crate::view::{self, Array, IDR_MAX_BYTES, Length, View};

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
#[unsafe(no_mangle)]
pub extern "C" fn idr_validate_token(
    body: Array<'_, u8>,
    len: Length,
    profile: Option<&Profile>,
    out: Option<&mut MaybeUninit<Box<Report>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let body = body.bytes(len, IDR_MAX_BYTES)?;
        let report = match profile {
            Some(Profile(profile)) => idenfy_rules::validate(body, profile),
            None => idenfy_rules::validate(body, &idenfy_rules::Profile::default()),
        };
        Ok(Report::from(report))
    })
}

/// Whether the report has no error; warnings do not count. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_is_valid(report: Option<&Report>) -> bool {
    ask(report, |made| made.report.is_valid())
}

/// How many findings there are, warnings included. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_count(report: Option<&Report>) -> usize {
    ask(report, |made| made.report.len())
}

fn finding(made: &Report, index: usize) -> Option<&Violation> {
    made.report.violations().get(index)
}

/// Which rule the finding at `index` is about, for example "client_id.max_length"; see
/// idr_token_code_meaning() and idr_lint_code_meaning(). Absent for NULL and for an index that is
/// not below the count, like the other texts of a finding.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_code(report: Option<&Report>, index: usize) -> View<'_> {
    ask_text(report, |made| finding(made, index).map(|found| found.code))
}

/// Where, as a JSON Pointer: "" is the whole body; of an integration "/" and the name of the part.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_pointer(report: Option<&Report>, index: usize) -> View<'_> {
    ask_text(report, |made| finding(made, index).map(|found| found.pointer.as_str()))
}

/// One sentence for people; it repeats nothing of what was looked at.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_message(report: Option<&Report>, index: usize) -> View<'_> {
    ask_text(report, |made| finding(made, index).map(|found| found.message.as_str()))
}

/// The identifier that the API most likely answers with (IDR_IDENTIFIER_...). Absent, too, for a
/// warning and for findings about an integration.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_identifier(report: Option<&Report>, index: usize) -> View<'_> {
    ask_text(report, |made| Some(finding(made, index)?.identifier?.as_str()))
}

/// How much a finding weighs. IDR_SEVERITY_NONE for NULL and for an index that is not below the
/// count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_severity(report: Option<&Report>, index: usize) -> Severity {
    ask(report, |made| finding(made, index).map(|found| found.severity.into()).unwrap_or_default())
}

/// The report as JSON: {"valid": bool, "violations": [{"code", "pointer", "identifier",
/// "severity", "params", "message"}]}. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_json(report: Option<&Report>) -> View<'_> {
    ask(report, |made| view::json(&made.json, &made.report))
}

/// Frees a report and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_report_free(report: Option<&mut Option<Box<Report>>>) {
    free(report)
}
