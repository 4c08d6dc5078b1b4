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

static int validates(void) {
    const char *body = "{\"clientId\": \"\"}";
    idr_report *report = NULL;
    CHECK(idr_validate_token(bytes(body), strlen(body), &report) == IDR_OK);
    CHECK(!idr_report_is_valid(report));
    CHECK(has(idr_report_json(report), "client_id.empty"));
    idr_report_free(&report);
    CHECK(report == NULL);
    idr_report_free(&report);
    CHECK(idr_validate_token(NULL, 0, &report) == IDR_OK);
    CHECK(has(idr_report_json(report), "body.empty"));
    idr_report_free(&report);
    CHECK(idr_validate_token(NULL, 1, &report) == IDR_INVALID_ARGUMENT);
    CHECK(idr_validate_token(bytes(body), SIZE_MAX, &report) == IDR_INVALID_ARGUMENT);
    CHECK(idr_validate_token(bytes(body), 1, NULL) == IDR_INVALID_ARGUMENT);
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
    CHECK(idr_policy_from_json(bytes("{}"), 2, &policy) == IDR_UNUSABLE_POLICY && policy == NULL);
    return 0;
}

int main(void) {
    CHECK(idr_abi_version() == IDR_ABI_VERSION && idr_version().len > 0);
    if (validates() != 0 || decides() != 0) return 1;
    puts("ok");
    return 0;
}
