"""The edges of the binding: whatever Python hands in, there is an answer or an exception."""

from __future__ import annotations

import array
import ctypes
import enum
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from idenfy_rules import (
    IdenfyRulesError,
    InputError,
    InternalError,
    Policy,
    Profile,
    Record,
    RetryBudget,
    WebhookError,
    _native,
    classify_response,
    classify_transport,
    diagnose_signature,
    may_start,
    parse_webhook,
    reconcile,
    retry_plan,
    sign,
    validate_token,
    verify_signature,
)
from support import APPROVED, lacking, refusal

STRICT = Policy.strict()
DECISION = STRICT.evaluate(APPROVED)
RECORD = reconcile(None, DECISION).record


class Word(str, enum.Enum):
    """What callers use instead of plain text."""

    KEY = "clientId"


class Text(str):
    """Text that is not what it prints."""

    def __str__(self) -> str:
        return "other"

    def encode(self, *_: Any, **__: Any) -> bytes:
        return b"other"


class Number(int):
    def __index__(self) -> int:
        raise RuntimeError("not today")


HUGE = st.sampled_from([2**63, 2**64, -(2**63) - 1, 2**70, 10**400, -(10**400)])
FLOATS = st.sampled_from([float("nan"), float("inf"), float("-inf"), -0.0, 1e308, 5e-324])
SURROGATES = st.text(st.characters(codec=None, categories=["Cs", "L", "Cc"]))
ODD = st.sampled_from(
    [
        *(None, True, b"", b"{}", bytearray(b"x"), memoryview(b"abcdef")[::2], "", "\ud800", "\0"),
        *(Text("clientId"), Word.KEY, Number(7), object(), object, len, ..., NotImplemented),
        *([], {}, (), set(), frozenset(), range(3), iter(()), array.array("I", [1, 2])),
        *(ctypes.c_int(5), DECISION, RECORD, STRICT, Profile(), RetryBudget(), ValueError("x")),
    ]
)
JUNK = st.recursive(
    ODD | HUGE | FLOATS | SURROGATES | st.binary() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text() | st.integers() | st.floats() | st.none(), inner, max_size=3),
    max_leaves=5,
)

CALLS: dict[str, Callable[[Any], object]] = {
    "validate_token": validate_token,
    "profile": lambda junk: validate_token(b"{}", junk),
    "environment": lambda junk: Profile(environment=junk),
    "today": lambda junk: Profile(today=junk),
    "mobile_code_max_expiry": lambda junk: Profile(mobile_code_max_expiry=junk),
    "themes": lambda junk: Profile(themes=junk),
    "supported_documents": lambda junk: Profile(supported_documents=junk),
    "lints": lambda junk: Profile(lints=junk),
    "status": lambda junk: classify_response(junk, attempt=1),
    "headers": lambda junk: classify_response(200, junk, attempt=1),
    "answer": lambda junk: classify_response(200, {}, junk, attempt=1),
    "attempt": lambda junk: classify_response(200, attempt=junk),
    "operation": lambda junk: classify_response(200, attempt=1, operation=junk),
    "context": lambda junk: classify_response(200, attempt=1, context=junk),
    "jitter": lambda junk: classify_response(503, attempt=1, context={"jitter": junk}),
    "now_unix": lambda junk: classify_response(503, attempt=1, context={"now_unix": junk}),
    "kind": lambda junk: classify_transport(junk, attempt=1),
    "signed": lambda junk: verify_signature(junk, "0", "key"),
    "header": lambda junk: verify_signature(b"", junk, "key"),
    "keys": lambda junk: verify_signature(b"", "0", junk),
    "diagnosed": lambda junk: diagnose_signature(b"", junk, junk),
    "sign": lambda junk: sign(b"", junk),
    "evaluate": lambda junk: STRICT.evaluate(junk),
    "event": lambda junk: STRICT.evaluate(APPROVED, event_type=junk),
    "day": lambda junk: STRICT.evaluate(APPROVED, today=junk),
    "digest": lambda junk: STRICT.evaluate(APPROVED, digest=junk),
    "explain": lambda junk: STRICT.explain(junk),
    "evaluate_many": lambda junk: STRICT.evaluate_many(junk),
    "threads": lambda junk: STRICT.evaluate_many(b"", threads=junk),
    "evaluate_stream": lambda junk: list(STRICT.evaluate_stream(junk)),
    "chunk": lambda junk: list(STRICT.evaluate_stream([APPROVED], chunk=junk)),
    "from_json": lambda junk: Policy.from_json(junk),
    "base": lambda junk: Policy.from_json("{}", junk),
    "parse_webhook": parse_webhook,
    "pointer": lambda junk: parse_webhook(APPROVED).json(junk),
    "previous": lambda junk: reconcile(junk, DECISION),
    "decision": lambda junk: reconcile(None, junk),
    "record": lambda junk: Record.from_json(junk),
    "records": lambda junk: may_start(junk, 0),
    "now": lambda junk: may_start([], junk),
    "limits": lambda junk: may_start([], 0, max_attempts=junk),
    "plan": lambda junk: retry_plan(max_attempts=junk),
    "budget": lambda junk: RetryBudget(junk),
}


@pytest.mark.parametrize("name", CALLS)
@given(junk=JUNK)
def test_anything_is_taken_or_refused(name: str, junk: Any) -> None:
    try:
        CALLS[name](junk)
    except (IdenfyRulesError, TypeError):
        pass
    except RuntimeError as error:
        assert str(error) == "not today"  # what an argument raises comes through


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
