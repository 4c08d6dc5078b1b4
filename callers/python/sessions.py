"""What is known about a client: the sessions that were asked for, and what became of them."""

import sqlite3
from pathlib import Path
from typing import Any

from idenfy_rules import Record, Token

ROOT = Path(__file__).parents[2]
SCHEMAS = (ROOT / "receivers/schema.sql", ROOT / "callers/schema.sql")


class Sessions:
    """They share the database of the receiver. Raises sqlite3.Error."""

    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        for schema in SCHEMAS:
            self.db.executescript(schema.read_text())

    def records(self, client_id: str) -> list[Record]:
        """The states of all verifications of a client."""
        sql = "SELECT record FROM verification JOIN session USING (scan_ref) WHERE client_id = ?"
        return [Record.from_json(text) for (text,) in self.db.execute(sql, (client_id,))]

    def last(self, client_id: str) -> dict[str, Any]:
        """The last session, as may_start takes it; nothing where there was none."""
        sql = (
            "SELECT scan_ref, created_at, expiry_time, session_length FROM session"
            " WHERE client_id = ? ORDER BY created_at DESC LIMIT 1"
        )
        names = ("scan_ref", "created_at_unix", "expiry_time_s", "session_length_s")
        row = self.db.execute(sql, (client_id,)).fetchone()
        return dict(zip(names, row, strict=True)) if row else {}

    def add(self, client_id: str, token: Token, now_unix: int) -> None:
        """Before anybody is sent there: its webhooks have to find whose they are."""
        row = (token.scan_ref, client_id, now_unix, token.expiry_time, token.session_length)
        self.db.execute("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)", row)
