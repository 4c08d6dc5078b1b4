/* Asks an object that is gone: the one program here that must fail. It shows that a sanitizer
 * looks into the library, too, and not only at the C side. */
#include "check.h"

int main(void) {
    idr_report *report = NULL, *kept;
    CHECK(idr_validate_token(TEXT("{}"), NULL, &report, NULL) == IDR_OK);
    kept = report;
    idr_report_free(&report);
    printf("%zu\n", idr_report_count(kept));
    return 0;
}
