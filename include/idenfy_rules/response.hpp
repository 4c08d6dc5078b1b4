// What does this answer ask of us? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_RESPONSE_HPP
#define IDENFY_RULES_RESPONSE_HPP

#include "error.hpp"

namespace idenfy {

/// What you know about the call that was answered. Only the number of the attempt is required;
/// idr_context_from_json() and the setters of the C library have the defaults.
class Context : public detail::Handle<Context, idr_context, idr_context_free> {
public:
    Context() noexcept = default;
    /// `number` counts from 1.
    explicit Context(std::uint32_t number) : Context(try_attempt(number).value()) {}
    static Result<Context> try_attempt(std::uint32_t number) noexcept {
        return detail::made<Context>([&](idr_context **out, idr_error **error) {
            return idr_context_new(number, out, error);
        });
    }
    explicit Context(Bytes json) : Context(try_from_json(json).value()) {}
    static Result<Context> try_from_json(Bytes json) noexcept {
        return detail::made<Context>([&](idr_context **out, idr_error **error) {
            return idr_context_from_json(detail::ptr(json), json.size(), out, error);
        });
    }

    Context &operation(idr_operation call) { return set(idr_context_set_operation, call); }
    Context &max_attempts(std::uint32_t most) { return set(idr_context_set_max_attempts, most); }
    Context &retry_after_cap_s(std::uint64_t cap) {
        return set(idr_context_set_retry_after_cap_s, cap);
    }
    Context &previous_outcome_unknown(bool unknown) {
        return set(idr_context_set_previous_outcome_unknown, unknown);
    }
    Context &retry_budget_empty(bool empty) {
        return set(idr_context_set_retry_budget_empty, empty);
    }
    Context &created_at_unix(std::int64_t time) {
        return set(idr_context_set_created_at_unix, time);
    }
    Context &expiry_time_s(std::uint64_t time) { return set(idr_context_set_expiry_time_s, time); }
    Context &session_length_s(std::uint64_t length) {
        return set(idr_context_set_session_length_s, length);
    }
    Context &now_unix(std::int64_t time) { return set(idr_context_set_now_unix, time); }
    Context &jitter(double draw) { return set(idr_context_set_jitter, draw); }
    Context &client_id(Bytes id) {
        return set(idr_context_set_client_id, detail::ptr(id), id.size());
    }

