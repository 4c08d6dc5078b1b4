"""Several deliveries about one verification, folded into one state."""

from ._native import (
    Record,
    Start,
    Transition,
    may_start,
    reconcile,
)

__all__ = [
    "Record",
    "Start",
    "Transition",
    "may_start",
    "reconcile",
]
