/* Calls about the integration around the three jobs. */
#include "driver.h"

static idr_status looked_at(call *c, idr_report **report) {
    idr_view *f = c->field;
    idr_view which = f[1];
    if (is(which, "webhook_url")) {
        return idr_lint_webhook_url(f[2].ptr, f[2].len, f[3].ptr, f[3].len, report, &c->error);
    }
    if (is(which, "iframe")) {
        return idr_lint_iframe(f[2].ptr, f[2].len, f[3].ptr, f[3].len, f[4].ptr, f[4].len, report, &c->error);
    }
    if (is(which, "credentials")) {
        return idr_lint_credentials(f[2].ptr, f[2].len, f[3].ptr, f[3].len, report, &c->error);
    }
    if (is(which, "receiver")) return idr_lint_receiver(f[2].ptr, f[2].len, report, &c->error);
    if (is(which, "missing_webhook")) return idr_lint_missing_webhook(f[2].ptr, f[2].len, report, &c->error);
    abort();
}

/* Which lint, then what it looks at. */
idr_status lint(call *c) {
    idr_report *report = NULL;
    idr_status status = looked_at(c, &report);
    if (status == IDR_OK) add_report(c, report, idr_lint_code_meaning);
    idr_report_free(&report);
    return status;
}

/* What goes out: which, then key and secret, or token and host. */
idr_status outgoing(call *c) {
    idr_text *text = NULL;
    idr_status status = IDR_OK;
    idr_view *f = c->field;
    if (is(f[1], "basic_auth")) {
        status = idr_basic_auth(f[2].ptr, f[2].len, f[3].ptr, f[3].len, &text, &c->error);
    } else if (is(f[1], "redirect_url")) {
        status = idr_redirect_url(f[2].ptr, f[2].len, number(c, 3), &text, &c->error);
    } else {
        status = idr_iframe_tag(f[2].ptr, f[2].len, number(c, 3), &text, &c->error);
    }
    add(c, idr_text_view(text));
    idr_text_free(&text);
    return status;
}
