"""Reports for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from idenfy_rules import Report, Violation

from .exits import Exit
from .subcommand import Answer
from .view import columns, word

__all__ = ["reported"]


def reported(report: Report, whole: str | None = None) -> Answer:
    """A report as an answer, which is no if there is an error.

    ``whole`` is what findings about no single member are about.
    """
    code = Exit.YES if report.valid else Exit.NO
    return Answer(report.to_json(), lambda: _view(report, whole), code)


def _view(report: Report, whole: str | None) -> RenderableType:
    counts = f"{_count(report.errors, 'error')}, {_count(report.warnings, 'warning')}"
    verdict = word("valid" if report.valid else "not valid").append(f": {counts}", style="default")
    if not len(report):
        return verdict
    rows = (
        (found.severity, found.pointer or whole, found.code, found.message) for found in report
    )
    return Group(verdict, "", columns(("Severity", "Place", "Code", "Message"), rows))


def _count(found: Sequence[Violation], what: str) -> str:
    return f"{len(found)} {what}" + ("s" if len(found) != 1 else "")
