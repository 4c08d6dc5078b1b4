"""Every error once, for the text that the core gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from idenfy_rules import IdenfyRulesError, Policy, Record, reconcile
from idenfy_rules._native import error_codes
from support import APPROVED, ASKS_AGE

OTHER = APPROVED.replace(b'"s"', b'"other"')
RECORD = reconcile(None, Policy.strict().evaluate(APPROVED)).record


def record(text: str) -> Callable[[], object]:
    return lambda: Record.from_json(text)


def folded(body: bytes, event: str | None) -> Callable[[], object]:
    return lambda: reconcile(RECORD, Policy.strict().evaluate(body, event_type=event))


# For each error that has no text in a table of the core, a call that is refused with it.
CALLS: list[Callable[[], object]] = [
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
    provoked = {error.code: sentence(str(error)) for error in map(refused, CALLS)}
    return {fault["code"]: fault["text"] for fault in error_codes()} | provoked


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
