from collections.abc import Iterator
from typing import Final, NoReturn, final, overload

from ._closed import _Lifecycle, _Outcome
from ._native import _Result

__all__ = [
    "BadLine",
    "DecidedLine",
    "Decisions",
]

@final
class BadLine(_Result):
    """A line of a batch that could not be used."""

    __match_args__ = ("line", "offset", "code", "pointer")

    line: Final[int]
    """The number of the line, from 1."""
    offset: Final[int]
    """How many bytes stand before the line."""
    code: Final[str]
    """What is wrong, as ``WebhookError.code`` says it; ``ErrorCode`` has the texts."""
    pointer: Final[str]
    """The member at fault, as a JSON Pointer; empty text is the whole body."""

@final
class DecidedLine(_Result):
    """What one line of a batch comes to."""

    __match_args__ = ("line", "outcome", "lifecycle", "rules", "scan_ref", "body_sha256")

    line: Final[int]
    """The number of the line, from 1."""
    outcome: Final[_Outcome]
    """What to do, as for a single decision."""
    lifecycle: Final[_Lifecycle | None]
    """Where the verification stands; None for a notice."""
    rules: Final[list[str]]
    """The ids of the rules that decided, sorted."""
    scan_ref: Final[str | None]
    """The verification that it is about."""
    body_sha256: Final[str | None]
    """SHA-256 of the body as lower-case hex; None unless it was asked for."""

@final
class Decisions(_Result):
    """What the lines of a batch come to.

    There is one column for each thing that is known about all lines that were decided, and the
    lines that could not be used; no line is in neither. A column is a tuple, made when it is
    first read. Length, index and iteration go over the lines that were decided.
    """

    __match_args__ = (
        "line", "outcome", "lifecycle", "rules", "scan_ref", "body_sha256", "errors",
    )

    line: Final[tuple[int, ...]]
    """The number of each line that was decided, from 1."""
    outcome: Final[tuple[_Outcome, ...]]
    """What to do about each."""
    lifecycle: Final[tuple[_Lifecycle | None, ...]]
    """Where each verification stands; None for a notice."""
    rules: Final[tuple[tuple[str, ...], ...]]
    """The ids of the rules that decided each."""
    scan_ref: Final[tuple[str | None, ...]]
    """The verification that each is about."""
    body_sha256: Final[tuple[str | None, ...]]
    """SHA-256 of each body as lower-case hex; None unless it was asked for."""
    errors: Final[tuple[BadLine, ...]]
    """The lines that could not be used, in order."""
    counts: Final[dict[_Outcome, int]]
    """How many lines have each outcome; every outcome is there."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> DecidedLine: ...
    @overload
    def __getitem__(self, index: slice, /) -> list[DecidedLine]: ...
    def __iter__(self) -> Iterator[DecidedLine]: ...
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``len(decisions)`` or ``decisions.errors``."""
