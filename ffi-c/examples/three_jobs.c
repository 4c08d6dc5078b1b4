/* The three jobs in C: validate, classify, decide. The Makefile and the CMakeLists.txt beside this
 * file build it; it prints what expected.txt holds. */
#include <idenfy_rules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs.h"

/* A text as the two arguments that go into the library, and a view as the two of "%.*s". */
#define BYTES(text) (const uint8_t *)(text), strlen(text)
#define SHOWN(view) (int)(view).len, (view).ptr == NULL ? "" : (const char *)(view).ptr

/* The retry policy: the vendor's own example. */
enum { MOST_ATTEMPTS = 3, LONGEST_WAIT_MS = 60000 };

/* For calls that fail only when this program is wrong: says why, and ends it. */
static void must(idr_status status, idr_error **error) {
    if (status == IDR_OK) return;
    fprintf(stderr, "%.*s: %.*s\n", SHOWN(idr_error_code(*error)), SHOWN(idr_error_text(*error)));
    idr_error_free(error);
    exit(EXIT_FAILURE);
}

/* Job 1: will the API take this request? A faulty request is a finding, not a failed call. */
static void validate(void) {
    idr_report *report = NULL;
    idr_error *error = NULL;
    must(idr_validate_token(BYTES(REQUEST), NULL, &report, &error), &error);

    printf("validate: %s\n", idr_report_is_valid(report) ? "send it" : "do not send it");
    for (size_t i = 0; i < idr_report_count(report); i++) {
        printf("  %.*s at %.*s: %.*s\n", SHOWN(idr_severity_text(idr_report_severity(report, i))),
               SHOWN(idr_report_pointer(report, i)), SHOWN(idr_report_code(report, i)));
    }
    idr_report_free(&report);
}

/* Asks what the answer to an attempt means. `lost` says whether an earlier answer was lost. */
static idr_classification *classified(const struct answer *answer, uint32_t attempt, bool lost,
                                      idr_retry_budget budget) {
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_error *error = NULL;
    must(idr_context_new(attempt, &context, &error), &error);
    must(idr_context_set_max_attempts(context, MOST_ATTEMPTS, &error), &error);
    must(idr_context_set_client_id(context, BYTES("c-1"), &error), &error);
    must(idr_context_set_previous_outcome_unknown(context, lost, &error), &error);
    const bool spent = idr_retry_budget_is_empty(budget);
    must(idr_context_set_retry_budget_empty(context, spent, &error), &error);
    /* Yours is random, so that not everybody comes back at the same moment. */
    must(idr_context_set_jitter(context, 0.5, &error), &error);
    must(idr_classify_response(answer->status, NULL, 0, BYTES(answer->body), IDR_TRANSPORT_NONE,
                               context, &found, &error), &error);
    idr_context_free(&context);
    return found;
}

/* Whether to try again, after the wait that the answer asks for. */
static bool try_again(const idr_classification *found, idr_retry_budget *budget) {
    bool allowed = false;
    idr_delay delay = {0, 0, 0};
    idr_error *error = NULL;
    must(idr_retry_budget_spend(budget, found, &allowed, &error), &error);
    if (!allowed || !idr_classification_delay(found, &delay)) return false;
    /* Your program sleeps here. */
    printf("    wait %llu ms\n", (unsigned long long)delay.ms);
    return true;
}

/* Job 2: what does each answer ask of us? */
static void classify(void) {
    idr_delay wait = {0, 0, 0};
    printf("classify: at most %d attempts", MOST_ATTEMPTS);
    for (uint32_t attempt = 1; idr_retry_wait(attempt, MOST_ATTEMPTS, LONGEST_WAIT_MS, &wait);
         attempt++) {
        printf(", a wait of %llu to %llu ms", (unsigned long long)wait.min_ms,
               (unsigned long long)wait.max_ms);
    }
    printf("\n");

    idr_retry_budget budget = {500, 500}; /* one for the whole program */
    bool lost = false, again = true;
    for (uint32_t attempt = 1; again && attempt <= COUNT(ANSWERS); attempt++) {
        const struct answer *answer = &ANSWERS[attempt - 1];
        idr_classification *found = classified(answer, attempt, lost, budget);
        printf("  attempt %u, HTTP %u: %.*s, %.*s\n", (unsigned)attempt, (unsigned)answer->status,
               SHOWN(idr_action_text(idr_classification_action(found))),
               SHOWN(idr_classification_reason(found)));
        if (idr_classification_action(found) == IDR_ACTION_PROCEED) {
            printf("    store scanRef %.*s\n", SHOWN(idr_classification_scan_ref(found)));
        }
        again = try_again(found, &budget);
        lost = lost || idr_classification_outcome_unknown(found);
        idr_classification_free(&found);
    }
}

