"""The code of the pages does what the pages say."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import idenfy_rules
import pytest
from idenfy_rules import Record, sign

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "history.md"
KEY = "signing key"


def receiver() -> Any:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(blocks[0], PAGE.name, "exec"), names)
    return names["receive"]


def body(overall: str, last: str, serial: int) -> bytes:
    checks = '"autoDocument": "DOC_VALIDATED", "autoFace": "FACE_MATCH"'
    status = f'{{"overall": "{overall}", "fraudTags": [], "mismatchTags": [], {checks}}}'
    return f'{{"scanRef": "s", "final": {last}, "n": {serial}, "status": {status}}}'.encode()


def test_a_replayed_approval_does_not_win() -> None:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        replay(receiver(), db)


def replay(receive: Any, db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE verification (scan_ref TEXT PRIMARY KEY, record TEXT NOT NULL)")
    db.execute("CREATE TABLE todo (scan_ref TEXT NOT NULL, outcome TEXT NOT NULL)")

    def send(content: bytes, signature: str | None = None) -> int:
        headers = {"Idenfy-Signature": signature or sign(content, KEY)}
        answer: int = receive(db, content, headers, [KEY])
        return answer

    approved, denied = body("APPROVED", "true", 1), body("DENIED", "true", 2)
    assert [send(approved), send(denied), send(approved)] == [200, 200, 200]
    assert send(denied, "0" * 64) == 401
    assert send(b"{}") == 400
    (stored,) = db.execute("SELECT record FROM verification").fetchone()
    assert Record.from_json(stored).outcome == "reject"
    assert db.execute("SELECT outcome FROM todo").fetchall() == [("accept",), ("reject",)]


def test_the_page_for_python_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text(), re.DOTALL)
    assert len(blocks) == 9
    names: dict[str, Any] = {"__name__": "page"}
    for block in blocks:
        exec(compile(block, "python.md", "exec"), names)


def test_the_example_prints_what_those_of_the_other_languages_print() -> None:
    example = DOCS.parent / "py/examples/three_jobs.py"
    done = subprocess.run([sys.executable, example], capture_output=True, text=True, check=True)
    expected = DOCS.parent / "ffi-c/examples/expected.txt"
    assert done.stdout == expected.read_text(encoding="utf-8")


def test_the_page_for_python_names_every_exception() -> None:
    rows = re.compile(r"^\| `(\w+)` \|.*\|(.*)\|$", re.MULTILINE)
    table = rows.findall((DOCS / "python.md").read_text())
    exceptions = {
        name
        for name in idenfy_rules.__all__
        if isinstance(found := getattr(idenfy_rules, name), type) and issubclass(found, Exception)
    }
    assert {name for name, _ in table} == exceptions
    for name, attributes in table:
        hints = getattr(idenfy_rules, name).__annotations__
        assert set(re.findall(r"`(\w+)`", attributes)) == hints.keys() - {"code"}, name
