"""``policy``: policies as documents, tried and shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click
from rich.console import Group, RenderableType

from idenfy_rules import Policy, PolicyError, TestRun

from . import analysis, reading
from .documents import checked, loaded
from .exits import Exit
from .faults import about, told
from .options import FILE, OneOf, base_option, file_argument, policy_argument
from .subcommand import Answer, Family, Subcommand
from .view import columns, members, word

__all__ = ["policy"]


@click.group(cls=Family)
def policy() -> None:
    """Check, test, analyse and show policies."""


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
        found = checked(file, base_name)
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
        "name": found.name,
        "revision": found.revision,
        "fingerprint": found.fingerprint,
        "rules": found.rule_ids,
    }
    form = json.dumps({"valid": True, "policy": identity, "error": None})
    return Answer(form, lambda: Group(word("valid"), "", members(_identity(found))))


def _identity(found: Policy) -> list[tuple[str, object]]:
    return [
        ("Name", found.name),
        ("Revision", found.revision),
        ("Fingerprint", found.fingerprint),
        ("Rules", len(found.rule_ids)),
    ]


@policy.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy test strict strict.test.json
    idenfy-rules policy test ours.json ours.test.json --base group.json
    """,
)
@policy_argument
@file_argument
@base_option
def test(policy_name: str, file: str, base_name: str | None) -> Answer:
    """Run the cases of FILE, webhooks or facts and what has to become of them.

    What no case tried is listed, too. The answer is yes if every case passes.
    """
    run = _run(loaded(policy_name, base_name), file)
    return Answer(run.to_json(), code=Exit.YES if run.passed else Exit.NO, text=str(run))


def _run(found: Policy, file: str) -> TestRun:
    content = reading.read(file, reading.POLICY)
    with about(file, PolicyError):
        return found.test(content)


# Every form but the table is a text to save or publish.
_PAGES: dict[str, Callable[[Policy, TestRun | None], str]] = {
    "markdown": lambda found, _: found.to_markdown(),
    "html": lambda found, run: found.to_html(run),
    "mermaid": lambda found, _: found.to_mermaid(),
}


@policy.command(
    cls=Subcommand,
    examples="""
    idenfy-rules policy show strict
    idenfy-rules policy show ours.json --base group.json --json
    idenfy-rules policy show strict --format html --tests strict.test.json > strict.html
    """,
)
@policy_argument
@base_option
@click.option(
    "--format",
    "form",
    type=OneOf("form", ("table", *_PAGES)),
    default="table",
    show_default=True,
    help="How: as a table here, or as a text for a wiki, a browser or a chart.",
)
@click.option(
    "--tests",
    "tests_name",
    type=FILE,
    metavar="FILE",
    help="With --format html: show what the cases of this test file tried of each rule.",
)
def show(policy_name: str, base_name: str | None, form: str, tests_name: str | None) -> Answer:
    """Show a policy with everything that it inherits; with --json as one document."""
    if tests_name is not None and form != "html":
        raise click.UsageError("--tests needs --format html", click.get_current_context())
    found = loaded(policy_name, base_name)
    if form == "table":
        return Answer(found.to_json(), lambda: _view(found))
    run = _run(found, tests_name) if tests_name is not None else None
    return Answer(found.to_json(), text=_PAGES[form](found, run).encode())


def _view(found: Policy) -> RenderableType:
    document = json.loads(found.to_json())
    named = [
        *_identity(found),
        ("About", document.get("about")),
        *((f"List ${name}", words) for name, words in document.get("lists", {}).items()),
        *((f"When {state}", outcome) for state, outcome in document["lifecycle"].items()),
        ("Otherwise", document["otherwise"]),
    ]
    rules = columns(("Rule", "Then", "When", "Why"), map(_rule, document["rules"]))
    return Group(members(named), "", rules)


def _rule(rule: dict[str, Any]) -> tuple[object, ...]:
    undecided = f" (if undecided: {rule['ifUndecided']})" if "ifUndecided" in rule else ""
    when = json.dumps(rule["when"], ensure_ascii=False)
    return rule["id"], rule["then"], f"{when}{undecided}", rule.get("why")


for _command in (analysis.lint, analysis.prove, analysis.diff):
    policy.add_command(_command)


@policy.command(
    "schema", cls=Subcommand, examples="idenfy-rules policy schema > policy.schema.json"
)
def show_schema() -> Answer:
    """Print the JSON Schema of policy documents, for editors."""
    return Answer(json.dumps(Policy.json_schema(), indent=2, ensure_ascii=False))
