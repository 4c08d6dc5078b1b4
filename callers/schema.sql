-- Which sessions were asked for, in the database of the receiver: its records, by scan_ref, are
-- what became of them. The token that opens a session is not kept.
CREATE TABLE IF NOT EXISTS session (
    scan_ref       TEXT NOT NULL PRIMARY KEY,
    client_id      TEXT NOT NULL,
    created_at     INTEGER NOT NULL, -- Unix seconds, and seconds below
    expiry_time    INTEGER,
    session_length INTEGER
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS session_of_client ON session (client_id, created_at);
