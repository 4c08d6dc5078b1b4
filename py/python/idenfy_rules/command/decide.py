"""``decide``: what does a webhook mean for the person, by a policy?"""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import Group, RenderableType

from idenfy_rules import Decision, Explanation, Policy, WebhookError

from . import reading
from .documents import loaded
from .exits import Exit
from .faults import about
from .options import (
    base_option,
    event_option,
    file_argument,
    key_env_option,
    key_file_option,
    policy_option,
    signing_keys,
    today_option,
)
from .subcommand import Answer, Subcommand
from .view import columns, members

__all__ = ["decide"]


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules decide webhook.json --policy strict
    idenfy-rules decide webhook.json --policy ours.json --today 2026-11-20 --explain
    idenfy-rules decide webhook.json --policy strict --signature "$SIGNATURE" --key-file key.txt
    """,
)
@file_argument
@policy_option
@base_option
@click.option(
    "--signature",
    metavar="HEX",
    help="The `Idenfy-Signature` header: verify FILE first, with a signing key.",
)
@key_file_option
@key_env_option
@event_option
@today_option
@click.option(
    "--explain",
    is_flag=True,
    help='Show what every rule says, too; with --json as {"decision": ..., "explanation": ...}.',
)
def decide(
    file: str,
    policy_name: str,
    base_name: str | None,
    signature: str | None,
    key_files: Sequence[str],
    key_env: str | None,
    event_type: str | None,
    today: str | None,
    explain: bool,
) -> Answer:
    """Decide what FILE, the body of a webhook, means for the person.

    With --signature it is verified first, and refused if it is not genuine. The answer is yes
    for accept alone.
    """
    if signature is None and (key_files or key_env is not None):
        raise click.UsageError("a key needs --signature", click.get_current_context())
    keys = signing_keys(key_files, key_env) if signature is not None else None
    policy = loaded(policy_name, base_name)
    # A part of a body would have another signature, and so a wrong reason to be refused.
    body = reading.read(file) if keys is None else reading.whole(file)
    with about(file, WebhookError):
        decision = _decided(policy, body, signature, keys, event_type, today)
        explanation = policy.explain(body, event_type=event_type, today=today) if explain else None
    code = Exit.YES if decision.outcome == "accept" else Exit.NO
    return Answer(_form(decision, explanation), lambda: _view(decision, explanation), code)


def _decided(
    policy: Policy,
    body: bytes,
    signature: str | None,
    keys: Sequence[bytes] | None,
    event_type: str | None,
    today: str | None,
) -> Decision:
    if keys is None:
        return policy.evaluate(body, event_type=event_type, today=today)
    return policy.receive(body, signature, keys, event_type=event_type, today=today)


def _form(decision: Decision, explanation: Explanation | None) -> str:
    if explanation is None:
        return decision.to_json()
    return f'{{"decision": {decision.to_json()}, "explanation": {explanation.to_json()}}}'


def _view(decision: Decision, explanation: Explanation | None) -> RenderableType:
    if explanation is None:
        return _decision(decision)
    return Group(_decision(decision), "", _explanation(explanation))


def _decision(decision: Decision) -> RenderableType:
    policy = decision.policy
    undecided = [f"{rule.rule} ({', '.join(rule.facts)})" for rule in decision.undecided]
    notice = decision.notice
    return members(
        (
            ("Outcome", decision.outcome),
            ("Rules", decision.rules),
            ("Undecided", undecided),
            ("Lifecycle", decision.lifecycle),
            ("Flags", [f"{flag.tag or '?'} ({flag.class_})" for flag in decision.flags]),
            ("Unknown words", [f"{found.fact}: {found.word or '?'}" for found in decision.unknown]),
            ("Notice", (notice.product or "of an unknown product") if notice else None),
            ("Next step", decision.next_step),
            ("Verification", decision.scan_ref),
            ("Event", decision.event),
            ("Final", decision.final),
            ("Verified", decision.verified),
            ("Policy", f"{policy.name}, revision {policy.revision or '-'}, {policy.fingerprint}"),
        )
    )


def _explanation(explanation: Explanation) -> RenderableType:
    rows = (
        (
            rule.id,
            rule.then,
            rule.result,
            [f"{fact.fact}: {fact.word or fact.state}" for fact in rule.facts],
        )
        for rule in explanation.rules
    )
    return columns(("Rule", "Then", "Is", "Facts"), rows)
