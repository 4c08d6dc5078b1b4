//! Why a verdict was given: one table, stable names, a hint for people.

use crate::vocab::words;

/// The table of reasons: variant, whether the outcome of the call is then known, name, hint.
macro_rules! reasons {
    ( $( $variant:ident, $outcome:ident => $text:literal, $hint:literal; )+ ) => {
        words! {
            /// Why a verdict was given.
            ///
            /// Names are stable; hints may change.
            #[non_exhaustive]
            Reason;
            $( #[doc = $hint] $variant => $text; )+
        }

        impl Reason {
            /// What to do and whom to ask, for people; the text may change.
            ///
            /// ```
            /// use idenfy_rules::response::Reason;
            /// assert!(Reason::FundsExhausted.hint().contains("account manager"));
            /// ```
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $( Self::$variant => $hint, )+ }
            }

            /// Whether the vendor may have processed the request all the same.
            ///
            /// It only warns: repeating `create_token` leaves at most an unused session behind.
            ///
            /// ```
            /// use idenfy_rules::response::Reason;
            /// assert!(Reason::GatewayTimeout.outcome_unknown());
            /// assert!(!Reason::OriginUnreachable.outcome_unknown());
            /// ```
            #[must_use]
            pub const fn outcome_unknown(self) -> bool {
                match self { $( Self::$variant => matches!(Outcome::$outcome, Outcome::Unknown), )+ }
            }
        }
    };
}

/// A column of the table.
enum Outcome {
    Known,
    Unknown,
}

