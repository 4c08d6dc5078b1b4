// Receives webhooks of iDenfy in C++, with cpp-httplib and SQLite.
//
//     RECEIVER_KEYS_FILE=keys.txt make receiver-cpp
//
// Verify, decide, reconcile, commit, and only then answer 200: without a 200 the vendor sends it
// again, and what came twice is a duplicate. docs/receivers.md says more.
#include <chrono>
#include <csignal>
#include <ctime>
#include <iostream>
#include <thread>

#include <unistd.h>

#include <httplib.h>
#include <idenfy_rules.hpp>

#include "settings.hpp"
#include "store.hpp"

namespace {

constexpr std::size_t body_limit = 1 << 20;
constexpr std::size_t deliveries_at_once = 32;

idenfy::Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return {static_cast<std::uint32_t>(utc.tm_year + 1900),
            static_cast<std::uint32_t>(utc.tm_mon + 1), static_cast<std::uint32_t>(utc.tm_mday)};
}

void answer(httplib::Response &response, int status, const std::string &why) {
    std::clog << std::to_string(status) + " " + why + "\n";
    response.status = status;
    if (status == 503) response.set_header("Retry-After", "1");
}

std::optional<std::string> header(const httplib::Request &request, const char *name) {
    if (!request.has_header(name)) return std::nullopt;
    return request.get_header_value(name);
}

/// The raw bytes: JSON that was parsed and written again does not verify.
void receive(const Settings &settings, const Store &store, const httplib::Request &request,
             httplib::Response &response, const httplib::ContentReader &read) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + settings.read;
    std::string body;
    const bool whole = read([&](const char *chunk, std::size_t size) {
        body.append(chunk, size);
        return body.size() <= body_limit && Clock::now() <= until;
    });
    if (body.size() > body_limit) return answer(response, 413, "too large");
    if (!whole) return answer(response, 408, "no whole body");

    const std::vector<idenfy::Bytes> keys(settings.keys.begin(), settings.keys.end());
    idenfy::Decision decision;
    const auto decided = settings.policy.try_receive(body, header(request, "Idenfy-Signature"),
                                                     keys, header(request, "Idenfy-Event-Type"),
                                                     decision, today());
    if (!decided) return answer(response, decided.error().http_status(), decided.error().code());
    try {
        answer(response, 200, store.keep(decision));
    } catch (const std::exception &error) {
        answer(response, 503, std::string("not stored: ") + error.what());
    }
}

httplib::Server::HandlerResponse refuse_methods(const httplib::Request &request,
                                                httplib::Response &response) {
    if (request.path != "/webhook" || request.method == "POST") {
        return httplib::Server::HandlerResponse::Unhandled;
    }
    response.status = 405;
    response.set_header("Allow", "POST");
    return httplib::Server::HandlerResponse::Handled;
}

void serve(const Settings &settings, const sigset_t &stopping) {
    const Store store(settings.database, settings.busy);
    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(deliveries_at_once); };
    server.set_read_timeout(settings.read);
    // What is left of a body that was not read must not pass for the next request.
    server.set_keep_alive_max_count(1);
    server.set_pre_routing_handler(refuse_methods);
    server.Get("/health", [](const auto &, auto &response) {
        response.set_content("ok\n", "text/plain");
    });
    server.Post("/webhook", [&](const auto &request, auto &response, const auto &read) {
        receive(settings, store, request, response, read);
    });
    if (!server.bind_to_port(settings.host, settings.port)) {
        throw std::runtime_error("cannot listen");
    }
    // It takes no more, and finishes what it has begun.
    std::thread stopper([&server, &stopping] {
        int number = 0;
        sigwait(&stopping, &number);
        server.stop();
    });
    if (!server.listen_after_bind()) kill(getpid(), SIGTERM);
    stopper.join();
}

}  // namespace

int main() {
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopping, nullptr);  // before there are threads that inherit it
    try {
        serve(read_settings(), stopping);
        return 0;
    } catch (const std::exception &error) {
        std::cerr << "receiver: " << error.what() << "\n";
        return 1;
    }
}
