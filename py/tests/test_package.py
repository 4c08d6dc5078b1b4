"""The package: what it exports, threads, its README, its types."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import is_typeddict

import idenfy_rules
import pytest
import vectors
from idenfy_rules import Policy, validate_token
from support import APPROVED

PROJECT = Path(__file__).parents[1]

# Pickled by their own module, or looked up in it by `typing.get_type_hints`.
OWN_MODULE = {
    name
    for name, value in vars(idenfy_rules).items()
    if isinstance(value, type) and (is_typeddict(value) or issubclass(value, Exception | Enum))
}


def test_all_names_exist_and_have_a_docstring() -> None:
    assert idenfy_rules.__all__ == sorted(idenfy_rules.__all__)
    for name in idenfy_rules.__all__:
        value = getattr(idenfy_rules, name)
        assert name == "__version__" or value.__doc__, name
    # The command is a submodule of its own, there once a test has imported it.
    public = {name for name in vars(idenfy_rules) if not name.startswith("_")} - {"command"}
    assert public | {"__version__"} == set(idenfy_rules.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    assert idenfy_rules.__version__ == importlib.metadata.version("idenfy-rules")


def test_classes_belong_to_the_package() -> None:
    for name in idenfy_rules.__all__:
        value = getattr(idenfy_rules, name)
        if name not in OWN_MODULE and isinstance(value, type):
            assert value.__module__ == "idenfy_rules"


def together(work: Callable[[], object], threads: int = 8) -> None:
    started = [threading.Thread(target=work) for _ in range(threads)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()


def test_threads_share_a_policy() -> None:
    policy = Policy.strict()
    small = b'{"scanRef": "s", "status": {"overall": "APPROVED"}, "final": true}'
    large = small.replace(b"{", b'{"pad": "' + b"x" * 70_000 + b'", ', 1)
    expected = {body: policy.evaluate(body) for body in (small, large)}
    wrong: list[object] = []

    def work() -> None:
        for _ in range(200):
            wrong.extend(body for body in expected if policy.evaluate(body) != expected[body])
            if validate_token(small).is_valid:
                wrong.append("valid")

    together(work)
    assert wrong == []


def test_threads_share_decisions() -> None:
    policy = Policy.strict()
    ndjson = b"\n".join([APPROVED] * 500)
    for _ in range(20):
        decisions = policy.evaluate_many(ndjson, threads=2)
        seen: list[tuple[object, ...]] = []
        together(lambda: seen.append((decisions.line, decisions.outcome, decisions.rules)))
        assert len(seen) == 8
        assert all(each[0] is seen[0][0] and each[1] is seen[0][1] for each in seen)


@pytest.mark.parametrize("folder", [PROJECT, PROJECT.parent], ids=["package", "project"])
def test_the_example_of_the_readme_runs(folder: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (folder / "README.md").read_text(), re.DOTALL)
    assert len(blocks) == 1
    exec(compile(blocks[0], "README.md", "exec"), {})


def words_of_the_stub(name: str) -> set[str]:
    """The members of a Literal in a stub; it has no counterpart at run time."""
    stub = ast.parse((PROJECT / "python/idenfy_rules/_closed.pyi").read_text())
    [found] = [
        node.value
        for node in stub.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name
    ]
    assert isinstance(found, ast.Subscript)
    return set(ast.literal_eval(found.slice))


@pytest.mark.parametrize(
    ("name", "area", "key"),
    [("_Outcome", "webhook", "outcome"), ("_Action", "response", "action")],
)
def test_the_closed_words_of_the_stub_are_those_of_the_vectors(
    name: str, area: str, key: str
) -> None:
    claimed = {case.expect[key] for case in vectors.read(area) if key in case.expect}
    assert words_of_the_stub(name) == claimed


def test_the_kinds_of_the_stub_are_those_of_the_vectors() -> None:
    cases = vectors.read("history")
    claimed = {kind for case in cases for kind in case.expect.get("kinds", [])}
    assert words_of_the_stub("_TransitionKind") == claimed


def test_the_stub_is_that_of_the_binary() -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "idenfy_rules"]
    command += ["--mypy-config-file", "pyproject.toml"]
    command += ["--allowlist", "stubtest-allowlist.txt", "--ignore-unused-allowlist"]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
