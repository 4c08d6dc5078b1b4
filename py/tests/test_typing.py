"""What type checkers see. mypy reads this file strictly, so an ignore that is not needed fails;
pyright reads it in ``check.sh lint``."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

from idenfy_rules import (
    Action,
    Decision,
    Decisions,
    Delivery,
    ErrorCode,
    FindingCode,
    Outcome,
    Policy,
    Profile,
    Reason,
    Record,
    Report,
    RetryBudget,
    Severity,
    TestRun,
    TokenParams,
    Transition,
    WebhookError,
    basic_auth,
    classify_response,
    diagnose_signature,
    iframe_tag,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    may_start,
    parse_webhook,
    reconcile,
    redirect_url,
    retry_plan,
    sign,
    validate_token,
    verify_signature,
)
from idenfy_rules.vocab import Overall
from typing_extensions import assert_never


def acted(decision: Decision) -> str:
    """Outcomes are closed: a checker sees whether all of them are handled."""
    match decision.outcome:
        case "accept" | "reject":
            return decision.outcome
        case "retry" | "review" | "wait" | "none":
            return "later"
        case other:
            assert_never(other)


def acted_by_member(decision: Decision) -> int:
    """The same with members instead of texts."""
    match Outcome(decision.outcome):
        case Outcome.ACCEPT | Outcome.REJECT:
            return 1
        case Outcome.RETRY | Outcome.REVIEW | Outcome.WAIT | Outcome.NONE:
            return 2
        case other:
            assert_never(other)


def compared(decision: Decision, report: Report, error: WebhookError) -> list[str]:
    """A text compares with a member, and a member is a text."""
    if decision.outcome == Outcome.ACCEPT or decision.outcome in {Outcome.RETRY, "wait"}:
        print(Outcome.ACCEPT.upper(), Action("retry").meaning)
    if error.code == ErrorCode.WEBHOOK_TOO_LARGE:
        print(ErrorCode(error.code).meaning)
    found = [FindingCode(violation.code) for violation in report]
    weights: dict[str, int] = {Severity.ERROR: 2, Severity.WARNING: 1}
    return [f"{code.text} {code.identifier} {weights[code.severity]}" for code in found]


def requested(client: str) -> Report:
    """A request with its types, as a variable or on the spot."""
    request: TokenParams = {"clientId": client, "documents": ["PASSPORT"], "sex": None}
    request["expiryTime"] = 600
    validate_token(TokenParams(clientId=client, reviewFailed=True))
    return validate_token(request)


def misspelt(client: str) -> None:
    wrong: TokenParams = {"clientID": client}  # type: ignore[typeddict-unknown-key]
    wrong["expiryTime"] = "600"  # type: ignore[typeddict-item]
    wrong["documents"] = "PASSPORT"  # type: ignore[typeddict-item]


def replayed(policy: Policy, path: Path) -> dict[str, list[int]]:
    """Batches: columns, rows and bad lines."""
    found: dict[str, list[int]] = {}
    with path.open("rb") as file:
        for block in policy.evaluate_stream(file, chunk=1 << 20, threads=2):
            for outcome, line in zip(block.outcome, block.line, strict=True):
                found.setdefault(outcome, []).append(line)
            found.setdefault("bad", []).extend(bad.line for bad in block.errors)
    whole: Decisions = policy.evaluate_many(memoryview(path.read_bytes()), digest=True)
    digests: list[str | None] = [row.body_sha256 for row in whole[:10]]
    accepted: int = whole.counts["accept"]
    print(digests, accepted, whole[0].rules)
    list(policy.evaluate_stream([b"{}", bytearray(b"\n")]))
    return found


def validated(report: Report) -> list[str]:
    return [violation.code for violation in report if violation.severity == "error"]


def taken(body: bytes) -> None:
    profile = Profile(environment="DEV", today=datetime.date(2026, 11, 20), themes=("a",))
    validated(validate_token(bytearray(body), profile))
    validated(validate_token({"clientId": "a"}, {"lints": True}))
    headers = {"Retry-After": "7"}
    found = classify_response(429, headers, body, attempt=1, context={"jitter": 0.5})
    if found.action == "retry" and found.delay is not None:
        seconds: float = found.delay.max_ms / 1000
        print(seconds)
    classify_response(200, [("Date", "x")], body.decode(), attempt=1)
    classify_response(None, transport="dns", attempt=1)
    verify_signature(memoryview(body), sign(body, "key"), [b"key", "other"])
    acted(Policy.strict().receive(body, b"0", "key", today="2026-11-20"))


def remembered(stored: str | None, decision: Decision) -> str:
    """Kinds are closed, too."""
    transition: Transition = reconcile(Record.from_json(stored) if stored else None, decision)
    match transition.kind:
        case "duplicate" | "late" | "refresh":
            return transition.record.to_json()
        case "new" | "replace" | "reopen" | "stricter" | "milder":
            return acted(decision)
        case other:
            assert_never(other)


def spent(budget: RetryBudget, body: bytes, records: list[Record]) -> RetryBudget:
    found = classify_response(503, attempt=1)
    waits: list[int] = [wait.max_ms for wait in retry_plan(cap_ms=5_000)]
    reason: str = Reason(found.reason).remedy
    meaning: str = Overall.APPROVED.meaning
    state: str = Policy.strict().explain(body).rules[0].facts[0].state
    if may_start(tuple(records), 0, max_attempts=3).go and found.reason == Reason.RATE_LIMITED:
        print(waits, reason, meaning, state, diagnose_signature(body, None, "key").hint)
    return budget.spend(found) or budget


def opened(delivery: Delivery) -> list[str]:
    """Everything may be absent: a checker sees where that was forgotten."""
    moment: float | None = delivery.finish_time
    answers: str | None = delivery.json("/utilityData")
    addresses: dict[str, str | None] = delivery.file_urls
    match delivery:
        case Delivery(status=None) | Delivery(data=None):
            return [*addresses, str(moment), answers or ""]
    hits = [hit for block in delivery.aml for hit in block.hits if hit.is_active]
    scores: list[int | None] = [hit.score for hit in hits]
    print(scores)
    return delivery.status.fraud_tags if delivery.status else []


def misread(body: bytes, delivery: Delivery) -> None:
    parse_webhook(5)  # type: ignore[arg-type]
    parse_webhook(body, "AML_MONITORING")  # type: ignore[call-arg]
    delivery.status.overall  # type: ignore[union-attr]
    delivery.verdict  # type: ignore[attr-defined]
    delivery.scan_ref = "other"  # type: ignore[assignment]
    if delivery.data:
        delivery.data.doc_first_name.upper()  # type: ignore[union-attr]


def linted(page: str) -> list[str]:
    """Every lint, and what is made for a page or a request."""
    reports: list[Report] = [
        lint_webhook_url("https://hooks.shop.com/", {"days_left": 3, "self_signed": None}),
        lint_iframe(page, "https://shop.example/", permissions_policy="camera=*"),
        lint_credentials("key", "secret"),
        lint_receiver(status=200, seconds=1, verifies=True),
        lint_missing_webhook(configured=True, status=None),
    ]
    made: list[str] = [basic_auth("a", "b"), redirect_url("t"), iframe_tag("t", "ui.idenfy.com")]
    return made + [FindingCode(found.code).text for report in reports for found in report]


def mislinted() -> None:
    lint_webhook_url(b"https://hooks.shop.com/")  # type: ignore[arg-type]
    lint_webhook_url("", {"days_left": "3"})  # type: ignore[dict-item]
    lint_receiver(200)  # type: ignore[call-arg]
    lint_missing_webhook(finished="yes")  # type: ignore[arg-type]


def tried(policy: Policy, path: Path) -> str:
    """A policy is tried and shown."""
    run: TestRun = policy.test(path.read_bytes())
    failed: list[str] = [case.name for case in run.cases if not case.passed]
    untried: list[str] = [rule.conditions[0].text for rule in run.rules if rule.true_in == 0]
    got: list[str] = run.cases[0].got.rules if run.cases[0].got else []
    print(failed, untried, got, run.counts.cases, str(run))
    policy.to_html("run")  # type: ignore[arg-type]
    return policy.to_markdown() + policy.to_html(run) + policy.to_mermaid() + policy.to_json()


def refused(body: bytes, decision: Decision) -> None:
    validate_token(5)  # type: ignore[arg-type]
    classify_response(200)  # type: ignore[call-arg]
    classify_response("200", attempt=1)  # type: ignore[arg-type]
    verify_signature(body.decode(), None, "key")  # type: ignore[arg-type]
    Policy.strict().receive({}, None, "key")  # type: ignore[arg-type]
    Policy.from_json(text={})  # type: ignore[arg-type]
    Profile("DEV")  # type: ignore[call-arg]
    decision.outcome = "accept"  # type: ignore[misc]
    decision.verdict  # type: ignore[attr-defined]
    reconcile({}, decision)  # type: ignore[arg-type]
    reconcile(None, decision.to_dict())  # type: ignore[arg-type]
    may_start([decision], 0)  # type: ignore[list-item]
    may_start([], 0, max_attempt=3)  # type: ignore[call-arg]
    diagnose_signature(body.decode(), None, "key")  # type: ignore[arg-type]
    RetryBudget().spend(decision)  # type: ignore[arg-type]
    Reason.RATE_LIMITED.value = "other"  # type: ignore[misc]
    Policy.strict().evaluate_many("text")  # type: ignore[arg-type]
    Policy.strict().evaluate_stream(5)  # type: ignore[arg-type]
    if decision.outcome == "accepted":  # type: ignore[comparison-overlap]
        pass


def test_types_say_what_is_allowed() -> None:
    command = [sys.executable, "-m", "mypy", "tests"]
    project = Path(__file__).parents[1]
    found = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
