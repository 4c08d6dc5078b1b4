// The three jobs in C++17: validate, classify, decide. The Makefile and the CMakeLists.txt beside
// this file build it; it prints what expected.txt holds.
#include <idenfy_rules.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "inputs.h"

namespace {

// The retry policy: the vendor's own example.
constexpr std::uint32_t most_attempts = 3;
constexpr std::uint64_t longest_wait_ms = 60000;

// Job 1: will the API take this request? A faulty request is a finding, not an exception.
void validate() {
    const idenfy::Report report = idenfy::validate_token(REQUEST);

    std::cout << "validate: " << (report.is_valid() ? "send it" : "do not send it") << '\n';
    for (const idenfy::Finding &finding : report.findings()) {
        std::cout << "  " << idenfy::text(finding.severity) << " at " << finding.pointer << ": "
                  << finding.code << '\n';
    }
}

// Asks what the answer to an attempt means. `lost` says whether an earlier answer was lost.
idenfy::Classification classified(const answer &answer, std::uint32_t attempt, bool lost,
                                  const idenfy::RetryBudget &budget) {
    idenfy::Context context(attempt);
    context.max_attempts(most_attempts)
        .client_id("c-1")
        .previous_outcome_unknown(lost)
        .retry_budget_empty(budget.is_empty())
        .jitter(0.5);  // yours is random, so that not everybody comes back at the same moment
    return idenfy::classify_response(answer.status, {}, answer.body, context);
}

// Whether to try again, after the wait that the answer asks for.
bool try_again(const idenfy::Classification &found, idenfy::RetryBudget &budget) {
    const std::optional<idr_delay> delay = found.delay();
    if (!budget.spend(found) || !delay) return false;
    std::cout << "    wait " << delay->ms << " ms\n";  // your program sleeps here
    return true;
}

// Job 2: what does each answer ask of us?
void classify() {
    std::cout << "classify: at most " << most_attempts << " attempts";
    for (std::uint32_t attempt = 1; attempt < most_attempts; attempt++) {
        const auto wait = idenfy::retry_wait(attempt, most_attempts, longest_wait_ms);
        std::cout << ", a wait of " << wait->min_ms << " to " << wait->max_ms << " ms";
    }
    std::cout << '\n';

    idenfy::RetryBudget budget({500, 500});  // one for the whole program
    bool lost = false, again = true;
    for (std::uint32_t attempt = 1; again && attempt <= COUNT(ANSWERS); attempt++) {
        const answer &answer = ANSWERS[attempt - 1];
        const idenfy::Classification found = classified(answer, attempt, lost, budget);
        std::cout << "  attempt " << attempt << ", HTTP " << answer.status << ": "
                  << idenfy::text(found.action()) << ", " << found.reason() << '\n';
        if (found.action() == IDR_ACTION_PROCEED) {
            std::cout << "    store scanRef " << found.scan_ref().value_or("") << '\n';
        }
        again = try_again(found, budget);
        lost = lost || found.outcome_unknown();
    }
}

// Says for the audit log which rules decided, on what, and what each rule of the policy says.
void explain(const idenfy::Policy &policy, const webhook &webhook,
             const idenfy::Decision &decision) {
    for (const auto rule : decision.rules()) std::cout << "    by rule " << rule << '\n';
    for (const idenfy::Flag &flag : decision.flags()) {
        std::cout << "    flag " << flag.tag.value_or("") << ", of class " << flag.class_name
                  << '\n';
    }
    // Long: only its beginning is shown here.
    const std::string json = policy.explain(webhook.body, webhook.event);
    std::cout << "    because " << json.substr(0, 42) << "...\n";
}

// Folds the decision into the stored record, which is JSON, and puts the new one in its place.
void reconcile(const idenfy::Decision &decision, std::optional<std::string> &stored) {
    const idenfy::Transition transition(stored, decision);
    std::cout << "    " << idenfy::text(transition.kind()) << ": "
              << (transition.act() ? idenfy::text(transition.outcome()) : "nothing to do") << '\n';
    stored = transition.record_json();
}

// Job 3: is this webhook genuine, and what does it mean for the person? A refused webhook is no
// surprise, so this asks for a result instead of an exception.
void receive(const idenfy::Policy &policy, const webhook &webhook, idenfy::Decision &decision,
             std::optional<std::string> &stored) {
    const auto done =
        policy.try_receive(webhook.body, webhook.signature, {SIGNING_KEY}, webhook.event, decision);
    if (!done) {
        std::cout << "  answer HTTP " << done.error().http_status() << ": " << done.error().code()
                  << '\n';
        return;
    }
    std::cout << "  answer HTTP " << decision.http_status() << ": "
              << idenfy::text(decision.outcome()) << '\n';
    if (decision.rule_count() > 0) explain(policy, webhook, decision);
    reconcile(decision, stored);
}

void decide() {
    const idenfy::Policy policy = idenfy::Policy::strict();  // loaded once, for all threads
    idenfy::Decision decision;                               // used again, by one thread at a time
    std::optional<std::string> stored;                       // your database: one for each scanRef

    std::cout << "decide: policy " << policy.name() << '\n';
    for (const webhook &webhook : WEBHOOKS) receive(policy, webhook, decision, stored);
}

}  // namespace

int main() try {
    validate();
    classify();
    decide();
    return EXIT_SUCCESS;
} catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
}
