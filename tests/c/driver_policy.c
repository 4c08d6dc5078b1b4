/* Calls about a policy as such: its document, how it is shown, its tests. */
#include "driver.h"

/* document, base */
idr_status policy(call *c) {
    idr_policy *base = NULL, *policy = NULL;
    idr_status status = c->field[2].ptr == NULL ? IDR_OK : load(c, c->field[2], NULL, &base);
    if (status == IDR_OK) status = load(c, c->field[1], base, &policy);
    if (status == IDR_OK) {
        add(c, idr_policy_name(policy));
        add_line(c, idr_policy_revision(policy));
        add_line(c, idr_policy_fingerprint(policy));
        for (size_t i = 0; i < idr_policy_rule_count(policy); i++) add_line(c, idr_policy_rule(policy, i));
    }
    idr_policy_free(&policy);
    idr_policy_free(&base);
    return status;
}

idr_status schema(call *c) {
    idr_text *text = NULL;
    idr_status status = idr_policy_schema(&text, &c->error);
    add(c, idr_text_view(text));
    idr_text_free(&text);
    return status;
}

/* policy, form, file of its tests: the policy in this form */
idr_status shown(call *c) {
    idr_policy *policy = NULL;
    idr_test_run *run = NULL;
    idr_text *text = NULL;
    idr_view *f = c->field;
    idr_status status = load(c, f[1], NULL, &policy);
    if (status == IDR_OK && f[3].ptr != NULL) status = idr_policy_test(policy, f[3].ptr, f[3].len, &run, &c->error);
    if (status == IDR_OK && is(f[2], "markdown")) status = idr_policy_to_markdown(policy, &text, &c->error);
    if (status == IDR_OK && is(f[2], "html")) status = idr_policy_to_html(policy, run, &text, &c->error);
    if (status == IDR_OK && is(f[2], "mermaid")) status = idr_policy_to_mermaid(policy, &text, &c->error);
    add(c, idr_text_view(text));
    idr_text_free(&text);
    idr_test_run_free(&run);
    idr_policy_free(&policy);
    return status;
}

/* policy, file of its tests: the form of the run, its text, then what has an accessor */
idr_status tested(call *c) {
    idr_policy *policy = NULL;
    idr_test_run *run = NULL;
    idr_status status = load(c, c->field[1], NULL, &policy);
    if (status == IDR_OK) status = idr_policy_test(policy, c->field[2].ptr, c->field[2].len, &run, &c->error);
    idr_policy_free(&policy);
    if (status == IDR_OK) {
        char counts[64];
        snprintf(counts, sizeof counts, "%zu cases, %zu failed", idr_test_run_case_count(run),
                 idr_test_run_failed_count(run));
        add(c, idr_test_run_json(run));
        add_line(c, idr_test_run_text(run));
        form_text(&c->answer, idr_test_run_passed(run) ? "passed " : "failed ");
        form_text(&c->answer, counts);
    }
    idr_test_run_free(&run);
    return status;
}
