//! What people need to know about a reason: what happened, what to do, whom to ask, what to
//! bring.

use super::{EscalateTo, Reason};
use crate::vocab::words;

words! {
    /// What whoever is asked needs in order to help, as far as there is one.
    ///
    /// Never a key, a token, a body or a message: these are secrets or may hold personal data.
    #[non_exhaustive]
    Evidence;
    /// The `scanRef` of the session.
    ScanRef => "scan_ref";
    /// When the call was made.
    Time => "time";
    /// The status as received.
    Status => "status";
    /// The identifier as received.
    Identifier => "identifier";
    /// The members at fault.
    Pointers => "pointers";
    /// The kind of transport failure.
    Transport => "transport";
    /// How many attempts there were, and when.
    Attempts => "attempts";
}

type Asked = Option<EscalateTo>;
type Brought = &'static [Evidence];

const NOBODY: Asked = None;
const DEVELOPER: Asked = Some(EscalateTo::Developer);
const OPERATIONS: Asked = Some(EscalateTo::Operations);
const MANAGER: Asked = Some(EscalateTo::AccountManager);
const SUPPORT: Asked = Some(EscalateTo::IdenfySupport);

const NOTHING: Brought = &[];
/// What an answer shows.
const ANSWER: Brought = &[Evidence::Time, Evidence::Status, Evidence::Identifier];
/// What a refusal of certain members shows.
const REFUSAL: Brought = &[Evidence::Status, Evidence::Identifier, Evidence::Pointers];
/// What names a session.
const SESSION: Brought =
    &[Evidence::ScanRef, Evidence::Time, Evidence::Status, Evidence::Identifier];
/// What there is without an answer.
const FAILURE: Brought = &[Evidence::Time, Evidence::Transport];
/// What a failure that goes on shows.
const SERIES: Brought = &[
    Evidence::Time,
    Evidence::Status,
    Evidence::Identifier,
    Evidence::Transport,
    Evidence::Attempts,
];

/// The table: reason, whom to ask, what to bring, what happened, what to do.
macro_rules! advice {
    ( $( $reason:ident, $ask:ident, $bring:ident => $happened:literal, $remedy:literal; )+ ) => {
        impl Reason {
            /// What happened, for people; the text may change.
            ///
            /// ```
            /// use idenfy_rules::response::Reason;
            /// for reason in Reason::ALL {
            ///     println!("{reason}: {} {}", reason.happened(), reason.remedy());
            /// }
            /// ```
            #[must_use]
            pub const fn happened(self) -> &'static str {
                match self { $( Self::$reason => $happened, )+ }
            }

            /// What to do about it, for people; the text may change.
            #[must_use]
            pub const fn remedy(self) -> &'static str {
                match self { $( Self::$reason => $remedy, )+ }
            }

            /// Whom to ask when the remedy does not help; `None` when there is nothing to ask.
            ///
            /// Of an escalation it is [`escalate_to`](super::Classification::escalate_to), except
            /// that [`RetriesExhausted`](Self::RetriesExhausted) goes to whom the reason beneath
            /// it names.
            #[must_use]
            pub const fn ask(self) -> Option<EscalateTo> {
                match self { $( Self::$reason => $ask, )+ }
            }

            /// What to bring along: enough to find the case, and no secret.
            ///
            /// ```
            /// use idenfy_rules::response::{EscalateTo, Evidence, Reason};
            /// assert_eq!(Reason::FundsExhausted.ask(), Some(EscalateTo::AccountManager));
            /// assert_eq!(Reason::FundsExhausted.bring(), [Evidence::Time, Evidence::Status, Evidence::Identifier]);
            /// assert_eq!(Reason::TokenCreated.ask(), None);
            /// ```
            #[must_use]
            pub const fn bring(self) -> &'static [Evidence] {
                match self { $( Self::$reason => $bring, )+ }
            }
        }
    };
}

