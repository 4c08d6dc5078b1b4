"""Bodies: what is taken in which form, and how the rest is refused."""

from __future__ import annotations

import array
import json
from collections import UserDict
from types import MappingProxyType
from typing import Any

import pytest
from idenfy_rules import Policy, WebhookError, validate_token
from support import APPROVED, refusal


def test_bodies_are_bytes_like_text_or_mappings() -> None:
    members = {"clientId": "ž-1", "country": "UK"}
    text = json.dumps(members, ensure_ascii=False)
    found = validate_token(text.encode())
    assert [violation.code for violation in found.errors] == ["country.unknown"]
    for body in (
        bytearray(text.encode()),
        memoryview(text.encode()),
        memoryview(b"x" + text.encode())[1:],
        array.array("B", text.encode()),
        text,
        members,
        MappingProxyType(members),
        UserDict(members),
    ):
        assert validate_token(body) == found


@pytest.mark.parametrize("body", [None, 5, 1.5, [("clientId", "a")], object(), {"clientId"}])
def test_other_bodies_are_a_type_error(body: Any) -> None:
    with pytest.raises(TypeError, match="`body` must be bytes-like, str or a mapping"):
        validate_token(body)
    with pytest.raises(TypeError, match="`body` must be bytes-like, str or a mapping"):
        Policy.strict().evaluate(body)


def test_a_mapping_that_is_no_json_is_refused_without_its_values() -> None:
    circular: dict[str, Any] = {}
    circular["self"] = circular
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for body in ({"clientId": {"Jane"}}, circular, {"deep": deep}, {("a", "b"): 1}):
        error = refusal(validate_token, body)
        assert error.code == "input.body"
        assert "Jane" not in str(error)
        assert error.__cause__ is not None


def test_what_json_cannot_say_is_a_finding() -> None:
    for body in ({"clientId": float("nan")}, {"clientId": float("inf")}):
        [violation] = validate_token(body).errors
        assert violation.code == "body.malformed"
    for text in ('{"clientId": "\ud800"}', {"clientId": "\udfff"}):
        [violation] = validate_token(text).errors
        assert violation.code == "body.encoding"
    with pytest.raises(WebhookError) as caught:
        Policy.strict().evaluate("\ud800")
    assert caught.value.code == "webhook.not_utf8"


def test_large_bodies_are_taken_and_limited() -> None:
    long = {"clientId": "a", "successUrl": "https://shop.example/" + "a" * 200_000}
    assert validate_token(long) == validate_token(json.dumps(long).encode())
    padded = APPROVED.replace(b"{", b'{"pad": "' + b"x" * 100_000 + b'", ', 1)
    assert Policy.documented().evaluate(padded).outcome == "accept"
    with pytest.raises(WebhookError) as caught:
        Policy.documented().evaluate(b" " * 2_000_000)
    assert caught.value.code == "webhook.too_large"
