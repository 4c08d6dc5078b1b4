"""``validate``: will the API take this token request?"""

from __future__ import annotations

import inspect
from difflib import get_close_matches

import click

from idenfy_rules import InputError, Profile, validate_token

from . import reading
from .exits import Exit
from .faults import Fault, about
from .names import named
from .options import FILE, file_argument
from .report import reported
from .subcommand import Answer, Subcommand

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
    return reported(validate_token(reading.read(file), profile), "whole body")


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
