"""Runs the code blocks of a page of the documentation."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def blocks(page: str, language: str) -> list[str]:
    parts = (ROOT / "docs" / page).read_text().split(f"```{language}\n")[1:]
    return [part.split("```")[0] for part in parts]


def need(*tools: str) -> None:
    """Programs that a test runs: without them it is skipped, with STRICT=1 it fails."""
    missing = ", ".join(tool for tool in tools if shutil.which(tool) is None)
    if missing:
        assert os.environ.get("STRICT") != "1", f"{missing} is missing"
        pytest.skip(f"SKIPPED: {missing} is missing")


class Shell:
    """Runs blocks in the project's folder, with other words for some of theirs."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words, self.started = words, []

    def start(self, block: str) -> subprocess.Popen:
        for word, other in self.words.items():
            block = block.replace(word, other)
        # Else the make of a block takes itself for a part of the make that runs the tests.
        outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        process = subprocess.Popen(
            ["bash", "-euc", block],
            cwd=ROOT,
            env=outside,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def run(self, block: str) -> str:
        process = self.start(block)
        out, _ = process.communicate(timeout=300)
        assert process.returncode == 0, out
        return out

    def stop(self) -> None:
        for process in self.started:
            try:
                os.killpg(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                continue
            process.communicate(timeout=20)