reasons! {
    TokenCreated, Known => "TOKEN_CREATED", "Store scanRef with your record and hand authToken to this client only.";
    Accepted, Known => "ACCEPTED", "The call succeeded; no token is expected from this operation.";
    CredentialsRejected, Known => "CREDENTIALS_REJECTED", "API key or secret refused. Check rotation in the dashboard, the Basic encoding, and trailing whitespace. Do not retry.";
    AccountInactive, Known => "ACCOUNT_INACTIVE", "The partner account is disabled. Ask the account manager to re-enable it.";
    WrongEnvironment, Known => "WRONG_ENVIRONMENT", "These keys belong to an environment where this call (or dummyStatus) is not offered. Load the right key pair; the base URL is the same for all.";
    FundsExhausted, Known => "FUNDS_EXHAUSTED", "Balance, credits or the expense limit are used up. This is not a rate limit; waiting does not help. Ask the account manager for credits.";
    ContractForbids, Known => "CONTRACT_FORBIDS", "The contract does not cover this operation. Ask the account manager.";
    PermissionDenied, Known => "PERMISSION_DENIED", "The account has no access to this endpoint or feature. Ask the account manager to enable it.";
    FeatureNotEnabled, Known => "FEATURE_NOT_ENABLED", "The named parameter needs a feature your account lacks. Drop it, or have it enabled.";
    PartnerState, Known => "PARTNER_STATE", "The account or session is in a state that forbids this call. Read the message.";
    BadValue, Known => "BAD_VALUE", "Correct the named parameter.";
    MissingValue, Known => "MISSING_VALUE", "Supply the named parameter.";
    ValidationFailed, Known => "VALIDATION_FAILED", "Correct the named parameters.";
    BadRequest, Known => "BAD_REQUEST", "The request was refused without a usable detail. Validate it offline and compare with the message.";
    BodyNotJson, Known => "BODY_NOT_JSON", "Send a non-empty, valid JSON body with Content-Type application/json.";
    BodyNotObject, Known => "BODY_NOT_OBJECT", "Send a JSON object at top level.";
    BodyNull, Known => "BODY_NULL", "Send an object with at least clientId, not null.";
    BodyNotUtf8, Known => "BODY_NOT_UTF8", "Encode the body as UTF-8.";
    BodyTooLarge, Known => "BODY_TOO_LARGE", "Shrink the body.";
    CountryDocumentUnsupported, Known => "COUNTRY_DOCUMENT_UNSUPPORTED", "Change country or documents; this pair is not supported.";
    FieldsMutuallyExclusive, Known => "FIELDS_MUTUALLY_EXCLUSIVE", "Send one of the two, not both.";
    DigitStringExpiryTooLong, Known => "DIGIT_STRING_EXPIRY_TOO_LONG", "Lower expiryTime or drop generateDigitString.";
    UnknownReference, Known => "UNKNOWN_REFERENCE", "Use an existing questionnaire / risk profile id.";
    TokenNotValid, Known => "TOKEN_NOT_VALID", "The verification token is expired, used or unknown. Create a new one; the old one never becomes valid again.";
    ClientIdConflict, Known => "CLIENT_ID_CONFLICT", "This clientId already has an active session. Reuse the stored one, wait until it ends, or send another clientId.";
    SessionProbablyCreated, Known => "SESSION_PROBABLY_CREATED", "An earlier attempt whose answer was lost probably created the session. List identifications by clientId to find its scanRef, then wait or send another clientId.";
    RateLimited, Known => "RATE_LIMITED", "Hourly quota hit (default 10,000 per hour). Wait, then pace to one call per 360 ms.";
    ServerError, Unknown => "SERVER_ERROR", "iDenfy-side failure. Retry shortly.";
    ServiceUnavailable, Known => "SERVICE_UNAVAILABLE", "Service down or in maintenance. Retry after the stated time.";
    GatewayError, Unknown => "GATEWAY_ERROR", "A gateway could not get an answer. Retry; the outcome is unknown.";
    GatewayTimeout, Unknown => "GATEWAY_TIMEOUT", "A gateway gave up waiting. Retry; the outcome is unknown.";
    OriginUnreachable, Known => "ORIGIN_UNREACHABLE", "The edge could not reach iDenfy. Nothing was processed. Retry.";
    RequestTimeout, Known => "REQUEST_TIMEOUT", "The server did not receive the whole request. Retry on a new connection.";
    TooEarly, Known => "TOO_EARLY", "Retry without early data.";
    MisdirectedRequest, Known => "MISDIRECTED_REQUEST", "Retry on a new connection.";
    NetworkUnreachable, Known => "NETWORK_UNREACHABLE", "No connection was made; nothing was sent. Retry, then check DNS, firewall and egress.";
    TlsHandshakeFailed, Known => "TLS_HANDSHAKE_FAILED", "TLS did not complete; nothing was sent. Retry.";
    RequestNotSent, Known => "REQUEST_NOT_SENT", "The body was not sent in full. Retry.";
    ConnectionLost, Unknown => "CONNECTION_LOST", "The connection ended before an answer. Retry; the outcome is unknown.";
    ResponseTimeout, Unknown => "RESPONSE_TIMEOUT", "No answer in time. Retry with the same clientId; the outcome is unknown.";
    ResponseTruncated, Unknown => "RESPONSE_TRUNCATED", "The answer was cut; the session exists but its token is lost. Retry, and expect an EXPIRED notice for the orphan.";
    TokenNotExpiredYet, Known => "TOKEN_NOT_EXPIRED_YET", "Data can be deleted only once the token has expired. Try again after expiryTime + sessionLength.";
    RetriesExhausted, Known => "RETRIES_EXHAUSTED", "Retrying did not help. Hand over with the underlying reason and the attempt log.";
    RetryAfterTooLong, Known => "RETRY_AFTER_TOO_LONG", "The server asked for a longer pause than the configured limit. Reschedule the job; do not retry sooner.";
    MethodNotAllowed, Known => "METHOD_NOT_ALLOWED", "Wrong HTTP method for this path; the token endpoint takes POST.";
    EndpointNotFound, Known => "ENDPOINT_NOT_FOUND", "Wrong path (mind trailing slashes: /api/v2/token has none) or unknown resource.";
    MediaTypeRejected, Known => "MEDIA_TYPE_REJECTED", "Send Content-Type: application/json and accept JSON.";
    UnexpectedRedirect, Known => "UNEXPECTED_REDIRECT", "The API does not redirect. Check scheme, host and path; never resend credentials to another host.";
    UnexpectedStatus, Known => "UNEXPECTED_STATUS", "Not a final HTTP status. The HTTP client or the caller is at fault.";
    UnexpectedClientError, Known => "UNEXPECTED_CLIENT_ERROR", "Undocumented 4xx. Report it with status and body excerpt.";
    ProtocolUnsupported, Known => "PROTOCOL_UNSUPPORTED", "HTTP version refused.";
    ProxyAuthRequired, Known => "PROXY_AUTH_REQUIRED", "Your own proxy refuses the call.";
    NetworkLoginRequired, Known => "NETWORK_LOGIN_REQUIRED", "A captive portal answered.";
    BlockedByIntermediary, Known => "BLOCKED_BY_INTERMEDIARY", "An HTML page came back instead of the API's JSON: a WAF, proxy or IP block answered.";
    NotAnIdenfyResponse, Known => "NOT_AN_IDENFY_RESPONSE", "2xx, but not from iDenfy. Check proxy and base URL.";
    SuccessBodyUnusable, Known => "SUCCESS_BODY_UNUSABLE", "2xx without a usable token. Report to iDenfy with scanRef/time.";
    ResponseMismatch, Known => "RESPONSE_MISMATCH", "The answer names another clientId. Discard it and investigate before showing anything to a user.";
    TlsCertificateInvalid, Known => "TLS_CERTIFICATE_INVALID", "The certificate did not verify. Check trust store, clock and interception. Never disable verification.";
    CancelledByCaller, Known => "CANCELLED_BY_CALLER", "Your code cancelled the call; honour it. The outcome is unknown if the request was sent.";
    RequestNotBuildable, Known => "REQUEST_NOT_BUILDABLE", "The request never became valid (URL, headers, or no input given).";
}
