"""Our own closed words. Results hold them as plain str, which compare with the members."""

# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py

from ._words import ClosedWord

__all__ = [
    "Action", "Cause", "Environment", "EscalateTo", "Evidence", "Feature", "Gap", "Lifecycle",
    "LintCode", "LintSeverity", "NextStep", "Operation", "Outcome", "ProofResult", "Severity",
    "StartReason", "TransitionKind", "TransportKind",
]


class Outcome(ClosedWord):
    """What to do about the person: the ``outcome`` of a decision."""

    NONE = "none", "Nothing: the webhook says nothing about a verification."
    ACCEPT = "accept", "Let the person in."
    RETRY = "retry", "Ask the person to try again."
    REVIEW = "review", "Somebody of yours has to look at it."
    REJECT = "reject", "Turn the person away."
    WAIT = "wait", "A further result is due; do nothing yet."


class Lifecycle(ClosedWord):
    """Where a verification stands: the ``lifecycle`` of a decision."""

    DECIDED = "decided", "The last word has been spoken."
    PRELIMINARY = "preliminary", "`final` is false: another result follows."
    PENDING = "pending", "REVIEWING or ACTIVE: nobody has decided yet."
    UNFINISHED = "unfinished", "Expired or cancelled: nothing was decided."
    ERASED = "erased", "DELETED or ARCHIVED: the record carries no evidence."
    UNKNOWN = "unknown", "The vocabulary does not have the verdict."
    CONTRADICTORY = "contradictory", "Event, verdict and `final` contradict each other."
    UNMARKED = "unmarked", "`final` is absent while a manual result is, too."


class NextStep(ClosedWord):
    """What the person can do now: the ``next_step`` of a decision."""

    NONE = "none", "Nothing."
    START_AGAIN = "start_again", "Begin a new verification."
    RETAKE_DOCUMENT = "retake_document", "Take a better picture of the document."
    RETAKE_SELFIE = "retake_selfie", "Take a better selfie."
    OTHER_DOCUMENT = "other_document", "Use another document."
    PROVIDE_ADDITIONAL = "provide_additional", "Hand in the extra document."
    WAIT = "wait", "Wait for the result."
    CONTACT_SUPPORT = "contact_support", "Contact your support."


class TransitionKind(ClosedWord):
    """What a delivery was: the ``kind`` of a transition."""

    NEW = "new", "The first delivery."
    DUPLICATE = "duplicate", "The same bytes again."
    LATE = "late", "Overtaken by what is known, or a mark on it."
    REPLACE = "replace", "It takes the place of what was not yet a verdict."
    REFRESH = "refresh", "The same verdict again."
    REOPEN = "reopen", "A resubmission: the verdict is open again."
    STRICTER = "stricter", "A stricter verdict."
    MILDER = "milder", "A milder verdict, which goes to review."


class StartReason(ClosedWord):
    """Why a new token makes sense or not: the ``reason`` of a start."""

    GO = "go", "Nothing speaks against it."
    ALREADY_ACCEPTED = "already_accepted", "The client was accepted already."
    SESSION_ACTIVE = "session_active", "The session of the last token can still be used."
    TOO_MANY_ATTEMPTS = "too_many_attempts", "The client has used up the attempts that you allow."


class Action(ClosedWord):
    """What an answer asks of the caller: the ``action`` of a classification."""

    PROCEED = "proceed", "Use the answer."
    RETRY = "retry", "Send the same request again, unchanged, not sooner than the delay."
    FIX = "fix", "Change the request; the pointers say where."
    ESCALATE = "escalate", "A person or another team must act."


class EscalateTo(ClosedWord):
    """Who has to act: the ``escalate_to`` of a classification."""

    DEVELOPER = "developer", "Whoever writes the integration."
    OPERATIONS = "operations", "Whoever runs it: keys, network, quotas."
    ACCOUNT_MANAGER = "account_manager", "The iDenfy account manager: contract, credits, features."
    IDENFY_SUPPORT = "idenfy_support", "iDenfy's technical support."


