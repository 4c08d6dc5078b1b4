"""Policies by name or file."""

from __future__ import annotations

from collections.abc import Callable

from idenfy_rules import Policy, PolicyError

from . import reading
from .faults import about

__all__ = ["BUILT_IN", "checked", "loaded"]

BUILT_IN: dict[str, Callable[[], Policy]] = {
    make.__name__: make for make in (Policy.documented, Policy.strict)
}


def loaded(name: str, base_name: str | None = None) -> Policy:
    """A policy; a document that cannot be used is told with the name of its file.

    ``name`` is that of a built-in policy or of a file, which may extend that of ``base_name``. A
    file that has the name of a built-in policy needs its folder: ``./strict``.
    """
    with about(name, PolicyError):
        return checked(name, base_name)


def checked(name: str, base_name: str | None = None) -> Policy:
    """The same. Raises ``PolicyError`` for the document, but not for its base."""
    base = reading.read(base_name, reading.POLICY) if base_name is not None else None
    if name in BUILT_IN:
        return BUILT_IN[name]()
    text = reading.read(name, reading.POLICY)
    if base is None or base_name is None:
        return Policy.from_json(text)
    with about(base_name, PolicyError):
        extended = Policy.from_json(base)
    return Policy.from_json(text, extended)
