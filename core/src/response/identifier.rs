//! What the constant codes of an error envelope say.
//!
//! Where the pages differ, the identifier outranks the status: older pages send every error as
//! a 400, and no proxy can invent an identifier.
//!
//! Source: kyc/id-error-messages (2026); `PARTNER_ERROR` from the deletion page.

use super::verdict::Fault::{Body, Members, Message, Nowhere};
use super::verdict::{Fault, Verdict};
use super::{EscalateTo, Operation, Reason};
use crate::vocab::{Identifier, parameter};

use EscalateTo::{AccountManager, Developer, Operations};

/// What an identifier says.
#[derive(Debug, Clone, Copy)]
pub(super) struct IdentifierRow {
    pub(super) word: Identifier,
    pub(super) verdict: Verdict,
    /// The statuses that go with it naturally; a 400 goes with every one.
    pub(super) natural: &'static [u16],
}

pub(super) const IDENTIFIERS: &[IdentifierRow] = &[
    row(Identifier::InternalError, Verdict::retry(Reason::ServerError).at(Message), &[500]),
    row(Identifier::BadValue, Verdict::fix(Reason::BadValue, Message), &[422]),
    row(Identifier::MissingValue, Verdict::fix(Reason::MissingValue, Message), &[422]),
    row(
        Identifier::Unauthorized,
        Verdict::escalate(Reason::CredentialsRejected, Operations).at(Message),
        &[401],
    ),
    row(Identifier::EncodingError, Verdict::fix(Reason::BodyNotUtf8, Body), &[]),
    row(Identifier::JsonError, Verdict::fix(Reason::BodyNotJson, Body), &[]),
    row(
        Identifier::TokenNotValid,
        Verdict::fix(Reason::TokenNotValid, Message),
        &[401, 403, 404, 409, 410],
    ),
    row(
        Identifier::PartnerContractError,
        Verdict::escalate(Reason::ContractForbids, AccountManager).at(Message),
        &[402, 403],
    ),
    row(
        Identifier::MethodNotAllowed,
        Verdict::escalate(Reason::MethodNotAllowed, Developer),
        &[405],
    ),
    row(
        Identifier::PermissionsError,
        Verdict::escalate(Reason::PermissionDenied, AccountManager).at(Message),
        &[402, 403],
    ),
    row(Identifier::TooManyRequests, Verdict::retry(Reason::RateLimited), &[429]),
    row(Identifier::ValidationError, Verdict::fix(Reason::ValidationFailed, Message), &[422]),
    row(
        Identifier::PartnerError,
        Verdict::escalate(Reason::PartnerState, Developer).at(Message),
        &[403, 409],
    ),
];

/// Where an identifier is at fault in one operation in particular.
pub(super) const IDENTIFIER_FAULTS: &[(Identifier, Operation, Fault)] = &[
    (Identifier::TokenNotValid, Operation::CreateToken, Nowhere),
    (Identifier::TokenNotValid, Operation::Process, Members(&[parameter::AUTH_TOKEN])),
];

/// What the `code` of the second error envelope says.
///
/// Source: the provider's OpenAPI documents for age estimation and bank cards (2026).
pub(super) const CODES: &[(&str, Verdict)] = &[(
    "insufficient_finances",
    Verdict::escalate(Reason::FundsExhausted, AccountManager).at(Message),
)];

const fn row(word: Identifier, verdict: Verdict, natural: &'static [u16]) -> IdentifierRow {
    IdentifierRow { word, verdict, natural }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_identifier_has_one_row() {
        let words: Vec<_> = IDENTIFIERS.iter().map(|row| row.word).collect();
        assert_eq!(words, Identifier::ALL);
    }
}
