"""Batches: the answers of ``evaluate``, line by line, and no line lost."""

from __future__ import annotations

import io
import json
import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import forms
import pytest
import vectors
from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import Decisions, Outcome, Policy, WebhookError
from memory import resident
from support import APPROVED, ASKS_AGE, lets_others_run, policy_of, refusal

STRICT = Policy.strict()
LIMIT = 1 << 20
SPACE = b" \t\r"


def on_one_line(case: vectors.Case) -> list[bytes]:
    """The body of a vector without line feeds; none where that would change what it says."""
    given = {key: case.input[key] for key in case.input.keys() & {"payload", "body", "body_base64"}}
    body: bytes = vectors.forms(given, "payload")[0]
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return [] if b"\n" in body else [body]
    return [body.replace(b"\n", b" ")]  # JSON has no line feed inside a text


def webhooks() -> list[bytes]:
    return [line for case in vectors.read("webhook") for line in on_one_line(case)]


def one_by_one(policy: Policy, ndjson: bytes, **known: Any) -> tuple[list[Any], list[Any]]:
    """The rows and the bad lines as ``evaluate`` gives them, found in the plainest way."""
    rows, bad, offset = [], [], 0
    for number, line in enumerate(ndjson.split(b"\n"), 1):
        body = line.removesuffix(b"\r") if offset + len(line) < len(ndjson) else line
        if len(body) > LIMIT or body.strip(SPACE):
            try:
                made = policy.evaluate(body, **known)
            except WebhookError as error:
                bad.append((number, offset, error.code, error.pointer))
            else:
                rules, sha256 = made.rules, made.body_sha256
                rows.append((number, made.outcome, made.lifecycle, rules, made.scan_ref, sha256))
        offset += len(line) + 1
    return rows, bad


def found(decisions: Decisions) -> tuple[list[Any], list[Any]]:
    rows = [tuple(getattr(row, key) for key in forms.KEYS["DecidedLine"]) for row in decisions]
    bad = [(line.line, line.offset, line.code, line.pointer) for line in decisions.errors]
    return rows, bad


def check(policy: Policy, ndjson: bytes, **known: Any) -> Decisions:
    """A batch has the answers of its lines, whatever the number of threads or the blocks."""
    claimed = one_by_one(policy, ndjson, **{"digest": False, **known})
    decisions = policy.evaluate_many(ndjson, **known)
    assert found(decisions) == claimed
    assert len(decisions) == len(claimed[0])
    for threads in (2, 3, 8):
        again = policy.evaluate_many(ndjson, threads=threads, **known)
        assert again == decisions
        assert again.to_json() == decisions.to_json()
        assert hash(again) == hash(decisions)
    for chunk in (1, 64, 1 << 22):
        blocks = list(policy.evaluate_stream(io.BytesIO(ndjson), chunk=chunk, **known))
        rows, bad = zip(*map(found, blocks), strict=True) if blocks else ([], [])
        assert (sum(rows, []), sum(bad, [])) == claimed
    return decisions


@pytest.mark.parametrize("name", ["documented", "strict"])
def test_the_vectors_have_the_same_answers_in_a_batch(name: str) -> None:
    lines = webhooks()
    assert len(lines) > 1000
    decisions = check(policy_of(name), b"\n".join(lines), digest=True)
    assert len(decisions) + len(decisions.errors) == len([line for line in lines if line.strip()])
    assert decisions.errors
    forms.check(decisions)


def test_lines_that_cannot_be_used_are_counted_and_placed() -> None:
    huge = b'{"pad": "' + b"x" * LIMIT + b'"}'
    lines = [
        b"\xef\xbb\xbf" + APPROVED,
        APPROVED,
        b"",
        b"{oops",
        b"\0\0",
        huge,
        b" \t ",
        b" " * (LIMIT + 1),
        APPROVED[:-1],
        b'{"scanRef": "s"}',
        b"\xff",
        b'{"scanRef": "\xc3\xa9", "status": {"overall": "DENIED"}, "final": true}',
    ]
    for end in (b"\n", b"\r\n"):
        decisions = check(STRICT, end.join(lines))
        assert decisions.line == (2, 12)
        assert [(bad.line, bad.code, bad.pointer) for bad in decisions.errors] == [
            (1, "webhook.not_json", ""),
            (4, "webhook.not_json", ""),
            (5, "webhook.not_json", ""),
            (6, "webhook.too_large", ""),
            (8, "webhook.too_large", ""),
            (9, "webhook.not_json", ""),
            (10, "webhook.overall_missing", "/status/overall"),
            (11, "webhook.not_utf8", ""),
        ]
        assert sum(decisions.counts.values()) + len(decisions.errors) == len(lines) - 2
    for empty in (b"", b"\n", b"\r\n \n\t"):
        decisions = check(STRICT, empty)
        assert (len(decisions), decisions.errors) == (0, ())


LINES = st.sampled_from([APPROVED, b"{}", b"", b" ", b"\r", b"\0", b"\xff", b"[]"]) | st.binary()


@given(st.lists(LINES), st.sampled_from([b"\n", b"\r\n"]))
def test_any_bytes_are_lines(lines: list[bytes], end: bytes) -> None:
    check(STRICT, end.join(lines))


