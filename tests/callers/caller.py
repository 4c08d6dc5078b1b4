"""A caller as a process: what it is told, what it prints, how it ends."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from standin import AUTH_TOKEN, StandIn

ROOT = Path(__file__).parents[2]
WORK = Path(os.environ.get("WORK", ROOT / "target/receivers")).resolve()
COMMANDS = {
    "rust": [WORK.parent / "debug/idenfy-caller"],
    "python": [sys.executable, ROOT / "callers/python/caller.py"],
}
KEY, SECRET = "api-key-SECRET", "api-secret-SECRET"
REQUEST = {"clientId": "client-1", "firstName": "ŽYDRĖ-PRIVATE", "country": "LT"}
TIMEOUT_MS = 1500


@dataclass(frozen=True)
class Ended:
    """`answers` are the classifications that it printed, one a line."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict]:
        return [json.loads(line) for line in self.err.splitlines() if line.startswith("{")]

    @property
    def reasons(self) -> list[str]:
        return [answer["reason"] for answer in self.answers]

    @property
    def waits_ms(self) -> list[int]:
        return [answer["delay"]["ms"] for answer in self.answers if answer["delay"]]


class Caller:
    def __init__(self, language: str, folder: Path) -> None:
        self.command = [str(part) for part in COMMANDS[language]]
        self.database, self.request = folder / "verifications.db", folder / "request.json"
        keys = folder / "api-keys.txt"
        keys.write_text(f"{KEY}\n{SECRET}\n")
        self.settings = {
            "CALLER_KEYS_FILE": str(keys),
            "CALLER_DATABASE": str(self.database),
            "CALLER_TIMEOUT_MS": str(TIMEOUT_MS),
            "CALLER_TIME_SCALE": "0.001",
            "NO_PROXY": "127.0.0.1",
        }

    def run(self, url: str, request: dict | bytes = REQUEST, **settings: str) -> Ended:
        body = request if isinstance(request, bytes) else json.dumps(request).encode()
        self.request.write_bytes(body)
        environment = os.environ | self.settings | {"CALLER_URL": url} | settings
        done = subprocess.run(
            [*self.command, str(self.request)], env=environment, capture_output=True, timeout=60
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ended.err and "panicked" not in ended.err, ended.err
        assert "PRIVATE" not in ended.out + ended.err
        for secret in (KEY, SECRET, AUTH_TOKEN):
            assert secret not in ended.err
        return ended

    def plays(self, *names: str, **settings: str) -> tuple[Ended, StandIn]:
        """One run against a stand-in that gives these answers."""
        with StandIn(list(names), slow_s=2 * TIMEOUT_MS / 1000) as standin:
            return self.run(standin.url, **settings), standin

    def ask(self, sql: str, *values) -> list[tuple]:
        with closing(sqlite3.connect(self.database, isolation_level=None)) as db:
            return db.execute(sql, values).fetchall()
