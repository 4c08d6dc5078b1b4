//! State, audit trail and outbox in SQLite: one transaction for each delivery.

use std::time::Duration;

use idenfy_rules::{Decision, Outcome, Record, reconcile};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::Failure;

pub struct Store {
    path: String,
    busy: Duration,
}

impl Store {
    pub fn new(path: String, busy: Duration) -> Result<Self, Failure> {
        let store = Self { path, busy };
        store.open()?.execute_batch(include_str!("../../schema.sql"))?;
        Ok(store)
    }

    /// A connection for each delivery: closing it undoes what was not committed.
    fn open(&self) -> rusqlite::Result<Connection> {
        let db = Connection::open(&self.path)?;
        db.busy_timeout(self.busy)?;
        db.pragma_update(None, "synchronous", "FULL")?; // a 200 has to survive a power cut
        Ok(db)
    }

    /// Commits what a decision changes, and says what the delivery was.
    pub fn keep(&self, decision: &Decision) -> Result<&'static str, Failure> {
        let mut db = self.open()?;
        // Of two deliveries at once, one waits for the other.
        let db = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let kind = match decision.outcome {
            Outcome::None => note(&db, decision)?,
            _ => fold(&db, decision)?,
        };
        db.commit()?;
        Ok(kind)
    }
}

fn note(db: &Transaction<'_>, decision: &Decision) -> Result<&'static str, Failure> {
    db.execute(
        "INSERT OR IGNORE INTO notice (body_sha256, decision) VALUES (?, ?)",
        params![decision.body_sha256, decision.to_json()],
    )?;
    Ok("notice")
}

fn fold(db: &Transaction<'_>, decision: &Decision) -> Result<&'static str, Failure> {
    let (key, body) = (&decision.scan_ref, &decision.body_sha256);
    let select = "SELECT record FROM verification WHERE scan_ref = ?";
    let stored: Option<String> = db.query_row(select, [key], |row| row.get(0)).optional()?;
    let previous = stored.as_deref().map(Record::from_json).transpose()?;
    let transition = reconcile(previous.as_ref(), decision)?;
    let (kind, record) = (transition.kind.as_str(), transition.record);
    db.execute(
        "INSERT OR REPLACE INTO verification VALUES (?, ?)",
        params![key, record.to_json()],
    )?;
    db.execute(
        "INSERT OR IGNORE INTO decision (scan_ref, body_sha256, kind, decision)
         VALUES (?, ?, ?, ?)",
        params![key, body, kind, decision.to_json()],
    )?;
    if transition.act {
        db.execute(
            "INSERT OR IGNORE INTO action (scan_ref, outcome, body_sha256) VALUES (?, ?, ?)",
            params![key, record.outcome.as_str(), body],
        )?;
    }
    Ok(kind)
}
