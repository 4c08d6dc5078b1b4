"""What a webhook means for the person, and why."""

from ._native import (
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

__all__ = [
    "Decision",
    "Explanation",
    "FactTrace",
    "Flag",
    "Notice",
    "PolicyName",
    "RuleTrace",
    "Undecided",
    "UnknownWord",
]
