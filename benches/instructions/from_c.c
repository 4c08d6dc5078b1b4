/*
 * The hot path as a C program takes it, for check.py beside this file: one policy, one decision
 * that is used again. `from_c FOLDER` decides every webhook of FOLDER once to warm up and once
 * inside counted(), and prints how many that was.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "idenfy_rules.h"

enum { MOST_BYTES = 1 << 20 };

typedef struct {
    idr_policy *policy;
    idr_decision *decision;
    idr_arrival arrival;
    const char *webhooks;
} run;

static size_t read_file(const char *folder, const char *name, char *into)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        exit(2);
    }
    size_t len = fread(into, 1, MOST_BYTES - 1, file);
    fclose(file);
    into[len] = '\0';
    return len;
}

static int decide(run *run)
{
    int decided = 0;
    const char *line = run->webhooks;
    for (const char *end; (end = strchr(line, '\n')); line = end + 1, decided++) {
        idr_status status =
            idr_policy_evaluate_into(run->policy, (const uint8_t *)line, (size_t)(end - line),
                                     &run->arrival, run->decision, NULL);
        if (status != IDR_OK || idr_decision_outcome(run->decision) == IDR_NONE) {
            exit(3);
        }
    }
    return decided;
}

__attribute__((noinline)) static int counted(run *run)
{
    return decide(run);
}

int main(int argc, char **argv)
{
    static char policy[MOST_BYTES], webhooks[MOST_BYTES];
    run run = {.arrival = {.without_digest = true}, .webhooks = webhooks};
    if (argc != 2) {
        return 1;
    }
    size_t len = read_file(argv[1], "rules-10/policy.json", policy);
    read_file(argv[1], "webhooks.ndjson", webhooks);
    if (idr_policy_from_json((const uint8_t *)policy, len, NULL, &run.policy, NULL) != IDR_OK ||
        idr_decision_new(&run.decision, NULL) != IDR_OK) {
        return 4;
    }
    decide(&run);
    printf("%d\n", counted(&run));
    idr_decision_free(&run.decision);
    idr_policy_free(&run.policy);
    return 0;
}
