/* How the forms are put together: object by object, in the order of the library. */
#include "forms.h"

#include <inttypes.h>

#include "check.h"

void form_bytes(form *f, idr_view part) {
    char *longer = realloc(f->text, f->len + part.len + 1);
    if (longer == NULL) abort();
    if (part.len > 0) memcpy(longer + f->len, part.ptr, part.len);
    f->text = longer;
    f->len += part.len;
}

void form_text(form *f, const char *text) {
    idr_view part = {(const uint8_t *)text, strlen(text)};
    form_bytes(f, part);
}

/* What a string of JSON holds for this byte; itself if `shown` stays empty. */
static void escaped(uint8_t byte, char shown[8]) {
    const char *letters = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *pair = letters; *pair != '\0'; pair += 2) {
        if ((uint8_t)pair[0] == byte) {
            snprintf(shown, 8, "\\%c", pair[1]);
            return;
        }
    }
    shown[0] = '\0';
    if (byte < 0x20) snprintf(shown, 8, "\\u%04x", byte);
}

/* A text or null. */
static void value(form *f, idr_view text) {
    if (text.ptr == NULL) {
        form_text(f, "null");
        return;
    }
    form_text(f, "\"");
    for (size_t i = 0; i < text.len; i++) {
        char shown[8];
        idr_view plain = {text.ptr + i, 1};
        escaped(text.ptr[i], shown);
        if (shown[0] != '\0') form_text(f, shown);
        else form_bytes(f, plain);
    }
    form_text(f, "\"");
}

static void key(form *f, const char *name) {
    if (f->len > 0 && f->text[f->len - 1] != '{') form_text(f, ",");
    form_text(f, "\"");
    form_text(f, name);
    form_text(f, "\":");
}

static void text(form *f, const char *name, idr_view view) {
    key(f, name);
    value(f, view);
}

static void flag(form *f, const char *name, bool on) {
    key(f, name);
    form_text(f, on ? "true" : "false");
}

/* Digits of a number, with its sign, or null. */
static void signed_number(form *f, const char *name, bool is_there, int64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    key(f, name);
    form_text(f, is_there ? digits : "null");
}

static void number(form *f, const char *name, bool is_there, uint64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRIu64, number);
    key(f, name);
    form_text(f, is_there ? digits : "null");
}

static void mark(form *f, const char *name, idr_final final) {
    const char *words[] = {"null", "false", "true"};
    key(f, name);
    form_text(f, words[final]);
}

/* Between the items of a list. */
static void next(form *f, size_t index) {
    if (index > 0) form_text(f, ",");
}

static void pointers(form *f, const idr_classification *found) {
    key(f, "pointers");
    form_text(f, "[");
    for (size_t i = 0; i < idr_classification_pointer_count(found); i++) {
        next(f, i);
        value(f, idr_classification_pointer(found, i));
    }
    form_text(f, "]");
}

/* The struct tells `max_ms` where the form tells null. */
static void delay(form *f, const idr_classification *found, bool drawn) {
    idr_delay delay;
    key(f, "delay");
    if (!idr_classification_delay(found, &delay)) {
        form_text(f, "null");
        return;
    }
    form_text(f, "{");
    number(f, "min_ms", true, delay.min_ms);
    number(f, "max_ms", true, delay.max_ms);
    number(f, "ms", drawn, delay.ms);
    form_text(f, "}");
    if (!drawn && delay.ms != delay.max_ms) abort();
}

static void times(form *f, const idr_classification *found) {
    uint64_t seconds = 0, pacing = 0;
    int64_t moment = 0;
    bool is_there = idr_classification_retry_after_s(found, &seconds);
    number(f, "retry_after_s", is_there, seconds);
    is_there = idr_classification_not_before_unix(found, &moment);
    signed_number(f, "not_before_unix", is_there, moment);
    is_there = idr_classification_pacing_ms(found, &pacing);
    number(f, "pacing_ms", is_there, pacing);
}

void form_classification(form *f, const idr_classification *found, idr_view like) {
    uint16_t status = idr_classification_http_status(found);
    form_text(f, "{");
    text(f, "action", idr_action_text(idr_classification_action(found)));
    text(f, "reason", idr_classification_reason(found));
    text(f, "escalate_to", idr_escalate_to_text(idr_classification_escalate_to(found)));
    pointers(f, found);
    flag(f, "retryable", idr_classification_retryable(found));
    delay(f, found, !has(like, "\"ms\":null"));
    times(f, found);
    flag(f, "outcome_unknown", idr_classification_outcome_unknown(found));
    text(f, "underlying", idr_classification_underlying(found));
    flag(f, "disagreement", idr_classification_disagreement(found));
    number(f, "status", !has(like, "\"status\":null"), status);
    text(f, "identifier", idr_classification_identifier(found));
    text(f, "hint", idr_classification_hint(found));
    form_text(f, "}");
}

