/* Reads calls from a pipe and writes their answers, for tests/c/driver.rs.
 *
 * In, on standard input: a count of fields, then each field as a length and its bytes. Out: the
 * status and one field. Numbers are 4 bytes, little-endian; the length 0xffffffff is a field that
 * is not there. Empty input ends the program. */
#include "driver.h"

#define ABSENT 0xffffffffu

static int read_number(uint32_t *number) {
    uint8_t b[4];
    if (fread(b, 1, 4, stdin) != 4) return 0;
    *number = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
    return 1;
}

static void write_number(uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) putchar((int)(number >> shift & 0xff));
}

static void *allocated(size_t size) {
    void *memory = malloc(size > 0 ? size : 1);
    if (memory == NULL) abort();
    return memory;
}

static int read_call(call *c) {
    memset(c, 0, sizeof *c);
    if (!read_number(&c->count)) return 0;
    CHECK(c->count <= FIELDS);
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t length;
        CHECK(read_number(&length));
        if (length == ABSENT) continue;
        uint8_t *memory = allocated(length);
        CHECK(fread(memory, 1, length, stdin) == length);
        c->field[i].ptr = memory;
        c->field[i].len = length;
    }
    return 1;
}

int main(void) {
    idr_decision *decision = NULL;
    call c;
    if (idr_decision_new(&decision, NULL) != IDR_OK) return 1;
    while (read_call(&c)) {
        write_number(answer(&c, decision));
        write_number((uint32_t)c.answer.len);
        if (c.answer.len > 0) fwrite(c.answer.text, 1, c.answer.len, stdout);
        fflush(stdout);
        free(c.answer.text);
        for (uint32_t i = 0; i < c.count; i++) free((void *)c.field[i].ptr);
    }
    idr_decision_free(&decision);
    return 0;
}
