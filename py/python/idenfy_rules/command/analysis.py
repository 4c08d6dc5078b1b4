"""``policy lint``, ``policy prove``, ``policy diff``: what a policy does for every webhook."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click
from rich.console import Group, RenderableType

from idenfy_rules import (
    Area,
    AreaFact,
    Change,
    Difference,
    Example,
    Lint,
    Outcome,
    PolicyError,
    Proof,
    Witness,
)

from .documents import loaded, loaded_all
from .exits import Exit
from .faults import told
from .options import WHOLE_NUMBER, base_option, other_policy_argument, policy_argument, word
from .subcommand import Answer, Subcommand
from .view import columns, members
from .view import word as coloured

__all__ = ["diff", "lint", "prove"]

_OUTCOME = word("outcome", [outcome for outcome in Outcome if outcome != Outcome.NONE])

_day_option = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    help="The day on which examples are read, by default that of the vocabularies.",
)
_steps_option = click.option(
    "--steps",
    type=WHOLE_NUMBER,
    metavar="NUMBER",
    help="How many choices the search may make. What is not decided by then is told as open.",
)


def _given(**options: Any) -> dict[str, Any]:
    """The options that were said; the library knows what is usual for the others."""
    return {name: value for name, value in options.items() if value is not None}


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy lint strict
    idenfy-rules policy lint ours.json --base group.json --json
    """,
)
@policy_argument
@base_option
@_day_option
@_steps_option
def lint(policy_name: str, base_name: str | None, today: str | None, steps: int | None) -> Answer:
    """Find rules that never decide, parts that say nothing, places where absence helps.

    The answer is yes if there is no warning and nothing is left open; notes do not count.
    """
    found = loaded(policy_name, base_name).lint(**_given(today=today, steps=steps))
    return Answer(found.to_json(), lambda: _lint(found), Exit.YES if found.clean else Exit.NO)


def _lint(found: Lint) -> RenderableType:
    severities = Counter(finding.severity for finding in found.findings)
    counts = [_count(severities["warning"], "warning"), _count(severities["note"], "note")]
    if found.undetermined:
        counts.append(f"{len(found.undetermined)} open")
    verdict = coloured("clean" if found.clean else "not clean")
    verdict.append(f": {', '.join(counts)}", style="default")
    rows: list[tuple[object, ...]] = [
        (each.severity, each.rule, each.pointer, each.code, each.message, _shown(each.example))
        for each in found.findings
    ]
    rows += [
        ("open", gap.rule, gap.pointer, gap.code, gap.gap, None) for gap in found.undetermined
    ]
    if not rows:
        return verdict
    names = ("Severity", "Rule", "Place", "Code", "Message", "Example")
    return Group(verdict, "", columns(names, rows))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("s" if number != 1 else "")


def _shown(example: Example | None) -> str | None:
    return None if example is None else _said(example.webhook)


def _said(webhook: Witness) -> str:
    """What a webhook says, in the words of test files."""
    event = {} if webhook.event is None else {"event": webhook.event}
    return _json({**event, **webhook.facts})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy prove strict --never accept --when '{"tags": {"anyClass": "blocklist"}}'
    idenfy-rules policy prove ours.json --always review --when '{"overall": {"class": "unknown"}}'
    """,
)
@policy_argument
@base_option
@click.option("--never", type=_OUTCOME, metavar="OUTCOME", help="No webhook has this outcome.")
@click.option("--always", type=_OUTCOME, metavar="OUTCOME", help="Every webhook has it.")
@click.option(
    "--when",
    required=True,
    metavar="CONDITION",
    help="Which webhooks: a condition of the policy language as JSON, '{}' for every one.",
)
@_day_option
@_steps_option
def prove(
    policy_name: str,
    base_name: str | None,
    never: str | None,
    always: str | None,
    when: str,
    today: str | None,
    steps: int | None,
) -> Answer:
    """Prove that webhooks never, or always, have an outcome, or show one that refutes it.

    The answer is yes if the claim holds.
    """
    policy = loaded(policy_name, base_name)
    scope = _given(today=today, steps=steps)
    claim = _given(never=never, always=always)
    try:
        proof = policy.prove(**claim, when=_condition(when), **scope)
    except PolicyError as error:
        raise click.UsageError(told(error), click.get_current_context()) from error
    code = Exit.YES if proof.result == "holds" else Exit.NO
    return Answer(proof.to_json(), lambda: _proof(proof), code)


def _condition(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise click.UsageError("--when must be JSON", click.get_current_context()) from None


def _proof(proof: Proof) -> RenderableType:
    verdict = coloured(proof.result)
    if proof.gap is not None:
        verdict.append(f": {': '.join([proof.gap, *proof.patterns])}", style="default")
    refuted = proof.counterexample
    if refuted is None:
        return verdict
    rows: list[tuple[str, object]] = [
        ("Outcome", refuted.outcome),
        ("Rules", refuted.rules),
        ("Lifecycle", refuted.lifecycle),
        ("Facts", _said(refuted.webhook)),
        ("Today", refuted.webhook.today),
        ("Body", refuted.webhook.body),
    ]
    return Group(verdict, "", members(rows))


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy diff strict ours.json
    idenfy-rules policy diff group.json ours.json --base group.json --json
    """,
)
@policy_argument
@other_policy_argument
@base_option
@click.option(
    "--regions",
    type=WHOLE_NUMBER,
    metavar="NUMBER",
    help="The most regions to describe for one pair of outcomes.",
)
@_day_option
@_steps_option
def diff(
    policy_name: str,
    other_name: str,
    base_name: str | None,
    regions: int | None,
    today: str | None,
    steps: int | None,
) -> Answer:
    """Tell which webhooks a new policy, the second one, decides otherwise than the old one.

    The answer is yes if both are proved to decide every webhook alike. `replay --against` tells it
    for webhooks that are recorded.
    """
    old, new = loaded_all([policy_name, other_name], base_name)
    found = old.diff(new, **_given(regions=regions, today=today, steps=steps))
    return Answer(found.to_json(), lambda: _difference(found), Exit.YES if found.equal else Exit.NO)


def _difference(found: Difference) -> RenderableType:
    verdict = coloured("equal" if found.equal else "not equal")
    if found.equal:
        return verdict
    verdict.append(f": {_count(len(found.changes), 'region')}", style="default")
    if found.undetermined:
        verdict.append(f", {len(found.undetermined)} open", style="default")
    rows = list(map(_change, found.changes))
    rows += [
        (gap.old_outcome, gap.new_outcome, f"open: {gap.gap}", None) for gap in found.undetermined
    ]
    return Group(verdict, "", columns(("Old", "New", "Which", "Example"), rows))


def _change(change: Change) -> tuple[object, ...]:
    example = None if change.example is None else _said(change.example)
    return change.old_outcome, change.new_outcome, _which(change.area), example


def _which(area: Area) -> str:
    """A region in the words of the policy language."""
    states = {} if area.lifecycle is None else {"lifecycle": area.lifecycle}
    return _json({**states, **{fact.fact: dict(_tests(fact)) for fact in area.facts}})


def _tests(fact: AreaFact) -> Iterator[tuple[str, object]]:
    """What is said of a fact, without what does not apply."""
    return (
        (name, value)
        for name, value in fact.to_dict().items()
        if name != "fact" and value not in (None, [])
    )
