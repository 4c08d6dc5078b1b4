"""Policies: loaded, named, pickled, and told the date."""

from __future__ import annotations

import datetime
import json
import pickle
from typing import Any

import pytest
from idenfy_rules import Policy, PolicyError, WebhookError
from support import APPROVED, ASKS_AGE, refusal


def test_today_is_a_date() -> None:
    policy = Policy.from_json(ASKS_AGE)
    assert refusal(policy.evaluate, APPROVED).code == "policy.today_required"
    body = APPROVED.replace(b"{", b'{"data": {"docDob": "2009-11-21"}, ', 1)
    days: list[Any] = [
        "2026-11-20",
        datetime.date(2026, 11, 20),
        datetime.datetime(2026, 11, 20, 23, 59),
        datetime.datetime(2026, 11, 20, tzinfo=datetime.timezone.utc),
    ]
    for today in days:
        assert policy.evaluate(body, today=today).outcome == "reject"
    wrong: list[Any] = ["20.11.2026", "2026-11-31", "", 20261120, 1.5, datetime.time(), "\ud800"]
    for today in wrong:
        error = refusal(policy.evaluate, body, today=today)
        assert error.code == "input.date"


def test_the_event_is_a_header() -> None:
    for event in ("COMPANY_REVIEW", b"COMPANY_REVIEW"):
        decision = Policy.strict().evaluate(APPROVED, event_type=event)
        assert (decision.outcome, decision.event) == ("none", "COMPANY_REVIEW")
        assert decision.notice is not None
        assert decision.notice.attention
    odd = Policy.strict().evaluate(APPROVED, event_type="\ud800")
    assert odd.outcome != "accept"
    error = refusal(Policy.strict().evaluate, APPROVED, event_type=5)
    assert error.code == "input.event_type"


def test_an_explanation_has_a_trace_per_rule() -> None:
    explanation = Policy.documented().explain(APPROVED)
    assert [rule.id for rule in explanation.rules] == Policy.documented().rule_ids
    approved = explanation.rules[0]
    assert (approved.then, approved.result) == ("accept", "true")
    assert approved.facts[0].to_dict() == {
        "fact": "overall",
        "state": "known",
        "word": "APPROVED",
    }
    for body in (bytearray(APPROVED), APPROVED.decode(), json.loads(APPROVED)):
        assert Policy.documented().explain(body) == explanation
    assert Policy.strict().explain(b"{}", event_type="COMPANY_REVIEW").rules == []
    policy = Policy.from_json(ASKS_AGE)
    assert refusal(policy.explain, APPROVED).code == "policy.today_required"
    [child] = policy.explain(APPROVED, today="2026-11-20").rules
    assert child.result == "undecided"
    assert [fact.state for fact in child.facts] == ["missing"]
    with pytest.raises(WebhookError):
        policy.explain(b"", today="2026-11-20")


def test_a_policy_tells_its_name_and_keeps_it() -> None:
    policy = Policy.documented()
    assert (policy.name, policy.revision) == ("documented", "1")
    assert policy.rule_ids == [
        "approved",
        "suspected-passed-by-hand",
        "unverifiable",
        "denied",
    ]
    assert policy.evaluate(APPROVED).policy.fingerprint == policy.fingerprint
    assert repr(policy) == f"Policy('documented', '1', '{policy.fingerprint}')"
    assert policy == Policy.documented()
    assert policy != Policy.strict()
    assert policy != "documented"
    mine = Policy.from_json(b'{"format": 1, "name": "mine", "extends": "strict", "rules": []}')
    yours = Policy.from_json(
        '{"format": 1, "name": "yours", "extends": "mine", "rules": []}', base=mine
    )
    for loaded in (policy, Policy.strict(), mine, yours):
        twin = pickle.loads(pickle.dumps(loaded))
        assert twin == loaded
        assert hash(twin) == hash(loaded)
        assert twin.rule_ids == loaded.rule_ids
    texts: list[Any] = [None, {}, 5]
    for wrong in texts:
        with pytest.raises(TypeError, match="`text` must be bytes-like or str"):
            Policy.from_json(wrong)
    with pytest.raises(TypeError):
        Policy.from_json("{}", base="strict")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Policy()


def test_a_policy_that_cannot_be_used_says_where() -> None:
    text = """{"format": 1, "name": "mine", "otherwise": "review",
        "rules": [{"id": "a", "when": {"overal": "APPROVED"}, "then": "review"}]}"""
    with pytest.raises(PolicyError) as caught:
        Policy.from_json(text)
    error = caught.value
    assert (error.code, error.pointer) == ("policy.unknown_fact", "/rules/0/when/overal")
    assert error.suggestion == "overall"
    with pytest.raises(PolicyError) as caught:
        Policy.from_json("\ud800")
    assert (caught.value.code, caught.value.suggestion) == ("policy.not_json", None)
