#include "settings.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace {

std::string variable(const char *name, const char *otherwise) {
    const char *value = std::getenv(name);
    return value == nullptr ? otherwise : value;
}

std::string content(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

int number(const std::string &text) {
    std::size_t end = 0;
    const int value = text.empty() ? -1 : std::stoi(text, &end);
    if (value < 0 || end != text.size()) throw std::runtime_error("not a number: " + text);
    return value;
}

/// One key a line, from a file or the variable itself: several while one replaces another.
std::vector<std::string> read_keys() {
    const std::string path = variable("RECEIVER_KEYS_FILE", "");
    std::istringstream lines(path.empty() ? variable("RECEIVER_KEYS", "") : content(path));
    std::vector<std::string> keys;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) keys.push_back(line);
    }
    if (keys.empty()) {
        throw std::runtime_error("no signing key: set RECEIVER_KEYS_FILE or RECEIVER_KEYS");
    }
    return keys;
}

/// A built-in policy by its name, or the document in a file.
idenfy::Policy read_policy(const std::string &name) {
    if (name == "strict") return idenfy::Policy::strict();
    if (name == "documented") return idenfy::Policy::documented();
    return idenfy::Policy::from_json(content(name));
}

}  // namespace

Settings read_settings() {
    const std::string listen = variable("RECEIVER_LISTEN", "127.0.0.1:8080");
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error("RECEIVER_LISTEN has no port");
    return {read_keys(),
            read_policy(variable("RECEIVER_POLICY", "strict")),
            variable("RECEIVER_DATABASE", "verifications.db"),
            listen.substr(0, colon),
            number(listen.substr(colon + 1)),
            std::chrono::milliseconds(number(variable("RECEIVER_BUSY_MS", "3000"))),
            std::chrono::milliseconds(number(variable("RECEIVER_READ_MS", "5000")))};
}
