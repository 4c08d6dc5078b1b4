"""Runs of the command: in this process, which is fast, or as a program, which is the real thing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from click.testing import CliRunner
from idenfy_rules import sign
from idenfy_rules.command.program import run

KEY = "signing key"
PROGRAM = (sys.executable, "-m", "idenfy_rules")

WEBHOOK = b'{"scanRef": "s-1", "final": true, "status": {"overall": "APPROVED"}}'
DENIED = WEBHOOK.replace(b"APPROVED", b"DENIED")
REQUEST = b'{"clientId": "c-1", "country": "LT"}'
ANSWER = b'{"message": "Partner reached token limit"}'
BASE = '{"format": 1, "name": "group", "extends": "strict"}'
OURS = '{"format": 1, "name": "ours", "extends": "group"}'
SIGNATURE = sign(WEBHOOK, KEY)


def tests_of(policy: str) -> bytes:
    """A test file with one case that passes."""
    case = {"name": "a", "webhook": json.loads(WEBHOOK), "expect": {"outcome": "accept"}}
    return json.dumps({"format": 1, "policy": policy, "cases": [case]}).encode()


FILES: dict[str, bytes] = {
    "request.json": REQUEST,
    "account.json": b'{"environment": "DEV"}',
    "answer.json": ANSWER,
    "context.json": b'{"max_attempts": 2}',
    "webhook.json": WEBHOOK,
    "denied.json": DENIED,
    "webhooks.ndjson": WEBHOOK + b"\n" + DENIED + b"\n",
    "group.json": BASE.encode(),
    "ours.json": OURS.encode(),
    "key.txt": f"{KEY}\n".encode(),
    "strict.test.json": tests_of("strict"),
    "ours.test.json": tests_of("ours"),
    "page.html": b'<p>Jane</p><iframe src="https://ui.idenfy.com/?authToken=t" allow="camera">',
    "api-key.txt": b"api key\n",
    "api-secret.txt": b"api secret\r\n",
}


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str


def written(folder: Path) -> Path:
    """The folder with every file of ``FILES``."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


def ran(*arguments: str, stdin: bytes | IO[bytes] = b"", **variables: str | None) -> Ran:
    """A run in this process."""
    with CliRunner().isolation(input=stdin, env=variables) as (out, err, _):
        code = run(list(arguments))
        return Ran(code, out.getvalue().decode(), err.getvalue().decode())


def program(
    *arguments: str | bytes, stdout: int | IO[bytes] = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """A run as a program of its own."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def environment() -> dict[str, str]:
    """The variables of a program: nothing that changes colours or widths."""
    loud = ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "TTY_COMPATIBLE", "PYTHONUNBUFFERED")
    return {name: value for name, value in os.environ.items() if name not in loud}
