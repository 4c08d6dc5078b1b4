//! The decision tables for statuses, identifiers, codes and transport failures.
//!
//! Sources: guides/error-handling and kyc/id-error-messages (2026) for what is documented, RFC
//! 9110 and 6585 for the other statuses, common edge networks for 520 to 530. Where the pages
//! differ, the identifier outranks the status: older pages send every error as a 400.

use super::verdict::{Fault, Verdict};
use super::{EscalateTo, Operation, Reason, TransportKind};
use crate::vocab::{Identifier, parameter};

use EscalateTo::{AccountManager, Developer, IdenfySupport, Operations};
use Fault::{Body, Members, Message, MessageOrKeys, Nowhere};

const fn retry(reason: Reason) -> Verdict {
    Verdict::retry(reason)
}

const fn fix(reason: Reason, fault: Fault) -> Verdict {
    Verdict::fix(reason, fault)
}

const fn escalate(reason: Reason, to: EscalateTo) -> Verdict {
    Verdict::escalate(reason, to)
}

// What an answer with a 2xx can be.
pub(super) const TOKEN_CREATED: Verdict = Verdict::proceed(Reason::TokenCreated);
pub(super) const ACCEPTED: Verdict = Verdict::proceed(Reason::Accepted);
pub(super) const RESPONSE_MISMATCH: Verdict = escalate(Reason::ResponseMismatch, IdenfySupport);
pub(super) const NOT_AN_IDENFY_RESPONSE: Verdict =
    escalate(Reason::NotAnIdenfyResponse, Operations);
pub(super) const RESPONSE_TRUNCATED: Verdict = retry(Reason::ResponseTruncated);
pub(super) const SUCCESS_BODY_UNUSABLE: Verdict =
    escalate(Reason::SuccessBodyUnusable, IdenfySupport);
/// A 2xx with an identifier that the table does not have.
pub(super) const UNKNOWN_REFUSAL: Verdict = fix(Reason::BadRequest, Message);

// Whole families of statuses.
pub(super) const UNEXPECTED_STATUS: Verdict = escalate(Reason::UnexpectedStatus, Developer);
pub(super) const UNEXPECTED_REDIRECT: Verdict = escalate(Reason::UnexpectedRedirect, Developer);
pub(super) const OTHER_CLIENT_ERROR: Verdict = escalate(Reason::UnexpectedClientError, Developer);
pub(super) const OTHER_SERVER_ERROR: Verdict = retry(Reason::ServerError);

/// A page for people where the API sends JSON: something in between answered.
pub(super) const BLOCKED: Verdict = escalate(Reason::BlockedByIntermediary, Operations);
/// The statuses on which such a page means that. On others the status says enough.
pub(super) const BLOCKING: &[u16] = &[400, 403, 406, 409, 422, 451];

pub(super) const CANCELLED: Verdict = escalate(Reason::CancelledByCaller, Developer);

/// What a status says by itself.
pub(super) const STATUSES: &[(u16, Verdict)] = &[
    (400, fix(Reason::BadRequest, MessageOrKeys)),
    (401, escalate(Reason::CredentialsRejected, Operations)),
    (402, escalate(Reason::FundsExhausted, AccountManager)),
    (403, escalate(Reason::PermissionDenied, AccountManager).at(MessageOrKeys)),
    (404, escalate(Reason::EndpointNotFound, Developer)),
    (405, escalate(Reason::MethodNotAllowed, Developer)),
    (406, escalate(Reason::MediaTypeRejected, Developer)),
    (407, escalate(Reason::ProxyAuthRequired, Operations)),
    (408, retry(Reason::RequestTimeout)),
    (409, fix(Reason::ClientIdConflict, Members(&[parameter::CLIENT_ID]))),
    (410, escalate(Reason::EndpointNotFound, Developer)),
    (413, fix(Reason::BodyTooLarge, Body)),
    (415, escalate(Reason::MediaTypeRejected, Developer)),
    (421, retry(Reason::MisdirectedRequest)),
    (422, fix(Reason::ValidationFailed, MessageOrKeys)),
    (425, retry(Reason::TooEarly)),
    (429, retry(Reason::RateLimited)),
    (451, BLOCKED),
    (500, retry(Reason::ServerError)),
    (501, escalate(Reason::MethodNotAllowed, Developer)),
    (502, retry(Reason::GatewayError)),
    (503, retry(Reason::ServiceUnavailable)),
    (504, retry(Reason::GatewayTimeout)),
    (505, escalate(Reason::ProtocolUnsupported, Developer)),
    (511, escalate(Reason::NetworkLoginRequired, Operations)),
    (520, retry(Reason::GatewayError)),
    (521, retry(Reason::OriginUnreachable)),
    (522, retry(Reason::OriginUnreachable)),
    (523, retry(Reason::OriginUnreachable)),
    (524, retry(Reason::GatewayTimeout)),
    (525, retry(Reason::OriginUnreachable)),
    (526, retry(Reason::OriginUnreachable)),
    (527, retry(Reason::OriginUnreachable)),
    (530, retry(Reason::OriginUnreachable)),
];

