"""The JSON forms of the results, as documented, and what holds for every result."""

from __future__ import annotations

import copy
import json
import keyword
import pickle
from collections.abc import Iterator
from enum import Enum
from typing import Any

import idenfy_rules

KEYS: dict[str, tuple[str, ...]] = {
    "Report": ("valid", "violations"),
    "Violation": ("code", "pointer", "identifier", "severity", "params", "message"),
    "Classification": (
        "action",
        "reason",
        "escalate_to",
        "pointers",
        "retryable",
        "delay",
        "retry_after_s",
        "not_before_unix",
        "pacing_ms",
        "outcome_unknown",
        "underlying",
        "disagreement",
        "status",
        "identifier",
        "hint",
    ),
    "Delay": ("min_ms", "max_ms", "ms"),
    "Token": ("scan_ref", "expiry_time", "session_length"),
    "Decision": (
        "format",
        "outcome",
        "lifecycle",
        "rules",
        "undecided",
        "flags",
        "unknown",
        "notice",
        "scan_ref",
        "event",
        "final",
        "verified",
        "body_sha256",
        "policy",
        "next_step",
        "http_status",
    ),
    "Decisions": (
        "line",
        "outcome",
        "lifecycle",
        "rules",
        "scan_ref",
        "body_sha256",
        "errors",
    ),
    "DecidedLine": ("line", "outcome", "lifecycle", "rules", "scan_ref", "body_sha256"),
    "BadLine": ("line", "offset", "code", "pointer"),
    "Undecided": ("rule", "facts"),
    "Flag": ("tag", "kind", "class"),
    "UnknownWord": ("fact", "word"),
    "Notice": ("product", "attention"),
    "PolicyName": ("name", "revision", "fingerprint", "vocabulary"),
    "Explanation": ("rules",),
    "RuleTrace": ("id", "then", "result", "facts"),
    "FactTrace": ("fact", "state", "word"),
    "Record": (
        "format",
        "scan_ref",
        "outcome",
        "final",
        "verified",
        "event",
        "lifecycle",
        "closed",
        "seen",
        "policy",
        "conflict",
        "reopened",
        "erased",
    ),
    "Transition": ("kind", "record", "act"),
    "Start": ("go", "reason", "active_until_unix"),
    "Diagnosis": ("cause", "hint"),
    "RetryPlan": ("attempts", "gives_up_after"),
    "PlannedWait": ("attempt", "min_ms", "max_ms"),
    "RetryBudget": ("capacity", "available"),
    "TestRun": ("format", "passed", "policy", "counts", "cases", "rules", "otherwise"),
    "RunCounts": (
        "cases",
        "passed",
        "failed",
        "rules",
        "rules_true",
        "conditions",
        "conditions_tried",
    ),
    "CaseResult": ("name", "passed", "expected", "got", "error"),
    "ExpectedDecision": ("outcome", "rules", "lifecycle", "undecided"),
    "ObservedDecision": ("outcome", "rules", "lifecycle", "undecided"),
    "RuleCoverage": ("id", "then", "true_in", "decided_in", "undecided_in", "conditions"),
    "ConditionCoverage": ("place", "text", "true_in", "not_true_in"),
    "Witness": ("body", "event", "today", "facts", "smallest"),
    "Example": ("webhook", "outcome", "lifecycle", "rules"),
    "AreaFact": (
        "fact",
        "is_one_of",
        "is_none_of",
        "any",
        "all",
        "none",
        "not_all",
        "matches",
        "matches_not",
    ),
    "Area": ("lifecycle", "facts"),
    "LintFinding": (
        "code",
        "severity",
        "rule",
        "pointer",
        "message",
        "area",
        "example",
        "instead",
    ),
    "LintGap": ("code", "rule", "pointer", "gap"),
    "Lint": ("format", "policy", "clean", "complete", "findings", "undetermined"),
    "Proof": ("format", "policy", "result", "gap", "patterns", "counterexample"),
    "Change": ("old_outcome", "new_outcome", "area", "example", "old_rules", "new_rules"),
    "DiffGap": ("old_outcome", "new_outcome", "gap"),
    "Difference": ("format", "old", "new", "equal", "complete", "changes", "undetermined"),
    "ChangeCount": ("old_outcome", "new_outcome", "count"),
    "ChangedLine": ("line", "scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules"),
    "UnusableLine": ("line", "code"),
    "RecordedDifference": (
        "format",
        "old",
        "new",
        "webhooks",
        "same",
        "people",
        "counts",
        "changed",
        "unusable",
    ),
}

OUTSIDE: dict[str, tuple[str, ...]] = {
    "Classification": ("token",),
    "Decision": ("client_id", "external_ref"),
    "Token": ("auth_token", "client_id", "redirect_url", "digit_string", "token_type"),
}


