// What the receiver is told through the environment; docs/receivers.md lists it.
#ifndef RECEIVER_SETTINGS_HPP
#define RECEIVER_SETTINGS_HPP

#include <chrono>
#include <string>
#include <vector>

#include <idenfy_rules.hpp>

struct Settings {
    std::vector<std::string> keys;
    idenfy::Policy policy;
    std::string database;
    std::string host;
    int port;
    std::chrono::milliseconds busy;
    std::chrono::milliseconds read;
};

/// Throws std::exception; none of its texts shows a key.
Settings read_settings();

#endif
