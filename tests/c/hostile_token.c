/* Profiles and token requests. */
#include "hostile.h"

static idr_error *error = NULL;

static void profiles(void) {
    idr_profile *profile = NULL;
    EMPTY(IDR_UNUSABLE_INPUT, "input.profile", idr_profile_from_json(NULL, 0, &profile, &error));
    NULLED(idr_profile_from_json(NULL, 1, &profile, &error));
    NULLED(idr_profile_from_json(TEXT("{}"), NULL, &error));
    TOO_LONG(idr_profile_from_json(UNREADABLE, LONG, &profile, &error));
    TOO_LONG(idr_profile_from_json(UNREADABLE, SIZE_MAX, &profile, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.profile", idr_profile_from_json(TEXT("[]"), &profile, &error));
    FAILS(IDR_UNUSABLE_INPUT, "input.profile", idr_profile_from_json(TEXT("\xff"), &profile, &error));
    CHECK(idr_profile_from_json(TEXT("[]"), &profile, NULL) == IDR_UNUSABLE_INPUT && profile == NULL);
    CHECK(idr_profile_from_json(TEXT("{}"), &profile, &error) == IDR_OK);
    FREES(idr_profile_free, profile);
}

void hostile_token(void) {
    idr_report *report = NULL;
    profiles();
    NULLED(idr_validate_token(NULL, 1, NULL, &report, &error));
    NULLED(idr_validate_token(TEXT("{}"), NULL, NULL, &error));
    TOO_LONG(idr_validate_token(UNREADABLE, LONG, NULL, &report, &error));
    CHECK(report == NULL);
    EMPTY_IS_FINE(idr_validate_token(NULL, 0, NULL, &report, &error));
    CHECK(idr_report_count(report) == 1 && is(idr_report_code(report, 0), "body.empty"));
    CHECK(idr_report_severity(report, 0) == IDR_SEVERITY_ERROR && is(idr_report_pointer(report, 0), ""));

    NEUTRAL(NO, idr_report_is_valid(NULL));
    NEUTRAL(NO, idr_report_count(NULL));
    NEUTRAL(absent, idr_report_code(NULL, 0));
    NEUTRAL(absent, idr_report_code(report, SIZE_MAX));
    NEUTRAL(absent, idr_report_pointer(NULL, 0));
    NEUTRAL(absent, idr_report_pointer(report, SIZE_MAX));
    NEUTRAL(absent, idr_report_message(NULL, 0));
    NEUTRAL(absent, idr_report_message(report, SIZE_MAX));
    NEUTRAL(absent, idr_report_identifier(NULL, 0));
    NEUTRAL(absent, idr_report_identifier(report, SIZE_MAX));
    NEUTRAL(NO, idr_report_severity(NULL, 0));
    NEUTRAL(NO, idr_report_severity(report, SIZE_MAX));
    NEUTRAL(absent, idr_report_json(NULL));
    FREES(idr_report_free, report);
}
