"""The deliveries of a load and the rows that they must leave, the same for the same seed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from program import KEY
from sender import MANUAL, signature, verification
from tables import BODIES, BROKEN, FORGERIES, HANDLING, SEQUENCES

# No text of these may be found in the database afterwards.
FORGED, UNUSABLE = "forged-", "broken-"

# How often something is added to a sequence: one delivery twice at once, one again after the last,
# a forgery beside it.
ADDED = 0.1


@dataclass(frozen=True)
class Delivery:
    """`refusal` is the only answer to one that must not be taken; None for the others."""

    kind: str
    body: bytes
    event: str | None
    signature: str | None
    manners: tuple[str, ...] = ("whole",)
    refusal: int | None = None
    is_repeated: bool = True


@dataclass(frozen=True)
class Row:
    """What a delivery must leave in the tables `decision` and, if it has an action, `action`."""

    digest: str
    kind: str
    action: str | None


@dataclass(frozen=True)
class Scenario:
    """Steps follow each other; the deliveries of one step go out at once. One ending comes true."""

    scan_ref: str
    steps: list[list[Delivery]]
    endings: list[list[Row]]
    notices: list[str]


def scenarios(seed: int) -> Iterator[Scenario]:
    """Without end."""
    chance = Random(seed)
    makers, weights = zip(*MAKERS.items(), strict=True)
    for number in count():
        [make] = chance.choices(makers, weights)
        yield make(chance, number)


def verified(chance: Random, number: int) -> Scenario:
    scan_ref = f"load-{number:08}"
    [sequence] = chance.choices(SEQUENCES, [sequence.weight for sequence in SEQUENCES])
    steps = [[genuine(chance, scan_ref, name) for name in step] for step in sequence.steps]
    deliveries = [delivery for step in steps for delivery in step]
    if chance.random() < ADDED:
        step = chance.choice(steps)
        step.append(again("duplicate at once", step[0]))
    if chance.random() < ADDED:
        steps.append([again("duplicate later", chance.choice(deliveries))])
    if chance.random() < ADDED:
        steps.insert(chance.randint(0, len(steps)), [forgery(chance, scan_ref)])
    digests = {name: digest(text(scan_ref, name)) for step in sequence.steps for name in step}
    endings = [
        [Row(digests[effect.body], effect.kind, effect.action) for effect in ending]
        for ending in sequence.endings
    ]
    return Scenario(scan_ref, steps, endings, [])


def forged(chance: Random, number: int) -> Scenario:
    scan_ref = f"{FORGED}{number:08}"
    return Scenario(scan_ref, [[forgery(chance, scan_ref)]], [], [])


def unusable(chance: Random, number: int) -> Scenario:
    scan_ref = f"{UNUSABLE}{number:08}"
    body = chance.choice(BROKEN)(text(scan_ref, "approved"))
    delivery = Delivery("broken JSON", body, MANUAL, signature(body, KEY), refusal=400)
    return Scenario(scan_ref, [[delivery]], [], [])


def notice(chance: Random, number: int) -> Scenario:
    """Of another kind, or a verdict under an event that nobody knows."""
    scan_ref = f"notice-{number:08}"
    other = json.dumps({"scanRef": scan_ref, "documentExpiration": "2093-05-17"}).encode()
    body, event = chance.choice(
        [(other, "DOCUMENT_EXPIRATION"), (text(scan_ref, "approved"), "NEW_EVENT")]
    )
    delivery = Delivery("notice", body, event, signature(body, KEY))
    return Scenario(scan_ref, [[delivery]], [], [digest(body)])


# What a scenario is about, and how often.
MAKERS = {verified: 84, forged: 10, notice: 5, unusable: 1}


def text(scan_ref: str, name: str) -> bytes:
    _, overall, final, status = BODIES[name]
    return verification(scan_ref, overall, final=final, **status)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def genuine(chance: Random, scan_ref: str, name: str) -> Delivery:
    body, event = text(scan_ref, name), BODIES[name][0]
    [kind] = chance.choices(list(HANDLING), [weight for weight, _ in HANDLING.values()])
    return Delivery(kind, body, event, signature(body, KEY), HANDLING[kind][1])


def again(kind: str, delivery: Delivery) -> Delivery:
    return replace(delivery, kind=kind, manners=("whole",))


def forgery(chance: Random, scan_ref: str) -> Delivery:
    body = text(scan_ref, "approved") + b"\n"  # never the bytes of a genuine one
    kind = chance.choice(list(FORGERIES))
    body, header = FORGERIES[kind](body, chance.randrange(len(body)))
    kind = f"forged: {kind}"
    return Delivery(kind, body, MANUAL, header, refusal=401, is_repeated=False)
