"""``classify`` and ``retry-plan``: what does an answer ask of us, and how long to wait?"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import click
from rich.console import RenderableType

from idenfy_rules import (
    Classification,
    InputError,
    Operation,
    RetryPlan,
    TransportKind,
    classify_response,
    classify_transport,
)
from idenfy_rules import retry_plan as planned

from . import reading
from .exits import Exit
from .faults import about
from .options import FILE, WHOLE_NUMBER, word
from .subcommand import Answer, Subcommand
from .view import columns, members

__all__ = ["classify", "retry_plan"]

_OPERATION = inspect.signature(classify_response).parameters["operation"].default
_PLAN = inspect.signature(planned).parameters


def _header(_: click.Context, __: click.Parameter, lines: tuple[str, ...]) -> list[tuple[str, str]]:
    """Names and values; a line without a colon is refused without being repeated."""
    pairs = [line.partition(":") for line in lines]
    if not all(colon for _, colon, _ in pairs):
        raise click.BadParameter("must be 'Name: value'")
    return [(name.strip(), value.strip()) for name, _, value in pairs]


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules classify --status 402 --body answer.json
    idenfy-rules classify --status 429 --header 'Retry-After: 7' --attempt 2
    idenfy-rules classify --transport response_timeout --operation delete
    """,
)
@click.option("--status", type=WHOLE_NUMBER, help="The status of the answer.")
@click.option(
    "--header",
    "headers",
    multiple=True,
    callback=_header,
    metavar="'NAME: VALUE'",
    help="A header of the answer. May be repeated.",
)
@click.option("--body", "body_name", type=FILE, metavar="FILE", help="The body, uncompressed.")
@click.option(
    "--attempt",
    type=WHOLE_NUMBER,
    default=1,
    show_default=True,
    help="Which attempt this was.",
)
@click.option(
    "--operation",
    type=word("operation", tuple(Operation)),
    default=_OPERATION,
    show_default=True,
    help=f"Which call was made: {', '.join(Operation)}.",
)
@click.option(
    "--transport",
    type=word("kind", tuple(TransportKind)),
    help="How the call failed without an answer or, with --status, how its body broke off: "
    f"{', '.join(TransportKind)}.",
)
@click.option(
    "--context",
    "context_name",
    type=FILE,
    metavar="FILE",
    help="What else is known: a JSON object with the keys of `context`.",
)
def classify(
    status: int | None,
    headers: list[tuple[str, str]],
    body_name: str | None,
    attempt: int,
    operation: str,
    transport: str | None,
    context_name: str | None,
) -> Answer:
    """Tell what an HTTP answer, or a call without one, asks of you.

    Proceed, retry after the delay, fix the request, or escalate to somebody. The answer is yes
    for proceed alone.
    """
    if status is None and transport is None:
        raise click.UsageError("--status or --transport is needed", click.get_current_context())
    context = _context(context_name) if context_name is not None else None
    found = classify_response(
        status,
        headers,
        reading.read(body_name) if body_name is not None else b"",
        attempt=attempt,
        transport=transport,
        operation=operation,
        context=context,
    )
    code = Exit.YES if found.action == "proceed" else Exit.NO
    return Answer(found.to_json(), lambda: _classification(found), code)


def _context(name: str) -> Mapping[str, Any]:
    """The context of a file, judged by itself, so that its faults are told as those of the file."""
    context = reading.members(name, "the context")
    with about(name, InputError):
        classify_transport(TransportKind.UNKNOWN, attempt=1, context=context)
    return context


def _classification(found: Classification) -> RenderableType:
    delay = found.delay
    wait = f"{delay.min_ms} to {delay.max_ms} ms" if delay else None
    return members(
        (
            ("Action", found.action),
            ("Reason", found.reason),
            ("Ask", found.escalate_to),
            ("At fault", [pointer or "whole body" for pointer in found.pointers]),
            ("Wait", wait),
            ("Not before", found.not_before_unix),
            ("Outcome unknown", found.outcome_unknown),
            ("What to do", found.hint),
        )
    )


@click.command(
    "retry-plan",
    cls=Subcommand,
    examples="""
    idenfy-rules retry-plan
    idenfy-rules retry-plan --max-attempts 5 --cap-ms 10000 --json
    """,
)
@click.option(
    "--max-attempts",
    type=WHOLE_NUMBER,
    default=_PLAN["max_attempts"].default,
    show_default=True,
    help="After how many attempts to give up, the first one included.",
)
@click.option(
    "--cap-ms",
    type=WHOLE_NUMBER,
    default=_PLAN["cap_ms"].default,
    show_default=True,
    help="The longest wait, in milliseconds.",
)
def retry_plan(max_attempts: int, cap_ms: int) -> Answer:
    """Show how long to wait after each attempt, and when to give up."""
    plan = planned(max_attempts=max_attempts, cap_ms=cap_ms)
    return Answer(plan.to_json(), lambda: _plan(plan))


def _plan(plan: RetryPlan) -> RenderableType:
    rows = [(wait.attempt, f"wait {wait.min_ms} to {wait.max_ms} ms") for wait in plan]
    return columns(("After attempt", "Do"), [*rows, (plan.gives_up_after, "give up")])
