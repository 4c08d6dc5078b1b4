"""Two policies on the same batches: the figures are those of ``Policy.diff_recorded``."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from idenfy_rules import Policy
from idenfy_rules.arrow import COMPARISON_SCHEMA, compare_batches
from plain import batches, figures, recorded
from support import APPROVED, ASKS_AGE, refusal
from test_batch import webhooks

DOCUMENTED = Policy.documented()
STRICT = Policy.strict()


def lines() -> list[bytes]:
    """The vectors; a line of white space alone would be no record of NDJSON."""
    return [line for line in webhooks() if line.strip()]


@pytest.mark.parametrize("size", [1, 333, 100_000])
def test_the_figures_are_those_of_the_library(size: int) -> None:
    for old, new in ((DOCUMENTED, STRICT), (STRICT, DOCUMENTED)):
        found = compare_batches(old, new, batches(lines(), pa.binary(), size)).read_all()
        assert found.schema == COMPARISON_SCHEMA
        assert figures(found) == recorded(old, new, lines())
        assert found.num_rows == len(lines())
        assert figures(found)["changed"] and figures(found)["unusable"]


def test_a_policy_agrees_with_itself() -> None:
    found = compare_batches(STRICT, STRICT, batches(lines(), pa.binary_view(), 500), threads=2)
    changed = found.read_all()["changed"]
    assert set(changed.to_pylist()) == {False, None}


def test_what_cannot_be_decided_has_not_changed() -> None:
    table = pa.table({"body": [b"oops", None]})
    [first, second] = compare_batches(DOCUMENTED, STRICT, table).read_all().to_pylist()
    nothing: dict[str, Any] = dict.fromkeys(COMPARISON_SCHEMA.names)
    assert first == nothing | {"row": 0, "error": "webhook.not_json"}
    assert second == nothing | {"row": 1, "error": "webhook.empty"}


def test_columns_and_events_are_those_of_both() -> None:
    fake = APPROVED.replace(b'"APPROVED"', b'"APPROVED", "autoDocument": "DOC_FAKE"')
    table = pa.table({"content": [fake, fake], "event": [None, "COMPANY_REVIEW"]})
    found = compare_batches(DOCUMENTED, STRICT, table, column="content", event_column="event")
    assert found.read_all()["new_outcome"].to_pylist() == ["review", "none"]


def test_both_policies_are_asked_at_once_for_what_they_need() -> None:
    asks = Policy.from_json(ASKS_AGE)
    for pair in ((asks, STRICT), (STRICT, asks)):
        assert refusal(compare_batches, *pair, []).code == "policy.today_required"
    table = pa.table({"body": [APPROVED]})
    found = compare_batches(asks, STRICT, table, today="2026-11-20").read_all()
    assert found["old_outcome"].to_pylist() == ["review"]
