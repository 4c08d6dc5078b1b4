"""Rules for teams that verify customers through the iDenfy KYC API: pure, offline, unofficial.

Three jobs, each one call:

* ``validate_token``: is this ``POST /api/v2/token`` body one that the API will take?
* ``classify_response``: what does this HTTP answer, or transport failure, ask of us?
* ``Policy.receive``: what does this webhook mean for the person, by a policy that compliance
  people can read? ``reconcile`` folds what several webhooks say into one record, and
  ``parse_webhook`` gives typed access to everything else in the body.

``Policy.evaluate_many`` and ``Policy.evaluate_stream`` decide whole files; ``Policy.test`` and
``Policy.to_html`` try a policy and show it; ``Policy.lint``, ``Policy.prove`` and ``Policy.diff``
tell what it does for every webhook there can be. The ``lint_`` calls look at the integration itself.

The vendor's words are enums in ``idenfy_rules.vocab``; our own closed words, and the codes of
findings and errors, are enums here. Results hold plain str, which compare with the members.

Nothing here does I/O or reads a clock: time, attempt numbers, jitter and keys are arguments.
Results are frozen, compare and hash by value, pickle, and have ``to_dict()`` and ``to_json()``.
What was *found* is a result; an exception means that the call could not be done.
"""

from . import vocab
from ._analysis import (
    Area,
    AreaFact,
    Change,
    ChangeCount,
    ChangedLine,
    DiffGap,
    Difference,
    Example,
    Lint,
    LintFinding,
    LintGap,
    Proof,
    RecordedDifference,
    UnusableLine,
    Witness,
)
from ._batch import BadLine, DecidedLine, Decisions
from ._closed import (
    Action,
    Cause,
    Environment,
    EscalateTo,
    Evidence,
    Feature,
    Gap,
    Lifecycle,
    LintCode,
    LintSeverity,
    NextStep,
    Operation,
    Outcome,
    ProofResult,
    Severity,
    StartReason,
    TransitionKind,
    TransportKind,
)
from ._codes import ErrorCode, FindingCode
from ._decision import (
    Decision,
    Explanation,
    FactTrace,
    Flag,
    Notice,
    PolicyName,
    RuleTrace,
    Undecided,
    UnknownWord,
)
from ._delivery import Delivery, parse_webhook
from ._errors import (
    IdenfyRulesError,
    InputError,
    InternalError,
    PolicyError,
    SignatureError,
    ValidationError,
    WebhookError,
)
from ._history import Record, Start, Transition, may_start, reconcile
from ._lint import (
    basic_auth,
    iframe_tag,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    redirect_url,
)
from ._native import __version__
from ._params import TokenParams
from ._payload import (
    AddressVerification,
    BankCardVerification,
    BankVerification,
    BlockStatus,
    DocumentData,
    EmailVerification,
    PhoneVerification,
    RegisterRow,
    RiskAssessment,
    ScreeningCheck,
    ScreeningHit,
    ServiceBlock,
    Status,
)
from ._policy import Policy
from ._reason import Reason
from ._response import (
    Classification,
    Delay,
    PlannedWait,
    RetryBudget,
    RetryPlan,
    Token,
    classify_response,
    classify_transport,
    retry_plan,
)
from ._signature import Diagnosis, diagnose_signature, sign, verify_signature
from ._test_run import (
    CaseResult,
    ConditionCoverage,
    ExpectedDecision,
    ObservedDecision,
    RuleCoverage,
    RunCounts,
    TestRun,
)
from ._token import Profile, Report, Violation, validate_token

__all__ = [
    "Action",
    "AddressVerification",
    "Area",
    "AreaFact",
    "BadLine",
    "BankCardVerification",
    "BankVerification",
    "BlockStatus",
    "CaseResult",
    "Cause",
    "Change",
    "ChangeCount",
    "ChangedLine",
    "Classification",
    "ConditionCoverage",
    "DecidedLine",
    "Decision",
    "Decisions",
    "Delay",
    "Delivery",
    "Diagnosis",
    "DiffGap",
    "Difference",
    "DocumentData",
    "EmailVerification",
    "Environment",
    "ErrorCode",
    "EscalateTo",
    "Evidence",
    "Example",
    "ExpectedDecision",
    "Explanation",
    "FactTrace",
    "Feature",
    "FindingCode",
    "Flag",
    "Gap",
    "IdenfyRulesError",
    "InputError",
    "InternalError",
    "Lifecycle",
    "Lint",
    "LintCode",
    "LintFinding",
    "LintGap",
    "LintSeverity",
    "NextStep",
    "Notice",
    "ObservedDecision",
    "Operation",
    "Outcome",
    "PhoneVerification",
    "PlannedWait",
    "Policy",
    "PolicyError",
    "PolicyName",
    "Profile",
    "Proof",
    "ProofResult",
    "Reason",
    "Record",
    "RecordedDifference",
    "RegisterRow",
    "Report",
    "RetryBudget",
    "RetryPlan",
    "RiskAssessment",
    "RuleCoverage",
    "RuleTrace",
    "RunCounts",
    "ScreeningCheck",
    "ScreeningHit",
    "ServiceBlock",
    "Severity",
    "SignatureError",
    "Start",
    "StartReason",
    "Status",
    "TestRun",
    "Token",
    "TokenParams",
    "Transition",
    "TransitionKind",
    "TransportKind",
    "Undecided",
    "UnknownWord",
    "UnusableLine",
    "ValidationError",
    "Violation",
    "WebhookError",
    "Witness",
    "__version__",
    "basic_auth",
    "classify_response",
    "classify_transport",
    "diagnose_signature",
    "iframe_tag",
    "lint_credentials",
    "lint_iframe",
    "lint_missing_webhook",
    "lint_receiver",
    "lint_webhook_url",
    "may_start",
    "parse_webhook",
    "reconcile",
    "redirect_url",
    "retry_plan",
    "sign",
    "validate_token",
    "verify_signature",
    "vocab",
]
