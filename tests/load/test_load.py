"""A few seconds of load, and whether the checks would see what they are for."""

import shutil
import sqlite3
from contextlib import closing
from itertools import islice

import pytest
from checks import FEWEST_SAMPLES, Memory, database_faults
from program import Receiver
from report import report
from run import READ_MS, Load, run
from scenarios import scenarios
from tables import FORGERIES, HANDLING

SHORT = Load("python", most=200, rate=100, connections=16, seed=2)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    receiver = Receiver("python", tmp_path_factory.mktemp("load"), RECEIVER_READ_MS=READ_MS)
    return run(SHORT, receiver), receiver.database


def played():
    return islice(scenarios(SHORT.seed), SHORT.most)


def test_every_delivery_is_decided_once_and_every_forgery_refused(loaded):
    outcome, _ = loaded
    assert outcome.faults == []
    kinds = {kind for kind, _ in outcome.tally.answers}
    assert {"genuine", "duplicate", "truncated", "broken off", "slow", "notice"} <= kinds
    assert {f"forged: {kind}" for kind in FORGERIES} <= kinds
    assert outcome.tally.played == SHORT.most


def test_the_report_counts_every_request(loaded):
    outcome, _ = loaded
    text = report(SHORT, outcome, 2)
    assert f"| requests | {outcome.tally.answers.total():,}, " in text
    assert "not judged: " in text


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("DELETE FROM verification WHERE scan_ref = :one", "the record differs"),
        ("UPDATE verification SET record = replace(record, ':true', ':false')", "record differs"),
        ("DELETE FROM decision WHERE scan_ref = :one", "the decisions are []"),
        ("UPDATE decision SET kind = 'refresh' WHERE scan_ref = :one", "decisions are ['refresh'"),
        ("DELETE FROM action WHERE scan_ref = :one", "the actions are []"),
        (
            "INSERT INTO action (scan_ref, outcome, body_sha256) VALUES (:one, 'accept', '0')",
            "'accept']",
        ),
        ("UPDATE action SET outcome = 'wait' WHERE scan_ref = :one", "the actions are ['wait'"),
        ("INSERT INTO verification VALUES ('stranger', '{}')", "stranger: nobody sent this"),
        ("INSERT INTO notice (body_sha256, decision) VALUES ('0', '')", "0: nobody sent this"),
        ("DELETE FROM notice", "the notice is lost"),
        (
            "INSERT INTO notice (body_sha256, decision) VALUES ('0', 'forged-00000001')",
            "a text of forged-*",
        ),
    ],
)
def test_a_database_that_differs_is_seen(loaded, tmp_path, sql, fault):
    _, database = loaded
    changed = shutil.copy(database, tmp_path)
    with closing(sqlite3.connect(changed)) as db, db:
        [one] = db.execute("SELECT min(scan_ref) FROM verification").fetchone()
        assert db.execute(sql, {"one": one}).rowcount
    assert any(fault in found for found in database_faults(tmp_path / database.name, played()))


def test_a_delivery_that_never_arrived_is_seen(loaded):
    """Some more scenarios than were played."""
    _, database = loaded
    more = islice(scenarios(SHORT.seed), SHORT.most + 20)
    assert any("the decisions are []" in found for found in database_faults(database, more))


def test_the_same_seed_plays_the_same():
    first, again, other = (list(islice(scenarios(seed), 500)) for seed in (1, 1, 2))
    assert first == again != other
    kinds = {delivery.kind for scenario in first for step in scenario.steps for delivery in step}
    assert set(HANDLING) | {f"forged: {kind}" for kind in FORGERIES} <= kinds


@pytest.mark.parametrize(
    ("samples", "is_flat"),
    [
        ([10_000] * 100, True),
        ([1_000] * 20 + [10_000] * 80, True),
        ([10_000] * 80 + [10_900] * 20, True),
        ([10_000] * 80 + [11_100] * 20, False),
        (list(range(10_000, 20_000, 100)), False),
    ],
)
def test_memory_that_grows_is_seen(samples, is_flat):
    assert (not list(Memory.of(samples).faults())) == is_flat


def test_a_short_run_does_not_judge_memory():
    assert Memory.of([1] * (FEWEST_SAMPLES - 1)) is None
