#!/usr/bin/env python3
"""Instructions of the main paths, against those that stand in counts.json.

    python3 benches/instructions/check.py           fails when a path costs over 3 % more
    python3 benches/instructions/check.py --write   writes what it counted

A rise is no failure, and can be written, when the `Unreleased` part of CHANGELOG.md has a line
that begins with `- **instructions**` and names the path. Counts belong to one toolchain on one
kind of machine: with another compiler there is nothing to compare, and it says SKIPPED, which
fails under STRICT=1.

Valgrind counts, one path per process; where a path takes webhooks, a count is the mean of 16.
Digests count for more than they cost: valgrind has no SHA instructions, so portable code runs.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
STORED = HERE / "counts.json"
GENERATE = ROOT / "benches" / "peers" / "inputs" / "generate.py"
WEBHOOKS = 16
FROM_C = "evaluate from C, 10 rules"
TOLERANCE = 0.03
MARK = "- **instructions**"


def output(*command):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def skip(reason):
    print(f"SKIPPED: {reason}; instructions were not counted")
    sys.exit(1 if os.environ.get("STRICT") == "1" else 0)


def toolchain():
    about = output("rustc", "--version", "--verbose")
    return {key: re.search(rf"^{key}: (.+)$", about, re.M)[1] for key in ("release", "host")}


def executable(*arguments):
    """What cargo built, by what it says itself."""
    cargo = os.environ.get("CARGO", "cargo")
    command = [cargo, *arguments, "--locked", "--message-format=json-render-diagnostics"]
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in lines.splitlines()]
    return [path for message in messages if message["reason"] == "compiler-artifact"
            for path in [message["executable"], *message["filenames"]] if path]


def from_c(folder):
    """The C program beside this file, against the C library as it is released."""
    built = executable("build", "--release", "--package", "idenfy-rules-c")
    library = next(path for path in built if path.endswith("libidenfy_rules.a"))
    program = pathlib.Path(folder, "from_c")
    output(os.environ.get("CC", "cc"), "-std=c11", "-O2", "-I", "include", str(HERE / "from_c.c"),
           library, "-lpthread", "-ldl", "-lm", "-o", str(program))
    return str(program)


def count(path, *command):
    """Instructions of one call inside `counted`, where the path is taken the second time."""
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                "--toggle-collect=*counted*"]
    done = subprocess.run([*valgrind, *command], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found or not int(found[1]):
        sys.exit(f"{path}: nothing counted\n{done.stderr}")
    return round(int(found[1]) / int(done.stdout))


def counts():
    program = executable("bench", "--no-run", "--bench", "instructions")[-1]
    with tempfile.TemporaryDirectory() as folder:
        output(sys.executable, str(GENERATE), folder, str(WEBHOOKS))
        counted = {path: count(path, program, folder, path) for path in output(program).splitlines()}
        return counted | {FROM_C: count(FROM_C, from_c(folder), folder)}


def announced(path):
    """Whether the changelog says that this path costs more."""
    unreleased = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("\n## Unreleased")[2]
    lines = unreleased.partition("\n## ")[0].splitlines()
    return any(line.startswith(MARK) and path in line for line in lines)


def compare(stored, counted):
    """Prints every path; gives those that rose without a word."""
    silent = []
    for path, now in counted.items():
        before = stored.get(path)
        change = now / before - 1 if before else None
        rose = change is not None and change > TOLERANCE
        word = "" if not rose else "rose, as announced" if announced(path) else "ROSE"
        if change is not None and change < -TOLERANCE:
            word = "fell: write it"
        shown = "new" if change is None else f"{change:+.1%}"
        print(f"{path:<28}{now:>12,}{shown:>9}  {word}")
        silent += [path] if word == "ROSE" else []
    return silent


def main(write):
    for program in ("valgrind", os.environ.get("CC", "cc")):
        if not shutil.which(program):
            skip(f"{program} is missing")
    kept = json.loads(STORED.read_text()) if STORED.exists() else {"toolchain": toolchain(), "counts": {}}
    if not write and kept["toolchain"] != toolchain():
        skip(f"the counts are for {kept['toolchain']}, this is {toolchain()}")
    same = kept["toolchain"] == toolchain()
    counted = counts()
    silent = compare(kept["counts"] if same else {}, counted)
    if silent:
        sys.exit(f"more instructions without a line `{MARK} ...` in CHANGELOG.md: {', '.join(silent)}")
    missing = set(kept["counts"]) - set(counted)
    if write:
        text = json.dumps({"toolchain": toolchain(), "counts": counted}, indent=2)
        STORED.write_text(text + "\n", encoding="utf-8")
    elif missing or set(counted) - set(kept["counts"]):
        sys.exit("the list of paths has changed: run with --write")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
