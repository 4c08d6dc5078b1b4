"""The recipes of the page give the figures of the library."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import polars
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from idenfy_rules import Policy
from idenfy_rules.arrow import COMPARISON_SCHEMA, DECISION_SCHEMA, compare_batches
from month import COUNT, START
from plain import answers, figures, recorded
from recipes import CODE, SECTIONS, run

OLD, NEW = Policy.documented(), Policy.strict()


def changes(found: dict[str, Any]) -> Counter[tuple[str, str]]:
    return Counter((each["old_outcome"], each["new_outcome"]) for each in found["changed"])


def people(found: dict[str, Any]) -> dict[tuple[str, str], int]:
    """Of how many people there are lines that change so."""
    sets: dict[tuple[str, str], set[str]] = {}
    for each in found["changed"]:
        change = (each["old_outcome"], each["new_outcome"])
        sets.setdefault(change, set()).add(each["scan_ref"])
    return {change: len(those) for change, those in sets.items()}


def counted(found: dict[str, Any]) -> set[tuple[str, str, int, int]]:
    those = people(found)
    return {(*change, count, those[change]) for change, count in changes(found).items()}


@pytest.fixture
def claimed(bodies: list[bytes]) -> dict[str, Any]:
    """What the library itself finds in the month."""
    found = recorded(OLD, NEW, bodies)
    assert found["webhooks"] == COUNT - 2
    assert len(found["changed"]) > found["people"] > 500
    assert ("accept", "reject") in changes(found)
    return found


def test_with_pyarrow(claimed: dict[str, Any], bodies: list[bytes]) -> None:
    [names] = run("pyarrow")
    decided = parquet.read_table("decided.parquet")
    assert decided.schema == DECISION_SCHEMA
    assert decided.to_pylist() == answers(OLD, bodies)
    assert figures(names["compared"]) == claimed
    rows = names["counts"].to_pylist()
    found = {(row["old_outcome"], row["new_outcome"]): row["count_all"] for row in rows}
    assert found.items() >= changes(claimed).items()
    assert sum(found.values()) == COUNT


def test_with_duckdb(claimed: dict[str, Any], bodies: list[bytes]) -> None:
    names, later = run("DuckDB")
    table = names["database"].table("compared").to_arrow_table()
    assert table.cast(COMPARISON_SCHEMA) == compare_batches(
        OLD, NEW, pa.table({"body": bodies})
    ).read_all()
    assert set(names["counts"]) == counted(claimed)
    assert len(names["changed"]) == len(claimed["changed"])
    for (received, row, scan_ref, *_), each in zip(
        names["changed"], claimed["changed"], strict=True
    ):
        assert (row + 1, scan_ref) == (each["line"], each["scan_ref"])
        assert received >= START
    outcomes = Counter(each["outcome"] for each in answers(NEW, bodies))
    assert dict(later["outcomes"]) == outcomes
    assert outcomes[None] == 2


def test_with_polars(claimed: dict[str, Any], bodies: list[bytes]) -> None:
    names, later = run("Polars")
    assert figures(names["compared"].to_arrow()) == claimed
    assert set(names["counts"].iter_rows()) == counted(claimed)
    assert names["changed"].height == len(claimed["changed"])
    assert names["month"].columns == ["received", *COMPARISON_SCHEMA.names]
    assert isinstance(names["month"]["received"][0], type(START))
    assert later["webhooks"] == COUNT
    assert polars.read_lines("month.ndjson", name="body")["body"].to_list() == [
        body.decode() for body in bodies
    ]


def test_every_recipe_has_a_test() -> None:
    assert set(CODE) == {"first", "pyarrow", "DuckDB", "Polars", "Spark"}


def test_the_page_has_the_columns() -> None:
    found = re.findall(r"^\| `(\w+)` \| `(.+?)` \|", SECTIONS["Rows"], re.M)
    schemas = [*DECISION_SCHEMA, *COMPARISON_SCHEMA]
    assert found == [(field.name, str(field.type)) for field in schemas]
