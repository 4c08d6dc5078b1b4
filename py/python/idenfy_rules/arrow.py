"""Recorded webhooks in Arrow record batches: for files, data frames and engines.

DuckDB, Polars, Spark and everything else that speaks Arrow hands its rows over as record batches
and takes those of the answers. This module needs pyarrow, which the extra ``idenfy-rules[arrow]``
installs; the rest of the package does not import it.

No signature is looked at: the decisions are for replay, not for acting on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, repeat
from typing import Any, NamedTuple, Protocol, TypeAlias, runtime_checkable

import pyarrow as pa
import pyarrow.compute as pc

from idenfy_rules import Policy, WebhookError

__all__ = ["COMPARISON_SCHEMA", "DECISION_SCHEMA", "compare_batches", "decide_batches"]

_RULES = pa.list_(pa.string())

DECISION_SCHEMA = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("outcome", pa.string()),
        pa.field("lifecycle", pa.string()),
        pa.field("rules", _RULES),
        pa.field("scan_ref", pa.string()),
        pa.field("body_sha256", pa.string()),
        pa.field("error", pa.string()),
    ]
)
"""The columns of ``decide_batches``.

``row`` counts the rows of the input from 0. ``outcome``, ``lifecycle``, ``rules``, ``scan_ref`` and
``body_sha256`` are those of a ``Decision``. A body that cannot be used has its ``ErrorCode`` in
``error``, and null in all of these; ``error`` is null for every other one.
"""

COMPARISON_SCHEMA = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("scan_ref", pa.string()),
        pa.field("changed", pa.bool_()),
        pa.field("old_outcome", pa.string()),
        pa.field("new_outcome", pa.string()),
        pa.field("old_rules", _RULES),
        pa.field("new_rules", _RULES),
        pa.field("error", pa.string()),
    ]
)
"""The columns of ``compare_batches``.

``changed`` says whether the outcomes differ. It is null, as they are, for a body that cannot be
used.
"""

# So many bodies are copied at once: enough for what a call costs besides to be little.
_BLOCK = 256

_BYTES = (
    pa.types.is_binary,
    pa.types.is_large_binary,
    pa.types.is_fixed_size_binary,
    pa.types.is_binary_view,
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_null,
)


@runtime_checkable
class _Stream(Protocol):
    """What tables, readers, data frames and relations have in common."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


_Batches: TypeAlias = Iterable[Any] | _Stream  # of pyarrow.RecordBatch, which has no types
_Day: TypeAlias = str | date


def decide_batches(
    policy: Policy,
    batches: _Batches,
    *,
    column: str = "body",
    event_column: str | None = None,
    today: _Day | None = None,
    digest: bool = False,
    threads: int = 1,
) -> pa.RecordBatchReader:
    """Reads and decides every row of record batches. For replay: no signature is looked at.

    ``policy`` decides; ``batches`` is an iterable of record batches, or anything that gives an
    Arrow stream: a table, a reader, a Polars data frame, a DuckDB relation. ``column`` holds the
    bodies as binary or text of any width, dictionaries and views included; null counts as an empty
    body.
    ``event_column`` holds the ``Idenfy-Event-Type`` of each row, null where there was none.
    ``today``, ``digest`` and ``threads`` are as for ``Policy.evaluate_many``.

    The answer is a ``pyarrow.RecordBatchReader`` of ``DECISION_SCHEMA``, which is an iterator of
    record batches and itself an Arrow stream. It has one batch for each batch and one row for each
    row, in their order, and reads a batch when it is asked for one. Besides that batch and its
    answers at most 256 bodies are held. The interpreter is released, except for a body with a line
    feed in it.

    Raises ``InputError`` at once for an argument that cannot be used. While it is read it raises
    KeyError for a column that is not there, TypeError for one of another type, and whatever
    ``batches`` raises.

    Source: as for ``Policy.evaluate``; the columns are ours.

    >>> body = '{"scanRef": "s-1", "status": {"overall": "APPROVED"}, "final": true}'
    >>> table = pyarrow.table({"body": [body, None, "oops"]})
    >>> found = decide_batches(Policy.documented(), table).read_all()
    >>> found["outcome"].to_pylist(), found["error"].to_pylist()
    (['accept', None, None], [None, 'webhook.empty', 'webhook.not_json'])
    """
    columns = _Columns(column, event_column)
    decider = _Decider(policy, today, digest, threads)
    decided = (_decided(decider, columns, first, batch) for first, batch in _numbered(batches))
    return pa.RecordBatchReader.from_batches(DECISION_SCHEMA, decided)


def compare_batches(
    old: Policy,
    new: Policy,
    batches: _Batches,
    *,
    column: str = "body",
    event_column: str | None = None,
    today: _Day | None = None,
    threads: int = 1,
) -> pa.RecordBatchReader:
    """What another policy would decide otherwise, row by row.

    ``new`` is the policy that would take the place of ``old``. ``batches``, ``column``,
    ``event_column``, ``today`` and ``threads`` are as for ``decide_batches``, and so is the answer,
    with the columns of ``COMPARISON_SCHEMA``. Counted, it has the figures of
    ``Policy.diff_recorded``.

    Raises what ``decide_batches`` does.

    Source: as for ``Policy.diff_recorded``; the columns are ours.

    >>> status = '{"overall": "APPROVED", "autoDocument": "DOC_FAKE"}'
    >>> body = f'{{"scanRef": "s-2", "status": {status}, "final": true}}'
    >>> table = pyarrow.table({"body": [body]})
    >>> found = compare_batches(Policy.documented(), Policy.strict(), table).read_all()
    >>> found.select(["changed", "old_outcome", "new_outcome"]).to_pylist()
    [{'changed': True, 'old_outcome': 'accept', 'new_outcome': 'review'}]
    """
    columns = _Columns(column, event_column)
    deciders = [_Decider(policy, today, False, threads) for policy in (old, new)]
    compared = (
        _compared(*(_decided(decider, columns, first, batch) for decider in deciders))
        for first, batch in _numbered(batches)
    )
    return pa.RecordBatchReader.from_batches(COMPARISON_SCHEMA, compared)


