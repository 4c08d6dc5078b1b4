from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, final

from typing_extensions import Buffer

from ._closed import _Action, _EscalateTo
from ._native import _Result

__all__ = [
    "Classification",
    "Delay",
    "PlannedWait",
    "RetryBudget",
    "RetryPlan",
    "Token",
    "classify_response",
    "classify_transport",
    "retry_plan",
]

_HeaderValue: TypeAlias = str | bytes | list[str] | list[bytes] | tuple[str, ...]
_Headers: TypeAlias = (
    Mapping[str, _HeaderValue] | Iterable[tuple[str, _HeaderValue] | tuple[bytes, bytes]]
)

@final
class Delay(_Result):
    """How long to wait before a retry, in milliseconds."""

    __match_args__ = ("min_ms", "max_ms", "ms")

    min_ms: Final[int]
    """The shortest wait: what the server asked for, else 0."""
    max_ms: Final[int]
    """The longest wait."""
    ms: Final[int | None]
    """The wait that the caller's jitter draws between the two; None without a jitter."""

@final
class Token(_Result):
    """The token of a success.

    Everything that opens the session or names the client stands outside the form:
    ``to_dict()``, ``to_json()`` and ``repr`` leave it out. Pickle keeps it.
    """

    __match_args__ = ("scan_ref", "expiry_time", "session_length")

    scan_ref: Final[str]
    """Names the verification in webhooks and later calls; store it."""
    expiry_time: Final[int | None]
    """How long the token can be opened, in seconds."""
    session_length: Final[int | None]
    """How long an opened session lasts, in seconds."""
    auth_token: Final[str]
    """Opens the session: a secret, for this client only."""
    client_id: Final[str | None]
    """The ``clientId`` of the request."""
    redirect_url: Final[str | None]
    """Where to send the client; holds the secret."""
    digit_string: Final[str | None]
    """The code for the mobile application; opens the session, too."""
    token_type: Final[str | None]
    """Which kind of session it is, as the vendor writes it."""

@final
class Classification(_Result):
    """What one answer, or one transport failure, asks of the caller."""

    __match_args__ = (
        "action", "reason", "escalate_to", "pointers", "retryable", "delay", "retry_after_s",
        "not_before_unix", "pacing_ms", "outcome_unknown", "underlying", "disagreement",
        "status", "identifier", "hint",
    )

    action: Final[_Action]
    """What to do."""
    reason: Final[str]
    """Why, in stable UPPER_SNAKE."""
    escalate_to: Final[_EscalateTo | None]
    """Who has to act on an escalation: developer, operations, account_manager or idenfy_support."""
    pointers: Final[list[str]]
    """The members of the request at fault, as JSON Pointers; empty text is the whole body."""
    retryable: Final[bool]
    """Whether the unchanged request may be sent again automatically."""
    delay: Final[Delay | None]
    """How long to wait first; only on a retry."""
    retry_after_s: Final[int | None]
    """What a valid ``Retry-After`` says, in seconds, where a retry was considered."""
    not_before_unix: Final[int | None]
    """The earliest moment at which the old session is surely over, in Unix seconds."""
    pacing_ms: Final[int | None]
    """The distance between calls that keeps below the hourly quota, in milliseconds."""
    outcome_unknown: Final[bool]
    """Whether the vendor may have processed the request all the same."""
    underlying: Final[str | None]
    """The reason of a retry that is no longer allowed."""
    disagreement: Final[bool]
    """Whether the identifier and the status say different things."""
    status: Final[int | None]
    """The status as received."""
    identifier: Final[str | None]
    """The identifier as received, if it is 1 to 64 ASCII letters and underscores."""
    hint: Final[str]
    """What to do and whom to ask, for people; the text may change."""
    token: Final[Token | None]
    """The token of a success, outside the form."""

@final
class PlannedWait(_Result):
    """What comes after one attempt: a wait between two bounds, in milliseconds."""

    __match_args__ = ("attempt", "min_ms", "max_ms")

    attempt: Final[int]
    """The attempt that went before, from 1."""
    min_ms: Final[int]
    """The shortest wait. Draw between the two, so that callers do not return all at once."""
    max_ms: Final[int]
    """The longest wait."""

