// Policies: loaded, asked what a webhook means, shown to people, tested and analysed; part of
// idenfy_rules.hpp.
#ifndef IDENFY_RULES_POLICY_HPP
#define IDENFY_RULES_POLICY_HPP

#include "decision.hpp"

namespace idenfy {

/// A day; all zero tells none.
struct Day {
    std::uint32_t year = 0, month = 0, day = 0;
};

/// What became of the cases of a test file, and what they left untried.
class TestRun : public detail::Handle<TestRun, idr_test_run, idr_test_run_free> {
public:
    /// Whether every case passed; what is left untried does not count.
    bool passed() const noexcept { return idr_test_run_passed(get()); }
    std::size_t case_count() const noexcept { return idr_test_run_case_count(get()); }
    std::size_t failed_count() const noexcept { return idr_test_run_failed_count(get()); }
    /// In lines for people: the failures, then what no case tried.
    std::string_view text() const noexcept { return detail::out(idr_test_run_text(get())); }
    std::string_view json() const noexcept { return detail::out(idr_test_run_json(get())); }
};

/// A loaded policy; many threads may decide with it.
class Policy : public detail::Handle<Policy, idr_policy, idr_policy_free> {
public:
    static Result<Policy> try_documented() noexcept {
        return detail::made<Policy>(idr_policy_documented);
    }
    static Result<Policy> try_strict() noexcept { return detail::made<Policy>(idr_policy_strict); }
    /// `base` is what "extends" may name besides the built-in policies.
    static Result<Policy> try_from_json(Bytes json, const Policy *base = nullptr) noexcept {
        return detail::made<Policy>([&](idr_policy **out, idr_error **error) {
            return idr_policy_from_json(detail::ptr(json), json.size(),
                                        base == nullptr ? nullptr : base->get(), out, error);
        });
    }
    static Policy documented() { return try_documented().value(); }
    static Policy strict() { return try_strict().value(); }
    static Policy from_json(Bytes json, const Policy *base = nullptr) {
        return try_from_json(json, base).value();
    }

    std::string_view name() const noexcept { return detail::out(idr_policy_name(get())); }
    std::optional<std::string_view> revision() const noexcept {
        return detail::maybe(idr_policy_revision(get()));
    }
    std::string_view fingerprint() const noexcept {
        return detail::out(idr_policy_fingerprint(get()));
    }
    std::vector<std::string_view> rules() const {
        return detail::list(idr_policy_rule_count(get()), [this](std::size_t at) {
            return detail::out(idr_policy_rule(get(), at));
        });
    }

    /// Verifies, reads and decides, in that order, into a decision that is used again; it is empty
    /// after any failure.
    Result<Done> try_receive(Bytes body, MaybeBytes signature, const std::vector<Bytes> &keys,
                             MaybeBytes event_type, Decision &decision,
                             Day today = {}) const noexcept {
        const idr_view header = detail::in(signature);
        const std::vector<idr_view> views = detail::in(keys);
        const idr_arrival arrival = arrived(event_type, today, true);
        return into(decision, [&](idr_error **error) {
            return idr_policy_receive_into(get(), detail::ptr(body), body.size(), header.ptr,
                                           header.len, views.data(), views.size(), &arrival,
                                           decision.get(), error);
        });
    }
    void receive(Bytes body, MaybeBytes signature, const std::vector<Bytes> &keys,
                 MaybeBytes event_type, Decision &decision, Day today = {}) const {
        try_receive(body, signature, keys, event_type, decision, today).value();
    }
    Decision receive(Bytes body, MaybeBytes signature, const std::vector<Bytes> &keys,
                     MaybeBytes event_type = std::nullopt, Day today = {}) const {
        Decision decision;
        receive(body, signature, keys, event_type, decision, today);
        return decision;
    }

    /// Reads and decides without looking at a signature: for replay and tests. Without `digest`
    /// nothing can be known for a duplicate later.
    Result<Done> try_evaluate(Bytes body, MaybeBytes event_type, Decision &decision,
                              Day today = {}, bool digest = true) const noexcept {
        const idr_arrival arrival = arrived(event_type, today, digest);
        return into(decision, [&](idr_error **error) {
            return idr_policy_evaluate_into(get(), detail::ptr(body), body.size(), &arrival,
                                            decision.get(), error);
        });
    }
    Decision evaluate(Bytes body, MaybeBytes event_type = std::nullopt, Day today = {},
                      bool digest = true) const {
        Decision decision;
        try_evaluate(body, event_type, decision, today, digest).value();
        return decision;
    }

