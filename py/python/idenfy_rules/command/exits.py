"""What the exit codes mean, in one table."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """An exit code. 0 and 1 are answers; with every other code there is no answer."""

    YES = 0
    NO = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    INTERNAL = 5
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """What it says about the call, for help texts and the documentation."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.YES: "the answer is yes: valid, proceed, accept, genuine, found, loaded, passed, all decided, "
    "clean, holds, equal",
    Exit.NO: "the answer is no: anything else that was found, or a signature that is not genuine",
    Exit.USAGE: "the command line cannot be used, or the extra `cli` is not installed",
    Exit.INPUT: "an input cannot be used: not readable, empty, too large, broken",
    Exit.OUTPUT: "an output cannot be written: closed, full, there already",
    Exit.INTERNAL: "a fault of this package; nothing was decided",
    Exit.INTERRUPTED: "interrupted",
}
