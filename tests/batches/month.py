"""A month of webhooks of invented people, as a service would have kept them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import webhooks
from draw import Draw

COUNT = 3_000
START = datetime.datetime(2026, 11, 1)  # in UTC, like all of them
BETWEEN = datetime.timedelta(days=30) / COUNT


def bodies() -> list[bytes]:
    """One body a line, and some that cannot be used. Of some people there are two verdicts."""
    draw = Draw("month")
    found = [webhooks.body(draw, number) for number in range(COUNT)]
    for number in range(0, COUNT, 100):
        twice = json.loads(found[number]) | {"scanRef": json.loads(found[number + 1])["scanRef"]}
        found[number] = json.dumps(twice)
    found[7], found[1_500] = "oops", found[1_500][:-1]
    return [body.encode() for body in found]


def write(folder: Path) -> list[bytes]:
    """Writes ``month.ndjson`` and ``month.parquet`` and gives the bodies."""
    found = bodies()
    (folder / "month.ndjson").write_bytes(b"".join(body + b"\n" for body in found))
    received = [START + number * BETWEEN for number in range(COUNT)]
    columns = {"received": received, "event": pa.nulls(COUNT, pa.string()), "body": found}
    parquet.write_table(pa.table(columns), folder / "month.parquet", row_group_size=700)
    return found
