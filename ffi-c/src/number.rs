//! Our own words as numbers. The numbers never change; 0 means that there is none.

use idenfy_rules::history::{StartReason as StartWord, TransitionKind as TransitionWord};
use idenfy_rules::lint::Host as HostWord;
use idenfy_rules::{
    Action as ActionWord, EscalateTo as EscalateToWord, Lifecycle as LifecycleWord,
    NextStep as NextStepWord, Operation as OperationWord, Outcome as OutcomeWord,
    Severity as SeverityWord, TransportKind as TransportWord,
};

use crate::error::Failure;

/// What to do about the person.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Outcome {
    /// Nothing: the webhook says nothing about a verification, or there is no decision.
    #[default]
    IDR_NONE = 0,
    /// Let the person in.
    IDR_ACCEPT = 1,
    /// Ask the person to try again.
    IDR_RETRY = 2,
    /// Somebody of yours has to look at it.
    IDR_REVIEW = 3,
    /// Turn the person away.
    IDR_REJECT = 4,
    /// A further result is due; do nothing yet.
    IDR_WAIT = 5,
}

/// Where a verification stands.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Lifecycle {
    /// Nowhere: the webhook says nothing about a verification, or there is no decision.
    #[default]
    IDR_LIFECYCLE_NONE = 0,
    /// The last word has been spoken.
    IDR_LIFECYCLE_DECIDED = 1,
    /// `final` is false: another result follows.
    IDR_LIFECYCLE_PRELIMINARY = 2,
    /// REVIEWING or ACTIVE: nobody has decided yet.
    IDR_LIFECYCLE_PENDING = 3,
    /// Expired or cancelled: nothing was decided.
    IDR_LIFECYCLE_UNFINISHED = 4,
    /// DELETED or ARCHIVED: the record carries no evidence.
    IDR_LIFECYCLE_ERASED = 5,
    /// The vocabulary does not have the verdict.
    IDR_LIFECYCLE_UNKNOWN = 6,
    /// Event, verdict and `final` contradict each other.
    IDR_LIFECYCLE_CONTRADICTORY = 7,
    /// `final` is absent while a manual result is, too.
    IDR_LIFECYCLE_UNMARKED = 8,
}

/// What the member `final` of a webhook says: whether this is the last word.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Final {
    /// Nothing: it is absent or no boolean.
    #[default]
    IDR_FINAL_NONE = 0,
    /// `false`: another result follows.
    IDR_FINAL_FALSE = 1,
    /// `true`: the last word.
    IDR_FINAL_TRUE = 2,
}

impl From<Option<bool>> for Final {
    fn from(mark: Option<bool>) -> Self {
        match mark {
            None => Self::IDR_FINAL_NONE,
            Some(false) => Self::IDR_FINAL_FALSE,
            Some(true) => Self::IDR_FINAL_TRUE,
        }
    }
}

/// What the person can do now.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum NextStep {
    /// Nothing.
    #[default]
    IDR_NEXT_STEP_NONE = 0,
    /// Begin a new verification.
    IDR_NEXT_STEP_START_AGAIN = 1,
    /// Take a better picture of the document.
    IDR_NEXT_STEP_RETAKE_DOCUMENT = 2,
    /// Take a better selfie.
    IDR_NEXT_STEP_RETAKE_SELFIE = 3,
    /// Use another document.
    IDR_NEXT_STEP_OTHER_DOCUMENT = 4,
    /// Hand in the extra document.
    IDR_NEXT_STEP_PROVIDE_ADDITIONAL = 5,
    /// Wait for the result.
    IDR_NEXT_STEP_WAIT = 6,
    /// Contact your support.
    IDR_NEXT_STEP_CONTACT_SUPPORT = 7,
}

/// What an HTTP answer asks of the caller.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Action {
    /// There is no classification.
    #[default]
    IDR_ACTION_NONE = 0,
    /// Use the answer.
    IDR_ACTION_PROCEED = 1,
    /// Send the same request again, unchanged, not sooner than the delay.
    IDR_ACTION_RETRY = 2,
    /// Change the request; the pointers say where.
    IDR_ACTION_FIX = 3,
    /// A person or another team must act.
    IDR_ACTION_ESCALATE = 4,
}

