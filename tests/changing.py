"""Follows docs/changing.md to the letter: `make test-changing`.

Copies the tree below target/, applies the blocks of the page as they stand there, and sees that

1. the vectors alone fail: each section has one that claims something new;
2. the rows alone fail, in the tests of coverage that the page names and in no other;
3. together they pass, with the tests of the tables, once what is generated is written anew; of the
   vectors only those of the fingerprint of `strict` fail, which the page says, too.

Whatever the page names has to be there exactly once, so this fails when the tree has moved on.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/changing.md"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
# Always the same place, so that cargo builds again only what has changed.
COPY = TARGET / "changing/tree"
# A place of its own: cargo cannot tell the packages of the copy from those of the tree, and would
# take the changed ones for the tree's.
BUILT = TARGET / "changing/target"
# The rest is the tree.
NOT_COPIED = shutil.ignore_patterns(
    TARGET.name, "target", ".git", ".venv*", "__pycache__", ".*_cache", "*.so", "*.db*"
)

STEP = re.compile(
    r"^In `(?P<file>[^`\n]+)`, (?P<where>after|before|instead of) `(?P<mark>[^`\n]+)`:\n\n"
    r"```\w+\n(?P<lines>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COVERAGE = re.compile(r"[Ww]ithout a vector\s+`(\w+)`\s+fails")
FAILED = re.compile(r"^test (?:\w+::)*(\w+) \.\.\. FAILED$", re.MULTILINE)
TESTS_OF_TABLES = ("docs", "token_docs", "webhook_docs", "policy_show", "policy_testing")


@dataclass(frozen=True)
class Step:
    """One block of the page: these lines, at that place of that file."""

    file: str
    where: str
    mark: str
    lines: str

    @property
    def is_vector(self) -> bool:
        return self.file.startswith("tests/vectors/")

    def names(self) -> list[str]:
        """Those of the cases, if it is a vector."""
        return [case["name"] for case in json.loads(f"[{self.lines.strip().rstrip(',')}]")]

    def apply(self) -> None:
        place = COPY / self.file
        lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
        found = [number for number, line in enumerate(lines) if self.mark in line]
        assert len(found) == 1, f"{self.file} has `{self.mark}` {len(found)} times"
        start = found[0] + (self.where == "after")
        end = found[0] + (self.where != "before")
        lines[start:end] = [self.lines]
        place.write_text("".join(lines), encoding="utf-8")

    def undo(self) -> None:
        shutil.copyfile(ROOT / self.file, COPY / self.file)


def read_page() -> tuple[list[list[Step]], set[str]]:
    """The steps of each section, and the tests that the page says fail without a vector."""
    sections, named = [], set()
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title = section.partition("\n")[0]
        steps = [Step(**step.groupdict()) for step in STEP.finditer(section)]
        assert 2 * len(steps) == section.count("\n```"), f"{title}: a block that is no step"
        vectors = sum(step.is_vector for step in steps)
        assert 0 < vectors < len(steps), f"{title}: no vector, or nothing else"
        sections.append(steps)
        named.update(COVERAGE.findall(section))
    assert len(named) == len(sections) > 4, f"not every section names a test: {named}"
    return sections, named


def copy_tree() -> None:
    """With new times: cargo takes a file that went back to an older state for unchanged."""
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT, COPY, ignore=NOT_COPIED, copy_function=shutil.copyfile)


def failing(*arguments: str) -> tuple[set[str], str]:
    """The names of the tests that fail, and what was printed."""
    command = [os.environ.get("CARGO", "cargo"), "test", "--locked", "--no-fail-fast", *arguments]
    command += ["--", "--skip", "analysis"]  # slow, and no part of what the page changes
    environment = {**os.environ, "CARGO_TARGET_DIR": str(BUILT), "BLESS": "1"}
    done = subprocess.run(
        command, cwd=COPY, env=environment, capture_output=True, text=True, check=False
    )
    printed = done.stdout + done.stderr
    found = set(FAILED.findall(printed))
    assert "test result: " in printed and (found or done.returncode == 0), printed
    return found, printed


def main() -> None:
    sections, named = read_page()
    copy_tree()
    steps = [step for section in sections for step in section]
    vectors = [step for step in steps if step.is_vector]

    for step in steps:  # costs nothing, and says first what is no longer there
        step.apply()
    for step in steps:
        step.undo()

    for step in vectors:
        step.apply()
    _, printed = failing("--test", "conformance")
    for step in vectors:
        assert any(f": {name}: " in printed for name in step.names()), f"{step} says nothing new"
        step.undo()

    for step in steps:
        if not step.is_vector:
            step.apply()
    found, printed = failing("--test", "coverage")
    assert found == named, f"{found} fail, the page says {named}\n{printed}"

    for step in vectors:
        step.apply()
    packages = ["--package", "idenfy-rules", "--package", "idenfy-rules-tests", "--lib"]
    tests = [f"--test={name}" for name in ("coverage", "conformance", *TESTS_OF_TABLES)]
    found, printed = failing(*packages, *tests)
    assert found == {"policy_vectors"} and "strict and nothing more" in printed, printed
    print(f"docs/changing.md: {len(steps)} blocks do what the page says")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as fault:
        sys.exit(f"docs/changing.md does not hold: {fault}")
