// idenfy_rules.hpp - the C library for C++17: owners, std::string_view, exceptions. Header-only
// and without rules of its own; link with libidenfy_rules. Unofficial.
//
// Every class owns one object of the C library: it can be moved, not copied, and frees the object
// when it ends. A std::string_view from it is valid as long as it lives - from a Decision, until
// the next receive() or evaluate() into it. What the comments of idenfy_rules.h say about threads
// holds here. A call that fails throws idenfy::Error; what a call found is in its result.
#ifndef IDENFY_RULES_HPP
#define IDENFY_RULES_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "idenfy_rules.h"

namespace idenfy {

/// Any bytes going in; std::nullopt, where it is taken, is a header that is not there.
using Bytes = std::string_view;
using MaybeBytes = std::optional<std::string_view>;

namespace detail {

inline const std::uint8_t *ptr(Bytes bytes) noexcept {
    return reinterpret_cast<const std::uint8_t *>(bytes.data());
}

inline idr_view in(MaybeBytes bytes) noexcept {
    // An empty string_view may have no address, and no address is a header that is not there.
    static const std::uint8_t empty = 0;
    if (!bytes) return {nullptr, 0};
    return {bytes->empty() ? &empty : ptr(*bytes), bytes->size()};
}

inline std::string_view out(idr_view view) noexcept {
    return view.ptr == nullptr ? std::string_view()
                               : std::string_view(reinterpret_cast<const char *>(view.ptr), view.len);
}

inline std::optional<std::string_view> maybe(idr_view view) noexcept {
    if (view.ptr == nullptr) return std::nullopt;
    return out(view);
}

template <typename T, void (*Free)(T **)>
struct Free_ {
    void operator()(T *object) const noexcept { Free(&object); }
};

template <typename T, void (*Free)(T **)>
using Owner = std::unique_ptr<T, Free_<T, Free>>;

}  // namespace detail

/// A call that failed: what() is for people, code() for programs.
class Error : public std::runtime_error {
public:
    Error(idr_status status, const idr_error *error)
        : std::runtime_error(std::string(error == nullptr ? detail::out(idr_status_text(status))
                                                          : detail::out(idr_error_text(error)))),
          status_(status),
          code_(detail::out(idr_error_code(error))),
          pointer_(detail::out(idr_error_pointer(error))),
          http_status_(error == nullptr ? std::uint16_t{500} : idr_error_http_status(error)) {}

