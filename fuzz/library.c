/* Any bytes through the C library: the calls of tests/c/driver.c, with fields that ASan watches.
 *
 * An input is fields with the byte 0x1e between them: the name of a call, then what it takes. A
 * field that is empty is not there: NULL, with length 0. */
#include "driver.h"

#define SEPARATOR 0x1e
/* So many fields are read, absent ones too, by the call that takes the most. */
#define LEAST 10

/* The calls, and where one of its fields is a choice: the choices. */
static const struct {
    const char *name;
    size_t at;
    const char *choices[5];
} calls[] = {
    {"analysed", 1, {"lint", "prove", "diff", "diff_recorded"}},
    {"token", 0, {NULL}},
    {"response", 0, {NULL}},
    {"signature", 0, {NULL}},
    {"diagnosis", 0, {NULL}},
    {"policy", 0, {NULL}},
    {"webhook", 0, {NULL}},
    {"receive", 0, {NULL}},
    {"history", 0, {NULL}},
    {"explain", 0, {NULL}},
    {"delivery", 0, {NULL}},
    {"shown", 2, {"markdown", "html", "mermaid"}},
    {"tested", 0, {NULL}},
    {"lint", 1, {"webhook_url", "iframe", "credentials", "receiver", "missing_webhook"}},
    {"outgoing", 1, {"basic_auth", "redirect_url", "iframe_tag"}},
};

static int is_call(const call *c) {
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        if (!is(c->field[0], calls[i].name)) continue;
        if (calls[i].at == 0) return 1;
        for (size_t j = 0; j < 5 && calls[i].choices[j] != NULL; j++) {
            if (is(c->field[calls[i].at], calls[i].choices[j])) return 1;
        }
    }
    return 0;
}

/* In memory of its own, so that reading past its end is seen. */
static idr_view owned(const void *bytes, size_t length) {
    uint8_t *memory = malloc(length);
    if (memory == NULL) abort();
    memcpy(memory, bytes, length);
    return (idr_view){memory, length};
}

static void split(call *c, const uint8_t *input, size_t size) {
    memset(c, 0, sizeof *c);
    const uint8_t *end = input + size;
    for (const uint8_t *from = input; c->count < FIELDS && from <= end; c->count++) {
        const uint8_t *to = from < end ? memchr(from, SEPARATOR, (size_t)(end - from)) : NULL;
        if (to == NULL) to = end;
        size_t length = (size_t)(to - from);
        if (length > 0) c->field[c->count] = owned(from, length);
        from = to + 1;
    }
}

/* Few steps and regions of an analysis, whatever is asked for: many short ones find more. */
static void bound(call *c) {
    static const char *const few[] = {"60", "2"};
    for (uint32_t i = 0; i < 2; i++) {
        free((void *)c->field[4 + i].ptr);
        c->field[4 + i] = owned(few[i], strlen(few[i]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t size) {
    static idr_decision *decision = NULL;
    call c;
    if (decision == NULL && idr_decision_new(&decision, NULL) != IDR_OK) abort();
    split(&c, input, size);
    /* The keys of a signature are counted; all other fields that are not there are absent. */
    if (c.count < LEAST && !is(c.field[0], "signature") && !is(c.field[0], "diagnosis")) c.count = LEAST;
    if (is(c.field[0], "analysed")) bound(&c);
    if (c.count >= 4 && is_call(&c)) {
        answer(&c, decision);
        if (c.differs) abort();
    }
    free(c.answer.text);
    for (uint32_t i = 0; i < FIELDS; i++) free((void *)c.field[i].ptr);
    return 0;
}
