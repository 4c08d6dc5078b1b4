"""Answers and failures without one: status, headers, body, attempt, context."""

from __future__ import annotations

import email.message
from types import MappingProxyType
from typing import Any

import pytest
from idenfy_rules import Classification, classify_response, classify_transport
from support import refusal


@pytest.mark.parametrize("status", [-1, 65_536, 2**70, "200", 200.0, True, b"200", object()])
def test_a_status_is_a_number_of_16_bits(status: Any) -> None:
    assert refusal(classify_response, status, attempt=1).code == "input.status"


def test_a_call_without_status_and_failure_never_was_a_request() -> None:
    found = classify_response(None, attempt=1)
    assert (found.action, found.reason) == ("escalate", "REQUEST_NOT_BUILDABLE")
    assert (found.escalate_to, found.status, found.outcome_unknown) == ("developer", None, False)


def test_a_call_without_status_is_a_failure() -> None:
    found = classify_response(None, transport="dns", attempt=1)
    assert found == classify_transport("dns", attempt=1)
    assert found.retryable
    assert found.status is None
    unknown = classify_transport("gremlins", attempt=1)
    assert unknown == classify_transport("unknown", attempt=1)
    broken = classify_response(200, {}, b'{"authTo', transport="response_truncated", attempt=1)
    assert broken.outcome_unknown
    assert refusal(classify_transport, 5, attempt=1).code == "input.kind"


@pytest.mark.parametrize("headers", [{"Retry-After": 5}, {"Retry-After": [None]}, [(1, "5")]])
def test_a_refused_header_says_what_its_parts_must_be(headers: Any) -> None:
    error = refusal(classify_response, 429, headers, attempt=1)
    assert error.code == "input.headers"
    assert str(error) == "`headers` must be a mapping of names to values, or pairs, all str or bytes"


@pytest.mark.parametrize("attempt", [0, -1, 2**40, 1.0, "1", None, True])
def test_an_attempt_counts_from_one(attempt: Any) -> None:
    assert refusal(classify_response, 200, attempt=attempt).code == "input.attempt"
    assert refusal(classify_transport, "dns", attempt=attempt).code == "input.attempt"


def test_the_attempt_cannot_be_forgotten() -> None:
    with pytest.raises(TypeError, match="attempt"):
        classify_response(500)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="attempt"):
        classify_transport("dns")  # type: ignore[call-arg]


def test_headers_come_in_many_shapes() -> None:
    message = email.message.Message()
    message["retry-after"] = "7"
    shapes: list[Any] = [
        {"Retry-After": "7"},
        {"Retry-After": b"7"},
        {b"retry-after": [b"7", "3"]},
        {"RETRY-AFTER": ("7",)},
        [("Retry-After", "7"), ("retry-after", "1")],
        iter([(b"retry-after", b"7")]),
        message,
        MappingProxyType({"Retry-After": "7", "X-Odd": "\ud800", "X-Bytes": b"\xff"}),
    ]
    for headers in shapes:
        assert classify_response(429, headers, attempt=1).retry_after_s == 7
    assert classify_response(429, None, attempt=1).retry_after_s is None
    assert classify_response(429, [], attempt=1).retry_after_s is None
    wrong: list[Any] = ["Retry-After: 7", 7, [1], [("a", "b", "c")]]
    wrong += [{"a": 7}, {"a": None}, {1: "a"}]
    for headers in wrong:
        error = refusal(classify_response, 429, headers, attempt=1)
        assert error.code == "input.headers"


def test_the_body_of_an_answer_is_bytes_or_text() -> None:
    body = '{"message": "Partner reached token limit."}'
    found = classify_response(400, {}, body.encode(), attempt=1)
    assert found.reason == "FUNDS_EXHAUSTED"
    assert classify_response(400, {}, body, attempt=1) == found
    assert classify_response(400, {}, memoryview(body.encode()), attempt=1) == found
    assert classify_response(500, {}, None, attempt=1) == classify_response(500, attempt=1)
    assert classify_response(400, {}, "\ud800", attempt=1).action == "fix"
    with pytest.raises(TypeError, match="`body` must be bytes-like or str, not dict"):
        classify_response(400, {}, {}, attempt=1)  # type: ignore[arg-type]


def test_the_operation_is_a_known_word() -> None:
    for operation in ("create_token", "process", "delete", "status", "data", "files", "pdf"):
        assert classify_response(401, attempt=1, operation=operation).action == "escalate"
    for wrong in ("DELETE", "", "token"):
        error = refusal(classify_response, 401, attempt=1, operation=wrong)
        assert error.code == "input.unknown_word"


def test_the_context_is_checked_key_by_key() -> None:
    def given(**context: Any) -> Classification:
        return classify_response(429, attempt=1, context=context)

    full = {
        "max_attempts": 5,
        "retry_after_cap_s": 60,
        "previous_outcome_unknown": False,
        "retry_budget_empty": False,
        "client_id": "client-7",
        "created_at_unix": 1,
        "expiry_time_s": 3600,
        "session_length_s": 600,
        "now_unix": 1_790_000_000,
        "jitter": 0,
    }
    delay = given(**full).delay
    assert delay is not None
    assert delay.ms == 0
    assert given(**dict.fromkeys(full)) == classify_response(429, attempt=1)

    error = refusal(given, max_attempt=5)
    assert (error.code, error.suggestion) == ("input.unknown_key", "max_attempts")
    assert "`max_attempt`" in str(error)
    assert refusal(given, operation="delete").code == "input.unknown_key"
    assert refusal(given, zzzzzz=1).suggestion is None
    wrong: list[tuple[str, Any]] = [
        ("max_attempts", -1),
        ("max_attempts", True),
        ("retry_after_cap_s", 1.5),
        ("previous_outcome_unknown", 1),
        ("client_id", 7),
        ("now_unix", "now"),
        ("jitter", 1),
        ("jitter", float("nan")),
        ("jitter", "0.5"),
    ]
    for key, value in wrong:
        assert refusal(given, **{key: value}).code == f"input.{key}", key
    context: Any = [("max_attempts", 5)]
    error = refusal(classify_response, 429, attempt=1, context=context)
    assert error.code == "input.context"
