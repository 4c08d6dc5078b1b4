"""State, audit trail and outbox in SQLite: one transaction for each delivery."""

import sqlite3
from contextlib import closing
from pathlib import Path

from idenfy_rules import Decision, Record, reconcile

SCHEMA = Path(__file__).parent.with_name("schema.sql")


class Store:
    """Raises sqlite3.Error when the database cannot be used; nothing was kept then."""

    def __init__(self, path: str, busy_s: float) -> None:
        self.path, self.busy_s = path, busy_s
        with closing(self.open()) as db:
            db.executescript(SCHEMA.read_text())

    def open(self) -> sqlite3.Connection:
        """A connection for each delivery: closing it undoes what was not committed."""
        db = sqlite3.connect(self.path, timeout=self.busy_s, isolation_level=None)
        db.execute("PRAGMA synchronous = FULL")  # a 200 has to survive a power cut
        return db

    def keep(self, decision: Decision) -> str:
        """Commits what a decision changes, and says what the delivery was."""
        with closing(self.open()) as db:
            db.execute("BEGIN IMMEDIATE")  # of two deliveries at once, one waits for the other
            kind = note(db, decision) if decision.outcome == "none" else fold(db, decision)
            db.execute("COMMIT")
            return kind


def note(db: sqlite3.Connection, decision: Decision) -> str:
    db.execute(
        "INSERT OR IGNORE INTO notice (body_sha256, decision) VALUES (?, ?)",
        (decision.body_sha256, decision.to_json()),
    )
    return "notice"


def fold(db: sqlite3.Connection, decision: Decision) -> str:
    key = decision.scan_ref
    stored = db.execute("SELECT record FROM verification WHERE scan_ref = ?", (key,)).fetchone()
    transition = reconcile(Record.from_json(stored[0]) if stored else None, decision)
    record = transition.record
    db.execute("INSERT OR REPLACE INTO verification VALUES (?, ?)", (key, record.to_json()))
    db.execute(
        "INSERT OR IGNORE INTO decision (scan_ref, body_sha256, kind, decision)"
        " VALUES (?, ?, ?, ?)",
        (key, decision.body_sha256, transition.kind, decision.to_json()),
    )
    if transition.act:
        db.execute(
            "INSERT OR IGNORE INTO action (scan_ref, outcome, body_sha256) VALUES (?, ?, ?)",
            (key, record.outcome, decision.body_sha256),
        )
    return transition.kind
