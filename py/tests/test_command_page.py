"""The pages show what the command really prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import environment
from idenfy_rules.command.exits import Exit
from support import need

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "command.md"
# How many commands each page has at least.
PAGES = [("command.md", 20), ("guide.md", 8)]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def commands(block: str) -> list[str]:
    """The commands of a block, as they are shown: a line, and `> ` before each that goes on."""
    return re.findall(r"^\$ .*(?:\n> .*)*$", block, re.MULTILINE)


def typed(command: str) -> str:
    return re.sub(r"^[$>] ", "", command, flags=re.MULTILINE)


@pytest.mark.parametrize(("name", "least"), PAGES)
def test_the_examples_print_what_the_page_shows(tmp_path: Path, name: str, least: int) -> None:
    need("sh")
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin/idenfy-rules"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m idenfy_rules "$@"\n')
    script.chmod(0o755)
    variables = environment()
    variables["PATH"] = f"{script.parent}:{variables['PATH']}"

    def run(block: re.Match[str]) -> str:
        return "".join(f"{shown}\n{printed(typed(shown))}" for shown in commands(block.group()))

    def printed(command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", f"exec 2>&1\n{command}"],
            cwd=tmp_path, env=variables, capture_output=True, check=False, text=True,
        )
        assert done.returncode in (Exit.YES, Exit.NO), command
        return done.stdout

    page = DOCS / name
    text = page.read_text()
    assert sum(len(commands(block)) for block in BLOCK.findall(text)) >= least
    fresh = BLOCK.sub(run, text)
    if os.environ.get("BLESS"):
        page.write_text(fresh)
    assert page.read_text() == fresh, (
        "write it anew: BLESS=1 python -m pytest tests/test_command_page.py"
    )


def test_the_exit_codes_are_those_of_the_table() -> None:
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", PAGE.read_text(), re.MULTILINE)
    assert rows == [(str(int(code)), code.meaning) for code in Exit]