    /// What every rule says about a webhook, as JSON.
    Result<std::string> try_explain(Bytes body, MaybeBytes event_type = std::nullopt,
                                    Day today = {}) const noexcept {
        const idr_arrival arrival = arrived(event_type, today, true);
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_explain(get(), detail::ptr(body), body.size(), &arrival, out, error);
        });
    }
    std::string explain(Bytes body, MaybeBytes event_type = std::nullopt, Day today = {}) const {
        return try_explain(body, event_type, today).value();
    }

    /// The policy as a decision table in Markdown.
    Result<std::string> try_to_markdown() const noexcept { return shown(idr_policy_to_markdown); }
    std::string to_markdown() const { return try_to_markdown().value(); }
    /// The policy as one HTML page, with what a run of its tests tried of each rule.
    Result<std::string> try_to_html(const TestRun *tests = nullptr) const noexcept {
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_to_html(get(), tests == nullptr ? nullptr : tests->get(), out, error);
        });
    }
    std::string to_html(const TestRun *tests = nullptr) const { return try_to_html(tests).value(); }
    /// The policy as a flowchart in Mermaid.
    Result<std::string> try_to_mermaid() const noexcept { return shown(idr_policy_to_mermaid); }
    std::string to_mermaid() const { return try_to_mermaid().value(); }

    /// Runs every case of a test file; one that fails is no error. idr_policy_test() says more.
    Result<TestRun> try_test(Bytes file) const noexcept {
        return detail::made<TestRun>([&](idr_test_run **out, idr_error **error) {
            return idr_policy_test(get(), detail::ptr(file), file.size(), out, error);
        });
    }
    TestRun test(Bytes file) const { return try_test(file).value(); }

    /// What the rules say and their author hardly meant, as JSON; idr_policy_lint() says more.
    Result<std::string> try_lint(const idr_scope &scope = {}) const noexcept {
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_lint(get(), &scope, out, error);
        });
    }
    std::string lint(const idr_scope &scope = {}) const { return try_lint(scope).value(); }
    /// Whether a claim, such as {"never": "accept", "when": {...}}, holds for every webhook, as
    /// JSON; one that does not is no error.
    Result<std::string> try_prove(Bytes claim, const idr_scope &scope = {}) const noexcept {
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_prove(get(), detail::ptr(claim), claim.size(), &scope, out, error);
        });
    }
    std::string prove(Bytes claim, const idr_scope &scope = {}) const {
        return try_prove(claim, scope).value();
    }
    /// Every region of webhooks that another policy decides differently, as JSON.
    Result<std::string> try_diff(const Policy &other, const idr_scope &scope = {}) const noexcept {
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_diff(get(), other.get(), &scope, out, error);
        });
    }
    std::string diff(const Policy &other, const idr_scope &scope = {}) const {
        return try_diff(other, scope).value();
    }
    /// Which recorded webhooks, one body for each line, another policy decides differently, as
    /// JSON.
    Result<std::string> try_diff_recorded(const Policy &other, Bytes ndjson,
                                          MaybeBytes event_type = std::nullopt,
                                          Day today = {}) const noexcept {
        const idr_arrival arrival = arrived(event_type, today, false);
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_diff_recorded(get(), other.get(), detail::ptr(ndjson), ndjson.size(),
                                            &arrival, out, error);
        });
    }
    std::string diff_recorded(const Policy &other, Bytes ndjson,
                              MaybeBytes event_type = std::nullopt, Day today = {}) const {
        return try_diff_recorded(other, ndjson, event_type, today).value();
    }

private:
    using Show = idr_status (*)(const idr_policy *, idr_text **, idr_error **);

    Result<std::string> shown(Show show) const noexcept {
        return detail::text(
            [&](idr_text **out, idr_error **error) { return show(get(), out, error); });
    }

    static idr_arrival arrived(MaybeBytes event_type, Day today, bool digest) noexcept {
        return {detail::in(event_type), today.year, today.month, today.day, !digest};
    }

    /// Gives a decision an object if it holds none, and decides into it.
    template <typename Call>
    static Result<Done> into(Decision &decision, Call call) noexcept {
        if (decision.get() == nullptr) {
            auto made = detail::made<Decision>(idr_decision_new);
            if (!made) return made.error();
            decision = std::move(made).value();
        }
        return detail::done(call);
    }
};

/// The JSON Schema of policy documents, for editors.
inline Result<std::string> try_policy_schema() noexcept { return detail::text(idr_policy_schema); }

inline std::string policy_schema() { return try_policy_schema().value(); }

}  // namespace idenfy

#endif  // IDENFY_RULES_POLICY_HPP
