#include "store.hpp"

#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <sqlite3.h>

namespace {

const char schema[] =
#include "schema.inc"  // schema.sql as a string literal, made by the Makefile
    ;

struct Closed {
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closed>;

void check(sqlite3 *db, int status) {
    if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
}

/// A connection for each delivery: closing it undoes what was not committed.
Database open(const std::string &path, std::chrono::milliseconds busy) {
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open(path.c_str(), &raw);
    Database db(raw);
    check(raw, opened);
    check(raw, sqlite3_busy_timeout(raw, static_cast<int>(busy.count())));
    // A 200 has to survive a power cut.
    check(raw, sqlite3_exec(raw, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr));
    return db;
}

/// Runs one statement, and gives the first value of its first row.
std::optional<std::string> run(sqlite3 *db, const char *sql,
                               std::initializer_list<std::string_view> values = {}) {
    sqlite3_stmt *raw = nullptr;
    check(db, sqlite3_prepare_v2(db, sql, -1, &raw, nullptr));
    const std::unique_ptr<sqlite3_stmt, Closed> statement(raw);
    int at = 0;
    for (std::string_view value : values) {
        const auto size = static_cast<int>(value.size());
        check(db, sqlite3_bind_text(raw, ++at, value.data(), size, SQLITE_STATIC));
    }
    const int status = sqlite3_step(raw);
    if (status == SQLITE_DONE) return std::nullopt;
    if (status != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(db));
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(raw, 0));
    return std::string(text == nullptr ? "" : text);
}

std::string note(sqlite3 *db, const idenfy::Decision &decision) {
    run(db, "INSERT OR IGNORE INTO notice (body_sha256, decision) VALUES (?, ?)",
        {decision.body_sha256().value(), decision.json()});
    return "notice";
}

std::string fold(sqlite3 *db, const idenfy::Decision &decision) {
    const std::string_view key = decision.scan_ref().value();
    const std::string_view body = decision.body_sha256().value();
    const auto stored = run(db, "SELECT record FROM verification WHERE scan_ref = ?", {key});
    const idenfy::Transition transition(stored, decision);
    const std::string_view kind = idenfy::text(transition.kind());
    run(db, "INSERT OR REPLACE INTO verification VALUES (?, ?)", {key, transition.record_json()});
    run(db,
        "INSERT OR IGNORE INTO decision (scan_ref, body_sha256, kind, decision)"
        " VALUES (?, ?, ?, ?)",
        {key, body, kind, decision.json()});
    if (transition.act()) {
        run(db, "INSERT OR IGNORE INTO action (scan_ref, outcome, body_sha256) VALUES (?, ?, ?)",
            {key, idenfy::text(transition.outcome()), body});
    }
    return std::string(kind);
}

}  // namespace

Store::Store(std::string path, std::chrono::milliseconds busy)
    : path_(std::move(path)), busy_(busy) {
    const Database db = open(path_, busy_);
    check(db.get(), sqlite3_exec(db.get(), schema, nullptr, nullptr, nullptr));
}

std::string Store::keep(const idenfy::Decision &decision) const {
    const Database db = open(path_, busy_);
    run(db.get(), "BEGIN IMMEDIATE");  // of two deliveries at once, one waits for the other
    std::string kind = decision.outcome() == IDR_NONE ? note(db.get(), decision)
                                                      : fold(db.get(), decision);
    run(db.get(), "COMMIT");
    return kind;
}
