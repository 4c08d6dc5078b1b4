"""``replay``: every line is accounted for, and no file looks whole that is not."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from command_line import DENIED, SIGNATURE, WEBHOOK, Ran, ran, written
from idenfy_rules import Policy
from idenfy_rules.command import reading, replay
from idenfy_rules.command.exits import Exit

BROKEN = b'{"scanRef": Jane}'
NOTICE = b'{"scanRef": "s-2", "status": {"overall": "REVIEWING"}}'
# A file in which some lines are broken, one is blank, and the last has no line feed.
MIXED = b"\n".join([WEBHOOK, BROKEN, DENIED, b" \t\r", b"\xff\x00", WEBHOOK + b"\r", NOTICE])
BLANK = 4
ERRORS = {2: "webhook.not_json", 5: "webhook.not_utf8"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path))
    return tmp_path


def replayed(content: bytes, *more: str) -> Ran:
    Path("lines").write_bytes(content)
    return ran("replay", "lines", "--policy", "strict", *more)


def results() -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("out").read_text().splitlines()]


def parts() -> list[str]:
    return [name for name in os.listdir() if name.endswith(".part")]


def expected(line: bytes, error: str | None) -> dict[str, Any]:
    if error is not None:
        return {"outcome": None, "rules": [], "scan_ref": None, "error": error}
    found = Policy.strict().evaluate(line)
    keys = ("outcome", "rules", "scan_ref")
    return {**{key: getattr(found, key) for key in keys}, "error": None}


def test_every_line_has_a_result() -> None:
    told = replayed(MIXED, "--out", "out")
    assert told.code == Exit.NO
    lines = {number: line for number, line in enumerate(MIXED.split(b"\n"), 1) if number != BLANK}
    for (number, line), result in zip(lines.items(), results(), strict=True):
        assert result == {"line": number, **expected(line, ERRORS.get(number))}
    assert told.err.splitlines() == [
        "idenfy-rules: line 2, column 13: webhook.not_json",
        "idenfy-rules: line 5: webhook.not_utf8",
    ]
    assert parts() == []


def test_the_outcomes_are_counted() -> None:
    told = replayed(MIXED, "--json")
    assert json.loads(told.out) == {
        "lines": 6,
        "decided": 4,
        "broken": 2,
        "outcomes": {"accept": 2, "reject": 1, "wait": 1},
        "errors": dict.fromkeys(sorted(ERRORS.values()), 1),
        "against": None,
    }
    shown = replayed(MIXED).out
    assert "accept" in shown and "33.3%" in shown and "broken: webhook.not_json" in shown
    assert replayed(WEBHOOK + b"\n").code == Exit.YES
    assert replayed(BROKEN + b"\n").code == Exit.INPUT
    blank = replayed(b"\n \n")
    assert (blank.code, blank.out) == (Exit.INPUT, "")
    assert blank.err == 'idenfy-rules: "lines" has no line with a webhook\n'


def test_of_many_broken_lines_the_first_are_named_and_all_are_in_the_file() -> None:
    many = replay._NAMED + 5
    told = replayed(BROKEN + b"\n" + (BROKEN + b"\n") * (many - 1) + WEBHOOK, "--out", "out")
    assert len(told.err.splitlines()) == replay._NAMED + 1
    assert "5 more lines are broken; --out names every one" in told.err
    assert [result["error"] for result in results()] == ["webhook.not_json"] * many + [None]


def test_a_long_line_is_refused_and_the_next_one_is_read() -> None:
    fits = WEBHOOK + b" " * (reading.BODY - len(WEBHOOK))
    lines = (fits, fits + b" ", b" " * (3 * reading.BODY), WEBHOOK, fits)
    for content in (b"\n".join(lines), b"\n".join(lines) + b"\n"):
        replayed(content, "--out", "out", "--force")
        errors = [None, "webhook.too_large", "webhook.too_large", None, None]
        assert [result["error"] for result in results()] == errors


def test_a_file_that_is_there_is_not_replaced_unless_that_is_wanted() -> None:
    Path("out").write_text("precious")
    told = replayed(WEBHOOK, "--out", "out")
    assert (told.code, told.out) == (Exit.OUTPUT, "")
    assert told.err == 'idenfy-rules: "out" exists; --force replaces it\n'
    assert Path("out").read_text() == "precious"
    assert replayed(WEBHOOK, "--out", "out", "--force").code == Exit.YES
    assert len(results()) == 1


def test_a_link_is_followed() -> None:
    Path("real").write_text("old")
    Path("out").symlink_to("real")
    assert replayed(WEBHOOK, "--out", "out", "--force").code == Exit.YES
    assert Path("out").is_symlink() and '"line": 1' in Path("real").read_text()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lines", '"lines" is the input'),
        ("/dev/null", '"/dev/null" is no regular file'),
        (".", '"." is no regular file'),
        ("", '"" is no regular file'),
        ("missing/out", 'cannot write "missing/out": no such file or directory'),
        ("key.txt/out", 'cannot write "key.txt/out": not a directory'),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_anything_is_read(
    name: str, text: str
) -> None:
    told = replayed(WEBHOOK, "--out", name, "--force")
    assert (told.code, told.out, told.err) == (Exit.OUTPUT, "", f"idenfy-rules: {text}\n")
    assert Path("lines").read_bytes() == WEBHOOK
    assert ran("replay", "lines", "--policy", "strict", "--out", "-").code == Exit.USAGE


def test_a_file_that_appears_meanwhile_is_kept_and_so_are_the_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def late(_: object, place: Path) -> None:
        place.write_text("precious")
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    monkeypatch.setattr(os, "link", late)
    told = replayed(WEBHOOK, "--out", "out")
    assert told.code == Exit.OUTPUT and "file exists; everything is in" in told.err
    [part] = parts()
    assert json.loads(Path(part).read_text())["outcome"] == "accept"
    assert Path("out").read_text() == "precious"


def test_a_file_system_without_links_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", none)
    assert replayed(WEBHOOK, "--out", "out").code == Exit.YES
    assert len(results()) == 1 and parts() == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("Jane Roe")])
def test_what_breaks_off_leaves_the_old_file(
    error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out").write_text("precious")
    judged = replay._judged
    told: list[int] = []

    def fail(*arguments: Any) -> dict[str, Any]:
        told.append(1)
        if len(told) == 3:
            raise error
        return judged(*arguments)

    monkeypatch.setattr(replay, "_judged", fail)
    broken_off = replayed(MIXED, "--out", "out", "--force")
    interrupted = isinstance(error, KeyboardInterrupt)
    assert broken_off.code == (Exit.INTERRUPTED if interrupted else Exit.INTERNAL)
    assert broken_off.out == "" and "Jane" not in broken_off.err
    assert Path("out").read_text() == "precious" and parts() == []


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    told = replayed(WEBHOOK, "--out", "out")
    assert told.err == 'idenfy-rules: cannot write "out": no space left on device\n'
    assert told.code == Exit.OUTPUT and parts() == [] and not Path("out").exists()


def test_results_hold_no_signature_and_belong_to_their_owner() -> None:
    replayed(WEBHOOK, "--out", "out")
    assert SIGNATURE not in Path("out").read_text()
    assert Path("out").stat().st_mode & 0o077 == 0
