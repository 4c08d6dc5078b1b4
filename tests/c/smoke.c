/* The three jobs, as a C programmer does them with the header alone. */
#include "check.h"

/* HMAC-SHA256 of APPROVED under "key", computed with another implementation. */
#define SIGNATURE "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca"

static void validates(void) {
    /* Every member that the header lists. */
    const char *known =
        "{\"environment\":\"PRODUCTION\",\"today\":\"2026-11-21\",\"mobile_code_max_expiry\":3600,"
        "\"enabled_features\":[\"custom_callback_url\",\"additional_steps\",\"digit_string\"],"
        "\"allowed_token_types\":[\"IDENTIFICATION\"],\"supported_countries\":[\"LT\"],"
        "\"supported_documents\":{\"LT\":[\"PASSPORT\"]},\"extra_document_types\":[\"NEW_CARD\"],"
        "\"questionnaires\":[\"q\"],\"risk_profiles\":[\"r\"],\"themes\":[\"00000000-0000-4000-8000-000000000000\"],\"lints\":true}";
    const char *body = "{\"clientId\":\"c\",\"theme\":\"11111111-1111-4111-8111-111111111111\"}";
    idr_profile *profile = NULL;
    idr_report *report = NULL;
    idr_view code;
    CHECK(idr_profile_from_json(TEXT(known), &profile, NULL) == IDR_OK);
    CHECK(idr_validate_token(TEXT(body), profile, &report, NULL) == IDR_OK);
    CHECK(!idr_report_is_valid(report) && idr_report_count(report) == 1);
    code = idr_report_code(report, 0);
    CHECK(is(code, "theme.unknown") && !absent(idr_token_code_meaning(code.ptr, code.len)));
    CHECK(is(idr_report_pointer(report, 0), "/theme") && has(idr_report_json(report), "theme.unknown"));
    idr_report_free(&report);
    idr_profile_free(&profile);
}

static void decides(void) {
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_error *error = NULL;
    CHECK(idr_policy_documented(&policy, &error) == IDR_OK);
    CHECK(idr_policy_receive(policy, TEXT(APPROVED), TEXT(SIGNATURE), TEXT("key"), NULL, 0, &decision, &error) ==
          IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_ACCEPT && idr_decision_verified(decision));
    CHECK(idr_decision_final(decision) == IDR_FINAL_TRUE && idr_decision_body_sha256(decision).len == 64);
    CHECK(is(idr_decision_policy_name(decision), "documented") && !idr_decision_is_notice(decision));
    idr_decision_free(&decision);
    CHECK(idr_policy_receive(policy, TEXT(APPROVED), NULL, 0, TEXT("key"), NULL, 0, &decision, &error) ==
          IDR_NOT_GENUINE);
    CHECK(decision == NULL && is(idr_error_code(error), "signature.missing") && idr_error_http_status(error) == 401);
    idr_error_free(&error);
    idr_policy_free(&policy);
    CHECK(idr_policy_from_json(TEXT("{\"otherwis\":\"review\"}"), NULL, &policy, &error) == IDR_UNUSABLE_POLICY);
    CHECK(policy == NULL && is(idr_error_pointer(error), "/otherwis") && is(idr_error_suggestion(error), "otherwise"));
    idr_error_free(&error);
}

