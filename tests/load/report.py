"""What a load was and what came of it, in Markdown."""

from collections import Counter
from statistics import quantiles

from checks import MAY_GROW, Memory
from run import Load, Outcome
from vendor import Tally


def report(load: Load, outcome: Outcome, cores: int) -> str:
    return "\n".join([*summary(load, outcome, cores), "", *table(outcome.tally.answers)])


def summary(load: Load, outcome: Outcome, cores: int) -> list[str]:
    tally, sent = outcome.tally, outcome.tally.answers.total()
    rows = {
        "receiver": f"{load.language}, {cores} cores shared with the sender",
        "asked for": f"{load.rate:g} requests a second over {load.connections} connections at "
        f"most, {load.seconds:g} s, seed {load.seed}",
        "requests": f"{sent:,}, {sent / tally.took_s:.0f} a second in {tally.took_s:.0f} s",
        "scenarios": f"{tally.played:,}",
        "time to answer, p50 / p99": waited(tally),
        "resident memory": memory(outcome.samples),
        "faults": f"{len(outcome.faults)}",
    }
    return ["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items())]


def waited(tally: Tally) -> str:
    """Of whole deliveries; with one core busy sending, it is no measure of the receiver alone."""
    percent = quantiles(tally.waited_s, n=100)
    return f"{percent[49] * 1000:.1f} ms / {percent[98] * 1000:.1f} ms"


def memory(samples: list[int]) -> str:
    found = Memory.of(samples)
    if found is None:
        return f"not judged: {len(samples)} samples are too few"
    fifths = " / ".join(f"{kib / 1024:.1f}" for kib in found.fifths)
    return (
        f"{fifths} MiB (median of each fifth), highest {max(samples) / 1024:.1f} MiB; "
        f"the last is {found.grown:+.1%} from the second, at most {MAY_GROW:+.0%}"
    )


def table(answers: Counter[tuple[str, int | None]]) -> list[str]:
    statuses = sorted({status for _, status in answers}, key=lambda status: status or 1000)
    kinds = sorted({kind for kind, _ in answers}, key=lambda kind: -total(answers, kind))
    head = ["Deliveries", "requests", *(str(status or "no answer") for status in statuses)]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    for kind in kinds:
        counted = [answers[kind, status] for status in statuses]
        lines.append([kind, f"{sum(counted):,}", *(f"{n:,}" if n else "" for n in counted)])
    return [f"| {' | '.join(line)} |" for line in lines]


def total(answers: Counter[tuple[str, int | None]], kind: str) -> int:
    return sum(count for (name, _), count in answers.items() if name == kind)
