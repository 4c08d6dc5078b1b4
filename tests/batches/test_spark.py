"""The recipe for Spark, on this machine alone."""

from __future__ import annotations

import sys
import warnings
from typing import Any

import pytest
from idenfy_rules import Policy
from plain import recorded
from recipes import run

pytestmark = pytest.mark.spark


@pytest.fixture
def session(bodies: list[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.files.maxPartitionBytes", "2m")
        .getOrCreate()
    )
    yield made
    made.stop()


def test_with_spark(session: Any, bodies: list[bytes]) -> None:
    claimed = recorded(Policy.documented(), Policy.strict(), bodies)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of another project
        [names] = run("Spark")
        assert names["recorded"].rdd.getNumPartitions() > 1
        compared, errors = names["compared"], names["compared"].where("error IS NOT NULL")
        assert (compared.count(), errors.count()) == (len(bodies), len(claimed["unusable"]))
    changed = [row.asDict() for row in names["changed"]]
    for each in claimed["changed"]:
        del each["line"]
    assert in_order(changed) == in_order(claimed["changed"])
    assert sum(row["count"] for row in names["counts"]) == len(changed)


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Partitions come in any order."""
    return sorted(rows, key=lambda row: (row["scan_ref"], row["old_outcome"], row["new_outcome"]))
