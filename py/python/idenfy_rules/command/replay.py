"""``replay``: many webhooks from one file, decided by a policy."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import click
from rich.console import Group, RenderableType

from idenfy_rules import Policy, RecordedDifference, WebhookError

from . import comparison
from .documents import loaded_all
from .exits import Exit
from .faults import Fault
from .lines import Line, lines
from .names import STDIN, named, shown
from .options import against_option, base_option, file_argument, policy_option, today_option
from .progress import progress
from .subcommand import Answer, Subcommand
from .view import columns
from .writing import complain, new_file

__all__ = ["replay"]

# So many broken lines are named on standard error; all are counted, and are in --out.
_NAMED = 20


@dataclass
class _Tally:
    """How often each outcome and each error came up, and what another policy makes of it."""

    outcomes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    against: RecordedDifference | None = None

    @property
    def decided(self) -> int:
        return self.outcomes.total()

    @property
    def broken(self) -> int:
        return self.errors.total()

    def form(self) -> dict[str, Any]:
        return {
            "lines": self.decided + self.broken,
            "decided": self.decided,
            "broken": self.broken,
            "outcomes": dict(sorted(self.outcomes.items())),
            "errors": dict(sorted(self.errors.items())),
            "against": None if self.against is None else self.against.to_dict(),
        }

    def code(self) -> Exit:
        if not self.decided:
            return Exit.INPUT
        return Exit.NO if self.broken else Exit.YES


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules replay webhooks.ndjson --policy strict
    idenfy-rules replay webhooks.ndjson --policy ours.json --today 2026-11-20 --out results.ndjson
    idenfy-rules replay webhooks.ndjson --policy strict --against ours.json
    zcat webhooks.ndjson.gz | idenfy-rules replay - --policy strict --json
    """,
)
@file_argument
@policy_option
@against_option
@base_option
@today_option
@click.option(
    "--out",
    "out_name",
    metavar="FILE",
    help="Write what becomes of every line to FILE, one JSON object each. The file appears when "
    "it is complete.",
)
@click.option("--force", is_flag=True, help="Let --out replace a file.")
def replay(
    file: str,
    policy_name: str,
    other_name: str | None,
    base_name: str | None,
    today: str | None,
    out_name: str | None,
    force: bool,
) -> Answer:
    """Decide every line of FILE, one webhook body each, and count the outcomes.

    With --against, tell as well what another policy would decide otherwise, line by line.

    FILE may have any size. Signatures are not looked at. The answer is no if a line cannot be
    decided; such lines are named on standard error.
    """
    if out_name == STDIN:
        raise click.UsageError("--out needs the name of a file", click.get_current_context())
    names = [name for name in (policy_name, other_name) if name is not None]
    policy, *others = loaded_all(names, base_name)
    tally = _Tally()
    with ExitStack() as stack:
        out = None
        if out_name is not None:
            out = stack.enter_context(new_file(out_name, force=force, source=file))
        advance = stack.enter_context(progress(file))
        replayed = _replayed(policy, file, today, tally, advance, out)
        # The file may be a pipe, so both policies see each line as it is read.
        for other in others:
            tally.against = policy.diff_recorded(other, replayed, today=today)
        deque(replayed, maxlen=0)
        if not tally.decided + tally.broken:
            raise Fault(Exit.INPUT, f"{named(file)} has no line with a webhook")
    if tally.broken > _NAMED:
        complain(f"{tally.broken - _NAMED} more lines are broken; --out names every one")
    return Answer(json.dumps(tally.form()), lambda: _view(tally), tally.code())


def _replayed(
    policy: Policy,
    file: str,
    today: str | None,
    tally: _Tally,
    advance: Callable[[int], None],
    out: BinaryIO | None,
) -> Iterator[bytes]:
    """Every line, judged and written when it is asked for."""
    for line in lines(file):
        advance(line.size)
        if not line.is_blank:
            result = _judged(policy, line, today, tally)
            if out is not None:
                out.write(f"{json.dumps(result)}\n".encode())
        yield line.body


def _judged(policy: Policy, line: Line, today: str | None, tally: _Tally) -> dict[str, Any]:
    """What becomes of one line, counted."""
    try:
        decision = policy.evaluate(line.body, today=today, digest=False)
    except WebhookError as error:
        tally.errors[error.code] += 1
        if tally.broken <= _NAMED:
            complain(_place(line, error))
        return _result(line, error=error.code)
    tally.outcomes[decision.outcome] += 1
    return _result(line, decision.outcome, decision.rules, decision.scan_ref)


def _place(line: Line, error: WebhookError) -> str:
    """Where a line is broken. The text of the error counts lines from the start of the body."""
    column = f", column {error.column}" if error.column is not None else ""
    pointer = f' at "{error.pointer}"' if error.pointer else ""
    return shown(f"line {line.number}{column}: {error.code}{pointer}")


def _result(
    line: Line,
    outcome: str | None = None,
    rules: list[str] | None = None,
    scan_ref: str | None = None,
    error: str | None = None,
) -> dict[str, Any]:
    return {
        "line": line.number,
        "outcome": outcome,
        "rules": rules or [],
        "scan_ref": scan_ref,
        "error": error,
    }


def _view(tally: _Tally) -> RenderableType:
    outcomes = columns(("Outcome", "Lines", "Share"), _rows(tally))
    if tally.against is None:
        return outcomes
    return Group(outcomes, "", comparison.view(tally.against))


def _rows(tally: _Tally) -> Iterator[tuple[object, ...]]:
    total = tally.decided + tally.broken
    for name, count in tally.outcomes.most_common():
        yield name, count, f"{count / total:.1%}"
    for code, count in tally.errors.most_common():
        yield f"broken: {code}", count, f"{count / total:.1%}"
    yield "all", total, f"{1:.1%}"
