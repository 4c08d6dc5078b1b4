"""The JSON Schema of policies takes every policy that loads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

PROJECT = Path(__file__).parents[2]
SCHEMA = json.loads((PROJECT / "docs/policy.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# What a schema sees: words, keys and shapes. The rest is found when a policy is loaded.
SEEN = {
    "policy.format_unsupported",
    "policy.missing_key",
    "policy.unknown_fact",
    "policy.unknown_key",
    "policy.unknown_operator",
    "policy.unknown_outcome",
    "policy.unknown_state",
    "policy.why_required",
}


def policies() -> Iterator[Path]:
    yield from sorted((PROJECT / "core/src/policy/builtin").glob("*.json"))
    examples = sorted((PROJECT / "core/examples/policies").glob("*.json"))
    yield from (path for path in examples if not path.name.endswith(".test.json"))


def cases() -> list[dict[str, Any]]:
    files = sorted((PROJECT / "tests/vectors/policy").glob("*.json"))
    found = [case for file in files for case in json.loads(file.read_text())["cases"]]
    return [case for case in found if "document" in case["input"]]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", list(policies()), ids=lambda path: path.stem)
def test_it_takes_the_policies_of_the_project(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text()))


def test_it_takes_what_loads_and_refuses_what_it_can_see() -> None:
    taken = refused = 0
    for case in cases():
        valid = VALIDATOR.is_valid(case["input"]["document"])
        error = case["expect"].get("error")
        if error is None:
            assert valid, case["name"]
            taken += 1
        elif error in SEEN:
            assert not valid, case["name"]
            refused += 1
    assert taken > 20 and refused > 40, (taken, refused)
