// The C++ wrapper: the three jobs, what throws, what moves, what is left of what was moved.
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

template <typename Owner>
constexpr bool owns = !std::is_copy_constructible_v<Owner> && !std::is_copy_assignable_v<Owner> &&
                      std::is_nothrow_move_constructible_v<Owner> &&
                      std::is_nothrow_move_assignable_v<Owner> && std::is_nothrow_default_constructible_v<Owner>;
static_assert(owns<idenfy::Profile> && owns<idenfy::Report> && owns<idenfy::Context>);
static_assert(owns<idenfy::Classification> && owns<idenfy::Diagnosis> && owns<idenfy::Delivery>);
static_assert(owns<idenfy::TestRun>);
static_assert(owns<idenfy::Decision> && owns<idenfy::Policy> && owns<idenfy::Record> && owns<idenfy::Transition>);

std::size_t twice();

namespace {

const std::string BODY = R"({"scanRef":"s","final":true,"status":{"overall":"APPROVED"}})";
// HMAC-SHA256 of BODY under "key", computed with another implementation.
const char *const SIGNATURE = "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca";

template <typename Call>
std::string code_of(Call call) {
    try {
        call();
    } catch (const idenfy::Error &error) {
        CHECK(!std::string(error.what()).empty());
        return error.code() + " " + std::to_string(error.http_status());
    }
    return "";
}

void validates() {
    const idenfy::Profile profile(R"({"environment": "DEV"})");
    const idenfy::Report report = idenfy::validate_token(R"({"clientId": ""})", &profile);
    const std::vector<idenfy::Finding> findings = report.findings();
    CHECK(!report.is_valid() && findings.size() == 1 && findings[0].code == "client_id.empty");
    CHECK(findings[0].pointer == "/clientId" && findings[0].severity == IDR_SEVERITY_ERROR);
    CHECK(findings[0].identifier && !idenfy::token_code_meaning(findings[0].code).empty());
    CHECK(idenfy::validate_token("").code(0) == "body.empty");
    CHECK(code_of([] { idenfy::Profile wrong("[]"); }) == "input.profile 500");
}

void classifies() {
    const idenfy::Classification found =
        idenfy::classify_response(429, {{"Retry-After", "7"}}, "", idenfy::Context(1).jitter(0.5));
    CHECK(found.action() == IDR_ACTION_RETRY && found.delay()->ms == 7350 && !found.scan_ref());
    CHECK(found.retry_after_s() == 7U && found.pacing_ms() && found.http_status() == 429);
    CHECK(!found.not_before_unix() && !found.identifier() && found.pointers().empty() && !found.disagreement());
    idenfy::RetryBudget budget({500, 9});
    CHECK(budget.spend(found) && budget.available() == 4 && budget.is_empty() && !budget.spend(found));
    CHECK(code_of([&] { idenfy::RetryBudget({1, 2}).spend(found); }) == "input.retry_budget 500");
    CHECK(idenfy::retry_wait(2, 3, 60000)->max_ms == 2000 && !idenfy::retry_wait(3, 3, 60000));
    CHECK(idenfy::retry_plan(3, 60000).find("\"gives_up_after\":3") != std::string::npos);

    idenfy::Context context(R"({"attempt": 3})");
    CHECK(idenfy::classify_transport(IDR_TRANSPORT_DNS, context).underlying() == "NETWORK_UNREACHABLE");
    context.operation(IDR_OPERATION_CREATE_TOKEN).client_id("c").max_attempts(5).now_unix(1700000000);
    const auto created = idenfy::classify_response(
        200, {}, R"({"authToken":"a","scanRef":"r","clientId":"c","sessionLength":60})", context);
    CHECK(created.scan_ref() == "r" && created.auth_token() == "a" && created.client_id() == "c");
    CHECK(created.session_length_s() == 60U && !created.expiry_time_s() && !created.digit_string());
    CHECK(code_of([&] { context.jitter(1.0); }) == "input.jitter 500");
    CHECK(code_of([] { idenfy::Context none(std::uint32_t{0}); }) == "input.attempt 500");
}

void reads() {
    CHECK(idenfy::sign(BODY, "key") == SIGNATURE);
    idenfy::verify_signature(BODY, SIGNATURE, {"old", "key"});
    CHECK(code_of([] { idenfy::verify_signature(BODY, SIGNATURE, {""}); }) == "signature.empty_key 401");
    CHECK(idenfy::diagnose_signature(BODY + "\n", SIGNATURE, {"key"}).cause() == "trailing_newline");
    const idenfy::Delivery delivery(
        R"({"scanRef":"s","final":false,"clientId":7,"data":{"docType":"PASSPORT"},
            "status":{"overall":"SUSPECTED","autoFace":"FACE_MATCH","fraudTags":["FACE_SUSPECTED"]}})",
        "IDENTIFICATION_AUTO_FINISHED");
    CHECK(delivery.overall() == "SUSPECTED" && delivery.auto_face() == "FACE_MATCH" && !delivery.manual_face());
    CHECK(delivery.client_id() == "7" && delivery.is_final() == false && !delivery.notice());
    CHECK(delivery.fraud_tags() == std::vector<std::string_view>{"FACE_SUSPECTED"} && delivery.mismatch_tags().empty());
    CHECK(delivery.member("/data/docType") == "\"PASSPORT\"" && !delivery.member("/nothing"));
    CHECK(code_of([] { idenfy::Delivery wrong("{}"); }) == "webhook.scan_ref_missing 400");
}

