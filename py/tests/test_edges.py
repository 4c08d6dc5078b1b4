"""The edges of the binding: whatever Python hands in, there is an answer or an exception."""

from __future__ import annotations

import array
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import (
    InputError,
    InternalError,
    WebhookError,
    _native,
    sign,
    validate_token,
    verify_signature,
)
from odd import DECISION, STRICT, SURROGATES, Text, Word
from support import APPROVED, lacking, refusal



@given(st.binary(max_size=40), st.integers(1, 3), st.integers(0, 3))
def test_any_view_of_bytes_counts_as_its_bytes(body: bytes, step: int, start: int) -> None:
    for view in (memoryview(body)[start::step], memoryview(body)[::-1]):
        assert validate_token(view) == validate_token(bytes(view))
        assert sign(view, "key") == sign(bytes(view), "key")
        ndjson = STRICT.evaluate_many(view)
        assert ndjson == STRICT.evaluate_many(bytes(view))
    words = array.array("H", body[: len(body) // 2 * 2])
    assert sign(words, "key") == sign(words.tobytes(), "key")


@given(SURROGATES)
def test_text_counts_as_its_bytes(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    assert validate_token(text) == validate_token(encoded)
    assert validate_token({"clientId": text}) == validate_token(
        json.dumps({"clientId": text}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    )
    verify_signature(b"", sign(b"", encoded or b"k"), text or "k")


def test_subclasses_of_str_count_as_the_text_that_they_are() -> None:
    assert validate_token({Word.KEY: "a"}) == validate_token({"clientId": "a"})
    assert validate_token(Text("{}")) == validate_token("{}")
    assert sign(b"", Text("key")) == sign(b"", "key")


def test_a_view_that_was_given_back_is_refused() -> None:
    view = memoryview(bytearray(APPROVED))
    view.release()
    for call in (validate_token, STRICT.evaluate, STRICT.evaluate_many):
        with pytest.raises((TypeError, ValueError)):
            call(view)


def test_a_buffer_that_changes_is_read_once() -> None:
    approved = bytearray(APPROVED.replace(b"{", b'{"pad": "' + b"x" * 200_000 + b'", ', 1))
    denied = approved.replace(b"APPROVED", b"DENIED  ")
    states = {bytes(state): STRICT.evaluate(bytes(state)) for state in (approved, denied)}
    body, over = bytearray(approved), False

    def change() -> None:
        while not over:
            body[:] = denied
            body[:] = approved

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(50):
            assert STRICT.evaluate(body) in states.values()
    finally:
        over = True
        thread.join()
    body.clear()  # nobody holds it any more


class Lying(Mapping[str, Any]):
    """A mapping that does not keep what it says."""

    def __init__(self, keys: list[Any], value: Callable[[], Any], length: int) -> None:
        self._keys, self._value, self._length = keys, value, length

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, key: str) -> Any:
        return self._value()


def failing() -> Any:
    raise ZeroDivisionError


def test_a_mapping_that_lies_is_what_it_shows() -> None:
    for length in (0, 1, 7):
        shown = Lying(["clientId"], lambda: "a", length)
        assert validate_token(shown) == validate_token({"clientId": "a"})
    with pytest.raises(ZeroDivisionError):
        validate_token(Lying(["clientId"], failing, 1))
    twice = Lying(["clientId", "clientId"], lambda: "a", 2)
    assert validate_token(twice) == validate_token({"clientId": "a"})
    endless: dict[str, Any] = {}
    endless["inner"] = Lying(["again"], lambda: endless, 1)
    for body in (endless, {"inner": shown}, Lying([("a",)], lambda: 1, 1)):
        assert refusal(validate_token, body).code == "input.body"


def test_numbers_and_keys_that_json_does_not_have() -> None:
    for number in (2**63, 2**70, 10**400, 1e308):
        report = validate_token({"clientId": "a", "expiryTime": number})
        assert [violation.code for violation in report.errors] == ["expiry_time.max"]
    assert refusal(validate_token, {"expiryTime": 10**5000}).code == "input.body"
    keys: dict[Any, int] = {7: 2, None: 3, 1.5: 4, True: 5}
    assert validate_token(keys) == validate_token(
        '{"7": 2, "null": 3, "1.5": 4, "true": 5}'
    )
    bytes_key: dict[Any, str] = {b"scanRef": "s"}
    with pytest.raises(InputError):
        STRICT.evaluate(bytes_key)


def test_depth_is_limited_in_text_and_mappings() -> None:
    deep: Any = []
    for _ in range(60):
        deep = [deep]
    assert STRICT.evaluate({**json.loads(APPROVED), "deep": deep}).outcome == DECISION.outcome
    for _ in range(40):
        deep = [deep]
    with pytest.raises(WebhookError) as caught:
        STRICT.evaluate({**json.loads(APPROVED), "deep": deep})
    assert caught.value.code == "webhook.too_deep"


@pytest.mark.panic_entry
def test_a_panic_is_an_exception_like_any_other(capfd: pytest.CaptureFixture[str]) -> None:
    panic = getattr(_native, "_panic_on_purpose", None)
    if panic is None:
        lacking("this build has no entry that panics: py/check.sh test makes one that has")
    for detach in (False, True):
        with pytest.raises(InternalError) as caught:
            panic(detach=detach)
        assert isinstance(caught.value, Exception)
        assert caught.value.code == "internal.fault"
        assert "on purpose" not in str(caught.value)
    assert STRICT.evaluate(APPROVED) == DECISION
    assert "on purpose" in capfd.readouterr().err  # what the panic hook of the process says