/// What an identifier says, and the statuses that go with it naturally.
///
/// A 400 goes with every identifier: the older pages send all errors that way.
pub(super) const fn identifier(identifier: Identifier) -> (Verdict, &'static [u16]) {
    match identifier {
        Identifier::InternalError => (retry(Reason::ServerError).at(Message), &[500]),
        Identifier::BadValue => (fix(Reason::BadValue, Message), &[422]),
        Identifier::MissingValue => (fix(Reason::MissingValue, Message), &[422]),
        Identifier::Unauthorized => {
            (escalate(Reason::CredentialsRejected, Operations).at(Message), &[401])
        }
        Identifier::EncodingError => (fix(Reason::BodyNotUtf8, Body), &[]),
        Identifier::JsonError => (fix(Reason::BodyNotJson, Body), &[]),
        Identifier::TokenNotValid => {
            (fix(Reason::TokenNotValid, Message), &[401, 403, 404, 409, 410])
        }
        Identifier::PartnerContractError => {
            (escalate(Reason::ContractForbids, AccountManager).at(Message), &[402, 403])
        }
        Identifier::MethodNotAllowed => (escalate(Reason::MethodNotAllowed, Developer), &[405]),
        Identifier::PermissionsError => {
            (escalate(Reason::PermissionDenied, AccountManager).at(Message), &[402, 403])
        }
        Identifier::TooManyRequests => (retry(Reason::RateLimited), &[429]),
        Identifier::ValidationError => (fix(Reason::ValidationFailed, Message), &[422]),
        Identifier::PartnerError => {
            (escalate(Reason::PartnerState, Developer).at(Message), &[403, 409])
        }
    }
}

/// Where an identifier is at fault in one operation in particular.
pub(super) const IDENTIFIER_FAULTS: &[(Identifier, Operation, Fault)] = &[
    (Identifier::TokenNotValid, Operation::CreateToken, Nowhere),
    (Identifier::TokenNotValid, Operation::Process, Members(&[parameter::AUTH_TOKEN])),
];

/// What the `code` of the second error envelope says.
///
/// Source: the provider's OpenAPI documents for age estimation and bank cards (2026).
pub(super) const CODES: &[(&str, Verdict)] =
    &[("insufficient_finances", escalate(Reason::FundsExhausted, AccountManager).at(Message))];

/// What a failure without an answer says.
pub(super) const fn transport(kind: TransportKind) -> Verdict {
    match kind {
        TransportKind::Dns
        | TransportKind::ConnectRefused
        | TransportKind::ConnectTimeout
        | TransportKind::NetworkUnreachable => retry(Reason::NetworkUnreachable),
        TransportKind::TlsHandshake => retry(Reason::TlsHandshakeFailed),
        TransportKind::SendFailed => retry(Reason::RequestNotSent),
        TransportKind::ConnectionReset | TransportKind::ProtocolError | TransportKind::Unknown => {
            retry(Reason::ConnectionLost)
        }
        TransportKind::ResponseTimeout => retry(Reason::ResponseTimeout),
        TransportKind::ResponseTruncated => RESPONSE_TRUNCATED,
        TransportKind::TlsCertificate => escalate(Reason::TlsCertificateInvalid, Operations),
        TransportKind::ProxyConnect => escalate(Reason::ProxyAuthRequired, Operations),
        TransportKind::Cancelled => CANCELLED,
        TransportKind::InvalidRequest => escalate(Reason::RequestNotBuildable, Developer),
        TransportKind::RedirectLoop => UNEXPECTED_REDIRECT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_sorted_and_are_errors() {
        assert!(STATUSES.is_sorted_by_key(|(status, _)| *status));
        assert!(STATUSES.windows(2).all(|pair| pair[0].0 != pair[1].0));
        assert!(STATUSES.iter().all(|(status, _)| (400..600).contains(status)));
    }

    #[test]
    fn only_escalations_name_somebody() {
        let identifiers = Identifier::ALL.iter().map(|word| identifier(*word).0);
        let kinds = TransportKind::ALL.iter().map(|kind| transport(*kind));
        let statuses = STATUSES.iter().map(|(_, verdict)| *verdict);
        for verdict in identifiers.chain(kinds).chain(statuses) {
            let escalates = verdict.action == crate::response::Action::Escalate;
            assert_eq!(verdict.escalate_to.is_some(), escalates, "{}", verdict.reason);
        }
    }
}
