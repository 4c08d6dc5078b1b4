"""What an answer, or a failure without one, asks of the caller."""

from ._native import (
    Classification,
    Delay,
    PlannedWait,
    RetryBudget,
    RetryPlan,
    Token,
    classify_response,
    classify_transport,
    retry_plan,
)

__all__ = [
    "Classification",
    "Delay",
    "PlannedWait",
    "RetryBudget",
    "RetryPlan",
    "Token",
    "classify_response",
    "classify_transport",
    "retry_plan",
]
