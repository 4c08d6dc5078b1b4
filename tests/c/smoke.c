/* The C library end to end: validate, load a policy, receive, and what must fail. */
#include <stdio.h>
#include <string.h>

#include "idenfy_rules.h"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
            return 1; \
        } \
    } while (0)

static const uint8_t *bytes(const char *text) { return (const uint8_t *)text; }

static int has(idr_view view, const char *part) {
    size_t length = strlen(part);
    for (size_t at = 0; view.ptr != NULL && at + length <= view.len; at++) {
        if (memcmp(view.ptr + at, part, length) == 0) return 1;
    }
    return 0;
}

static int is(idr_view view, const char *text) {
    return view.ptr != NULL && view.len == strlen(text) && memcmp(view.ptr, text, view.len) == 0;
}

static int validates(void) {
    const char *body = "{\"clientId\": \"\"}";
    idr_report *report = NULL;
    CHECK(idr_validate_token(bytes(body), strlen(body), NULL, &report, NULL) == IDR_OK);
    CHECK(!idr_report_is_valid(report));
    CHECK(has(idr_report_json(report), "client_id.empty"));
    idr_report_free(&report);
    CHECK(report == NULL);
    idr_report_free(&report);
    CHECK(idr_validate_token(NULL, 0, NULL, &report, NULL) == IDR_OK);
    CHECK(has(idr_report_json(report), "body.empty"));
    idr_report_free(&report);
    CHECK(idr_validate_token(NULL, 1, NULL, &report, NULL) == IDR_INVALID_ARGUMENT);
    CHECK(idr_validate_token(bytes(body), SIZE_MAX, NULL, &report, NULL) == IDR_TOO_LONG);
    CHECK(idr_validate_token(bytes(body), 1, NULL, NULL, NULL) == IDR_INVALID_ARGUMENT);
    CHECK(report == NULL && !idr_report_is_valid(NULL) && idr_report_json(NULL).ptr == NULL);
    return 0;
}

static int decides(void) {
    /* HMAC-SHA256 of the body under "key", computed with another implementation. */
    const char *body = "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}";
    const char *header =
        "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca";
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    CHECK(idr_policy_documented(&policy) == IDR_OK);
    CHECK(idr_policy_receive(policy, bytes(body), strlen(body), bytes(header), strlen(header), bytes("key"), 3,
                             NULL, 0, &decision) == IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_ACCEPT);
    CHECK(has(idr_decision_json(decision), "\"verified\":true"));
    idr_decision_free(&decision);
    CHECK(decision == NULL && idr_decision_outcome(NULL) == IDR_NONE);
    CHECK(idr_policy_receive(policy, bytes(body), strlen(body), NULL, 0, bytes("key"), 3, NULL, 0, &decision) ==
          IDR_NOT_GENUINE);
    CHECK(idr_policy_receive(policy, bytes(body), strlen(body), bytes(header), strlen(header), NULL, 0, NULL, 0,
                             &decision) == IDR_NOT_GENUINE);
    CHECK(idr_policy_receive(NULL, NULL, 0, NULL, 0, NULL, 0, NULL, 0, &decision) == IDR_INVALID_ARGUMENT);
    CHECK(decision == NULL);
    idr_policy_free(&policy);
    CHECK(idr_policy_from_json(bytes("{}"), 2, NULL, &policy, NULL) == IDR_UNUSABLE_POLICY && policy == NULL);
    return 0;
}

