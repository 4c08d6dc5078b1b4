/* One policy, many threads, one decision each. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "idenfy_rules.h"

#define THREADS 8
#define CALLS 500

static const char *bodies[2] = {
    "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}",
    "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"DENIED\"}}",
};
static const idr_outcome expected[2] = {IDR_ACCEPT, IDR_REJECT};

static void *decide(void *policy) {
    idr_decision *decision = NULL;
    void *fault = policy;
    if (idr_decision_new(&decision, NULL) != IDR_OK) return fault;
    for (int i = 0; i < CALLS; i++) {
        const char *body = bodies[i % 2];
        idr_status status = idr_policy_evaluate_into(policy, (const uint8_t *)body, strlen(body), NULL, 0, 0, 0, 0,
                                                     decision, NULL);
        if (status != IDR_OK || idr_decision_outcome(decision) != expected[i % 2]) break;
        if (idr_decision_json(decision).len == 0) break;
        if (i == CALLS - 1) fault = NULL;
    }
    idr_decision_free(&decision);
    return fault;
}

int main(void) {
    idr_policy *policy = NULL;
    pthread_t threads[THREADS];
    int faults = 0;
    if (idr_policy_documented(&policy) != IDR_OK) return 1;
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, decide, policy) != 0) return 1;
    }
    for (int i = 0; i < THREADS; i++) {
        void *fault = NULL;
        pthread_join(threads[i], &fault);
        faults += fault != NULL;
    }
    idr_policy_free(&policy);
    puts(faults == 0 ? "ok" : "fault");
    return faults;
}
