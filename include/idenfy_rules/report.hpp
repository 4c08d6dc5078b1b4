// What was found about a token request or an integration; part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_REPORT_HPP
#define IDENFY_RULES_REPORT_HPP

#include "error.hpp"

namespace idenfy {

/// One finding about a token request or an integration; its texts live as long as the report.
struct Finding {
    std::string_view code;
    std::string_view pointer;
    std::string_view message;
    std::optional<std::string_view> identifier;
    idr_severity severity;
};

/// All findings about one token request, in the order of the body, or about one part of an
/// integration.
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

}  // namespace idenfy

#endif  // IDENFY_RULES_REPORT_HPP
