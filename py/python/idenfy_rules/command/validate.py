"""``validate``: will the API take this token request?"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from difflib import get_close_matches

import click
from rich.console import Group, RenderableType

from idenfy_rules import InputError, Profile, Report, Violation, validate_token

from . import reading
from .exits import Exit
from .faults import Fault, about
from .names import named
from .options import FILE, file_argument
from .subcommand import Answer, Subcommand
from .view import columns, word

__all__ = ["validate"]


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules validate request.json
    idenfy-rules validate request.json --profile account.json
    idenfy-rules validate - --json < request.json
    """,
)
@file_argument
@click.option(
    "--profile",
    "profile_name",
    type=FILE,
    metavar="FILE",
    help="What is known about the account: a JSON object with the keywords of `Profile`.",
)
def validate(file: str, profile_name: str | None) -> Answer:
    """Check the body of a token request, FILE, before it is sent.

    All findings at once, also about a body that is no JSON. The answer is no if one of them is
    an error.
    """
    profile = _profile(profile_name) if profile_name is not None else None
    report = validate_token(reading.read(file), profile)
    code = Exit.YES if report.valid else Exit.NO
    return Answer(report.to_json(), lambda: _view(report), code)


def _profile(name: str) -> Profile:
    members = reading.members(name, "the profile")
    known = list(inspect.signature(Profile).parameters)
    for key in members:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"it may have {', '.join(known)}"
            raise Fault(Exit.INPUT, f"{named(name)}: the profile has an unknown member; {hint}")
    with about(name, InputError):
        return Profile(**members)


def _view(report: Report) -> RenderableType:
    counts = f"{_count(report.errors, 'error')}, {_count(report.warnings, 'warning')}"
    verdict = word("valid" if report.valid else "not valid").append(f": {counts}", style="default")
    if not len(report):
        return verdict
    rows = (
        (found.severity, found.pointer or "whole body", found.code, found.message)
        for found in report
    )
    return Group(verdict, "", columns(("Severity", "Place", "Code", "Message"), rows))


def _count(found: Sequence[Violation], what: str) -> str:
    return f"{len(found)} {what}" + ("s" if len(found) != 1 else "")
