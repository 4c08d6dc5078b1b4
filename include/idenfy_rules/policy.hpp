// What does this webhook mean for the person? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_POLICY_HPP
#define IDENFY_RULES_POLICY_HPP

#include "webhook.hpp"

namespace idenfy {

/// A day; all zero tells none.
struct Day {
    std::uint32_t year = 0, month = 0, day = 0;
};

/// A rule that could be judged neither true nor false, and for want of which facts.
struct Undecided {
    std::string_view rule;
    std::vector<std::string_view> facts;
};

/// A reason for suspicion that the vendor attached; no tag where it is not shaped like a word.
struct Flag {
    std::optional<std::string_view> tag;
    std::string_view kind;
    std::string_view class_name;
};

/// A word that the vocabulary of a fact does not have; no word where it is not shaped like one.
struct UnknownWord {
    std::string_view fact;
    std::optional<std::string_view> word;
};

/// Which policy decided.
struct PolicyName {
    std::string_view name;
    std::optional<std::string_view> revision;
    std::string_view fingerprint;
    std::string_view vocabulary;
};

/// What a webhook means for the person. It can be used again; what it has shown ends then.
class Decision : public detail::Handle<Decision, idr_decision, idr_decision_free> {
public:
    idr_outcome outcome() const noexcept { return idr_decision_outcome(get()); }
    idr_lifecycle lifecycle() const noexcept { return idr_decision_lifecycle(get()); }
    idr_next_step next_step() const noexcept { return idr_decision_next_step(get()); }
    /// Whether the vendor called it the last word; std::nullopt where it does not say.
    std::optional<bool> is_final() const noexcept {
        return detail::mark(idr_decision_final(get()));
    }
    bool verified() const noexcept { return idr_decision_verified(get()); }
    std::uint16_t http_status() const noexcept { return idr_decision_http_status(get()); }
    std::optional<std::string_view> scan_ref() const noexcept {
        return text(idr_decision_scan_ref);
    }
    std::optional<std::string_view> event() const noexcept { return text(idr_decision_event); }
    std::optional<std::string_view> body_sha256() const noexcept {
        return text(idr_decision_body_sha256);
    }
    std::optional<std::string_view> client_id() const noexcept {
        return text(idr_decision_client_id);
    }
    std::optional<std::string_view> external_ref() const noexcept {
        return text(idr_decision_external_ref);
    }

    std::size_t rule_count() const noexcept { return idr_decision_rule_count(get()); }
    std::string_view rule(std::size_t at) const noexcept {
        return detail::out(idr_decision_rule(get(), at));
    }
    /// The rules that decided.
    std::vector<std::string_view> rules() const {
        return detail::list(rule_count(), [this](std::size_t at) { return rule(at); });
    }
    std::vector<Undecided> undecided() const {
        return detail::list(idr_decision_undecided_count(get()), [this](std::size_t at) {
            const std::size_t count = idr_decision_undecided_fact_count(get(), at);
            return Undecided{detail::out(idr_decision_undecided_rule(get(), at)),
                             detail::list(count, [&](std::size_t fact) {
                                 return detail::out(idr_decision_undecided_fact(get(), at, fact));
                             })};
        });
    }
    std::vector<Flag> flags() const {
        return detail::list(idr_decision_flag_count(get()), [this](std::size_t at) {
            return Flag{detail::maybe(idr_decision_flag_tag(get(), at)),
                        detail::out(idr_decision_flag_kind(get(), at)),
                        detail::out(idr_decision_flag_class(get(), at))};
        });
    }
    std::vector<UnknownWord> unknown() const {
        return detail::list(idr_decision_unknown_count(get()), [this](std::size_t at) {
            return UnknownWord{detail::out(idr_decision_unknown_fact(get(), at)),
                               detail::maybe(idr_decision_unknown_word(get(), at))};
        });
    }
    std::optional<Notice> notice() const noexcept {
        if (!idr_decision_is_notice(get())) return std::nullopt;
        return Notice{text(idr_decision_notice_product), idr_decision_notice_attention(get())};
    }
    PolicyName policy() const noexcept {
        return {detail::out(idr_decision_policy_name(get())), text(idr_decision_policy_revision),
                detail::out(idr_decision_policy_fingerprint(get())),
                detail::out(idr_decision_policy_vocabulary(get()))};
    }
    /// The audit record; empty before anything was decided.
    std::string_view json() const noexcept { return detail::out(idr_decision_json(get())); }

private:
    std::optional<std::string_view> text(idr_view (*view)(const idr_decision *)) const noexcept {
        return detail::maybe(view(get()));
    }
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

private:
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