advice! {
    TokenCreated, NOBODY, NOTHING =>
        "The session was created.",
        "Store `scanRef` with your record and hand `authToken` to this client only.";
    Accepted, NOBODY, NOTHING =>
        "The call succeeded.",
        "Go on; this operation answers without a token.";
    CredentialsRejected, OPERATIONS, ANSWER =>
        "The API key or the secret was refused.",
        "Check whether they were rotated in the dashboard, how the Basic header is encoded, and white space at their ends. Nothing gets through until then.";
    AccountInactive, MANAGER, ANSWER =>
        "The partner account is disabled.",
        "Have it enabled again.";
    WrongEnvironment, OPERATIONS, ANSWER =>
        "These keys belong to an environment that does not offer this call, or not `dummyStatus`.",
        "Load the key pair of the other environment; the base URL is the same for both.";
    FundsExhausted, MANAGER, ANSWER =>
        "Balance, credits or the expense limit are used up. This is no rate limit.",
        "Have credits added or the limit raised; a failed subscription payment is charged again after one and two days. Waiting between attempts does not help.";
    ContractForbids, MANAGER, ANSWER =>
        "The contract does not cover this operation.",
        "Have it added to the contract, or do without it.";
    PermissionDenied, MANAGER, ANSWER =>
        "The account has no access to this endpoint or feature.",
        "Have it enabled. An address that is not on the allow-list looks the same.";
    FeatureNotEnabled, MANAGER, REFUSAL =>
        "A parameter needs a feature that the account does not have.",
        "Leave the parameter out, or have the feature enabled.";
    PartnerState, DEVELOPER, SESSION =>
        "The account or the session is in a state that forbids this call.",
        "Look up in which state the session is; call again once it allows it.";
    BadValue, DEVELOPER, REFUSAL =>
        "A parameter has a value that the API does not take.",
        "Correct the parameters that `pointers` names.";
    MissingValue, DEVELOPER, REFUSAL =>
        "A required parameter is missing.",
        "Supply the parameters that `pointers` names.";
    ValidationFailed, DEVELOPER, REFUSAL =>
        "One or more parameters were refused.",
        "Correct the parameters that `pointers` names.";
    BadRequest, DEVELOPER, REFUSAL =>
        "The request was refused without a detail that can be used.",
        "Validate the body offline and correct what is found.";
    BodyNotJson, DEVELOPER, ANSWER =>
        "The request body was empty or not JSON.",
        "Send a non-empty JSON body as `application/json`.";
    BodyNotObject, DEVELOPER, ANSWER =>
        "The request body was JSON, but no object.",
        "Send one JSON object.";
    BodyNull, DEVELOPER, ANSWER =>
        "The request body was `null`.",
        "Send an object with at least `clientId`.";
    BodyNotUtf8, DEVELOPER, ANSWER =>
        "The request body was not UTF-8.",
        "Encode it as UTF-8.";
    BodyTooLarge, DEVELOPER, ANSWER =>
        "The request body was too large.",
        "Send a smaller body.";
    CountryDocumentUnsupported, DEVELOPER, REFUSAL =>
        "This document of this country is not supported.",
        "Change `country` or `documents`.";
    FieldsMutuallyExclusive, DEVELOPER, REFUSAL =>
        "Two parameters were sent that exclude each other.",
        "Send one of the two.";
    DigitStringExpiryTooLong, DEVELOPER, REFUSAL =>
        "With `generateDigitString` a token may not be valid for so long.",
        "Lower `expiryTime`, leave `generateDigitString` out, or ask for a higher maximum.";
    UnknownReference, DEVELOPER, REFUSAL =>
        "There is no such questionnaire or risk profile in this account.",
        "Use an id that exists in the environment of these keys.";
    TokenNotValid, DEVELOPER, SESSION =>
        "The verification token is expired, used or unknown.",
        "Create a new one; the old one never becomes valid again. After a lost answer of `process` it was probably accepted: look it up by `scanRef`.";
    ClientIdConflict, SUPPORT, SESSION =>
        "This `clientId` already has an active session.",
        "There are three ways out: use the session that you stored; wait until `not_before_unix`, or until a webhook says that the session is final, expired or cancelled; or send another `clientId`.";
    SessionProbablyCreated, SUPPORT, SESSION =>
        "An earlier attempt, whose answer was lost, probably created a session for this `clientId`.",
        "There are three ways out: list the identifications of this `clientId` and store the `scanRef` that is found, though its token is lost; wait until `not_before_unix`, or until a webhook says that the session is expired or cancelled; or send another `clientId`.";
    RateLimited, OPERATIONS, SERIES =>
        "The hourly quota is used up, by default 10,000 calls per hour.",
        "Wait for the delay, then keep to one call per 360 ms. For a higher quota ask iDenfy's support.";
    ServerError, SUPPORT, SERIES =>
        "iDenfy failed. Whether it processed the request is unknown.",
        "Retry after the delay.";
    ServiceUnavailable, SUPPORT, SERIES =>
        "iDenfy is down or in maintenance.",
        "Retry after the delay.";
    GatewayError, SUPPORT, SERIES =>
        "A gateway got no usable answer. Whether iDenfy processed the request is unknown.",
        "Retry after the delay, with the same `clientId`.";
    GatewayTimeout, SUPPORT, SERIES =>
        "A gateway gave up waiting. Whether iDenfy processed the request is unknown.",
        "Retry after the delay, with the same `clientId`.";
    OriginUnreachable, SUPPORT, SERIES =>
        "The edge network did not reach iDenfy. Nothing was processed.",
        "Retry after the delay.";
    RequestTimeout, SUPPORT, SERIES =>
        "The server did not receive the whole request in time.",
        "Retry after the delay, on a new connection.";
    TooEarly, SUPPORT, SERIES =>
        "The server does not take the request as early data.",
        "Retry after the delay, without early data.";
    MisdirectedRequest, SUPPORT, SERIES =>
        "The connection led to a server that does not answer for this host.",
        "Retry after the delay, on a new connection.";
    NetworkUnreachable, OPERATIONS, FAILURE =>
        "There was no connection. Nothing was sent.",
        "Retry after the delay; if it goes on, check name resolution, firewall and outgoing routes.";
    TlsHandshakeFailed, OPERATIONS, FAILURE =>
        "The TLS handshake did not complete. Nothing was sent.",
        "Retry after the delay; if it goes on, check versions and interception.";
    RequestNotSent, OPERATIONS, FAILURE =>
        "The request was not sent in full. Nothing was processed.",
        "Retry after the delay.";
    ConnectionLost, OPERATIONS, FAILURE =>
        "The connection ended before an answer. Whether iDenfy processed the request is unknown.",
        "Retry after the delay, with the same `clientId`.";
    ResponseTimeout, SUPPORT, SERIES =>
        "No answer came in time. Whether iDenfy processed the request is unknown.",
        "Retry after the delay, with the same `clientId`.";
    ResponseTruncated, OPERATIONS, FAILURE =>
        "The answer was cut off. A session may exist, but its token is lost.",
        "Retry after the delay, with the same `clientId`. Ignore the EXPIRED webhook of a `scanRef` that you never stored.";
    TokenNotExpiredYet, SUPPORT, SESSION =>
        "Data can be deleted only once the token has expired.",
        "Try again at `not_before_unix`: creation time, `expiryTime` and `sessionLength` together.";
    RetriesExhausted, SUPPORT, SERIES =>
        "The attempts, or the retry budget, are used up.",
        "Stop, and hand over to whom `escalate_to` names; `underlying` says what went wrong.";
    RetryAfterTooLong, OPERATIONS, ANSWER =>
        "The server asks for a longer pause than the caller allows.",
        "Schedule the job again, `retry_after_s` from now or later. Sooner does not help.";
    MethodNotAllowed, DEVELOPER, ANSWER =>
        "The path does not take this HTTP method.",
        "Use the method of the page that describes the call; a token is created with POST.";
    EndpointNotFound, DEVELOPER, ANSWER =>
        "There is no such path or resource.",
        "Check the path: `/api/v2/token` has no slash at its end, other paths have one.";
    MediaTypeRejected, DEVELOPER, ANSWER =>
        "The server does not take or offer this media type.",
        "Send and accept `application/json`.";
    UnexpectedRedirect, DEVELOPER, ANSWER =>
        "The answer is a redirect. The API does not redirect.",
        "Check scheme, host and path. Never send credentials on to another host.";
    UnexpectedStatus, DEVELOPER, ANSWER =>
        "This is no status of a final answer.",
        "Look into the HTTP client, or into what hands the status over.";
    UnexpectedClientError, DEVELOPER, ANSWER =>
        "The status is an error at the caller's end that no page describes.",
        "Look into the request; report the status.";
    ProtocolUnsupported, DEVELOPER, ANSWER =>
        "The server refuses this version of HTTP.",
        "Use HTTP/1.1 or HTTP/2.";
    ProxyAuthRequired, OPERATIONS, FAILURE =>
        "Your own proxy refuses the call.",
        "Give the proxy its credentials, or let it pass this host.";
    NetworkLoginRequired, OPERATIONS, ANSWER =>
        "A captive portal answered, not iDenfy.",
        "Log in to the network, or use another.";
    BlockedByIntermediary, OPERATIONS, ANSWER =>
        "A page for people came back: a firewall, a proxy or an address block answered.",
        "Find out what stands in between, and let the call pass.";
    NotAnIdenfyResponse, OPERATIONS, ANSWER =>
        "The status is a success, but the answer is not iDenfy's.",
        "Check proxy and base URL.";
    SuccessBodyUnusable, SUPPORT, SESSION =>
        "The status is a success, but there is nothing in the answer that can be used.",
        "Treat it as a failure and report it.";
    ResponseMismatch, SUPPORT, SESSION =>
        "The answer names another `clientId` than the request.",
        "Discard it; show nothing of it to anybody until it is explained. Look for answers that are cached or handed to the wrong request.";
    TlsCertificateInvalid, OPERATIONS, FAILURE =>
        "The certificate did not verify.",
        "Check trust store, clock and interception. Never switch verification off.";
    CancelledByCaller, DEVELOPER, FAILURE =>
        "Your own code cancelled the call. If it was sent, its outcome is unknown.",
        "Nothing, if that was meant.";
    RequestNotBuildable, DEVELOPER, FAILURE =>
        "There never was a valid request.",
        "Look at URL, headers and body before they are handed to the HTTP client.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::{Action, Table};

    #[test]
    fn every_text_is_a_sentence_of_its_own() {
        for reason in Reason::ALL {
            for text in [reason.happened(), reason.remedy()] {
                assert!(text.ends_with('.') && text.len() > 15, "{reason}");
                assert!(!text.contains("  ") && text.matches('`').count() % 2 == 0, "{reason}");
            }
            assert_eq!(reason.ask().is_none(), reason.bring().is_empty(), "{reason}");
        }
    }

    #[test]
    fn whom_to_ask_is_whom_the_tables_name() {
        for row in Table::ALL.iter().flat_map(|table| table.rows()) {
            if row.action == Action::Escalate {
                assert_eq!(row.escalate_to, row.reason.ask(), "{}", row.key);
            }
        }
    }

    #[test]
    fn a_conflict_has_three_ways_out() {
        for reason in [Reason::ClientIdConflict, Reason::SessionProbablyCreated] {
            let text = reason.remedy();
            assert!(text.contains("store") && text.contains("wait until `not_before_unix`"));
            assert!(text.contains("another `clientId`") && text.matches(';').count() == 2);
            assert!(reason.bring().contains(&Evidence::ScanRef));
        }
    }
}
