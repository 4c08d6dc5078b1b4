"""Why there is no answer: one line for people and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from idenfy_rules import (
    IdenfyRulesError,
    InputError,
    PolicyError,
    SignatureError,
    WebhookError,
)

from .exits import Exit
from .names import named, shown

__all__ = ["Fault", "about", "explained", "told"]


class Fault(Exception):
    """A call that has no answer. The text is one line without any content of an input."""

    def __init__(self, code: Exit, message: str) -> None:
        super().__init__(message)
        self.code = code


# Errors of the library that no row has are faults of this package.
_EXITS: tuple[tuple[type[IdenfyRulesError], Exit], ...] = (
    (InputError, Exit.USAGE),
    (SignatureError, Exit.NO),
    (WebhookError, Exit.INPUT),
    (PolicyError, Exit.INPUT),
)


def told(error: IdenfyRulesError) -> str:
    """An exception of the library in one line, with its code and place."""
    pointer = getattr(error, "pointer", "")
    place = f' at "{pointer}"' if pointer else ""
    return shown(f"{error.code}{place}: {error}")


@contextmanager
def about(name: str, *kinds: type[IdenfyRulesError]) -> Iterator[None]:
    """Tells errors of these kinds as faults of the input with this name."""
    try:
        yield
    except kinds as error:
        raise Fault(Exit.INPUT, f"{named(name)}: {told(error)}") from error


def explained(error: Exception) -> Fault:
    """The fault that an exception comes to."""
    if isinstance(error, Fault):
        return error
    if isinstance(error, click.ClickException):
        return Fault(Exit.USAGE, _usage(error))
    for kind, code in _EXITS:
        if isinstance(error, kind):
            return Fault(code, told(error))
    # Nobody vetted the text of any other exception, so only its type is told.
    return Fault(Exit.INTERNAL, f"internal fault ({type(error).__name__}); please report it")


def _usage(error: click.ClickException) -> str:
    """The message of click in the style of the library, on one line."""
    text = shown(" ".join(error.format_message().split())).removesuffix(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    place = context.command_path if context else "idenfy-rules"
    return f"{text[:1].lower()}{text[1:]} (see {place} --help)"
