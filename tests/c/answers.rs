//! What the C program of `tests/c/driver.c` has to answer, from the results of the Rust library.

use idenfy_rules::policy::testing::{TestFileError, TestRun};
use idenfy_rules::policy::{Decision, DecisionError, PolicyError};
use idenfy_rules::response::Classification;
use idenfy_rules::{InputError, Report, SignatureError, WebhookError, webhook};

pub fn written<T: serde::Serialize>(form: &T) -> String {
    serde_json::to_string(form).expect("our forms serialise")
}

/// Lines as the program writes them; what is absent is an empty one.
fn lines<'a>(lines: impl IntoIterator<Item = Option<&'a str>>) -> String {
    lines.into_iter().map(|line| format!("\n{}", line.unwrap_or_default())).collect()
}

fn failure(code: &str, pointer: &str, text: &dyn std::fmt::Display) -> String {
    format!("{code}\n{pointer}\n{text}\n")
}

pub fn of_input(error: &InputError) -> String {
    failure(error.code(), "", error)
}

pub fn of_signature(error: &SignatureError) -> String {
    failure(error.code(), "", error)
}

pub fn of_webhook(error: &WebhookError) -> String {
    failure(error.code(), error.pointer().as_str(), error)
}

pub fn of_policy(error: &PolicyError) -> String {
    let suggestion = error.suggestion().unwrap_or_default();
    failure(error.code().as_str(), error.pointer().as_str(), error) + suggestion
}

pub fn of_test_file(error: &TestFileError) -> String {
    let suggestion = error.suggestion().unwrap_or_default();
    failure(error.code(), error.pointer().as_str(), error) + suggestion
}

pub fn of_decision(error: &DecisionError) -> String {
    match error {
        DecisionError::Webhook(error) => of_webhook(error),
        other => failure(other.code(), "", other),
    }
}

/// The form of a report, whether it is valid, and each finding.
pub fn of_report(report: &Report) -> String {
    let verdict = if report.is_valid() { "\nvalid" } else { "\nrefused" };
    let findings = report.iter().map(|found| {
        let identifier = found.identifier.map(|word| word.as_str());
        let (pointer, severity) = (found.pointer.as_str(), found.severity.as_str());
        lines([Some(found.code), Some(pointer), identifier, Some(severity), Some(&found.message)])
    });
    written(report) + verdict + &findings.collect::<String>()
}

/// The form of a verdict, and the token, which it leaves out.
pub fn of_verdict(found: &Classification) -> String {
    let token = found.token.as_ref();
    let texts = lines([
        token.map(|token| token.scan_ref.as_str()),
        token.map(|token| token.auth_token.as_str()),
        token.and_then(|token| token.client_id.as_deref()),
        token.and_then(|token| token.redirect_url.as_deref()),
        token.and_then(|token| token.digit_string.as_deref()),
        token.and_then(|token| token.token_type.as_ref()).map(|word| word.as_str()),
    ]);
    let expiry = token.and_then(|token| token.expiry_time).unwrap_or_default();
    let session = token.and_then(|token| token.session_length).unwrap_or_default();
    format!("{}{texts}\n{expiry} {session}", written(found))
}

/// The form of a run, its text, then what has an accessor in C.
pub fn of_run(run: &TestRun) -> String {
    let verdict = if run.passed { "passed" } else { "failed" };
    let counts = &run.counts;
    let (cases, failed) = (counts.cases, counts.failed);
    format!("{}\n{run}{verdict} {cases} cases, {failed} failed", written(run))
}

/// The form of a decision, and what it leaves out.
pub fn of_made(decision: &Decision) -> String {
    let outside = [decision.client_id.as_deref(), decision.external_ref.as_deref()];
    written(decision) + &lines(outside)
}

/// The whole content, one member, then what has an accessor in C.
pub fn of_delivery(read: &webhook::Delivery<'_>, pointer: &str) -> String {
    let (status, client) = (read.status(), read.client_id());
    let platform = read.platform();
    let checks = (status.auto_document(), status.manual_document());
    let faces = (status.auto_face(), status.manual_face());
    let notice = read.notice();
    let members = lines([
        read.json(pointer).as_deref(),
        read.scan_ref(),
        client.as_deref(),
        read.external_ref(),
        read.company_id(),
        read.event().map(|event| event.as_str()),
        notice.and_then(|notice| notice.product.as_deref()),
        status.overall().as_ref().map(|word| word.as_str()),
        checks.0.as_ref().map(|word| word.as_str()),
        checks.1.as_ref().map(|word| word.as_str()),
        faces.0.as_ref().map(|word| word.as_str()),
        faces.1.as_ref().map(|word| word.as_str()),
        platform.as_ref().map(|word| word.as_str()),
    ]);
    let mark = read.final_mark().map_or("none".to_owned(), |mark| mark.to_string());
    let attention = notice.is_some_and(|notice| notice.attention);
    let tags = [status.fraud_tags(), status.mismatch_tags()].concat();
    let tags = lines(tags.iter().map(|tag| Some(tag.as_str())));
    let (notice, attention) =
        (if notice.is_some() { " notice" } else { "" }, if attention { " attention" } else { "" });
    format!("{}{members}\n{mark}{notice}{attention}{tags}", written(read))
}