/// Who has to act on IDR_ACTION_ESCALATE.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum EscalateTo {
    /// Nobody: the action is another one.
    #[default]
    IDR_ESCALATE_TO_NONE = 0,
    /// Whoever writes the integration.
    IDR_ESCALATE_TO_DEVELOPER = 1,
    /// Whoever runs it: keys, network, quotas.
    IDR_ESCALATE_TO_OPERATIONS = 2,
    /// The iDenfy account manager: contract, credits, features.
    IDR_ESCALATE_TO_ACCOUNT_MANAGER = 3,
    /// iDenfy's technical support.
    IDR_ESCALATE_TO_IDENFY_SUPPORT = 4,
}

/// How much a finding weighs.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum Severity {
    /// There is no such finding.
    #[default]
    IDR_SEVERITY_NONE = 0,
    /// The API refuses this, or the integration cannot work with it.
    IDR_SEVERITY_ERROR = 1,
    /// Worth a look; it may work.
    IDR_SEVERITY_WARNING = 2,
}

/// Which call was made. Success looks different for each.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Operation {
    /// POST /api/v2/token.
    IDR_OPERATION_CREATE_TOKEN = 1,
    /// POST /api/v2/process: direct processing, spends the token at once.
    IDR_OPERATION_PROCESS = 2,
    /// POST /api/v2/delete.
    IDR_OPERATION_DELETE = 3,
    /// POST /api/v2/status.
    IDR_OPERATION_STATUS = 4,
    /// POST /api/v2/data.
    IDR_OPERATION_DATA = 5,
    /// POST /api/v2/files.
    IDR_OPERATION_FILES = 6,
    /// The report of a verification as a PDF file.
    IDR_OPERATION_PDF = 7,
}

/// What the HTTP client reports when there is no answer, or when the body broke off. Up to
/// IDR_TRANSPORT_SEND_FAILED the request cannot have arrived.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Transport {
    /// The answer arrived whole.
    #[expect(dead_code, reason = "C passes its number")]
    IDR_TRANSPORT_NONE = 0,
    /// The name was not resolved.
    IDR_TRANSPORT_DNS = 1,
    /// The connection was refused.
    IDR_TRANSPORT_CONNECT_REFUSED = 2,
    /// No connection in time.
    IDR_TRANSPORT_CONNECT_TIMEOUT = 3,
    /// No route to the host or network.
    IDR_TRANSPORT_NETWORK_UNREACHABLE = 4,
    /// TLS failed for another reason than the certificate.
    IDR_TRANSPORT_TLS_HANDSHAKE = 5,
    /// The request was not sent in full.
    IDR_TRANSPORT_SEND_FAILED = 6,
    /// The connection ended before the answer was complete.
    IDR_TRANSPORT_CONNECTION_RESET = 7,
    /// What came back is not HTTP.
    IDR_TRANSPORT_PROTOCOL_ERROR = 8,
    /// The request was sent and no answer came in time.
    IDR_TRANSPORT_RESPONSE_TIMEOUT = 9,
    /// The answer ended early.
    IDR_TRANSPORT_RESPONSE_TRUNCATED = 10,
    /// Anything else: treated as if the request may have arrived.
    IDR_TRANSPORT_UNKNOWN = 11,
    /// The certificate did not verify.
    IDR_TRANSPORT_TLS_CERTIFICATE = 12,
    /// Your own proxy refused the connection.
    IDR_TRANSPORT_PROXY_CONNECT = 13,
    /// You cancelled the call.
    IDR_TRANSPORT_CANCELLED = 14,
    /// The request could not even be built.
    IDR_TRANSPORT_INVALID_REQUEST = 15,
    /// The HTTP client followed redirects until it gave up.
    IDR_TRANSPORT_REDIRECT_LOOP = 16,
}

