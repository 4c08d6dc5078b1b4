"""Sends a request, and again, as far as the library says."""

import random
import sys
import time
from typing import Any

import httpx

from idenfy_rules import Classification, RetryBudget, classify_response
from settings import Settings
from transport import Answer, send


def call(settings: Settings, body: bytes, known: dict[str, Any]) -> Classification:
    """Sends until the library says to stop. Attempts limit one call, a budget all of a program."""
    budget, lost, attempt = RetryBudget(settings.budget), False, 1
    headers = {"Authorization": settings.authorization, "Content-Type": "application/json"}
    with httpx.Client(headers=headers, timeout=settings.timeout_s) as client:
        while True:
            answer = send(client, settings.url, body)
            context = known | {
                "now_unix": int(time.time()),
                "jitter": random.random(),
                "previous_outcome_unknown": lost,
                "retry_budget_empty": budget.is_empty,
            }
            found = classify(answer, attempt, context)
            left = budget.spend(found)
            if left is None:
                found = classify(answer, attempt, context | {"retry_budget_empty": True})
            print(found.to_json(), file=sys.stderr)
            if left is None or found.delay is None:
                return found
            wait_ms = found.delay.max_ms if found.delay.ms is None else found.delay.ms
            time.sleep(wait_ms / 1000 * settings.time_scale)
            budget, lost, attempt = left, lost or found.outcome_unknown, attempt + 1


def classify(answer: Answer, attempt: int, context: dict[str, Any]) -> Classification:
    return classify_response(
        answer.status,
        answer.headers,
        answer.body,
        attempt=attempt,
        transport=answer.transport,
        context=context,
    )
