/* What the programs that test the C library share. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "idenfy_rules.h"

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            exit(1); \
        } \
    } while (0)

static inline const uint8_t *bytes(const char *text) { return (const uint8_t *)text; }

/* A text as two arguments. */
#define TEXT(text) bytes(text), strlen(text)

static inline int is(idr_view view, const char *text) {
    return view.ptr != NULL && view.len == strlen(text) && memcmp(view.ptr, text, view.len) == 0;
}

static inline int has(idr_view view, const char *part) {
    size_t length = strlen(part);
    for (size_t at = 0; view.ptr != NULL && at + length <= view.len; at++) {
        if (memcmp(view.ptr + at, part, length) == 0) return 1;
    }
    return 0;
}

static inline int absent(idr_view view) { return view.ptr == NULL && view.len == 0; }

#define APPROVED "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}"

#endif
