"""What another policy makes of the same webhooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from rich.console import Group, RenderableType

from idenfy_rules import Decision, Policy

from .lines import Line
from .view import columns, members

__all__ = ["Comparison"]

# So many changed lines are shown to people; the JSON has all of them.
_SHOWN = 20


@dataclass
class Comparison:
    """How often another policy decides otherwise, and where."""

    policy: Policy
    outcomes: Counter[str] = field(default_factory=Counter)
    changes: Counter[tuple[str, str]] = field(default_factory=Counter)
    people: set[str | None] = field(default_factory=set)
    changed: list[dict[str, Any]] = field(default_factory=list)

    def see(self, line: Line, old: Decision, today: str | None) -> None:
        """Decides and counts a line that the old policy has decided."""
        new = self.policy.evaluate(line.body, today=today, digest=False)
        self.outcomes[new.outcome] += 1
        if old.outcome == new.outcome:
            return
        self.changes[old.outcome, new.outcome] += 1
        self.people.add(old.scan_ref)
        self.changed.append(
            {
                "line": line.number,
                "scan_ref": old.scan_ref,
                "old_outcome": old.outcome,
                "new_outcome": new.outcome,
                "old_rules": old.rules,
                "new_rules": new.rules,
            }
        )

    def form(self) -> dict[str, Any]:
        """The counts and lines as JSON; the latter have the keys of a ``ChangedLine``."""
        return {
            "outcomes": dict(sorted(self.outcomes.items())),
            "same": self.outcomes.total() - len(self.changed),
            "people": len(self.people),
            "counts": [
                {"old_outcome": old, "new_outcome": new, "count": count}
                for (old, new), count in self.changes.most_common()
            ],
            "changed": self.changed,
        }

    def view(self) -> RenderableType:
        """The same for people, with the first of the lines."""
        told = [("Lines that change", len(self.changed)), ("Verifications", len(self.people))]
        if not self.changed:
            return members(told)
        counts = [(old, new, count) for (old, new), count in self.changes.most_common()]
        keys = ("line", "scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules")
        rows = [tuple(changed[key] for key in keys) for changed in self.changed[:_SHOWN]]
        names = ("Line", "Verification", "Old", "New", "Old rules", "New rules")
        changes = columns(("Old", "New", "Lines"), counts)
        parts = [members(told), "", changes, "", columns(names, rows)]
        if len(self.changed) > _SHOWN:
            parts.append(f"{len(self.changed) - _SHOWN} more; --json names every one")
        return Group(*parts)
