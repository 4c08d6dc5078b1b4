"""Policies by name or file, and the documents behind them."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import Any

from idenfy_rules import Policy, PolicyError

from . import reading
from .faults import about

__all__ = ["BUILT_IN", "Source", "schema"]

_FOLDER = resources.files(__package__) / "documents"

BUILT_IN: dict[str, Callable[[], Policy]] = {
    make.__name__: make for make in (Policy.documented, Policy.strict)
}


def schema() -> str:
    """The JSON Schema of policy documents."""
    return (_FOLDER / "policy.schema.json").read_text(encoding="utf-8")


def _built_in(name: str) -> bytes:
    return (_FOLDER / f"{name}.json").read_bytes()


class Source:
    """Where a policy comes from: a built-in name or a file, and perhaps the base of that file.

    A file that has the name of a built-in policy needs its folder: ``./strict``.
    """

    def __init__(self, name: str, base: str | None = None) -> None:
        self._name = name
        self._base_name = base
        self.base = reading.read(base, reading.POLICY) if base is not None else None
        self.text = _built_in(name) if name in BUILT_IN else reading.read(name, reading.POLICY)

    def load(self) -> Policy:
        """The policy; a document that cannot be used is told with the name of its file."""
        with about(self._name, PolicyError):
            return self.check()

    def check(self) -> Policy:
        """The policy. Raises ``PolicyError`` for the document, but not for its base."""
        if self._name in BUILT_IN:
            return BUILT_IN[self._name]()
        return Policy.from_json(self.text, self._loaded_base())

    def _loaded_base(self) -> Policy | None:
        if self.base is None or self._base_name is None:
            return None
        with about(self._base_name, PolicyError):
            return Policy.from_json(self.base)

    def documents(self) -> list[dict[str, Any]]:
        """The document and those that it extends, the innermost first. They must load."""
        return _chain(self.text, self.base)


def _chain(text: bytes, base: bytes | None) -> list[dict[str, Any]]:
    document: dict[str, Any] = json.loads(text)
    extended = document.get("extends")
    if extended is None:
        return [document]
    if base is not None and json.loads(base)["name"] == extended:
        return [*_chain(base, None), document]
    return [*_chain(_built_in(extended), None), document]
