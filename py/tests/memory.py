"""How much memory this process has."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from support import lacking

PAGES = Path("/proc/self/statm")


def resident() -> int:
    """The resident set in bytes, after everything that can be collected is."""
    if not PAGES.exists():
        lacking("this system does not tell how much memory a process has")
    gc.collect()
    return int(PAGES.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
