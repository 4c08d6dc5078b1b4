"""What all subcommands have in common: an answer in two forms, and help with examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import click
from rich.console import RenderableType

from .exits import Exit
from .view import rendered
from .writing import write

__all__ = ["Answer", "Family", "Subcommand"]


@dataclass(frozen=True)
class Answer:
    """What a subcommand found."""

    form: str
    """For machines: one JSON text."""
    view: Callable[[], RenderableType] | None = None
    """For people, asked only when it is wanted; without one they get the JSON text, too."""
    code: Exit = Exit.YES
    """For scripts."""
    text: str | bytes | None = None
    """In place of a view: what people get as it is, never wrapped. Bytes are a file in UTF-8."""

    def write(self, *, as_json: bool) -> None:
        """Writes it to standard output. JSON is UTF-8 wherever it goes, and never wrapped."""
        if self.text is not None and not as_json:
            write(self.text)
        elif self.view is not None and not as_json:
            write(rendered(self.view()))
        else:
            write(f"{self.form.rstrip()}\n".encode())


class _Helpful(click.Command):
    """A command whose help goes to standard output like an answer, and may end with lines that
    are shown as they are."""

    def __init__(
        self, *arguments: Any, notes: tuple[str, Sequence[str]] | None = None, **more: Any
    ) -> None:
        super().__init__(*arguments, **more)
        self.notes = notes
        """The title of the last section of the help, and its lines."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _write_help
        return option

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.notes is not None:
            title, lines = self.notes
            with formatter.section(title):
                formatter.write("".join(f"  {line}\n" for line in lines))


def _write_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        write(ctx.get_help() + "\n")
        ctx.exit()


_JSON = click.Option(
    ["--json", "as_json"], is_flag=True, help="Print the answer as JSON and nothing else."
)


class Family(_Helpful, click.Group):
    """A command that has subcommands. Without one it is refused like any other wrong call."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, no_args_is_help=False, **more)


class Subcommand(_Helpful):
    """A command whose function returns an ``Answer``. ``examples`` are command lines."""

    # click would repeat an argument too many, which may be a key.
    allow_extra_args = True

    def __init__(self, *arguments: Any, examples: str, **more: Any) -> None:
        self.examples = [line.strip() for line in examples.strip().splitlines()]
        super().__init__(*arguments, notes=("Examples", self.examples), **more)
        self.params.append(_JSON)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(f"{len(rest)} more arguments than it takes")
        return rest

    def invoke(self, ctx: click.Context) -> Exit:
        as_json = ctx.params.pop("as_json")
        answer: Answer = super().invoke(ctx)
        answer.write(as_json=as_json)
        return answer.code
