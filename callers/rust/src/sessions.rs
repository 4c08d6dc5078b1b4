//! What is known about a client: the sessions that were asked for, and what became of them.

use idenfy_rules::history::StartLimits;
use idenfy_rules::{Record, TokenResponse};
use rusqlite::{Connection, OptionalExtension, params};

use crate::Failure;

/// They share the database of the receiver.
pub struct Sessions(Connection);

impl Sessions {
    pub fn open(path: &str) -> Result<Self, Failure> {
        let db = Connection::open(path)?;
        db.execute_batch(include_str!("../../../receivers/schema.sql"))?;
        db.execute_batch(include_str!("../../schema.sql"))?;
        Ok(Self(db))
    }

    /// The states of all verifications of a client.
    pub fn records(&self, client_id: &str) -> Result<Vec<Record>, Failure> {
        let sql = "SELECT record FROM verification JOIN session USING (scan_ref)
                   WHERE client_id = ?";
        let mut found = self.0.prepare(sql)?;
        let texts = found.query_map([client_id], |row| row.get::<_, String>(0))?;
        texts.map(|text| Ok(Record::from_json(&text?)?)).collect()
    }

    /// The last session, as `may_start` takes it; nothing where there was none.
    pub fn last(&self, client_id: &str) -> Result<StartLimits, Failure> {
        let sql = "SELECT scan_ref, created_at, expiry_time, session_length FROM session
                   WHERE client_id = ? ORDER BY created_at DESC LIMIT 1";
        let found = self.0.query_row(sql, [client_id], |row| {
            Ok(StartLimits {
                max_attempts: None,
                scan_ref: row.get(0)?,
                created_at_unix: row.get(1)?,
                expiry_time_s: row.get(2)?,
                session_length_s: row.get(3)?,
            })
        });
        Ok(found.optional()?.unwrap_or_default())
    }

    /// Before anybody is sent there: its webhooks have to find whose they are.
    pub fn add(&self, client_id: &str, token: &TokenResponse, now: i64) -> Result<(), Failure> {
        // What does not fit is taken for unknown, and so for the longest that there is.
        let seconds = |time: Option<u64>| time.and_then(|time| u32::try_from(time).ok());
        let (expiry, length) = (seconds(token.expiry_time), seconds(token.session_length));
        self.0.execute(
            "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)",
            params![token.scan_ref, client_id, now, expiry, length],
        )?;
        Ok(())
    }
}
