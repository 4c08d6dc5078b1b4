"""Analysis vectors: what is asked, what is claimed, and whether examples are decided as they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import forms
from idenfy_rules import IdenfyRulesError, Policy, PolicyError
from support import policy_of
from vectors import Case, differences, exactly

INPUT = {
    "lint": set(),
    "prove": {"never", "always", "when"},
    "diff": {"other", "regions"},
    "diff_recorded": {"other", "lines"},
}


def asked(case: Case) -> Any:
    """The answer of the call that a vector stands for."""
    ask, policy = case.input["ask"], policy_of(case.input["policy"])
    exactly(case.input, {"ask", "policy", "today", "steps"} | INPUT[ask], case.place)
    keywords = {
        key: value for key, value in case.input.items() if key not in {"ask", "policy", "lines"}
    }
    if "other" in keywords:
        keywords["other"] = policy_of(keywords["other"])
    if ask == "diff_recorded":
        lines = case.input["lines"]
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        keywords["lines"] = [text.encode() for text in texts]
    return getattr(policy, ask)(**keywords)


def analysis(case: Case) -> list[str]:
    try:
        answer = asked(case)
    except IdenfyRulesError as error:
        found: dict[str, Any] = {"error": error.code}
        if isinstance(error, PolicyError):
            found |= {"pointer": error.pointer, "suggestion": error.suggestion}
        return differences(case.expect, found)
    for part in parts(answer):
        forms.check(part)
    form = answer.to_dict()
    entries = [*form.get("findings", []), *form.get("changes", [])]
    claims = {key: ordered(value, key) for key, value in case.expect.items() if key != "shown"}
    failures = differences(claims, form | sets(entries))
    shown = [with_short_area(entry) for entry in entries]
    for claim in map(with_short_area, case.expect.get("shown", [])):
        if all(differences(claim, entry) for entry in shown):
            failures.append(f"nothing is {claim}")
    return failures + faults_of_webhooks(case, form, entries)


def parts(result: Any) -> Iterator[Any]:
    """A result and every result inside it."""
    for item in result if isinstance(result, list) else [result]:
        if hasattr(item, "to_dict"):
            yield item
            for name in type(item).__match_args__:
                yield from parts(getattr(item, name))


def sets(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """What can be claimed of findings and changes as sets."""
    keys = ("code", "rule", "pointer")
    found = [{key: entry.get(key) for key in keys} for entry in entries]
    pairs = [[entry.get("old_outcome"), entry.get("new_outcome")] for entry in entries]
    return {"found": ordered(found, "found"), "pairs": ordered(pairs, "pairs")}


def ordered(value: Any, key: str) -> Any:
    return sorted_once(value) if key in {"found", "pairs"} else value


def sorted_once(values: list[Any]) -> list[Any]:
    """Values in one order, each once."""
    return [json.loads(text) for text in sorted({json.dumps(v, sort_keys=True) for v in values})]


def with_short_area(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry whose area says only what applies; in a list, so that it is compared as a whole."""
    area = entry.get("area")
    return {**entry, "area": [ordered_deep(short(area))]} if isinstance(area, dict) else entry


def short(area: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(area.get("facts"), list):
        return area
    states = {} if area["lifecycle"] is None else {"lifecycle": area["lifecycle"]}
    return states | {
        fact["fact"]: {
            test: said for test, said in fact.items() if test != "fact" and said not in (None, [])
        }
        for fact in area["facts"]
    }


def ordered_deep(value: Any) -> Any:
    if isinstance(value, list):
        return sorted_once([ordered_deep(item) for item in value])
    if isinstance(value, dict):
        return {key: ordered_deep(inner) for key, inner in value.items()}
    return value


def faults_of_webhooks(
    case: Case, form: dict[str, Any], entries: list[dict[str, Any]]
) -> list[str]:
    """Webhooks that are not decided as it is said."""
    policy, failures = policy_of(case.input["policy"]), []
    usual = (form.get("policy") or form["old"])["vocabulary"]

    def see(by: Policy, webhook: dict[str, Any], said: tuple[str, list[str]]) -> None:
        day = webhook["today"] or case.input.get("today", usual)
        decision = by.evaluate(webhook["body"], event_type=webhook["event"], today=day)
        if (decision.outcome, decision.rules) != said:
            failures.append(f"{webhook['body']} is not decided as {said}")

    examples = [form.get("counterexample")]
    for entry in entries:
        if "old_outcome" not in entry:
            examples += [entry["example"], entry["instead"]]
        elif entry["example"] is not None:
            other = policy_of(case.input["other"])
            see(policy, entry["example"], (entry["old_outcome"], entry["old_rules"]))
            see(other, entry["example"], (entry["new_outcome"], entry["new_rules"]))
    for example in filter(None, examples):
        see(policy, example["webhook"], (example["outcome"], example["rules"]))
    return failures
