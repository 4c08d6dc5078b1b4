"""Our own words and codes: typed members, and plain text in the results."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import re
from pathlib import Path
from typing import Any, get_type_hints

import idenfy_rules
import pytest
import vectors
from idenfy_rules import (
    Action,
    ErrorCode,
    FindingCode,
    Outcome,
    Policy,
    Severity,
    TokenParams,
    TransportKind,
    classify_response,
    classify_transport,
    validate_token,
)
from idenfy_rules._native import closed_words, error_codes, finding_codes, token_members
from support import APPROVED

PROJECT = Path(__file__).parents[2]
LISTS: dict[str, Any] = {table["type"]: table for table in closed_words()}


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_a_member_with_its_meaning(name: str) -> None:
    members = getattr(idenfy_rules, name)
    assert [member.value for member in members] == [word["text"] for word in LISTS[name]["words"]]
    for member, word in zip(members, LISTS[name]["words"], strict=True):
        assert member.meaning == (word["meaning"] or member.meaning)
        assert member.meaning.endswith("."), member
        assert members(str(member)) is member
        assert pickle.loads(pickle.dumps(member)) is copy.deepcopy(member) is member


def test_members_print_and_compare_as_their_value() -> None:
    assert f"{Action.RETRY}" == str(Action.RETRY) == "%s" % Action.RETRY == "retry"
    assert json.dumps({Action.RETRY: Outcome.NONE}) == '{"retry": "none"}'
    assert len({Action.RETRY, Outcome.RETRY, "retry"}) == 1
    with pytest.raises(ValueError, match="Retry"):
        Action("Retry")


def test_results_hold_plain_text_that_matches_both() -> None:
    decision = Policy.documented().evaluate(APPROVED)
    assert type(decision.outcome) is str
    for outcome in (decision.outcome, Outcome(decision.outcome)):
        match outcome:
            case Outcome.ACCEPT:
                by_member = True
        match outcome:
            case "accept":
                by_text = True
        assert by_member and by_text
    found = classify_response(402, attempt=1)
    assert found.action == Action.ESCALATE
    assert found.escalate_to == idenfy_rules.EscalateTo.ACCOUNT_MANAGER
    assert classify_transport(TransportKind.DNS, attempt=1) == classify_transport("dns", attempt=1)
    [violation] = validate_token(b"").violations
    assert violation.severity == Severity.ERROR


def test_every_finding_has_its_texts() -> None:
    rows = {row["code"]: row for row in finding_codes()}
    assert [code.value for code in FindingCode] == list(rows)
    for code in FindingCode:
        found = {name: getattr(code, name) for name in rows[code] if name != "code"}
        assert {"code": str(code), **found} == rows[code]
    assert FindingCode.CLIENT_ID_MAX_LENGTH.text == "must be at most {max} characters"
    assert FindingCode.CLIENT_ID_MAX_LENGTH.identifier == "BAD_VALUE"
    for case in vectors.read("token"):
        for claim in [*case.expect.get("errors", []), *case.expect.get("warnings", [])]:
            assert FindingCode(claim["code"]).text
    for case in vectors.read("lint"):
        for claim in case.expect["found"]:
            assert FindingCode(claim["code"]).identifier is None
    assert FindingCode.FRAME_CAMERA.severity == Severity.ERROR
    assert len(FindingCode.FRAME_CAMERA.sources) == 2


def test_every_error_has_its_meaning() -> None:
    assert {fault["code"] for fault in error_codes()} <= set(ErrorCode)
    for code in ErrorCode:
        assert re.fullmatch(r"(?:[A-Z]|`).*\.", code.meaning), code
    assert ErrorCode("webhook.not_json").meaning == "The body is not one JSON text."
    claims = [
        case.expect[key]
        for area in ("webhook", "policy", "signature", "history", "explain")
        for case in vectors.read(area)
        for key in ("error", "code")
        if key in case.expect
    ]
    assert len(claims) > 100
    assert all(ErrorCode(claim) for claim in claims)


def test_no_code_of_an_argument_error_is_forgotten() -> None:
    made = re.compile(r'(?:InputError::new\(\s*|const \w+: &str = )"([a-z]+\.[a-z_]+)"')
    sources = (PROJECT / "core/src").rglob("*.rs")
    found = {code for path in sources for code in made.findall(path.read_text(encoding="utf-8"))}
    assert "policy.today_required" in found
    assert {code for code in found if not code.startswith("input.")} <= set(ErrorCode)


def test_a_request_has_the_type_of_each_member() -> None:
    rows = {row["name"]: row for row in token_members()}
    hints = get_type_hints(TokenParams)
    assert list(hints) == list(rows)
    assert not TokenParams.__required_keys__
    for name, row in rows.items():
        assert row["nullable"] == (type(None) in getattr(hints[name], "__args__", ())), name
    values: dict[str, Any] = {
        "string": "x",
        "integer": 1,
        "number": 1,
        "boolean": True,
        "array": [],
        "object": {},
    }
    request = {name: values[row["kind"]] for name, row in rows.items()}
    assert not [found for found in validate_token(request) if found.code.startswith("type.")]


def test_the_schema_of_policies_is_that_of_the_project() -> None:
    schema = Policy.json_schema()
    text = (PROJECT / "docs/policy.schema.json").read_text(encoding="utf-8")
    assert schema == json.loads(text)
    assert Policy.json_schema() is not schema
    assert inspect.getdoc(Policy.json_schema)
