// Is everything around the three jobs set up right? Part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_LINT_HPP
#define IDENFY_RULES_LINT_HPP

#include "report.hpp"

namespace idenfy {

/// Looks at the URL that webhooks are sent to. What is known about the certificate of its host is
/// a JSON object, whose members idr_lint_webhook_url() lists.
inline Result<Report> try_lint_webhook_url(Bytes url,
                                           MaybeBytes certificate = std::nullopt) noexcept {
    const idr_view known = detail::in(certificate);
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_lint_webhook_url(detail::ptr(url), url.size(), known.ptr, known.len, out, error);
    });
}

inline Report lint_webhook_url(Bytes url, MaybeBytes certificate = std::nullopt) {
    return try_lint_webhook_url(url, certificate).value();
}

/// Looks at what a receiver of webhooks does: a JSON object, whose members idr_lint_receiver()
/// lists.
inline Result<Report> try_lint_receiver(Bytes json) noexcept {
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_lint_receiver(detail::ptr(json), json.size(), out, error);
    });
}

inline Report lint_receiver(Bytes json) { return try_lint_receiver(json).value(); }

/// Goes through the checklist for a webhook that did not come: a JSON object, whose members
/// idr_lint_missing_webhook() lists.
inline Result<Report> try_lint_missing_webhook(Bytes json) noexcept {
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_lint_missing_webhook(detail::ptr(json), json.size(), out, error);
    });
}

inline Report lint_missing_webhook(Bytes json) { return try_lint_missing_webhook(json).value(); }

/// Looks at the first iframe tag of a page, with the URL and the Permissions-Policy header of the
/// page where they are known.
inline Result<Report> try_lint_iframe(Bytes html, MaybeBytes page_url = std::nullopt,
                                      MaybeBytes permissions_policy = std::nullopt) noexcept {
    const idr_view page = detail::in(page_url);
    const idr_view header = detail::in(permissions_policy);
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_lint_iframe(detail::ptr(html), html.size(), page.ptr, page.len, header.ptr,
                               header.len, out, error);
    });
}

inline Report lint_iframe(Bytes html, MaybeBytes page_url = std::nullopt,
                          MaybeBytes permissions_policy = std::nullopt) {
    return try_lint_iframe(html, page_url, permissions_policy).value();
}

/// Looks at an API key and its secret; no finding repeats a character of either.
inline Result<Report> try_lint_credentials(Bytes key, Bytes secret) noexcept {
    return detail::made<Report>([&](idr_report **out, idr_error **error) {
        return idr_lint_credentials(detail::ptr(key), key.size(), detail::ptr(secret),
                                    secret.size(), out, error);
    });
}

inline Report lint_credentials(Bytes key, Bytes secret) {
    return try_lint_credentials(key, secret).value();
}

/// The value of the Authorization header: a secret.
inline Result<std::string> try_basic_auth(Bytes key, Bytes secret) noexcept {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_basic_auth(detail::ptr(key), key.size(), detail::ptr(secret), secret.size(), out,
                              error);
    });
}

inline std::string basic_auth(Bytes key, Bytes secret) {
    return try_basic_auth(key, secret).value();
}

/// The link that opens a session, as secret as its token.
inline Result<std::string> try_redirect_url(Bytes auth_token, idr_host host) noexcept {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_redirect_url(detail::ptr(auth_token), auth_token.size(), host, out, error);
    });
}

inline std::string redirect_url(Bytes auth_token, idr_host host) {
    return try_redirect_url(auth_token, host).value();
}

/// The iframe tag that shows a session within a page.
inline Result<std::string> try_iframe_tag(Bytes auth_token, idr_host host) noexcept {
    return detail::text([&](idr_text **out, idr_error **error) {
        return idr_iframe_tag(detail::ptr(auth_token), auth_token.size(), host, out, error);
    });
}

inline std::string iframe_tag(Bytes auth_token, idr_host host) {
    return try_iframe_tag(auth_token, host).value();
}

}  // namespace idenfy

#endif  // IDENFY_RULES_LINT_HPP
