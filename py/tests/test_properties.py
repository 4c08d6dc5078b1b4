"""Invariants: no input whatsoever makes anything but a result or an exception of ours."""

from __future__ import annotations

import json
from typing import Any

import forms
from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import (
    Policy,
    Record,
    SignatureError,
    WebhookError,
    classify_response,
    parse_webhook,
    reconcile,
    sign,
    validate_token,
    verify_signature,
)

STRICT = Policy.strict()

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)
REQUESTS = st.dictionaries(
    st.sampled_from(["clientId", "country", "documents", "expiryTime", "locale", "address"])
    | st.text(),
    VALUES,
)
WEBHOOKS = st.fixed_dictionaries(
    {"scanRef": st.just("s") | VALUES},
    optional={"final": VALUES, "status": VALUES, "data": VALUES, "clientId": VALUES},
)
BODIES = st.binary() | st.text().map(str.encode) | REQUESTS.map(json.dumps).map(str.encode)
HEADERS = st.lists(st.tuples(st.text() | st.binary(), st.text() | st.binary()))


@given(BODIES)
def test_every_body_has_a_report(body: bytes) -> None:
    report = validate_token(body)
    forms.check(report)
    assert report == validate_token(bytearray(body))


@given(REQUESTS)
def test_a_mapping_means_its_json_text(request: dict[str, Any]) -> None:
    text = json.dumps(request, ensure_ascii=False)
    assert validate_token(request) == validate_token(text)
    assert validate_token(text) == validate_token(text.encode("utf-8", "surrogatepass"))


@given(st.integers(0, 65_535), HEADERS, BODIES | st.text(), st.integers(1, 10))
def test_every_answer_is_classified(
    status: int, headers: list[tuple[str, str]], body: bytes | str, attempt: int
) -> None:
    found = classify_response(status, headers, body, attempt=attempt)
    forms.check(found)
    assert found.status == status


@given(BODIES | WEBHOOKS, st.none() | st.text())
def test_every_webhook_is_decided_or_refused(body: Any, event: str | None) -> None:
    try:
        decision = STRICT.evaluate(body, event_type=event)
    except WebhookError as error:
        assert error.http_status == 400
    else:
        forms.check(decision)
        explanation = STRICT.explain(body, event_type=event)
        forms.check(explanation)
        assert len(explanation.rules) == (0 if decision.notice else len(STRICT.rule_ids))
        assert (decision.body_sha256 is None) == isinstance(body, dict)


@given(BODIES | WEBHOOKS, st.none() | st.text())
def test_every_webhook_is_read_or_refused(body: Any, event: str | None) -> None:
    try:
        delivery = parse_webhook(body, event_type=event)
    except WebhookError as error:
        assert error.http_status == 400
    else:
        for view in forms.views(delivery):
            forms.check_view(view)


VERDICTS = st.sampled_from(["APPROVED", "DENIED", "SUSPECTED", "REVIEWING", "EXPIRED", "NEW"])
DELIVERIES = st.fixed_dictionaries(
    {"scanRef": st.just("s"), "status": st.fixed_dictionaries({"overall": VERDICTS})},
    optional={"final": st.booleans()},
)


@given(st.lists(DELIVERIES.map(json.dumps), min_size=1, max_size=6))
def test_folding_twice_changes_nothing(bodies: list[str]) -> None:
    decisions = [STRICT.evaluate(body) for body in bodies]
    record: Record | None = None
    for decision in decisions:
        record = reconcile(record, decision).record
    for decision in decisions:
        again = reconcile(record, decision)
        assert (again.kind, again.record, again.act) == ("duplicate", record, False)


@given(st.binary(), st.binary(min_size=1), st.none() | st.text() | st.binary())
def test_only_the_right_signature_is_taken(body: bytes, key: bytes, other: Any) -> None:
    right = sign(body, key)
    verify_signature(body, right, key)
    if other not in (right, right.encode()):
        try:
            verify_signature(body, other, key)
        except SignatureError as error:
            assert error.http_status == 401
        else:
            raise AssertionError("a wrong signature was taken")
