"""Rust and Python say the same about bodies by chance, byte for byte, and the parser of the
standard library sees no other verdict. ``py/check.sh`` has ``tests/agreement.rs`` write the
bodies and what Rust says of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from idenfy_rules import (
    IdenfyRulesError,
    Policy,
    WebhookError,
    classify_response,
    parse_webhook,
    validate_token,
    verify_signature,
)
from support import lacking

FOLDER = Path(__file__).parents[1] / "target" / "agreement"
KEYS = [b"the key before", b"the key"]
POLICIES = {"documented": Policy.documented(), "strict": Policy.strict()}


def lines(name: str) -> list[Any]:
    try:
        text = (FOLDER / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        lacking("what Rust says is missing: py/check.sh writes it")
    return [json.loads(line) for line in text.splitlines()]


def told(call: Callable[[], Any]) -> str:
    """The form of a result, or code, place and text of the exception."""
    try:
        result = call()
    except IdenfyRulesError as error:
        return f"{error.code}\n{getattr(error, 'pointer', '')}\n{error}\n"
    return "" if result is None else str(result.to_json())


def said(case: dict[str, Any]) -> list[str]:
    body, event = bytes.fromhex(case["body"]), case["event"]
    policy = POLICIES[case["policy"]]
    return [
        told(lambda: validate_token(body)),
        told(lambda: parse_webhook(body, event_type=event)),
        told(lambda: policy.evaluate(body, event_type=event)),
        told(lambda: policy.explain(body, event_type=event)),
        told(lambda: classify_response(case["status"], {}, body, attempt=1)),
        told(lambda: verify_signature(body, case["header"], KEYS)),
    ]


def test_python_says_what_rust_says() -> None:
    cases, rust = lines("cases.ndjson"), lines("rust.ndjson")
    assert len(cases) == len(rust) > 400
    for case, expected in zip(cases, rust, strict=True):
        assert said(case) == expected, bytes.fromhex(case["body"])


def seen(body: Any) -> list[Any]:
    """What is read where a decision hangs; the last one of repeated members."""
    status = body["status"] if isinstance(body.get("status"), dict) else {}
    words = [status.get(key) for key in ("overall", "manualDocument", "manualFace")]
    final = body.get("final")
    texts = [word if isinstance(word, str) and word else None for word in words]
    return [*texts, final if isinstance(final, bool) else None]


def test_the_standard_library_sees_no_other_verdict() -> None:
    compared = 0
    for case in lines("cases.ndjson"):
        body = bytes.fromhex(case["body"])
        try:
            delivery = parse_webhook(body, event_type=case["event"])
        except WebhookError:
            continue
        if delivery.notice is not None:
            continue
        status = delivery.status
        assert status is not None  # only a notice may come without one
        ours = [status.overall, status.manual_document, status.manual_face, delivery.final]
        assert seen(json.loads(body)) == ours, body
        compared += 1
    assert compared >= 50
