"""The documents that the command shows are those of the library."""

from __future__ import annotations

import json

import pytest
from command_line import ran
from idenfy_rules import Policy
from idenfy_rules.command.documents import BUILT_IN


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_policy_is_shown_whole(name: str) -> None:
    told = ran("policy", "show", name, "--json")
    assert told.out == BUILT_IN[name]().to_json() + "\n"
    assert Policy.from_json(told.out) == BUILT_IN[name]()
    shown = ran("policy", "show", name).out
    assert all(f"\n{rule} " in shown for rule in BUILT_IN[name]().rule_ids)


def test_the_schema_is_printed() -> None:
    for arguments in (("policy", "schema"), ("policy", "schema", "--json")):
        assert json.loads(ran(*arguments).out) == Policy.json_schema()
