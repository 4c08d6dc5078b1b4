/* What is known about a call, answers, verdicts, retries. */
#include "hostile.h"

static idr_error *error = NULL;

static void contexts(void) {
    idr_context *context = NULL;
    NULLED(idr_context_new(1, NULL, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.attempt", idr_context_new(0, &context, &error));
    EMPTY(IDR_UNUSABLE_INPUT, "input.context", idr_context_from_json(NULL, 0, &context, &error));
    NULLED(idr_context_from_json(NULL, 1, &context, &error));
    NULLED(idr_context_from_json(TEXT("{\"attempt\":1}"), NULL, &error));
    TOO_LONG(idr_context_from_json(UNREADABLE, LONG, &context, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.context", idr_context_from_json(TEXT("[1]"), &context, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.attempt", idr_context_from_json(TEXT("{\"attempt\":0}"), &context, &error));
    NULLED(idr_context_set_operation(NULL, 1, &error));
    NULLED(idr_context_set_max_attempts(NULL, 1, &error));
    NULLED(idr_context_set_retry_after_cap_s(NULL, 1, &error));
    NULLED(idr_context_set_previous_outcome_unknown(NULL, true, &error));
    NULLED(idr_context_set_retry_budget_empty(NULL, true, &error));
    NULLED(idr_context_set_created_at_unix(NULL, 1, &error));
    NULLED(idr_context_set_expiry_time_s(NULL, 1, &error));
    NULLED(idr_context_set_session_length_s(NULL, 1, &error));
    NULLED(idr_context_set_now_unix(NULL, 1, &error));
    NULLED(idr_context_set_jitter(NULL, 0.5, &error));
    NULLED(idr_context_set_client_id(NULL, TEXT("c"), &error));
    CHECK(context == NULL && idr_context_new(UINT32_MAX, &context, &error) == IDR_OK);
    UNKNOWN(idr_context_set_operation(context, 0, &error));
    UNKNOWN(idr_context_set_operation(context, UINT32_MAX, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.jitter", idr_context_set_jitter(context, 1.0, &error));
    EMPTY_IS_FINE(idr_context_set_client_id(context, NULL, 0, &error));
    NULLED(idr_context_set_client_id(context, NULL, 1, &error));
    TOO_LONG(idr_context_set_client_id(context, UNREADABLE, LONG, &error));
    NOT_UTF8(idr_context_set_client_id(context, TEXT("\xff"), &error));
    FREES(idr_context_free, context);
}

static void answers(const idr_context *context) {
    const idr_header missing = {{bytes("a"), 1}, {NULL, 1}};
    const idr_header huge = {{UNREADABLE, LONG}, {NULL, 0}};
    idr_classification *found = NULL;
    NULLED(idr_classify_transport(1, NULL, &found, &error));
    NULLED(idr_classify_transport(1, context, NULL, &error));
    UNKNOWN(idr_classify_transport(0, context, &found, &error));
    UNKNOWN(idr_classify_transport(17, context, &found, &error));
    UNKNOWN(idr_classify_transport(UINT32_MAX, context, &found, &error));
    NULLED(idr_classify_response(200, NULL, 1, NULL, 0, 0, context, &found, &error));
    NULLED(idr_classify_response(200, &missing, 1, NULL, 0, 0, context, &found, &error));
    NULLED(idr_classify_response(200, NULL, 0, NULL, 1, 0, context, &found, &error));
    NULLED(idr_classify_response(200, NULL, 0, NULL, 0, 0, NULL, &found, &error));
    NULLED(idr_classify_response(200, NULL, 0, NULL, 0, 0, context, NULL, &error));
    UNKNOWN(idr_classify_response(200, NULL, 0, NULL, 0, 17, context, &found, &error));
    UNKNOWN(idr_classify_response(200, NULL, 0, NULL, 0, UINT32_MAX, context, &found, &error));
    TOO_LONG(idr_classify_response(200, UNREADABLE, MANY, NULL, 0, 0, context, &found, &error));
    TOO_LONG(idr_classify_response(200, &huge, 1, NULL, 0, 0, context, &found, &error));
    TOO_LONG(idr_classify_response(200, NULL, 0, UNREADABLE, IDR_MAX_RESPONSE_BYTES + (size_t)1, 0, context, &found,
                                   &error));
    CHECK(found == NULL);
    EMPTY_IS_FINE(idr_classify_response(65535, NULL, 0, NULL, 0, 0, context, &found, &error));
    NEUTRAL(absent, idr_classification_pointer(found, SIZE_MAX));
    NEUTRAL(NO, idr_classification_delay(found, NULL));
    FREES(idr_classification_free, found);
}

static void nothing(void) {
    idr_delay delay = {1, 2, 3};
    uint64_t number = 7;
    int64_t moment = 7;
    NEUTRAL(NO, idr_classification_action(NULL));
    NEUTRAL(absent, idr_classification_reason(NULL));
    NEUTRAL(absent, idr_classification_underlying(NULL));
    NEUTRAL(absent, idr_classification_hint(NULL));
    NEUTRAL(NO, idr_classification_escalate_to(NULL));
    NEUTRAL(NO, idr_classification_retryable(NULL));
    NEUTRAL(NO, idr_classification_outcome_unknown(NULL));
    NEUTRAL(NO, idr_classification_disagreement(NULL));
    NEUTRAL(NO, idr_classification_http_status(NULL));
    NEUTRAL(absent, idr_classification_identifier(NULL));
    NEUTRAL(NO, idr_classification_pointer_count(NULL));
    NEUTRAL(absent, idr_classification_pointer(NULL, 0));
    NEUTRAL(NO, idr_classification_delay(NULL, &delay));
    NEUTRAL(NO, idr_classification_retry_after_s(NULL, &number));
    NEUTRAL(NO, idr_classification_not_before_unix(NULL, &moment));
    NEUTRAL(NO, idr_classification_pacing_ms(NULL, &number));
    NEUTRAL(absent, idr_classification_json(NULL));
    NEUTRAL(absent, idr_classification_scan_ref(NULL));
    NEUTRAL(absent, idr_classification_auth_token(NULL));
    NEUTRAL(absent, idr_classification_redirect_url(NULL));
    NEUTRAL(absent, idr_classification_digit_string(NULL));
    NEUTRAL(absent, idr_classification_client_id(NULL));
    NEUTRAL(absent, idr_classification_token_type(NULL));
    NEUTRAL(NO, idr_classification_expiry_time_s(NULL, &number));
    NEUTRAL(NO, idr_classification_session_length_s(NULL, &number));
    CHECK(delay.min_ms == 1 && delay.max_ms == 2 && delay.ms == 3 && number == 7 && moment == 7);
}

/* Where there is a number, it has nowhere to go. */
static void nowhere(const idr_context *context) {
    const idr_header header = {{bytes("retry-after"), 11}, {bytes("7"), 1}};
    const char *token = "{\"authToken\":\"a\",\"scanRef\":\"r\",\"expiryTime\":60,\"sessionLength\":60}";
    idr_classification *limited = NULL, *created = NULL, *early = NULL;
    idr_context *deletion = NULL;
    CHECK(idr_classify_response(429, &header, 1, NULL, 0, 0, context, &limited, &error) == IDR_OK);
    CHECK(idr_classify_response(200, NULL, 0, TEXT(token), 0, context, &created, &error) == IDR_OK);
    NEUTRAL(NO, idr_classification_delay(limited, NULL));
    NEUTRAL(NO, idr_classification_retry_after_s(limited, NULL));
    NEUTRAL(NO, idr_classification_pacing_ms(limited, NULL));
    NEUTRAL(NO, idr_classification_expiry_time_s(created, NULL));
    NEUTRAL(NO, idr_classification_session_length_s(created, NULL));
    CHECK(idr_context_from_json(TEXT("{\"attempt\":1,\"created_at_unix\":1700000000}"), &deletion, &error) == IDR_OK);
    CHECK(idr_classify_response(400, NULL, 0, TEXT("{\"message\":\"clientId already has an active session\"}"), 0,
                                deletion, &early, &error) == IDR_OK);
    NEUTRAL(NO, idr_classification_not_before_unix(early, NULL));
    idr_context_free(&deletion);
    idr_classification_free(&early);
    idr_classification_free(&created);
    idr_classification_free(&limited);
}

static void retries(const idr_context *context) {
    idr_classification *found = NULL;
    idr_retry_budget budget = {1, 2};
    idr_delay delay = {1, 2, 3};
    idr_text *text = NULL;
    bool allowed = true;
    CHECK(idr_classify_transport(IDR_TRANSPORT_DNS, context, &found, &error) == IDR_OK);
    FAILS(IDR_UNUSABLE_INPUT, "input.retry_budget", idr_retry_budget_spend(&budget, found, &allowed, &error));
    NULLED(idr_retry_budget_spend(NULL, found, &allowed, &error));
    NULLED(idr_retry_budget_spend(&budget, NULL, &allowed, &error));
    NULLED(idr_retry_budget_spend(&budget, found, NULL, &error));
    CHECK(allowed && budget.available == 2 && idr_retry_budget_is_empty(budget));
    FAILS(IDR_UNUSABLE_INPUT, "input.max_attempts", idr_retry_plan(0, 1, &text, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.max_attempts", idr_retry_plan(UINT32_MAX, 1, &text, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.cap_ms", idr_retry_plan(1, 0, &text, &error));
    NULLED(idr_retry_plan(3, 60000, NULL, &error));
    NEUTRAL(NO, idr_retry_wait(1, 3, 60000, NULL));
    NEUTRAL(NO, idr_retry_wait(0, 3, 60000, &delay));
    NEUTRAL(NO, idr_retry_wait(3, 3, 60000, &delay));
    NEUTRAL(NO, idr_retry_wait(UINT32_MAX, UINT32_MAX, 0, &delay));
    CHECK(text == NULL && delay.max_ms == 2);
    idr_classification_free(&found);
}

void hostile_response(void) {
    idr_context *context = NULL;
    CHECK(idr_context_new(1, &context, &error) == IDR_OK);
    contexts();
    answers(context);
    nothing();
    nowhere(context);
    retries(context);
    idr_context_free(&context);
}
