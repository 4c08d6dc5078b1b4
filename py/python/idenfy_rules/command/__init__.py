"""The command ``idenfy-rules``: the calls of the package for files and pipes.

It moves bytes and formats answers; every judgement is the library's. It needs click and rich,
which the extra ``idenfy-rules[cli]`` installs; the library itself imports neither of them.
"""

from __future__ import annotations

import sys

from .exits import Exit

__all__ = ["main"]

_NEEDED = ("click", "rich")
_INSTALL = "the command needs click and rich: pip install 'idenfy-rules[cli]'"


def main() -> int:
    """Runs the command with the arguments of the process and returns its exit code.

    Without the extra it says how to install it.
    """
    try:
        from .program import run

        return run()
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _NEEDED:
            raise
        print(f"idenfy-rules: {_INSTALL}", file=sys.stderr)
        return Exit.USAGE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
