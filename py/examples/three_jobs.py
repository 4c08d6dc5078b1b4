"""The three jobs in Python: validate, classify, decide. `python three_jobs.py` prints what the
examples in C and C++ print."""

from __future__ import annotations

from idenfy_rules import (
    Classification,
    Decision,
    Policy,
    Record,
    RetryBudget,
    SignatureError,
    classify_response,
    reconcile,
    retry_plan,
    sign,
    validate_token,
)

# What a real program gets from elsewhere: its own request, the answers of the API, webhooks as
# they arrive. Invented; no real person is in it.

# Two faults: the United Kingdom is GB, and no document is called PASPORT.
REQUEST = {"clientId": "c-1", "country": "UK", "documents": ["PASPORT"]}

# To the first attempt and to the second.
ANSWERS = [
    (502, b"<html>502 Bad Gateway</html>"),
    (
        201,
        b'{"authToken": "an-invented-token", "scanRef": "s-1", "clientId": "c-1",'
        b' "expiryTime": 3600, "sessionLength": 600}',
    ),
]

SIGNING_KEY = "an invented signing key"
PRELIMINARY = (
    b'{"scanRef": "s-1", "clientId": "c-1", "final": false, "status": {"overall": "APPROVED"}}'
)
# Another name than the one that was asked for.
ANOTHER_NAME = (
    b'{"scanRef": "s-1", "clientId": "c-1", "final": true, "status": {"overall": "SUSPECTED",'
    b' "manualDocument": "DOC_VALIDATED", "manualFace": "FACE_MATCH", "fraudTags": [],'
    b' "mismatchTags": ["NAME"]}}'
)
# Somebody let the person pass after it was signed.
FORGED = PRELIMINARY.replace(b"false", b"true")

# The event, the signature and the raw body of each delivery.
WEBHOOKS = [
    ("IDENTIFICATION_AUTO_FINISHED", sign(PRELIMINARY, SIGNING_KEY), PRELIMINARY),
    ("IDENTIFICATION_MANUAL_FINISHED", sign(ANOTHER_NAME, SIGNING_KEY), ANOTHER_NAME),
    ("IDENTIFICATION_MANUAL_FINISHED", sign(ANOTHER_NAME, SIGNING_KEY), ANOTHER_NAME),
    ("IDENTIFICATION_MANUAL_FINISHED", sign(ANOTHER_NAME, SIGNING_KEY), FORGED),
]


def validate() -> None:
    """Job 1: will the API take this request? A faulty request is a finding, not an exception."""
    report = validate_token(REQUEST)
    print("validate:", "send it" if report.is_valid else "do not send it")
    for finding in report.violations:
        print(f"  {finding.severity} at {finding.pointer}: {finding.code}")


def classify() -> None:
    """Job 2: what does each answer ask of us?"""
    plan = retry_plan()
    waits = "".join(f", a wait of {wait.min_ms} to {wait.max_ms} ms" for wait in plan)
    print(f"classify: at most {plan.gives_up_after} attempts{waits}")
    budget = RetryBudget()  # one for the whole program
    lost = False
    for attempt, (status, body) in enumerate(ANSWERS, start=1):
        context = {
            "previous_outcome_unknown": lost,
            "retry_budget_empty": budget.is_empty,
            "client_id": "c-1",
            "jitter": 0.5,  # yours is random, so that not everybody comes back at the same moment
        }
        found = classify_response(status, {}, body, attempt=attempt, context=context)
        tell(found, attempt)
        rest = budget.spend(found)
        if rest is None or found.delay is None:
            return
        print(f"    wait {found.delay.ms} ms")  # your program sleeps here
        budget = rest
        lost = lost or found.outcome_unknown


def tell(found: Classification, attempt: int) -> None:
    print(f"  attempt {attempt}, HTTP {found.status}: {found.action}, {found.reason}")
    if found.token:
        print(f"    store scanRef {found.token.scan_ref}")


def decide() -> None:
    """Job 3: is this webhook genuine, and what does it mean for the person?"""
    policy = Policy.strict()  # loaded once, for all threads
    stored = None  # your database, which has one record for each scanRef, as JSON
    print("decide: policy", policy.name)
    for event, signature, body in WEBHOOKS:
        try:
            decision = policy.receive(body, signature, SIGNING_KEY, event_type=event)
        except SignatureError as error:
            print(f"  answer HTTP {error.http_status}: {error.code}")
            continue
        print(f"  answer HTTP {decision.http_status}: {decision.outcome}")
        if decision.rules:
            explain(policy, body, event, decision)
        transition = reconcile(Record.from_json(stored) if stored else None, decision)
        todo = transition.record.outcome if transition.act else "nothing to do"
        print(f"    {transition.kind}: {todo}")
        stored = transition.record.to_json()


def explain(policy: Policy, body: bytes, event: str, decision: Decision) -> None:
    """For the audit log: which rules decided, on what, and what each rule of the policy says."""
    for rule in decision.rules:
        print("    by rule", rule)
    for flag in decision.flags:
        print(f"    flag {flag.tag}, of class {flag.class_}")
    explanation = policy.explain(body, event_type=event).to_json()
    print(f"    because {explanation[:42]}...")  # long: only its beginning is shown here


if __name__ == "__main__":
    validate()
    classify()
    decide()
