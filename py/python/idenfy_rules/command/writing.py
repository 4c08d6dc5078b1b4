"""Writing answers and files, so that nothing is lost without a word."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from .exits import Exit
from .faults import Fault
from .names import named

__all__ = ["complain", "new_file", "write"]


def write(text: str | bytes) -> None:
    """Writes to standard output, at once: a closed pipe or a full disk is a fault.

    Text is in the encoding of standard output, escaped where that lacks a letter.
    """
    if sys.stdout is None:
        raise Fault(Exit.OUTPUT, "standard output is closed")
    if isinstance(text, str):
        text = text.encode(sys.stdout.encoding, "backslashreplace")
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        _give_up_stdout()
        message = "standard output was closed before everything was written"
        raise Fault(Exit.OUTPUT, message) from None
    except OSError as error:
        _give_up_stdout()
        raise Fault(Exit.OUTPUT, f"cannot write to standard output: {_reason(error)}") from error


def complain(line: str) -> None:
    """Writes one line to standard error, if anybody is there to read it."""
    with contextlib.suppress(OSError):
        click.echo(f"idenfy-rules: {line}", err=True)


def _give_up_stdout() -> None:
    """Sends what is still buffered nowhere, or Python would fail on it once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


@contextmanager
def new_file(name: str, *, force: bool, source: str) -> Iterator[BinaryIO]:
    """A file that appears under its name only when it is complete.

    It is written beside its place and renamed at the end; until then, and when the block is left
    by an exception, whatever has that name stays untouched. Without ``force`` nothing is
    replaced, and never a thing that is no regular file, nor ``source``.
    """
    with _telling(name):
        place = Path(os.path.realpath(name))
        _refuse(place, name, force=force, source=source)
        number, hidden = tempfile.mkstemp(".part", f".{place.name}.", place.parent)
    part = Path(hidden)
    try:
        # What goes wrong while the input is read is no OSError any more when it comes through here.
        with _telling(name), os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(number)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _publish(part, place, name, force=force)


def _refuse(place: Path, name: str, *, force: bool, source: str) -> None:
    """Says at once what would otherwise be known only after all the work."""
    if not place.exists():
        return
    if not place.is_file():
        raise Fault(Exit.OUTPUT, f"{named(name)} is no regular file")
    if os.path.exists(source) and place.samefile(source):
        raise Fault(Exit.OUTPUT, f"{named(name)} is the input")
    if not force:
        raise Fault(Exit.OUTPUT, f"{named(name)} exists; --force replaces it")


def _publish(part: Path, place: Path, name: str, *, force: bool) -> None:
    """Gives the complete file its name. All the work is in it, so it outlives a failure."""
    try:
        if force:
            part.replace(place)
        else:
            _rename_to_free_name(part, place)
    except OSError as error:
        kept = f"cannot write {named(name)}: {_reason(error)}; everything is in {named(str(part))}"
        raise Fault(Exit.OUTPUT, kept) from error


def _rename_to_free_name(part: Path, place: Path) -> None:
    """Unlike a rename, a link never replaces what has appeared meanwhile."""
    try:
        os.link(part, place)
    except OSError:
        if place.exists():
            raise
        part.rename(place)  # a file system without links
    else:
        part.unlink()


@contextmanager
def _telling(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Fault(Exit.OUTPUT, f"cannot write {named(name)}: {_reason(error)}") from error
