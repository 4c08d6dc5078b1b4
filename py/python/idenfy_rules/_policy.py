"""What a webhook means for the person, by a policy."""

from ._native import (
    Decision,
    Explanation,
    FactTrace,
    Flag,
    Notice,
    Policy,
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
    "Policy",
    "PolicyName",
    "RuleTrace",
    "Undecided",
    "UnknownWord",
]
