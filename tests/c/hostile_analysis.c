/* What policies do for every webhook there can be. */
#include "hostile.h"

#define CLAIM "{\"never\":\"accept\",\"when\":{\"overall\":\"DENIED\"}}"

static idr_error *error = NULL;
static idr_policy *policy = NULL;
static idr_policy *other = NULL;
static const idr_scope no_day = {0, 0, 2026, 2, 30};

static void lints(void) {
    idr_text *text = NULL;
    NULLED(idr_policy_lint(NULL, NULL, &text, &error));
    NULLED(idr_policy_lint(policy, NULL, NULL, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.date", idr_policy_lint(policy, &no_day, &text, &error));
    CHECK(text == NULL);
    const idr_scope one_step = {1, 1, 0, 0, 0};
    CHECK(idr_policy_lint(policy, &one_step, &text, NULL) == IDR_OK);
    CHECK(has(idr_text_view(text), "\"complete\":false") && has(idr_text_view(text), "\"gap\":\"limit\""));
    idr_text_free(&text);
}

static void proves(void) {
    idr_text *text = NULL;
    EMPTY(IDR_UNUSABLE_CLAIM, "policy.not_json", idr_policy_prove(policy, NULL, 0, NULL, &text, &error));
    NULLED(idr_policy_prove(NULL, TEXT(CLAIM), NULL, &text, &error));
    NULLED(idr_policy_prove(policy, NULL, 1, NULL, &text, &error));
    NULLED(idr_policy_prove(policy, TEXT(CLAIM), NULL, NULL, &error));
    TOO_LONG(idr_policy_prove(policy, UNREADABLE, LONG, NULL, &text, &error));
    FAILS(IDR_UNUSABLE_CLAIM, "policy.not_json", idr_policy_prove(policy, TEXT("\xff"), NULL, &text, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.date", idr_policy_prove(policy, TEXT(CLAIM), &no_day, &text, &error));
    CHECK(idr_policy_prove(policy, TEXT("{\"never\":\"acept\",\"when\":{}}"), NULL, &text, &error) ==
          IDR_UNUSABLE_CLAIM);
    CHECK(is(idr_error_pointer(error), "/never") && is(idr_error_suggestion(error), "accept"));
    CHECK(text == NULL && idr_error_http_status(error) == 500);
    idr_error_free(&error);
    CHECK(idr_policy_prove(policy, TEXT(CLAIM), NULL, &text, NULL) == IDR_OK);
    CHECK(has(idr_text_view(text), "\"result\":\"holds\""));
    idr_text_free(&text);
}

static void diffs(void) {
    idr_text *text = NULL;
    NULLED(idr_policy_diff(NULL, other, NULL, &text, &error));
    NULLED(idr_policy_diff(policy, NULL, NULL, &text, &error));
    NULLED(idr_policy_diff(policy, other, NULL, NULL, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.date", idr_policy_diff(policy, other, &no_day, &text, &error));
    CHECK(text == NULL && idr_policy_diff(policy, policy, NULL, &text, NULL) == IDR_OK);
    CHECK(has(idr_text_view(text), "\"equal\":true"));
    idr_text_free(&text);
}

static void diffs_recorded(void) {
    idr_text *text = NULL;
    const idr_arrival long_event = {{UNREADABLE, LONG}, 0, 0, 0, false};
    EMPTY_IS_FINE(idr_policy_diff_recorded(policy, other, NULL, 0, NULL, &text, &error));
    CHECK(has(idr_text_view(text), "\"webhooks\":0"));
    idr_text_free(&text);
    NULLED(idr_policy_diff_recorded(NULL, other, TEXT(APPROVED), NULL, &text, &error));
    NULLED(idr_policy_diff_recorded(policy, NULL, TEXT(APPROVED), NULL, &text, &error));
    NULLED(idr_policy_diff_recorded(policy, other, NULL, 1, NULL, &text, &error));
    NULLED(idr_policy_diff_recorded(policy, other, TEXT(APPROVED), NULL, NULL, &error));
    TOO_LONG(idr_policy_diff_recorded(policy, other, UNREADABLE, IDR_MAX_RECORDED_BYTES + (size_t)1, NULL, &text,
                                      &error));
    TOO_LONG(idr_policy_diff_recorded(policy, other, TEXT(APPROVED), &long_event, &text, &error));
    CHECK(text == NULL && idr_policy_diff_recorded(policy, other, TEXT("\xff"), NULL, &text, NULL) == IDR_OK);
    CHECK(has(idr_text_view(text), "{\"line\":1,\"code\":\"webhook.not_utf8\"}"));
    idr_text_free(&text);
}

/* A policy that asks the age is not compared without a day. */
static void demands_today(void) {
    idr_policy *asking = NULL;
    idr_text *text = NULL;
    const char *document = "{\"format\":1,\"name\":\"a\",\"otherwise\":\"review\",\"rules\":"
                           "[{\"id\":\"a\",\"when\":{\"age\":{\"below\":18}},\"then\":\"reject\"}]}";
    CHECK(idr_policy_from_json(TEXT(document), NULL, &asking, &error) == IDR_OK);
    FAILS(IDR_TODAY_REQUIRED, "policy.today_required",
          idr_policy_diff_recorded(policy, asking, TEXT(APPROVED), NULL, &text, &error));
    const idr_arrival arrival = {{NULL, 0}, 2026, 11, 21, false};
    CHECK(idr_policy_diff_recorded(policy, asking, TEXT(APPROVED), &arrival, &text, &error) == IDR_OK);
    idr_text_free(&text);
    idr_policy_free(&asking);
}

void hostile_analysis(void) {
    CHECK(idr_policy_documented(&policy, &error) == IDR_OK && idr_policy_strict(&other, &error) == IDR_OK);
    lints();
    proves();
    diffs();
    diffs_recorded();
    demands_today();
    idr_policy_free(&other);
    idr_policy_free(&policy);
}
