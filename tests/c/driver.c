/* Runs calls for a test in another language. It moves bytes and knows nothing of JSON.
 *
 * In, on standard input: a count of fields, then each field as a length and its bytes. Out: the
 * status and one field. Numbers are 4 bytes, little-endian; the length 0xffffffff is a field that
 * is not there. The first field names the call; empty input ends the program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "idenfy_rules.h"

#define FIELDS 128
#define ABSENT 0xffffffffu

typedef struct call {
    idr_view field[FIELDS];
    uint32_t count;
    idr_error *error;
    char *answer;
    size_t answer_len;
} call;

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
    if (c->count > FIELDS) abort();
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t length;
        if (!read_number(&length)) abort();
        if (length == ABSENT) continue;
        uint8_t *bytes = allocated(length);
        if (fread(bytes, 1, length, stdin) != length) abort();
        c->field[i].ptr = bytes;
        c->field[i].len = length;
    }
    return 1;
}

static void add(call *c, idr_view part) {
    char *longer = realloc(c->answer, c->answer_len + part.len + 1);
    if (longer == NULL) abort();
    if (part.len > 0) memcpy(longer + c->answer_len, part.ptr, part.len);
    c->answer = longer;
    c->answer_len += part.len;
}

static void add_text(call *c, const char *text) {
    idr_view part = {(const uint8_t *)text, strlen(text)};
    add(c, part);
}

/* A number field: decimal digits. */
static uint32_t number(const call *c, uint32_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < c->field[at].len; i++) value = value * 10 + (uint32_t)(c->field[at].ptr[i] - '0');
    return value;
}

static int is(idr_view view, const char *text) {
    return view.len == strlen(text) && memcmp(view.ptr, text, view.len) == 0;
}

static idr_status load(call *c, idr_view named, idr_policy *base, idr_policy **policy) {
    if (is(named, "documented")) return idr_policy_documented(policy);
    if (is(named, "strict")) return idr_policy_strict(policy);
    return idr_policy_from_json(named.ptr, named.len, base, policy, &c->error);
}

/* body, profile */
static idr_status token(call *c) {
    idr_profile *profile = NULL;
    idr_report *report = NULL;
    idr_view *f = c->field;
    idr_status status = idr_profile_from_json(f[2].ptr, f[2].len, &profile, &c->error);
    if (status == IDR_OK) status = idr_validate_token(f[1].ptr, f[1].len, profile, &report, &c->error);
    if (status == IDR_OK) add(c, idr_report_json(report));
    if (status == IDR_OK && !idr_report_is_valid(report) && idr_report_count(report) == 0) abort();
    idr_report_free(&report);
    idr_profile_free(&profile);
    return status;
}

/* context, status, transport, body, then name and value of each header */
static idr_status response(call *c) {
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_header headers[FIELDS];
    size_t count = 0;
    idr_view *f = c->field;
    for (uint32_t i = 5; i + 1 < c->count; i += 2, count++) {
        headers[count].name = f[i];
        headers[count].value = f[i + 1];
    }
    idr_status status = idr_context_from_json(f[1].ptr, f[1].len, &context, &c->error);
    if (status == IDR_OK && f[2].ptr == NULL) {
        status = idr_classify_transport(number(c, 3), context, &found, &c->error);
    } else if (status == IDR_OK) {
        status = idr_classify_response((uint16_t)number(c, 2), headers, count, f[4].ptr, f[4].len, number(c, 3),
                                       context, &found, &c->error);
    }
    if (status == IDR_OK) add(c, idr_classification_json(found));
    idr_classification_free(&found);
    idr_context_free(&context);
    return status;
}

/* body, header, then the keys */
static idr_status signature(call *c) {
    idr_view *f = c->field;
    return idr_verify_signature(f[1].ptr, f[1].len, f[2].ptr, f[2].len, f + 3, c->count - 3, &c->error);
}

/* body, header, then the keys */
static idr_status diagnosis(call *c) {
    idr_view *f = c->field;
    idr_text *text = NULL;
    idr_status status =
        idr_diagnose_signature(f[1].ptr, f[1].len, f[2].ptr, f[2].len, f + 3, c->count - 3, &text, &c->error);
    if (status == IDR_OK) add(c, idr_text_view(text));
    idr_text_free(&text);
    return status;
}

/* document, base */
static idr_status policy(call *c) {
    idr_policy *base = NULL, *policy = NULL;
    idr_status status = c->field[2].ptr == NULL ? IDR_OK : load(c, c->field[2], NULL, &base);
    if (status == IDR_OK) status = load(c, c->field[1], base, &policy);
    if (status == IDR_OK) {
        add(c, idr_policy_name(policy));
        add_text(c, "\n");
        add(c, idr_policy_revision(policy));
        add_text(c, "\n");
        add(c, idr_policy_fingerprint(policy));
        for (size_t i = 0; i < idr_policy_rule_count(policy); i++) {
            add_text(c, "\n");
            add(c, idr_policy_rule(policy, i));
        }
    }
    idr_policy_free(&policy);
    idr_policy_free(&base);
    return status;
}

