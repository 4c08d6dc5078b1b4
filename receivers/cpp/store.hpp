// State, audit trail and outbox in SQLite: one transaction for each delivery.
#ifndef RECEIVER_STORE_HPP
#define RECEIVER_STORE_HPP

#include <chrono>
#include <string>

#include <idenfy_rules.hpp>

class Store {
public:
    Store(std::string path, std::chrono::milliseconds busy);

    /// Commits what a decision changes, and says what the delivery was. Throws when the database,
    /// or the record in it, cannot be used; nothing was kept then.
    std::string keep(const idenfy::Decision &decision) const;

private:
    std::string path_;
    std::chrono::milliseconds busy_;
};

#endif
