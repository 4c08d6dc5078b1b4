/* Answers calls of a test in another language. It moves bytes and knows nothing of JSON; what it
 * answers with is written from the accessors where they say everything (forms.c).
 *
 * The first field names the call. The calls about policies as such are in driver_policy.c, their
 * analyses in driver_analysis.c, those about an integration in driver_lint.c; driver_main.c reads
 * calls from a pipe, and fuzz/library.c makes them of any bytes. */
#include "driver.h"

void add(call *c, idr_view part) { form_bytes(&c->answer, part); }

void add_line(call *c, idr_view part) {
    form_text(&c->answer, "\n");
    add(c, part);
}

/* The form of the library, which the accessors must be able to write. */
static void add_form(call *c, idr_view library, form *accessors) {
    if (accessors->len != library.len || memcmp(accessors->text, library.ptr, library.len) != 0) {
        c->differs = true;
        form_text(&c->answer, "by its accessors: ");
        form_bytes(&c->answer, (idr_view){(const uint8_t *)accessors->text, accessors->len});
        form_text(&c->answer, "\nby itself: ");
    }
    add(c, library);
    free(accessors->text);
}

uint32_t number(const call *c, uint32_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < c->field[at].len; i++) value = value * 10 + (uint32_t)(c->field[at].ptr[i] - '0');
    return value;
}

idr_status load(call *c, idr_view named, idr_policy *base, idr_policy **policy) {
    if (is(named, "documented")) return idr_policy_documented(policy, &c->error);
    if (is(named, "strict")) return idr_policy_strict(policy, &c->error);
    return idr_policy_from_json(named.ptr, named.len, base, policy, &c->error);
}

void add_report(call *c, const idr_report *report, idr_view (*meaning)(const uint8_t *, size_t)) {
    add(c, idr_report_json(report));
    form_text(&c->answer, idr_report_is_valid(report) ? "\nvalid" : "\nrefused");
    for (size_t i = 0; i < idr_report_count(report); i++) {
        idr_view code = idr_report_code(report, i);
        CHECK(!absent(meaning(code.ptr, code.len)));
        add_line(c, code);
        add_line(c, idr_report_pointer(report, i));
        add_line(c, idr_report_identifier(report, i));
        add_line(c, idr_severity_text(idr_report_severity(report, i)));
        add_line(c, idr_report_message(report, i));
    }
}

/* body, profile */
static idr_status token(call *c) {
    idr_profile *profile = NULL;
    idr_report *report = NULL;
    idr_view *f = c->field;
    idr_status status = idr_profile_from_json(f[2].ptr, f[2].len, &profile, &c->error);
    if (status == IDR_OK) status = idr_validate_token(f[1].ptr, f[1].len, profile, &report, &c->error);
    if (status == IDR_OK) add_report(c, report, idr_token_code_meaning);
    idr_report_free(&report);
    idr_profile_free(&profile);
    return status;
}

/* The parts of a token, which no form holds. */
static void add_token(call *c, const idr_classification *found) {
    uint64_t expiry = 0, session = 0;
    char times[64];
    idr_classification_expiry_time_s(found, &expiry);
    idr_classification_session_length_s(found, &session);
    snprintf(times, sizeof times, "\n%llu %llu", (unsigned long long)expiry, (unsigned long long)session);
    add_line(c, idr_classification_scan_ref(found));
    add_line(c, idr_classification_auth_token(found));
    add_line(c, idr_classification_client_id(found));
    add_line(c, idr_classification_redirect_url(found));
    add_line(c, idr_classification_digit_string(found));
    add_line(c, idr_classification_token_type(found));
    form_text(&c->answer, times);
}

/* context, status, transport, body, then name and value of each header */
static idr_status response(call *c) {
    idr_context *context = NULL;
    idr_classification *found = NULL;
    idr_header headers[FIELDS];
    size_t count = 0;
    idr_view *f = c->field;
    form form = {NULL, 0};
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
    if (status == IDR_OK) {
        form_classification(&form, found, idr_classification_json(found));
        add_form(c, idr_classification_json(found), &form);
        add_token(c, found);
    }
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
    idr_diagnosis *diagnosis = NULL;
    form form = {NULL, 0};
    idr_status status =
        idr_diagnose_signature(f[1].ptr, f[1].len, f[2].ptr, f[2].len, f + 3, c->count - 3, &diagnosis, &c->error);
    if (status == IDR_OK) {
        form_diagnosis(&form, diagnosis);
        add_form(c, idr_diagnosis_json(diagnosis), &form);
    }
    idr_diagnosis_free(&diagnosis);
    return status;
}

