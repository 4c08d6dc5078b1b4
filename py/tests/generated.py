"""The enums and views of the package, written from the tables of the native module."""

from __future__ import annotations

import textwrap
from typing import Any

from idenfy_rules._native import payload_tables, reasons, vocabularies

NOTE = """# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py
"""
WIDTH = 100


def member(text: str) -> str:
    """The name of a member: vendor words are names already, but for the hyphen."""
    return text.replace("-", "_")


def commented(word: dict[str, str]) -> str:
    """A member with the first sentence of its meaning behind it, or above it if it is long."""
    line = f'    {member(word["text"])} = "{word["text"]}"'
    meaning = word["meaning"].partition(". ")[0].removesuffix(".") + "."
    if len(line) + len(meaning) + 4 <= WIDTH:
        return f"{line}  # {meaning}\n"
    above = textwrap.wrap(meaning, WIDTH - 6)
    return "".join(f"    # {part}\n" for part in above) + f"{line}\n"


def vocabulary(table: Any) -> str:
    words = "".join(commented(word) for word in table["words"])
    return (
        f'class {table["type"]}(Word):\n'
        f'    """The words of ``{table["name"]}``."""\n\n'
        f"{words}"
    )


def listed(names: list[str], indent: int) -> str:
    """Quoted names with a comma behind each, on as many lines as they need."""
    quoted = ", ".join(f'"{name}"' for name in names) + ","
    margin = " " * indent
    return textwrap.fill(quoted, WIDTH, initial_indent=margin, subsequent_indent=margin)


def exports(names: list[str]) -> str:
    return f"__all__ = [\n{listed(sorted(names), 4)}\n]\n"


def vocab() -> str:
    """The module ``idenfy_rules.vocab``."""
    tables = vocabularies()
    head = (
        '"""The vendor\'s words, one enum for each vocabulary.\n\n'
        "Every word from outside is open: results hold plain str, which compare with these\n"
        "members. A word that no member has is one that the vendor added, or none at all.\n"
        '"""\n\n'
        f"{NOTE}\nfrom __future__ import annotations\n\nfrom ._words import Word\n\n"
    )
    names = ["Word", *(table["type"] for table in tables)]
    return "\n\n".join([head + exports(names), *(vocabulary(table) for table in tables)])


def docstring(text: str) -> str:
    """A docstring inside a class, on as many lines as it needs."""
    quoted = '"""' + text.replace("`", "``") + '"""'
    margin = " " * 4
    return textwrap.fill(quoted, WIDTH, initial_indent=margin, subsequent_indent=margin) + "\n"


def documented(texts: Any) -> str:
    name = texts["reason"]
    return f'    {name} = "{name}"\n' + docstring(texts["happened"])


def reason() -> str:
    """The module with the reasons of a classification."""
    head = (
        '"""Why an answer was classified as it was."""\n\n'
        f"{NOTE}\nfrom __future__ import annotations\n\nfrom ._words import ReasonTexts\n\n"
    )
    body = "".join(documented(texts) for texts in reasons())
    return (
        f'{head}__all__ = ["Reason"]\n\n\n'
        "class Reason(ReasonTexts):\n"
        '    """Why an answer was classified as it was, with texts for people.\n\n'
        "    Classifications hold plain str: ``Reason(found.reason)`` gives the texts.\n"
        '    """\n\n'
        f"{body}"
    )


KINDS = {"word": "text", "words": "texts"}


def attribute(row: Any) -> str:
    """A member, or an object inside the object, with its docstring."""
    kind = "parts" if row.get("many") else row.get("kind", "part")
    call = f'{KINDS.get(kind, kind)}({row.get("view", "")})'
    return f'    {row["accessor"]} = {call}\n' + docstring(f'{row["meaning"]} (`{row["name"]}`).')


def match_args(names: list[str]) -> str:
    return f"    __match_args__ = (\n{listed(names, 8)}\n    )\n"


def view(table: Any) -> str:
    rows = [*table["members"], *table["parts"]]
    return (
        f'@final\nclass {table["name"]}(View):\n{docstring(table["about"])}\n'
        f'    __slots__ = ()\n{match_args([row["accessor"] for row in rows])}\n'
        + "".join(map(attribute, rows))
    )


def payload() -> str:
    """The module with the views of a webhook's payload."""
    tables = payload_tables()
    head = (
        '"""The objects of a webhook\'s payload.\n\n'
        "Everything is optional: None, or an empty list, stands for what is absent, null, empty\n"
        "or of another type. Words of the vendor are plain str, known or not.\n"
        '"""\n\n'
        f"{NOTE}\nfrom __future__ import annotations\n\nfrom typing import final\n\n"
        "from ._view import View, flag, integer, part, parts, text, texts\n\n"
    )
    names = [table["name"] for table in tables]
    return "\n\n".join([head + exports(names), *map(view, tables)])


FILES = {"vocab.py": vocab, "_reason.py": reason, "_payload.py": payload}
