"""How a delivery is sent: whole, or as a bad connection or a broken proxy would have it."""

import http.client
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from scenarios import Delivery
from sender import ANSWER_WITHIN_S, Sender

PAUSE_S, PIECES = 0.03, 5  # of a slow body


def whole(sender: Sender, delivery: Delivery) -> int | None:
    headers = {"Idenfy_Signature": delivery.signature}
    return sender.post(delivery.body, delivery.event, **headers).status


def cut(sender: Sender, delivery: Delivery) -> int | None:
    """Half of the body, and a length that says it is all."""
    headers = {"Idenfy_Signature": delivery.signature}
    return sender.post(half(delivery), delivery.event, **headers).status


def slow(sender: Sender, delivery: Delivery) -> int | None:
    size = len(delivery.body) // PIECES + 1
    with begun(sender, delivery) as connection:
        for at in range(0, len(delivery.body), size):
            connection.send(delivery.body[at : at + size])
            time.sleep(PAUSE_S)
        return connection.getresponse().status


def stalled(sender: Sender, delivery: Delivery) -> int | None:
    with begun(sender, delivery) as connection:
        connection.send(half(delivery))
        return connection.getresponse().status


def broken_off(sender: Sender, delivery: Delivery) -> None:
    with begun(sender, delivery) as connection:
        connection.send(half(delivery))


def unheard(sender: Sender, delivery: Delivery) -> None:
    """All of it, but the connection ends before the answer: the vendor cannot know."""
    with begun(sender, delivery) as connection:
        connection.send(delivery.body)


def half(delivery: Delivery) -> bytes:
    return delivery.body[: len(delivery.body) // 2]


@contextmanager
def begun(sender: Sender, delivery: Delivery) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(sender.host, sender.port, timeout=ANSWER_WITHIN_S)
    with closing(connection):
        connection.putrequest("POST", "/webhook")
        connection.putheader("Content-Length", str(len(delivery.body)))
        connection.putheader("Idenfy-Signature", delivery.signature)
        connection.putheader("Idenfy-Event-Type", delivery.event)
        connection.endheaders()
        yield connection


@dataclass(frozen=True)
class Manner:
    """`answers` are those that a genuine delivery may get; None is none at all."""

    by: Callable[[Sender, Delivery], int | None]
    answers: frozenset[int | None]

    def send(self, sender: Sender, delivery: Delivery) -> int | None:
        try:
            return self.by(sender, delivery)
        except (OSError, http.client.HTTPException):
            return None


# After these the vendor sends it again, so a busy moment loses nothing.
AGAIN = {408, 503, None}
MANNERS = {
    "whole": Manner(whole, frozenset({200} | AGAIN)),
    "slow": Manner(slow, frozenset({200} | AGAIN)),
    "cut": Manner(cut, frozenset({401})),
    "stalled": Manner(stalled, frozenset({408, None})),
    "broken off": Manner(broken_off, frozenset({None})),
    "unheard": Manner(unheard, frozenset({None})),
}
