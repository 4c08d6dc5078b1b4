/* What no caller should do, for every function that can fail: NULL, lengths and counts over the
 * limit, numbers of no enum, freeing twice. Under a sanitizer or valgrind it also shows that
 * nothing is read beyond a length and nothing is lost. With -DPANIC it calls the entry that
 * panics; a library for release does not have it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "idenfy_rules.h"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
            exit(1); \
        } \
    } while (0)

/* A failing call: its status, and the code of its error. */
#define FAILS(expected_status, expected_code, call) \
    do { \
        CHECK((call) == (expected_status)); \
        CHECK(is(idr_error_code(error), expected_code) && idr_error_text(error).len > 0); \
        CHECK(idr_error_http_status(error) != 0); \
        idr_error_free(&error); \
        CHECK(error == NULL); \
    } while (0)
#define NULLED(call) FAILS(IDR_INVALID_ARGUMENT, "argument.null", call)
#define TOO_LONG(call) FAILS(IDR_TOO_LONG, "argument.too_long", call)

/* One byte: a library that read the length it is told would leave it. */
static const uint8_t one[1] = {'x'};
static const idr_view huge = {one, SIZE_MAX};
static const idr_view missing = {NULL, 1};
static const char body[] = "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}";
#define BODY (const uint8_t *)body, sizeof body - 1

static int is(idr_view view, const char *text) {
    return view.ptr != NULL && view.len == strlen(text) && memcmp(view.ptr, text, view.len) == 0;
}

