/* Policies, and the calls that decide. */
#include "hostile.h"

static idr_error *error = NULL;
static const idr_view key = {(const uint8_t *)"k", 1};
static const idr_view long_key = {UNREADABLE, LONG};
static idr_policy *policy = NULL;
static idr_decision *decision = NULL;

static void loads(void) {
    idr_policy *loaded = NULL;
    idr_text *text = NULL;
    NULLED(idr_policy_documented(NULL, &error));
    NULLED(idr_policy_strict(NULL, &error));
    NULLED(idr_policy_schema(NULL, &error));
    EMPTY(IDR_UNUSABLE_POLICY, "policy.not_json", idr_policy_from_json(NULL, 0, NULL, &loaded, &error));
    NULLED(idr_policy_from_json(NULL, 1, NULL, &loaded, &error));
    NULLED(idr_policy_from_json(TEXT("{}"), NULL, NULL, &error));
    TOO_LONG(idr_policy_from_json(UNREADABLE, IDR_MAX_POLICY_BYTES + (size_t)1, NULL, &loaded, &error));
    CHECK(loaded == NULL && idr_policy_schema(&text, NULL) == IDR_OK && has(idr_text_view(text), "manualFace"));
    idr_text_free(&text);
    NEUTRAL(absent, idr_policy_name(NULL));
    NEUTRAL(absent, idr_policy_revision(NULL));
    NEUTRAL(absent, idr_policy_fingerprint(NULL));
    NEUTRAL(NO, idr_policy_rule_count(NULL));
    NEUTRAL(absent, idr_policy_rule(NULL, 0));
    NEUTRAL(absent, idr_policy_rule(policy, SIZE_MAX));
    CHECK(idr_policy_strict(&loaded, NULL) == IDR_OK);
    FREES(idr_policy_free, loaded);
}

static void receives(void) {
    idr_decision *made = NULL;
    EMPTY(IDR_NOT_GENUINE, "signature.missing",
          idr_policy_receive(policy, NULL, 0, NULL, 0, TEXT("k"), NULL, 0, &made, &error));
    EMPTY(IDR_NOT_GENUINE, "signature.empty_key",
          idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), NULL, 0, NULL, 0, &made, &error));
    NULLED(idr_policy_receive(NULL, TEXT(APPROVED), TEXT("s"), TEXT("k"), NULL, 0, &made, &error));
    NULLED(idr_policy_receive(policy, NULL, 1, TEXT("s"), TEXT("k"), NULL, 0, &made, &error));
    NULLED(idr_policy_receive(policy, TEXT(APPROVED), NULL, 1, TEXT("k"), NULL, 0, &made, &error));
    NULLED(idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), NULL, 1, NULL, 0, &made, &error));
    NULLED(idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), TEXT("k"), NULL, 1, &made, &error));
    NULLED(idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), TEXT("k"), NULL, 0, NULL, &error));
    TOO_LONG(idr_policy_receive(policy, UNREADABLE, LONG, TEXT("s"), TEXT("k"), NULL, 0, &made, &error));
    TOO_LONG(idr_policy_receive(policy, TEXT(APPROVED), UNREADABLE, LONG, TEXT("k"), NULL, 0, &made, &error));
    TOO_LONG(idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), UNREADABLE, LONG, NULL, 0, &made, &error));
    TOO_LONG(idr_policy_receive(policy, TEXT(APPROVED), TEXT("s"), TEXT("k"), UNREADABLE, LONG, &made, &error));
    CHECK(made == NULL);
}

/* The decision, holding one that accepts. */
static idr_decision *filled(void) {
    CHECK(idr_policy_evaluate_into(policy, TEXT(APPROVED), NULL, decision, NULL) == IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_ACCEPT && !absent(idr_decision_json(decision)));
    return decision;
}

/* Every failure leaves an empty decision, whatever was in it. */
#define EMPTIES(refusal) \
    do { \
        refusal; \
        CHECK(idr_decision_outcome(decision) == IDR_NONE && idr_decision_rule_count(decision) == 0); \
        CHECK(absent(idr_decision_json(decision)) && idr_decision_http_status(decision) == 0); \
    } while (0)

