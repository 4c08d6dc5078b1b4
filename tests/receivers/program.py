"""A receiver as a process, its database and its log."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

from sender import Sender

ROOT = Path(__file__).parents[2]
WORK = Path(os.environ.get("WORK", ROOT / "target/receivers")).resolve()
COMMANDS = {
    "rust": [WORK.parent / "debug/idenfy-receiver"],
    "python": [sys.executable, ROOT / "receivers/python/receiver.py"],
    "cpp": [WORK / "cpp/receiver"],
    "c": [WORK / "c/receiver"],
}
KEY, OLD_KEY = b"signing key-SECRET", b"the one before-SECRET"
TABLES = ("verification", "decision", "action", "notice")
PATIENCE_S = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(true, what: str, patience_s: float = PATIENCE_S) -> None:
    until = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < until, f"waited in vain until {what}"
        time.sleep(0.01)


class Receiver:
    def __init__(self, language: str, folder: Path, **settings: str) -> None:
        self.command = [str(part) for part in COMMANDS[language]]
        self.database, self.log = folder / "verifications.db", folder / "log.txt"
        self.keys = folder / "keys.txt"
        self.keys.write_bytes(KEY + b"\r\n" + OLD_KEY + b"\n")
        self.port = free_port()
        self.sender = Sender("127.0.0.1", self.port, KEY)
        self.settings = {
            "RECEIVER_LISTEN": f"127.0.0.1:{self.port}",
            "RECEIVER_KEYS_FILE": str(self.keys),
            "RECEIVER_DATABASE": str(self.database),
        } | settings
        self.process = None

    def launch(self) -> subprocess.Popen:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self.command, env=os.environ | self.settings, stdout=log, stderr=log
            )

    def start(self) -> "Receiver":
        self.process = self.launch()
        wait_until(lambda: self.is_healthy() or self.process.poll() is not None, "it is up")
        assert self.process.poll() is None, self.log.read_text()
        return self

    def is_healthy(self) -> bool:
        return self.sender.request("GET", "/health").status == 200

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.ended_well()

    def ended_well(self) -> None:
        status = self.process.wait(timeout=PATIENCE_S)
        # uvicorn has finished its work, and then ends by the signal that stopped it.
        assert status in (0, -signal.SIGTERM), self.log.read_text()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def ask(self, sql: str, *values) -> list[tuple]:
        with closing(self.connect()) as db:
            return db.execute(sql, values).fetchall()

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.database, isolation_level=None, timeout=PATIENCE_S)

    @contextmanager
    def locked(self):
        """Nobody else can write meanwhile."""
        with closing(self.connect()) as db:
            db.execute("BEGIN IMMEDIATE")
            yield
            db.execute("ROLLBACK")

    def rows(self) -> dict[str, list[tuple]]:
        return {table: self.ask(f"SELECT * FROM {table}") for table in TABLES}

    def record(self, scan_ref: str) -> dict | None:
        found = self.ask("SELECT record FROM verification WHERE scan_ref = ?", scan_ref)
        return json.loads(found[0][0]) if found else None

    def kinds(self, scan_ref: str) -> list[str]:
        sql = "SELECT kind FROM decision WHERE scan_ref = ? ORDER BY rowid"
        return [kind for (kind,) in self.ask(sql, scan_ref)]

    def actions(self, scan_ref: str) -> list[str]:
        sql = "SELECT outcome FROM action WHERE scan_ref = ? ORDER BY id"
        return [outcome for (outcome,) in self.ask(sql, scan_ref)]

    def uses_database(self) -> bool:
        """Whether a delivery has come as far as the database: each opens it for itself."""
        return any(
            os.path.realpath(link) == str(self.database)
            for link in Path(f"/proc/{self.process.pid}/fd").iterdir()
        )
