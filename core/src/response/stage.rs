//! The stages of classification, in order: the first that yields a verdict wins.

use super::answer::Answer;
use super::body::Body;
use super::table;
use super::verdict::Verdict;
use super::{Operation, business, sentence};
use crate::json::Value;
use crate::vocab::{Identifier, parameter};

type Stage = fn(&Answer<'_>) -> Option<Verdict>;

/// Why a sentence comes before the identifier: `PERMISSIONS_ERROR` has three meanings. Why the
/// identifier comes before the status: older pages send every error as a 400, and no proxy can
/// invent one.
const STAGES: &[Stage] = &[
    not_final,
    success,
    redirect,
    documented_sentence,
    business_rule,
    identifier,
    code,
    page,
    status,
    family,
];

/// A 2xx without a token can still hold an error: the direct-processing page documents that.
const REFUSALS: &[Stage] = &[documented_sentence, identifier, code, unknown_identifier];

/// The verdict of the first stage that has one.
pub(super) fn verdict(answer: &Answer<'_>) -> Verdict {
    STAGES.iter().find_map(|stage| stage(answer)).unwrap_or(table::UNEXPECTED_STATUS)
}

fn not_final(answer: &Answer<'_>) -> Option<Verdict> {
    (!(200..600).contains(&answer.status)).then_some(table::UNEXPECTED_STATUS)
}

fn redirect(answer: &Answer<'_>) -> Option<Verdict> {
    (300..400).contains(&answer.status).then_some(table::UNEXPECTED_REDIRECT)
}

fn success(answer: &Answer<'_>) -> Option<Verdict> {
    if !answer.is_success() {
        return None;
    }
    accepted(answer)
        .or_else(|| REFUSALS.iter().find_map(|stage| stage(answer)))
        .or_else(|| Some(unusable(answer)))
}

/// What each operation counts as a success. A body that broke off can still hold a whole token
/// or object, but an empty one may have lost anything.
fn accepted(answer: &Answer<'_>) -> Option<Verdict> {
    let whole = answer.transport.is_none();
    match (answer.operation, &answer.body) {
        (Operation::CreateToken, _) => answer.token.is_some().then(|| created(answer)),
        (Operation::Process | Operation::Delete, Body::Empty) if whole => Some(table::ACCEPTED),
        (Operation::Pdf, Body::Pdf) if whole => Some(table::ACCEPTED),
        (
            Operation::Status | Operation::Data | Operation::Files | Operation::Pdf,
            Body::Json(Value::Object(_)),
        ) if answer.body.identifier().is_none() => Some(table::ACCEPTED),
        _ => None,
    }
}

/// A token for another client must never reach this one.
fn created(answer: &Answer<'_>) -> Verdict {
    let echo = answer.body.object().and_then(|object| object.get(parameter::CLIENT_ID));
    let same = match (echo, answer.client_id) {
        (None | Some(Value::Null), _) | (_, None) => true,
        (Some(echo), Some(sent)) => echo.as_str() == Some(sent),
    };
    if same { table::TOKEN_CREATED } else { table::RESPONSE_MISMATCH }
}

fn unusable(answer: &Answer<'_>) -> Verdict {
    match answer.body {
        _ if answer.transport.is_some() => table::RESPONSE_TRUNCATED,
        Body::CutOff => table::RESPONSE_TRUNCATED,
        Body::Html | Body::Text | Body::Pdf => table::NOT_AN_IDENFY_RESPONSE,
        Body::Empty | Body::Json(_) | Body::TooLong => table::SUCCESS_BODY_UNUSABLE,
    }
}

fn documented_sentence(answer: &Answer<'_>) -> Option<Verdict> {
    sentence::verdict(answer.body.message()?)
}

/// Only where the vendor refuses a request: not where it is busy, broken, or knows nobody.
fn business_rule(answer: &Answer<'_>) -> Option<Verdict> {
    let refuses = (400..500).contains(&answer.status) && answer.status != 429;
    let elsewhere = matches!(
        answer.identifier,
        Some(Identifier::InternalError | Identifier::TooManyRequests | Identifier::Unauthorized)
    );
    let message = answer.body.message().filter(|_| refuses && !elsewhere)?;
    business::verdict(message)
}

fn identifier(answer: &Answer<'_>) -> Option<Verdict> {
    let identifier = answer.identifier?;
    let (verdict, _) = table::identifier(identifier);
    let exception = table::IDENTIFIER_FAULTS
        .iter()
        .find(|(word, operation, _)| (*word, *operation) == (identifier, answer.operation));
    Some(exception.map_or(verdict, |(_, _, fault)| verdict.at(*fault)))
}

fn unknown_identifier(answer: &Answer<'_>) -> Option<Verdict> {
    answer.body.identifier().map(|_| table::UNKNOWN_REFUSAL)
}

fn code(answer: &Answer<'_>) -> Option<Verdict> {
    let code = answer.body.code()?;
    let known = table::CODES.iter().find(|(word, _)| word.eq_ignore_ascii_case(code));
    known.map(|(_, verdict)| *verdict)
}

fn page(answer: &Answer<'_>) -> Option<Verdict> {
    let blocks = table::BLOCKING.contains(&answer.status);
    (blocks && matches!(answer.body, Body::Html)).then_some(table::BLOCKED)
}

fn status(answer: &Answer<'_>) -> Option<Verdict> {
    let known = table::STATUSES.iter().find(|(status, _)| *status == answer.status);
    known.map(|(_, verdict)| *verdict)
}

fn family(answer: &Answer<'_>) -> Option<Verdict> {
    match answer.status {
        400..500 => Some(table::OTHER_CLIENT_ERROR),
        500..600 => Some(table::OTHER_SERVER_ERROR),
        _ => None,
    }
}
