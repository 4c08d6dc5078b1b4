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


def tested(*cases: dict[str, object], policy: str = "strict") -> Callable[[], object]:
    """A test file with these cases, each completed so that it is otherwise right."""
    facts = {"overall": "APPROVED"}
    usual = {"name": "a", "facts": facts, "expect": {"outcome": "review"}}
    file = {"format": 1, "policy": policy, "cases": [usual | case for case in cases]}
    return lambda: Policy.strict().test(file)


def folded(body: bytes, event: str | None) -> Callable[[], object]:
    return lambda: reconcile(RECORD, Policy.strict().evaluate(body, event_type=event))


# For each error that has no text in a table of the core, a call that is refused with it.
CALLS: list[Callable[[], object]] = [
    lambda: Policy.from_json(ASKS_AGE).evaluate(APPROVED),
    tested({}, policy="other"),
    tested({}, {}),
    tested({"webhook": {}}),
    tested({"facts": {"overall": "APPROVED", "duplicates": -1}}),
    tested({"expect": {"outcome": "review", "rules": ["none"]}}),
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
    """The text without the fact of this one file."""
    return text.replace("`duplicates` like this", "a fact like this")


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