class Evidence(ClosedWord):
    """What to bring along: the words of ``Reason.bring``."""

    SCAN_REF = "scan_ref", "The `scanRef` of the session."
    TIME = "time", "When the call was made."
    STATUS = "status", "The status as received."
    IDENTIFIER = "identifier", "The identifier as received."
    POINTERS = "pointers", "The members at fault."
    TRANSPORT = "transport", "The kind of transport failure."
    ATTEMPTS = "attempts", "How many attempts there were, and when."


class Operation(ClosedWord):
    """Which call was made: the ``operation`` of ``classify_response``."""

    CREATE_TOKEN = "create_token", "`POST /api/v2/token`."
    PROCESS = "process", "`POST /api/v2/process`: direct processing, spends the token at once."
    DELETE = "delete", "`POST /api/v2/delete`."
    STATUS = "status", "`POST /api/v2/status`."
    DATA = "data", "`POST /api/v2/data`."
    FILES = "files", "`POST /api/v2/files`."
    PDF = "pdf", "The report of a verification as a PDF file."


class TransportKind(ClosedWord):
    """What happened instead of an answer: the ``kind`` of ``classify_transport``."""

    DNS = "dns", "The name was not resolved."
    CONNECT_REFUSED = "connect_refused", "The connection was refused."
    CONNECT_TIMEOUT = "connect_timeout", "No connection in time."
    NETWORK_UNREACHABLE = "network_unreachable", "No route to the host or network."
    TLS_HANDSHAKE = "tls_handshake", "TLS failed for another reason than the certificate."
    SEND_FAILED = "send_failed", "The request was not sent in full."
    CONNECTION_RESET = "connection_reset", "The connection ended before the answer was complete."
    PROTOCOL_ERROR = "protocol_error", "What came back is not HTTP."
    RESPONSE_TIMEOUT = "response_timeout", "The request was sent and no answer came in time."
    RESPONSE_TRUNCATED = "response_truncated", "The answer ended early."
    UNKNOWN = "unknown", "Anything else: treated as if the request may have arrived."
    TLS_CERTIFICATE = "tls_certificate", "The certificate did not verify."
    PROXY_CONNECT = "proxy_connect", "The caller's own proxy refused the connection."
    CANCELLED = "cancelled", "The caller cancelled the call."
    INVALID_REQUEST = "invalid_request", "The request could not even be built."
    REDIRECT_LOOP = "redirect_loop", "The HTTP client followed redirects until it gave up."


class Cause(ClosedWord):
    """The usual mistakes: the ``cause`` of a diagnosis."""

    RESERIALISED = "reserialised", (
        "The body was parsed and written again before it was verified. Verify the raw bytes as they"
        " came, before any JSON parser."
    )
    TRAILING_NEWLINE = "trailing_newline", (
        "A line feed at the end of the body was added or lost on the way to the verification. "
        "Verify the raw bytes."
    )
    BOM = "bom", (
        "A byte order mark was added or lost on the way to the verification. Verify the raw bytes."
    )
    BASE64 = "base64", (
        "The signature was written in base64 somewhere on the way. The vendor sends 64 hex digits."
    )
    API_SECRET = "api_secret", (
        "The body has the form of 2021, when the API secret was the key. Verify with the API "
        "secret, or set a signing key on the notification."
    )
    KEY_WHITESPACE = "key_whitespace", (
        "The key has white space around it that the notification has not, or the other way round. "
        "Trim it where it is stored."
    )
    WRONG_HEADER = "wrong_header", (
        "This is not an `Idenfy-Signature`: 64 hex digits without a prefix. Look at which header is"
        " passed."
    )
    UNKNOWN = "unknown", (
        "No usual mistake explains it. Check that the key is the one of this very notification, not"
        " the API key or secret, and that the body is complete."
    )


class Severity(ClosedWord):
    """How much a finding weighs: the ``severity`` of a violation."""

    ERROR = "error", "The API refuses this."
    WARNING = "warning", "Worth a look; the API may take it."


