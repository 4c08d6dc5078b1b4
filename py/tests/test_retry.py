"""Retries: the plan says what classifications say, the budget is spent and stored."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from idenfy_rules import PlannedWait, RetryBudget, classify_response, retry_plan
from support import refusal


def test_the_plan_is_that_of_the_classifications() -> None:
    plan = retry_plan()
    assert plan.to_dict() == {
        "attempts": [
            {"attempt": 1, "min_ms": 0, "max_ms": 1000},
            {"attempt": 2, "min_ms": 0, "max_ms": 2000},
        ],
        "gives_up_after": 3,
    }
    assert list(plan) == plan.attempts
    assert len(plan) == 2
    assert plan.after(2) == plan.attempts[1]
    assert (plan.after(0), plan.after(3)) == (None, None)
    for wait in retry_plan(max_attempts=9):
        found = classify_response(503, attempt=wait.attempt, context={"max_attempts": 9})
        assert found.delay is not None
        assert wait == plan_row(wait.attempt, found.delay.min_ms, found.delay.max_ms)
    assert [wait.max_ms for wait in retry_plan(max_attempts=4, cap_ms=1500)] == [1000, 1500, 1500]


def plan_row(attempt: int, min_ms: int, max_ms: int) -> PlannedWait | None:
    row = retry_plan(max_attempts=9).after(attempt)
    assert row is not None
    return row if (row.min_ms, row.max_ms) == (min_ms, max_ms) else None


def test_the_limits_of_a_plan() -> None:
    for attempts in (0, 10_001, -1, True, "3", 2**40):
        assert refusal(retry_plan, max_attempts=attempts).code == "input.max_attempts"
    for cap in (0, -1, 1.5, False):
        assert refusal(retry_plan, cap_ms=cap).code == "input.cap_ms"
    assert retry_plan(max_attempts=1).attempts == []
    assert refusal(retry_plan().after, "1").code == "input.attempt"
    with pytest.raises(TypeError):
        retry_plan(5)  # type: ignore[call-arg]


def test_a_budget_is_spent_by_retries_and_filled_by_successes() -> None:
    budget = RetryBudget()
    assert (budget.capacity, budget.available, budget.is_empty) == (500, 500, False)
    unavailable = classify_response(503, attempt=1)
    timeout = pickle.loads(pickle.dumps(classify_response(504, attempt=1)))
    success = classify_response(200, attempt=1, operation="delete")
    left = budget
    for found, available in ((unavailable, 495), (timeout, 485), (success, 486)):
        spent = left.spend(found)
        assert spent is not None
        assert spent.available == available
        left = spent
    assert left.spend(classify_response(400, attempt=1)) == left
    assert budget.spend(success) == budget == RetryBudget(500)
    assert RetryBudget(500, 9).spend(timeout) is None
    assert RetryBudget(500, 4).is_empty
    context = {"retry_budget_empty": RetryBudget(500, 4).is_empty}
    assert classify_response(503, attempt=1, context=context).reason == "RETRIES_EXHAUSTED"


def test_a_budget_can_be_stored() -> None:
    budget = RetryBudget(20, 7)
    assert budget.to_dict() == {"capacity": 20, "available": 7}
    assert RetryBudget(**json.loads(budget.to_json())) == budget
    assert refusal(RetryBudget, 5, 6).code == "input.retry_budget"
    wrong: list[tuple[str, Any]] = [
        ("capacity", -1),
        ("capacity", True),
        ("available", "1"),
        ("available", 2**40),
    ]
    for name, value in wrong:
        assert refusal(RetryBudget, **{name: value}).code == f"input.{name}", name
    others: list[Any] = [None, {}, "retry"]
    for other in others:
        with pytest.raises(TypeError):
            budget.spend(other)
