"""Our own closed words and the codes: enums for the run time, and stubs with docstrings for them."""

from __future__ import annotations

import textwrap
from typing import Any

from documentation import documented_words
from generated import NOTE, WIDTH, docstring, exports, listed
from idenfy_rules._native import closed_words, finding_codes
from provoked import error_texts

WORDS_ABOUT = "Our own closed words. Results hold them as plain str, which compare with the members."
CODES_ABOUT = "The codes of findings and errors. Results and exceptions hold them as plain str."

ABOUT = {
    "Outcome": "What to do about the person: the ``outcome`` of a decision.",
    "Lifecycle": "Where a verification stands: the ``lifecycle`` of a decision.",
    "NextStep": "What the person can do now: the ``next_step`` of a decision.",
    "TransitionKind": "What a delivery was: the ``kind`` of a transition.",
    "StartReason": "Why a new token makes sense or not: the ``reason`` of a start.",
    "Action": "What an answer asks of the caller: the ``action`` of a classification.",
    "EscalateTo": "Who has to act: the ``escalate_to`` of a classification.",
    "Evidence": "What to bring along: the words of ``Reason.bring``.",
    "Operation": "Which call was made: the ``operation`` of ``classify_response``.",
    "TransportKind": "What happened instead of an answer: the ``kind`` of ``classify_transport``.",
    "Cause": "The usual mistakes: the ``cause`` of a diagnosis.",
    "Severity": "How much a finding weighs: the ``severity`` of a violation.",
    "LintCode": "What ``Policy.lint`` can find: the ``code`` of a finding about a policy.",
    "LintSeverity": "How much that weighs: the ``severity`` of a finding about a policy.",
    "ProofResult": "What became of a claim: the ``result`` of a proof.",
    "Gap": "Why an analysis leaves something open: its ``gap``.",
    "Environment": "What the keys of an account belong to: the ``environment`` of a profile.",
    "Feature": "What has to be enabled for an account: ``enabled_features`` of a profile.",
}


ERRORS = """What was wrong with a call: the ``code`` of an exception, with what it says.

    Besides these there are ``input.`` codes, one for each argument that was refused, such as
    ``input.attempt``.
    """  # the end of the docstring stands on a line of its own
FINDINGS = "What a validation or a lint found: the ``code`` of a violation, with its texts."


def constant(text: str) -> str:
    """The name of a member for a word or a code of ours."""
    return text.replace(".", "_").upper()


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def member(text: str, meaning: str) -> str:
    """A member with its meaning, on as many lines as it needs."""
    start = f"    {constant(text)} = {quoted(text)}, "
    if len(start + quoted(meaning)) <= WIDTH:
        return f"{start}{quoted(meaning)}\n"
    parts = textwrap.wrap(meaning, WIDTH - 10, drop_whitespace=False)
    lines = "".join(f"        {quoted(part)}\n" for part in parts)
    return f"{start}(\n{lines}    )\n"


def described(text: str, meaning: str) -> str:
    return f"    {constant(text)} = {quoted(text)}\n" + docstring(meaning)


def enum(name: str, base: str, about: str, members: str) -> str:
    return f'class {name}({base}):\n    """{about}"""\n\n{members}'


def literal(name: str, texts: list[str]) -> str:
    """The type of an attribute that holds one of these words as plain str."""
    line = f"_{name}: TypeAlias = Literal[{', '.join(map(quoted, texts))}]\n"
    broken = f"_{name}: TypeAlias = Literal[\n{listed(texts, 4)}\n]\n"
    return line if len(line) <= WIDTH else broken


def meanings(table: Any) -> dict[str, str]:
    """What each word of a list means: in its table, or in the comments on it."""
    documented = documented_words(table["type"])
    words = ((word["text"], word["meaning"]) for word in table["words"])
    return {text: meaning or documented[text] for text, meaning in words}


def head(about: str, imports: str, names: list[str]) -> str:
    return f'"""{about}"""\n\n{NOTE}\n{imports}\n{exports(names)}'


def closed() -> str:
    """The module with our own words."""
    lists = {table["type"]: meanings(table) for table in closed_words()}
    enums = (
        enum(name, "ClosedWord", ABOUT[name], "".join(member(*row) for row in rows.items()))
        for name, rows in lists.items()
    )
    imports = "from ._words import ClosedWord\n"
    return "\n\n".join([head(WORDS_ABOUT, imports, list(lists)), *enums])


def closed_stub() -> str:
    """Its stub, with the types of the attributes that hold these words."""
    lists = {table["type"]: meanings(table) for table in closed_words()}
    enums = (
        literal(name, list(rows)) + "\n"
        + enum(name, "ClosedWord", ABOUT[name], "".join(described(*row) for row in rows.items()))
        for name, rows in lists.items()
    )
    imports = (
        "from typing import Literal, TypeAlias\n\nfrom ._words import ClosedWord\n"
    )
    return "\n".join([head(WORDS_ABOUT, imports, list(lists)), *enums])


def codes() -> str:
    """The module with the codes of findings and errors."""
    errors = "".join(member(*row) for row in error_texts().items())
    findings = "".join(
        f'    {constant(row["code"])} = "{row["code"]}"\n' for row in finding_codes()
    )
    imports = "from ._words import ClosedWord, FindingTexts\n"
    return "\n\n".join([
        head(CODES_ABOUT, imports, ["ErrorCode", "FindingCode"]),
        enum("ErrorCode", "ClosedWord", ERRORS, errors),
        enum("FindingCode", "FindingTexts", FINDINGS, findings),
    ])


def codes_stub() -> str:
    """Its stub."""
    errors = "".join(described(*row) for row in error_texts().items())
    findings = "".join(described(row["code"], row["text"]) for row in finding_codes())
    imports = "from ._words import ClosedWord, FindingTexts\n"
    return "\n".join([
        head(CODES_ABOUT, imports, ["ErrorCode", "FindingCode"]),
        enum("ErrorCode", "ClosedWord", ERRORS, errors),
        enum("FindingCode", "FindingTexts", FINDINGS, findings),
    ])


FILES = {
    "_closed.py": closed,
    "_closed.pyi": closed_stub,
    "_codes.py": codes,
    "_codes.pyi": codes_stub,
}
