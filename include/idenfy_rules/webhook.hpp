// Is this webhook genuine, and what does it say? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_WEBHOOK_HPP
#define IDENFY_RULES_WEBHOOK_HPP

#include "error.hpp"

namespace idenfy {

/// Whether the webhook comes from the holder of one of the keys; every other answer is an Error.
inline Result<Done> try_verify_signature(Bytes body, MaybeBytes header,
                                         const std::vector<Bytes> &keys) noexcept {
    const idr_view given = detail::in(header);
    const std::vector<idr_view> views = detail::in(keys);
    return detail::done([&](idr_error **error) {
        return idr_verify_signature(detail::ptr(body), body.size(), given.ptr, given.len,
                                    views.data(), views.size(), error);
    });
}

inline void verify_signature(Bytes body, MaybeBytes header, const std::vector<Bytes> &keys) {
    try_verify_signature(body, header, keys).value();
}

/// Signs a body as the vendor does. For tests and stand-ins.
inline Result<std::string> try_sign(Bytes body, Bytes key) noexcept {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_sign(detail::ptr(body), body.size(), detail::ptr(key), key.size(), out, error);
    });
}

inline std::string sign(Bytes body, Bytes key) { return try_sign(body, key).value(); }

/// The usual mistake behind a signature that does not match: a guess for developers.
class Diagnosis : public detail::Handle<Diagnosis, idr_diagnosis, idr_diagnosis_free> {
public:
    std::string_view cause() const noexcept { return detail::out(idr_diagnosis_cause(get())); }
    std::string_view hint() const noexcept { return detail::out(idr_diagnosis_hint(get())); }
    std::string_view json() const noexcept { return detail::out(idr_diagnosis_json(get())); }
};

inline Result<Diagnosis> try_diagnose_signature(Bytes body, MaybeBytes header,
                                                const std::vector<Bytes> &keys) noexcept {
    const idr_view given = detail::in(header);
    const std::vector<idr_view> views = detail::in(keys);
    return detail::made<Diagnosis>([&](idr_diagnosis **out, idr_error **error) {
        return idr_diagnose_signature(detail::ptr(body), body.size(), given.ptr, given.len,
                                      views.data(), views.size(), out, error);
    });
}

inline Diagnosis diagnose_signature(Bytes body, MaybeBytes header, const std::vector<Bytes> &keys) {
    return try_diagnose_signature(body, header, keys).value();
}

/// A webhook that says nothing about the result of a verification.
struct Notice {
    std::optional<std::string_view> product;
    bool attention;
};

/// The content of a webhook, read but not judged. It holds personal data.
class Delivery : public detail::Handle<Delivery, idr_delivery, idr_delivery_free> {
public:
    Delivery() noexcept = default;
    explicit Delivery(Bytes body, MaybeBytes event_type = std::nullopt)
        : Delivery(try_parse(body, event_type).value()) {}
    static Result<Delivery> try_parse(Bytes body, MaybeBytes event_type = std::nullopt) noexcept {
        const idr_view event = detail::in(event_type);
        return detail::made<Delivery>([&](idr_delivery **out, idr_error **error) {
            return idr_delivery_parse(detail::ptr(body), body.size(), event.ptr, event.len, out,
                                      error);
        });
    }

    std::optional<std::string_view> scan_ref() const noexcept {
        return text(idr_delivery_scan_ref);
    }
    std::optional<std::string_view> client_id() const noexcept {
        return text(idr_delivery_client_id);
    }
    std::optional<std::string_view> external_ref() const noexcept {
        return text(idr_delivery_external_ref);
    }
    std::optional<std::string_view> company_id() const noexcept {
        return text(idr_delivery_company_id);
    }
    std::optional<std::string_view> event() const noexcept { return text(idr_delivery_event); }
    /// Whether it is the last word; std::nullopt where it does not say.
    std::optional<bool> is_final() const noexcept {
        return detail::mark(idr_delivery_final(get()));
    }
    std::optional<Notice> notice() const noexcept {
        if (!idr_delivery_is_notice(get())) return std::nullopt;
        return Notice{text(idr_delivery_notice_product), idr_delivery_notice_attention(get())};
    }
    /// The vendor's verdict, which is not a decision.
    std::optional<std::string_view> overall() const noexcept { return text(idr_delivery_overall); }
    std::optional<std::string_view> auto_document() const noexcept {
        return text(idr_delivery_auto_document);
    }
    std::optional<std::string_view> manual_document() const noexcept {
        return text(idr_delivery_manual_document);
    }
    std::optional<std::string_view> auto_face() const noexcept {
        return text(idr_delivery_auto_face);
    }
    std::optional<std::string_view> manual_face() const noexcept {
        return text(idr_delivery_manual_face);
    }
    std::optional<std::string_view> platform() const noexcept {
        return text(idr_delivery_platform);
    }
    std::vector<std::string_view> fraud_tags() const {
        return detail::list(idr_delivery_fraud_tag_count(get()), [this](std::size_t at) {
            return detail::out(idr_delivery_fraud_tag(get(), at));
        });
    }
    std::vector<std::string_view> mismatch_tags() const {
        return detail::list(idr_delivery_mismatch_tag_count(get()), [this](std::size_t at) {
            return detail::out(idr_delivery_mismatch_tag(get(), at));
        });
    }
    /// Everything that is understood. Personal data: for programs, not for logs.
    std::string_view json() const noexcept { return detail::out(idr_delivery_json(get())); }

    /// The JSON text of any member, by its JSON Pointer; std::nullopt where there is none.
    Result<std::optional<std::string>> try_member(Bytes pointer) const noexcept {
        auto found = detail::made<detail::Text>([&](idr_text **out, idr_error **error) {
            return idr_delivery_member(get(), detail::ptr(pointer), pointer.size(), out, error);
        });
        if (!found) return found.error();
        const auto json = detail::maybe(idr_text_view(found.value().get()));
        return json ? std::optional<std::string>(*json) : std::nullopt;
    }
    std::optional<std::string> member(Bytes pointer) const { return try_member(pointer).value(); }

private:
    std::optional<std::string_view> text(idr_view (*view)(const idr_delivery *)) const noexcept {
        return detail::maybe(view(get()));
    }
};

}  // namespace idenfy

#endif  // IDENFY_RULES_WEBHOOK_HPP
