"""Whether the database holds what the scenarios say and no more, and whether memory was flat."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scenarios import FORGED, UNUSABLE, Row, Scenario

# The last fifth of the samples may be this much above the second: the first is for warming up.
FIFTHS, MAY_GROW = 5, 0.1
FEWEST_SAMPLES = 60

CONFLICTS = {"stricter", "milder"}  # the kinds that mark one


@dataclass(frozen=True)
class Stored:
    """The tables, by scanRef and in their order. What a scenario accounts for is taken out."""

    records: dict[str, dict]
    decisions: dict[str, list[tuple[str, str]]]
    actions: dict[str, list[tuple[str, str]]]
    notices: set[str]


def read(database: Path) -> Stored:
    with closing(sqlite3.connect(database)) as db:
        records = dict(db.execute("SELECT scan_ref, record FROM verification"))
        decisions = db.execute("SELECT scan_ref, body_sha256, kind FROM decision ORDER BY rowid")
        actions = db.execute("SELECT scan_ref, body_sha256, outcome FROM action ORDER BY id")
        return Stored(
            {scan_ref: json.loads(record) for scan_ref, record in records.items()},
            by_scan_ref(decisions),
            by_scan_ref(actions),
            {body_sha256 for (body_sha256,) in db.execute("SELECT body_sha256 FROM notice")},
        )


def by_scan_ref(rows: Iterable[tuple[str, str, str]]) -> dict[str, list[tuple[str, str]]]:
    found = defaultdict(list)
    for scan_ref, *row in rows:
        found[scan_ref].append(tuple(row))
    return dict(found)


def database_faults(database: Path, played: Iterable[Scenario]) -> Iterator[str]:
    """What differs from the scenarios that were played; nothing if all is well."""
    stored = read(database)
    for scenario in played:
        if scenario.endings:
            yield from verification_faults(stored, scenario)
        for body_sha256 in scenario.notices:
            if body_sha256 not in stored.notices:
                yield f"{scenario.scan_ref}: the notice is lost"
            stored.notices.discard(body_sha256)
    for table in ("records", "decisions", "actions", "notices"):
        for left in sorted(getattr(stored, table)):
            yield f"{left}: nobody sent this, and it is in the {table}"
    kept = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    for refused in (FORGED, UNUSABLE):
        if refused.encode() in kept:
            yield f"a text of {refused}* is in the database"


def verification_faults(stored: Stored, scenario: Scenario) -> Iterator[str]:
    record = stored.records.pop(scenario.scan_ref, {})
    decisions = stored.decisions.pop(scenario.scan_ref, [])
    actions = stored.actions.pop(scenario.scan_ref, [])
    ending = next((rows for rows in scenario.endings if decisions == decided(rows)), None)
    if ending is None:
        yield f"{scenario.scan_ref}: the decisions are {[kind for _, kind in decisions]}"
        return
    if actions != acted(ending):
        yield f"{scenario.scan_ref}: the actions are {[outcome for _, outcome in actions]}"
    wrong = [
        key for key, value in final_record(scenario, ending).items() if record.get(key) != value
    ]
    if wrong:
        yield f"{scenario.scan_ref}: the record differs in {wrong}"


def decided(ending: list[Row]) -> list[tuple[str, str]]:
    return [(row.digest, row.kind) for row in ending]


def acted(ending: list[Row]) -> list[tuple[str, str]]:
    return [(row.digest, row.action) for row in ending if row.action]


def final_record(scenario: Scenario, ending: list[Row]) -> dict[str, object]:
    return {
        "scan_ref": scenario.scan_ref,
        "outcome": acted(ending)[-1][1],
        "verified": True,
        "seen": [row.digest for row in ending],
        "conflict": any(row.kind in CONFLICTS for row in ending),
        "reopened": any(row.kind == "reopen" for row in ending),
    }


@dataclass(frozen=True)
class Memory:
    """The median of each fifth of the samples, KiB."""

    fifths: list[float]

    @classmethod
    def of(cls, samples: list[int]) -> "Memory | None":
        """None when there are too few to judge."""
        if len(samples) < FEWEST_SAMPLES:
            return None
        size = len(samples) // FIFTHS
        return cls([median(samples[at * size : (at + 1) * size]) for at in range(FIFTHS)])

    @property
    def grown(self) -> float:
        return self.fifths[-1] / self.fifths[1] - 1

    def faults(self) -> Iterator[str]:
        if self.grown > MAY_GROW:
            yield f"memory grew by {self.grown:.1%}, more than {MAY_GROW:.0%}"
