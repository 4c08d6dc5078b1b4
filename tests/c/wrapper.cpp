// The C++ wrapper: the three jobs, what throws, and what moves.
#include <cstdio>
#include <type_traits>

#include "idenfy_rules.hpp"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            std::fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
            return 1; \
        } \
    } while (0)

static_assert(!std::is_copy_constructible_v<idenfy::Policy> && std::is_nothrow_move_constructible_v<idenfy::Policy>);
static_assert(!std::is_copy_constructible_v<idenfy::Decision> && std::is_nothrow_move_assignable_v<idenfy::Decision>);

template <typename Call>
static std::string code_of(Call call) {
    try {
        call();
    } catch (const idenfy::Error &error) {
        return error.code() + " " + std::to_string(error.http_status());
    }
    return "";
}

int main() {
    const idenfy::Profile profile(R"({"environment": "DEV"})");
    const idenfy::Report report = idenfy::validate_token(R"({"clientId": ""})", &profile);
    CHECK(!report.is_valid() && report.size() == 1 && report.code(0) == "client_id.empty");
    CHECK(report.pointer(0) == "/clientId" && report.severity(0) == IDR_SEVERITY_ERROR);
    CHECK(idenfy::validate_token("").code(0) == "body.empty");
    CHECK(code_of([] { idenfy::Profile wrong("[]"); }) == "input.profile 500");

    const idenfy::Classification found = idenfy::classify_response(429, {{"Retry-After", "7"}}, "", idenfy::Context(1));
    CHECK(found.action() == IDR_ACTION_RETRY && found.delay()->min_ms == 7000 && !found.scan_ref());
    CHECK(idenfy::classify_transport(IDR_TRANSPORT_DNS, idenfy::Context(R"({"attempt": 3})")).reason() ==
          "RETRIES_EXHAUSTED");

    const std::string body = R"({"scanRef":"s","final":true,"status":{"overall":"APPROVED"}})";
    const std::string header = idenfy::sign(body, "key");
    CHECK(header == "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca");
    idenfy::Policy loaded = idenfy::Policy::documented();
    const idenfy::Policy policy = std::move(loaded);
    idenfy::Decision decision = policy.receive(body, header, {"old", "key"});
    CHECK(decision.outcome() == IDR_ACCEPT && decision.verified() && decision.rule(0) == "approved");
    CHECK(decision.scan_ref() == "s" && !decision.client_id());
    CHECK(code_of([&] { policy.receive(body, std::nullopt, {"key"}, std::nullopt, decision); }) ==
          "signature.missing 401");
    CHECK(decision.outcome() == IDR_NONE && decision.json().empty());
    CHECK(code_of([&] { policy.evaluate("{}"); }).find(" 400") != std::string::npos);
    CHECK(code_of([&] { idenfy::Policy::from_json("{}"); }).rfind("policy.", 0) == 0);

    decision = policy.evaluate(body);
    const idenfy::Transition first(std::nullopt, decision);
    const idenfy::Transition second(first.record_json(), decision);
    CHECK(first.act() && first.outcome() == IDR_ACCEPT && second.kind() == IDR_TRANSITION_DUPLICATE);
    CHECK(policy.explain(body).find("\"approved\"") != std::string::npos);
    std::puts("ok");
    return 0;
}
