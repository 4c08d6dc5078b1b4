"""Help, completion, usage faults: what a person meets first."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from command_line import PROGRAM, SIGNATURE, environment, program, ran, written
from idenfy_rules import Operation, TransportKind
from idenfy_rules.command.exits import Exit
from idenfy_rules.command.program import NAME
from idenfy_rules.command.program import program as root
from idenfy_rules.command.subcommand import Subcommand
from idenfy_rules.vocab import Event
from support import need


def subcommands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], Subcommand]]:
    for name, command in group.commands.items():
        if isinstance(command, Subcommand):
            yield (*path, name), command
        elif isinstance(command, click.Group):
            yield from subcommands(command, *path, name)


COMMANDS = dict(subcommands(root))
EXAMPLES = [line for command in COMMANDS.values() for line in command.examples]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_shows_examples_and_the_json_option(path: tuple[str, ...]) -> None:
    told = ran(*path, "--help")
    assert (told.code, told.err) == (Exit.YES, "")
    assert "--json" in told.out and f"Usage: {NAME} {' '.join(path)} " in told.out
    assert COMMANDS[path].examples
    for line in COMMANDS[path].examples:
        assert line in told.out and f"{NAME} {' '.join(path)}" in line


def test_the_exit_codes_are_in_the_help() -> None:
    told = ran("--help")
    for code in Exit:
        assert f"{code:>4}  {code.meaning}\n" in told.out
    assert len({code.meaning for code in Exit}) == len(Exit)


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_run(line: str, tmp_path: Path) -> None:
    need("sh")
    written(tmp_path)
    (tmp_path / "webhooks.ndjson.gz").write_bytes((tmp_path / "webhooks.ndjson").read_bytes())
    if "--base" not in line and "ours.json" in line:
        (tmp_path / "ours.json").write_bytes((tmp_path / "group.json").read_bytes())
    typed = line.replace(NAME, " ".join(PROGRAM)).replace("zcat", "cat")
    variables = {**environment(), "SIGNATURE": SIGNATURE, "KEY": "signing key"}
    done = subprocess.run(
        ["sh", "-c", typed], cwd=tmp_path, env=variables, capture_output=True, check=False
    )
    assert done.returncode in (Exit.YES, Exit.NO), done.stderr
    assert done.stderr == b""


def test_the_version_is_told() -> None:
    told = ran("--version")
    assert (told.code, told.err) == (Exit.YES, "")
    assert re.fullmatch(r"idenfy-rules \d+\.\d+\.\d+\n", told.out)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "missing command (see idenfy-rules --help)"),
        (("policy",), "missing command (see idenfy-rules policy --help)"),
        (("validat",), "no such command 'validat'. Did you mean 'validate'?"),
        (("validate",), "missing argument 'FILE' (see idenfy-rules validate --help)"),
        (("validate", "a", "Jane", "Roe"), "2 more arguments than it takes (see"),
        (("validate", "a", "--jsn"), "no such option '--jsn'. Did you mean"),
        (("validate", "a", "--json=Jane"), "option '--json' does not take a value"),
        (("decide", "a"), "missing option '--policy' (see idenfy-rules decide --help)"),
        (("decide", "a", "--policy", "strict", "--key-env", "Jane"), "a key needs --signature"),
        (("verify", "a", "--key-env", "Jane"), "the variable of --key-env is not set"),
        (("classify",), "--status or --transport is needed (see idenfy-rules classify --help)"),
        (("classify", "--status", "Jane"), "'--status': must be a whole number"),
        (("classify", "--status", "70000"), "input.status: "),
        (("classify", "--status", "200", "--attempt", "0"), "input.attempt: "),
        (("classify", "--status", "200", "--operation", "Jane"), "must be one of create_token, "),
        (("classify", "--status", "200", "--header", "Jane"), "must be 'Name: value'"),
        (("policy", "show", "strict", "--format", "Jane"), "must be one of table, markdown, "),
        (("policy", "show", "strict", "--tests", "Jane"), "--tests needs --format html"),
        (("lint", "webhook-url", "https://a.example", "Jane"), "1 more arguments than it takes"),
        (("lint", "receiver", "--seconds", "Jane"), "'--seconds': must be a number"),
        (("lint", "receiver", "--status", "70000"), "input.status: "),
        (("lint", "missing-webhook", "--finished", "Jane"), "must be one of yes, no"),
        (("lint", "credentials", "--key-env", "Jane"), "the variable of --key-env is not set"),
        (("lint", "credentials", "--key-file", "a", "--key-env", "Jane"), "exclude each other"),
        (("lint", "credentials", "Jane"), "1 more arguments than it takes"),
        (("retry-plan", "--max-attempts", "0"), "input.max_attempts: "),
        (("retry-plan", "--cap-ms", "1" * 5000), "'--cap-ms': must be a whole number"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: tuple[str, ...], text: str) -> None:
    told = ran(*arguments)
    assert (told.code, told.out) == (Exit.USAGE, "")
    assert told.err.startswith("idenfy-rules: ") and text in told.err
    assert told.err.count("\n") == 1 and "Jane" not in told.err


def completed(*typed: str) -> set[str]:
    """What the shell offers for the last word."""
    variables = {
        **environment(),
        "_IDENFY_RULES_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join([NAME, *typed]),
        "COMP_CWORD": str(len(typed)),
    }
    done = subprocess.run(PROGRAM, env=variables, capture_output=True, check=True, text=True)
    assert done.stderr == ""
    return {line.partition(",")[2] for line in done.stdout.splitlines()}


def test_words_are_completed() -> None:
    assert completed("val") == {"validate"}
    assert completed("policy", "s") == {"show", "schema"}
    assert {"documented", "strict"} <= completed("decide", "a", "--policy", "")
    assert "strict" in completed("policy", "show", "st")
    assert completed("policy", "show", "strict", "--format", "m") == {"markdown", "mermaid"}
    assert completed("lint", "receiver", "--verifies", "") == {"yes", "no"}
    assert completed("classify", "--operation", "de") == {"delete"}
    assert completed("classify", "--transport", "conn") == {
        "connect_refused",
        "connect_timeout",
        "connection_reset",
    }
    events = completed("decide", "a", "--event-type", "AML")
    assert events == {str(event) for event in Event if event.startswith("AML")}
    assert "--policy" in completed("decide", "a", "--po")


def test_the_words_in_the_help_are_those_of_the_library() -> None:
    told = " ".join(ran("classify", "--help").out.split())
    assert ", ".join(Operation) in told
    assert ", ".join(TransportKind) in told


def test_the_shell_takes_the_completion() -> None:
    need("bash")
    variables = {**environment(), "_IDENFY_RULES_COMPLETE": "bash_source"}
    script = subprocess.run(PROGRAM, env=variables, capture_output=True, check=True).stdout
    pressed = """
        eval "$(cat)"
        COMP_WORDS=(idenfy-rules policy show st)
        COMP_CWORD=3
        _idenfy_rules_completion idenfy-rules
        echo "${COMPREPLY[@]}"
    """
    scripts = Path(sys.executable).parent
    variables = {**environment(), "PATH": f"{scripts}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", pressed], input=script, env=variables, capture_output=True, check=True
    )
    assert done.stdout == b"strict\n"


def test_the_console_script_is_the_command() -> None:
    script = Path(sys.executable).with_name("idenfy-rules")
    assert os.access(script, os.X_OK)
    told = subprocess.run([script, "--version"], capture_output=True, check=True)
    assert told.stdout == program("--version").stdout