/* Fields of a webhook: policy, body, event, year, month, day, signature, key. Without a key it is
 * evaluated, with one it is received. */
static idr_arrival arrived(const call *c) {
    idr_arrival arrival = {c->field[3], number(c, 4), number(c, 5), number(c, 6), false};
    return arrival;
}

/* The decision is used again and again: a policy that does not load leaves the last one there. */
static idr_status decide(call *c, idr_decision *decision) {
    idr_policy *policy = NULL;
    idr_view *f = c->field;
    idr_arrival arrival = arrived(c);
    idr_status status = load(c, f[1], NULL, &policy);
    if (status != IDR_OK) return status;
    if (f[8].ptr == NULL) {
        status = idr_policy_evaluate_into(policy, f[2].ptr, f[2].len, &arrival, decision, &c->error);
    } else {
        status = idr_policy_receive_into(policy, f[2].ptr, f[2].len, f[7].ptr, f[7].len, &f[8], 1, &arrival, decision,
                                         &c->error);
    }
    CHECK(absent(idr_decision_json(decision)) == (status != IDR_OK));
    idr_policy_free(&policy);
    return status;
}

/* The decision, and what its form leaves out. */
static idr_status webhook(call *c, idr_decision *decision) {
    form form = {NULL, 0};
    idr_status status = decide(c, decision);
    if (status == IDR_OK) {
        form_decision(&form, decision);
        add_form(c, idr_decision_json(decision), &form);
        add_line(c, idr_decision_client_id(decision));
        add_line(c, idr_decision_external_ref(decision));
    }
    return status;
}

/* The short form, which takes no day: the decision. */
static idr_status receive(call *c) {
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    idr_view *f = c->field;
    idr_status status = load(c, f[1], NULL, &policy);
    if (status == IDR_OK) {
        status = idr_policy_receive(policy, f[2].ptr, f[2].len, f[7].ptr, f[7].len, f[8].ptr, f[8].len, f[3].ptr,
                                    f[3].len, &decision, &c->error);
    }
    if (status == IDR_OK) add(c, idr_decision_json(decision));
    idr_decision_free(&decision);
    idr_policy_free(&policy);
    return status;
}

