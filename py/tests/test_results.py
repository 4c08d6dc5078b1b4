"""The results: frozen, equal by value, without personal data or secrets in their texts."""

from __future__ import annotations

import pickle
from typing import Any

import forms
import idenfy_rules
import pytest
from idenfy_rules import (
    Classification,
    Decision,
    Delay,
    Flag,
    Policy,
    Report,
    RetryBudget,
    Token,
    ValidationError,
    Violation,
    classify_response,
    classify_transport,
    diagnose_signature,
    may_start,
    reconcile,
    retry_plan,
    validate_token,
)
from support import TESTS

SUCCESS = b"""{"authToken": "secret-token", "scanRef": "scan-1", "clientId": "client-7",
    "redirectUrl": "https://ui.example/?authToken=secret-token", "digitString": "12345678",
    "expiryTime": 3600, "sessionLength": 600, "tokenType": "IDENTIFICATION"}"""

FLAGGED = b"""{"scanRef": "scan-2", "clientId": "client-7", "externalRef": "order-9",
    "final": true, "status": {"overall": "SUSPECTED", "manualDocument": "DOC_VALIDATED",
    "manualFace": "FACE_MATCH", "mismatchTags": ["NAME"], "fraudTags": ["NEW_TAG", "Jane Doe"]},
    "data": {"docFirstName": "JANE", "docNumber": "L1000222"}}"""

NEWER = """{"format": 1, "name": "newer", "extends": "documented", "rules": [
    {"id": "not-served", "when": {"issuingCountry": ["KP", "IR"]}, "then": "reject"}]}"""

REJECTED_NOW = b"""{"scanRef": "scan-3", "clientId": "client-7", "final": true,
    "status": {"overall": "APPROVED"}, "data": {"docIssuingCountry": "KP"}}""".replace(b"\n", b" ")

PERSONAL = ("client-7", "order-9", "JANE", "Jane", "L1000222")


def report() -> Report:
    return validate_token({"clientId": "", "country": "UK", "firstName": "x" * 101})


def success() -> Classification:
    return classify_response(201, {}, SUCCESS, attempt=1)


def decision() -> Decision:
    return Policy.documented().evaluate(FLAGGED, event_type="IDENTIFICATION_MANUAL_FINISHED")


def token() -> Token:
    found = success().token
    assert found is not None
    return found


def every_result() -> list[Any]:
    retry = classify_transport("dns", attempt=1, context={"jitter": 0.5})
    strict = Policy.strict().evaluate(b'{"scanRef": "s", "status": {"overall": "NEW"}}')
    notice = Policy.strict().evaluate(b"{}", event_type="COMPANY_REVIEW")
    made = decision()
    undecided = Policy.from_json(
        """{"format": 1, "name": "asks", "otherwise": "review", "rules": [
            {"id": "r", "when": {"document": "DOC_EXPIRED"}, "then": "reject"},
            {"id": "a", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Approved."}]}"""
    ).evaluate(b'{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}')
    explanation = Policy.strict().explain(FLAGGED)
    transition = reconcile(None, made)
    many = Policy.strict().evaluate_many(FLAGGED.replace(b"\n", b" ") + b"\noops", digest=True)
    run = Policy.documented().test(TESTS)
    documented, newer = Policy.documented(), Policy.from_json(NEWER)
    lint, hurried = Policy.strict().lint(), newer.lint(steps=1)
    proof = documented.prove(never="accept", when={})
    difference, open_one = documented.diff(newer), documented.diff(newer, steps=1)
    past = documented.diff_recorded(newer, [REJECTED_NOW, b"{}"])
    return [
        report(),
        report().violations[0],
        success(),
        token(),
        retry,
        retry.delay,
        made,
        made.policy,
        made.flags[0],
        strict.unknown[0],
        notice.notice,
        undecided.undecided[0],
        many,
        many[0],
        many.errors[0],
        explanation,
        explanation.rules[0],
        explanation.rules[0].facts[0],
        transition,
        transition.record,
        may_start([transition.record], 0, created_at_unix=0),
        diagnose_signature(FLAGGED, "0" * 64, "key"),
        retry_plan(),
        retry_plan().attempts[0],
        RetryBudget(),
        run,
        run.counts,
        run.cases[0],
        run.cases[0].expected,
        run.cases[0].got,
        run.rules[0],
        run.rules[0].conditions[0],
        lint,
        lint.findings[0],
        next(found.area for found in lint.findings if found.area is not None),
        hurried.undetermined[0],
        proof,
        proof.counterexample,
        proof.counterexample and proof.counterexample.webhook,
        difference,
        difference.changes[0],
        difference.changes[0].area.facts[0],
        open_one.undetermined[0],
        past,
        past.counts[0],
        past.changed[0],
        past.unusable[0],
    ]


def test_every_class_of_result_keeps_its_promises() -> None:
    results = every_result()
    assert {type(result).__name__ for result in results} == forms.KEYS.keys()
    for result in results:
        forms.check(result)


def test_results_cannot_be_made_changed_or_subclassed() -> None:
    for result in every_result():
        kind = type(result)
        if kind is not RetryBudget:
            with pytest.raises(TypeError):
                kind()
        with pytest.raises(TypeError):
            type("Other", (kind,), {})
        with pytest.raises(AttributeError):
            setattr(result, forms.KEYS[kind.__name__][0], None)
        with pytest.raises(AttributeError):
            result.other = 1


