from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, TypeAlias, TypedDict

from typing_extensions import Buffer

from ._history import (
    Record as Record,
    Start as Start,
    Transition as Transition,
    may_start as may_start,
    reconcile as reconcile,
)
from ._policy import (
    Decision as Decision,
    Explanation as Explanation,
    FactTrace as FactTrace,
    Flag as Flag,
    Notice as Notice,
    Policy as Policy,
    PolicyName as PolicyName,
    RuleTrace as RuleTrace,
    Undecided as Undecided,
    UnknownWord as UnknownWord,
)
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
from ._token import (
    Profile as Profile,
    Report as Report,
    Violation as Violation,
    validate_token as validate_token,
)

__all__ = [
    "Classification",
    "Decision",
    "Delay",
    "Diagnosis",
    "Explanation",
    "FactTrace",
    "Flag",
    "Notice",
    "PlannedWait",
    "Policy",
    "PolicyName",
    "Profile",
    "Record",
    "Report",
    "RetryBudget",
    "RetryPlan",
    "RuleTrace",
    "Start",
    "Token",
    "Transition",
    "Undecided",
    "UnknownWord",
    "Violation",
    "__version__",
    "classify_response",
    "classify_transport",
    "diagnose_signature",
    "may_start",
    "member_json",
    "payload_tables",
    "read_webhook",
    "reasons",
    "reconcile",
    "retry_plan",
    "sign",
    "validate_token",
    "verify_signature",
    "vocabularies",
]

__version__: str

_Outcome: TypeAlias = Literal["none", "accept", "retry", "review", "reject", "wait"]

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

def payload_tables() -> list[_PayloadTable]:
    """Every object of a webhook's payload: its members and the objects inside it."""

def read_webhook(
    body: Buffer | str | Mapping[str, Any], event_type: str | Buffer | None = None
) -> tuple[bytes, dict[str, Any], Notice | None]:
    """The bytes of a webhook body, its form and, if it is one, its notice.

    Raises ``WebhookError`` for a body that cannot be used, or ``InputError``.
    """

def member_json(
    body: Buffer | str | Mapping[str, Any], event_type: str | Buffer | None, pointer: str
) -> str | None:
    """The JSON text of one member of a webhook, by its JSON Pointer."""
