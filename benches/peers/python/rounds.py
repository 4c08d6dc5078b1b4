"""Interleaved rounds, as in ../src/rounds.rs: medians of CPU time per call.

The time of the whole process, not of this thread: one peer works in a thread of its own.
"""

import statistics
import time

ROUNDS = 15
TURN_NS = 10_000_000




def turn(call, bodies, calls):
    """Nanoseconds of one call, each with the next of the bodies."""
    many = bodies * (calls // len(bodies) + 1)
    del many[calls:]
    start = time.process_time_ns()
    for body in many:
        call(body)
    return (time.process_time_ns() - start) / calls


def enough(call, bodies):
    calls = 1
    while turn(call, bodies, calls) * calls < TURN_NS:
        calls *= 2
    return calls


def medians(cases):
    """`cases`: (name, call, bodies). Gives (name, nanoseconds) in the same order."""
    counts = [enough(call, bodies) for _, call, bodies in cases]
    times = [[] for _ in cases]
    for _ in range(ROUNDS):
        for (_, call, bodies), calls, kept in zip(cases, counts, times, strict=True):
            kept.append(turn(call, bodies, calls))
    return [(name, statistics.median(kept)) for (name, _, _), kept in zip(cases, times, strict=True)]
