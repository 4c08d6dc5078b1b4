"""What the lines of a batch come to."""

from ._native import (
    BadLine,
    DecidedLine,
    Decisions,
)

__all__ = [
    "BadLine",
    "DecidedLine",
    "Decisions",
]
