// Is this token request one that the API will take? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_TOKEN_HPP
#define IDENFY_RULES_TOKEN_HPP

#include "error.hpp"

namespace idenfy {

/// What is known about the account that asks for tokens.
class Profile : public detail::Handle<Profile, idr_profile, idr_profile_free> {
public:
    Profile() noexcept = default;
    /// idr_profile_from_json() lists the members.
    explicit Profile(Bytes json) : Profile(try_from_json(json).value()) {}
    static Result<Profile> try_from_json(Bytes json) noexcept {
        return detail::made<Profile>([&](idr_profile **out, idr_error **error) {
            return idr_profile_from_json(detail::ptr(json), json.size(), out, error);
        });
    }
};

/// One finding about a token request; its texts live as long as the report.
struct Finding {
    std::string_view code;
    std::string_view pointer;
    std::string_view message;
    std::optional<std::string_view> identifier;
    idr_severity severity;
};

/// All findings about one token request, in the order of the body.
class Report : public detail::Handle<Report, idr_report, idr_report_free> {
public:
    bool is_valid() const noexcept { return idr_report_is_valid(get()); }
    std::size_t size() const noexcept { return idr_report_count(get()); }
    std::string_view code(std::size_t at) const noexcept {
        return detail::out(idr_report_code(get(), at));
    }
    std::string_view pointer(std::size_t at) const noexcept {
        return detail::out(idr_report_pointer(get(), at));
    }
    std::string_view message(std::size_t at) const noexcept {
        return detail::out(idr_report_message(get(), at));
    }
    std::optional<std::string_view> identifier(std::size_t at) const noexcept {
        return detail::maybe(idr_report_identifier(get(), at));
    }
    idr_severity severity(std::size_t at) const noexcept { return idr_report_severity(get(), at); }
    std::vector<Finding> findings() const {
        return detail::list(size(), [this](std::size_t at) {
            return Finding{code(at), pointer(at), message(at), identifier(at), severity(at)};
        });
    }
    std::string_view json() const noexcept { return detail::out(idr_report_json(get())); }
};

/// Checks the body of a token request, as it will be sent. A broken body is a finding, too.
inline Result<Report> try_validate_token(Bytes body, const Profile *profile = nullptr) noexcept {
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_validate_token(detail::ptr(body), body.size(),
                                  profile == nullptr ? nullptr : profile->get(), out, error);
    });
}

inline Report validate_token(Bytes body, const Profile *profile = nullptr) {
    return try_validate_token(body, profile).value();
}

}  // namespace idenfy

#endif  // IDENFY_RULES_TOKEN_HPP
