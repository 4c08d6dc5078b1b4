// Numbers as words, and every code with what it says; part of idenfy_rules.hpp. All of it is valid
// for ever.
#ifndef IDENFY_RULES_WORDS_HPP
#define IDENFY_RULES_WORDS_HPP

#include "error.hpp"

namespace idenfy {

/// The word that the JSON forms have for a number; empty for IDR_..._NONE where they have none.
inline std::string_view text(idr_outcome word) noexcept {
    return detail::out(idr_outcome_text(word));
}
inline std::string_view text(idr_lifecycle word) noexcept {
    return detail::out(idr_lifecycle_text(word));
}
inline std::string_view text(idr_next_step word) noexcept {
    return detail::out(idr_next_step_text(word));
}
inline std::string_view text(idr_action word) noexcept {
    return detail::out(idr_action_text(word));
}
inline std::string_view text(idr_escalate_to word) noexcept {
    return detail::out(idr_escalate_to_text(word));
}
inline std::string_view text(idr_severity word) noexcept {
    return detail::out(idr_severity_text(word));
}
inline std::string_view text(idr_operation word) noexcept {
    return detail::out(idr_operation_text(word));
}
inline std::string_view text(idr_transport word) noexcept {
    return detail::out(idr_transport_text(word));
}
inline std::string_view text(idr_host word) noexcept { return detail::out(idr_host_text(word)); }
inline std::string_view text(idr_transition_kind word) noexcept {
    return detail::out(idr_transition_kind_text(word));
}
inline std::string_view text(idr_start_reason word) noexcept {
    return detail::out(idr_start_reason_text(word));
}
/// What a status means, in a few words.
inline std::string_view text(idr_status word) noexcept {
    return detail::out(idr_status_text(word));
}

/// Every code of findings about token requests, and what one demands.
inline std::vector<std::string_view> token_codes() {
    return detail::list(idr_token_code_count(),
                        [](std::size_t at) { return detail::out(idr_token_code(at)); });
}
inline std::string_view token_code_meaning(Bytes code) noexcept {
    return detail::out(idr_token_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of findings about integrations, and what one says.
inline std::vector<std::string_view> lint_codes() {
    return detail::list(idr_lint_code_count(),
                        [](std::size_t at) { return detail::out(idr_lint_code(at)); });
}
inline std::string_view lint_code_meaning(Bytes code) noexcept {
    return detail::out(idr_lint_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of errors about signatures, and what one says.
inline std::vector<std::string_view> signature_codes() {
    return detail::list(idr_signature_code_count(),
                        [](std::size_t at) { return detail::out(idr_signature_code(at)); });
}
inline std::string_view signature_code_meaning(Bytes code) noexcept {
    return detail::out(idr_signature_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of errors about the body of a webhook, and what one says.
inline std::vector<std::string_view> webhook_codes() {
    return detail::list(idr_webhook_code_count(),
                        [](std::size_t at) { return detail::out(idr_webhook_code(at)); });
}
inline std::string_view webhook_code_meaning(Bytes code) noexcept {
    return detail::out(idr_webhook_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of errors about policy documents, and what one says.
inline std::vector<std::string_view> policy_codes() {
    return detail::list(idr_policy_code_count(),
                        [](std::size_t at) { return detail::out(idr_policy_code(at)); });
}
inline std::string_view policy_code_meaning(Bytes code) noexcept {
    return detail::out(idr_policy_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of errors about files of tests that policies do not have, and what one says.
inline std::vector<std::string_view> test_file_codes() {
    return detail::list(idr_test_file_code_count(),
                        [](std::size_t at) { return detail::out(idr_test_file_code(at)); });
}
inline std::string_view test_file_code_meaning(Bytes code) noexcept {
    return detail::out(idr_test_file_code_meaning(detail::ptr(code), code.size()));
}

/// Every code of findings of Policy::lint(), and what one says.
inline std::vector<std::string_view> policy_lint_codes() {
    return detail::list(idr_policy_lint_code_count(),
                        [](std::size_t at) { return detail::out(idr_policy_lint_code(at)); });
}
inline std::string_view policy_lint_code_meaning(Bytes code) noexcept {
    return detail::out(idr_policy_lint_code_meaning(detail::ptr(code), code.size()));
}

/// Every reason of a classification, what happened, and what to do about it.
inline std::vector<std::string_view> reasons() {
    return detail::list(idr_reason_count(),
                        [](std::size_t at) { return detail::out(idr_reason(at)); });
}
inline std::string_view reason_happened(Bytes reason) noexcept {
    return detail::out(idr_reason_happened(detail::ptr(reason), reason.size()));
}
inline std::string_view reason_remedy(Bytes reason) noexcept {
    return detail::out(idr_reason_remedy(detail::ptr(reason), reason.size()));
}

}  // namespace idenfy

#endif  // IDENFY_RULES_WORDS_HPP