def test_columns_are_made_once_and_cannot_be_changed() -> None:
    decisions = STRICT.evaluate_many(APPROVED + b"\n" + APPROVED + b"\noops")
    for key in forms.KEYS["Decisions"]:
        column = getattr(decisions, key)
        assert type(column) is tuple
        assert getattr(decisions, key) is column
    assert decisions.counts == dict.fromkeys(map(str, Outcome), 0) | {decisions.outcome[0]: 2}
    assert decisions.body_sha256 == (None, None)
    assert decisions[0] == decisions[-2] == list(decisions)[0]
    assert decisions[::-1] == list(decisions)[::-1]
    assert decisions[5:] == []
    for index in (2, -3):
        with pytest.raises(IndexError, match="no such line"):
            decisions[index]
    with pytest.raises(TypeError):
        decisions["outcome"]  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"len\(decisions\)"):
        bool(decisions)


def test_what_is_known_besides_holds_for_every_line() -> None:
    ndjson = b"\n".join([APPROVED] * 3)
    noticed = check(STRICT, ndjson, event_type="COMPANY_REVIEW")
    assert noticed.outcome == ("none",) * 3
    assert noticed.lifecycle == (None,) * 3
    policy = Policy.from_json(ASKS_AGE)
    for call in (policy.evaluate_many, policy.evaluate_stream):
        assert refusal(call, b"" if call == policy.evaluate_many else []).code == (
            "policy.today_required"
        )
        for name, wrong in (("threads", 0), ("threads", 257), ("threads", True), ("today", "x")):
            error = refusal(call, b"" if call == policy.evaluate_many else [], **{name: wrong})
            assert error.code == ("input.date" if name == "today" else f"input.{name}")
    assert check(policy, ndjson, today="2026-11-20").outcome == ("review",) * 3
    for chunk in (0, -1, 2**31, 1.5, "1"):
        assert refusal(STRICT.evaluate_stream, [], chunk=chunk).code == "input.chunk"


def test_lines_are_bytes_like() -> None:
    decisions = STRICT.evaluate_many(APPROVED)
    for ndjson in (bytearray(APPROVED), memoryview(APPROVED), memoryview(APPROVED + b"x")[:-1]):
        assert STRICT.evaluate_many(ndjson) == decisions
    with mmap.mmap(-1, len(APPROVED)) as mapped:
        mapped.write(APPROVED)
        assert STRICT.evaluate_many(mapped) == decisions
        mapped.seek(0)
        assert list(STRICT.evaluate_stream(mapped)) == [decisions]
    wrong: list[Any] = [APPROVED.decode(), None, [APPROVED], {}, 5]
    for ndjson in wrong:
        with pytest.raises(TypeError, match="`ndjson` must be bytes-like"):
            STRICT.evaluate_many(ndjson)


def test_a_stream_is_a_binary_file_or_pieces(tmp_path: Path) -> None:
    path = tmp_path / "webhooks.ndjson"
    path.write_bytes(b"\n".join([APPROVED] * 100))
    claimed = STRICT.evaluate_many(path.read_bytes())
    with path.open("rb") as file, path.open("rb", buffering=0) as raw:
        for source in (file, raw, path.read_bytes().splitlines(keepends=True)):
            blocks = list(STRICT.evaluate_stream(source, chunk=1000))
            assert len(blocks) > 1
            assert sum((block.line for block in blocks), ()) == claimed.line
    pieces: list[Any] = [b"", bytearray(APPROVED[:9]), memoryview(APPROVED[9:]), b"", b"\n"]
    assert list(STRICT.evaluate_stream(iter(pieces))) == [STRICT.evaluate_many(APPROVED)]
    wrong: list[Any] = [None, 5, APPROVED, bytearray(), memoryview(b""), "text"]
    for source in wrong:
        with pytest.raises(TypeError, match="binary mode, or an iterable of bytes"):
            STRICT.evaluate_stream(source)
    late: list[Any] = [["text"], [5], io.StringIO("text"), [APPROVED, None]]
    for source in late:
        blocks_of_text = STRICT.evaluate_stream(source)
        with pytest.raises(TypeError, match="binary mode, or an iterable of bytes"):
            list(blocks_of_text)


def test_what_a_source_raises_comes_through() -> None:
    def broken() -> Iterator[bytes]:
        yield APPROVED + b"\n"
        raise OSError("the disk is gone")

    blocks = STRICT.evaluate_stream(broken(), chunk=1)
    assert len(next(blocks)) == 1
    with pytest.raises(OSError, match="disk"):
        next(blocks)
    finished = STRICT.evaluate_stream([])
    assert next(finished, None) is next(finished, None) is None


def test_a_line_that_is_too_long_is_not_held() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(64):
            yield b"x" * LIMIT
        yield b"\n" + APPROVED

    list(STRICT.evaluate_stream(pieces()))
    before = resident()
    blocks = STRICT.evaluate_stream(pieces())
    first = next(blocks)
    assert [(bad.line, bad.offset, bad.code) for bad in first.errors] == [
        (1, 0, "webhook.too_large")
    ]
    assert [row.line for block in blocks for row in block] == [2]
    assert resident() - before < 16 * LIMIT


def test_other_threads_run_during_a_batch() -> None:
    ndjson = b"\n".join([APPROVED] * 20_000)
    assert lets_others_run(lambda: STRICT.evaluate_many(ndjson))
    assert not lets_others_run(lambda: STRICT.evaluate(APPROVED))  # it is over too soon