    idr_status status() const noexcept { return status_; }
    /// A stable code, for example "signature.mismatch".
    const std::string &code() const noexcept { return code_; }
    /// The place as a JSON Pointer; empty where there is none, and for the whole.
    const std::string &pointer() const noexcept { return pointer_; }
    /// What to answer a webhook with.
    std::uint16_t http_status() const noexcept { return http_status_; }

private:
    idr_status status_;
    std::string code_;
    std::string pointer_;
    std::uint16_t http_status_;
};

namespace detail {

/// Makes a call, whose last argument is the error, and throws if it fails.
template <typename Call>
void checked(Call &&call) {
    idr_error *raw = nullptr;
    const idr_status status = call(&raw);
    const Owner<idr_error, idr_error_free> error(raw);
    if (status != IDR_OK) throw Error(status, error.get());
}

/// The same for a call that makes an object.
template <typename T, typename Call>
T *made(Call &&call) {
    T *object = nullptr;
    checked([&](idr_error **error) { return call(&object, error); });
    return object;
}

inline std::vector<idr_view> views(const std::vector<Bytes> &keys) {
    std::vector<idr_view> views;
    for (Bytes key : keys) views.push_back(in(key));
    return views;
}

/// The text of an idr_text, which is freed.
template <typename Call>
std::string text(Call &&call) {
    const Owner<idr_text, idr_text_free> owner(made<idr_text>(call));
    return std::string(out(idr_text_view(owner.get())));
}

}  // namespace detail

/// A day; all zero tells none.
struct Day {
    std::uint32_t year = 0, month = 0, day = 0;
};

/// What is known about the account that asks for tokens.
class Profile {
public:
    explicit Profile(Bytes json)
        : owner_(detail::made<idr_profile>([&](idr_profile **out, idr_error **error) {
              return idr_profile_from_json(detail::ptr(json), json.size(), out, error);
          })) {}
    const idr_profile *get() const noexcept { return owner_.get(); }

private:
    detail::Owner<idr_profile, idr_profile_free> owner_;
};

/// All findings about one token request.
class Report {
public:
    bool is_valid() const noexcept { return idr_report_is_valid(get()); }
    std::size_t size() const noexcept { return idr_report_count(get()); }
    std::string_view code(std::size_t at) const noexcept { return detail::out(idr_report_code(get(), at)); }
    std::string_view pointer(std::size_t at) const noexcept { return detail::out(idr_report_pointer(get(), at)); }
    std::string_view message(std::size_t at) const noexcept { return detail::out(idr_report_message(get(), at)); }
    idr_severity severity(std::size_t at) const noexcept { return idr_report_severity(get(), at); }
    std::optional<std::string_view> identifier(std::size_t at) const noexcept {
        return detail::maybe(idr_report_identifier(get(), at));
    }
    std::string_view json() const noexcept { return detail::out(idr_report_json(get())); }
    const idr_report *get() const noexcept { return owner_.get(); }

private:
    friend Report validate_token(Bytes body, const Profile *profile);
    explicit Report(idr_report *report) : owner_(report) {}
    detail::Owner<idr_report, idr_report_free> owner_;
};

/// Checks the body of a token request, as it will be sent.
inline Report validate_token(Bytes body, const Profile *profile = nullptr) {
    return Report(detail::made<idr_report>([&](idr_report **out, idr_error **error) {
        return idr_validate_token(detail::ptr(body), body.size(), profile ? profile->get() : nullptr, out, error);
    }));
}

/// What you know about the call that was answered; set the rest through get().
class Context {
public:
    explicit Context(std::uint32_t attempt)
        : owner_(detail::made<idr_context>(
              [&](idr_context **out, idr_error **error) { return idr_context_new(attempt, out, error); })) {}
    explicit Context(Bytes json)
        : owner_(detail::made<idr_context>([&](idr_context **out, idr_error **error) {
              return idr_context_from_json(detail::ptr(json), json.size(), out, error);
          })) {}
    idr_context *get() noexcept { return owner_.get(); }
    const idr_context *get() const noexcept { return owner_.get(); }

private:
    detail::Owner<idr_context, idr_context_free> owner_;
};

/// What one HTTP answer, or one transport failure, asks of you.
class Classification {
public:
    idr_action action() const noexcept { return idr_classification_action(get()); }
    std::string_view reason() const noexcept { return detail::out(idr_classification_reason(get())); }
    std::string_view hint() const noexcept { return detail::out(idr_classification_hint(get())); }
    idr_escalate_to escalate_to() const noexcept { return idr_classification_escalate_to(get()); }
    bool retryable() const noexcept { return idr_classification_retryable(get()); }
    std::optional<idr_delay> delay() const noexcept {
        idr_delay delay{};
        if (!idr_classification_delay(get(), &delay)) return std::nullopt;
        return delay;
    }
    std::optional<std::string_view> scan_ref() const noexcept {
        return detail::maybe(idr_classification_scan_ref(get()));
    }
    std::optional<std::string_view> auth_token() const noexcept {
        return detail::maybe(idr_classification_auth_token(get()));
    }
    std::string_view json() const noexcept { return detail::out(idr_classification_json(get())); }
    const idr_classification *get() const noexcept { return owner_.get(); }

private:
    friend Classification classify_response(std::uint16_t, const std::vector<std::pair<Bytes, Bytes>> &, Bytes,
                                            const Context &, std::uint32_t);
    friend Classification classify_transport(std::uint32_t, const Context &);
    explicit Classification(idr_classification *found) : owner_(found) {}
    detail::Owner<idr_classification, idr_classification_free> owner_;
};

/// Says what an HTTP answer asks of you.
inline Classification classify_response(std::uint16_t status, const std::vector<std::pair<Bytes, Bytes>> &headers,
                                        Bytes body, const Context &context,
                                        std::uint32_t transport = IDR_TRANSPORT_NONE) {
    std::vector<idr_header> given;
    for (const auto &header : headers) given.push_back({detail::in(header.first), detail::in(header.second)});
    return Classification(detail::made<idr_classification>([&](idr_classification **out, idr_error **error) {
        return idr_classify_response(status, given.data(), given.size(), detail::ptr(body), body.size(), transport,
                                     context.get(), out, error);
    }));
}

/// Says what a call without an answer asks of you.
inline Classification classify_transport(std::uint32_t transport, const Context &context) {
    return Classification(detail::made<idr_classification>([&](idr_classification **out, idr_error **error) {
        return idr_classify_transport(transport, context.get(), out, error);
    }));
}

/// Throws an Error unless the webhook comes from the holder of one of the keys.
inline void verify_signature(Bytes body, MaybeBytes header, const std::vector<Bytes> &keys) {
    const idr_view given = detail::in(header);
    const std::vector<idr_view> views = detail::views(keys);
    detail::checked([&](idr_error **error) {
        return idr_verify_signature(detail::ptr(body), body.size(), given.ptr, given.len, views.data(), views.size(),
                                    error);
    });
}

/// Signs a body as the vendor does. For tests and stand-ins.
inline std::string sign(Bytes body, Bytes key) {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_sign(detail::ptr(body), body.size(), detail::ptr(key), key.size(), out, error);
    });
}

