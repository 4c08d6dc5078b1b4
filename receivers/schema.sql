-- What the receivers keep: no body, no name, no number, no key. All four run this at every start.
PRAGMA journal_mode = WAL;

-- The state of each verification: the JSON of idenfy-rules' Record.
CREATE TABLE IF NOT EXISTS verification (
    scan_ref TEXT NOT NULL PRIMARY KEY,
    record   TEXT NOT NULL
) WITHOUT ROWID;

-- What every delivery that was not a duplicate meant, and what it did to the state: the audit
-- trail. `decision` is the JSON of idenfy-rules' Decision.
CREATE TABLE IF NOT EXISTS decision (
    scan_ref    TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    kind        TEXT NOT NULL,
    decision    TEXT NOT NULL,
    decided_at  TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (scan_ref, body_sha256)
);

-- What is to be done, in this order: a worker of yours does the rows whose done_at is NULL, and
-- then sets it. One delivery asks for one action at most, however often it comes.
CREATE TABLE IF NOT EXISTS action (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    scan_ref    TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    done_at     TEXT,
    UNIQUE (scan_ref, body_sha256)
);

-- Deliveries that say nothing about the result of a verification, such as those of other products.
CREATE TABLE IF NOT EXISTS notice (
    body_sha256 TEXT NOT NULL PRIMARY KEY,
    decision    TEXT NOT NULL,
    received_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITHOUT ROWID;
