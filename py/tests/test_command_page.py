"""docs/command.md shows what the command really prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import environment
from idenfy_rules.command.exits import Exit

PAGE = Path(__file__).parents[2] / "docs/command.md"


BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def commands(block: str) -> list[str]:
    """The command lines of a block."""
    return re.findall(r"^\$ (.*)$", block, re.MULTILINE)


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell")
def test_the_examples_print_what_the_page_shows(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin/idenfy-rules"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m idenfy_rules "$@"\n')
    script.chmod(0o755)
    variables = environment()
    variables["PATH"] = f"{script.parent}:{variables['PATH']}"

    def run(block: re.Match[str]) -> str:
        return "".join(f"$ {line}\n{printed(line)}" for line in commands(block.group()))

    def printed(line: str) -> str:
        typed = ["sh", "-c", f"{line} 2>&1"]
        done = subprocess.run(
            typed, cwd=tmp_path, env=variables, capture_output=True, check=False, text=True
        )
        assert done.returncode in (Exit.YES, Exit.NO), line
        return done.stdout

    page = PAGE.read_text()
    assert sum(len(commands(block)) for block in BLOCK.findall(page)) > 20
    fresh = BLOCK.sub(run, page)
    if os.environ.get("BLESS"):
        PAGE.write_text(fresh)
    assert PAGE.read_text() == fresh, (
        "write it anew: BLESS=1 python -m pytest tests/test_command_page.py"
    )


def test_the_exit_codes_are_those_of_the_table() -> None:
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", PAGE.read_text(), re.MULTILINE)
    assert rows == [(str(int(code)), code.meaning) for code in Exit]