void decides() {
    idenfy::Policy loaded = idenfy::Policy::strict();
    const idenfy::Policy policy = std::move(loaded);
    idenfy::Decision decision = policy.receive(BODY, SIGNATURE, {"old", "key"});
    CHECK(decision.outcome() == IDR_ACCEPT && decision.verified() && decision.is_final() == true);
    CHECK(decision.rules() == std::vector<std::string_view>{"approved-without-details"} && decision.body_sha256()->size() == 64);
    CHECK(decision.scan_ref() == "s" && !decision.client_id() && decision.policy().name == "strict");
    CHECK(decision.policy().fingerprint == policy.fingerprint() && idenfy::text(decision.outcome()) == "accept");
    CHECK(code_of([&] { policy.receive(BODY, std::nullopt, {"key"}, std::nullopt, decision); }) ==
          "signature.missing 401");
    CHECK(decision.outcome() == IDR_NONE && decision.json().empty() && decision.rules().empty());
    CHECK(!policy.evaluate(BODY, std::nullopt, {2026, 11, 21}, false).body_sha256());

    decision = policy.evaluate(R"({"scanRef":"s","final":true,"status":{"overall":"APPROVED",
                                  "autoDocument":"DOC_NEW_WORD","fraudTags":["NEW_TAG",7]}})");
    CHECK(decision.outcome() == IDR_REVIEW && !decision.undecided().empty());
    CHECK(!decision.undecided()[0].facts.empty() && decision.flags()[0].tag == "NEW_TAG" && !decision.flags()[1].tag);
    CHECK(decision.flags()[0].kind == "fraud" && decision.flags()[0].class_name == "unknown");
    CHECK(decision.unknown()[0].fact == "document" && decision.unknown()[0].word == "DOC_NEW_WORD");
    const idenfy::Decision notice = policy.evaluate("{}", "AML_MONITORING");
    CHECK(notice.notice()->product == "aml_monitoring" && !notice.notice()->attention);
    CHECK(code_of([&] { policy.evaluate("{}"); }) == "webhook.scan_ref_missing 400");
    CHECK(code_of([] { idenfy::Policy::from_json("{}"); }).rfind("policy.", 0) == 0);
    CHECK(policy.explain(BODY).find("\"approved\"") != std::string::npos);
    CHECK(idenfy::policy_schema().find("manualFace") != std::string::npos && policy.rules().size() > 5);
}

void shows_and_tests() {
    const idenfy::Policy policy = idenfy::Policy::documented();
    const std::string file = R"({"format": 1, "policy": "documented", "cases": [{"name": "glare",
        "facts": {"overall": "DENIED", "document": "DOC_GLARED"}, "expect": {"outcome": "review"}}]})";
    const idenfy::TestRun run = policy.test(file);
    CHECK(!run.passed() && run.case_count() == 1 && run.failed_count() == 1);
    CHECK(run.text().find("expected review, got reject") != std::string_view::npos);
    CHECK(run.json().find("\"name\":\"glare\"") != std::string_view::npos);
    CHECK(policy.to_markdown().rfind("# Policy `documented`\n", 0) == 0);
    CHECK(policy.to_mermaid().rfind("flowchart TD\n", 0) == 0);
    CHECK(policy.to_html(&run).find("1 of 4 rules") != std::string::npos);
    CHECK(policy.to_html().find("1 of 4 rules") == std::string::npos);
    CHECK(code_of([] { idenfy::Policy::strict().test("{}"); }) == "policy.missing_key 500");
}

void analyses() {
    const idenfy::Policy policy = idenfy::Policy::documented(), strict = idenfy::Policy::strict();
    const std::string_view claim = R"({"never": "accept", "when": {"tags": {"anyClass": "blocklist"}}})";
    CHECK(strict.prove(claim).find(R"("result":"holds")") != std::string::npos);
    CHECK(policy.prove(claim).find(R"("rules":["approved"])") != std::string::npos);
    CHECK(policy.lint().find(R"("complete":true)") != std::string::npos);
    idr_scope one_step{};
    one_step.steps = 1;
    CHECK(policy.lint(one_step).find(R"("complete":false)") != std::string::npos);
    CHECK(policy.diff(policy).find(R"("equal":true)") != std::string::npos);
    const std::string_view recorded = R"({"scanRef":"s-2","final":true,
        "status":{"overall":"APPROVED","fraudTags":["FAKE_PHOTO"]}})";
    std::string line;
    for (char letter : recorded) line += letter == '\n' ? ' ' : letter;
    CHECK(policy.diff_recorded(strict, line).find(R"("changed":[{"line":1,"scan_ref":"s-2")") != std::string::npos);
    CHECK(policy.diff_recorded(strict, "").find(R"("webhooks":0)") != std::string::npos);
    CHECK(code_of([&] { policy.prove("{}"); }) == "policy.never_or_always 500");
}

