/* What no caller should do, for every function of the header. Under a sanitizer or valgrind it also
 * shows that nothing is read beyond a length and nothing is lost. With -DPANIC it calls the entry
 * that panics; a library for release does not have it. */
#include "hostile.h"

static void errors(void) {
    idr_error *own = NULL;
    idr_text *text = NULL;
    NEUTRAL(absent, idr_error_code(NULL));
    NEUTRAL(absent, idr_error_pointer(NULL));
    NEUTRAL(absent, idr_error_text(NULL));
    NEUTRAL(absent, idr_error_suggestion(NULL));
    NEUTRAL(NO, idr_error_http_status(NULL));
    CHECK(idr_sign(NULL, 0, NULL, 0, &text, &own) == IDR_NOT_GENUINE && text == NULL);
    CHECK(absent(idr_error_pointer(own)) && absent(idr_error_suggestion(own)));
    CHECK(idr_error_http_status(own) == 401);
    FREES(idr_error_free, own);
    NEUTRAL(absent, idr_text_view(NULL));
    CHECK(idr_sign(TEXT("body"), TEXT("key"), &text, NULL) == IDR_OK && idr_text_view(text).len == 64);
    FREES(idr_text_free, text);
}

#ifdef PANIC
idr_status idr_test_panic(idr_error **error);

static void panics(void) {
    idr_error *error = NULL;
    idr_report *report = NULL;
    FAILS(IDR_PANIC, "internal.panic", idr_test_panic(&error));
    CHECK(idr_test_panic(NULL) == IDR_PANIC);
    CHECK(idr_validate_token(TEXT("{}"), NULL, &report, &error) == IDR_OK && error == NULL);
    idr_report_free(&report);
}
#endif

int main(void) {
    errors();
    hostile_token();
    hostile_response();
    hostile_signature();
    hostile_delivery();
    hostile_policy();
    hostile_decision();
    hostile_history();
    hostile_show();
    hostile_analysis();
    hostile_integration();
    hostile_words();
#ifdef PANIC
    panics();
#endif
    puts("ok");
    return 0;
}
