/* Questions to a decision that is NULL, to an empty one, and about places that are not there. */
#include "hostile.h"

static idr_error *error = NULL;

static void nothing(const idr_decision *none) {
    CHECK(idr_decision_outcome(none) == IDR_NONE && idr_decision_lifecycle(none) == IDR_LIFECYCLE_NONE);
    CHECK(idr_decision_next_step(none) == IDR_NEXT_STEP_NONE && idr_decision_final(none) == IDR_FINAL_NONE);
    CHECK(!idr_decision_verified(none) && idr_decision_http_status(none) == 0 && !idr_decision_is_notice(none));
    CHECK(absent(idr_decision_policy_name(none)) && absent(idr_decision_json(none)));
}

static void to_null(void) {
    NEUTRAL(NO, idr_decision_outcome(NULL));
    NEUTRAL(NO, idr_decision_lifecycle(NULL));
    NEUTRAL(NO, idr_decision_next_step(NULL));
    NEUTRAL(NO, idr_decision_final(NULL));
    NEUTRAL(NO, idr_decision_verified(NULL));
    NEUTRAL(NO, idr_decision_http_status(NULL));
    NEUTRAL(absent, idr_decision_scan_ref(NULL));
    NEUTRAL(absent, idr_decision_event(NULL));
    NEUTRAL(absent, idr_decision_body_sha256(NULL));
    NEUTRAL(absent, idr_decision_client_id(NULL));
    NEUTRAL(absent, idr_decision_external_ref(NULL));
    NEUTRAL(absent, idr_decision_json(NULL));
    NEUTRAL(NO, idr_decision_rule_count(NULL));
    NEUTRAL(absent, idr_decision_rule(NULL, 0));
    NEUTRAL(NO, idr_decision_undecided_count(NULL));
    NEUTRAL(absent, idr_decision_undecided_rule(NULL, 0));
    NEUTRAL(NO, idr_decision_undecided_fact_count(NULL, 0));
    NEUTRAL(absent, idr_decision_undecided_fact(NULL, 0, 0));
    NEUTRAL(NO, idr_decision_flag_count(NULL));
    NEUTRAL(absent, idr_decision_flag_tag(NULL, 0));
    NEUTRAL(absent, idr_decision_flag_kind(NULL, 0));
    NEUTRAL(absent, idr_decision_flag_class(NULL, 0));
    NEUTRAL(NO, idr_decision_unknown_count(NULL));
    NEUTRAL(absent, idr_decision_unknown_fact(NULL, 0));
    NEUTRAL(absent, idr_decision_unknown_word(NULL, 0));
    NEUTRAL(NO, idr_decision_is_notice(NULL));
    NEUTRAL(absent, idr_decision_notice_product(NULL));
    NEUTRAL(NO, idr_decision_notice_attention(NULL));
    NEUTRAL(absent, idr_decision_policy_name(NULL));
    NEUTRAL(absent, idr_decision_policy_revision(NULL));
    NEUTRAL(absent, idr_decision_policy_fingerprint(NULL));
    NEUTRAL(absent, idr_decision_policy_vocabulary(NULL));
}

/* `full` has a rule that is undecided for want of a fact, a flag and an unknown word. */
static void beyond_the_end(const idr_decision *full) {
    CHECK(idr_decision_undecided_count(full) > 0 && idr_decision_undecided_fact_count(full, 0) > 0);
    CHECK(idr_decision_flag_count(full) > 0 && idr_decision_unknown_count(full) > 0);
    NEUTRAL(absent, idr_decision_rule(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_undecided_rule(full, SIZE_MAX));
    NEUTRAL(NO, idr_decision_undecided_fact_count(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_undecided_fact(full, SIZE_MAX, 0));
    NEUTRAL(absent, idr_decision_undecided_fact(full, 0, SIZE_MAX));
    NEUTRAL(absent, idr_decision_flag_tag(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_flag_kind(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_flag_class(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_unknown_fact(full, SIZE_MAX));
    NEUTRAL(absent, idr_decision_unknown_word(full, SIZE_MAX));
}

void hostile_decision(void) {
    const char *odd = "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\","
                      "\"autoDocument\":\"DOC_NEW_WORD\",\"fraudTags\":[\"NEW_TAG\",7]}}";
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    to_null();
    nothing(NULL);
    NULLED(idr_decision_new(NULL, &error));
    CHECK(idr_decision_new(&decision, &error) == IDR_OK && idr_policy_strict(&policy, &error) == IDR_OK);
    nothing(decision);
    CHECK(idr_policy_evaluate_into(policy, TEXT(odd), NULL, decision, &error) == IDR_OK);
    beyond_the_end(decision);
    idr_policy_free(&policy);
    FREES(idr_decision_free, decision);
}
