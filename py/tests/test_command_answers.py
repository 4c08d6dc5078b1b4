"""The answers of the command are those of the library: as JSON, as exit codes, for people."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import ANSWER, DENIED, FILES, KEY, REQUEST, SIGNATURE, WEBHOOK, ran, written
from idenfy_rules import (
    Policy,
    classify_response,
    classify_transport,
    diagnose_signature,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    retry_plan,
    validate_token,
)
from idenfy_rules.command.exits import Exit

CONTEXT = {"max_attempts": 2}
NUMBERS = ("--header", "Retry-After: 7", "--attempt", "2")
KEYS = ("--key-file", "key.txt")
SELF_SIGNED = ("--self-signed", "yes")
BARE = b'{"clientId": "c-1"}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path))
    return tmp_path


# The command line, the call that it stands for, and whether the answer is yes.
SAME: list[tuple[tuple[str, ...], Callable[[], Any], Exit]] = [
    (("validate", "request.json"), lambda: validate_token(REQUEST), Exit.YES),
    (("validate", "webhook.json"), lambda: validate_token(WEBHOOK), Exit.NO),
    (
        ("validate", "request.json", "--profile", "account.json"),
        lambda: validate_token(REQUEST, {"environment": "DEV"}),
        Exit.YES,
    ),
    (
        ("classify", "--status", "402", "--body", "answer.json"),
        lambda: classify_response(402, body=ANSWER, attempt=1),
        Exit.NO,
    ),
    (
        ("classify", "--status", "429", *NUMBERS),
        lambda: classify_response(429, {"Retry-After": "7"}, attempt=2),
        Exit.NO,
    ),
    (
        ("classify", "--status", "503", "--attempt", "2", "--context", "context.json"),
        lambda: classify_response(503, attempt=2, context=CONTEXT),
        Exit.NO,
    ),
    (
        ("classify", "--status", "200", "--operation", "delete"),
        lambda: classify_response(200, attempt=1, operation="delete"),
        Exit.YES,
    ),
    (
        ("classify", "--status", "200", "--transport", "connection_reset"),
        lambda: classify_response(200, attempt=1, transport="connection_reset"),
        Exit.NO,
    ),
    (
        ("classify", "--transport", "dns"),
        lambda: classify_transport("dns", attempt=1),
        Exit.NO,
    ),
    (("retry-plan",), retry_plan, Exit.YES),
    (
        ("retry-plan", "--max-attempts", "5", "--cap-ms", "1500"),
        lambda: retry_plan(max_attempts=5, cap_ms=1500),
        Exit.YES,
    ),
    (
        ("diagnose", "webhook.json", "--signature", f"sha256={SIGNATURE}", *KEYS),
        lambda: diagnose_signature(WEBHOOK, f"sha256={SIGNATURE}", KEY),
        Exit.YES,
    ),
    (
        ("diagnose", "webhook.json", "--signature", SIGNATURE, *KEYS),
        lambda: diagnose_signature(WEBHOOK, SIGNATURE, KEY),
        Exit.NO,
    ),
    (
        ("decide", "webhook.json", "--policy", "strict"),
        lambda: Policy.strict().evaluate(WEBHOOK),
        Exit.YES,
    ),
    (
        ("decide", "denied.json", "--policy", "documented", "--event-type", "X"),
        lambda: Policy.documented().evaluate(DENIED, event_type="X"),
        Exit.NO,
    ),
    (
        ("decide", "webhook.json", "--policy", "strict", "--signature", SIGNATURE, *KEYS),
        lambda: Policy.strict().receive(WEBHOOK, SIGNATURE, KEY),
        Exit.YES,
    ),
    (
        ("policy", "test", "strict", "strict.test.json"),
        lambda: Policy.strict().test(FILES["strict.test.json"]),
        Exit.YES,
    ),
    (
        ("lint", "webhook-url", "https://hooks.shop.com/", "--days-left", "3", *SELF_SIGNED),
        lambda: lint_webhook_url("https://hooks.shop.com/", {"days_left": 3, "self_signed": True}),
        Exit.NO,
    ),
    (
        ("lint", "iframe", "page.html", "--page-url", "https://shop.com/"),
        lambda: lint_iframe(FILES["page.html"].decode(), "https://shop.com/"),
        Exit.YES,
    ),
    (
        ("lint", "iframe", "page.html", "--permissions-policy", "camera=()"),
        lambda: lint_iframe(FILES["page.html"].decode(), None, "camera=()"),
        Exit.NO,
    ),
    (
        ("lint", "credentials", "--key-file", "api-key.txt", "--secret-file", "api-secret.txt"),
        lambda: lint_credentials("api key", "api secret"),
        Exit.YES,
    ),
    (
        ("lint", "receiver", "--status", "204", "--seconds", "2.5", "--verifies", "no"),
        lambda: lint_receiver(status=204, seconds=2.5, verifies=False),
        Exit.NO,
    ),
    (
        ("lint", "missing-webhook", "--status", "500", "--configured", "yes"),
        lambda: lint_missing_webhook(status=500, configured=True),
        Exit.NO,
    ),
]


@pytest.mark.parametrize(("arguments", "call", "code"), SAME, ids=lambda value: str(value)[:40])
def test_the_answer_is_that_of_the_library(
    arguments: tuple[str, ...], call: Callable[[], Any], code: Exit
) -> None:
    told = ran(*arguments, "--json")
    assert told.out == call().to_json() + "\n"
    assert (told.code, told.err) == (code, "")
    shown = ran(*arguments)
    assert shown.out and (shown.code, shown.err) == (code, "")


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_standard_input_stands_for_a_file(name: str) -> None:
    if name == "-":
        told = ran("decide", name, "--policy", "strict", "--json", stdin=WEBHOOK)
        assert told.out == Policy.strict().evaluate(WEBHOOK).to_json() + "\n"
    assert ran("validate", "-", "--profile", "-").code == Exit.USAGE


def test_a_policy_of_a_file_may_extend_another() -> None:
    group = Policy.from_json(Path("group.json").read_bytes())
    ours = Policy.from_json(Path("ours.json").read_bytes(), group)
    given = ("--policy", "ours.json", "--base", "group.json")
    told = ran("decide", "webhook.json", *given, "--json")
    assert told.out == ours.evaluate(WEBHOOK).to_json() + "\n"
    alone = ran("decide", "webhook.json", "--policy", "ours.json")
    assert alone.code == Exit.INPUT
    assert '"ours.json": policy.unknown_base at "/extends"' in alone.err


def test_an_explanation_stands_beside_the_decision() -> None:
    told = ran("decide", "webhook.json", "--policy", "strict", "--explain", "--json")
    assert json.loads(told.out) == {
        "decision": Policy.strict().evaluate(WEBHOOK).to_dict(),
        "explanation": Policy.strict().explain(WEBHOOK).to_dict(),
    }
    shown = ran("decide", "webhook.json", "--policy", "strict", "--explain").out
    assert all(rule in shown for rule in Policy.strict().rule_ids)


def test_a_signature_is_made_and_verified() -> None:
    made = ran("sign", "webhook.json", *KEYS)
    assert (made.code, made.out) == (Exit.YES, f"{SIGNATURE}\n")
    assert json.loads(ran("sign", "webhook.json", *KEYS, "--json").out) == {"signature": SIGNATURE}
    given = ("verify", "webhook.json", *KEYS, "--signature")
    genuine = ran(*given, SIGNATURE, "--json")
    assert genuine.code == Exit.YES
    assert json.loads(genuine.out) == {"genuine": True, "code": None, "message": None}
    forged = ran(*given, "0" * 64, "--json")
    assert forged.code == Exit.NO
    assert json.loads(forged.out)["code"] == "signature.mismatch"
    assert SIGNATURE not in forged.out
    missing = ran("verify", "webhook.json", *KEYS)
    assert missing.code == Exit.NO and "signature.missing" in missing.out


def test_a_key_comes_from_a_file_or_a_variable() -> None:
    made = f"{SIGNATURE}\n"
    assert ran("sign", "webhook.json", IDENFY_SIGNING_KEY=KEY).out == made
    assert ran("sign", "webhook.json", "--key-env", "OTHER", OTHER=KEY).out == made
    assert ran("sign", "webhook.json", "--key-file", "-", stdin=KEY.encode()).out == made
    Path("old.txt").write_bytes(b"old key\r\n")
    given = ("verify", "webhook.json", "--signature", SIGNATURE, "--key-file", "old.txt")
    assert ran(*given).code == Exit.NO
    assert ran(*given, *KEYS).code == Exit.YES
    assert ran(*given, "--key-env", "OTHER", OTHER=KEY).code == Exit.YES
    assert ran("sign", "webhook.json", *KEYS, "--key-file", "old.txt").code == Exit.USAGE


@pytest.mark.parametrize(("value", "code"), [(None, Exit.USAGE), ("", Exit.INPUT)])
def test_without_a_key_nothing_is_verified(value: str | None, code: Exit) -> None:
    for name in ("sign", "verify", "diagnose"):
        told = ran(name, "webhook.json", IDENFY_SIGNING_KEY=value)
        assert (told.code, told.out) == (code, "")
        assert "key" in told.err


def test_a_webhook_that_is_not_genuine_is_not_decided() -> None:
    given = ("decide", "webhook.json", "--policy", "strict", "--signature", "0" * 64, *KEYS)
    told = ran(*given, "--json")
    assert (told.code, told.out) == (Exit.NO, "")
    assert told.err.startswith("idenfy-rules: signature.mismatch: ")
    assert ran("decide", "webhook.json", "--policy", "strict", *KEYS).code == Exit.USAGE


def test_the_day_is_never_looked_up() -> None:
    Path("age.json").write_text(
        '{"format": 1, "name": "age", "otherwise": "review",'
        ' "rules": [{"id": "child", "when": {"age": {"below": 18}}, "then": "reject"}]}'
    )
    for name, file in (("decide", "webhook.json"), ("replay", "webhooks.ndjson")):
        without = ran(name, file, "--policy", "age.json")
        assert (without.code, without.out) == (Exit.USAGE, "")
        assert "policy.today_required" in without.err
        wrong = ran(name, file, "--policy", "age.json", "--today", "2026-13-01")
        assert wrong.code == Exit.USAGE and "input.date" in wrong.err and "13" not in wrong.err
        known = ran(name, file, "--policy", "age.json", "--today", "2026-11-20")
        assert known.err == "" and "review" in known.out


def test_a_policy_is_checked() -> None:
    given = ("policy", "check", "ours.json", "--base", "group.json")
    loaded = ran(*given, "--json")
    group = Policy.from_json(Path("group.json").read_bytes())
    ours = Policy.from_json(Path("ours.json").read_bytes(), group)
    assert loaded.code == Exit.YES
    assert json.loads(loaded.out) == {
        "valid": True,
        "policy": {
            "name": "ours",
            "revision": None,
            "fingerprint": ours.fingerprint,
            "rules": ours.rule_ids,
        },
        "error": None,
    }
    assert ours.fingerprint in ran(*given).out
    Path("wrong.json").write_text('{"format": 1, "name": "a", "extend": "strict"}')
    refused = ran("policy", "check", "wrong.json", "--json")
    assert refused.code == Exit.NO
    assert json.loads(refused.out)["error"] == {
        "code": "policy.unknown_key",
        "pointer": "/extend",
        "suggestion": "extends",
        "message": "a policy document has no such key; did you mean `extends`?",
    }
    assert 'not valid: policy.unknown_key at "/extend"' in ran("policy", "check", "wrong.json").out


def test_a_policy_is_shown_with_what_it_inherits() -> None:
    Path("ours.json").write_text(
        '{"format": 1, "name": "ours", "extends": "group", "about": "of ours",'
        ' "lists": {"served": ["LT"]}, "lifecycle": {"unfinished": "review"}, "rules":'
        ' [{"id": "served", "when": {"not": {"issuingCountry": "$served"}}, "then": "reject",'
        ' "ifUndecided": "skip", "why": "No licence."}]}'
    )
    shown = ran("policy", "show", "ours.json", "--base", "group.json")
    assert shown.code == Exit.YES
    assert all(rule in shown.out for rule in [*Policy.strict().rule_ids, "served"])
    for text in (
        "of ours",
        "$served",
        "LT",
        "When unfinished",
        "No licence.",
        "(if undecided: skip)",
    ):
        assert text in shown.out
    assert ran("policy", "show", "ours.json").code == Exit.INPUT
    told = ran("policy", "show", "ours.json", "--base", "group.json", "--json").out
    group = Policy.from_json(Path("group.json").read_bytes())
    assert told == Policy.from_json(Path("ours.json").read_bytes(), group).to_json() + "\n"


def test_a_policy_is_shown_for_wikis_and_browsers() -> None:
    strict, tests = Policy.strict(), FILES["strict.test.json"]
    given = ("policy", "show", "strict", "--format")
    assert ran(*given, "markdown").out == strict.to_markdown()
    assert ran(*given, "mermaid").out == strict.to_mermaid()
    assert ran(*given, "html").out == strict.to_html()
    tested = ran(*given, "html", "--tests", "strict.test.json")
    assert (tested.code, tested.out) == (Exit.YES, strict.to_html(strict.test(tests)))
    assert ran(*given, "html", "--json").out == strict.to_json() + "\n"


def test_a_policy_is_tested() -> None:
    passed = ran("policy", "test", "ours.json", "ours.test.json", "--base", "group.json")
    assert (passed.code, passed.err) == (Exit.YES, "")
    assert passed.out.startswith("ours: 1 cases, 1 passed, 0 failed\n")
    Path("wrong.json").write_bytes(FILES["strict.test.json"].replace(b'"accept"', b'"reject"'))
    failed = ran("policy", "test", "strict", "wrong.json")
    assert failed.code == Exit.NO
    assert "outcome: expected reject, got accept" in failed.out
    other = ran("policy", "test", "documented", "strict.test.json")
    assert (other.code, other.out) == (Exit.INPUT, "")
    assert '"strict.test.json": test.other_policy at "/policy": ' in other.err


def test_credentials_come_from_files_or_variables_and_are_not_shown() -> None:
    told = ran("lint", "credentials", IDENFY_API_KEY="Jane ", IDENFY_API_SECRET="Jane\n")
    assert told.code == Exit.NO and "Jane" not in told.out + told.err
    assert "/key" in told.out and "/secret" in told.out
    given = ("lint", "credentials", "--key-file", "api-key.txt", "--secret-env", "OTHER")
    assert ran(*given, OTHER="api secret").code == Exit.YES
    assert ran(*given, OTHER="api key").code == Exit.NO
    assert ran("lint", "credentials", IDENFY_API_KEY=None).code == Exit.USAGE
