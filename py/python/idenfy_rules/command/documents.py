"""Policies by name or file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from idenfy_rules import Policy, PolicyError

from . import reading
from .faults import about

__all__ = ["BUILT_IN", "checked", "loaded", "loaded_all"]

BUILT_IN: dict[str, Callable[[], Policy]] = {
    make.__name__: make for make in (Policy.documented, Policy.strict)
}


def loaded(name: str, base_name: str | None = None) -> Policy:
    """A policy; a document that cannot be used is told with the name of its file.

    ``name`` is that of a built-in policy or of a file, which may extend that of ``base_name``. A
    file that has the name of a built-in policy needs its folder: ``./strict``.
    """
    [policy] = loaded_all([name], base_name)
    return policy


def loaded_all(names: Sequence[str], base_name: str | None = None) -> list[Policy]:
    """The same for several policies, all of which may extend the same one."""
    base, policies = _base(base_name), []
    for name in names:
        with about(name, PolicyError):
            policies.append(_made(name, base))
    return policies


def checked(name: str, base_name: str | None = None) -> Policy:
    """The same as ``loaded``. Raises ``PolicyError`` for the document, but not for its base."""
    return _made(name, _base(base_name))


# The name of a file and what is in it, which standard input gives only once.
_Base: TypeAlias = tuple[str, bytes] | None


def _base(name: str | None) -> _Base:
    return None if name is None else (name, reading.read(name, reading.POLICY))


def _made(name: str, base: _Base) -> Policy:
    if name in BUILT_IN:
        return BUILT_IN[name]()
    text = reading.read(name, reading.POLICY)
    if base is None:
        return Policy.from_json(text)
    base_name, document = base
    with about(base_name, PolicyError):
        extended = Policy.from_json(document)
    return Policy.from_json(text, extended)
