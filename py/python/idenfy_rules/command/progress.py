"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]

# The bar moves after so many bytes: moving it costs more than judging a line.
_STEP = 1 << 18


@contextmanager
def progress(name: str) -> Iterator[Callable[[int], None]]:
    """A function to be told how many bytes more are done."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    # It takes a moment to load, and most runs have no terminal.
    from rich.console import Console
    from rich.progress import Progress

    total = os.path.getsize(name) if os.path.isfile(name) else None
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("replaying", total=total)
        waiting = 0

        def advance(size: int) -> None:
            nonlocal waiting
            waiting += size
            if waiting >= _STEP:
                bar.advance(task, waiting)
                waiting = 0

        yield advance
