/* Policies as people read them, and their tests. */
#include "hostile.h"

static idr_error *error = NULL;
static idr_policy *policy = NULL;

#define CASE(overall, outcome) \
    "{\"format\":1,\"policy\":\"documented\",\"cases\":[{\"name\":\"a\",\"facts\":{\"overall\":\"" overall \
    "\"},\"expect\":{\"outcome\":\"" outcome "\"}}]}"

static void shows(void) {
    idr_text *text = NULL;
    NULLED(idr_policy_to_markdown(NULL, &text, &error));
    NULLED(idr_policy_to_markdown(policy, NULL, &error));
    NULLED(idr_policy_to_html(NULL, NULL, &text, &error));
    NULLED(idr_policy_to_html(policy, NULL, NULL, &error));
    NULLED(idr_policy_to_mermaid(NULL, &text, &error));
    NULLED(idr_policy_to_mermaid(policy, NULL, &error));
    CHECK(text == NULL && idr_policy_to_html(policy, NULL, &text, NULL) == IDR_OK);
    CHECK(has(idr_text_view(text), "<!DOCTYPE html>") && !has(idr_text_view(text), "of 4 rules"));
    idr_text_free(&text);
}

static void tests(void) {
    idr_test_run *run = NULL;
    EMPTY(IDR_UNUSABLE_TEST_FILE, "policy.not_json", idr_policy_test(policy, NULL, 0, &run, &error));
    NULLED(idr_policy_test(NULL, TEXT(CASE("DENIED", "reject")), &run, &error));
    NULLED(idr_policy_test(policy, NULL, 1, &run, &error));
    NULLED(idr_policy_test(policy, TEXT(CASE("DENIED", "reject")), NULL, &error));
    TOO_LONG(idr_policy_test(policy, UNREADABLE, IDR_MAX_POLICY_BYTES + (size_t)1, &run, &error));
    FAILS(IDR_UNUSABLE_TEST_FILE, "policy.not_json", idr_policy_test(policy, TEXT("\xff"), &run, &error));
    CHECK(idr_policy_test(policy, TEXT(CASE("DENIED", "rejct")), &run, &error) == IDR_UNUSABLE_TEST_FILE);
    CHECK(is(idr_error_pointer(error), "/cases/0/expect/outcome") && is(idr_error_suggestion(error), "reject"));
    CHECK(run == NULL && idr_error_http_status(error) == 500);
    idr_error_free(&error);

    NEUTRAL(NO, idr_test_run_passed(NULL));
    NEUTRAL(NO, idr_test_run_case_count(NULL));
    NEUTRAL(NO, idr_test_run_failed_count(NULL));
    NEUTRAL(absent, idr_test_run_text(NULL));
    NEUTRAL(absent, idr_test_run_json(NULL));
    CHECK(idr_policy_test(policy, TEXT(CASE("DENIED", "accept")), &run, NULL) == IDR_OK);
    CHECK(!idr_test_run_passed(run) && idr_test_run_case_count(run) == 1 && idr_test_run_failed_count(run) == 1);
    CHECK(has(idr_test_run_text(run), "outcome: expected accept, got reject"));
    FREES(idr_test_run_free, run);
}

/* A run of another policy is no run of this one, and outlives its own. */
static void mixes(void) {
    idr_policy *other = NULL;
    idr_test_run *run = NULL;
    idr_text *text = NULL;
    const char *file = CASE("DENIED", "reject");
    CHECK(idr_policy_strict(&other, NULL) == IDR_OK);
    CHECK(idr_policy_test(other, TEXT(file), &run, &error) == IDR_UNUSABLE_TEST_FILE);
    CHECK(is(idr_error_code(error), "test.other_policy") && is(idr_error_pointer(error), "/policy"));
    idr_error_free(&error);
    CHECK(idr_policy_test(policy, TEXT(file), &run, NULL) == IDR_OK && idr_test_run_passed(run));
    CHECK(idr_policy_to_html(other, run, &text, NULL) == IDR_OK && has(idr_text_view(text), "another policy"));
    idr_text_free(&text);
    idr_policy_free(&policy);
    CHECK(has(idr_test_run_json(run), "\"passed\":1"));
    idr_test_run_free(&run);
    idr_policy_free(&other);
}

void hostile_show(void) {
    CHECK(idr_policy_documented(&policy, &error) == IDR_OK);
    shows();
    tests();
    mixes();
}
