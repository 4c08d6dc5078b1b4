// Is this token request one that the API will take? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_TOKEN_HPP
#define IDENFY_RULES_TOKEN_HPP

#include "report.hpp"

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
