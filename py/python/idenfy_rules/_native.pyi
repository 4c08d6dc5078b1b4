from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, TypedDict, final

from typing_extensions import Buffer

from ._analysis import (
    Area as Area,
    AreaFact as AreaFact,
    Change as Change,
    ChangeCount as ChangeCount,
    ChangedLine as ChangedLine,
    DiffGap as DiffGap,
    Difference as Difference,
    Example as Example,
    Lint as Lint,
    LintFinding as LintFinding,
    LintGap as LintGap,
    Proof as Proof,
    RecordedDifference as RecordedDifference,
    UnusableLine as UnusableLine,
    Witness as Witness,
)
from ._batch import (
    BadLine as BadLine,
    DecidedLine as DecidedLine,
    Decisions as Decisions,
)
from ._decision import (
    Decision as Decision,
    Explanation as Explanation,
    FactTrace as FactTrace,
    Flag as Flag,
    Notice as Notice,
    PolicyName as PolicyName,
    RuleTrace as RuleTrace,
    Undecided as Undecided,
    UnknownWord as UnknownWord,
)
from ._history import (
    Record as Record,
    Start as Start,
    Transition as Transition,
    may_start as may_start,
    reconcile as reconcile,
)
from ._lint import (
    basic_auth as basic_auth,
    iframe_tag as iframe_tag,
    lint_credentials as lint_credentials,
    lint_iframe as lint_iframe,
    lint_missing_webhook as lint_missing_webhook,
    lint_receiver as lint_receiver,
    lint_webhook_url as lint_webhook_url,
    redirect_url as redirect_url,
)
from ._policy import Policy as Policy
from ._response import (
    Classification as Classification,
    Delay as Delay,
    PlannedWait as PlannedWait,
    RetryBudget as RetryBudget,
    RetryPlan as RetryPlan,
    Token as Token,
    classify_response as classify_response,
    classify_transport as classify_transport,
    retry_plan as retry_plan,
)
from ._signature import (
    Diagnosis as Diagnosis,
    diagnose_signature as diagnose_signature,
    sign as sign,
    verify_signature as verify_signature,
)
from ._test_run import (
    CaseResult as CaseResult,
    ConditionCoverage as ConditionCoverage,
    ExpectedDecision as ExpectedDecision,
    ObservedDecision as ObservedDecision,
    RuleCoverage as RuleCoverage,
    RunCounts as RunCounts,
    TestRun as TestRun,
)
from ._token import (
    Profile as Profile,
    Report as Report,
    Violation as Violation,
    validate_token as validate_token,
)

__all__ = [
    "Area",
    "AreaFact",
    "BadLine",
    "CaseResult",
    "Change",
    "ChangeCount",
    "ChangedLine",
    "Classification",
    "ConditionCoverage",
    "DecidedLine",
    "Decision",
    "DecisionBlocks",
    "Decisions",
    "Delay",
    "Diagnosis",
    "DiffGap",
    "Difference",
    "Example",
    "ExpectedDecision",
    "Explanation",
    "FactTrace",
    "Flag",
    "Lint",
    "LintFinding",
    "LintGap",
    "Notice",
    "ObservedDecision",
    "PlannedWait",
    "Policy",
    "PolicyName",
    "Profile",
    "Proof",
    "Record",
    "RecordedDifference",
    "Report",
    "RetryBudget",
    "RetryPlan",
    "RuleCoverage",
    "RuleTrace",
    "RunCounts",
    "Start",
    "TestRun",
    "Token",
    "Transition",
    "Undecided",
    "UnknownWord",
    "UnusableLine",
    "Violation",
    "Witness",
    "__version__",
    "basic_auth",
    "classify_response",
    "classify_transport",
    "closed_words",
    "diagnose_signature",
    "error_codes",
    "finding_codes",
    "iframe_tag",
    "lint_credentials",
    "lint_iframe",
    "lint_missing_webhook",
    "lint_receiver",
    "lint_webhook_url",
    "may_start",
    "member_json",
    "payload_tables",
    "read_webhook",
    "reasons",
    "reconcile",
    "redirect_url",
    "retry_plan",
    "sign",
    "token_members",
    "validate_token",
    "verify_signature",
    "vocabularies",
    "webhook_form",
]

__version__: str

_Key: TypeAlias = str | Buffer
_Keys: TypeAlias = _Key | Iterable[_Key]
_Day: TypeAlias = str | date

class _Result:
    def to_dict(self) -> dict[str, Any]:
        """The JSON form as plain dict, list, str, int, bool and None."""

    def to_json(self) -> str:
        """The JSON form as text; equal results have equal text."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class _Vocabulary(TypedDict):
    type: str
    name: str
    words: list[dict[str, str]]

class _Reason(TypedDict):
    reason: str
    hint: str
    happened: str
    remedy: str
    ask: str | None
    bring: list[str]
    outcome_unknown: bool

class _ClosedWord(TypedDict):
    text: str
    meaning: str | None

class _ClosedList(TypedDict):
    type: str
    words: list[_ClosedWord]

class _FindingCode(TypedDict):
    code: str
    text: str
    severity: str
    identifier: str | None
    sources: list[str]

class _ErrorCode(TypedDict):
    code: str
    text: str

class _TokenMember(TypedDict):
    name: str
    kind: str
    required: bool
    nullable: bool
    group: str
    status: str
    default: str | None
    by_account: bool
    min: int | None
    max: int | None
    format: str | None
    vocabulary: str | None

class _PayloadPart(TypedDict):
    accessor: str
    name: str
    view: str
    many: bool
    meaning: str

class _PayloadTable(TypedDict):
    name: str
    about: str
    members: list[dict[str, str]]
    parts: list[_PayloadPart]

def vocabularies() -> list[_Vocabulary]:
    """Every vocabulary of the vendor: its type, its name in policies, its words."""

def reasons() -> list[_Reason]:
    """Every reason of a classification, with its texts."""

def closed_words() -> list[_ClosedList]:
    """Every closed list of words."""

def finding_codes() -> list[_FindingCode]:
    """Every code of a finding, about a token request or by a lint."""

def error_codes() -> list[_ErrorCode]:
    """Every code of a policy error, a signature error, a webhook error and a test file."""

def token_members() -> list[_TokenMember]:
    """Every member of a token request."""

def payload_tables() -> list[_PayloadTable]:
    """Every object of a webhook's payload: its members and the objects inside it."""

def read_webhook(
    body: Buffer | str | Mapping[str, Any], event_type: str | Buffer | None = None
) -> tuple[bytes, str | None, Notice | None]:
    """The bytes of a webhook body that can be used, its event and, if it is one, its notice.

    Raises ``WebhookError`` for a body that cannot be used, or ``InputError``.
    """

def webhook_form(
    body: Buffer | str | Mapping[str, Any], event_type: str | Buffer | None
) -> dict[str, Any]:
    """The form of a webhook that ``read_webhook`` took: everything that it says."""

def member_json(
    body: Buffer | str | Mapping[str, Any], event_type: str | Buffer | None, pointer: str
) -> str | None:
    """The JSON text of one member of a webhook, by its JSON Pointer."""

@final
class DecisionBlocks(Iterator[Decisions]):
    """The decisions about a stream, block by block, with the places of the lines in the stream."""

    def __iter__(self) -> Iterator[Decisions]: ...
    def __next__(self) -> Decisions: ...