static void undecided(form *f, const idr_decision *d) {
    key(f, "undecided");
    form_text(f, "[");
    for (size_t i = 0; i < idr_decision_undecided_count(d); i++) {
        next(f, i);
        form_text(f, "{");
        text(f, "rule", idr_decision_undecided_rule(d, i));
        key(f, "facts");
        form_text(f, "[");
        for (size_t j = 0; j < idr_decision_undecided_fact_count(d, i); j++) {
            next(f, j);
            value(f, idr_decision_undecided_fact(d, i, j));
        }
        form_text(f, "]}");
    }
    form_text(f, "]");
}

static void rules_and_flags(form *f, const idr_decision *d) {
    key(f, "rules");
    form_text(f, "[");
    for (size_t i = 0; i < idr_decision_rule_count(d); i++) {
        next(f, i);
        value(f, idr_decision_rule(d, i));
    }
    form_text(f, "]");
    undecided(f, d);
    key(f, "flags");
    form_text(f, "[");
    for (size_t i = 0; i < idr_decision_flag_count(d); i++) {
        form_text(f, i > 0 ? ",{" : "{");
        text(f, "tag", idr_decision_flag_tag(d, i));
        text(f, "kind", idr_decision_flag_kind(d, i));
        text(f, "class", idr_decision_flag_class(d, i));
        form_text(f, "}");
    }
    form_text(f, "]");
}

static void unknown_and_notice(form *f, const idr_decision *d) {
    key(f, "unknown");
    form_text(f, "[");
    for (size_t i = 0; i < idr_decision_unknown_count(d); i++) {
        form_text(f, i > 0 ? ",{" : "{");
        text(f, "fact", idr_decision_unknown_fact(d, i));
        text(f, "word", idr_decision_unknown_word(d, i));
        form_text(f, "}");
    }
    form_text(f, "]");
    key(f, "notice");
    if (!idr_decision_is_notice(d)) {
        form_text(f, "null");
        return;
    }
    form_text(f, "{");
    text(f, "product", idr_decision_notice_product(d));
    flag(f, "attention", idr_decision_notice_attention(d));
    form_text(f, "}");
}

void form_decision(form *f, const idr_decision *d) {
    form_text(f, "{");
    number(f, "format", true, 1);
    text(f, "outcome", idr_outcome_text(idr_decision_outcome(d)));
    text(f, "lifecycle", idr_lifecycle_text(idr_decision_lifecycle(d)));
    rules_and_flags(f, d);
    unknown_and_notice(f, d);
    text(f, "scan_ref", idr_decision_scan_ref(d));
    text(f, "event", idr_decision_event(d));
    mark(f, "final", idr_decision_final(d));
    flag(f, "verified", idr_decision_verified(d));
    text(f, "body_sha256", idr_decision_body_sha256(d));
    key(f, "policy");
    form_text(f, "{");
    text(f, "name", idr_decision_policy_name(d));
    text(f, "revision", idr_decision_policy_revision(d));
    text(f, "fingerprint", idr_decision_policy_fingerprint(d));
    text(f, "vocabulary", idr_decision_policy_vocabulary(d));
    form_text(f, "}");
    text(f, "next_step", idr_next_step_text(idr_decision_next_step(d)));
    number(f, "http_status", true, idr_decision_http_status(d));
    form_text(f, "}");
}

void form_record(form *f, const idr_record *r) {
    idr_outcome closed = idr_record_closed(r);
    idr_view none = {NULL, 0};
    form_text(f, "{");
    number(f, "format", true, 1);
    text(f, "scan_ref", idr_record_scan_ref(r));
    text(f, "outcome", idr_outcome_text(idr_record_outcome(r)));
    mark(f, "final", idr_record_final(r));
    flag(f, "verified", idr_record_verified(r));
    text(f, "event", idr_record_event(r));
    text(f, "lifecycle", idr_lifecycle_text(idr_record_lifecycle(r)));
    text(f, "closed", closed == IDR_NONE ? none : idr_outcome_text(closed));
    key(f, "seen");
    form_text(f, "[");
    for (size_t i = 0; i < idr_record_seen_count(r); i++) {
        next(f, i);
        value(f, idr_record_seen(r, i));
    }
    form_text(f, "]");
    key(f, "policy");
    form_text(f, "{");
    text(f, "name", idr_record_policy_name(r));
    text(f, "revision", idr_record_policy_revision(r));
    text(f, "fingerprint", idr_record_policy_fingerprint(r));
    text(f, "vocabulary", idr_record_policy_vocabulary(r));
    form_text(f, "}");
    flag(f, "conflict", idr_record_conflict(r));
    flag(f, "reopened", idr_record_reopened(r));
    flag(f, "erased", idr_record_erased(r));
    form_text(f, "}");
}

void form_transition(form *f, const idr_transition *transition) {
    form_text(f, "{");
    text(f, "kind", idr_transition_kind_text(idr_transition_kind_of(transition)));
    key(f, "record");
    form_record(f, idr_transition_record(transition));
    flag(f, "act", idr_transition_act(transition));
    form_text(f, "}");
}

void form_diagnosis(form *f, const idr_diagnosis *diagnosis) {
    form_text(f, "{");
    text(f, "cause", idr_diagnosis_cause(diagnosis));
    text(f, "hint", idr_diagnosis_hint(diagnosis));
    form_text(f, "}");
}
