// The C++ wrapper without exceptions: the three jobs by the calls that return what went wrong.
#include <cstdio>
#include <type_traits>

#include "idenfy_rules.hpp"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            std::fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
            std::exit(1); \
        } \
    } while (0)

#ifdef __cpp_exceptions
#error "this program is about life without exceptions"
#endif

static_assert(noexcept(idenfy::Policy::try_strict()) && noexcept(idenfy::try_sign("", "")));

int main() {
    const std::string body = R"({"scanRef":"s","final":true,"status":{"overall":"APPROVED"}})";
    const auto profile = idenfy::Profile::try_from_json("{}");
    CHECK(profile && !idenfy::Profile::try_from_json("[]"));
    CHECK(idenfy::Profile::try_from_json("[]").error().code() == "input.profile");
    auto report = idenfy::try_validate_token("{}");
    CHECK(report && report.value().code(0) == "client_id.required");

    auto context = idenfy::Context::try_attempt(1);
    CHECK(context && !idenfy::Context::try_attempt(0) && idenfy::Context::try_from_json("{\"attempt\":1}"));
    CHECK(context.value().try_set(idr_context_set_jitter, 0.5));
    CHECK(context.value().try_set(idr_context_set_jitter, 2.0).error().code() == "input.jitter");
    auto found = idenfy::try_classify_response(402, {}, "", context.value());
    CHECK(found && found.value().escalate_to() == IDR_ESCALATE_TO_ACCOUNT_MANAGER);
    CHECK(idenfy::try_classify_transport(99, context.value()).error().code() == "argument.unknown_number");
    CHECK(idenfy::try_retry_plan(0, 1).error().code() == "input.max_attempts");

    auto signature = idenfy::try_sign(body, "key");
    CHECK(signature && idenfy::try_verify_signature(body, signature.value(), {"key"}));
    CHECK(idenfy::try_verify_signature(body, std::nullopt, {"key"}).error().http_status() == 401);
    CHECK(idenfy::try_diagnose_signature(body, signature.value(), {"key"}));
    auto delivery = idenfy::Delivery::try_parse(body);
    CHECK(delivery && delivery.value().try_member("/scanRef").value() == "\"s\"");

    auto policy = idenfy::Policy::try_strict();
    idenfy::Decision decision;
    CHECK(policy && policy.value().try_receive(body, signature.value(), {"key"}, std::nullopt, decision));
    CHECK(decision.outcome() == IDR_ACCEPT && decision.http_status() == 200);
    const auto refused = policy.value().try_receive(body, "", {"key"}, std::nullopt, decision);
    CHECK(!refused && refused.error().status() == IDR_NOT_GENUINE && decision.outcome() == IDR_NONE);
    const auto wrong = idenfy::Policy::try_from_json(R"({"format":1,"otherwis":"review"})");
    CHECK(!wrong && wrong.error().pointer() == "/otherwis" && wrong.error().suggestion() == "otherwise");
    CHECK(policy.value().try_explain(body) && idenfy::try_policy_schema());
    CHECK(policy.value().try_evaluate(body, std::nullopt, decision));

    const auto run = policy.value().try_test(R"({"format": 1, "policy": "documented", "cases": []})");
    CHECK(!run && run.error().status() == IDR_UNUSABLE_TEST_FILE && run.error().pointer() == "/policy");
    CHECK(policy.value().try_to_markdown() && policy.value().try_to_mermaid() && policy.value().try_to_html());
    CHECK(idenfy::Policy().try_to_html().error().code() == "argument.null");
    const idenfy::Policy &strict = policy.value();
    CHECK(strict.try_lint() && strict.try_diff(strict) && strict.try_diff_recorded(strict, body));
    const auto claim = strict.try_prove(R"({"always": "review", "when": {"overal": "DENIED"}})");
    CHECK(!claim && claim.error().status() == IDR_UNUSABLE_CLAIM && claim.error().pointer() == "/when/overal");
    CHECK(strict.try_prove(R"({"always": "review", "when": {}})") && !strict.try_diff(idenfy::Policy()));

    CHECK(idenfy::try_lint_webhook_url("http://x").value().code(0) == "webhook_url.https");
    CHECK(idenfy::try_lint_webhook_url("", "").error().code() == "input.certificate");
    CHECK(idenfy::try_lint_receiver("{}") && idenfy::try_lint_missing_webhook("{}"));
    CHECK(idenfy::try_lint_missing_webhook("").error().code() == "input.checklist");
    CHECK(idenfy::try_lint_iframe("<p>") && idenfy::try_lint_iframe("\xff").error().code() == "argument.not_utf8");
    CHECK(idenfy::try_lint_credentials("", "").value().size() == 2);
    CHECK(idenfy::try_basic_auth("", "").error().code() == "credentials.empty");
    CHECK(idenfy::try_redirect_url("t", IDR_HOST_UI) && !idenfy::try_redirect_url("", IDR_HOST_UI));
    CHECK(idenfy::try_iframe_tag(" ", IDR_HOST_UI).error().code() == "input.auth_token");

    auto transition = idenfy::try_reconcile(idenfy::Record(), decision);
    CHECK(transition && transition.value().act());
    CHECK(idenfy::Record::try_from_json(transition.value().record_json()));
    CHECK(idenfy::try_may_start({transition.value().record()}, 0).value().reason == IDR_START_ALREADY_ACCEPTED);
    std::puts("ok");
}