/// A published host of the vendor's verification pages.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Host {
    /// ui.idenfy.com: the host of the vendor's overview.
    IDR_HOST_UI = 1,
    /// ivs.idenfy.com: the host of the vendor's FAQ, of older pages and of the API itself.
    IDR_HOST_IVS = 2,
}

/// What a delivery was, seen from the record.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u32)]
pub enum TransitionKind {
    /// There is no transition.
    #[default]
    IDR_TRANSITION_NONE = 0,
    /// The first delivery.
    IDR_TRANSITION_NEW = 1,
    /// The same bytes again.
    IDR_TRANSITION_DUPLICATE = 2,
    /// Overtaken by what is known, or a mark on it.
    IDR_TRANSITION_LATE = 3,
    /// It takes the place of what was not yet a verdict.
    IDR_TRANSITION_REPLACE = 4,
    /// The same verdict again.
    IDR_TRANSITION_REFRESH = 5,
    /// A resubmission: the verdict is open again.
    IDR_TRANSITION_REOPEN = 6,
    /// A stricter verdict.
    IDR_TRANSITION_STRICTER = 7,
    /// A milder verdict, which goes to review.
    IDR_TRANSITION_MILDER = 8,
}

/// Why a new token makes sense or not.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum StartReason {
    /// There is no answer.
    #[expect(dead_code, reason = "what a struct that C zeroed holds")]
    IDR_START_NONE = 0,
    /// Nothing speaks against it.
    IDR_START_GO = 1,
    /// The client was accepted already.
    IDR_START_ALREADY_ACCEPTED = 2,
    /// The session of the last token can still be used.
    IDR_START_SESSION_ACTIVE = 3,
    /// The client has used up the attempts that you allow.
    IDR_START_TOO_MANY_ATTEMPTS = 4,
}

/// A word of core that has a number in C.
pub(crate) trait Numbered: Copy + 'static {
    /// Every word with its number.
    const ALL: &'static [(u32, Self)];

    /// The word with this number, or a refusal.
    fn of_number(number: u32) -> Result<Self, Failure> {
        let found = Self::ALL.iter().find(|(known, _)| *known == number);
        found.map(|(_, word)| *word).ok_or_else(Failure::unknown_number)
    }
}

/// Pairs the words of core with the numbers of C.
macro_rules! numbered {
    ($word:ident, $number:ident: $( $variant:ident = $name:ident, )+) => {
        impl Numbered for $word {
            const ALL: &'static [(u32, Self)] = &[$( ($number::$name as u32, Self::$variant), )+];
        }
    };
}

/// The same for a closed list of core, whose words come out as an enum of C.
macro_rules! closed {
    ($word:ident, $number:ident: $( $variant:ident = $name:ident, )+) => {
        numbered! { $word, $number: $( $variant = $name, )+ }

        impl From<$word> for $number {
            fn from(word: $word) -> Self {
                match word { $( $word::$variant => Self::$name, )+ }
            }
        }
    };
}

closed! { OutcomeWord, Outcome:
    None = IDR_NONE, Accept = IDR_ACCEPT, Retry = IDR_RETRY, Review = IDR_REVIEW,
    Reject = IDR_REJECT, Wait = IDR_WAIT,
}

closed! { LifecycleWord, Lifecycle:
    Decided = IDR_LIFECYCLE_DECIDED, Preliminary = IDR_LIFECYCLE_PRELIMINARY,
    Pending = IDR_LIFECYCLE_PENDING, Unfinished = IDR_LIFECYCLE_UNFINISHED,
    Erased = IDR_LIFECYCLE_ERASED, Unknown = IDR_LIFECYCLE_UNKNOWN,
    Contradictory = IDR_LIFECYCLE_CONTRADICTORY, Unmarked = IDR_LIFECYCLE_UNMARKED,
}