/* Verdict by automation, then by a person; the record is stored as JSON in between. */
static void folds(void) {
    const char *denied = "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"DENIED\"}}";
    const idr_arrival today = {{NULL, 0}, 2026, 11, 21, false};
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_transition *first = NULL, *second = NULL;
    idr_record *record = NULL;
    CHECK(idr_policy_strict(&policy, NULL) == IDR_OK && idr_decision_new(&decision, NULL) == IDR_OK);
    CHECK(idr_policy_evaluate_into(policy, TEXT(APPROVED), &today, decision, NULL) == IDR_OK);
    CHECK(idr_reconcile(NULL, decision, &first, NULL) == IDR_OK && idr_transition_act(first));
    CHECK(idr_transition_kind_of(first) == IDR_TRANSITION_NEW);
    idr_view stored = idr_record_json(idr_transition_record(first));
    CHECK(idr_record_from_json(stored.ptr, stored.len, &record, NULL) == IDR_OK);
    CHECK(idr_record_outcome(record) == IDR_ACCEPT && idr_record_seen_count(record) == 1);
    CHECK(idr_policy_evaluate_into(policy, TEXT(denied), &today, decision, NULL) == IDR_OK);
    CHECK(idr_reconcile(record, decision, &second, NULL) == IDR_OK && idr_transition_act(second));
    CHECK(idr_transition_kind_of(second) == IDR_TRANSITION_STRICTER);
    CHECK(idr_record_closed(idr_transition_record(second)) == IDR_REJECT);
    idr_transition_free(&second);
    idr_record_free(&record);
    idr_transition_free(&first);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
}

static void limits(void) {
    const idr_header headers[1] = {{{bytes("retry-AFTER"), 11}, {bytes("7"), 1}}};
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_delay delay = {0, 0, 0};
    idr_retry_budget budget = {500, 500};
    uint64_t seconds = 0;
    bool allowed = false;
    CHECK(idr_context_new(1, &context, NULL) == IDR_OK && idr_context_set_jitter(context, 0.5, NULL) == IDR_OK);
    CHECK(idr_classify_response(429, headers, 1, NULL, 0, IDR_TRANSPORT_NONE, context, &found, NULL) == IDR_OK);
    CHECK(idr_classification_action(found) == IDR_ACTION_RETRY && idr_classification_http_status(found) == 429);
    CHECK(is(idr_classification_reason(found), "RATE_LIMITED"));
    CHECK(idr_classification_retry_after_s(found, &seconds) && seconds == 7);
    CHECK(idr_classification_delay(found, &delay) && delay.min_ms == 7000 && delay.ms == 7350);
    CHECK(idr_retry_budget_spend(&budget, found, &allowed, NULL) == IDR_OK && allowed && budget.available == 495);
    CHECK(idr_retry_wait(2, 3, 60000, &delay) && delay.max_ms == 2000);
    idr_classification_free(&found);
    idr_context_free(&context);
}

static void created(void) {
    const char *token = "{\"authToken\":\"a\",\"scanRef\":\"r\",\"clientId\":\"c\",\"expiryTime\":3600}";
    idr_context *context = NULL;
    idr_classification *found = NULL;
    uint64_t seconds = 0;
    CHECK(idr_context_from_json(TEXT("{\"attempt\":1,\"client_id\":\"c\"}"), &context, NULL) == IDR_OK);
    CHECK(idr_classify_response(200, NULL, 0, TEXT(token), 0, context, &found, NULL) == IDR_OK);
    CHECK(is(idr_classification_scan_ref(found), "r") && is(idr_classification_auth_token(found), "a"));
    CHECK(idr_classification_expiry_time_s(found, &seconds) && seconds == 3600);
    CHECK(!has(idr_classification_json(found), "\"a\"") && !has(idr_classification_json(found), "\"r\""));
    idr_classification_free(&found);
    CHECK(idr_classify_transport(IDR_TRANSPORT_TLS_CERTIFICATE, context, &found, NULL) == IDR_OK);
    CHECK(idr_classification_escalate_to(found) == IDR_ESCALATE_TO_OPERATIONS);
    idr_view reason = idr_classification_reason(found);
    CHECK(idr_reason_remedy(reason.ptr, reason.len).len > 0);
    idr_classification_free(&found);
    idr_context_free(&context);
}

int main(void) {
    CHECK(idr_abi_version() == IDR_ABI_VERSION && is(idr_version(), IDR_VERSION));
    validates();
    limits();
    created();
    decides();
    folds();
    puts("ok");
    return 0;
}
