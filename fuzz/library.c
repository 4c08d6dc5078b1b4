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

/* Every field in memory of its own, so that reading past its end is seen. */
static void split(call *c, const uint8_t *input, size_t size) {
    memset(c, 0, sizeof *c);
    const uint8_t *end = input + size;
    for (const uint8_t *from = input; c->count < FIELDS && from <= end; c->count++) {
        const uint8_t *to = from < end ? memchr(from, SEPARATOR, (size_t)(end - from)) : NULL;
        if (to == NULL) to = end;
        size_t length = (size_t)(to - from);
        if (length > 0) {
            uint8_t *memory = malloc(length);
            if (memory == NULL) abort();
            memcpy(memory, from, length);
            c->field[c->count] = (idr_view){memory, length};
        }
        from = to + 1;
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
    if (c.count >= 4 && is_call(&c)) {
        answer(&c, decision);
        idr_view whole = {(const uint8_t *)c.answer.text, c.answer.len};
        /* What driver.c writes when the accessors say something else than the form. */
        if (has(whole, "by its accessors: ")) abort();
    }
    free(c.answer.text);
    for (uint32_t i = 0; i < FIELDS; i++) free((void *)c.field[i].ptr);
    return 0;
}
