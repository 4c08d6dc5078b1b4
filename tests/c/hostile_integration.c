/* What is around the three jobs: lints, credentials, links. */
#include "hostile.h"

static idr_error *error = NULL;
static idr_report *report = NULL;
static idr_text *text = NULL;

#define URL "https://hooks.shop.com/idenfy"

static void urls(void) {
    EMPTY_IS_FINE(idr_lint_webhook_url(NULL, 0, NULL, 0, &report, &error));
    CHECK(is(idr_report_code(report, 0), "webhook_url.empty") && is(idr_report_pointer(report, 0), ""));
    idr_report_free(&report);
    EMPTY_IS_FINE(idr_lint_webhook_url(TEXT(URL), NULL, 0, &report, &error));
    CHECK(idr_report_is_valid(report) && idr_report_count(report) == 0);
    idr_report_free(&report);
    NULLED(idr_lint_webhook_url(NULL, 1, NULL, 0, &report, &error));
    NULLED(idr_lint_webhook_url(TEXT(URL), NULL, 1, &report, &error));
    NULLED(idr_lint_webhook_url(TEXT(URL), NULL, 0, NULL, &error));
    TOO_LONG(idr_lint_webhook_url(UNREADABLE, LONG, NULL, 0, &report, &error));
    TOO_LONG(idr_lint_webhook_url(TEXT(URL), UNREADABLE, LONG, &report, &error));
    NOT_UTF8(idr_lint_webhook_url(TEXT("\xff"), NULL, 0, &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.certificate", idr_lint_webhook_url(TEXT(URL), TEXT(""), &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.certificate", idr_lint_webhook_url(TEXT(URL), TEXT("[1]"), &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.certificate",
          idr_lint_webhook_url(TEXT(URL), TEXT("{\"days\":1}"), &report, &error));
    CHECK(report == NULL);
}

static void receivers(void) {
    EMPTY(IDR_UNUSABLE_INPUT, "input.receiver", idr_lint_receiver(NULL, 0, &report, &error));
    NULLED(idr_lint_receiver(NULL, 1, &report, &error));
    NULLED(idr_lint_receiver(TEXT("{}"), NULL, &error));
    TOO_LONG(idr_lint_receiver(UNREADABLE, LONG, &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.receiver", idr_lint_receiver(TEXT("{\"status\":\"200\"}"), &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.receiver", idr_lint_receiver(TEXT("{\"status\":65536}"), &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.receiver", idr_lint_receiver(TEXT("[200,1]"), &report, &error));
    EMPTY(IDR_UNUSABLE_INPUT, "input.checklist", idr_lint_missing_webhook(NULL, 0, &report, &error));
    NULLED(idr_lint_missing_webhook(NULL, 1, &report, &error));
    NULLED(idr_lint_missing_webhook(TEXT("{}"), NULL, &error));
    TOO_LONG(idr_lint_missing_webhook(UNREADABLE, LONG, &report, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.checklist", idr_lint_missing_webhook(TEXT("{\"\xff\":1}"), &report, &error));
    CHECK(report == NULL && idr_lint_missing_webhook(TEXT(" {\"configured\":null}"), &report, NULL) == IDR_OK);
    CHECK(idr_report_is_valid(report) && idr_report_count(report) == 5);
    CHECK(idr_report_severity(report, 0) == IDR_SEVERITY_WARNING && absent(idr_report_identifier(report, 0)));
    idr_report_free(&report);
}

static void frames(void) {
    const char *tag = "<iframe>", *page = "https://shop.example/";
    EMPTY_IS_FINE(idr_lint_iframe(NULL, 0, TEXT(page), TEXT("camera=*"), &report, &error));
    CHECK(is(idr_report_code(report, 0), "frame.missing"));
    idr_report_free(&report);
    EMPTY_IS_FINE(idr_lint_iframe(TEXT(tag), NULL, 0, TEXT(""), &report, &error));
    idr_report_free(&report);
    EMPTY_IS_FINE(idr_lint_iframe(TEXT(tag), TEXT(page), NULL, 0, &report, &error));
    idr_report_free(&report);
    NULLED(idr_lint_iframe(NULL, 1, TEXT(page), NULL, 0, &report, &error));
    NULLED(idr_lint_iframe(TEXT(tag), NULL, 1, NULL, 0, &report, &error));
    NULLED(idr_lint_iframe(TEXT(tag), TEXT(page), NULL, 1, &report, &error));
    NULLED(idr_lint_iframe(TEXT(tag), TEXT(page), NULL, 0, NULL, &error));
    TOO_LONG(idr_lint_iframe(UNREADABLE, LONG, TEXT(page), NULL, 0, &report, &error));
    TOO_LONG(idr_lint_iframe(TEXT(tag), UNREADABLE, LONG, NULL, 0, &report, &error));
    TOO_LONG(idr_lint_iframe(TEXT(tag), TEXT(page), UNREADABLE, LONG, &report, &error));
    NOT_UTF8(idr_lint_iframe(TEXT("\xff"), TEXT(page), NULL, 0, &report, &error));
    NOT_UTF8(idr_lint_iframe(TEXT(tag), TEXT("\xff"), NULL, 0, &report, &error));
    NOT_UTF8(idr_lint_iframe(TEXT(tag), TEXT(page), TEXT("\xff"), &report, &error));
    CHECK(report == NULL);
}

static void credentials(void) {
    EMPTY_IS_FINE(idr_lint_credentials(NULL, 0, TEXT("s"), &report, &error));
    CHECK(is(idr_report_code(report, 0), "credentials.empty") && is(idr_report_pointer(report, 0), "/key"));
    idr_report_free(&report);
    EMPTY_IS_FINE(idr_lint_credentials(TEXT("k"), NULL, 0, &report, &error));
    idr_report_free(&report);
    NULLED(idr_lint_credentials(NULL, 1, TEXT("s"), &report, &error));
    NULLED(idr_lint_credentials(TEXT("k"), NULL, 1, &report, &error));
    NULLED(idr_lint_credentials(TEXT("k"), TEXT("s"), NULL, &error));
    TOO_LONG(idr_lint_credentials(UNREADABLE, LONG, TEXT("s"), &report, &error));
    TOO_LONG(idr_lint_credentials(TEXT("k"), UNREADABLE, LONG, &report, &error));
    NOT_UTF8(idr_lint_credentials(TEXT("k"), TEXT("\xff"), &report, &error));
    EMPTY(IDR_UNUSABLE_INPUT, "credentials.empty", idr_basic_auth(NULL, 0, TEXT("s"), &text, &error));
    EMPTY(IDR_UNUSABLE_INPUT, "credentials.empty", idr_basic_auth(TEXT("k"), NULL, 0, &text, &error));
    NULLED(idr_basic_auth(NULL, 1, TEXT("s"), &text, &error));
    NULLED(idr_basic_auth(TEXT("k"), NULL, 1, &text, &error));
    NULLED(idr_basic_auth(TEXT("k"), TEXT("s"), NULL, &error));
    TOO_LONG(idr_basic_auth(UNREADABLE, LONG, TEXT("s"), &text, &error));
    TOO_LONG(idr_basic_auth(TEXT("k"), UNREADABLE, LONG, &text, &error));
    CHECK(report == NULL && text == NULL);
}

static void links(void) {
    EMPTY(IDR_UNUSABLE_INPUT, "input.auth_token", idr_redirect_url(NULL, 0, IDR_HOST_UI, &text, &error));
    NULLED(idr_redirect_url(NULL, 1, IDR_HOST_UI, &text, &error));
    NULLED(idr_redirect_url(TEXT("t"), IDR_HOST_UI, NULL, &error));
    TOO_LONG(idr_redirect_url(UNREADABLE, LONG, IDR_HOST_UI, &text, &error));
    UNKNOWN(idr_redirect_url(TEXT("t"), UINT32_MAX, &text, &error));
    UNKNOWN(idr_redirect_url(TEXT("t"), 0, &text, &error));
    EMPTY(IDR_UNUSABLE_INPUT, "input.auth_token", idr_iframe_tag(NULL, 0, IDR_HOST_IVS, &text, &error));
    NULLED(idr_iframe_tag(NULL, 1, IDR_HOST_IVS, &text, &error));
    NULLED(idr_iframe_tag(TEXT("t"), IDR_HOST_IVS, NULL, &error));
    TOO_LONG(idr_iframe_tag(UNREADABLE, LONG, IDR_HOST_IVS, &text, &error));
    UNKNOWN(idr_iframe_tag(TEXT("t"), UINT32_MAX, &text, &error));
    CHECK(text == NULL && idr_redirect_url(TEXT("t"), IDR_HOST_UI, &text, NULL) == IDR_OK);
    CHECK(is(idr_text_view(text), "https://ui.idenfy.com/?authToken=t"));
    idr_text_free(&text);
}

void hostile_integration(void) {
    urls();
    receivers();
    frames();
    credentials();
    links();
}