# The attributes that hold a word of ours as plain text.
CLOSED: dict[str, dict[str, type[Enum]]] = {
    "Violation": {"severity": idenfy_rules.Severity},
    "Classification": {
        "action": idenfy_rules.Action,
        "reason": idenfy_rules.Reason,
        "escalate_to": idenfy_rules.EscalateTo,
        "underlying": idenfy_rules.Reason,
    },
    "Decision": {
        "outcome": idenfy_rules.Outcome,
        "lifecycle": idenfy_rules.Lifecycle,
        "next_step": idenfy_rules.NextStep,
    },
    "DecidedLine": {"outcome": idenfy_rules.Outcome, "lifecycle": idenfy_rules.Lifecycle},
    "RuleTrace": {"then": idenfy_rules.Outcome},
    "Record": {
        "outcome": idenfy_rules.Outcome,
        "lifecycle": idenfy_rules.Lifecycle,
        "closed": idenfy_rules.Outcome,
    },
    "Transition": {"kind": idenfy_rules.TransitionKind},
    "Start": {"reason": idenfy_rules.StartReason},
    "Diagnosis": {"cause": idenfy_rules.Cause},
    "BadLine": {"code": idenfy_rules.ErrorCode},
    "CaseResult": {"error": idenfy_rules.ErrorCode},
    "ExpectedDecision": {"outcome": idenfy_rules.Outcome, "lifecycle": idenfy_rules.Lifecycle},
    "ObservedDecision": {"outcome": idenfy_rules.Outcome, "lifecycle": idenfy_rules.Lifecycle},
    "RuleCoverage": {"then": idenfy_rules.Outcome},
    "LintFinding": {"code": idenfy_rules.LintCode, "severity": idenfy_rules.LintSeverity},
    "LintGap": {"code": idenfy_rules.LintCode, "gap": idenfy_rules.Gap},
    "Proof": {"result": idenfy_rules.ProofResult, "gap": idenfy_rules.Gap},
    "Example": {"outcome": idenfy_rules.Outcome, "lifecycle": idenfy_rules.Lifecycle},
    "Change": {"old_outcome": idenfy_rules.Outcome, "new_outcome": idenfy_rules.Outcome},
    "DiffGap": {
        "old_outcome": idenfy_rules.Outcome,
        "new_outcome": idenfy_rules.Outcome,
        "gap": idenfy_rules.Gap,
    },
    "ChangeCount": {"old_outcome": idenfy_rules.Outcome, "new_outcome": idenfy_rules.Outcome},
    "ChangedLine": {"old_outcome": idenfy_rules.Outcome, "new_outcome": idenfy_rules.Outcome},
    "UnusableLine": {"code": idenfy_rules.ErrorCode},
}


def attribute(key: str) -> str:
    """The attribute for a key of a form: reserved words get an underscore."""
    return f"{key}_" if keyword.iskeyword(key) else key


def plain(value: Any) -> Any:
    """A value of an attribute as the form shows it."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def twins(result: Any) -> Iterator[Any]:
    """A result as it comes back from pickle and copy: the same in everything."""
    for twin in (pickle.loads(pickle.dumps(result)), copy.copy(result), copy.deepcopy(result)):
        assert type(twin) is type(result)
        assert twin == result
        assert hash(twin) == hash(result)
        assert twin.to_json() == result.to_json()
        yield twin


def check(result: Any) -> None:
    """What is promised of every result."""
    name = type(result).__name__
    form = result.to_dict()
    assert type(result) is getattr(idenfy_rules, name)
    assert tuple(form) == KEYS[name]
    assert type(result).__match_args__ == tuple(map(attribute, KEYS[name]))
    assert form == {key: plain(getattr(result, attribute(key))) for key in form}
    assert form == {key: plain(getattr(result, key)) for key in form}
    assert json.loads(result.to_json()) == form
    for key, words in CLOSED.get(name, {}).items():
        assert form[key] is None or words(form[key]) == form[key]
    assert repr(result).startswith(f"{name}({KEYS[name][0]}=")
    for twin in twins(result):
        for key in OUTSIDE.get(name, ()):
            assert getattr(twin, key) == getattr(result, key)


def views(value: Any) -> Iterator[Any]:
    """A delivery or an object of its payload, and every object inside it."""
    for item in value if isinstance(value, list) else [value]:
        if hasattr(item, "to_dict") and not isinstance(item, idenfy_rules.Notice):
            yield item
            for name in type(item).__match_args__:
                yield from views(getattr(item, name))


def check_view(view: Any) -> None:
    """What is promised of a delivery and of every object of its payload."""
    form = view.to_dict()
    assert type(view) is getattr(idenfy_rules, type(view).__name__)
    assert tuple(form) == type(view).__match_args__
    assert form == {key: plain(getattr(view, key)) for key in form}
    assert json.loads(view.to_json()) == form
    assert repr(view).startswith(f"{type(view).__name__}(")
    assert repr(view).endswith("..)")
    assert len(list(twins(view))) == 3
