"""The options and arguments that several subcommands share, and their types.

No message of theirs repeats what was given: it may be a key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from idenfy_rules.vocab import Event

from . import reading
from .documents import BUILT_IN
from .exits import Exit
from .faults import Fault
from .names import STDIN, STDIN_IN_WORDS

__all__ = [
    "FILE",
    "NUMBER",
    "OneOf",
    "WHOLE_NUMBER",
    "YES_OR_NO",
    "against_option",
    "base_option",
    "event_option",
    "file_argument",
    "key_env_option",
    "key_file_option",
    "other_policy_argument",
    "policy_argument",
    "policy_option",
    "secret",
    "signature_option",
    "signing_keys",
    "today_option",
    "word",
]

KEY_ENV = "IDENFY_SIGNING_KEY"


class _File(click.Path):
    """A file to read, or ``-`` for standard input, which only one of them can be.

    Nothing is looked up here: what is wrong with a file is told when it is read.
    """

    name = "file"

    def __init__(self, names: Sequence[str] = ()) -> None:
        super().__init__(allow_dash=True, readable=False)
        self._names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        reader = ctx.meta.setdefault(STDIN, param) if ctx and value == STDIN else param
        if reader is not param:
            self.fail(f"{STDIN_IN_WORDS} can be read only once", param, ctx)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        # Files first: the shell forgets what came before them.
        names = [CompletionItem(name) for name in self._names if name.startswith(incomplete)]
        return [*super().shell_complete(ctx, param, incomplete), *names]


class _Whole(click.types.IntParamType):
    """A whole number; the library judges how large it may be."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail("must be a whole number", param, ctx)


class _Number(click.types.FloatParamType):
    """A number, also one with a fraction."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail("must be a number", param, ctx)


class OneOf(click.types.StringParamType):
    """One of a few words, each with what it stands for."""

    def __init__(self, name: str, known: Mapping[str, object] | Sequence[str]) -> None:
        self.name = name
        self._known = known if isinstance(known, Mapping) else {word: word for word in known}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value not in self._known:
            self.fail(f"must be one of {', '.join(self._known)}", param, ctx)
        return self._known[value]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(self._known)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(word) for word in self._known if word.startswith(incomplete)]


class _Word(click.types.StringParamType):
    """A word that the library judges; the known ones are completed."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self._known = known

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(word) for word in self._known if word.startswith(incomplete)]


FILE = _File()
NUMBER = _Number()
WHOLE_NUMBER = _Whole()
# A fact that is known. Without its option it is not known.
YES_OR_NO = OneOf("fact", {"yes": True, "no": False})
_POLICY = _File(tuple(BUILT_IN))


def word(name: str, known: Sequence[str]) -> click.types.StringParamType:
    """The type of a word, with those that are known."""
    return _Word(name, known)


file_argument = click.argument("file", type=FILE, metavar="FILE")

policy_argument = click.argument("policy_name", type=_POLICY, metavar="NAME|FILE")

other_policy_argument = click.argument("other_name", type=_POLICY, metavar="NAME|FILE")

against_option = click.option(
    "--against",
    "other_name",
    type=_POLICY,
    metavar="|".join([*BUILT_IN, "FILE"]),
    help="Another policy: tell how many lines and verifications it would decide otherwise, and "
    "which.",
)

policy_option = click.option(
    "--policy",
    "policy_name",
    type=_POLICY,
    required=True,
    metavar="|".join([*BUILT_IN, "FILE"]),
    help="The policy: a built-in one, or the file of its document. There is no default.",
)

base_option = click.option(
    "--base",
    "base_name",
    type=FILE,
    metavar="FILE",
    help="The policy that the document extends, if that is not a built-in one.",
)

event_option = click.option(
    "--event-type",
    type=_Word("event", tuple(Event)),
    help="The `Idenfy-Event-Type` header, which is not signed.",
)

today_option = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    help="The day, for policies that ask `age` or `daysToExpiry`: they refuse to decide without "
    "it. No clock is read, so there is no default.",
)

signature_option = click.option(
    "--signature",
    metavar="HEX",
    help="The `Idenfy-Signature` header. Leave it out if there was none.",
)

# Never the key itself: every process could read it in the list of processes.
key_file_option = click.option(
    "--key-file",
    "key_files",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help="A file with one signing key; the end of its line is not part of it. May be repeated, "
    "while keys are rotated.",
)
key_env_option = click.option(
    "--key-env",
    metavar="NAME",
    help="The environment variable with a signing key. Without --key-file it is "
    f"{KEY_ENV} by default.",
)


def signing_keys(key_files: Sequence[str], key_env: str | None) -> list[bytes]:
    """The keys of these files, and of the variable if it is named or there is no file."""
    keys = [_without_line_end(reading.whole(name)) for name in key_files]
    if key_env is not None or not key_files:
        keys.append(_variable("key", key_env, KEY_ENV))
    if not all(keys):
        raise Fault(Exit.INPUT, "a signing key is empty")
    return keys


def _without_line_end(content: bytes) -> bytes:
    end = b"\r\n" if content.endswith(b"\r\n") else b"\n"
    return content.removesuffix(end)


def secret(what: str, file: str | None, env: str | None, usual: str) -> str:
    """The key or secret of a file or, without one, of a variable. What is no UTF-8 is replaced."""
    if file is not None and env is not None:
        message = f"--{what}-file and --{what}-env exclude each other"
        raise click.UsageError(message, click.get_current_context())
    if file is not None:
        return _without_line_end(reading.whole(file)).decode(errors="replace")
    return _variable(what, env, usual).decode(errors="replace")


def _variable(what: str, name: str | None, usual: str) -> bytes:
    """The value of a variable, by default the usual one, for an option ``--{what}-env``."""
    value = os.environ.get(name or usual)
    if value is None:
        # The name is not repeated: somebody may have put the key in its place.
        where = f"`{usual}`" if name in (None, usual) else f"the variable of --{what}-env"
        raise click.UsageError(f"{where} is not set; it or --{what}-file has to hold the {what}")
    return os.fsencode(value)
