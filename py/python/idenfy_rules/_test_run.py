"""What the cases of a test file found out about a policy."""

from ._native import (
    CaseResult,
    ConditionCoverage,
    ExpectedDecision,
    ObservedDecision,
    RuleCoverage,
    RunCounts,
    TestRun,
)

__all__ = [
    "CaseResult",
    "ConditionCoverage",
    "ExpectedDecision",
    "ObservedDecision",
    "RuleCoverage",
    "RunCounts",
    "TestRun",
]
