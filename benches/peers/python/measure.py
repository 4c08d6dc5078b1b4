"""Checks that all peers answer alike, then measures them: `measure.py INPUTS RESULT`."""

import importlib.metadata
import json
import pathlib
import platform
import sys

from checkers import CHECKERS
from deciders import DECIDERS
from rounds import medians

RULES = (10, 100, 1_000)
# The slowest needs some 10 ms for one of them.
CHECKED = 250
FEW = 16
PACKAGES = ["cedarpy", "common-expression-language", "datalogic-py", "jsonschema-rs", "msgspec",
            "pydantic", "zen-engine"]


def lines(path, count=None):
    with path.open("rb") as file:
        return [line.rstrip(b"\n") for _, line in zip(range(count or 10**9), file)]


def agree(what, calls, bodies):
    """Stops at the first body about which two of `calls` disagree."""
    for number, body in enumerate(bodies):
        answers = {name: call(body) for name, call in calls.items()}
        first = next(iter(answers.values()))
        if any(answer != first for answer in answers.values()):
            sys.exit(f"{what}, body {number}: {answers}")


def decisions(inputs):
    webhooks = lines(inputs / "webhooks.ndjson", CHECKED)
    for count in RULES:
        name = f"decide {count}"
        calls = {who: load(inputs / f"rules-{count}") for who, load in DECIDERS.items()}
        print(f"comparing and measuring: {name}", file=sys.stderr)
        agree(name, calls, webhooks)
        yield name, medians([(who, call, webhooks[:FEW]) for who, call in calls.items()])


def tokens(inputs):
    words = json.loads((inputs / "token" / "words.json").read_text())
    pairs = {who: load(words) for who, load in CHECKERS.items()}
    agree("tokens", {who: at_fault for who, (_, at_fault) in pairs.items()},
          lines(inputs / "token" / "bodies.ndjson"))
    for kind in ("valid", "eight"):
        body = (inputs / "token" / f"{kind}.json").read_bytes()
        print(f"measuring: token {kind}", file=sys.stderr)
        yield f"token {kind}", medians([(who, check, [body]) for who, (check, _) in pairs.items()])


def main(inputs, result):
    tables = [{"name": name, "rows": rows}
              for part in (decisions, tokens) for name, rows in part(inputs)]
    versions = {name: importlib.metadata.version(name) for name in PACKAGES}
    python = f"{platform.python_implementation()} {platform.python_version()}"
    result.write_text(json.dumps({"python": python, "versions": versions, "tables": tables}))


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
