#include "store.h"

#include <sqlite3.h>
#include <stdio.h>

static const char schema[] =
#include "schema.inc" /* schema.sql as a string literal, made by the Makefile */
    ;

static const idr_view absent = {NULL, 0};
static const idr_view notice = {(const uint8_t *)"notice", 6};

static bool complain(const char *why) {
    fprintf(stderr, "not stored: %s\n", why);
    return false;
}

/* A connection for each delivery: closing it undoes what was not committed. */
static sqlite3 *database_open(const struct settings *settings) {
    sqlite3 *db = NULL;
    if (sqlite3_open(settings->database, &db) == SQLITE_OK &&
        sqlite3_busy_timeout(db, (int)settings->busy_ms) == SQLITE_OK &&
        /* A 200 has to survive a power cut. */
        sqlite3_exec(db, "PRAGMA synchronous = FULL", NULL, NULL, NULL) == SQLITE_OK) {
        return db;
    }
    complain(sqlite3_errmsg(db));
    sqlite3_close(db);
    return NULL;
}

/* A statement with its values, ready to be stepped; NULL if that cannot be done. */
static sqlite3_stmt *prepared(sqlite3 *db, const char *sql, size_t count, const idr_view *values) {
    sqlite3_stmt *statement = NULL;
    int status = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    for (size_t at = 0; status == SQLITE_OK && at < count; at++) {
        status = sqlite3_bind_text(statement, (int)at + 1, (const char *)values[at].ptr,
                                   (int)values[at].len, SQLITE_STATIC);
    }
    if (status == SQLITE_OK) return statement;
    complain(sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return NULL;
}

static bool run(sqlite3 *db, const char *sql, size_t count, const idr_view *values) {
    sqlite3_stmt *statement = prepared(db, sql, count, values);
    if (statement == NULL) return false;
    const bool done = sqlite3_step(statement) == SQLITE_DONE;
    if (!done) complain(sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return done;
}

/* The stored record of a verification, NULL if there is none. */
static bool read_record(sqlite3 *db, idr_view key, idr_record **record) {
    sqlite3_stmt *statement =
        prepared(db, "SELECT record FROM verification WHERE scan_ref = ?", 1, &key);
    if (statement == NULL) return false;
    const int status = sqlite3_step(statement);
    bool read = status == SQLITE_DONE;
    if (status == SQLITE_ROW) {
        const uint8_t *text = sqlite3_column_text(statement, 0);
        const size_t len = (size_t)sqlite3_column_bytes(statement, 0);
        read = idr_record_from_json(text, len, record, NULL) == IDR_OK;
    }
    if (!read) complain(status == SQLITE_ROW ? "a record is unusable" : sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    return read;
}

static bool write_transition(sqlite3 *db, const idr_decision *decision,
                             const idr_transition *transition) {
    const idr_view key = idr_decision_scan_ref(decision);
    const idr_view body = idr_decision_body_sha256(decision);
    const idr_record *record = idr_transition_record(transition);
    const idr_view state[] = {key, idr_record_json(record)};
    const idr_view trail[] = {key, body,
                              idr_transition_kind_text(idr_transition_kind_of(transition)),
                              idr_decision_json(decision)};
    const idr_view action[] = {key, idr_outcome_text(idr_record_outcome(record)), body};
    return run(db, "INSERT OR REPLACE INTO verification VALUES (?, ?)", 2, state) &&
           run(db,
               "INSERT OR IGNORE INTO decision (scan_ref, body_sha256, kind, decision)"
               " VALUES (?, ?, ?, ?)",
               4, trail) &&
           (!idr_transition_act(transition) ||
            run(db,
                "INSERT OR IGNORE INTO action (scan_ref, outcome, body_sha256) VALUES (?, ?, ?)",
                3, action));
}

static idr_view fold(sqlite3 *db, const idr_decision *decision) {
    idr_record *previous = NULL;
    idr_transition *transition = NULL;
    idr_view kind = absent;
    if (read_record(db, idr_decision_scan_ref(decision), &previous) &&
        idr_reconcile(previous, decision, &transition, NULL) == IDR_OK &&
        write_transition(db, decision, transition)) {
        kind = idr_transition_kind_text(idr_transition_kind_of(transition));
    }
    idr_transition_free(&transition);
    idr_record_free(&previous);
    return kind;
}

static idr_view note(sqlite3 *db, const idr_decision *decision) {
    const idr_view values[] = {idr_decision_body_sha256(decision), idr_decision_json(decision)};
    const char *sql = "INSERT OR IGNORE INTO notice (body_sha256, decision) VALUES (?, ?)";
    return run(db, sql, 2, values) ? notice : absent;
}

bool store_prepare(const struct settings *settings) {
    sqlite3 *db = database_open(settings);
    if (db == NULL) return false;
    const bool done = sqlite3_exec(db, schema, NULL, NULL, NULL) == SQLITE_OK;
    if (!done) complain(sqlite3_errmsg(db));
    sqlite3_close(db);
    return done;
}

idr_view store_keep(const struct settings *settings, const idr_decision *decision) {
    sqlite3 *db = database_open(settings);
    idr_view kind = absent;
    if (db == NULL) return absent;
    /* Of two deliveries at once, one waits for the other. */
    if (run(db, "BEGIN IMMEDIATE", 0, NULL)) {
        kind = idr_decision_outcome(decision) == IDR_NONE ? note(db, decision) : fold(db, decision);
        if (kind.ptr != NULL && !run(db, "COMMIT", 0, NULL)) kind = absent;
    }
    sqlite3_close(db);
    return kind;
}
