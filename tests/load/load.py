"""Loads a receiver for some minutes and checks what became of it.

    make load MINUTES=10 RECEIVER=rust

docs/load.md says what is sent and what is checked.
"""

import argparse
import os
import shutil
import sys

from program import COMMANDS, WORK, Receiver
from report import report
from run import READ_MS, Load, run

RELEASED = COMMANDS | {"rust": [WORK.parent / "release/idenfy-receiver"]}
SHOWN = 20


def arguments() -> Load:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--receiver", dest="language", choices=RELEASED, default="rust")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--rate", type=float, default=Load.rate, help="deliveries a second")
    parser.add_argument("--connections", type=int, default=Load.connections)
    parser.add_argument("--seed", type=int, default=Load.seed)
    given = vars(parser.parse_args())
    return Load(seconds=given.pop("minutes") * 60, **given)


def main() -> None:
    load = arguments()
    folder = WORK / "load" / load.language
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    receiver = Receiver(load.language, folder, RECEIVER_READ_MS=READ_MS)
    receiver.command = [str(part) for part in RELEASED[load.language]]
    outcome = run(load, receiver)
    text = report(load, outcome, os.cpu_count())
    folder.with_suffix(".md").write_text(text)
    print(text)
    print(*outcome.faults[:SHOWN], sep="\n")
    if outcome.faults:
        sys.exit(f"{len(outcome.faults)} faults; the database is in {folder}")
    print("no faults")


if __name__ == "__main__":
    main()