    /// The twin of all setters: one of the C library, and what it takes.
    template <typename Setter, typename... Given>
    Result<Done> try_set(Setter setter, Given... given) noexcept {
        return detail::done([&](idr_error **error) { return setter(get(), given..., error); });
    }

private:
    template <typename Setter, typename... Given>
    Context &set(Setter setter, Given... given) {
        try_set(setter, given...).value();
        return *this;
    }
};

/// What one HTTP answer, or one transport failure, asks of you.
class Classification
    : public detail::Handle<Classification, idr_classification, idr_classification_free> {
public:
    idr_action action() const noexcept { return idr_classification_action(get()); }
    std::string_view reason() const noexcept { return text(idr_classification_reason); }
    std::optional<std::string_view> underlying() const noexcept {
        return maybe(idr_classification_underlying);
    }
    std::string_view hint() const noexcept { return text(idr_classification_hint); }
    idr_escalate_to escalate_to() const noexcept { return idr_classification_escalate_to(get()); }
    bool retryable() const noexcept { return idr_classification_retryable(get()); }
    bool outcome_unknown() const noexcept { return idr_classification_outcome_unknown(get()); }
    bool disagreement() const noexcept { return idr_classification_disagreement(get()); }
    /// 0 without an answer.
    std::uint16_t http_status() const noexcept { return idr_classification_http_status(get()); }
    std::optional<std::string_view> identifier() const noexcept {
        return maybe(idr_classification_identifier);
    }
    /// The members of the request at fault, as JSON Pointers.
    std::vector<std::string_view> pointers() const {
        return detail::list(idr_classification_pointer_count(get()), [this](std::size_t at) {
            return detail::out(idr_classification_pointer(get(), at));
        });
    }
    std::optional<idr_delay> delay() const noexcept {
        return number<idr_delay>(idr_classification_delay);
    }
    std::optional<std::uint64_t> retry_after_s() const noexcept {
        return number<std::uint64_t>(idr_classification_retry_after_s);
    }
    std::optional<std::int64_t> not_before_unix() const noexcept {
        return number<std::int64_t>(idr_classification_not_before_unix);
    }
    std::optional<std::uint64_t> pacing_ms() const noexcept {
        return number<std::uint64_t>(idr_classification_pacing_ms);
    }
    std::string_view json() const noexcept { return text(idr_classification_json); }

    // The token, where the reason is TOKEN_CREATED; none of it is in the JSON form.
    std::optional<std::string_view> scan_ref() const noexcept {
        return maybe(idr_classification_scan_ref);
    }
    /// A secret, for this client only.
    std::optional<std::string_view> auth_token() const noexcept {
        return maybe(idr_classification_auth_token);
    }
    std::optional<std::string_view> redirect_url() const noexcept {
        return maybe(idr_classification_redirect_url);
    }
    std::optional<std::string_view> digit_string() const noexcept {
        return maybe(idr_classification_digit_string);
    }
    std::optional<std::string_view> client_id() const noexcept {
        return maybe(idr_classification_client_id);
    }
    std::optional<std::string_view> token_type() const noexcept {
        return maybe(idr_classification_token_type);
    }
    std::optional<std::uint64_t> expiry_time_s() const noexcept {
        return number<std::uint64_t>(idr_classification_expiry_time_s);
    }
    std::optional<std::uint64_t> session_length_s() const noexcept {
        return number<std::uint64_t>(idr_classification_session_length_s);
    }

private:
    using View = idr_view (*)(const idr_classification *);
    std::string_view text(View view) const noexcept { return detail::out(view(get())); }
    std::optional<std::string_view> maybe(View view) const noexcept {
        return detail::maybe(view(get()));
    }
    template <typename Number>
    std::optional<Number> number(bool (*ask)(const idr_classification *, Number *)) const noexcept {
        Number number{};
        if (!ask(get(), &number)) return std::nullopt;
        return number;
    }
};

/// Name and value; a repeated header is several of them.
using Headers = std::vector<std::pair<Bytes, Bytes>>;

/// Says what an HTTP answer asks of you. `transport` tells how its body broke off.
inline Result<Classification> try_classify_response(
    std::uint16_t status, const Headers &headers, Bytes body, const Context &context,
    std::uint32_t transport = IDR_TRANSPORT_NONE) noexcept {
    std::vector<idr_header> given;
    for (const auto &[name, value] : headers) {
        given.push_back({detail::in(MaybeBytes(name)), detail::in(MaybeBytes(value))});
    }
    return detail::made<Classification>([&](idr_classification **out, idr_error **error) {
        return idr_classify_response(status, given.data(), given.size(), detail::ptr(body),
                                     body.size(), transport, context.get(), out, error);
    });
}

inline Classification classify_response(std::uint16_t status, const Headers &headers, Bytes body,
                                        const Context &context,
                                        std::uint32_t transport = IDR_TRANSPORT_NONE) {
    return try_classify_response(status, headers, body, context, transport).value();
}

/// Says what a call without an answer asks of you.
inline Result<Classification> try_classify_transport(std::uint32_t transport,
                                                     const Context &context) noexcept {
    return detail::made<Classification>([&](idr_classification **out, idr_error **error) {
        return idr_classify_transport(transport, context.get(), out, error);
    });
}

inline Classification classify_transport(std::uint32_t transport, const Context &context) {
    return try_classify_transport(transport, context).value();
}

/// The waits of a retry policy as JSON.
inline Result<std::string> try_retry_plan(std::uint32_t max_attempts,
                                          std::uint64_t cap_ms) noexcept {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_retry_plan(max_attempts, cap_ms, out, error);
    });
}

inline std::string retry_plan(std::uint32_t max_attempts, std::uint64_t cap_ms) {
    return try_retry_plan(max_attempts, cap_ms).value();
}

/// The wait after one attempt of such a plan; std::nullopt after the last one.
inline std::optional<idr_delay> retry_wait(std::uint32_t attempt, std::uint32_t max_attempts,
                                           std::uint64_t cap_ms) noexcept {
    idr_delay delay{};
    if (!idr_retry_wait(attempt, max_attempts, cap_ms, &delay)) return std::nullopt;
    return delay;
}

/// How many retries a whole program may still make: a plain value.
class RetryBudget {
public:
    explicit RetryBudget(idr_retry_budget held) noexcept : held_(held) {}
    /// Whether the retry is paid for; if not, the budget stays as it is.
    Result<bool> try_spend(const Classification &found) noexcept {
        bool allowed = false;
        const auto spent = detail::done([&](idr_error **error) {
            return idr_retry_budget_spend(&held_, found.get(), &allowed, error);
        });
        if (!spent) return spent.error();
        return allowed;
    }
    bool spend(const Classification &found) { return try_spend(found).value(); }
    bool is_empty() const noexcept { return idr_retry_budget_is_empty(held_); }
    std::uint32_t available() const noexcept { return held_.available; }

private:
    idr_retry_budget held_;
};

}  // namespace idenfy

#endif  // IDENFY_RULES_RESPONSE_HPP
