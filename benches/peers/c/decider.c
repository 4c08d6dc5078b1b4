/*
 * Decides as a C program does, with one policy and one decision that is used again, behind two
 * functions that the measuring program loads. A change of the header breaks this, not the bench.
 */
#include <stdlib.h>

#include "idenfy_rules.h"

typedef struct {
    idr_policy *policy;
    idr_decision *decision;
    idr_arrival arrival;
} decider;

/* NULL unless `json` is a policy. */
decider *decider_new(const uint8_t *json, size_t len)
{
    decider *made = calloc(1, sizeof *made);
    if (made && (idr_policy_from_json(json, len, NULL, &made->policy, NULL) != IDR_OK ||
                 idr_decision_new(&made->decision, NULL) != IDR_OK)) {
        free(made);
        return NULL;
    }
    if (made) {
        made->arrival.without_digest = true;
    }
    return made;
}

/* The outcome; IDR_NONE when nothing could be decided. */
uint32_t decider_outcome(decider *decider, const uint8_t *body, size_t len)
{
    idr_policy_evaluate_into(decider->policy, body, len, &decider->arrival, decider->decision,
                             NULL);
    return (uint32_t)idr_decision_outcome(decider->decision);
}
