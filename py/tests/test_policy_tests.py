"""Policies that are tried by test files, and shown."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import vectors
from idenfy_rules import Policy, PolicyError
from support import TESTS, policy_of, refusal

EXAMPLES = Path(__file__).parents[2] / "core/examples/policies"
DOCUMENTED = Policy.documented()


def test_a_run_tells_what_passed_and_what_was_tried() -> None:
    run = DOCUMENTED.test(TESTS)
    assert not run.passed
    assert [(case.name, case.passed, case.error) for case in run.cases] == [
        ("approved", True, None),
        ("glare", False, None),
        ("of nobody", False, "webhook.scan_ref_missing"),
    ]
    glare = run.cases[1]
    assert glare.got is not None and glare.got.outcome == "reject"
    assert (glare.expected.rules, glare.expected.undecided) == (None, [])
    assert run.cases[2].got is None
    assert (run.counts.cases, run.counts.failed, run.counts.rules_true) == (3, 2, 2)
    assert {rule.id for rule in run.rules if not rule.true_in} == {
        "suspected-passed-by-hand",
        "unverifiable",
    }
    assert run.policy.fingerprint == DOCUMENTED.fingerprint
    assert "outcome: expected review, got reject" in str(run)


def test_a_file_comes_in_every_form_of_a_text() -> None:
    run = DOCUMENTED.test(TESTS)
    for file in (TESTS.encode(), bytearray(TESTS.encode()), json.loads(TESTS)):
        assert DOCUMENTED.test(file) == run
        assert hash(DOCUMENTED.test(file)) == hash(run)
        assert pickle.loads(pickle.dumps(DOCUMENTED.test(file))) == run
    with pytest.raises(TypeError, match="`test_file` must be bytes-like, str or a mapping"):
        DOCUMENTED.test(5)  # type: ignore[arg-type]
    assert refusal(DOCUMENTED.test, {"format": {1}}).code == "input.test_file"


def test_a_file_that_cannot_be_used_says_where() -> None:
    for old, new, expected in (
        ("overall", "overal", ("policy.unknown_fact", "/cases/0/facts/overal", "overall")),
        ("documented", "document", ("test.other_policy", "/policy", "documented")),
        ('["approved"]', '["x"]', ("test.unknown_rule", "/cases/0/expect/rules/0", None)),
        (TESTS, "", ("policy.not_json", "", None)),
    ):
        with pytest.raises(PolicyError) as caught:
            DOCUMENTED.test(TESTS.replace(old, new, 1))
        error = caught.value
        assert (error.code, error.pointer, error.suggestion) == expected


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.test.json")), ids=lambda path: path.name)
def test_the_examples_pass(path: Path) -> None:
    named = path.name.removesuffix(".test.json")
    document = path.with_name(f"{named}.json")
    policy = Policy.from_json(document.read_bytes()) if document.exists() else policy_of(named)
    run = policy.test(path.read_bytes())
    assert run.passed, str(run)


def test_a_policy_is_shown_in_three_forms() -> None:
    run = DOCUMENTED.test(TESTS)
    assert all(f"`{rule}`" in DOCUMENTED.to_markdown() for rule in DOCUMENTED.rule_ids)
    assert DOCUMENTED.to_mermaid().startswith("flowchart TD\n")
    assert DOCUMENTED.to_html() == DOCUMENTED.to_html(None)
    assert "2 of 4 rules" in DOCUMENTED.to_html(run)
    assert "2 of 4 rules" in DOCUMENTED.to_html(pickle.loads(pickle.dumps(run)))
    assert "2 of 4 rules" not in DOCUMENTED.to_html()
    assert "2 of 4 rules" not in Policy.strict().to_html(run)
    with pytest.raises(TypeError):
        DOCUMENTED.to_html(run.to_dict())  # type: ignore[arg-type]


def test_a_policy_is_one_document_again() -> None:
    loaded = [Policy.strict(), DOCUMENTED]
    for case in vectors.read("policy"):
        if "error" not in case.expect and "document" in case.input:
            base = case.input.get("base")
            known = Policy.from_json(json.dumps(base)) if base else None
            loaded.append(Policy.from_json(json.dumps(case.input["document"]), known))
    assert len(loaded) > 20
    for policy in loaded:
        again = Policy.from_json(policy.to_json())
        assert again == policy and again.rule_ids == policy.rule_ids
        assert "extends" not in json.loads(policy.to_json())
