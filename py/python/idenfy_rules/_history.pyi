from collections.abc import Iterable
from typing import Final, NoReturn, final

from typing_extensions import Buffer

from ._closed import _Lifecycle, _Outcome, _StartReason, _TransitionKind
from ._decision import Decision, PolicyName
from ._native import _Result

__all__ = [
    "Record",
    "Start",
    "Transition",
    "may_start",
    "reconcile",
]

@final
class Record(_Result):
    """What is known about one verification after the deliveries so far.

    Small, without personal data, and yours to store: ``to_json()`` writes it and ``from_json``
    reads it back.
    """

    __match_args__ = (
        "format", "scan_ref", "outcome", "final", "verified", "event", "lifecycle", "closed",
        "seen", "policy", "conflict", "reopened", "erased",
    )

    format: Final[int]
    """The version of this form: 1."""
    scan_ref: Final[str]
    """The verification."""
    outcome: Final[_Outcome]
    """What to do about the person, after everything so far."""
    final: Final[bool | None]
    """What the vendor said about the delivery that set the outcome: was it the last word?"""
    verified: Final[bool]
    """Whether the deliveries behind the outcome were verified."""
    event: Final[str | None]
    """The event of the delivery that set the outcome."""
    lifecycle: Final[_Lifecycle | None]
    """Where the verification stood then."""
    closed: Final[_Outcome | None]
    """The strictest outcome that the rules have given so far."""
    seen: Final[list[str]]
    """SHA-256 of the last 16 bodies, oldest first."""
    policy: Final[PolicyName]
    """The policy that set the outcome."""
    conflict: Final[bool]
    """Whether verdicts contradicted each other: somebody should look."""
    reopened: Final[bool]
    """Whether a resubmission opened it again."""
    erased: Final[bool]
    """Whether the vendor has erased its data."""

    @classmethod
    def from_json(cls, text: str | Buffer) -> Record:
        """Reads a record that ``to_json()`` wrote.

        ``text`` is that JSON text.

        Raises ``InputError``: ``record.invalid`` for anything else, ``record.format`` for the
        form of another version.

        Source: ours.
        """

@final
class Transition(_Result):
    """What to store, and whether to act."""

    __match_args__ = ("kind", "record", "act")

    kind: Final[_TransitionKind]
    """What the delivery was."""
    record: Final[Record]
    """The record to store."""
    act: Final[bool]
    """Whether the outcome that you act on is new or has changed."""

@final
class Start(_Result):
    """Whether a new token for a client makes sense."""

    __match_args__ = ("go", "reason", "active_until_unix")

    go: Final[bool]
    """Whether to ask for a token."""
    reason: Final[_StartReason]
    """Why."""
    active_until_unix: Final[int | None]
    """When the session of the last token ends at the latest, in Unix seconds."""

    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``start.go``."""

def reconcile(previous: Record | None, decision: Decision) -> Transition:
    """Folds a decision into the record of its verification.

    ``previous`` is the stored record of the same ``scan_ref``, None for the first delivery;
    ``decision`` what a policy made of the new one.
    Nothing is stored here: keep ``record`` of the transition, keyed by its ``scan_ref``.

    Raises ``InputError``: ``history.no_scan_ref`` for a decision that names no verification,
    ``history.other_scan_ref`` for one that names another than the record.

    Source: ours; the order and repetition of webhooks from the vendor's FAQ (2026).

    >>> body = b'{"scanRef": "s-1", "status": {"overall": "DENIED"}, "final": true}'
    >>> decision = Policy.documented().evaluate(body)
    >>> first = reconcile(None, decision)
    >>> first.kind, first.act, reconcile(first.record, decision).kind
    ('new', True, 'duplicate')
    """

def may_start(
    records: Iterable[Record],
    now_unix: int,
    *,
    max_attempts: int | None = None,
    created_at_unix: int | None = None,
    scan_ref: str | None = None,
    expiry_time_s: int | None = None,
    session_length_s: int | None = None,
) -> Start:
    """Answers before a token is asked for whether that makes sense.

    ``records`` are all records of one client, ``now_unix`` the time in Unix seconds.
    ``max_attempts`` is the most attempts of one client; the others say what is known of the
    last token: ``created_at_unix`` in Unix seconds, its ``scan_ref``, and in seconds its
    ``expiry_time_s`` and ``session_length_s``, without which the vendor's maxima count: 30 days
    and one hour.

    Raises ``InputError`` for a limit that cannot be used, TypeError for one that does not exist.

    Source: the vendor's FAQ (2026): it does not track or block repeats on its own.

    >>> start = may_start([], 1_700_000_100, created_at_unix=1_700_000_000, expiry_time_s=3600)
    >>> start.go, start.reason, start.active_until_unix
    (False, 'session_active', 1700007200)
    """
