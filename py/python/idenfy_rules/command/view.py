"""Answers for people: tables and colours on a terminal, plain columns elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from .names import shown

__all__ = ["columns", "members", "rendered", "word"]

# Wider than any line: what is not shown on a terminal is not broken into its width.
_ENDLESS = 1 << 16

_COLOURS = {
    "green": ("accept", "proceed", "genuine", "valid", "true", "found", "clean", "holds", "equal"),
    "yellow": ("retry", "review", "wait", "warning", "undecided", "fix", "note", "open"),
    "red": ("reject", "escalate", "not genuine", "not valid", "error", "broken", "counterexample"),
}
_STYLES = {text: colour for colour, texts in _COLOURS.items() for text in texts}


def _console() -> Console:
    # rich takes NO_COLOR for colours alone; here it means no escape sequence at all.
    system: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    console = Console(
        file=sys.stdout, color_system=system, highlight=False, markup=False, emoji=False
    )
    if not console.is_terminal:
        console.width = _ENDLESS
    return console


def rendered(view: RenderableType) -> str:
    """A view as text, with colours only where the terminal shows them."""
    console = _console()
    with console.capture() as capture:
        console.print(view)
    text = capture.get()
    if console.is_terminal:
        return text
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def word(text: str) -> Text:
    """A text in the colour of its meaning, if it has one."""
    return Text(shown(text), style=_STYLES.get(text, ""))


def _cell(value: object) -> Text:
    if value is None or value == []:
        return Text("-", style="dim")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, list):
        return Text(", ".join(shown(str(item)) for item in value))
    return word(str(value))


def columns(names: Sequence[str], rows: Iterable[Sequence[object]]) -> RenderableType:
    """A table; on a terminal with a line below its head."""
    box = SIMPLE_HEAD if _console().is_terminal else None
    table = Table(box=box, show_edge=False, pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def members(rows: Iterable[tuple[str, object]]) -> RenderableType:
    """Names and values below each other."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, _cell(value))
    return table
