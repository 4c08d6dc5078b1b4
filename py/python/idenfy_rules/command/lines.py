"""The lines of a file of any size, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO

from .exits import Exit
from .faults import Fault
from .names import named
from .reading import BODY, naming, opened

__all__ = ["Line", "lines"]

# How much of one line is passed over before the file counts as one without lines.
_LONGEST = 16 * BODY


@dataclass(frozen=True)
class Line:
    """One line of a file."""

    number: int
    """Counted from 1."""
    body: bytes
    """Its content; of one over the limit for bodies enough to be refused as too large."""
    size: int
    """How many bytes of the file it takes."""

    @property
    def is_blank(self) -> bool:
        """Whether it is JSON white space alone, and so no record; it is numbered all the same."""
        return len(self.body) <= BODY and not self.body.strip(b" \t\r\n")


def lines(name: str) -> Iterator[Line]:
    """Every line, blank ones included; only the line feed at the very end begins none."""
    with opened(name, buffered=True) as stream:
        for number in count(1):
            with naming(name):
                start = stream.readline(BODY + 2)
            if not start:
                return
            # A line of BODY bytes has one more for its line feed, so this one is too long.
            more = len(start) == BODY + 2 and not start.endswith(b"\n")
            rest = _passed_over(stream, name, number) if more else 0
            yield Line(number, start.removesuffix(b"\n"), len(start) + rest)


def _passed_over(stream: BinaryIO, name: str, number: int) -> int:
    """How many bytes there are up to the end of the line."""
    passed = 0
    while passed < _LONGEST:
        with naming(name):
            part = stream.readline(BODY)
        passed += len(part)
        if not part or part.endswith(b"\n"):
            return passed
    message = f"{named(name)}: line {number} does not end within {_LONGEST} bytes"
    raise Fault(Exit.INPUT, f"{message}, so this is no file with one webhook a line")
