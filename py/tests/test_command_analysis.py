"""``policy lint|prove|diff`` and ``replay --against``: answers of the library, and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import BASE, DENIED, OURS, WEBHOOK, ran, written
from idenfy_rules import Policy
from idenfy_rules.command import comparison
from idenfy_rules.command.exits import Exit

STRICT, DOCUMENTED = Policy.strict(), Policy.documented()
CLEAN = """{"format": 1, "name": "clean", "otherwise": "review", "rules": [
    {"id": "in", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Approved."}]}"""
BLOCKLISTED = {"tags": {"anyClass": "blocklist"}}
SUSPICIOUS = WEBHOOK.replace(b'"APPROVED"', b'"APPROVED", "fraudTags": ["FAKE_PHOTO"]')

clean = Policy.from_json(CLEAN)
ours = Policy.from_json(OURS, Policy.from_json(BASE))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path))
    Path("clean.json").write_text(CLEAN)
    return tmp_path


# The command line, the call that it stands for, and whether the answer is yes.
SAME: list[tuple[tuple[str, ...], Callable[[], Any], Exit]] = [
    (("lint", "strict"), STRICT.lint, Exit.YES),
    (("lint", "clean.json"), clean.lint, Exit.YES),
    (("lint", "clean.json", "--steps", "0"), lambda: clean.lint(steps=0), Exit.NO),
    (
        ("prove", "strict", "--never", "accept", "--when", json.dumps(BLOCKLISTED)),
        lambda: STRICT.prove(never="accept", when=BLOCKLISTED),
        Exit.YES,
    ),
    (
        ("prove", "documented", "--always", "review", "--when", "{}", "--today", "2026-11-21"),
        lambda: DOCUMENTED.prove(always="review", when={}, today="2026-11-21"),
        Exit.NO,
    ),
    (
        ("prove", "strict", "--never", "accept", "--when", "{}", "--steps", "0"),
        lambda: STRICT.prove(never="accept", when={}, steps=0),
        Exit.NO,
    ),
    (
        ("diff", "strict", "ours.json", "--base", "group.json"),
        lambda: STRICT.diff(ours),
        Exit.YES,
    ),
    (
        ("diff", "clean.json", "documented", "--regions", "1"),
        lambda: clean.diff(DOCUMENTED, regions=1),
        Exit.NO,
    ),
]


@pytest.mark.parametrize(("arguments", "call", "code"), SAME, ids=lambda value: str(value)[:40])
def test_the_answer_is_that_of_the_library(
    arguments: tuple[str, ...], call: Callable[[], Any], code: Exit
) -> None:
    told = ran("policy", *arguments, "--json")
    assert told.out == call().to_json() + "\n"
    assert (told.code, told.err) == (code, "")
    shown = ran("policy", *arguments)
    assert shown.out and (shown.code, shown.err) == (code, "")


def test_people_see_what_was_found() -> None:
    lint = ran("policy", "lint", "strict")
    for found in STRICT.lint().findings:
        assert f"{found.severity} " in lint.out and found.message in lint.out
    assert ran("policy", "lint", "clean.json").out.startswith("clean: 0 warnings, ")
    open_ones = ran("policy", "lint", "clean.json", "--steps", "0").out
    assert open_ones.startswith("not clean: ") and "limit" in open_ones
    refuted = ran("policy", "prove", "documented", "--never", "accept", "--when", json.dumps(BLOCKLISTED))
    assert refuted.out.startswith("counterexample\n") and "FACE_IN_BLACKLIST" in refuted.out
    undetermined = ran("policy", "prove", "strict", "--never", "wait", "--when", "{}", "--steps=0")
    assert undetermined.out.startswith("undetermined: limit")
    different = ran("policy", "diff", "clean.json", "documented")
    assert different.out.startswith("not equal: ") and '{"overall": "DENIED"' not in different.err
    assert ran("policy", "diff", "strict", "strict").out == "equal\n"


def test_a_claim_that_cannot_be_used_is_a_wrong_call() -> None:
    given = ("policy", "prove", "strict")
    for more, text in (
        (("--when", "{}"), "policy.never_or_always"),
        (("--never", "accept", "--always", "accept", "--when", "{}"), "policy.never_or_always"),
        (("--never", "Jane", "--when", "{}"), 'policy.unknown_outcome at "/never"'),
        (("--never", "accept"), "--when"),
        (("--never", "accept", "--when", '{"overal": "Jane"}'), 'unknown_fact at "/when/overal"'),
        (("--never", "accept", "--when", "5"), 'policy.wrong_type at "/when"'),
        (("--never", "accept", "--when", "Jane"), "--when must be JSON"),
        (("--never", "accept", "--when", "{}", "--today", "Jane"), "input.date"),
        (("--never", "accept", "--when", "{}", "--steps", "-1"), "input.steps"),
    ):
        told = ran(*given, *more)
        assert (told.code, told.out) == (Exit.USAGE, ""), more
        assert text in told.err and "Jane" not in told.err


def test_a_base_on_standard_input_serves_both_policies() -> None:
    given = ("policy", "diff", "ours.json", "ours.json", "--base", "-")
    assert ran(*given, stdin=BASE.encode()).code == Exit.YES


def replayed(content: bytes, *more: str) -> Any:
    Path("lines").write_bytes(content)
    told = ran("replay", "lines", "--policy", "documented", *more, "--json")
    return json.loads(told.out)["against"]


LINES = b"\n".join([WEBHOOK, SUSPICIOUS, b"", b"oops", DENIED, SUSPICIOUS])


def test_a_replay_counts_who_would_change_and_names_them() -> None:
    assert replayed(LINES) is None
    found = replayed(LINES, "--against", "strict")
    assert found == DOCUMENTED.diff_recorded(STRICT, LINES).to_dict()
    assert (found["people"], [each["line"] for each in found["changed"]]) == (1, [2, 6])
    assert replayed(LINES, "--against", "documented")["changed"] == []
    shown = ran("replay", "lines", "--policy", "documented", "--against", "strict").out
    assert "Lines that change  2\n" in shown and "Verifications      1\n" in shown
    assert "suspicious" in shown


def test_of_many_changes_the_first_are_shown() -> None:
    Path("lines").write_bytes(b"\n".join([SUSPICIOUS] * (comparison._SHOWN + 3)))
    told = ran("replay", "lines", "--policy", "documented", "--against", "strict")
    assert told.code == Exit.YES and "3 more; --json names every one" in told.out


def test_the_other_policy_of_a_replay_needs_the_day_too() -> None:
    Path("age.json").write_text(
        '{"format": 1, "name": "age", "otherwise": "review",'
        ' "rules": [{"id": "child", "when": {"age": {"below": 18}}, "then": "reject"}]}'
    )
    Path("lines").write_bytes(WEBHOOK)
    given = ("replay", "lines", "--policy", "strict", "--against", "age.json")
    assert ran(*given).code == Exit.USAGE
    assert ran(*given, "--today", "2026-11-20").code == Exit.YES