def _numbered(batches: _Batches) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Every batch with the number of its first row."""
    from_stream = pa.RecordBatchReader.from_stream
    first = 0
    for batch in from_stream(batches) if isinstance(batches, _Stream) else batches:
        yield first, batch
        first += batch.num_rows


def _compared(old: pa.RecordBatch, new: pa.RecordBatch) -> pa.RecordBatch:
    columns = [
        old["row"],
        old["scan_ref"],
        pc.not_equal(old["outcome"], new["outcome"]),
        old["outcome"],
        new["outcome"],
        old["rules"],
        new["rules"],
        old["error"],
    ]
    return pa.RecordBatch.from_arrays(columns, schema=COMPARISON_SCHEMA)


class _Answer(NamedTuple):
    """What a body comes to: the columns of ``DECISION_SCHEMA`` after ``row``."""

    outcome: str | None = None
    lifecycle: str | None = None
    rules: Sequence[str] | None = None
    scan_ref: str | None = None
    body_sha256: str | None = None
    error: str | None = None


def _decided(
    decider: _Decider, columns: _Columns, first: int, batch: pa.RecordBatch
) -> pa.RecordBatch:
    """The answers to a batch; an empty one has an empty answer."""
    starts = range(0, batch.num_rows, _BLOCK) or [0]
    blocks = ((start, columns.read(batch.slice(start, _BLOCK))) for start in starts)
    return pa.concat_batches(
        [_rows(first + start, decider.answers(block)) for start, block in blocks]
    )


def _rows(first: int, answers: Sequence[_Answer]) -> pa.RecordBatch:
    row, *fields = DECISION_SCHEMA
    columns = [pa.array(range(first, first + len(answers)), row.type)]
    for place, field in enumerate(fields):
        columns.append(pa.array([answer[place] for answer in answers], field.type))
    return pa.RecordBatch.from_arrays(columns, schema=DECISION_SCHEMA)


class _Columns(NamedTuple):
    """Where the webhooks of a batch are."""

    body: str
    event: str | None

    def read(self, block: pa.RecordBatch) -> list[tuple[bytes, bytes | None]]:
        """Each body with its event; null is an empty body."""
        bodies = (body or b"" for body in _bytes(block, self.body))
        events = repeat(None) if self.event is None else _bytes(block, self.event)
        return list(zip(bodies, events))


def _bytes(block: pa.RecordBatch, name: str) -> list[bytes | None]:
    """A column as bytes, whatever text or binary it is."""
    column = block.column(name)
    kind = getattr(column.type, "storage_type", column.type)  # of an extension, such as JSON
    kind = getattr(kind, "value_type", kind) if pa.types.is_dictionary(kind) else kind
    if not any(is_it(kind) for is_it in _BYTES):
        raise TypeError(f"the column `{name}` must be binary or text, not {column.type}")
    found: list[bytes | None] = column.cast(pa.large_binary()).to_pylist()
    return found


class _Decider:
    """A policy, and what is known of every webhook."""

    def __init__(self, policy: Policy, today: _Day | None, digest: bool, threads: int) -> None:
        self._policy = policy
        self._one: dict[str, Any] = {"today": today, "digest": digest}
        self._many: dict[str, Any] = {**self._one, "threads": threads}
        policy.evaluate_many(b"", **self._many)  # refuses now what cannot be used

    def answers(self, webhooks: Sequence[tuple[bytes, bytes | None]]) -> list[_Answer]:
        """One answer for each body with its event, those of an event together."""
        answers: dict[int, _Answer] = {}
        lines: defaultdict[bytes | None, list[int]] = defaultdict(list)
        for row, (body, event) in enumerate(webhooks):
            if _is_line(body):
                lines[event].append(row)
            else:
                answers[row] = self._alone(body, event)
        for event, rows in lines.items():
            ndjson = b"\n".join([webhooks[row][0] for row in rows])
            for line, answer in self._together(ndjson, event):
                answers[rows[line - 1]] = answer
        return [answers[row] for row in range(len(webhooks))]

    def _together(self, ndjson: bytes, event: bytes | None) -> Iterator[tuple[int, _Answer]]:
        """The answers with the numbers of their lines."""
        found = self._policy.evaluate_many(ndjson, event_type=event, **self._many)
        told = (found.outcome, found.lifecycle, found.rules, found.scan_ref, found.body_sha256)
        bad = ((line.line, _Answer(error=line.code)) for line in found.errors)
        return chain(zip(found.line, map(_Answer, *told), strict=True), bad)

    def _alone(self, body: bytes, event: bytes | None) -> _Answer:
        try:
            found = self._policy.evaluate(body, event_type=event, **self._one)
        except WebhookError as error:
            return _Answer(error=error.code)
        return _Answer(
            found.outcome, found.lifecycle, found.rules, found.scan_ref, found.body_sha256
        )


def _is_line(body: bytes) -> bool:
    """Whether a body is one record of NDJSON, and is found in it as the very same bytes.

    A line feed would cut it in two, a carriage return at its end would count as part of the line
    end, and white space alone would be passed over.
    """
    return b"\n" not in body and not body.endswith(b"\r") and bool(body) and not body.isspace()