static void tokens(void) {
    idr_error *error = NULL;
    idr_profile *profile = NULL;
    idr_report *report = NULL;
    TOO_LONG(idr_profile_from_json(one, SIZE_MAX, &profile, &error));
    TOO_LONG(idr_profile_from_json(NULL, SIZE_MAX, &profile, &error));
    NULLED(idr_profile_from_json(NULL, 1, &profile, &error));
    NULLED(idr_profile_from_json(one, 1, NULL, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.profile", idr_profile_from_json(NULL, 0, &profile, &error));
    CHECK(profile == NULL && idr_profile_from_json(one, 1, &profile, NULL) == IDR_UNUSABLE_INPUT);
    TOO_LONG(idr_validate_token(one, IDR_MAX_BYTES + 1, NULL, &report, &error));
    NULLED(idr_validate_token(NULL, 1, NULL, &report, &error));
    NULLED(idr_validate_token(one, 1, NULL, NULL, &error));
    CHECK(report == NULL && idr_validate_token(NULL, 0, NULL, &report, &error) == IDR_OK && error == NULL);
    CHECK(idr_report_count(report) == 1 && is(idr_report_code(report, 0), "body.empty"));
    CHECK(idr_report_severity(report, 0) == IDR_SEVERITY_ERROR && is(idr_report_pointer(report, 0), ""));
    CHECK(idr_report_severity(report, 1) == IDR_SEVERITY_NONE && idr_report_message(report, SIZE_MAX).ptr == NULL);
    idr_report_free(&report);
    CHECK(report == NULL);
    idr_report_free(&report);
    idr_report_free(NULL);
    idr_profile_free(&profile);
    idr_profile_free(NULL);
}

static void answers(void) {
    const idr_header wrong[2] = {{{one, 1}, {NULL, 1}}, {{one, SIZE_MAX}, {NULL, 0}}};
    idr_error *error = NULL;
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_retry_budget budget = {1, 2};
    idr_text *text = NULL;
    bool allowed = true;
    NULLED(idr_context_new(1, NULL, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.attempt", idr_context_new(0, &context, &error));
    TOO_LONG(idr_context_from_json(one, SIZE_MAX, &context, &error));
    NULLED(idr_context_from_json(NULL, 1, &context, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.context", idr_context_from_json((const uint8_t *)"[1]", 3, &context, &error));
    NULLED(idr_context_set_operation(NULL, 1, &error));
    NULLED(idr_context_set_jitter(NULL, 0.5, &error));
    NULLED(idr_context_set_client_id(NULL, NULL, 0, &error));
    NULLED(idr_context_set_max_attempts(NULL, 1, &error));
    NULLED(idr_context_set_now_unix(NULL, 1, &error));
    NULLED(idr_context_set_created_at_unix(NULL, 1, &error));
    NULLED(idr_context_set_expiry_time_s(NULL, 1, &error));
    NULLED(idr_context_set_session_length_s(NULL, 1, &error));
    NULLED(idr_context_set_retry_after_cap_s(NULL, 1, &error));
    NULLED(idr_context_set_retry_budget_empty(NULL, true, &error));
    NULLED(idr_context_set_previous_outcome_unknown(NULL, true, &error));
    CHECK(context == NULL && idr_context_new(1, &context, &error) == IDR_OK);
    FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number", idr_context_set_operation(context, 0, &error));
    FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number", idr_context_set_operation(context, UINT32_MAX, &error));
    FAILS(IDR_INVALID_ARGUMENT, "argument.not_utf8",
          idr_context_set_client_id(context, (const uint8_t *)"\xff", 1, &error));
    TOO_LONG(idr_context_set_client_id(context, one, SIZE_MAX, &error));
    FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number", idr_classify_transport(0, context, &found, &error));
    FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number", idr_classify_transport(17, context, &found, &error));
    NULLED(idr_classify_transport(1, NULL, &found, &error));
    NULLED(idr_classify_transport(1, context, NULL, &error));
    FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number",
          idr_classify_response(200, NULL, 0, NULL, 0, 17, context, &found, &error));
    TOO_LONG(idr_classify_response(200, NULL, 0, one, SIZE_MAX, 0, context, &found, &error));
    TOO_LONG(idr_classify_response(200, wrong, SIZE_MAX, NULL, 0, 0, context, &found, &error));
    TOO_LONG(idr_classify_response(200, wrong + 1, 1, NULL, 0, 0, context, &found, &error));
    NULLED(idr_classify_response(200, wrong, 1, NULL, 0, 0, context, &found, &error));
    NULLED(idr_classify_response(200, NULL, 1, NULL, 0, 0, context, &found, &error));
    NULLED(idr_classify_response(200, NULL, 0, NULL, 0, 0, NULL, &found, &error));
    CHECK(found == NULL && idr_classify_response(65535, NULL, 0, NULL, 0, 0, context, &found, &error) == IDR_OK);
    CHECK(idr_classification_auth_token(found).ptr == NULL && !idr_classification_delay(found, NULL));
    FAILS(IDR_UNUSABLE_INPUT, "input.retry_budget", idr_retry_budget_spend(&budget, found, &allowed, &error));
    NULLED(idr_retry_budget_spend(NULL, found, &allowed, &error));
    NULLED(idr_retry_budget_spend(&budget, NULL, &allowed, &error));
    NULLED(idr_retry_budget_spend(&budget, found, NULL, &error));
    CHECK(idr_retry_budget_is_empty(budget));
    FAILS(IDR_UNUSABLE_INPUT, "input.max_attempts", idr_retry_plan(0, 1, &text, &error));
    NULLED(idr_retry_plan(3, 60000, NULL, &error));
    idr_classification_free(&found);
    idr_classification_free(&found);
    idr_context_free(&context);
    idr_context_free(&context);
}

static void signatures(void) {
    const idr_view keys[2] = {{one, 1}, missing};
    idr_error *error = NULL;
    idr_text *text = NULL;
    FAILS(IDR_NOT_GENUINE, "signature.empty_key", idr_verify_signature(BODY, one, 1, NULL, 0, &error));
    FAILS(IDR_NOT_GENUINE, "signature.missing", idr_verify_signature(BODY, NULL, 0, keys, 1, &error));
    NULLED(idr_verify_signature(BODY, one, 1, keys, 2, &error));
    TOO_LONG(idr_verify_signature(BODY, one, 1, &huge, 1, &error));
    TOO_LONG(idr_verify_signature(BODY, one, 1, keys, SIZE_MAX, &error));
    TOO_LONG(idr_verify_signature(BODY, one, SIZE_MAX, keys, 1, &error));
    TOO_LONG(idr_verify_signature(one, SIZE_MAX, one, 1, keys, 1, &error));
    FAILS(IDR_NOT_GENUINE, "signature.empty_key", idr_sign(BODY, NULL, 0, &text, &error));
    NULLED(idr_sign(BODY, one, 1, NULL, &error));
    TOO_LONG(idr_sign(BODY, one, SIZE_MAX, &text, &error));
    NULLED(idr_diagnose_signature(BODY, NULL, 0, keys, 1, NULL, &error));
    TOO_LONG(idr_diagnose_signature(one, SIZE_MAX, NULL, 0, keys, 1, &text, &error));
    CHECK(text == NULL && idr_text_view(text).ptr == NULL);
    CHECK(idr_sign(BODY, one, 1, &text, &error) == IDR_OK && idr_text_view(text).len == 64);
    idr_text_free(&text);
    idr_text_free(&text);
}

static void webhooks(void) {
    const idr_view key = {one, 1};
    idr_error *error = NULL;
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_text *text = NULL;
    CHECK(idr_policy_documented(NULL) == IDR_INVALID_ARGUMENT && idr_policy_strict(NULL) == IDR_INVALID_ARGUMENT);
    TOO_LONG(idr_policy_from_json(one, SIZE_MAX, NULL, &policy, &error));
    NULLED(idr_policy_from_json(NULL, 1, NULL, &policy, &error));
    NULLED(idr_policy_from_json(one, 1, NULL, NULL, &error));
    FAILS(IDR_UNUSABLE_POLICY, "policy.not_json", idr_policy_from_json(NULL, 0, NULL, &policy, &error));
    NULLED(idr_decision_new(NULL, &error));
    CHECK(idr_policy_documented(&policy) == IDR_OK && idr_decision_new(&decision, &error) == IDR_OK);
    CHECK(idr_policy_rule(policy, idr_policy_rule_count(policy)).ptr == NULL);
    NULLED(idr_policy_evaluate_into(policy, BODY, NULL, 0, 0, 0, 0, NULL, &error));

    /* Every failure leaves an empty decision, whatever was in it. */
#define EMPTIES(expect, ...) \
    do { \
        CHECK(idr_policy_evaluate_into(policy, BODY, NULL, 0, 0, 0, 0, decision, &error) == IDR_OK); \
        CHECK(idr_decision_outcome(decision) == IDR_ACCEPT); \
        expect(__VA_ARGS__); \
        CHECK(idr_decision_outcome(decision) == IDR_NONE && idr_decision_rule_count(decision) == 0); \
        CHECK(idr_decision_json(decision).ptr == NULL && idr_decision_http_status(decision) == 0); \
    } while (0)
    EMPTIES(NULLED, idr_policy_evaluate_into(NULL, BODY, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(NULLED, idr_policy_evaluate_into(policy, NULL, 1, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(TOO_LONG, idr_policy_evaluate_into(policy, one, SIZE_MAX, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(TOO_LONG, idr_policy_evaluate_into(policy, BODY, one, SIZE_MAX, 0, 0, 0, decision, &error));
    EMPTIES(FAILS, IDR_UNUSABLE_INPUT, "input.date",
            idr_policy_evaluate_into(policy, BODY, NULL, 0, 65536 + 2026, 1, 1, decision, &error));
    EMPTIES(FAILS, IDR_UNUSABLE_INPUT, "input.date",
            idr_policy_evaluate_into(policy, BODY, NULL, 0, 2026, 257, 1, decision, &error));
    EMPTIES(FAILS, IDR_UNUSABLE_BODY, "webhook.empty",
            idr_policy_evaluate_into(policy, NULL, 0, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(FAILS, IDR_NOT_GENUINE, "signature.bad_length",
            idr_policy_receive_into(policy, BODY, one, 1, &key, 1, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(NULLED, idr_policy_receive_into(policy, BODY, one, 1, NULL, 1, NULL, 0, 0, 0, 0, decision, &error));
    EMPTIES(TOO_LONG, idr_policy_receive_into(policy, BODY, one, 1, &huge, 1, NULL, 0, 0, 0, 0, decision, &error));
    NULLED(idr_policy_receive_into(policy, BODY, one, 1, &key, 1, NULL, 0, 0, 0, 0, NULL, &error));
    NULLED(idr_policy_explain(policy, BODY, NULL, 0, 0, 0, 0, NULL, &error));
    NULLED(idr_policy_explain(NULL, BODY, NULL, 0, 0, 0, 0, &text, &error));
    TOO_LONG(idr_policy_explain(policy, one, SIZE_MAX, NULL, 0, 0, 0, 0, &text, &error));
    CHECK(text == NULL);
    idr_decision_free(&decision);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
    idr_policy_free(&policy);
}

static void histories(void) {
    idr_error *error = NULL;
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_transition *transition = NULL;
    idr_record *record = NULL;
    const idr_record *none = NULL;
    idr_delivery *delivery = NULL;
    idr_text *text = NULL;
    idr_start start = {true, true, 0, 0};
    idr_start_limits limits = {0, 0, 0, true, 1700000000, {NULL, 0}};
    CHECK(idr_policy_documented(&policy) == IDR_OK && idr_decision_new(&decision, NULL) == IDR_OK);
    FAILS(IDR_INVALID_ARGUMENT, "argument.empty_decision", idr_reconcile(NULL, decision, &transition, &error));
    NULLED(idr_reconcile(NULL, NULL, &transition, &error));
    CHECK(idr_policy_evaluate_into(policy, BODY, NULL, 0, 0, 0, 0, decision, NULL) == IDR_OK);
    NULLED(idr_reconcile(NULL, decision, NULL, &error));
    CHECK(idr_reconcile(NULL, decision, &transition, &error) == IDR_OK);
    none = idr_transition_record(transition);
    CHECK(idr_may_start(&none, 1, 0, NULL, &start, &error) == IDR_OK && !start.go);
    CHECK(start.reason == IDR_START_ALREADY_ACCEPTED);
    none = NULL;
    NULLED(idr_may_start(&none, 1, 0, NULL, &start, &error));
    NULLED(idr_may_start(NULL, 1, 0, NULL, &start, &error));
    TOO_LONG(idr_may_start(&none, SIZE_MAX, 0, NULL, &start, &error));
    NULLED(idr_may_start(NULL, 0, 0, NULL, NULL, &error));
    CHECK(idr_may_start(NULL, 0, 1700000001, &limits, &start, &error) == IDR_OK && start.has_active_session);
    limits.scan_ref = huge;
    TOO_LONG(idr_may_start(NULL, 0, 0, &limits, &start, &error));
    FAILS(IDR_UNUSABLE_RECORD, "record.invalid", idr_record_from_json(NULL, 0, &record, &error));
    TOO_LONG(idr_record_from_json(one, SIZE_MAX, &record, &error));
    NULLED(idr_record_from_json(one, 1, NULL, &error));
    NULLED(idr_delivery_parse(NULL, 1, NULL, 0, &delivery, &error));
    TOO_LONG(idr_delivery_parse(one, SIZE_MAX, NULL, 0, &delivery, &error));
    CHECK(idr_delivery_parse(BODY, NULL, 0, &delivery, &error) == IDR_OK);
    NULLED(idr_delivery_member(NULL, one, 1, &text, &error));
    TOO_LONG(idr_delivery_member(delivery, one, SIZE_MAX, &text, &error));
    CHECK(idr_delivery_member(delivery, one, 1, &text, &error) == IDR_OK && text == NULL);
    idr_delivery_free(&delivery);
    idr_delivery_free(&delivery);
    idr_record_free(&record);
    idr_transition_free(&transition);
    idr_transition_free(&transition);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
}

/* Questions to nothing, and numbers of no enum, have neutral answers. */
static void nothing(void) {
    CHECK(!idr_report_is_valid(NULL) && idr_report_count(NULL) == 0 && idr_report_json(NULL).ptr == NULL);
    CHECK(idr_classification_action(NULL) == IDR_ACTION_NONE && !idr_classification_retryable(NULL));
    CHECK(idr_classification_reason(NULL).ptr == NULL && idr_classification_json(NULL).ptr == NULL);
    CHECK(idr_policy_name(NULL).ptr == NULL && idr_policy_rule_count(NULL) == 0);
    CHECK(idr_decision_outcome(NULL) == IDR_NONE && idr_decision_lifecycle(NULL) == IDR_LIFECYCLE_NONE);
    CHECK(idr_decision_next_step(NULL) == IDR_NEXT_STEP_NONE && !idr_decision_verified(NULL));
    CHECK(idr_delivery_json(NULL).ptr == NULL && idr_record_json(NULL).ptr == NULL);
    CHECK(idr_transition_record(NULL) == NULL && !idr_transition_act(NULL) && idr_record_outcome(NULL) == IDR_NONE);
    CHECK(idr_error_code(NULL).ptr == NULL && idr_error_http_status(NULL) == 0);
    CHECK(is(idr_outcome_text(IDR_ACCEPT), "accept") && idr_outcome_text(6).ptr == NULL);
    CHECK(idr_lifecycle_text(0).ptr == NULL && idr_next_step_text(8).ptr == NULL && idr_action_text(5).ptr == NULL);
    CHECK(idr_escalate_to_text(5).ptr == NULL && idr_severity_text(3).ptr == NULL);
    CHECK(idr_operation_text(8).ptr == NULL && idr_transport_text(17).ptr == NULL);
    CHECK(idr_transition_kind_text(9).ptr == NULL && idr_start_reason_text(5).ptr == NULL);
    CHECK(is(idr_status_text(IDR_OK), "the call worked") && idr_status_text(99).ptr == NULL);
    CHECK(idr_reason_happened(NULL, 0).ptr == NULL && idr_reason_remedy(one, SIZE_MAX).ptr == NULL);
    CHECK(idr_policy_code_meaning((const uint8_t *)"policy.not_json", 15).len > 0);
    idr_error_free(NULL);
    idr_decision_free(NULL);
}

#ifdef PANIC
idr_status idr_test_panic(idr_error **error);

static void panics(void) {
    idr_error *error = NULL;
    idr_report *report = NULL;
    FAILS(IDR_PANIC, "internal.panic", idr_test_panic(&error));
    CHECK(idr_test_panic(NULL) == IDR_PANIC);
    CHECK(idr_validate_token(BODY, NULL, &report, &error) == IDR_OK && error == NULL);
    idr_report_free(&report);
}
#endif

int main(void) {
    tokens();
    answers();
    signatures();
    webhooks();
    histories();
    nothing();
#ifdef PANIC
    panics();
#endif
    puts("ok");
    return 0;
}
