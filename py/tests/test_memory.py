"""Calls without end do not take more and more memory.

``CALLS`` sets how many calls there are, for a long run: ``CALLS=1000000``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from idenfy_rules import (
    IdenfyRulesError,
    Policy,
    Profile,
    classify_response,
    lint_iframe,
    parse_webhook,
    reconcile,
    sign,
    validate_token,
    verify_signature,
)
from memory import resident
from support import APPROVED, TESTS

CALLS = int(os.environ.get("CALLS", "20000"))
# What an allocator may keep for itself: 200 bytes for each of the usual calls, and less than the
# smallest object for each of a million.
SLACK = 4 << 20

STRICT = Policy.strict()
PROFILE = Profile(environment="DEV", themes=["a"])
TAGGED = APPROVED.replace(b'"APPROVED"', b'"SUSPECTED", "fraudTags": ["NEW_TAG", "NAME"]')
HEADER = sign(APPROVED, "key")
BATCH = b"\n".join([APPROVED, b"oops", TAGGED])


def read_all(result: Any) -> None:
    """Reads every attribute, so that everything is made that can be."""
    for name in type(result).__match_args__:
        getattr(result, name)
    result.to_json()


def refused(call: Callable[[], object]) -> None:
    with pytest.raises(IdenfyRulesError):
        call()


WORK: dict[str, Callable[[], object]] = {
    "evaluate": lambda: read_all(STRICT.evaluate(TAGGED)),
    "receive": lambda: STRICT.receive(APPROVED, HEADER, "key").outcome,
    "evaluate a mapping": lambda: STRICT.evaluate({"scanRef": "s", "status": {"overall": "x"}}),
    "evaluate_many": lambda: read_all(STRICT.evaluate_many(BATCH)),
    "evaluate_stream": lambda: list(STRICT.evaluate_stream([BATCH])),
    "explain": lambda: STRICT.explain(APPROVED).rules,
    "validate": lambda: read_all(validate_token({"clientId": "", "country": "UK"}, PROFILE)),
    "classify": lambda: read_all(classify_response(429, {"Retry-After": "7"}, b"", attempt=1)),
    "parse": lambda: read_all(parse_webhook(TAGGED)),
    "reconcile": lambda: read_all(reconcile(None, STRICT.evaluate(APPROVED))),
    "a webhook that is refused": lambda: refused(lambda: STRICT.evaluate(b"{")),
    "a signature that is refused": lambda: refused(lambda: verify_signature(b"", "0", "key")),
    "test": lambda: read_all(Policy.documented().test(TESTS)),
    "lint": lambda: read_all(lint_iframe("<iframe src='http://a.example' allow=camera>")),
    "a policy": lambda: Policy.from_json('{"format": 1, "name": "a", "extends": "documented"}'),
}
# What takes some hundred times as long as the others.
SLOW = {"a policy": 100, "test": 100}


@pytest.mark.parametrize("name", WORK)
def test_memory_does_not_grow(name: str) -> None:
    work, calls = WORK[name], CALLS // SLOW.get(name, 1)
    for _ in range(calls // 10 + 100):
        work()
    before = resident()
    for _ in range(calls):
        work()
    assert resident() - before < SLACK
