/* What policies do for every webhook there can be. */
#include "driver.h"

static idr_status asked(call *c, const idr_policy *policy, const idr_policy *other, idr_text **text) {
    idr_view *f = c->field;
    idr_scope scope = {number(c, 4), number(c, 5), number(c, 6), number(c, 7), number(c, 8)};
    idr_arrival arrival = {{NULL, 0}, number(c, 6), number(c, 7), number(c, 8), false};
    if (is(f[1], "lint")) return idr_policy_lint(policy, &scope, text, &c->error);
    if (is(f[1], "prove")) return idr_policy_prove(policy, f[3].ptr, f[3].len, &scope, text, &c->error);
    if (is(f[1], "diff")) return idr_policy_diff(policy, other, &scope, text, &c->error);
    if (is(f[1], "diff_recorded")) {
        return idr_policy_diff_recorded(policy, other, f[3].ptr, f[3].len, &arrival, text, &c->error);
    }
    abort();
}

/* Which analysis, policy, what it takes besides (a claim, or lines), steps, regions, year,
 * month, day, another policy: the form of the answer. */
idr_status analysed(call *c) {
    idr_policy *policy = NULL, *other = NULL;
    idr_text *text = NULL;
    idr_status status = load(c, c->field[2], NULL, &policy);
    if (status == IDR_OK && c->field[9].ptr != NULL) status = load(c, c->field[9], NULL, &other);
    if (status == IDR_OK) status = asked(c, policy, other, &text);
    idr_policy_free(&other);
    idr_policy_free(&policy);
    add(c, idr_text_view(text));
    idr_text_free(&text);
    return status;
}