def test_results_compare_by_value_and_by_class() -> None:
    assert report() == report()
    assert report() != validate_token({"clientId": "a"})
    assert len({report(), report()}) == 1
    assert decision() == decision()
    assert decision() != decision().to_dict()
    assert decision() != Policy.strict().evaluate(FLAGGED)


def test_what_stands_outside_the_form_still_counts() -> None:
    other = classify_response(201, {}, SUCCESS.replace(b"secret-token", b"other-token"), attempt=1)
    assert other.to_dict() == success().to_dict()
    assert other != success()


def test_results_can_be_matched() -> None:
    match decision():
        case Decision(outcome="accept", flags=[Flag("NAME" | "NEW_TAG" as tag, kind, _), *_]):
            assert (tag, kind) in {("NAME", "mismatch"), ("NEW_TAG", "fraud")}
        case other:
            pytest.fail(f"no match: {other}")
    match classify_response(429, {"Retry-After": "7"}, b"", attempt=1):
        case Classification("retry", "RATE_LIMITED", delay=Delay(min_ms=7000)):
            pass
        case found:
            pytest.fail(f"no match: {found}")


def test_a_flag_has_the_attribute_that_is_a_reserved_word() -> None:
    flag = decision().flags[0]
    assert getattr(flag, "class") == flag.class_ == flag.to_dict()["class"]
    with pytest.raises(AttributeError):
        flag.other  # type: ignore[attr-defined]


def test_a_decision_and_a_report_are_not_truth_values() -> None:
    with pytest.raises(TypeError, match=r'decision\.outcome == "accept"'):
        bool(decision())
    with pytest.raises(TypeError, match=r"report\.is_valid"):
        bool(report())
    with pytest.raises(TypeError, match=r"run\.passed"):
        bool(Policy.documented().test(TESTS))
    with pytest.raises(TypeError, match=r"lint\.clean"):
        bool(Policy.documented().lint())
    with pytest.raises(TypeError, match=r'proof\.result == "holds"'):
        bool(Policy.documented().prove(never="wait", when={}))
    with pytest.raises(TypeError, match=r"difference\.equal"):
        bool(Policy.documented().diff(Policy.documented()))
    with pytest.raises(TypeError, match=r"difference\.changed"):
        bool(Policy.documented().diff_recorded(Policy.strict(), b""))


def test_a_report_is_a_collection_of_violations() -> None:
    found = report()
    assert not found.is_valid
    assert not found.valid
    assert len(found) == len(found.violations) == len(list(found))
    assert list(found) == found.violations
    assert all(isinstance(violation, Violation) for violation in found)
    assert [violation.severity for violation in found.errors] == ["error"] * 3
    assert sorted(map(str, found.errors + found.warnings)) == sorted(str(found).splitlines())


def test_errors_can_be_raised() -> None:
    validate_token({"clientId": "a"}).raise_for_errors()
    with pytest.raises(ValidationError, match=r"client_id\.empty") as caught:
        report().raise_for_errors()
    assert caught.value.report == report()
    assert pickle.loads(pickle.dumps(caught.value)).report == report()


def test_params_hold_limits_and_suggestions() -> None:
    params = {violation.code: violation.params for violation in report()}
    assert params["country.unknown"] == {"suggestion": "GB"}
    values = [value for each in params.values() for value in each.values()]
    assert all(isinstance(value, int | str | list) for value in values)


def test_a_token_has_its_secrets_as_attributes_only() -> None:
    found = token()
    assert found.auth_token == "secret-token"
    assert found.redirect_url == "https://ui.example/?authToken=secret-token"
    assert (found.client_id, found.digit_string) == ("client-7", "12345678")
    assert (found.token_type, found.expiry_time) == ("IDENTIFICATION", 3600)
    shown = [found, found.to_dict(), found.to_json(), success(), success().to_dict()]
    for text in map(repr, shown):
        for secret in ("secret-token", "client-7", "12345678"):
            assert secret not in text
    assert classify_response(200, {}, b"{}", attempt=1, operation="delete").token is None


def test_a_decision_shows_no_reference_and_no_personal_data() -> None:
    made = decision()
    assert (made.client_id, made.external_ref) == ("client-7", "order-9")
    assert [flag.tag for flag in made.flags].count(None) == 1
    for text in (repr(made), str(made), made.to_json(), repr(made.to_dict())):
        for personal in PERSONAL:
            assert personal not in text


def test_neither_explanations_nor_records_nor_runs_nor_replays_show_personal_data() -> None:
    explanation = Policy.strict().explain(FLAGGED)
    transition = reconcile(None, decision())
    run = Policy.documented().test(TESTS)
    past = Policy.documented().diff_recorded(Policy.from_json(NEWER), [REJECTED_NOW])
    for shown in (explanation, transition, run, past):
        for text in (repr(shown), str(shown), shown.to_json(), repr(shown.to_dict())):
            for personal in PERSONAL:
                assert personal not in text


def test_unusable_state_is_refused() -> None:
    restore: Any = getattr(Decision, "_restore")
    with pytest.raises(idenfy_rules.InputError):
        restore("{}")
