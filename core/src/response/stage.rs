//! The stages of classification, in order: the first that yields a verdict wins.

use super::answer::Answer;
use super::body::Body;
use super::verdict::Verdict;
use super::{business, sentence, status, success};
use crate::vocab::Identifier;

/// One step: a verdict, or nothing to say.
pub(super) type Stage = fn(&Answer<'_>) -> Option<Verdict>;

/// Why a sentence comes before the identifier: `PERMISSIONS_ERROR` has three meanings. Why the
/// identifier comes before the status: older pages send every error as a 400, and no proxy can
/// invent one.
pub(super) const STAGES: &[Stage] = &[
    unread,
    successful,
    documented_sentence,
    business_rule,
    identifier,
    code,
    page,
    by_status,
    by_family,
];

fn unread(answer: &Answer<'_>) -> Option<Verdict> {
    let family = answer.tables.unread.iter().find(|(family, _)| family.contains(&answer.status));
    family.map(|(_, verdict)| *verdict)
}

fn successful(answer: &Answer<'_>) -> Option<Verdict> {
    let found = || answer.tables.success.iter().find_map(|stage| stage(answer));
    answer.is_success().then(|| found().unwrap_or(success::UNUSABLE))
}

pub(super) fn documented_sentence(answer: &Answer<'_>) -> Option<Verdict> {
    sentence::verdict(answer.body.message()?, answer.tables.sentences)
}

/// Only where the vendor refuses a request: not where it is busy, broken, or knows nobody.
fn business_rule(answer: &Answer<'_>) -> Option<Verdict> {
    let refuses = (400..500).contains(&answer.status) && answer.status != 429;
    let elsewhere = matches!(
        answer.identifier,
        Some(Identifier::InternalError | Identifier::TooManyRequests | Identifier::Unauthorized)
    );
    let message = answer.body.message().filter(|_| refuses && !elsewhere)?;
    business::verdict(message, answer.tables.business)
}

pub(super) fn identifier(answer: &Answer<'_>) -> Option<Verdict> {
    let verdict = answer.identifier_row()?.verdict;
    let particular = |(word, operation, _): &&(Identifier, _, _)| {
        Some(*word) == answer.identifier && *operation == answer.operation
    };
    let exception = answer.tables.identifier_faults.iter().find(particular);
    Some(exception.map_or(verdict, |(_, _, fault)| verdict.at(*fault)))
}

pub(super) fn code(answer: &Answer<'_>) -> Option<Verdict> {
    let code = answer.body.code()?;
    let known = answer.tables.codes.iter().find(|(word, _)| word.eq_ignore_ascii_case(code));
    known.map(|(_, verdict)| *verdict)
}

fn page(answer: &Answer<'_>) -> Option<Verdict> {
    let blocks = answer.tables.blocking.contains(&answer.status);
    (blocks && matches!(answer.body, Body::Html)).then_some(status::BLOCKED)
}

fn by_status(answer: &Answer<'_>) -> Option<Verdict> {
    let known = answer.tables.statuses.iter().find(|(status, _)| *status == answer.status);
    known.map(|(_, verdict)| *verdict)
}

fn by_family(answer: &Answer<'_>) -> Option<Verdict> {
    let known = answer.tables.families.iter().find(|(family, _)| family.contains(&answer.status));
    known.map(|(_, verdict)| *verdict)
}
