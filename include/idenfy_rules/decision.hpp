// What a webhook means for the person, and why; part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_DECISION_HPP
#define IDENFY_RULES_DECISION_HPP

#include "webhook.hpp"

namespace idenfy {

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

}  // namespace idenfy

#endif  // IDENFY_RULES_DECISION_HPP