/* Says for the audit log which rules decided, on what, and what each rule of the policy says. */
static void explain(const idr_policy *policy, const struct webhook *webhook,
                    const idr_arrival *arrival, const idr_decision *decision) {
    idr_text *explanation = NULL;
    idr_error *error = NULL;
    for (size_t i = 0; i < idr_decision_rule_count(decision); i++) {
        printf("    by rule %.*s\n", SHOWN(idr_decision_rule(decision, i)));
    }
    for (size_t i = 0; i < idr_decision_flag_count(decision); i++) {
        printf("    flag %.*s, of class %.*s\n", SHOWN(idr_decision_flag_tag(decision, i)),
               SHOWN(idr_decision_flag_class(decision, i)));
    }
    must(idr_policy_explain(policy, BYTES(webhook->body), arrival, &explanation, &error), &error);
    idr_view json = idr_text_view(explanation); /* long: only its beginning is shown here */
    if (json.len > 42) json.len = 42;
    printf("    because %.*s...\n", SHOWN(json));
    idr_text_free(&explanation);
}

/* Folds the decision into the stored record, which is JSON, and puts the new one in its place. */
static void reconcile(const idr_decision *decision, char **stored) {
    idr_record *previous = NULL;
    idr_transition *transition = NULL;
    idr_error *error = NULL;
    if (*stored != NULL) must(idr_record_from_json(BYTES(*stored), &previous, &error), &error);
    must(idr_reconcile(previous, decision, &transition, &error), &error);

    const idr_record *record = idr_transition_record(transition);
    printf("    %.*s: ", SHOWN(idr_transition_kind_text(idr_transition_kind_of(transition))));
    if (idr_transition_act(transition)) {
        printf("%.*s\n", SHOWN(idr_outcome_text(idr_record_outcome(record))));
    } else {
        printf("nothing to do\n");
    }
    const idr_view json = idr_record_json(record);
    char *copy = realloc(*stored, json.len + 1);
    if (copy == NULL) exit(EXIT_FAILURE);
    memcpy(copy, json.ptr, json.len);
    copy[json.len] = '\0';
    *stored = copy;

    idr_transition_free(&transition);
    idr_record_free(&previous);
}

/* Job 3: is this webhook genuine, and what does it mean for the person? */
static void receive(const idr_policy *policy, const struct webhook *webhook, idr_decision *decision,
                    char **stored) {
    const idr_view key = {BYTES(SIGNING_KEY)};
    const idr_arrival arrival = {.event_type = {BYTES(webhook->event)}};
    idr_error *error = NULL;
    const idr_status status =
        idr_policy_receive_into(policy, BYTES(webhook->body), BYTES(webhook->signature), &key, 1,
                                &arrival, decision, &error);
    if (status != IDR_OK) {
        printf("  answer HTTP %u: %.*s\n", (unsigned)idr_error_http_status(error),
               SHOWN(idr_error_code(error)));
        idr_error_free(&error);
        return;
    }
    printf("  answer HTTP %u: %.*s\n", (unsigned)idr_decision_http_status(decision),
           SHOWN(idr_outcome_text(idr_decision_outcome(decision))));
    if (idr_decision_rule_count(decision) > 0) explain(policy, webhook, &arrival, decision);
    reconcile(decision, stored);
}

static void decide(void) {
    idr_policy *policy = NULL;     /* loaded once, for all threads */
    idr_decision *decision = NULL; /* used again and again, by one thread at a time */
    idr_error *error = NULL;
    char *stored = NULL; /* your database, which has one record for each scanRef */
    must(idr_policy_strict(&policy, &error), &error);
    must(idr_decision_new(&decision, &error), &error);

    printf("decide: policy %.*s\n", SHOWN(idr_policy_name(policy)));
    for (size_t i = 0; i < COUNT(WEBHOOKS); i++) receive(policy, &WEBHOOKS[i], decision, &stored);

    free(stored);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
}

int main(void) {
    if (idr_abi_version() != IDR_ABI_VERSION) {
        fprintf(stderr, "built with another idenfy_rules.h than the library that runs\n");
        return EXIT_FAILURE;
    }
    validate();
    classify();
    decide();
    return EXIT_SUCCESS;
}