/* As for a webhook, then the record so far. */
static idr_status history(call *c, idr_decision *decision) {
    idr_record *record = NULL;
    idr_transition *transition = NULL;
    idr_view stored = c->field[9];
    form form = {NULL, 0};
    idr_status status = decide(c, decision);
    if (status == IDR_OK && stored.ptr != NULL) {
        status = idr_record_from_json(stored.ptr, stored.len, &record, &c->error);
    }
    if (status == IDR_OK) status = idr_reconcile(record, decision, &transition, &c->error);
    if (status == IDR_OK) {
        form_transition(&form, transition);
        add_form(c, idr_transition_json(transition), &form);
        add_line(c, idr_record_json(idr_transition_record(transition)));
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
    idr_arrival arrival = arrived(c);
    idr_status status = load(c, f[1], NULL, &policy);
    if (status == IDR_OK) status = idr_policy_explain(policy, f[2].ptr, f[2].len, &arrival, &text, &c->error);
    if (status == IDR_OK) add(c, idr_text_view(text));
    idr_text_free(&text);
    idr_policy_free(&policy);
    return status;
}

static void add_members(call *c, const idr_delivery *d) {
    const char *marks[] = {"none", "false", "true"};
    idr_view (*const members[])(const idr_delivery *) = {
        idr_delivery_scan_ref,      idr_delivery_client_id,       idr_delivery_external_ref,
        idr_delivery_company_id,    idr_delivery_event,           idr_delivery_notice_product,
        idr_delivery_overall,       idr_delivery_auto_document,   idr_delivery_manual_document,
        idr_delivery_auto_face,     idr_delivery_manual_face,     idr_delivery_platform,
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) add_line(c, members[i](d));
    form_text(&c->answer, "\n");
    form_text(&c->answer, marks[idr_delivery_final(d)]);
    form_text(&c->answer, idr_delivery_is_notice(d) ? " notice" : "");
    form_text(&c->answer, idr_delivery_notice_attention(d) ? " attention" : "");
    for (size_t i = 0; i < idr_delivery_fraud_tag_count(d); i++) add_line(c, idr_delivery_fraud_tag(d, i));
    for (size_t i = 0; i < idr_delivery_mismatch_tag_count(d); i++) add_line(c, idr_delivery_mismatch_tag(d, i));
}

/* body, event, pointer: the whole content, the member, then what has an accessor */
static idr_status delivery(call *c) {
    idr_delivery *delivery = NULL;
    idr_text *member = NULL;
    idr_view *f = c->field;
    idr_status status = idr_delivery_parse(f[1].ptr, f[1].len, f[2].ptr, f[2].len, &delivery, &c->error);
    if (status == IDR_OK) status = idr_delivery_member(delivery, f[3].ptr, f[3].len, &member, &c->error);
    if (status == IDR_OK) {
        add(c, idr_delivery_json(delivery));
        add_line(c, idr_text_view(member));
        add_members(c, delivery);
    }
    idr_text_free(&member);
    idr_delivery_free(&delivery);
    return status;
}

/* Every code and reason of one list with what it says. */
static idr_status codes(call *c) {
    static const struct list {
        size_t (*count)(void);
        idr_view (*name)(size_t);
        idr_view (*says)(const uint8_t *, size_t);
    } lists[] = {
        {idr_token_code_count, idr_token_code, idr_token_code_meaning},
        {idr_lint_code_count, idr_lint_code, idr_lint_code_meaning},
        {idr_signature_code_count, idr_signature_code, idr_signature_code_meaning},
        {idr_webhook_code_count, idr_webhook_code, idr_webhook_code_meaning},
        {idr_policy_code_count, idr_policy_code, idr_policy_code_meaning},
        {idr_test_file_code_count, idr_test_file_code, idr_test_file_code_meaning},
        {idr_policy_lint_code_count, idr_policy_lint_code, idr_policy_lint_code_meaning},
        {idr_reason_count, idr_reason, idr_reason_happened},
        {idr_reason_count, idr_reason, idr_reason_remedy},
    };
    const struct list *list = &lists[number(c, 1)];
    for (size_t i = 0; i < list->count(); i++) {
        idr_view name = list->name(i);
        add_line(c, name);
        form_text(&c->answer, "\t");
        add(c, list->says(name.ptr, name.len));
    }
    return IDR_OK;
}

static idr_status made(call *c, idr_decision *decision) {
    idr_view name = c->field[0];
    if (is(name, "token")) return token(c);
    if (is(name, "response")) return response(c);
    if (is(name, "signature")) return signature(c);
    if (is(name, "diagnosis")) return diagnosis(c);
    if (is(name, "policy")) return policy(c);
    if (is(name, "webhook")) return webhook(c, decision);
    if (is(name, "receive")) return receive(c);
    if (is(name, "history")) return history(c, decision);
    if (is(name, "explain")) return explain(c);
    if (is(name, "delivery")) return delivery(c);
    if (is(name, "codes")) return codes(c);
    if (is(name, "schema")) return schema(c);
    if (is(name, "shown")) return shown(c);
    if (is(name, "tested")) return tested(c);
    if (is(name, "analysed")) return analysed(c);
    if (is(name, "lint")) return lint(c);
    if (is(name, "outgoing")) return outgoing(c);
    abort();
}

/* Code, place and text of an error, and a check of its status. */
static void add_error(call *c, idr_status status) {
    free(c->answer.text);
    memset(&c->answer, 0, sizeof c->answer);
    add(c, idr_error_code(c->error));
    add_line(c, idr_error_pointer(c->error));
    add_line(c, idr_error_text(c->error));
    add_line(c, idr_error_suggestion(c->error));
    CHECK(!absent(idr_status_text(status)));
}

idr_status answer(call *c, idr_decision *decision) {
    idr_status status = made(c, decision);
    CHECK((c->error == NULL) == (status == IDR_OK));
    if (status != IDR_OK) add_error(c, status);
    idr_error_free(&c->error);
    return status;
}
