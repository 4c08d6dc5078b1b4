"""What Python can hand in where something else is expected."""

from __future__ import annotations

import array
import ctypes
import enum
from typing import Any

from hypothesis import strategies as st
from idenfy_rules import Policy, Profile, RetryBudget, reconcile
from support import APPROVED

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
