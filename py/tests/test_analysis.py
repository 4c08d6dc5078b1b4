"""What a policy does for every webhook there can be, and for recorded ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from idenfy_rules import Example, Outcome, Policy, PolicyError, Witness
from memory import resident
from support import APPROVED, ASKS_AGE, lets_others_run, refusal

DOCUMENTED = Policy.documented()
STRICT = Policy.strict()

SLOPPY = Policy.from_json(
    """{"format": 1, "name": "sloppy", "otherwise": "review", "lists": {"unused": ["NAME"]},
        "rules": [{"id": "fraud", "when": {"document": {"class": "fraud"}}, "then": "reject"},
                  {"id": "fake", "when": {"document": "DOC_FAKE"}, "then": "retry"}]}"""
)


def decides(policy: Policy, webhook: Witness) -> Any:
    return policy.evaluate(webhook.body, event_type=webhook.event, today=webhook.today)


def is_decided_so(policy: Policy, example: Example) -> None:
    decision = decides(policy, example.webhook)
    found = (decision.outcome, decision.lifecycle, decision.rules)
    assert found == (example.outcome, example.lifecycle, example.rules)


def test_lint_finds_what_its_author_hardly_meant() -> None:
    lint = SLOPPY.lint()
    assert (lint.clean, lint.complete, lint.undetermined) == (False, True, [])
    places = {(found.code, found.rule, found.pointer) for found in lint.findings}
    assert ("policy.lint.unreachable_rule", "fake", "/rules/1") in places
    assert ("policy.lint.unused_list", None, "/lists/unused") in places
    dead = next(found for found in lint.findings if found.rule == "fake")
    assert dead.severity == "warning" and str(dead).startswith("warning policy.lint.unreachable_rule")
    for found in lint.findings:
        for example in (found.example, found.instead):
            if example is not None:
                is_decided_so(SLOPPY, example)
    assert lint.policy.fingerprint == SLOPPY.fingerprint
    assert DOCUMENTED.lint().complete and STRICT.lint().complete


def test_a_claim_holds_or_is_refuted_by_a_webhook() -> None:
    blocklisted = {"tags": {"anyClass": "blocklist"}}
    assert STRICT.prove(never="accept", when=blocklisted).result == "holds"
    proof = DOCUMENTED.prove(never="accept", when=blocklisted)
    assert proof.counterexample is not None
    assert (proof.result, proof.counterexample.rules) == ("counterexample", ["approved"])
    is_decided_so(DOCUMENTED, proof.counterexample)
    assert DOCUMENTED.prove(always="accept", when={"overall": "APPROVED"}).result != "holds"
    decided = {"overall": "APPROVED", "lifecycle": "decided"}
    assert DOCUMENTED.prove(always="accept", when=decided).result == "holds"
    harmless = MappingProxyType({"tags": {"any": "$harmless"}, "final": False})
    assert STRICT.prove(never="reject", when=harmless).result == "holds"


def test_a_difference_has_an_example_of_every_change() -> None:
    assert STRICT.diff(Policy.strict()).equal
    newer = Policy.from_json(
        """{"format": 1, "name": "newer", "extends": "documented", "rules": [
            {"id": "young", "when": {"age": {"below": 18}}, "then": "reject"}]}"""
    )
    found = DOCUMENTED.diff(newer, today=date(2026, 11, 21))
    assert found.complete and not found.equal
    assert {(change.old_outcome, change.new_outcome) for change in found.changes} == {
        ("accept", "reject"),
        ("accept", "review"),
        ("retry", "reject"),
        ("review", "reject"),
    }
    for change in found.changes:
        assert change.example is not None
        webhook, today = change.example, "2026-11-21"
        old = DOCUMENTED.evaluate(webhook.body, event_type=webhook.event, today=today)
        new = newer.evaluate(webhook.body, event_type=webhook.event, today=today)
        assert (old.outcome, old.rules) == (change.old_outcome, change.old_rules)
        assert (new.outcome, new.rules) == (change.new_outcome, change.new_rules)
    young = next(change for change in found.changes if change.old_outcome == "retry")
    ages = [fact.is_one_of or fact.is_none_of for fact in young.area.facts if fact.fact == "age"]
    assert ages == [[{"atLeast": 0, "atMost": 17}]]  # nobody is younger than 0
    assert DOCUMENTED.diff(newer, regions=0).undetermined[0].gap == "regions"


def test_what_is_not_decided_within_the_steps_is_said_to_be_open() -> None:
    assert STRICT.prove(never="accept", when={}, steps=0).gap == "limit"
    assert STRICT.lint(steps=0).undetermined[0].gap == "limit"
    assert not STRICT.lint(steps=0).clean
    assert not DOCUMENTED.diff(STRICT, steps=0).complete


LINES = [
    b'{"scanRef": "s-1", "final": true, "status": {"overall": "APPROVED"}}',
    b"",
    b'{"scanRef": "s-2", "final": true, "status": {"overall": "APPROVED", "fraudTags": ["NAME"]}}',
    b"oops",
    b'{"scanRef": "s-2", "final": true, "status": {"overall": "APPROVED", "fraudTags": ["NEW"]}}',
]


def test_recorded_webhooks_come_in_every_form(tmp_path: Path) -> None:
    file = tmp_path / "webhooks.ndjson"
    file.write_bytes(b"\n".join(LINES))
    found = DOCUMENTED.diff_recorded(STRICT, file.read_bytes())
    assert (found.webhooks, found.same, found.people) == (3, 1, 1)
    assert [(each.old_outcome, each.new_outcome, each.count) for each in found.counts] == [
        ("accept", "review", 2)
    ]
    changed = [(each.line, each.scan_ref, each.new_rules) for each in found.changed]
    assert changed == [(3, "s-2", ["data-differs"]), (5, "s-2", ["unknown-tag"])]
    assert [(each.line, each.code) for each in found.unusable] == [(4, "webhook.not_json")]
    with file.open("rb") as lines:
        assert DOCUMENTED.diff_recorded(STRICT, lines) == found
    assert DOCUMENTED.diff_recorded(STRICT, LINES) == found
    assert DOCUMENTED.diff_recorded(STRICT, map(bytearray, LINES)) == found
    assert DOCUMENTED.diff_recorded(STRICT, memoryview(file.read_bytes())) == found


def test_of_many_lines_those_that_change_are_held() -> None:
    same, count = APPROVED[:-1] + b" " * 1000 + b"}", 60_000
    held = 0

    def lines() -> Iterator[bytes]:
        nonlocal held
        for number in range(1, count + 1):
            if number in (1000, count):
                held = resident() - held
            yield LINES[2] if number % 20_000 == 0 else same

    found = DOCUMENTED.diff_recorded(STRICT, lines())
    assert (found.webhooks, found.same) == (count, count - 3)
    assert [each.line for each in found.changed] == [20_000, 40_000, 60_000]
    assert held < 32 << 20  # of 60 MB that went through


def never() -> Iterator[bytes]:
    pytest.fail("a line was read")
    yield


def test_arguments_that_cannot_be_used_are_refused() -> None:
    assert refusal(STRICT.prove, never="accept", when={"final": {1}}).code == "input.when"
    assert refusal(STRICT.lint, steps=-1).code == "input.steps"
    assert refusal(STRICT.lint, today="2026-02-30").code == "input.date"
    assert refusal(STRICT.diff, DOCUMENTED, regions=True).code == "input.regions"
    asks = Policy.from_json(ASKS_AGE)
    for old, new in ((STRICT, asks), (asks, STRICT)):
        for none in (APPROVED, never()):
            assert refusal(old.diff_recorded, new, none).code == "policy.today_required"
        assert old.diff_recorded(new, APPROVED, today="2026-11-21").webhooks == 1
    wrong: list[Any] = [["text"], "text", "", 5]
    for lines in wrong:
        with pytest.raises(TypeError, match="`lines` must be bytes-like or an iterable"):
            STRICT.diff_recorded(STRICT, lines)
    with pytest.raises(TypeError):
        STRICT.diff("strict")  # type: ignore[arg-type]


def test_a_claim_that_cannot_be_read_says_where() -> None:
    for claim, expected in (
        ({"never": "accept", "when": {"any": [{"overal": 1}]}}, "/when/any/0/overal"),
        ({"never": "accept", "when": "overall"}, "/when"),
        ({"never": "accept", "always": "accept", "when": {}}, ""),
        ({"never": "acept", "when": {}}, "/never"),
        ({"always": "none", "when": {}}, "/always"),
        ({"when": {}}, ""),
    ):
        arguments: Any = claim
        with pytest.raises(PolicyError) as caught:
            STRICT.prove(**arguments)
        assert caught.value.pointer == expected
    assert STRICT.prove(never=Outcome.ACCEPT, always=None, when={"overall": "DENIED"}).gap is None


def test_other_threads_run_meanwhile() -> None:
    assert lets_others_run(lambda: DOCUMENTED.diff(STRICT, steps=3000))
