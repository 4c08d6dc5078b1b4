/* Numbers and names that nothing has. */
#include "hostile.h"

static void numbers(void) {
    NEUTRAL(absent, idr_status_text(UINT32_MAX));
    NEUTRAL(absent, idr_outcome_text(UINT32_MAX));
    NEUTRAL(absent, idr_lifecycle_text(UINT32_MAX));
    NEUTRAL(absent, idr_next_step_text(UINT32_MAX));
    NEUTRAL(absent, idr_action_text(UINT32_MAX));
    NEUTRAL(absent, idr_escalate_to_text(UINT32_MAX));
    NEUTRAL(absent, idr_severity_text(UINT32_MAX));
    NEUTRAL(absent, idr_operation_text(UINT32_MAX));
    NEUTRAL(absent, idr_transport_text(UINT32_MAX));
    NEUTRAL(absent, idr_host_text(UINT32_MAX));
    NEUTRAL(absent, idr_transition_kind_text(UINT32_MAX));
    NEUTRAL(absent, idr_start_reason_text(UINT32_MAX));
    CHECK(is(idr_status_text(IDR_OK), "the call worked") && is(idr_outcome_text(IDR_NONE), "none"));
    CHECK(absent(idr_lifecycle_text(IDR_LIFECYCLE_NONE)) && absent(idr_transport_text(IDR_TRANSPORT_NONE)));
    CHECK(is(idr_next_step_text(IDR_NEXT_STEP_CONTACT_SUPPORT), "contact_support"));
    CHECK(absent(idr_host_text(0)) && is(idr_host_text(IDR_HOST_IVS), "ivs.idenfy.com"));
    CHECK(absent(idr_next_step_text(IDR_NEXT_STEP_CONTACT_SUPPORT + 1)));
}

static void names(void) {
    NEUTRAL(absent, idr_token_code(SIZE_MAX));
    NEUTRAL(absent, idr_token_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_token_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_token_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_lint_code(SIZE_MAX));
    NEUTRAL(absent, idr_lint_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_lint_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_lint_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_signature_code(SIZE_MAX));
    NEUTRAL(absent, idr_signature_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_signature_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_signature_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_webhook_code(SIZE_MAX));
    NEUTRAL(absent, idr_webhook_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_webhook_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_webhook_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_policy_code(SIZE_MAX));
    NEUTRAL(absent, idr_policy_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_policy_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_policy_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_test_file_code(SIZE_MAX));
    NEUTRAL(absent, idr_test_file_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_test_file_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_test_file_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_policy_lint_code(SIZE_MAX));
    NEUTRAL(absent, idr_policy_lint_code_meaning(NULL, 0));
    NEUTRAL(absent, idr_policy_lint_code_meaning(NULL, 1));
    NEUTRAL(absent, idr_policy_lint_code_meaning(UNREADABLE, LONG));
    NEUTRAL(absent, idr_reason(SIZE_MAX));
    NEUTRAL(absent, idr_reason_happened(NULL, 0));
    NEUTRAL(absent, idr_reason_happened(NULL, 1));
    NEUTRAL(absent, idr_reason_happened(UNREADABLE, LONG));
    NEUTRAL(absent, idr_reason_remedy(NULL, 0));
    NEUTRAL(absent, idr_reason_remedy(NULL, 1));
    NEUTRAL(absent, idr_reason_remedy(UNREADABLE, LONG));
    CHECK(absent(idr_policy_code_meaning(TEXT("webhook.empty"))));
    CHECK(absent(idr_reason_happened(TEXT("\xff"))));
}

void hostile_words(void) {
    numbers();
    names();
}