static void receives_again(void) {
    idr_arrival long_event = {{UNREADABLE, LONG}, 0, 0, 0, false};
    EMPTIES(EMPTY(IDR_NOT_GENUINE, "signature.missing",
                  idr_policy_receive_into(policy, NULL, 0, NULL, 0, &key, 1, NULL, filled(), &error)));
    EMPTIES(EMPTY(IDR_NOT_GENUINE, "signature.empty_key",
                  idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), NULL, 0, NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_receive_into(NULL, TEXT(APPROVED), TEXT("s"), &key, 1, NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_receive_into(policy, NULL, 1, TEXT("s"), &key, 1, NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_receive_into(policy, TEXT(APPROVED), NULL, 1, &key, 1, NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), NULL, 1, NULL, filled(), &error)));
    NULLED(idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), &key, 1, NULL, NULL, &error));
    EMPTIES(TOO_LONG(idr_policy_receive_into(policy, UNREADABLE, LONG, TEXT("s"), &key, 1, NULL, filled(), &error)));
    EMPTIES(TOO_LONG(
        idr_policy_receive_into(policy, TEXT(APPROVED), UNREADABLE, LONG, &key, 1, NULL, filled(), &error)));
    EMPTIES(TOO_LONG(
        idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), UNREADABLE, MANY, NULL, filled(), &error)));
    EMPTIES(TOO_LONG(
        idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), &long_key, 1, NULL, filled(), &error)));
    EMPTIES(TOO_LONG(
        idr_policy_receive_into(policy, TEXT(APPROVED), TEXT("s"), &key, 1, &long_event, filled(), &error)));
}

static void evaluates(void) {
    idr_arrival arrivals[4] = {
        {{UNREADABLE, LONG}, 0, 0, 0, false}, {{NULL, 1}, 0, 0, 0, false},
        {{NULL, 0}, 65536 + 2026, 1, 1, false}, {{NULL, 0}, 2026, 257, 1, false},
    };
    EMPTIES(EMPTY(IDR_UNUSABLE_BODY, "webhook.empty",
                  idr_policy_evaluate_into(policy, NULL, 0, NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_evaluate_into(NULL, TEXT(APPROVED), NULL, filled(), &error)));
    EMPTIES(NULLED(idr_policy_evaluate_into(policy, NULL, 1, NULL, filled(), &error)));
    NULLED(idr_policy_evaluate_into(policy, TEXT(APPROVED), NULL, NULL, &error));
    EMPTIES(TOO_LONG(idr_policy_evaluate_into(policy, UNREADABLE, LONG, NULL, filled(), &error)));
    EMPTIES(TOO_LONG(idr_policy_evaluate_into(policy, TEXT(APPROVED), &arrivals[0], filled(), &error)));
    EMPTIES(NULLED(idr_policy_evaluate_into(policy, TEXT(APPROVED), &arrivals[1], filled(), &error)));
    EMPTIES(FAILS(IDR_UNUSABLE_INPUT, "input.date",
                  idr_policy_evaluate_into(policy, TEXT(APPROVED), &arrivals[2], filled(), &error)));
    EMPTIES(FAILS(IDR_UNUSABLE_INPUT, "input.date",
                  idr_policy_evaluate_into(policy, TEXT(APPROVED), &arrivals[3], filled(), &error)));
}

static void explains(void) {
    idr_text *text = NULL;
    EMPTY(IDR_UNUSABLE_BODY, "webhook.empty", idr_policy_explain(policy, NULL, 0, NULL, &text, &error));
    NULLED(idr_policy_explain(NULL, TEXT(APPROVED), NULL, &text, &error));
    NULLED(idr_policy_explain(policy, NULL, 1, NULL, &text, &error));
    NULLED(idr_policy_explain(policy, TEXT(APPROVED), NULL, NULL, &error));
    TOO_LONG(idr_policy_explain(policy, UNREADABLE, LONG, NULL, &text, &error));
    CHECK(text == NULL);
}

void hostile_policy(void) {
    CHECK(idr_policy_documented(&policy, &error) == IDR_OK && idr_decision_new(&decision, &error) == IDR_OK);
    loads();
    receives();
    receives_again();
    evaluates();
    explains();
    idr_decision_free(&decision);
    idr_policy_free(&policy);
}
