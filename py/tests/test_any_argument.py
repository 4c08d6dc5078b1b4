"""Every call that takes an argument, with whatever Python hands in: an answer or an exception."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from types import CodeType
from typing import Any

import idenfy_rules
import pytest
from hypothesis import given
from idenfy_rules import (
    IdenfyRulesError,
    Policy,
    Profile,
    Record,
    RetryBudget,
    basic_auth,
    classify_response,
    classify_transport,
    diagnose_signature,
    iframe_tag,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    may_start,
    parse_webhook,
    reconcile,
    redirect_url,
    retry_plan,
    sign,
    validate_token,
    verify_signature,
)
from odd import DECISION, JUNK, STRICT
from support import APPROVED

WHEN = {"overall": "DENIED"}

CALLS: dict[str, Callable[[Any], object]] = {
    "validate_token": validate_token,
    "profile": lambda junk: validate_token(b"{}", junk),
    "environment": lambda junk: Profile(environment=junk),
    "today": lambda junk: Profile(today=junk),
    "mobile_code_max_expiry": lambda junk: Profile(mobile_code_max_expiry=junk),
    "themes": lambda junk: Profile(themes=junk),
    "supported_documents": lambda junk: Profile(supported_documents=junk),
    "lints": lambda junk: Profile(lints=junk),
    "status": lambda junk: classify_response(junk, attempt=1),
    "headers": lambda junk: classify_response(200, junk, attempt=1),
    "answer": lambda junk: classify_response(200, {}, junk, attempt=1),
    "attempt": lambda junk: classify_response(200, attempt=junk),
    "operation": lambda junk: classify_response(200, attempt=1, operation=junk),
    "context": lambda junk: classify_response(200, attempt=1, context=junk),
    "jitter": lambda junk: classify_response(503, attempt=1, context={"jitter": junk}),
    "now_unix": lambda junk: classify_response(503, attempt=1, context={"now_unix": junk}),
    "kind": lambda junk: classify_transport(junk, attempt=1),
    "signed": lambda junk: verify_signature(junk, "0", "key"),
    "header": lambda junk: verify_signature(b"", junk, "key"),
    "keys": lambda junk: verify_signature(b"", "0", junk),
    "diagnosed": lambda junk: diagnose_signature(b"", junk, junk),
    "sign": lambda junk: sign(b"", junk),
    "evaluate": lambda junk: STRICT.evaluate(junk),
    "event": lambda junk: STRICT.evaluate(APPROVED, event_type=junk),
    "day": lambda junk: STRICT.evaluate(APPROVED, today=junk),
    "digest": lambda junk: STRICT.evaluate(APPROVED, digest=junk),
    "explain": lambda junk: STRICT.explain(junk),
    "evaluate_many": lambda junk: STRICT.evaluate_many(junk),
    "threads": lambda junk: STRICT.evaluate_many(b"", threads=junk),
    "evaluate_stream": lambda junk: list(STRICT.evaluate_stream(junk)),
    "chunk": lambda junk: list(STRICT.evaluate_stream([APPROVED], chunk=junk)),
    "from_json": lambda junk: Policy.from_json(junk),
    "base": lambda junk: Policy.from_json("{}", junk),
    "received": lambda junk: STRICT.receive(junk, "0", "key"),
    "receive": lambda junk: STRICT.receive(APPROVED, junk, junk),
    "test": STRICT.test,
    "lint": lambda junk: STRICT.lint(steps=junk),
    "lint_day": lambda junk: STRICT.lint(today=junk, steps=9),
    "never": lambda junk: STRICT.prove(never=junk, when=WHEN, steps=9),
    "always": lambda junk: STRICT.prove(always=junk, when=WHEN, steps=9),
    "when": lambda junk: STRICT.prove(never="accept", when=junk, steps=9),
    "diff": lambda junk: STRICT.diff(junk, steps=9),
    "regions": lambda junk: STRICT.diff(STRICT, regions=junk, steps=9),
    "diff_recorded": lambda junk: STRICT.diff_recorded(junk, []),
    "recorded": lambda junk: STRICT.diff_recorded(STRICT, junk),
    "run": STRICT.to_html,
    "parse_webhook": parse_webhook,
    "pointer": lambda junk: parse_webhook(APPROVED).json(junk),
    "previous": lambda junk: reconcile(junk, DECISION),
    "decision": lambda junk: reconcile(None, junk),
    "record": lambda junk: Record.from_json(junk),
    "records": lambda junk: may_start(junk, 0),
    "now": lambda junk: may_start([], junk),
    "limits": lambda junk: may_start([], 0, max_attempts=junk),
    "plan": lambda junk: retry_plan(max_attempts=junk),
    "after": retry_plan().after,
    "budget": lambda junk: RetryBudget(junk),
    "spend": lambda junk: RetryBudget(3).spend(junk),
    "key": lambda junk: basic_auth(junk, "secret"),
    "secret": lambda junk: basic_auth("key", junk),
    "credentials": lambda junk: lint_credentials(junk, junk),
    "token": redirect_url,
    "host": lambda junk: redirect_url("token", junk),
    "frame_token": iframe_tag,
    "frame_host": lambda junk: iframe_tag("token", junk),
    "frame": lint_iframe,
    "page_url": lambda junk: lint_iframe("<iframe>", junk),
    "permissions_policy": lambda junk: lint_iframe("<iframe>", None, junk),
    "webhook_url": lint_webhook_url,
    "certificate": lambda junk: lint_webhook_url("https://a.example", junk),
    "receiver_status": lambda junk: lint_receiver(status=junk),
    "seconds": lambda junk: lint_receiver(seconds=junk),
    "verifies": lambda junk: lint_receiver(verifies=junk),
    "missing_status": lambda junk: lint_missing_webhook(status=junk),
    "configured": lambda junk: lint_missing_webhook(configured=junk),
}


@pytest.mark.parametrize("name", CALLS)
@given(junk=JUNK)
def test_anything_is_taken_or_refused(name: str, junk: Any) -> None:
    try:
        answer = CALLS[name](junk)
    except (IdenfyRulesError, TypeError):
        pass
    except RuntimeError as error:
        assert str(error) == "not today"  # what an argument raises comes through
    else:
        assert repr(answer)
        if hasattr(answer, "to_json"):
            json.loads(answer.to_json())


def calls_in(code: CodeType) -> set[str]:
    inner = (calls_in(const) for const in code.co_consts if isinstance(const, CodeType))
    return set(code.co_names).union(*inner)


def methods_of(type_: type) -> set[str]:
    """The public methods that take an argument."""
    methods = inspect.getmembers(type_, inspect.isroutine)
    return {
        name
        for name, method in methods
        if not name.startswith("_") and len(inspect.signature(method).parameters) > 1
    }


def test_every_call_is_tried() -> None:
    tried: set[str] = set()
    for call in CALLS.values():
        code = getattr(call, "__code__", None)
        tried |= calls_in(code) if code else {call.__name__}
    public = {name: vars(idenfy_rules)[name] for name in idenfy_rules.__all__}
    calls = {name for name, value in public.items() if inspect.isroutine(value)}
    ours = [value for value in public.values() if inspect.isclass(value)]
    plain = (str, dict, BaseException)  # what Python itself has, under a name of ours
    methods = [methods_of(type_) for type_ in ours if not issubclass(type_, plain)]
    assert calls and any(methods)
    assert calls.union(*methods) <= tried
