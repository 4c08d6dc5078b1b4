"""What is sent, and what must come of it under the policy `strict`, as tables.

Written by hand from docs/webhooks.md and docs/history.md: the library has no part in them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from program import KEY
from sender import AUTO, EXPIRED, MANUAL, RESUBMITTED, signature

# A verification webhook: its event, `overall`, `final`, and what differs from all checks good.
BODIES: dict[str, tuple[str, str, bool, dict]] = {
    "preliminary": (AUTO, "APPROVED", False, {}),
    "approved": (MANUAL, "APPROVED", True, {"by_hand": True}),
    "denied": (MANUAL, "DENIED", True, {"manualDocument": "DOC_FAKE"}),
    "blurred": (AUTO, "DENIED", True, {"autoDocument": "DOC_TOO_BLURRY"}),
    "suspected": (MANUAL, "SUSPECTED", True, {"by_hand": True, "mismatchTags": ["NAME"]}),
    "resubmitted": (RESUBMITTED, "REVIEWING", False, {}),
    "expired": (EXPIRED, "EXPIRED", True, {"autoDocument": None, "autoFace": None}),
}


@dataclass(frozen=True)
class Effect:
    """What a delivery does to the state: its kind, and the action that it asks for, if any."""

    body: str
    kind: str
    action: str | None


@dataclass(frozen=True)
class Sequence:
    """The deliveries about one verification, in their order.

    With several endings they are sent at once, and one ending comes true.
    """

    weight: int
    endings: tuple[tuple[Effect, ...], ...]

    @property
    def steps(self) -> list[list[str]]:
        names = [effect.body for effect in self.endings[0]]
        return [names] if len(self.endings) > 1 else [[name] for name in names]


def effects(*rows: tuple[str, str, str | None]) -> tuple[Effect, ...]:
    return tuple(Effect(*row) for row in rows)


IN_TURN = effects(("preliminary", "new", "wait"), ("denied", "replace", "reject"))
REVERSED = effects(("denied", "new", "reject"), ("preliminary", "late", None))

SEQUENCES = [
    Sequence(20, (effects(("approved", "new", "accept")),)),
    Sequence(10, (effects(("denied", "new", "reject")),)),
    Sequence(10, (effects(("blurred", "new", "retry")),)),
    Sequence(8, (effects(("suspected", "new", "review")),)),
    Sequence(4, (effects(("expired", "new", "retry")),)),
    Sequence(14, (effects(("preliminary", "new", "wait"), ("approved", "replace", "accept")),)),
    Sequence(10, (IN_TURN,)),
    Sequence(10, (REVERSED,)),
    Sequence(10, (IN_TURN, REVERSED)),
    Sequence(4, (effects(("approved", "new", "accept"), ("denied", "stricter", "reject")),)),
    Sequence(4, (effects(("denied", "new", "reject"), ("approved", "milder", "review")),)),
    Sequence(2, (effects(("expired", "new", "retry"), ("approved", "replace", "accept")),)),
    Sequence(2, (effects(("approved", "new", "accept"), ("expired", "late", None)),)),
    Sequence(
        4,
        (
            effects(
                ("blurred", "new", "retry"),
                ("resubmitted", "reopen", "wait"),
                ("approved", "replace", "accept"),
            ),
        ),
    ),
]

# How a genuine delivery is sent, and how often; vendor.py knows the manners. The last one is
# repeated as the vendor does until it is taken.
HANDLING: dict[str, tuple[int, tuple[str, ...]]] = {
    "genuine": (70, ("whole",)),
    "duplicate": (10, ("whole", "whole")),
    "truncated": (5, ("cut", "whole")),
    "broken off": (5, ("broken off", "whole")),
    "answer not heard": (5, ("unheard", "whole")),
    "slow": (4, ("slow",)),
    "stalled": (1, ("stalled", "whole")),
}

# Genuine by its signature, and still nothing that can be used.
BROKEN: list[Callable[[bytes], bytes]] = [
    lambda body: body[:-10],
    lambda body: b"{" + body,
    lambda body: b"[" + body + b"]",
    lambda body: body.replace(b'"overall"', b'"overal"'),
    lambda body: body.replace(b'"scanRef"', b'"scan\xffRef"'),
]

# What an attacker who wants to get in makes of an approval: the body and the signature. `at` is
# the place of one byte.
FORGERIES: dict[str, Callable[[bytes, int], tuple[bytes, str | None]]] = {
    "another key": lambda body, at: (body, signature(body, b"another key")),
    "unsigned": lambda body, at: (body, None),
    "changed byte": lambda body, at: (
        body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :],
        signature(body, KEY),
    ),
}
