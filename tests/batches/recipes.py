"""The code of docs/batches.md, by the heading that it stands under."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs/batches.md"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)

_first, *_others = re.split(r"^## (.*)$", PAGE.read_text(encoding="utf-8"), flags=re.M)
SECTIONS = {"first": _first} | dict(zip(_others[::2], _others[1::2], strict=True))
CODE = {name: BLOCK.findall(text) for name, text in SECTIONS.items() if BLOCK.search(text)}


def run(name: str, **given: Any) -> list[dict[str, Any]]:
    """Runs the blocks of a section after the first one; gives the names after each block."""
    names: dict[str, Any] = {"__name__": "page", **given}
    after = []
    for block in [*CODE["first"], *CODE[name]]:
        exec(compile(block, f"{PAGE.name}: {name}", "exec"), names)
        after.append(dict(names))
    return after[len(CODE["first"]) :]