void looks_around() {
    const idenfy::Report url = idenfy::lint_webhook_url("https://hooks.shop.com/", R"({"days_left": 3})");
    CHECK(url.is_valid() && url.code(0) == "certificate.expires_soon" && url.pointer(0) == "/days_left");
    CHECK(idenfy::lint_webhook_url("https://hooks.shop.com/").size() == 0);
    CHECK(idenfy::lint_receiver(R"({"verifies": false})").code(0) == "receiver.unverified");
    CHECK(idenfy::lint_missing_webhook(R"({"status": 500})").code(1) == "missing_webhook.status");
    CHECK(idenfy::lint_credentials("key", "key").code(0) == "credentials.same");
    CHECK(!idenfy::lint_code_meaning("credentials.same").empty() && idenfy::lint_codes().size() > 30);
    CHECK(idenfy::basic_auth("key", "secret") == "Basic a2V5OnNlY3JldA==");
    const std::string link = idenfy::redirect_url("3FA5TFPA", IDR_HOST_IVS);
    CHECK(link == "https://" + std::string(idenfy::text(IDR_HOST_IVS)) + "/api/v2/redirect?authToken=3FA5TFPA");
    const std::string tag = idenfy::iframe_tag("3FA5TFPA", IDR_HOST_UI);
    CHECK(idenfy::lint_iframe(tag, "https://shop.example/kyc").is_valid());
    CHECK(idenfy::lint_iframe(tag, std::nullopt, "camera=()").code(1) == "permissions_policy.camera");
    CHECK(code_of([] { idenfy::lint_receiver("[]"); }) == "input.receiver 500");
    CHECK(code_of([] { idenfy::basic_auth("a:b", "secret"); }) == "credentials.colon 500");
}

void folds() {
    const idenfy::Decision decision = idenfy::Policy::documented().evaluate(BODY);
    const idenfy::Transition first(std::nullopt, decision);
    const idenfy::Record stored(first.record_json());
    const idenfy::Transition second = idenfy::reconcile(stored, decision);
    CHECK(first.act() && first.outcome() == IDR_ACCEPT && second.kind() == IDR_TRANSITION_DUPLICATE);
    CHECK(stored.closed() == IDR_ACCEPT && stored.seen().size() == 1 && stored.is_final() == true);
    CHECK(stored.policy().name == "documented" && !stored.conflict() && !stored.erased() && !stored.reopened());
    CHECK(idenfy::may_start({stored, second.record()}, 0).reason == IDR_START_ALREADY_ACCEPTED);
    CHECK(idenfy::may_start({}, 0).go);
    CHECK(code_of([] { idenfy::Record wrong("{}"); }) == "record.invalid 500");
}

// What was moved from answers, and can be used again.
void moves() {
    idenfy::Decision decision = idenfy::Policy::documented().evaluate(BODY);
    idenfy::Decision taken = std::move(decision);
    CHECK(taken.outcome() == IDR_ACCEPT && decision.outcome() == IDR_NONE && decision.flags().empty());
    CHECK(decision.json().empty() && !decision.scan_ref() && !decision.notice() && decision.policy().name.empty());
    idenfy::Policy policy = idenfy::Policy::documented();
    idenfy::Policy other = std::move(policy);
    CHECK(policy.name().empty() && policy.rules().empty());
    CHECK(code_of([&] { policy.evaluate(BODY); }) == "argument.null 500");
    other.receive(BODY, SIGNATURE, {"key"}, std::nullopt, decision);
    CHECK(decision.outcome() == IDR_ACCEPT);
    taken = std::move(decision);
    CHECK(idenfy::Report().size() == 0 && !idenfy::Report().is_valid() && idenfy::Delivery().fraud_tags().empty());
    CHECK(idenfy::Classification().action() == IDR_ACTION_NONE && !idenfy::Classification().delay());
    CHECK(!idenfy::Transition().act() && idenfy::Transition().record().json().empty());
    CHECK(!idenfy::TestRun().passed() && idenfy::TestRun().text().empty());
    CHECK(idenfy::Record().outcome() == IDR_NONE && idenfy::Diagnosis().cause().empty());
}

}  // namespace

int main() {
    validates();
    classifies();
    reads();
    decides();
    shows_and_tests();
    analyses();
    looks_around();
    folds();
    moves();
    CHECK(twice() == idenfy::reasons().size());
    std::puts("ok");
}
