"""The answers that the rows of batches have to have, found in the plainest way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa
from idenfy_rules import Policy, WebhookError
from idenfy_rules.arrow import DECISION_SCHEMA

TEXTS = (pa.string(), pa.large_string(), pa.string_view())
BINARIES = (pa.binary(), pa.large_binary(), pa.binary_view())


def answers(
    policy: Policy, bodies: Iterable[bytes | None], events: Sequence[Any] = (), **known: Any
) -> list[dict[str, Any]]:
    """The rows of ``decide_batches``, one call of ``evaluate`` for each."""
    found = []
    for row, body in enumerate(bodies):
        answer = dict.fromkeys(DECISION_SCHEMA.names) | {"row": row}
        event = events[row] if events else None
        try:
            made = policy.evaluate(body or b"", event_type=event, **{"digest": False, **known})
        except WebhookError as error:
            answer["error"] = error.code
        else:
            answer |= {name: getattr(made, name) for name in DECISION_SCHEMA.names[1:-1]}
        found.append(answer)
    return found


def batches(
    bodies: Sequence[bytes | None], kind: pa.DataType, size: int
) -> Iterator[pa.RecordBatch]:
    for start in range(0, len(bodies), size):
        part = pa.array(bodies[start : start + size], pa.binary())
        yield pa.record_batch({"body": as_kind(part, kind)})


def as_kind(bodies: pa.Array, kind: pa.DataType) -> pa.Array:
    """The same as another type; pyarrow casts to a dictionary only from its values."""
    if isinstance(kind, pa.DictionaryType):
        return bodies.cast(kind.value_type).dictionary_encode()
    if isinstance(kind, pa.BaseExtensionType):
        return pa.ExtensionArray.from_storage(kind, bodies.cast(kind.storage_type))
    return bodies.cast(kind)


def figures(compared: pa.Table) -> dict[str, Any]:
    """What ``Policy.diff_recorded`` says, counted from the rows of ``compare_batches``."""
    rows = compared.to_pylist()
    usable = [row for row in rows if row["error"] is None]
    changed = [row for row in usable if row["changed"]]
    keys = ("scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules")
    return {
        "webhooks": len(usable),
        "same": len(usable) - len(changed),
        "people": len({row["scan_ref"] for row in changed}),
        "changed": [{"line": row["row"] + 1} | {key: row[key] for key in keys} for row in changed],
        "unusable": [
            {"line": row["row"] + 1, "code": row["error"]} for row in rows if row["error"]
        ],
    }


def recorded(old: Policy, new: Policy, lines: Iterable[bytes]) -> dict[str, Any]:
    """The same as the library counts it."""
    found = old.diff_recorded(new, b"\n".join(lines)).to_dict()
    return {key: found[key] for key in ("webhooks", "same", "people", "changed", "unusable")}
