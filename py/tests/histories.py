"""History vectors: what several deliveries about one verification come to."""

from __future__ import annotations

import pickle
from typing import Any

import forms
import vectors
from idenfy_rules import Decision, InputError, Policy, Record, Transition, reconcile, sign
from support import KEY, policy_of
from vectors import Case, differences, exactly

QUIET = {"duplicate", "late", "refresh"}


def history(case: Case) -> list[str]:
    exactly(case.input, {"policy", "deliveries"}, case.place)
    exactly(case.expect, {"kinds", "acts", "record", "error"}, case.place)
    policy = policy_of(case.input["policy"])
    decisions = [decided(policy, delivery, case.place) for delivery in case.input["deliveries"]]
    failures: list[str] = []
    try:
        folded = fold(decisions, failures)
    except InputError as error:
        return failures + differences(case.expect, {"error": error.code})
    found = {
        "kinds": [transition.kind for transition in folded],
        "acts": [transition.act for transition in folded],
        "record": folded[-1].record.to_dict(),
    }
    return failures + differences(case.expect, found)


def decided(policy: Policy, delivery: dict[str, Any], place: str) -> Decision:
    exactly(delivery, {"payload", "body", "event", "verified"}, place)
    given = {key: delivery[key] for key in delivery.keys() & {"payload", "body"}}
    body = vectors.forms(given, "payload")[0]
    event = delivery.get("event")
    if delivery.get("verified", False):
        return policy.receive(body, sign(body, KEY), KEY, event_type=event)
    return policy.evaluate(body, event_type=event)


def fold(decisions: list[Decision], failures: list[str]) -> list[Transition]:
    """One after the other, as a receiver does: every record is stored and read back."""
    folded: list[Transition] = []
    stored: Record | None = None
    for decision in decisions:
        transition = reconcile(stored, decision)
        forms.check(transition)
        forms.check(transition.record)
        if reconcile(stored, pickle.loads(pickle.dumps(decision))) != transition:
            failures.append("a decision that was pickled is folded in another way")
        if transition.act and transition.kind in QUIET:
            failures.append(f"{transition.kind} says to act")
        stored = Record.from_json(transition.record.to_json())
        if stored != transition.record:
            failures.append("a record that is stored and read back has changed")
        again = reconcile(stored, decision)
        if (again.kind, again.record, again.act) != ("duplicate", stored, False):
            failures.append(f"the same bytes again are {again.kind}")
        folded.append(transition)
    return folded
