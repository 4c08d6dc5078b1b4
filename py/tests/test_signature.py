"""Signatures: raw bytes only, keys in several forms, nothing secret in an error."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from idenfy_rules import Policy, SignatureError, diagnose_signature, sign, verify_signature
from support import APPROVED, ASKS_AGE


def test_a_signature_needs_the_raw_bytes() -> None:
    header = sign(APPROVED, "key")
    policy = Policy.documented()
    for body in (APPROVED.decode(), json.loads(APPROVED), None):
        calls: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
            (verify_signature, (body, header, "key")),
            (sign, (body, "key")),
            (diagnose_signature, (body, header, "key")),
            (policy.receive, (body, header, "key")),
        ]
        for call, arguments in calls:
            with pytest.raises(TypeError, match="raw bytes"):
                call(*arguments)
    for sent in (APPROVED, bytearray(APPROVED), memoryview(APPROVED)):
        verify_signature(sent, header, "key")


def test_keys_are_one_or_several() -> None:
    header = sign(APPROVED, "kęy")
    assert header == sign(APPROVED, "kęy".encode())
    key = "kęy".encode()
    forms: list[Any] = [key, bytearray(key), memoryview(key), "kęy"]
    for keys in [*forms, ["old", "kęy"], (key,), {"kęy"}]:
        for sent in (header, header.encode(), header.upper()):
            verify_signature(APPROVED, sent, keys)
    verify_signature(APPROVED, header, (held for held in ["old", "kęy"]))
    for wrong in (None, 5, {"kęy": 1}, [None], [["kęy"]]):
        with pytest.raises(TypeError, match="keys"):
            verify_signature(APPROVED, header, wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="header"):
        verify_signature(APPROVED, 5, "kęy")  # type: ignore[arg-type]


def test_signature_errors_say_what_is_wrong_and_nothing_more() -> None:
    header = sign(APPROVED, "topsecret")
    cases: list[tuple[Any, Any, str]] = [
        (header, [], "signature.empty_key"),
        (header, ["topsecret", ""], "signature.empty_key"),
        (None, "topsecret", "signature.missing"),
        ("", "topsecret", "signature.missing"),
        ("g" * 64, "topsecret", "signature.bad_encoding"),
        (header[1:], "topsecret", "signature.bad_length"),
        ("\ud800", "topsecret", "signature.bad_length"),
        ("0" * 64, "topsecret", "signature.mismatch"),
    ]
    for given, keys, code in cases:
        calls: list[Callable[..., Any]] = [verify_signature, Policy.strict().receive]
        for call in calls:
            with pytest.raises(SignatureError) as caught:
                call(APPROVED, given, keys)
            assert (caught.value.code, caught.value.http_status) == (code, 401)
            for text in (str(caught.value), repr(caught.value)):
                assert "topsecret" not in text
                assert header not in text
    with pytest.raises(SignatureError) as caught:
        sign(APPROVED, b"")
    assert caught.value.code == "signature.empty_key"


def test_a_diagnosis_names_the_usual_mistake() -> None:
    def cause(body: bytes | bytearray, header: Any, keys: Any = "topsecret") -> str:
        found = diagnose_signature(body, header, keys)
        for secret in ("topsecret", sign(body, "topsecret")):
            assert secret not in repr(found) + found.to_json()
        return found.cause

    header = sign(APPROVED, "topsecret")
    assert cause(json.dumps(json.loads(APPROVED), indent=2).encode(), header) == "reserialised"
    assert cause(bytearray(APPROVED + b"\n"), header.encode()) == "trailing_newline"
    assert cause(b"\xef\xbb\xbf" + APPROVED, header) == "bom"
    assert cause(APPROVED, header, ["other", b"topsecret "]) == "key_whitespace"
    assert cause(APPROVED, base64.b64encode(bytes.fromhex(header))) == "base64"
    assert cause(APPROVED, None) == cause(APPROVED, "sha256=" + header) == "wrong_header"
    assert cause(APPROVED, header) == cause(APPROVED, header, []) == "unknown"
    old = b'{"scanRef": "s", "status": {"overall": "APPROVED", "suspicionReasons": []}}'
    assert cause(old, header) == "api_secret"
    with pytest.raises(TypeError, match="keys"):
        diagnose_signature(APPROVED, header, None)  # type: ignore[arg-type]


def test_receiving_verifies_before_it_reads() -> None:
    policy = Policy.from_json(ASKS_AGE)
    with pytest.raises(SignatureError):
        policy.receive(b"no json", None, "key")
    decision = Policy.documented().receive(APPROVED, sign(APPROVED, "key"), "key")
    assert decision.verified
    assert not Policy.documented().evaluate(APPROVED).verified
