"""What type checkers see: mypy reads this file strictly, so an ignore that is not needed fails."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

from idenfy_rules import (
    Decision,
    Policy,
    Profile,
    Report,
    classify_response,
    sign,
    validate_token,
    verify_signature,
)
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
    if decision.outcome == "accepted":  # type: ignore[comparison-overlap]
        pass


def test_types_say_what_is_allowed() -> None:
    command = [sys.executable, "-m", "mypy", "tests"]
    project = Path(__file__).parents[1]
    found = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
