"""What another policy makes of the same webhooks, for people."""

from __future__ import annotations

from rich.console import Group, RenderableType

from idenfy_rules import ChangedLine, RecordedDifference

from .view import columns, members

__all__ = ["view"]

# So many changed lines are shown to people; the JSON has all of them.
_SHOWN = 20


def view(found: RecordedDifference) -> RenderableType:
    """How often another policy decides otherwise, and the first of the lines."""
    told = [("Lines that change", len(found.changed)), ("Verifications", found.people)]
    if not found.changed:
        return members(told)
    counts = [(each.old_outcome, each.new_outcome, each.count) for each in found.counts]
    names = ("Line", "Verification", "Old", "New", "Old rules", "New rules")
    changes = columns(("Old", "New", "Lines"), counts)
    lines = columns(names, map(_row, found.changed[:_SHOWN]))
    parts = [members(told), "", changes, "", lines]
    if len(found.changed) > _SHOWN:
        parts.append(f"{len(found.changed) - _SHOWN} more; --json names every one")
    return Group(*parts)


def _row(line: ChangedLine) -> tuple[object, ...]:
    outcomes = line.old_outcome, line.new_outcome
    return line.line, line.scan_ref, *outcomes, line.old_rules, line.new_rules
