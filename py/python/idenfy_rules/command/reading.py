"""Reading inputs: bounded, from a file or from standard input, and never more than once."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from .exits import Exit
from .faults import Fault
from .names import STDIN, STDIN_IN_WORDS, named

__all__ = ["BODY", "POLICY", "members", "naming", "opened", "read", "whole"]

# The limits of the library, which is handed one byte more so that it sees and says what is too
# large. A test holds them equal.
BODY = 1 << 20
POLICY = 16 << 20


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Tells what goes wrong while an input is opened or read, with its name."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Fault(Exit.INPUT, f"cannot read {named(name)}: {reason}") from error


@contextmanager
def opened(name: str, *, buffered: bool) -> Iterator[BinaryIO]:
    """The bytes of an input as a stream. Without a buffer nothing is read beyond what is asked."""
    if name == STDIN:
        if sys.stdin is None:
            raise Fault(Exit.INPUT, f"{STDIN_IN_WORDS} is closed")
        stream = sys.stdin.buffer
        # Where another program has made the pipe non-blocking, waiting would look like its end.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            os.set_blocking(stream.fileno(), True)
        yield stream if buffered else cast(BinaryIO, getattr(stream, "raw", stream))
        return
    with naming(name):
        file = open(name, "rb", buffering=-1 if buffered else 0)
    with file:
        yield file


def read(name: str, limit: int = BODY) -> bytes:
    """The whole input, or its first ``limit + 1`` bytes: enough to be refused as too large."""
    parts: list[bytes] = []
    left = limit + 1
    with opened(name, buffered=False) as stream, naming(name):
        while left and (part := stream.read(left)):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)


def whole(name: str) -> bytes:
    """The whole input, for uses in which the library sets no limit: a part would be wrong."""
    content = read(name)
    if len(content) > BODY:
        raise Fault(Exit.INPUT, f"{named(name)} has more than {BODY} bytes")
    return content


def members(name: str, what: str) -> Mapping[str, Any]:
    """The JSON object in a file of settings."""
    content = whole(name)
    try:
        value = json.loads(content.decode())
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Fault(Exit.INPUT, f"{named(name)}: {what} is not JSON in {place}") from None
    except (ValueError, RecursionError):
        raise Fault(Exit.INPUT, f"{named(name)}: {what} is not JSON") from None
    if not isinstance(value, dict):
        raise Fault(Exit.INPUT, f"{named(name)}: {what} must be a JSON object")
    return value
