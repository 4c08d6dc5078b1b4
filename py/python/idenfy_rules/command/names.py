"""How messages call an input, and how they show what came from outside."""

from __future__ import annotations

__all__ = ["STDIN", "STDIN_IN_WORDS", "named", "shown"]

STDIN = "-"
STDIN_IN_WORDS = "standard input"


def shown(text: str) -> str:
    """A text on one line: what a terminal would obey, or could not show, is escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


def named(name: str) -> str:
    """The name of a file, or what ``-`` stands for."""
    return STDIN_IN_WORDS if name == STDIN else f'"{shown(name)}"'