closed! { NextStepWord, NextStep:
    None = IDR_NEXT_STEP_NONE, StartAgain = IDR_NEXT_STEP_START_AGAIN,
    RetakeDocument = IDR_NEXT_STEP_RETAKE_DOCUMENT, RetakeSelfie = IDR_NEXT_STEP_RETAKE_SELFIE,
    OtherDocument = IDR_NEXT_STEP_OTHER_DOCUMENT,
    ProvideAdditional = IDR_NEXT_STEP_PROVIDE_ADDITIONAL, Wait = IDR_NEXT_STEP_WAIT,
    ContactSupport = IDR_NEXT_STEP_CONTACT_SUPPORT,
}

closed! { ActionWord, Action:
    Proceed = IDR_ACTION_PROCEED, Retry = IDR_ACTION_RETRY, Fix = IDR_ACTION_FIX,
    Escalate = IDR_ACTION_ESCALATE,
}

closed! { EscalateToWord, EscalateTo:
    Developer = IDR_ESCALATE_TO_DEVELOPER, Operations = IDR_ESCALATE_TO_OPERATIONS,
    AccountManager = IDR_ESCALATE_TO_ACCOUNT_MANAGER,
    IdenfySupport = IDR_ESCALATE_TO_IDENFY_SUPPORT,
}

closed! { SeverityWord, Severity:
    Error = IDR_SEVERITY_ERROR, Warning = IDR_SEVERITY_WARNING,
}

closed! { TransitionWord, TransitionKind:
    New = IDR_TRANSITION_NEW, Duplicate = IDR_TRANSITION_DUPLICATE, Late = IDR_TRANSITION_LATE,
    Replace = IDR_TRANSITION_REPLACE, Refresh = IDR_TRANSITION_REFRESH,
    Reopen = IDR_TRANSITION_REOPEN, Stricter = IDR_TRANSITION_STRICTER,
    Milder = IDR_TRANSITION_MILDER,
}

closed! { StartWord, StartReason:
    Go = IDR_START_GO, AlreadyAccepted = IDR_START_ALREADY_ACCEPTED,
    SessionActive = IDR_START_SESSION_ACTIVE, TooManyAttempts = IDR_START_TOO_MANY_ATTEMPTS,
}

closed! { OperationWord, Operation:
    CreateToken = IDR_OPERATION_CREATE_TOKEN, Process = IDR_OPERATION_PROCESS,
    Delete = IDR_OPERATION_DELETE, Status = IDR_OPERATION_STATUS, Data = IDR_OPERATION_DATA,
    Files = IDR_OPERATION_FILES, Pdf = IDR_OPERATION_PDF,
}

closed! { HostWord, Host:
    Ui = IDR_HOST_UI, Ivs = IDR_HOST_IVS,
}

numbered! { TransportWord, Transport:
    Dns = IDR_TRANSPORT_DNS, ConnectRefused = IDR_TRANSPORT_CONNECT_REFUSED,
    ConnectTimeout = IDR_TRANSPORT_CONNECT_TIMEOUT,
    NetworkUnreachable = IDR_TRANSPORT_NETWORK_UNREACHABLE,
    TlsHandshake = IDR_TRANSPORT_TLS_HANDSHAKE, SendFailed = IDR_TRANSPORT_SEND_FAILED,
    ConnectionReset = IDR_TRANSPORT_CONNECTION_RESET,
    ProtocolError = IDR_TRANSPORT_PROTOCOL_ERROR,
    ResponseTimeout = IDR_TRANSPORT_RESPONSE_TIMEOUT,
    ResponseTruncated = IDR_TRANSPORT_RESPONSE_TRUNCATED, Unknown = IDR_TRANSPORT_UNKNOWN,
    TlsCertificate = IDR_TRANSPORT_TLS_CERTIFICATE, ProxyConnect = IDR_TRANSPORT_PROXY_CONNECT,
    Cancelled = IDR_TRANSPORT_CANCELLED, InvalidRequest = IDR_TRANSPORT_INVALID_REQUEST,
    RedirectLoop = IDR_TRANSPORT_REDIRECT_LOOP,
}
