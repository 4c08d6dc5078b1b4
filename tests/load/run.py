"""One load: what it is, and what came of it."""

import math
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path

from checks import Memory, database_faults
from program import Receiver
from scenarios import Scenario, scenarios
from vendor import Tally, Vendor

READ_MS = "1000"  # a sender who stalls is cut off after this


@dataclass(frozen=True)
class Load:
    """Ends after some seconds, or after so many scenarios; what it has begun, it finishes."""

    language: str
    seconds: float = math.inf
    most: int | None = None
    rate: float = 200
    connections: int = 32
    seed: int = 1

    def scenarios(self) -> Iterator[Scenario]:
        until = time.monotonic() + self.seconds
        in_time = takewhile(lambda _: time.monotonic() < until, scenarios(self.seed))
        return islice(in_time, self.most)


@dataclass(frozen=True)
class Outcome:
    tally: Tally
    samples: list[int]  # the resident memory of the receiver in KiB, each second
    faults: list[str]


class Sampler(threading.Thread):
    """Reads the resident memory of a process every second until it is stopped."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.status, self.samples = Path(f"/proc/{pid}/status"), []
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(1):
            [line] = [one for one in self.status.read_text().splitlines() if "VmRSS" in one]
            self.samples.append(int(line.split()[1]))

    def stop(self) -> list[int]:
        self.stopped.set()
        self.join()
        return self.samples


def run(load: Load, receiver: Receiver) -> Outcome:
    """Starts the receiver, stops it and then looks: what it had begun, it has finished then."""
    receiver.start()
    sampler = Sampler(receiver.process.pid)
    sampler.start()
    try:
        vendor = Vendor(receiver.sender, load.rate, load.connections)
        tally = vendor.play(load.scenarios())
        samples = sampler.stop()
        receiver.stop()
    finally:
        if receiver.process.poll() is None:
            receiver.kill()
    memory = Memory.of(samples)
    faults = [
        *tally.faults,
        *database_faults(receiver.database, islice(scenarios(load.seed), tally.played)),
        *(memory.faults() if memory else ()),
    ]
    return Outcome(tally, samples, faults)
