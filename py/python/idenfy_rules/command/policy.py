"""``policy check``, ``show`` and ``schema``: policies as documents."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click
from rich.console import Group, RenderableType

from idenfy_rules import Policy, PolicyError

from .documents import Source, schema
from .exits import Exit
from .faults import told
from .options import base_option, file_argument, policy_argument
from .subcommand import Answer, Family, Subcommand
from .view import columns, members, word

__all__ = ["policy"]


@click.group(cls=Family)
def policy() -> None:
    """Check and show policies."""


@policy.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy check ours.json
    idenfy-rules policy check ours.json --base group.json --json
    """,
)
@file_argument
@base_option
def check(file: str, base_name: str | None) -> Answer:
    """Tell whether the document in FILE loads, and if not, what is wrong where."""
    try:
        loaded = Source(file, base_name).check()
    except PolicyError as error:
        text = f": {told(error)}"
        refusal = {
            "code": error.code,
            "pointer": error.pointer,
            "suggestion": error.suggestion,
            "message": str(error),
        }
        return Answer(
            json.dumps({"valid": False, "policy": None, "error": refusal}),
            lambda: word("not valid").append(text, style="default"),
            Exit.NO,
        )
    identity = {
        "name": loaded.name,
        "revision": loaded.revision,
        "fingerprint": loaded.fingerprint,
        "rules": loaded.rule_ids,
    }
    form = json.dumps({"valid": True, "policy": identity, "error": None})
    return Answer(form, lambda: Group(word("valid"), "", members(_identity(loaded))))


def _identity(loaded: Policy) -> list[tuple[str, object]]:
    return [
        ("Name", loaded.name),
        ("Revision", loaded.revision),
        ("Fingerprint", loaded.fingerprint),
        ("Rules", len(loaded.rule_ids)),
    ]


@policy.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy show strict
    idenfy-rules policy show ours.json --base group.json
    idenfy-rules policy show strict --json > ours.json
    """,
)
@policy_argument
@base_option
def show(policy_name: str, base_name: str | None) -> Answer:
    """Show a policy with everything that it inherits; with --json its document as it is."""
    source = Source(policy_name, base_name)
    loaded = source.load()
    return Answer(source.text.decode(), lambda: _view(loaded, source.documents()))


def _view(loaded: Policy, documents: Iterable[dict[str, Any]]) -> RenderableType:
    documents = list(documents)
    about = [("About", document["about"]) for document in documents if "about" in document]
    lists = [
        (f"List ${name}", words)
        for document in documents
        for name, words in document.get("lists", {}).items()
    ]
    states = {
        state: outcome
        for document in documents
        for state, outcome in document.get("lifecycle", {}).items()
    }
    otherwise = [document["otherwise"] for document in documents if "otherwise" in document]
    named = [
        *_identity(loaded),
        *about,
        *lists,
        *((f"When {state}", outcome) for state, outcome in states.items()),
        ("Otherwise", otherwise[-1]),
    ]
    rules = [rule for document in documents for rule in document.get("rules", [])]
    return Group(members(named), "", columns(("Rule", "Then", "When", "Why"), map(_rule, rules)))


def _rule(rule: dict[str, Any]) -> tuple[object, ...]:
    undecided = f" (if undecided: {rule['ifUndecided']})" if "ifUndecided" in rule else ""
    when = json.dumps(rule["when"], ensure_ascii=False)
    return rule["id"], rule["then"], f"{when}{undecided}", rule.get("why")


@policy.command(
    "schema", cls=Subcommand, examples="idenfy-rules policy schema > policy.schema.json"
)
def show_schema() -> Answer:
    """Print the JSON Schema of policy documents, for editors."""
    return Answer(schema())
