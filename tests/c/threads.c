/* One policy and many threads, each with a decision of its own; and results that all of them read,
 * whose JSON is written by whoever asks first. */
#include <pthread.h>

#include "check.h"

#define THREADS 8
#define CALLS 500

static const char *bodies[2] = {
    APPROVED,
    "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"DENIED\"}}",
};
static const idr_outcome expected[2] = {IDR_ACCEPT, IDR_REJECT};

typedef struct shared {
    idr_policy *policy;
    idr_context *context;
    idr_decision *decision;
    idr_report *report;
    idr_classification *found;
} shared;

static void *decide(void *all) {
    const shared *s = all;
    idr_decision *decision = NULL;
    CHECK(idr_decision_new(&decision, NULL) == IDR_OK);
    for (int i = 0; i < CALLS; i++) {
        idr_error *error = NULL;
        CHECK(idr_policy_evaluate_into(s->policy, TEXT(bodies[i % 2]), NULL, decision, NULL) == IDR_OK);
        CHECK(idr_decision_outcome(decision) == expected[i % 2] && idr_decision_json(decision).len > 0);
        CHECK(idr_policy_evaluate_into(s->policy, TEXT("{}"), NULL, decision, &error) == IDR_UNUSABLE_BODY);
        CHECK(idr_error_http_status(error) == 400 && idr_decision_outcome(decision) == IDR_NONE);
        idr_error_free(&error);
    }
    idr_decision_free(&decision);
    return NULL;
}

static void *read_all(void *all) {
    const shared *s = all;
    idr_classification *found = NULL;
    for (int i = 0; i < CALLS; i++) {
        CHECK(has(idr_decision_json(s->decision), "\"accept\""));
        CHECK(has(idr_report_json(s->report), "client_id.empty"));
        CHECK(has(idr_classification_json(s->found), "RATE_LIMITED"));
        CHECK(idr_decision_json(s->decision).ptr == idr_decision_json(s->decision).ptr);
        CHECK(idr_classify_transport(IDR_TRANSPORT_DNS, s->context, &found, NULL) == IDR_OK);
        idr_classification_free(&found);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    shared s = {NULL, NULL, NULL, NULL, NULL};
    CHECK(idr_policy_documented(&s.policy, NULL) == IDR_OK && idr_context_new(1, &s.context, NULL) == IDR_OK);
    CHECK(idr_decision_new(&s.decision, NULL) == IDR_OK);
    CHECK(idr_policy_evaluate_into(s.policy, TEXT(APPROVED), NULL, s.decision, NULL) == IDR_OK);
    CHECK(idr_validate_token(TEXT("{\"clientId\":\"\"}"), NULL, &s.report, NULL) == IDR_OK);
    CHECK(idr_classify_response(429, NULL, 0, NULL, 0, 0, s.context, &s.found, NULL) == IDR_OK);
#ifdef __SANITIZE_THREAD__
    /* It does not see the locks inside of the library, so nobody may be the first to ask. */
    read_all(&s);
#endif
    for (int i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, i % 2 == 0 ? decide : read_all, &s) == 0);
    }
    for (int i = 0; i < THREADS; i++) CHECK(pthread_join(threads[i], NULL) == 0);
    idr_classification_free(&s.found);
    idr_report_free(&s.report);
    idr_decision_free(&s.decision);
    idr_context_free(&s.context);
    idr_policy_free(&s.policy);
    puts("ok");
    return 0;
}
