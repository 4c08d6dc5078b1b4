"""Nothing personal gets out: text of a body, over letters that no output of ours uses, never shows
up, not even in part. What a caller asks for on purpose is outside: a delivery, pickles, and the
ids of a decision or of a token."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import (
    IdenfyRulesError,
    Policy,
    classify_response,
    diagnose_signature,
    lint_credentials,
    parse_webhook,
    reconcile,
    validate_token,
    verify_signature,
)

POLICIES = [Policy.documented(), Policy.strict()]
TEXTS = st.text("ąčęėšųžЖяß山☃", min_size=1, max_size=12)
MARKED = TEXTS | st.lists(TEXTS, max_size=2) | st.fixed_dictionaries({"name": TEXTS})
WEBHOOKS = st.fixed_dictionaries(
    {
        "scanRef": st.just("s"),
        "final": st.booleans() | MARKED,
        "status": st.fixed_dictionaries(
            {"overall": st.sampled_from(["APPROVED", "SUSPECTED", "DENIED"]) | TEXTS},
            optional={
                key: MARKED for key in ("manualDocument", "manualFace", "fraudTags", "denyReasons")
            },
        ),
    },
    optional={
        "data": st.dictionaries(
            st.sampled_from(["docFirstName", "docDob", "docType", "docNationality", "address"]),
            MARKED,
        ),
        "clientId": MARKED,
        "clientIp": MARKED,
        "platform": MARKED,
        "AML": MARKED,
        "fileUrls": MARKED,
    },
)
REQUESTS = st.dictionaries(
    st.sampled_from(
        ["clientId", "firstName", "dateOfBirth", "country", "documents", "callbackUrl", "address"]
    ),
    MARKED,
)


def is_clean(shown: str) -> bool:
    return shown.isascii() and "\\u" not in shown


def told(error: IdenfyRulesError) -> str:
    return f"{error} {error!r} {error.args}"


def shown(result: Any) -> str:
    return f"{result.to_json()} {result!r} {result} {ascii(result.to_dict())}"


@given(WEBHOOKS, st.none() | TEXTS, st.integers(0, 1))
def test_no_decision_shows_a_body(body: dict[str, Any], event: str | None, which: int) -> None:
    text = json.dumps(body, ensure_ascii=False)
    policy = POLICIES[which]
    try:
        decision = policy.evaluate(text, event_type=event)
        results = [decision, policy.explain(text, event_type=event)]
        if decision.scan_ref:
            transition = reconcile(None, decision)
            results += [transition, transition.record]
    except IdenfyRulesError as error:
        assert is_clean(told(error))
    else:
        for result in results:
            assert is_clean(shown(result)), result
    try:
        delivery = parse_webhook(text, event_type=event)
    except IdenfyRulesError as error:
        assert is_clean(told(error))
    else:
        assert is_clean(f"{delivery!r} {delivery.data!r} {delivery.status!r}")


@given(REQUESTS)
def test_no_report_shows_a_request(request: dict[str, Any]) -> None:
    report = validate_token(request)
    assert is_clean(shown(report))
    try:
        report.raise_for_errors()
    except IdenfyRulesError as error:
        assert is_clean(told(error))


@given(st.integers(200, 599), TEXTS, st.sampled_from(["message", "identifier", "authToken"]))
def test_no_classification_shows_an_answer(status: int, text: str, member: str) -> None:
    body = {"message": "no", "scanRef": "s", "authToken": "t", member: text}
    answer = json.dumps(body, ensure_ascii=False)
    found = classify_response(status, {"Retry-After": text}, answer, attempt=1)
    assert is_clean(shown(found))


@given(TEXTS, st.none() | TEXTS)
def test_no_message_shows_a_key(key: str, header: str | None) -> None:
    try:
        verify_signature(b"{}", header, key.encode())
    except IdenfyRulesError as error:
        assert is_clean(told(error))
    else:
        raise AssertionError("that is no signature")
    assert is_clean(shown(diagnose_signature(b"{}", header, key.encode())))
    assert is_clean(shown(lint_credentials(key, key)))


JSON_TYPES = st.sampled_from([None, 1, 1.5, "text", [], object(), b"bytes", {1, 2}])


@given(JSON_TYPES, JSON_TYPES, JSON_TYPES)
def test_a_wrong_type_is_an_exception_of_ours_or_a_type_error(
    body: Any, header: Any, keys: Any
) -> None:
    calls: list[Callable[[], object]] = [
        lambda: verify_signature(body, header, keys),
        lambda: POLICIES[0].evaluate(body, event_type=header),
        lambda: validate_token(body, keys),
        lambda: classify_response(body, header, keys, attempt=1),
        lambda: reconcile(body, header),
    ]
    for call in calls:
        try:
            call()
        except (IdenfyRulesError, TypeError) as error:
            assert str(error)