static int decides_again_and_again(void) {
    const char *body = "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}";
    const char *header = "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca";
    const idr_view keys[2] = {{bytes("old"), 3}, {bytes("key"), 3}};
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_transition *first = NULL, *second = NULL;
    idr_record *record = NULL;
    idr_error *error = NULL;
    CHECK(idr_policy_strict(&policy) == IDR_OK && idr_decision_new(&decision, NULL) == IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_NONE && idr_decision_json(decision).ptr == NULL);
    CHECK(idr_policy_receive_into(policy, bytes(body), strlen(body), bytes(header), 64, keys, 2, NULL, 0, 2026, 11,
                                  21, decision, &error) == IDR_OK);
    CHECK(error == NULL && idr_decision_http_status(decision) == 200 && idr_decision_verified(decision));
    CHECK(idr_decision_lifecycle(decision) == IDR_LIFECYCLE_DECIDED);
    CHECK(idr_decision_rule_count(decision) == 1 && is(idr_decision_scan_ref(decision), "s"));
    CHECK(idr_reconcile(NULL, decision, &first, &error) == IDR_OK && idr_transition_act(first));
    CHECK(idr_transition_kind_of(first) == IDR_TRANSITION_NEW);
    idr_view stored = idr_record_json(idr_transition_record(first));
    CHECK(idr_record_from_json(stored.ptr, stored.len, &record, &error) == IDR_OK);
    CHECK(idr_reconcile(record, decision, &second, &error) == IDR_OK && !idr_transition_act(second));
    CHECK(idr_transition_kind_of(second) == IDR_TRANSITION_DUPLICATE);
    CHECK(idr_policy_receive_into(policy, bytes(body), strlen(body), bytes(header), 63, keys, 2, NULL, 0, 0, 0, 0,
                                  decision, &error) == IDR_NOT_GENUINE);
    CHECK(is(idr_error_code(error), "signature.bad_length") && idr_error_http_status(error) == 401);
    CHECK(idr_decision_outcome(decision) == IDR_NONE && idr_decision_json(decision).ptr == NULL);
    idr_error_free(&error);
    CHECK(idr_policy_evaluate_into(policy, bytes(body), strlen(body), NULL, 0, 2026, 2, 30, decision, &error) ==
          IDR_UNUSABLE_INPUT);
    CHECK(is(idr_error_code(error), "input.date"));
    idr_error_free(&error);
    idr_record_free(&record);
    idr_transition_free(&second);
    idr_transition_free(&first);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
    return 0;
}

static int classifies(void) {
    const idr_header headers[1] = {{{bytes("retry-AFTER"), 11}, {bytes("7"), 1}}};
    const char *created = "{\"authToken\":\"a\",\"scanRef\":\"r\",\"clientId\":\"c\"}";
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_delay delay = {0, 0, 0};
    idr_retry_budget budget = {500, 500};
    bool allowed = false;
    CHECK(idr_context_new(1, &context, NULL) == IDR_OK);
    CHECK(idr_context_set_jitter(context, 0.5, NULL) == IDR_OK);
    CHECK(idr_context_set_jitter(context, 1.0, NULL) == IDR_UNUSABLE_INPUT);
    CHECK(idr_context_set_client_id(context, bytes("c"), 1, NULL) == IDR_OK);
    CHECK(idr_classify_response(429, headers, 1, NULL, 0, IDR_TRANSPORT_NONE, context, &found, NULL) == IDR_OK);
    CHECK(idr_classification_action(found) == IDR_ACTION_RETRY && idr_classification_retryable(found));
    CHECK(is(idr_classification_reason(found), "RATE_LIMITED"));
    CHECK(idr_classification_delay(found, &delay) && delay.min_ms == 7000 && delay.ms == 7350);
    CHECK(idr_retry_budget_spend(&budget, found, &allowed, NULL) == IDR_OK && allowed && budget.available == 495);
    idr_classification_free(&found);
    CHECK(idr_classify_response(200, NULL, 0, bytes(created), strlen(created), 0, context, &found, NULL) == IDR_OK);
    CHECK(is(idr_classification_scan_ref(found), "r") && is(idr_classification_auth_token(found), "a"));
    CHECK(!has(idr_classification_json(found), "\"a\"") && !has(idr_classification_json(found), "\"r\""));
    idr_classification_free(&found);
    CHECK(idr_classify_transport(IDR_TRANSPORT_TLS_CERTIFICATE, context, &found, NULL) == IDR_OK);
    CHECK(idr_classification_escalate_to(found) == IDR_ESCALATE_TO_OPERATIONS);
    idr_view reason = idr_classification_reason(found);
    CHECK(idr_reason_remedy(reason.ptr, reason.len).len > 0);
    idr_classification_free(&found);
    idr_context_free(&context);
    return 0;
}

int main(void) {
    CHECK(idr_abi_version() == IDR_ABI_VERSION && is(idr_version(), IDR_VERSION));
    if (validates() != 0 || decides() != 0) return 1;
    if (decides_again_and_again() != 0 || classifies() != 0) return 1;
    puts("ok");
    return 0;
}
