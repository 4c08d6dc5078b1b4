"""The program: its subcommands, and how every run ends."""

from __future__ import annotations

from collections.abc import Sequence

import click

from idenfy_rules import __version__

from .classify import classify, retry_plan
from .decide import decide
from .exits import Exit
from .faults import Fault, explained
from .lint import lint
from .policy import policy
from .replay import replay
from .signature import diagnose, sign, verify
from .subcommand import Family
from .validate import validate
from .writing import complain, write

__all__ = ["NAME", "program", "run"]

NAME = "idenfy-rules"

# One row for each subcommand; a group brings its own.
COMMANDS: tuple[click.Command, ...] = (
    validate,
    classify,
    retry_plan,
    verify,
    sign,
    diagnose,
    decide,
    replay,
    policy,
    lint,
)

_ABOUT = """Rules for teams that verify customers through the iDenfy KYC API. Unofficial.

Everything happens on this machine, and nothing is stored. `-` stands for standard input wherever a
FILE is read. Answers go to standard output, everything else to standard error.
"""


def _write_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        write(f"{NAME} {__version__}\n")
        ctx.exit()


program = Family(
    NAME,
    commands={command.name or "": command for command in COMMANDS},
    help=_ABOUT,
    notes=("Exit codes", [f"{code:>4}  {code.meaning}" for code in Exit]),
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_write_version,
            help="Show the version.",
        )
    ],
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line, by default that of the process, and returns its exit code."""
    try:
        return program.main(arguments, prog_name=NAME, standalone_mode=False) or Exit.YES
    except click.Abort:
        fault = Fault(Exit.INTERRUPTED, "interrupted")
    except Exception as error:
        fault = explained(error)
    complain(str(fault))
    return fault.code
