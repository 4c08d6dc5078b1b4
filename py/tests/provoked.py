"""Every error once, for the text that the core gives it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from idenfy_rules import IdenfyRulesError, Policy, Record, reconcile, sign, verify_signature
from idenfy_rules._native import error_codes
from support import APPROVED, ASKS_AGE

OTHER = APPROVED.replace(b'"s"', b'"other"')
RECORD = reconcile(None, Policy.strict().evaluate(APPROVED)).record
HEADER = sign(APPROVED, "key")


def webhook(body: bytes) -> Callable[[], object]:
    return lambda: Policy.strict().evaluate(body)


def signature(header: str | None, key: str = "key") -> Callable[[], object]:
    return lambda: verify_signature(APPROVED, header, key)


def record(text: str) -> Callable[[], object]:
    return lambda: Record.from_json(text)


def folded(body: bytes, event: str | None) -> Callable[[], object]:
    return lambda: reconcile(RECORD, Policy.strict().evaluate(body, event_type=event))


# For each error that has no text in a table of the core, a call that is refused with it.
CALLS: list[Callable[[], object]] = [
    signature(None),
    signature("g" * 64),
    signature("0"),
    signature("0" * 64),
    signature(HEADER, ""),
    webhook(b""),
    webhook(b"\xff"),
    webhook(b"x"),
    webhook(b" " * (1 << 21)),
    webhook(b"[" * 100),
    webhook(b"[" + b"0," * 10_000 + b"0]"),
    webhook(b"[]"),
    webhook(b'{"final": true, "final": false}'),
    webhook(b"{}"),
    webhook(b'{"scanRef": "s"}'),
    lambda: Policy.from_json(ASKS_AGE).evaluate(APPROVED),
    folded(b"{}", "COMPANY_REVIEW"),
    folded(OTHER, None),
    record("{}"),
    record(RECORD.to_json().replace('"format":1', '"format":2')),
]


def refused(call: Callable[[], object]) -> IdenfyRulesError:
    with pytest.raises(IdenfyRulesError) as caught:
        call()
    return caught.value


def error_texts() -> dict[str, str]:
    """What each code says, in the order of the tables of the core, then of the calls."""
    provoked = {error.code: general(str(error)) for error in map(refused, CALLS)}
    listed = {fault["code"]: fault["text"] for fault in error_codes()}
    known = {code: text or sentence(provoked[code]) for code, text in listed.items()}
    return known | {code: sentence(text) for code, text in provoked.items() if code not in known}


def general(text: str) -> str:
    """The text without the place in this one body."""
    return re.sub(r" \(line \d+, column \d+\)$", "", text).replace(" at `/final`", "")


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
