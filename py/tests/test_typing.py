"""What type checkers see: mypy reads this file strictly, so an ignore that is not needed fails."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

from idenfy_rules import (
    Decision,
    Delivery,
    Policy,
    Profile,
    Reason,
    Record,
    Report,
    RetryBudget,
    Transition,
    classify_response,
    diagnose_signature,
    may_start,
    parse_webhook,
    reconcile,
    retry_plan,
    sign,
    validate_token,
    verify_signature,
)
from idenfy_rules.vocab import Overall
from typing_extensions import assert_never


def acted(decision: Decision) -> str:
    """Outcomes are closed: a checker sees whether all of them are handled."""
    match decision.outcome:
        case "accept" | "reject":
            return decision.outcome
        case "retry" | "review" | "wait" | "none":
            return "later"
        case other:
            assert_never(other)


def validated(report: Report) -> list[str]:
    return [violation.code for violation in report if violation.severity == "error"]


def taken(body: bytes) -> None:
    profile = Profile(environment="DEV", today=datetime.date(2026, 11, 20), themes=("a",))
    validated(validate_token(bytearray(body), profile))
    validated(validate_token({"clientId": "a"}, {"lints": True}))
    headers = {"Retry-After": "7"}
    found = classify_response(429, headers, body, attempt=1, context={"jitter": 0.5})
    if found.action == "retry" and found.delay is not None:
        seconds: float = found.delay.max_ms / 1000
        print(seconds)
    classify_response(200, [("Date", "x")], body.decode(), attempt=1)
    classify_response(None, transport="dns", attempt=1)
    verify_signature(memoryview(body), sign(body, "key"), [b"key", "other"])
    acted(Policy.strict().receive(body, b"0", "key", today="2026-11-20"))


def remembered(stored: str | None, decision: Decision) -> str:
    """Kinds are closed, too."""
    transition: Transition = reconcile(Record.from_json(stored) if stored else None, decision)
    match transition.kind:
        case "duplicate" | "late" | "refresh":
            return transition.record.to_json()
        case "new" | "replace" | "reopen" | "stricter" | "milder":
            return acted(decision)
        case other:
            assert_never(other)


def spent(budget: RetryBudget, body: bytes, records: list[Record]) -> RetryBudget:
    found = classify_response(503, attempt=1)
    waits: list[int] = [wait.max_ms for wait in retry_plan(cap_ms=5_000)]
    reason: str = Reason(found.reason).remedy
    meaning: str = Overall.APPROVED.meaning
    state: str = Policy.strict().explain(body).rules[0].facts[0].state
    if may_start(tuple(records), 0, max_attempts=3).go and found.reason == Reason.RATE_LIMITED:
        print(waits, reason, meaning, state, diagnose_signature(body, None, "key").hint)
    return budget.spend(found) or budget


def opened(delivery: Delivery) -> list[str]:
    """Everything may be absent: a checker sees where that was forgotten."""
    moment: float | None = delivery.finish_time
    answers: str | None = delivery.json("/utilityData")
    addresses: dict[str, str | None] = delivery.file_urls
    match delivery:
        case Delivery(status=None) | Delivery(data=None):
            return [*addresses, str(moment), answers or ""]
    hits = [hit for block in delivery.aml for hit in block.hits if hit.is_active]
    scores: list[int | None] = [hit.score for hit in hits]
    print(scores)
    return delivery.status.fraud_tags if delivery.status else []


def misread(body: bytes, delivery: Delivery) -> None:
    parse_webhook(5)  # type: ignore[arg-type]
    parse_webhook(body, "AML_MONITORING")  # type: ignore[call-arg]
    delivery.status.overall  # type: ignore[union-attr]
    delivery.verdict  # type: ignore[attr-defined]
    delivery.scan_ref = "other"  # type: ignore[assignment]
    if delivery.data:
        delivery.data.doc_first_name.upper()  # type: ignore[union-attr]


def refused(body: bytes, decision: Decision) -> None:
    validate_token(5)  # type: ignore[arg-type]
    classify_response(200)  # type: ignore[call-arg]
    classify_response("200", attempt=1)  # type: ignore[arg-type]
    verify_signature(body.decode(), None, "key")  # type: ignore[arg-type]
    Policy.strict().receive({}, None, "key")  # type: ignore[arg-type]
    Policy.from_json(text={})  # type: ignore[arg-type]
    Profile("DEV")  # type: ignore[call-arg]
    decision.outcome = "accept"  # type: ignore[misc]
    decision.verdict  # type: ignore[attr-defined]
    reconcile({}, decision)  # type: ignore[arg-type]
    reconcile(None, decision.to_dict())  # type: ignore[arg-type]
    may_start([decision], 0)  # type: ignore[list-item]
    may_start([], 0, max_attempt=3)  # type: ignore[call-arg]
    diagnose_signature(body.decode(), None, "key")  # type: ignore[arg-type]
    RetryBudget().spend(decision)  # type: ignore[arg-type]
    Reason.RATE_LIMITED.value = "other"  # type: ignore[misc]
    if decision.outcome == "accepted":  # type: ignore[comparison-overlap]
        pass


def test_types_say_what_is_allowed() -> None:
    command = [sys.executable, "-m", "mypy", "tests"]
    project = Path(__file__).parents[1]
    found = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
