"""The tables of a run: `report.py RUST.json [PYTHON.json DATE]`.

Prints them; with the figures of Python and a date it writes benches/RESULTS.md, too. Only ratios
are shown, since machines differ: `I` is what serde_json takes to look at the same bytes and
ignore them, `B` a hand-written struct with a `match` (10 rules) or a loop, `T` hand-written
checks over a typed token request.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = ROOT / "benches" / "RESULTS.md"
COUNTS = ROOT / "benches" / "instructions" / "counts.json"
OURS = "idenfy-rules"
IGNORED = "serde_json IgnoredAny (I)"
BY_HAND = "typed + match / rule loop (B)"
BY_HAND_TOKEN = "typed + checks (T)"
SIZES = ("10", "100", "1000")


def figures(path):
    """Table name -> row name -> nanoseconds."""
    found = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    tables = found["tables"] if isinstance(found, dict) else found
    return {table["name"]: dict(table["rows"]) for table in tables}, found


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(head, rows):
    align = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, align, *rows])


def decisions(tables, unit):
    """Every engine at the three sizes: to `unit` in the same table, and to idenfy-rules."""
    parts = [tables[f"decide {size}"] for size in SIZES]
    head = ["", *(f"{size} rules" for size in ("10", "100", "1,000"))]
    rows = [[name, *(number(part[name] / part[unit]) for part in parts)] for name in parts[0]]
    return table(head, rows)


def against(rows, unit, head):
    return table(["", head], [[name, number(time / rows[unit])] for name, time in rows.items()])


def tokens(tables, unit):
    valid, eight = tables["token valid"], tables["token eight"]
    rows = [[name, number(valid[name] / valid[unit]), number(eight[name] / eight[unit])]
            for name in valid]
    return table(["", "valid", "8 violations"], rows)


def throughput(rows):
    done = [[name, number(rows[IGNORED] / time)] for name, time in rows.items()]
    return table(["", "webhooks per second, I = 1"], done)


def rust_goals(tables):
    """(what, figure, goal, stretch, whether less is better)"""
    size = {name: tables[f"decide {name}"] for name in SIZES}
    ten, thousand, verified = size["10"], size["1000"], tables["verified"]
    batch, counts = tables["batch"], json.loads(COUNTS.read_text())["counts"]
    counted = counts["evaluate, 10 rules"] / counts["serde_json IgnoredAny"]
    yield "10 rules, to I", ten[OURS] / ten[IGNORED], 1.2, 0.95, True
    yield "10 rules, to B", ten[OURS] / ten[BY_HAND], 0.7, 0.55, True
    yield "10 rules, instructions to I", counted, 1.05, 0.75, True
    yield "1,000 rules, to 10", thousand[OURS] / ten[OURS], 1.1, 1.03, True
    yield "1,000 rules, to B", thousand[OURS] / thousand[BY_HAND], 0.28, 0.2, True
    if "datalogic-rs" in ten:
        for part, peer, goal, what in [(ten, "datalogic-rs", 1.6, "10"),
                                       (thousand, "datalogic-rs", 20, "1,000"),
                                       (thousand, "zen-engine", 9, "1,000")]:
            yield f"{what} rules, times faster than {peer}", part[peer] / part[OURS], goal, goal, False
    yield "from C, 10 rules, to Rust", ten["idenfy-rules from C"] / ten[OURS], 1.05, 1.05, True
    for what, goal, stretch in [("verify, then evaluate without digest", 2.5, 2.1),
                                ("receive, which always digests", 3.7, 3.3)]:
        yield f"{what}, to I", verified[what] / verified[IGNORED], goal, stretch, True
    for rules in ("10", "1000"):
        name = f"{OURS}, {rules} rules"
        yield f"batch, {rules} rules, throughput to I", batch[IGNORED] / batch[name], 0.8, 1.0, False
    for kind in ("valid", "eight"):
        rows = tables[f"token {kind}"]
        yield f"token {kind}, to T", rows[OURS] / rows[BY_HAND_TOKEN], 0.6, 0.6, True
    yield "load `strict`, in ms", tables["others"]["load `strict`"] / 1e6, 1, 1, True


def python_goals(tables):
    ten = tables["decide 10"]
    for peer, goal, stretch in [("json.loads + if / rule loop", 5, 7),
                                ("msgspec + if / rule loop", 1.2, 1.6),
                                ("zen-engine, decision object", 40, 40), ("cedarpy", 40, 40)]:
        yield f"Python, 10 rules, times faster than {peer}", ten[peer] / ten[OURS], goal, stretch, False
    for kind, goal in (("valid", 2), ("eight", 4)):
        rows = tables[f"token {kind}"]
        yield f"Python, token {kind}, times faster than pydantic", rows["pydantic"] / rows[OURS], goal, goal, False


def goals(found):
    rows = []
    for what, ratio, goal, stretch, less in found:
        met, beyond = (ratio <= limit if less else ratio >= limit for limit in (goal, stretch))
        word = "stretch" if beyond and stretch != goal else "yes" if met else "no"
        aim = f"at {'most' if less else 'least'} {goal:g}" + f" ({stretch:g})" * (stretch != goal)
        rows.append([what, number(ratio), aim, word])
    return table(["what", "measured", "goal (stretch)", "reached"], rows)


def machine():
    cpu = re.search(r"^model name\s*: (.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True)
    return f"{os.cpu_count()} cores, {cpu[1] if cpu else 'unknown CPU'}; {rustc.stdout.strip()}"


def versions():
    """The pinned crates, by the manifest."""
    manifest = (HERE / "Cargo.toml").read_text(encoding="utf-8")
    return dict(re.findall(r'^([a-z0-9_-]+) = .*"=([0-9.]+)"', manifest, re.M))


def listed(found):
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))


def rust_sections(tables):
    unit = tables["decide 10"][IGNORED] / 1000
    yield "From bytes to a decision, Rust", (
        f"To I = 1. (I took {unit:.2f} µs.) Sixteen webhooks of 3,110 bytes, again and again."
    ), decisions(tables, IGNORED)
    yield "Genuine, and then?", "To I = 1. One webhook, ten rules.", against(
        tables["verified"], IGNORED, "to I")
    yield "Batches", "20,000 webhooks that differ, one core; ours as lines of NDJSON.", throughput(tables["batch"])
    yield "Token requests, Rust", "To T = 1.", tokens(tables, BY_HAND_TOKEN)
    yield "Other calls", "To I = 1.", against(tables["others"], IGNORED, "to I")


def python_sections(tables):
    yield "From bytes to a decision, Python", "To idenfy-rules = 1.", decisions(tables, OURS)
    yield "Token requests, Python", "To idenfy-rules = 1.", tokens(tables, OURS)


def page(sections, goals_found):
    sections = [*sections, ("Goals", "Less is better where it says at most.", goals(goals_found))]
    return "\n\n".join(f"## {title}\n\n{about}\n\n{rows}" for title, about, rows in sections) + "\n"


def main(rust_file, python_file=None, date=None):
    rust, _ = figures(rust_file)
    if python_file is None:
        return print(page(rust_sections(rust), rust_goals(rust)))
    python, found = figures(python_file)
    head = (
        "# Results\n\n"
        "Written by `make bench`; what the figures mean, and what they do not: "
        "[docs/speed.md](../docs/speed.md).\n\n"
        f"* Day: {date}\n* Machine: {machine()}\n* {found['python']}\n"
        f"* Crates: {listed(versions())}\n* Python packages: {listed(found['versions'])}\n\n"
    )
    sections = [*rust_sections(rust), *python_sections(python)]
    text = head + page(sections, [*rust_goals(rust), *python_goals(python)])
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
