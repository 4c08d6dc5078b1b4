//! What a status says by itself.
//!
//! Source: guides/error-handling and kyc/id-error-messages (2026) for what is documented, RFC
//! 9110 and 6585 for the other statuses, common edge networks for 520 to 530.

use std::ops::RangeInclusive;

use super::verdict::Fault::{Body, Members, MessageOrKeys};
use super::verdict::Verdict;
use super::{EscalateTo, Reason};
use crate::vocab::parameter;

use EscalateTo::{AccountManager, Developer, Operations};

/// Also of a status that no table has.
pub(super) const UNEXPECTED_STATUS: Verdict =
    Verdict::escalate(Reason::UnexpectedStatus, Developer);

/// A page for people where the API sends JSON: something in between answered.
pub(super) const BLOCKED: Verdict = Verdict::escalate(Reason::BlockedByIntermediary, Operations);

/// The statuses on which such a page means that. On others the status says enough.
pub(super) const BLOCKING: &[u16] = &[400, 403, 406, 409, 422, 451];

/// Families whose body is not looked at: no answer of the API has such a status.
pub(super) const UNREAD: &[(RangeInclusive<u16>, Verdict)] = &[
    (0..=99, UNEXPECTED_STATUS),
    (100..=199, UNEXPECTED_STATUS),
    (300..=399, Verdict::escalate(Reason::UnexpectedRedirect, Developer)),
    (600..=u16::MAX, UNEXPECTED_STATUS),
];

/// What is left when neither the body nor the status itself says anything.
pub(super) const FAMILIES: &[(RangeInclusive<u16>, Verdict)] = &[
    (400..=499, Verdict::escalate(Reason::UnexpectedClientError, Developer)),
    (500..=599, retry(Reason::ServerError)),
];

/// Errors, by their status.
pub(super) const STATUSES: &[(u16, Verdict)] = &[
    (400, Verdict::fix(Reason::BadRequest, MessageOrKeys)),
    (401, Verdict::escalate(Reason::CredentialsRejected, Operations)),
    (402, Verdict::escalate(Reason::FundsExhausted, AccountManager)),
    (403, Verdict::escalate(Reason::PermissionDenied, AccountManager).at(MessageOrKeys)),
    (404, Verdict::escalate(Reason::EndpointNotFound, Developer)),
    (405, Verdict::escalate(Reason::MethodNotAllowed, Developer)),
    (406, Verdict::escalate(Reason::MediaTypeRejected, Developer)),
    (407, Verdict::escalate(Reason::ProxyAuthRequired, Operations)),
    (408, retry(Reason::RequestTimeout)),
    (409, Verdict::fix(Reason::ClientIdConflict, Members(&[parameter::CLIENT_ID]))),
    (410, Verdict::escalate(Reason::EndpointNotFound, Developer)),
    (413, Verdict::fix(Reason::BodyTooLarge, Body)),
    (415, Verdict::escalate(Reason::MediaTypeRejected, Developer)),
    (421, retry(Reason::MisdirectedRequest)),
    (422, Verdict::fix(Reason::ValidationFailed, MessageOrKeys)),
    (425, retry(Reason::TooEarly)),
    (429, retry(Reason::RateLimited)),
    (451, BLOCKED),
    (500, retry(Reason::ServerError)),
    (501, Verdict::escalate(Reason::MethodNotAllowed, Developer)),
    (502, retry(Reason::GatewayError)),
    (503, retry(Reason::ServiceUnavailable)),
    (504, retry(Reason::GatewayTimeout)),
    (505, Verdict::escalate(Reason::ProtocolUnsupported, Developer)),
    (511, Verdict::escalate(Reason::NetworkLoginRequired, Operations)),
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

const fn retry(reason: Reason) -> Verdict {
    Verdict::retry(reason)
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
    fn every_status_but_a_success_has_exactly_one_family() {
        for status in 0..=u16::MAX {
            let families = UNREAD.iter().chain(FAMILIES);
            let count = families.filter(|(family, _)| family.contains(&status)).count();
            assert_eq!(count == 1, !(200..300).contains(&status), "{status}");
        }
    }
}
