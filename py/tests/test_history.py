"""History: records are stored and read back, starts are weighed, arguments are checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from idenfy_rules import Policy, Record, Start, Transition, may_start, reconcile
from support import APPROVED, refusal

DENIED = APPROVED.replace(b"APPROVED", b"DENIED")
NOW = 1_790_000_000


def record(body: bytes = APPROVED) -> Record:
    return reconcile(None, Policy.documented().evaluate(body)).record


def parts(result: Any) -> Any:
    """What pickle keeps of a result."""
    return result.__reduce__()


def test_a_replayed_approval_lets_nobody_in() -> None:
    denied = reconcile(None, Policy.documented().evaluate(DENIED))
    assert (denied.kind, denied.act, denied.record.outcome) == ("new", True, "reject")
    match reconcile(denied.record, Policy.documented().evaluate(APPROVED)):
        case Transition("milder", Record(outcome="review", conflict=True) as stored, True):
            assert stored.closed == "reject"
            assert len(stored.seen) == 2
        case other:
            pytest.fail(f"no match: {other}")


def test_a_record_is_text_to_store() -> None:
    kept = record()
    text = kept.to_json()
    for stored in (text, text.encode(), bytearray(text.encode())):
        assert Record.from_json(stored) == kept
    form = json.loads(text)
    assert form["policy"]["name"] == kept.policy.name == "documented"
    assert (kept.final, kept.verified, kept.lifecycle) == (True, False, "decided")
    wrong: list[Any] = ["", "{", "{}", "null", b"\xff", "\ud800", json.dumps(form | {"more": 1})]
    wrong += [json.dumps(form | {key: 5}) for key in ("outcome", "scan_ref", "closed", "policy")]
    wrong += [json.dumps(form | {"closed": "wait"}), json.dumps(form | {"outcome": "accepted"})]
    for other in wrong:
        assert refusal(Record.from_json, other).code == "record.invalid", other
    assert refusal(Record.from_json, json.dumps(form | {"format": 2})).code == "record.format"
    with pytest.raises(TypeError, match="`text` must be bytes-like or str"):
        Record.from_json(form)


def test_a_decision_is_folded_into_the_record_of_its_verification() -> None:
    policy = Policy.documented()
    notice = policy.evaluate(b"{}", event_type="COMPANY_REVIEW")
    assert refusal(reconcile, None, notice).code == "history.no_scan_ref"
    other = policy.evaluate(APPROVED.replace(b'"s"', b'"t"'))
    assert refusal(reconcile, record(), other).code == "history.other_scan_ref"
    decision = policy.evaluate(APPROVED)
    wrong: list[tuple[Any, Any]] = [
        (None, decision.to_dict()),
        (None, None),
        (record().to_json(), decision),
        (record().to_dict(), decision),
        (decision, decision),
    ]
    for previous, made in wrong:
        with pytest.raises(TypeError):
            reconcile(previous, made)


def test_state_that_was_tampered_with_is_not_folded() -> None:
    decision = Policy.documented().evaluate(APPROVED)
    restore, (state,) = parts(decision)
    form = json.loads(state)["form"]
    changes: list[dict[str, Any]] = [
        {"form": form | {"outcome": "accepted"}},
        {"form": {}},
        {"outcome": "wait"},
    ]
    for change in changes:
        odd = json.dumps(json.loads(state) | change)
        assert refusal(restore, odd).code == "input.state"
    restore, (state,) = parts(record())
    odd = restore(json.dumps(json.loads(state) | {"closed": "wait"}))
    assert refusal(reconcile, odd, decision).code == "record.invalid"
    assert refusal(may_start, [odd], NOW).code == "record.invalid"


def test_a_start_says_why() -> None:
    def start(*records: Record, **limits: Any) -> Start:
        return may_start(records, NOW, **limits)

    assert start() == may_start([], NOW) == may_start(iter(()), NOW)
    assert start().go
    assert (start(record()).go, start(record()).reason) == (False, "already_accepted")
    denied = record(DENIED)
    assert start(denied, denied, max_attempts=2).reason == "too_many_attempts"
    assert start(denied, max_attempts=2).go
    active = start(denied, created_at_unix=NOW, expiry_time_s=3600, session_length_s=600)
    assert (active.go, active.reason) == (False, "session_active")
    assert active.active_until_unix == NOW + 4200
    assert start(denied, created_at_unix=NOW, scan_ref="s").go
    assert start(created_at_unix=NOW).active_until_unix == NOW + 2_592_000 + 3600
    assert start(**dict.fromkeys(["max_attempts", "scan_ref", "expiry_time_s"])).go
    for none in (start(), active):
        with pytest.raises(TypeError, match=r"start\.go"):
            bool(none)


def test_the_arguments_of_a_start_are_checked() -> None:
    wrong: list[tuple[str, Any]] = [
        ("max_attempts", -1),
        ("max_attempts", True),
        ("created_at_unix", "now"),
        ("scan_ref", 7),
        ("expiry_time_s", 2**40),
        ("session_length_s", 1.5),
    ]
    for name, value in wrong:
        assert refusal(may_start, [], NOW, **{name: value}).code == f"input.{name}", name
    assert refusal(may_start, [], "now").code == "input.now_unix"
    with pytest.raises(TypeError, match="max_attempt"):
        may_start([], NOW, max_attempt=3)  # type: ignore[call-arg]
    records: list[Any] = [None, 5, record(), [record().to_dict()], record().to_json(), [None]]
    for several in records:
        with pytest.raises(TypeError, match="`records` must be an iterable of `Record`"):
            may_start(several, NOW)
