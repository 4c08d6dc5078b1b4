"""The documentation of closed words that the core keeps as comments in its tables."""

from __future__ import annotations

import re
from pathlib import Path

CORE = Path(__file__).parents[2] / "core/src"

PLACES = {
    "Action": "response/classification.rs",
    "EscalateTo": "response/classification.rs",
    "Evidence": "response/advice.rs",
    "Operation": "response/input.rs",
    "TransportKind": "response/kind.rs",
    "Severity": "report/violation.rs",
    "Environment": "token/profile.rs",
    "Feature": "token/profile.rs",
}

# A row of a table: its comment, its name and, unless the name says it all, its text.
ROW = re.compile(
    r"(?P<note>(?:^ +///.*\n)+) +(?P<name>[A-Z]\w+)(?: = \d+)?(?: => \"(?P<text>\w+)\";|,)$",
    re.MULTILINE,
)


def plain(name: str) -> str:
    return name.replace("_", "").lower()


def documented_words(kind: str) -> dict[str, str]:
    """What each word of a list means, by its text; nothing for a list with meanings of its own."""
    if kind not in PLACES:
        return {}
    source = (CORE / PLACES[kind]).read_text(encoding="utf-8")
    [table] = re.findall(rf"^(?:    {kind};|pub enum {kind} {{)\n(.*?)^}}", source, re.M | re.S)
    rows = {row["text"] or row["name"]: row["note"] for row in ROW.finditer(table)}
    return _Words({plain(name): sentence(note) for name, note in rows.items()})


def sentence(note: str) -> str:
    """A comment as one line."""
    lines = [line.strip().removeprefix("///").strip() for line in note.splitlines()]
    return " ".join(lines)


class _Words(dict[str, str]):
    """The word DEV belongs to the name Dev, and create_token to CreateToken."""

    def __getitem__(self, text: str) -> str:
        return super().__getitem__(plain(text))
