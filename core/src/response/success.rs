//! What an answer with a 2xx can be.

use super::answer::Answer;
use super::body::Body;
use super::stage::{self, Stage};
use super::verdict::{Fault, Verdict};
use super::{EscalateTo, Operation, Reason};
use crate::json::Value;
use crate::vocab::parameter;

use EscalateTo::{IdenfySupport, Operations};

const ACCEPTED: Verdict = Verdict::proceed(Reason::Accepted);
const RESPONSE_TRUNCATED: Verdict = Verdict::retry(Reason::ResponseTruncated);

/// Where an answer names its client: the first that is there counts, and old answers have only the
/// second. Source: the last Docusaurus capture of the token page.
const ECHOES: &[&str] = &[parameter::CLIENT_ID, parameter::PERSON_SCAN_REF];

/// The first that applies wins. A 2xx without what the operation answers can still hold an
/// error: the direct-processing page documents that.
pub(super) const SUCCESS: &[Stage] = &[
    token_of_another,
    token,
    nothing,
    file,
    object,
    stage::documented_sentence,
    stage::identifier,
    stage::code,
    unknown_identifier,
    broken_off,
    cut_off,
    not_json,
];

/// When none applies.
pub(super) const UNUSABLE: Verdict = Verdict::escalate(Reason::SuccessBodyUnusable, IdenfySupport);

/// A token for another client must never reach this one.
fn token_of_another(answer: &Answer<'_>) -> Option<Verdict> {
    answer.token.as_ref()?;
    let object = answer.body.object()?;
    let mut echoes = ECHOES.iter().filter_map(|name| object.get(name));
    let echo = echoes.find(|echo| **echo != Value::Null)?;
    let other = echo.as_str() != Some(answer.client_id?);
    other.then_some(Verdict::escalate(Reason::ResponseMismatch, IdenfySupport))
}

fn token(answer: &Answer<'_>) -> Option<Verdict> {
    answer.token.as_ref().map(|_| Verdict::proceed(Reason::TokenCreated))
}

/// Deletion and direct processing answer without a body. One that broke off may have had one.
fn nothing(answer: &Answer<'_>) -> Option<Verdict> {
    let expected = matches!(answer.operation, Operation::Process | Operation::Delete);
    let whole = answer.transport.is_none();
    (expected && whole && matches!(answer.body, Body::Empty)).then_some(ACCEPTED)
}

fn file(answer: &Answer<'_>) -> Option<Verdict> {
    let expected = answer.operation == Operation::Pdf;
    let whole = answer.transport.is_none();
    (expected && whole && matches!(answer.body, Body::Pdf)).then_some(ACCEPTED)
}

fn object(answer: &Answer<'_>) -> Option<Verdict> {
    let expected = matches!(
        answer.operation,
        Operation::Status | Operation::Data | Operation::Files | Operation::Pdf
    );
    let plain = answer.body.object().is_some() && answer.body.identifier().is_none();
    (expected && plain).then_some(ACCEPTED)
}

/// A refusal, only of a kind that the table does not have.
fn unknown_identifier(answer: &Answer<'_>) -> Option<Verdict> {
    answer.body.identifier().map(|_| Verdict::fix(Reason::BadRequest, Fault::Message))
}

fn broken_off(answer: &Answer<'_>) -> Option<Verdict> {
    answer.transport.map(|_| RESPONSE_TRUNCATED)
}

fn cut_off(answer: &Answer<'_>) -> Option<Verdict> {
    matches!(answer.body, Body::CutOff).then_some(RESPONSE_TRUNCATED)
}

fn not_json(answer: &Answer<'_>) -> Option<Verdict> {
    matches!(answer.body, Body::Html | Body::Text | Body::Pdf)
        .then_some(Verdict::escalate(Reason::NotAnIdenfyResponse, Operations))
}
