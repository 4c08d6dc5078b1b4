"""The enums of the package, written from the tables of the native module."""

from __future__ import annotations

import textwrap
from typing import Any

from idenfy_rules._native import reasons, vocabularies

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


def exports(names: list[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in sorted(names)) + ","
    indent = " " * 4
    listed = textwrap.fill(quoted, WIDTH, initial_indent=indent, subsequent_indent=indent)
    return f"__all__ = [\n{listed}\n]\n"


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


def documented(texts: Any) -> str:
    name, happened = texts["reason"], texts["happened"].replace("`", "``")
    indent = " " * 4
    doc = textwrap.fill(f'"""{happened}"""', WIDTH, initial_indent=indent, subsequent_indent=indent)
    return f'    {name} = "{name}"\n{doc}\n'


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


FILES = {"vocab.py": vocab, "_reason.py": reason}
