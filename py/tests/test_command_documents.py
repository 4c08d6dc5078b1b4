"""The documents that the command shows are those of the core."""

from __future__ import annotations

import os
from pathlib import Path

import idenfy_rules
import pytest
from command_line import ran
from idenfy_rules import Policy
from idenfy_rules.command.documents import BUILT_IN

PROJECT = Path(__file__).parents[2]
SOURCE = Path(__file__).parents[1] / "python/idenfy_rules/command/documents"
BUILTIN = PROJECT / "core/src/policy/builtin"
COPIES = {
    **{f"{name}.json": BUILTIN / f"{name}.json" for name in BUILT_IN},
    "policy.schema.json": PROJECT / "docs/policy.schema.json",
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_the_original(name: str) -> None:
    if os.environ.get("BLESS"):
        (SOURCE / name).write_bytes(COPIES[name].read_bytes())
    fresh = (SOURCE / name).read_bytes() == COPIES[name].read_bytes()
    assert fresh, "write it anew: BLESS=1 python -m pytest tests/test_command_documents.py"


def test_there_is_no_other_document() -> None:
    packed = Path(idenfy_rules.__file__).parent / "command/documents"
    assert {path.name for path in packed.iterdir()} == COPIES.keys()
    assert {f"{name}.json" for name in BUILT_IN} == {path.name for path in BUILTIN.iterdir()}


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_policy_is_shown_as_it_is(name: str) -> None:
    told = ran("policy", "show", name, "--json")
    assert told.out == COPIES[f"{name}.json"].read_text()
    assert Policy.from_json(told.out) == BUILT_IN[name]()
    shown = ran("policy", "show", name).out
    assert all(f"\n{rule} " in shown for rule in BUILT_IN[name]().rule_ids)


def test_the_schema_is_printed() -> None:
    for arguments in (("policy", "schema"), ("policy", "schema", "--json")):
        assert ran(*arguments).out == COPIES["policy.schema.json"].read_text()