class LintCode(ClosedWord):
    """What ``Policy.lint`` can find: the ``code`` of a finding about a policy."""

    POLICY_LINT_UNREACHABLE_RULE = "policy.lint.unreachable_rule", (
        "The rule is never among those that decide: it is never true, or a stronger one always is, "
        "too."
    )
    POLICY_LINT_REDUNDANT_RULE = "policy.lint.redundant_rule", (
        "Without the rule every webhook has the same outcome."
    )
    POLICY_LINT_NEVER_ACCEPTS = "policy.lint.never_accepts", (
        "The rule never lets anybody in: whenever it could, an undecided stronger rule makes it a "
        "review."
    )
    POLICY_LINT_REDUNDANT_CONDITION = "policy.lint.redundant_condition", (
        "Without this part the rule says the same of every webhook."
    )
    POLICY_LINT_CONTRADICTORY_CONDITION = "policy.lint.contradictory_condition", (
        "There is no webhook for which this is true."
    )
    POLICY_LINT_ALWAYS_UNDECIDED = "policy.lint.always_undecided", (
        "Wherever the rest allows it to count, this is undecided."
    )
    POLICY_LINT_UNKNOWN_WORD = "policy.lint.unknown_word", (
        "The vocabulary of this release does not have the word."
    )
    POLICY_LINT_UNUSED_LIST = "policy.lint.unused_list", "No rule uses the list."
    POLICY_LINT_WAIT_ON_FINAL = "policy.lint.wait_on_final", (
        "The rule waits although the delivery is the last word: nothing may ever follow."
    )
    POLICY_LINT_ABSENCE_HELPS = "policy.lint.absence_helps", (
        "Somebody is accepted because something is missing or unknown, who would not be if it were "
        "known."
    )
    POLICY_LINT_EVENT_HELPS = "policy.lint.event_helps", (
        "Somebody is accepted because of the event header, which is not signed."
    )
    POLICY_LINT_CAUGHT_BY_OTHERWISE = "policy.lint.caught_by_otherwise", (
        "No rule is true for these webhooks; `otherwise` decides."
    )


class LintSeverity(ClosedWord):
    """How much that weighs: the ``severity`` of a finding about a policy."""

    WARNING = "warning", "Probably a mistake."
    NOTE = "note", "True, and worth knowing."


class ProofResult(ClosedWord):
    """What became of a claim: the ``result`` of a proof."""

    HOLDS = "holds", "Proved: it holds for every webhook that the parser can produce."
    COUNTEREXAMPLE = "counterexample", "Refuted by a webhook."
    UNDETERMINED = "undetermined", "Neither proved nor refuted."


class Gap(ClosedWord):
    """Why an analysis leaves something open: its ``gap``."""

    LIMIT = "limit", "Not decided within the limit of steps."
    PATTERNS = "patterns", "It hangs on what `matches` says of texts that could not be written."
    REGIONS = "regions", "There are more regions than the limit."
    DISAGREEMENT = "disagreement", (
        "The analysis and the engine disagree: a fault of this library, please report it."
    )


class Environment(ClosedWord):
    """What the keys of an account belong to: the ``environment`` of a profile."""

    DEV = "DEV", "`DEV`: verifications are simulated, and `dummyStatus` is allowed."
    TESTING = "TESTING", "`TESTING`: real checks on an account for tests."
    PRODUCTION = "PRODUCTION", "`PRODUCTION`: real people."
    DEMO = "DEMO", "`DEMO`: for demonstrations."


class Feature(ClosedWord):
    """What has to be enabled for an account: ``enabled_features`` of a profile."""

    CUSTOM_CALLBACK_URL = "custom_callback_url", (
        "`custom_callback_url`: a `callbackUrl` of the request's own."
    )
    ADDITIONAL_STEPS = "additional_steps", "`additional_steps`: `additionalSteps` in the request."
    DIGIT_STRING = "digit_string", "`digit_string`: a code for the mobile app."