/// What a webhook means for the person. It can be used again.
class Decision {
public:
    Decision()
        : owner_(detail::made<idr_decision>(
              [](idr_decision **out, idr_error **error) { return idr_decision_new(out, error); })) {}
    idr_outcome outcome() const noexcept { return idr_decision_outcome(get()); }
    idr_lifecycle lifecycle() const noexcept { return idr_decision_lifecycle(get()); }
    idr_next_step next_step() const noexcept { return idr_decision_next_step(get()); }
    bool verified() const noexcept { return idr_decision_verified(get()); }
    std::uint16_t http_status() const noexcept { return idr_decision_http_status(get()); }
    std::size_t rule_count() const noexcept { return idr_decision_rule_count(get()); }
    std::string_view rule(std::size_t at) const noexcept { return detail::out(idr_decision_rule(get(), at)); }
    std::optional<std::string_view> scan_ref() const noexcept { return detail::maybe(idr_decision_scan_ref(get())); }
    std::optional<std::string_view> client_id() const noexcept {
        return detail::maybe(idr_decision_client_id(get()));
    }
    std::string_view json() const noexcept { return detail::out(idr_decision_json(get())); }
    const idr_decision *get() const noexcept { return owner_.get(); }
    idr_decision *get() noexcept { return owner_.get(); }

private:
    detail::Owner<idr_decision, idr_decision_free> owner_;
};

/// A loaded policy; many threads may decide with it.
class Policy {
public:
    static Policy documented() { return built_in(idr_policy_documented); }
    static Policy strict() { return built_in(idr_policy_strict); }
    static Policy from_json(Bytes json, const Policy *base = nullptr) {
        return Policy(detail::made<idr_policy>([&](idr_policy **out, idr_error **error) {
            return idr_policy_from_json(detail::ptr(json), json.size(), base ? base->get() : nullptr, out, error);
        }));
    }

    /// Verifies, reads and decides, in that order.
    void receive(Bytes body, MaybeBytes signature, const std::vector<Bytes> &keys, MaybeBytes event_type,
                 Decision &decision, Day today = {}) const {
        const idr_view header = detail::in(signature), event = detail::in(event_type);
        const std::vector<idr_view> views = detail::views(keys);
        detail::checked([&](idr_error **error) {
            return idr_policy_receive_into(get(), detail::ptr(body), body.size(), header.ptr, header.len,
                                           views.data(), views.size(), event.ptr, event.len, today.year, today.month,
                                           today.day, decision.get(), error);
        });
    }

    Decision receive(Bytes body, MaybeBytes signature, const std::vector<Bytes> &keys,
                     MaybeBytes event_type = std::nullopt, Day today = {}) const {
        Decision decision;
        receive(body, signature, keys, event_type, decision, today);
        return decision;
    }

    /// Reads and decides without looking at a signature: for replay and tests.
    Decision evaluate(Bytes body, MaybeBytes event_type = std::nullopt, Day today = {}) const {
        const idr_view event = detail::in(event_type);
        Decision decision;
        detail::checked([&](idr_error **error) {
            return idr_policy_evaluate_into(get(), detail::ptr(body), body.size(), event.ptr, event.len, today.year,
                                            today.month, today.day, decision.get(), error);
        });
        return decision;
    }

    /// What every rule says about a webhook, as JSON.
    std::string explain(Bytes body, MaybeBytes event_type = std::nullopt, Day today = {}) const {
        const idr_view event = detail::in(event_type);
        return detail::text([&](idr_text **out, idr_error **error) {
            return idr_policy_explain(get(), detail::ptr(body), body.size(), event.ptr, event.len, today.year,
                                      today.month, today.day, out, error);
        });
    }

    std::string_view name() const noexcept { return detail::out(idr_policy_name(get())); }
    std::string_view fingerprint() const noexcept { return detail::out(idr_policy_fingerprint(get())); }
    const idr_policy *get() const noexcept { return owner_.get(); }

private:
    explicit Policy(idr_policy *policy) : owner_(policy) {}
    static Policy built_in(idr_status (*make)(idr_policy **)) {
        return Policy(detail::made<idr_policy>([&](idr_policy **out, idr_error **) { return make(out); }));
    }
    detail::Owner<idr_policy, idr_policy_free> owner_;
};

/// What a delivery did to the record of its verification.
class Transition {
public:
    /// `stored` is the JSON of the record so far, std::nullopt for the first delivery.
    Transition(std::optional<Bytes> stored, const Decision &decision) {
        detail::Owner<idr_record, idr_record_free> record;
        if (stored) {
            record.reset(detail::made<idr_record>([&](idr_record **out, idr_error **error) {
                return idr_record_from_json(detail::ptr(*stored), stored->size(), out, error);
            }));
        }
        owner_.reset(detail::made<idr_transition>([&](idr_transition **out, idr_error **error) {
            return idr_reconcile(record.get(), decision.get(), out, error);
        }));
    }
    idr_transition_kind kind() const noexcept { return idr_transition_kind_of(owner_.get()); }
    bool act() const noexcept { return idr_transition_act(owner_.get()); }
    idr_outcome outcome() const noexcept { return idr_record_outcome(idr_transition_record(owner_.get())); }
    /// What to store.
    std::string_view record_json() const noexcept {
        return detail::out(idr_record_json(idr_transition_record(owner_.get())));
    }

private:
    detail::Owner<idr_transition, idr_transition_free> owner_;
};

}  // namespace idenfy

#endif  // IDENFY_RULES_HPP