@final
class RetryPlan(_Result):
    """How long to wait after each attempt that asks for a retry, and when to give up.

    Iterating gives the waits. The plan neither waits nor draws.
    """

    __match_args__ = ("attempts", "gives_up_after")

    attempts: Final[list[PlannedWait]]
    """Every wait, in order; one less than there are attempts."""
    gives_up_after: Final[int]
    """How many attempts there are at most, the first one included."""

    def after(self, attempt: int) -> PlannedWait | None:
        """The wait after this attempt; None when it was the last one, or no attempt at all."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[PlannedWait]: ...

@final
class RetryBudget(_Result):
    """How many retries a program may still make.

    Attempts limit one call, the budget limits all of them together. It is a value: ``spend``
    gives the next one, which you store for all calls that share a fate. Only successes fill it.

    Raises ``InputError`` for numbers that cannot be used, or more available than it can hold.
    """

    __match_args__ = ("capacity", "available")

    def __new__(cls, capacity: int = 500, available: int | None = None) -> RetryBudget:
        """A full budget; with ``available`` one as it was stored."""

    capacity: Final[int]
    """What it holds when it is full."""
    available: Final[int]
    """What is left: a retry costs 5, one after a timeout 10, a success gives 1 back."""
    is_empty: Final[bool]
    """Whether it pays for no retry any more; goes into ``context`` as ``retry_budget_empty``."""

    def spend(self, classification: Classification) -> RetryBudget | None:
        """The budget after this classification.

        None when the retry costs more than is left: do not retry.
        """

def classify_response(
    status: int | None,
    headers: _Headers | None = None,
    body: Buffer | str | None = b"",
    *,
    attempt: int,
    transport: str | None = None,
    operation: str = "create_token",
    context: Mapping[str, Any] | None = None,
) -> Classification:
    """What does this HTTP answer ask of us?

    ``status`` is the number of the status line, 0 to 65535; None together with ``transport``
    means that there was none, and without it that no request was made. ``headers`` is a mapping
    of names to str, bytes or a list of them, or pairs. ``body`` is uncompressed. ``attempt``
    counts from 1.
    ``transport`` names how the body broke off after the status line; an unknown name counts as
    ``unknown``. ``operation`` is ``create_token``, ``process``, ``delete``, ``status``,
    ``data``, ``files`` or ``pdf``. ``context`` may hold ``max_attempts``,
    ``retry_after_cap_s``, ``previous_outcome_unknown``, ``retry_budget_empty``, ``client_id``,
    ``created_at_unix``, ``expiry_time_s``, ``session_length_s``, ``now_unix`` and ``jitter``:
    times in Unix seconds, durations in seconds, jitter a number in [0, 1).

    Raises ``InputError`` for arguments that cannot be used.

    Source: the vendor's error page and error handling guide (2026); RFC 9110 for what they leave
    open. Waits without a time of the server are ours.

    >>> found = classify_response(429, {"Retry-After": "7"}, attempt=1)
    >>> found.action, found.reason, found.delay.min_ms
    ('retry', 'RATE_LIMITED', 7000)
    """

def classify_transport(
    kind: str,
    *,
    attempt: int,
    operation: str = "create_token",
    context: Mapping[str, Any] | None = None,
) -> Classification:
    """What does a call without an answer ask of us?

    ``kind`` says what happened, for example ``connect_refused`` or ``response_timeout``; an
    unknown name counts as ``unknown``. The rest is as for ``classify_response``.

    Raises ``InputError`` for arguments that cannot be used.

    Source: ours, from what each failure says about the request; the vendor's pages are silent.

    >>> found = classify_transport("response_timeout", attempt=1)
    >>> found.action, found.outcome_unknown
    ('retry', True)
    """

def retry_plan(*, max_attempts: int = 3, cap_ms: int = 60000) -> RetryPlan:
    """The waits of a retry policy, ahead of time.

    They are those that ``classify_response`` gives where the server names no time of its own.
    It gives up after ``max_attempts``, 1 to 10,000; no wait is longer than ``cap_ms``.

    Raises ``InputError`` for numbers outside these limits.

    Source: ours, after the waits of the vendor's error handling guide (2026).

    >>> [wait.max_ms for wait in retry_plan(max_attempts=4)]
    [1000, 2000, 4000]
    """
