"""Plays scenarios at a fixed rate over a bounded number of connections, and counts the answers."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from manners import MANNERS
from scenarios import Delivery, Scenario
from sender import APART_S, REPEATS, Sender


class Pace:
    """Lets one through at a time, a fixed time apart; what was missed is not made up for."""

    def __init__(self, rate: float) -> None:
        self.apart_s, self.next, self.lock = 1 / rate, time.monotonic(), threading.Lock()

    def wait(self) -> None:
        with self.lock:
            now = time.monotonic()
            mine = max(self.next, now)
            self.next = mine + self.apart_s
        time.sleep(mine - now)


@dataclass
class Tally:
    """What came back: answers by kind and status, and what should not have been."""

    played: int = 0
    took_s: float = 0
    answers: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    waited_s: list[float] = field(default_factory=list)  # for the answers to whole deliveries
    faults: list[str] = field(default_factory=list)


class Vendor:
    def __init__(self, sender: Sender, rate: float, connections: int) -> None:
        self.sender, self.pace, self.threads = sender, Pace(rate), connections
        self.connections = threading.BoundedSemaphore(connections)
        self.lock, self.tally = threading.Lock(), Tally()

    def play(self, scenarios: Iterator[Scenario]) -> Tally:
        """All of them, as many at once as there are connections."""
        began = time.monotonic()
        with ThreadPoolExecutor(self.threads) as players:
            playing = [players.submit(self.play_some, scenarios) for _ in range(self.threads)]
        for player in playing:
            player.result()
        self.tally.took_s = time.monotonic() - began
        return self.tally

    def play_some(self, scenarios: Iterator[Scenario]) -> None:
        while scenario := self.next_of(scenarios):
            for step in scenario.steps:
                with ThreadPoolExecutor(len(step)) as at_once:
                    list(at_once.map(self.deliver, step))

    def next_of(self, scenarios: Iterator[Scenario]) -> Scenario | None:
        with self.lock:
            scenario = next(scenarios, None)
            self.tally.played += scenario is not None
            return scenario

    def deliver(self, delivery: Delivery) -> None:
        """In the manners that it has, and then whole until it is taken or given up."""
        for manner in delivery.manners:
            status = self.attempt(delivery, manner)
        repeats = REPEATS if delivery.is_repeated else 0
        while status != 200 and repeats:
            time.sleep(APART_S * self.sender.time_scale)
            status = self.attempt(delivery, "whole")
            repeats -= 1
        if status != 200 and delivery.refusal is None:
            self.tally.faults.append(f"{delivery.kind}: never taken")

    def attempt(self, delivery: Delivery, name: str) -> int | None:
        manner = MANNERS[name]
        with self.connections:
            self.pace.wait()
            began = time.monotonic()
            status = manner.send(self.sender, delivery)
            waited_s = time.monotonic() - began
        expected = manner.answers if delivery.refusal is None else {delivery.refusal}
        with self.lock:
            self.tally.answers[delivery.kind, status] += 1
            if name == "whole" and status is not None:
                self.tally.waited_s.append(waited_s)
            if status not in expected:
                self.tally.faults.append(f"{delivery.kind}, {name}: answered {status}")
        return status
