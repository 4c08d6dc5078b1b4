"""What ``help()`` and hover texts say, and that their examples are true."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import idenfy_rules
import pytest

SOURCE = Path(__file__).parents[1] / "python" / "idenfy_rules"
# What imports pyarrow is read by the tests of batches.
FILES = sorted({*SOURCE.glob("*.py"), *SOURCE.glob("*.pyi")} - {SOURCE / "arrow.py"})

# These give an object without being able to fail, or read it back.
WITHOUT_ERRORS = {"documented", "strict", "json_schema"}


def docstrings(path: Path) -> Iterator[tuple[str, str]]:
    """Every docstring of a file, with the qualified name that it belongs to."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    todo: list[tuple[str, ast.AST]] = [(path.name, tree)]
    while todo:
        name, node = todo.pop()
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield name, text
            for inner in node.body:
                todo.append((f"{name}.{getattr(inner, 'name', '')}", inner))


def test_the_examples_are_true() -> None:
    parser, examples = doctest.DocTestParser(), 0
    failures: list[str] = []
    for path in FILES:
        for name, text in docstrings(path):
            test = parser.get_doctest(text, dict(vars(idenfy_rules)), name, str(path), 0)
            examples += len(test.examples)
            runner = doctest.DocTestRunner(verbose=False)
            runner.run(test, out=failures.append)
    assert not failures, "".join(failures)
    assert examples > 30


def calls() -> Iterator[tuple[str, Any]]:
    """Every public call: functions, and the methods that take more than the object."""
    for name in idenfy_rules.__all__:
        value = getattr(idenfy_rules, name)
        if inspect.isbuiltin(value) or isinstance(value, FunctionType):
            yield name, value
    for kind in (idenfy_rules.Policy, idenfy_rules.Record):
        for name, value in inspect.getmembers(kind, callable):
            if not name.startswith(("_", "to_")):
                yield f"{kind.__name__}.{name}", value


CALLS = dict(calls())


def texts(name: str) -> dict[str, str]:
    """What help() says, and what an editor shows."""
    found = [
        text
        for path in FILES
        for place, text in docstrings(path)
        if place.partition("py")[2].removeprefix("i").removeprefix(".") == name
    ]
    assert len(found) == 1, f"{name} has {len(found)} docstrings"
    return {"help": inspect.getdoc(CALLS[name]) or "", "hover": found[0]}


def faults(name: str, text: str) -> Iterator[str]:
    """What a text does not say. One that refers to another call need not repeat it."""
    if "\nSource: " not in text:
        yield "no source"
    if "\nRaises " not in text and name.rpartition(".")[2] not in WITHOUT_ERRORS:
        yield "no errors"
    refers = re.search(r"(?:as|those) (?:for|of) `|are its own", text)
    for parameter in inspect.signature(CALLS[name]).parameters:
        if parameter != "self" and f"`{parameter}`" not in text and not refers:
            yield f"nothing about {parameter}"


@pytest.mark.parametrize("name", CALLS)
def test_a_call_says_what_it_takes_what_it_raises_and_where_it_is_from(name: str) -> None:
    found = {where: list(faults(name, text)) for where, text in texts(name).items()}
    assert found == {"help": [], "hover": []}


def test_every_public_class_and_attribute_has_a_text() -> None:
    silent = []
    for name in idenfy_rules.__all__:
        value = getattr(idenfy_rules, name)
        if not isinstance(value, type):
            continue
        assert value.__doc__, name
        if value.__module__ == "idenfy_rules":
            silent += [
                f"{name}.{member}"
                for member, found in vars(value).items()
                if not member.startswith("_") and not (found.__doc__ or hasattr(found, "_value"))
            ]
    assert silent == []
