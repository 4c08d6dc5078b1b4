"""The vectors that every language runs: one set of JSON cases, read strictly."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "tests" / "vectors"


@dataclass(frozen=True)
class Case:
    """One case, and the place where it stands."""

    place: str
    input: dict[str, Any]
    expect: dict[str, Any]


def exactly(members: dict[str, Any], known: set[str], place: str) -> None:
    """Refuses a key that nobody would look at."""
    assert members.keys() <= known, f"{place}: unknown keys {members.keys() - known}"


def read(area: str) -> list[Case]:
    """Every case of an area. An area without files and a file without cases are faults."""
    paths = sorted((FOLDER / area).glob("*.json"))
    assert paths, f"{area} has no vectors"
    cases = []
    for path in paths:
        document = json.loads(path.read_text(encoding="utf-8"))
        place = f"{area}/{path.name}"
        exactly(document, {"format", "about", "cases"}, place)
        assert document["format"] == 1
        assert document["cases"], f"{place} has no case"
        names = [case["name"] for case in document["cases"]]
        assert len(names) == len(set(names)), f"{place}: names occur twice"
        for case in document["cases"]:
            exactly(case, {"name", "source", "input", "expect"}, f"{place}: {case['name']}")
            cases.append(Case(f"{place}: {case['name']}", case["input"], case["expect"]))
    return cases


def forms(given: dict[str, Any], key: str | None) -> list[Any]:
    """A body in every form that means the same: bytes first, then text and mapping."""
    [name] = given.keys() & {key, "body", "body_base64"}
    value = given[name]
    if name == "body_base64":
        return [base64.b64decode(value)]
    if name == "body":
        return [value.encode(), value]
    text = json.dumps(value, ensure_ascii=False)
    other = [bytearray(text.encode()), memoryview(text.encode()), text]
    return [text.encode(), *other, *([value] if isinstance(value, dict) else [])]


def differences(claimed: Any, found: Any, place: str = "") -> list[str]:
    """Every claim that does not hold. Absent keys are not compared, lists exactly."""
    if isinstance(claimed, dict) and isinstance(found, dict):
        missing = [f"{place}/{key} is not there" for key in claimed if key not in found]
        inner = [
            difference
            for key in claimed
            if key in found
            for difference in differences(claimed[key], found[key], f"{place}/{key}")
        ]
        return missing + inner
    same = claimed == found and isinstance(claimed, bool) == isinstance(found, bool)
    return [] if same else [f"{place}: expected {claimed!r}, found {found!r}"]
