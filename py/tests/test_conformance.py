"""All vectors of ``tests/vectors``, through the Python package."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import forms
import pytest
import vectors
from idenfy_rules import (
    Classification,
    Decision,
    Explanation,
    IdenfyRulesError,
    Policy,
    PolicyError,
    Profile,
    Report,
    SignatureError,
    WebhookError,
    classify_response,
    classify_transport,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    sign,
    validate_token,
    verify_signature,
)
from analyses import analysis
from histories import history
from support import KEY, policy_of
from vectors import Case, differences, exactly


def token(case: Case) -> list[str]:
    exactly(case.input, {"request", "body", "body_base64", "profile"}, case.place)
    exactly(case.expect, {"errors", "warnings"}, case.place)
    keywords = case.input.get("profile", {})
    bodies = vectors.forms({k: v for k, v in case.input.items() if k != "profile"}, "request")
    report = validate_token(bodies[0], Profile(**keywords))
    failures = report_faults(case, report)
    forms.check(report)
    for violation in report:
        forms.check(violation)
    for body in bodies:
        if validate_token(body, keywords) != report:
            failures.append(f"{type(body).__name__} has another report")
    return failures


def report_faults(case: Case, report: Report) -> list[str]:
    claimed, warned = case.expect.get("errors", []), case.expect.get("warnings", [])
    for claim in [*claimed, *warned]:
        exactly(claim, {"code", "pointer", "identifier"}, case.place)
    errors = [violation.to_dict() for violation in report.errors]
    warnings = [violation.to_dict() for violation in report.warnings]
    failures = [f"no error {claim}" for claim in claimed if not taken(claim, errors)]
    failures += [f"no warning {claim}" for claim in warned if not taken(claim, warnings)]
    if "errors" in case.expect:
        failures += [f"an error {error}" for error in errors]
        if report.is_valid != (not claimed):
            failures.append(f"is_valid is {report.is_valid}")
    return failures


def taken(claim: dict[str, Any], found: list[dict[str, Any]]) -> bool:
    """Takes the finding that a claim means out of the list."""
    for form in found:
        if claim.items() <= {key: form[key] for key in claim}.items():
            found.remove(form)
            return True
    return False


def response(case: Case) -> list[str]:
    names = {"status", "headers", "body", "body_base64", "transport", "attempt", "operation"}
    exactly(case.input, names | {"context"}, case.place)
    body = {k: v for k, v in case.input.items() if k in {"body", "body_base64"}} or {"body": ""}
    keywords = {
        k: case.input[k] for k in ("attempt", "operation", "context") if k in case.input
    }
    status, headers = case.input["status"], case.input.get("headers")
    results = [
        classify_response(
            status, headers, sent, transport=case.input.get("transport"), **keywords
        )
        for sent in vectors.forms(body, None)
    ]
    if status is None:
        results.append(classify_transport(case.input["transport"], **keywords))
    found: Classification = results[0]
    forms.check(found)
    for part in (found.delay, found.token):
        if part is not None:
            forms.check(part)
    failures = differences(case.expect, found.to_dict())
    if any(other != found for other in results):
        failures.append("the same answer is classified in two ways")
    return failures


def delivered(case: Case) -> tuple[Policy, list[Any], dict[str, Any]]:
    """The policy, the body in every form, and what is known besides."""
    names = {"payload", "body", "body_base64", "event", "policy", "today"}
    exactly(case.input, names, case.place)
    bodies = vectors.forms(
        {k: v for k, v in case.input.items() if k in {"payload", "body", "body_base64"}}, "payload"
    )
    known = {"event_type": case.input.get("event"), "today": case.input.get("today")}
    return policy_of(case.input["policy"]), bodies, known


def webhook(case: Case) -> list[str]:
    policy, bodies, known = delivered(case)
    if "error" in case.expect:
        return webhook_error_faults(case, policy, bodies, known)
    decision = policy.evaluate(bodies[0], **known)
    failures = differences(case.expect, decision.to_dict())
    forms.check(decision)
    parts = [*decision.undecided, *decision.flags, *decision.unknown, decision.policy]
    for part in [*parts, *([decision.notice] if decision.notice else [])]:
        forms.check(part)
    for body in bodies:
        failures += same_decision_faults(decision, policy, body, known)
    return failures + explanation_faults(decision, policy.explain(bodies[0], **known), policy)


def explanation_faults(decision: Decision, explanation: Explanation, policy: Policy) -> list[str]:
    """What decided is true in the explanation, too, and what was undecided is undecided."""
    results = {rule.id: rule.result for rule in explanation.rules}
    said = {rule: "true" for rule in decision.rules if rule != "otherwise"}
    said |= {rule.rule: "undecided" for rule in decision.undecided}
    failures = [f"{rule} is not {said[rule]}" for rule in said if results[rule] != said[rule]]
    if list(results) != ([] if decision.notice else policy.rule_ids):
        failures.append("the explanation has other rules than the policy")
    return failures


def explain(case: Case) -> list[str]:
    policy, bodies, known = delivered(case)
    if "error" in case.expect:
        return webhook_error_faults(case, policy, bodies, known)
    explanation = policy.explain(bodies[0], **known)
    forms.check(explanation)
    for rule in explanation.rules:
        for part in (rule, *rule.facts):
            forms.check(part)
    failures = differences(case.expect, explanation.to_dict())
    if any(policy.explain(body, **known) != explanation for body in bodies):
        failures.append("the same body is explained in two ways")
    return failures


def same_decision_faults(
    decision: Decision, policy: Policy, body: Any, known: dict[str, Any]
) -> list[str]:
    form = decision.to_dict()
    if isinstance(body, dict):
        form["body_sha256"] = None
    failures = differences(form, policy.evaluate(body, **known).to_dict())
    if not isinstance(body, str | dict):
        received = policy.receive(body, sign(body, KEY), KEY, **known)
        failures += differences(form | {"verified": True}, received.to_dict())
        bare = policy.evaluate(body, digest=False, **known)
        failures += differences(form | {"body_sha256": None}, bare.to_dict())
    return [f"{type(body).__name__}: {failure}" for failure in failures]


def webhook_error_faults(
    case: Case, policy: Policy, bodies: list[Any], known: dict[str, Any]
) -> list[str]:
    exactly(case.expect, {"error", "pointer"}, case.place)
    failures = []
    for body in bodies:
        with pytest.raises(IdenfyRulesError) as caught:
            policy.evaluate(body, **known)
        error = caught.value
        found = {"error": error.code}
        if isinstance(error, WebhookError):
            assert error.http_status == 400
            found["pointer"] = error.pointer
        failures += differences(case.expect, found)
    return failures


def signature(case: Case) -> list[str]:
    exactly(case.input, {"body", "body_base64", "header", "keys"}, case.place)
    exactly(case.expect, {"valid", "code"}, case.place)
    header, keys = case.input["header"], case.input["keys"]
    given = {k: v for k, v in case.input.items() if k in {"body", "body_base64"}}
    body = vectors.forms(given, None)[0]
    encoded = (header.encode() if header else header, tuple(key.encode() for key in keys))
    failures = []
    for sent in (body, bytearray(body), memoryview(body)):
        for written, held in ((header, keys), encoded):
            found: dict[str, Any] = {"valid": True}
            try:
                verify_signature(sent, written, held)
            except SignatureError as error:
                assert error.http_status == 401
                found = {"valid": False, "code": error.code}
            failures += differences(case.expect, found)
    return failures


def policy(case: Case) -> list[str]:
    exactly(case.input, {"document", "text", "base"}, case.place)
    exactly(
        case.expect,
        {"error", "pointer", "suggestion", "name", "revision", "rules", "fingerprint"},
        case.place,
    )
    [name] = case.input.keys() & {"document", "text"}
    document = case.input[name]
    text = document if name == "text" else json.dumps(document)
    base = Policy.from_json(json.dumps(case.input["base"])) if "base" in case.input else None
    found: dict[str, Any]
    try:
        loaded = Policy.from_json(text, base)
    except PolicyError as error:
        found = {"error": error.code, "pointer": error.pointer, "suggestion": error.suggestion}
    else:
        assert loaded == Policy.from_json(text.encode(), base)
        found = {"name": loaded.name, "revision": loaded.revision}
        found |= {"fingerprint": loaded.fingerprint, "rules": sorted(loaded.rule_ids)}
    claimed = dict(case.expect)
    if "rules" in claimed:
        claimed["rules"] = sorted(claimed["rules"])
    return differences(claimed, found)


# Each lint, and the member of the input that holds its keywords, if one does.
LINTS: dict[str, tuple[Callable[..., Report], str | None]] = {
    "webhook_url": (lint_webhook_url, None),
    "iframe": (lint_iframe, None),
    "credentials": (lint_credentials, None),
    "receiver": (lint_receiver, "receiver"),
    "missing_webhook": (lint_missing_webhook, "checklist"),
}


def lint(case: Case) -> list[str]:
    exactly(case.expect, {"found"}, case.place)
    looked_at, member = LINTS[case.input["lint"]]
    facts = {name: value for name, value in case.input.items() if name != "lint"}
    report = looked_at(**(facts if member is None else facts.pop(member)))
    assert member is None or not facts, case.place
    for result in (report, *report):
        forms.check(result)
    found = sorted((one.pointer, one.code) for one in report)
    claimed = sorted((claim["pointer"], claim["code"]) for claim in case.expect["found"])
    return differences(claimed, found)


def file_of_tests(case: Case) -> list[str]:
    exactly(case.input, {"policy", "file", "text"}, case.place)
    [name] = case.input.keys() & {"file", "text"}
    given, policy = case.input[name], policy_of(case.input["policy"])
    found = []
    for file in [given] if name == "text" else [json.dumps(given), given]:
        if not isinstance(file, str | dict):
            continue
        try:
            run = policy.test(file)
        except PolicyError as error:
            found.append(
                {"error": error.code, "pointer": error.pointer, "suggestion": error.suggestion}
            )
        else:
            forms.check(run)
            found.append(run.to_dict())
    return [failure for form in found for failure in differences(case.expect, form)]


AREAS: dict[str, Callable[[Case], list[str]]] = {
    "token": token,
    "response": response,
    "webhook": webhook,
    "signature": signature,
    "policy": policy,
    "explain": explain,
    "history": history,
    "lint": lint,
    "test-file": file_of_tests,
    "analysis": analysis,
}


@pytest.mark.parametrize("area", AREAS)
def test_vectors(area: str) -> None:
    cases = vectors.read(area)
    executed = 0
    failures = []
    for case in cases:
        failures += [f"{case.place}: {failure}" for failure in AREAS[area](case)]
        executed += 1
    assert not failures, "\n".join(failures)
    assert executed == len(cases) > 0


def test_every_folder_of_vectors_has_a_runner() -> None:
    folders = {path.name for path in vectors.FOLDER.iterdir() if path.is_dir()}
    assert folders == AREAS.keys()
