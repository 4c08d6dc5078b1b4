/* What the receiver is told through the environment; docs/receivers.md lists it. */
#ifndef RECEIVER_SETTINGS_H
#define RECEIVER_SETTINGS_H

#include <idenfy_rules.h>
#include <stdbool.h>

enum { MOST_KEYS = 8 };

struct settings {
    char *key_text; /* what the keys are views of */
    idr_view keys[MOST_KEYS];
    size_t key_count;
    idr_policy *policy;
    const char *database;
    char host[64];
    char port[8];
    unsigned busy_ms;
    unsigned read_ms;
};

/* False, and a line on stderr that shows no key, if something cannot be used. */
bool settings_read(struct settings *settings);
void settings_free(struct settings *settings);

#endif