/* Fields of a webhook: policy, body, event, year, month, day, signature, key. Without a key it is
 * evaluated, with one it is received. */
static idr_status decide(call *c, idr_decision *decision) {
    idr_policy *policy = NULL;
    idr_view *f = c->field;
    idr_status status = load(c, f[1], NULL, &policy);
    if (status == IDR_OK && f[8].ptr == NULL) {
        status = idr_policy_evaluate_into(policy, f[2].ptr, f[2].len, f[3].ptr, f[3].len, number(c, 4), number(c, 5),
                                          number(c, 6), decision, &c->error);
    } else if (status == IDR_OK) {
        status = idr_policy_receive_into(policy, f[2].ptr, f[2].len, f[7].ptr, f[7].len, &f[8], 1, f[3].ptr, f[3].len,
                                         number(c, 4), number(c, 5), number(c, 6), decision, &c->error);
    }
    if ((idr_decision_json(decision).ptr == NULL) != (status != IDR_OK)) abort();
    idr_policy_free(&policy);
    return status;
}

static idr_status webhook(call *c, idr_decision *decision) {
    idr_status status = decide(c, decision);
    if (status == IDR_OK) add(c, idr_decision_json(decision));
    return status;
}

/* As for a webhook, then the record so far. */
static idr_status history(call *c, idr_decision *decision) {
    idr_record *record = NULL;
    idr_transition *transition = NULL;
    idr_view stored = c->field[9];
    idr_status status = decide(c, decision);
    if (status == IDR_OK && stored.ptr != NULL) {
        status = idr_record_from_json(stored.ptr, stored.len, &record, &c->error);
    }
    if (status == IDR_OK) status = idr_reconcile(record, decision, &transition, &c->error);
    if (status == IDR_OK) {
        add(c, idr_transition_json(transition));
        add_text(c, "\n");
        add(c, idr_record_json(idr_transition_record(transition)));
    }
    idr_transition_free(&transition);
    idr_record_free(&record);
    return status;
}

/* As for a webhook. */
static idr_status explain(call *c) {
    idr_policy *policy = NULL;
    idr_text *text = NULL;
    idr_view *f = c->field;
    idr_status status = load(c, f[1], NULL, &policy);
    if (status == IDR_OK) {
        status = idr_policy_explain(policy, f[2].ptr, f[2].len, f[3].ptr, f[3].len, number(c, 4), number(c, 5),
                                    number(c, 6), &text, &c->error);
    }
    if (status == IDR_OK) add(c, idr_text_view(text));
    idr_text_free(&text);
    idr_policy_free(&policy);
    return status;
}

/* body, event, pointer: the whole content, then the member */
static idr_status delivery(call *c) {
    idr_delivery *delivery = NULL;
    idr_text *member = NULL;
    idr_view *f = c->field;
    idr_status status = idr_delivery_parse(f[1].ptr, f[1].len, f[2].ptr, f[2].len, &delivery, &c->error);
    if (status == IDR_OK) status = idr_delivery_member(delivery, f[3].ptr, f[3].len, &member, &c->error);
    if (status == IDR_OK) {
        add(c, idr_delivery_json(delivery));
        add_text(c, "\n");
        add(c, idr_text_view(member));
    }
    idr_text_free(&member);
    idr_delivery_free(&delivery);
    return status;
}

static idr_status answer(call *c, idr_decision *decision) {
    idr_view name = c->field[0];
    if (is(name, "token")) return token(c);
    if (is(name, "response")) return response(c);
    if (is(name, "signature")) return signature(c);
    if (is(name, "diagnosis")) return diagnosis(c);
    if (is(name, "policy")) return policy(c);
    if (is(name, "webhook")) return webhook(c, decision);
    if (is(name, "history")) return history(c, decision);
    if (is(name, "explain")) return explain(c);
    if (is(name, "delivery")) return delivery(c);
    abort();
}

int main(void) {
    idr_decision *decision = NULL;
    call c;
    if (idr_decision_new(&decision, NULL) != IDR_OK) return 1;
    while (read_call(&c)) {
        idr_status status = answer(&c, decision);
        if ((c.error == NULL) != (status == IDR_OK)) abort();
        if (status != IDR_OK) {
            c.answer_len = 0;
            add(&c, idr_error_code(c.error));
            add_text(&c, "\n");
            add(&c, idr_error_pointer(c.error));
            add_text(&c, "\n");
            add(&c, idr_error_text(c.error));
        }
        write_number(status);
        write_number((uint32_t)c.answer_len);
        fwrite(c.answer, 1, c.answer_len, stdout);
        fflush(stdout);
        idr_error_free(&c.error);
        free(c.answer);
        for (uint32_t i = 0; i < c.count; i++) free((void *)c.field[i].ptr);
    }
    idr_decision_free(&decision);
    return 0;
}
