"""Every row has the answer of its body alone, whatever holds it and whatever is in it."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from typing import Any

import duckdb
import polars
import pyarrow as pa
import pytest
import vectors
from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import Policy
from idenfy_rules.arrow import DECISION_SCHEMA, decide_batches
from memory import resident
from plain import BINARIES, TEXTS, answers, batches
from support import APPROVED, ASKS_AGE, lets_others_run, policy_of, refusal

STRICT = Policy.strict()
LIMIT = 1 << 20
DENIED = APPROVED.replace(b"APPROVED", b"DENIED")

# Bodies that are no line of NDJSON, or would be another one.
AWKWARD = [
    json.dumps(json.loads(APPROVED), indent=2).encode(),
    APPROVED.replace(b": ", b":\r\n") + b"\n",
    APPROVED + b"\r",
    APPROVED[:-1] + b" " * (LIMIT - len(APPROVED)) + b"}\r",
    APPROVED + b"\n" + APPROVED,
    APPROVED.replace(b'"s"', b'"s\ns"'),
    APPROVED.replace(b'"s"', b'"s\rs"'),
    b"\n",
    b"\n" + APPROVED,
    b"",
    b" \t",
    b" \t\r",
    b"\x0b\x0c",
    b" " * (LIMIT + 1),
    b"\xef\xbb\xbf" + APPROVED,
    b"\0",
    b"\xff",
    b"{oops",
    None,
]


def of_vectors() -> list[bytes]:
    """The bodies of all webhook vectors, and those that can be on several lines."""
    found = []
    for case in vectors.read("webhook"):
        body_keys = case.input.keys() & {"payload", "body", "body_base64"}
        body = vectors.forms({key: case.input[key] for key in body_keys}, "payload")[0]
        found.append(body)
        if "payload" in case.input:
            found.append(json.dumps(case.input["payload"], indent=1).encode())
    return found


def is_text(body: bytes | None) -> bool:
    try:
        return body is None or body.decode() is not None
    except UnicodeDecodeError:
        return False


def rows(reader: pa.RecordBatchReader) -> list[dict[str, Any]]:
    table = reader.read_all()
    table.validate(full=True)
    assert table.schema == DECISION_SCHEMA
    found: list[dict[str, Any]] = table.to_pylist()
    return found


@pytest.mark.parametrize("name", ["documented", "strict"])
def test_the_vectors_have_the_same_answers_in_batches(name: str) -> None:
    policy, bodies = policy_of(name), of_vectors()
    assert len([body for body in bodies if b"\n" in body]) > 1000
    claimed = answers(policy, bodies, digest=True)
    for size in (1, 300, len(bodies)):
        source = batches(bodies, pa.binary(), size)
        assert rows(decide_batches(policy, source, digest=True, threads=2)) == claimed


KINDS = [
    *TEXTS,
    *BINARIES,
    *(pa.dictionary(pa.int32(), kind) for kind in (*TEXTS[:2], *BINARIES[:2])),
    pa.json_(),
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_bodies_are_text_or_binary_of_any_kind(kind: pa.DataType) -> None:
    values = getattr(kind, "storage_type", getattr(kind, "value_type", kind))
    bodies = [APPROVED, *AWKWARD, DENIED]
    if values in TEXTS:
        bodies = [body for body in bodies if is_text(body)]
    claimed = answers(STRICT, bodies, digest=True)
    assert rows(decide_batches(STRICT, batches(bodies, kind, 7), digest=True)) == claimed


def test_a_line_feed_does_not_make_two_bodies_nor_a_good_one() -> None:
    table = pa.table({"body": [APPROVED + b"\n" + APPROVED, APPROVED.replace(b'"s"', b'"s\ns"')]})
    found = decide_batches(STRICT, table).read_all()
    assert found["outcome"].to_pylist() == [None, None]
    assert found["error"].to_pylist() == ["webhook.not_json"] * 2


BODIES = st.sampled_from([APPROVED, DENIED, *AWKWARD[:3], *AWKWARD[4:12], None]) | st.binary()
EVENTS = st.sampled_from(["VERIFICATION_AUTO_FINISHED", "COMPANY_REVIEW", "", "x\n", None])


@given(st.lists(st.lists(st.tuples(BODIES, EVENTS))), st.booleans())
def test_every_batch_has_one_and_every_row_has_one(
    parts: list[list[tuple[bytes | None, str | None]]], digest: bool
) -> None:
    source = [
        pa.record_batch(
            {
                "content": pa.array([body for body, _ in part], pa.binary()),
                "event": pa.array([event for _, event in part], pa.string()).dictionary_encode(),
            }
        )
        for part in parts
    ]
    found = list(
        decide_batches(STRICT, source, column="content", event_column="event", digest=digest)
    )
    assert [batch.num_rows for batch in found] == [len(part) for part in parts]
    all_rows = [row for part in parts for row in part]
    claimed = answers(
        STRICT, [body for body, _ in all_rows], [event for _, event in all_rows], digest=digest
    )
    assert [row for batch in found for row in batch.to_pylist()] == claimed


def test_an_event_is_that_of_its_row() -> None:
    events = [None, "COMPANY_REVIEW", None, "COMPANY_REVIEW"]
    table = pa.table({"body": [APPROVED, APPROVED, DENIED, b"oops"], "event": events})
    found = decide_batches(STRICT, table, event_column="event").read_all()
    assert found["outcome"].to_pylist() == ["accept", "none", "reject", None]
    assert found["rules"].to_pylist()[1] == []


def test_a_column_of_nulls_is_one_of_empty_bodies() -> None:
    found = rows(decide_batches(STRICT, pa.table({"body": pa.nulls(3)})))
    assert [row["error"] for row in found] == ["webhook.empty"] * 3


def test_whatever_gives_an_arrow_stream_is_read() -> None:
    table = pa.table({"body": [APPROVED, None, DENIED] * 400})
    claimed = answers(STRICT, table["body"].to_pylist())
    chunked = pa.table({"body": pa.chunked_array([[APPROVED, None, DENIED]] * 400)})
    relation = duckdb.from_arrow(table)
    for source in (
        table,
        chunked,
        table.to_reader(max_chunksize=7),
        table.combine_chunks().to_batches()[0],
        iter(table.to_batches(max_chunksize=1000)),
        polars.from_arrow(table),
        relation,
    ):
        assert rows(decide_batches(STRICT, source)) == claimed
    nothing = decide_batches(STRICT, [])
    assert nothing.schema == DECISION_SCHEMA
    assert nothing.read_all().num_rows == 0


def test_the_day_is_that_of_every_row() -> None:
    policy, table = Policy.from_json(ASKS_AGE), pa.table({"body": [APPROVED]})
    found = decide_batches(policy, table, today="2026-11-20").read_all()
    assert found["outcome"].to_pylist() == ["review"]


def never() -> Iterator[pa.RecordBatch]:
    pytest.fail("a batch was read")
    yield


def test_an_argument_that_cannot_be_used_is_refused_before_anything_is_read() -> None:
    wrong: dict[str, Any]
    for wrong, code in (
        ({"threads": 0}, "input.threads"),
        ({"today": "yesterday"}, "input.date"),
    ):
        assert refusal(decide_batches, STRICT, never(), **wrong).code == code
    assert refusal(decide_batches, Policy.from_json(ASKS_AGE), never()).code == (
        "policy.today_required"
    )


def test_a_column_that_cannot_be_used_is_refused() -> None:
    table = pa.table({"number": [1], "list": [["a"]], "body": [APPROVED]})
    with pytest.raises(KeyError, match="nobody"):
        decide_batches(STRICT, table, column="nobody").read_all()
    for name, kind in (("number", "int64"), ("list", "list<")):
        with pytest.raises(TypeError, match=f"`{name}` must be binary or text, not {kind}"):
            decide_batches(STRICT, table, column=name).read_all()
        with pytest.raises(TypeError, match=f"`{name}` must be binary or text, not {kind}"):
            decide_batches(STRICT, table, event_column=name).read_all()


def test_what_the_source_raises_comes_through() -> None:
    def broken() -> Iterator[pa.RecordBatch]:
        yield pa.record_batch({"body": [APPROVED]})
        raise OSError("the disk is gone")

    reader = decide_batches(STRICT, broken())
    assert reader.read_next_batch()["outcome"].to_pylist() == ["accept"]
    with pytest.raises(OSError, match="disk"):
        reader.read_next_batch()


def test_a_batch_is_read_when_it_is_asked_for_and_not_kept() -> None:
    drawn = 0

    def source() -> Iterator[pa.RecordBatch]:
        nonlocal drawn
        for _ in range(80):
            drawn += 1
            yield pa.record_batch({"body": [APPROVED[:-1] + b" " * 1000 + b"}"] * 2000})

    reader, before = decide_batches(STRICT, source(), digest=True), 0
    for number, batch in enumerate(reader, 1):
        assert (drawn, batch.num_rows) == (number, 2000)
        if number == 20:
            before = resident()
    assert drawn == 80
    assert resident() - before < 16 << 20  # of 160 MB that went through


def test_a_large_batch_is_taken_in_parts() -> None:
    body = APPROVED[:-1] + b" " * (256 << 10) + b"}"
    rows_of_one = pa.DictionaryArray.from_arrays(pa.array([0] * 2_000, pa.int16()), [body])
    before = peak()
    found = decide_batches(STRICT, pa.table({"body": rows_of_one})).read_all()
    assert set(found["outcome"].to_pylist()) == {"accept"}
    assert peak() - before < 350 << 20  # of 500 MB as bodies


def peak() -> int:
    """The most memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def test_other_threads_run_meanwhile() -> None:
    batch = pa.record_batch({"body": [APPROVED] * 20_000})
    assert lets_others_run(lambda: decide_batches(STRICT, [batch]).read_all())
