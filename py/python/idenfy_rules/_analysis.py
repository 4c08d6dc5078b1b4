"""What a policy does for every webhook there can be."""

from ._native import (
    Area,
    AreaFact,
    Change,
    ChangeCount,
    ChangedLine,
    DiffGap,
    Difference,
    Example,
    Lint,
    LintFinding,
    LintGap,
    Proof,
    RecordedDifference,
    UnusableLine,
    Witness,
)

__all__ = [
    "Area",
    "AreaFact",
    "Change",
    "ChangeCount",
    "ChangedLine",
    "DiffGap",
    "Difference",
    "Example",
    "Lint",
    "LintFinding",
    "LintGap",
    "Proof",
    "RecordedDifference",
    "UnusableLine",
    "Witness",
]
