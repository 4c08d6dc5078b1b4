/* idenfy_rules.h - rules for the iDenfy KYC API: validate, classify, decide. Unofficial.
 *
 * Three jobs
 *  - idr_validate_token(): is this token request one that the API will take?
 *  - idr_classify_response(), idr_classify_transport(): what does this HTTP answer, or this
 *    failure without one, ask of us?
 *  - idr_policy_receive(): is this webhook genuine, and what does it mean for the person?
 * Beside them, idr_lint_webhook_url() and its neighbours look at the integration, and
 * idr_policy_to_markdown() and idr_policy_test() show a policy and try it; idr_policy_lint(),
 * idr_policy_prove() and idr_policy_diff() tell what it does for every webhook there can be.
 *
 *     idr_policy *policy = NULL;
 *     idr_decision *decision = NULL;
 *     idr_error *error = NULL;
 *     if (idr_policy_strict(&policy, &error) == IDR_OK &&
 *         idr_policy_receive(policy, body, body_len, signature, signature_len, key, key_len,
 *                            event, event_len, &decision, &error) == IDR_OK) {
 *         http_status = idr_decision_http_status(decision);
 *         accepted = idr_decision_outcome(decision) == IDR_ACCEPT;
 *     } else {
 *         http_status = idr_error_http_status(error);
 *     }
 *     idr_error_free(&error);
 *     idr_decision_free(&decision);
 *     idr_policy_free(&policy);
 *
 * What the library does
 *  - Functions that can fail return idr_status; IDR_OK is 0. The status says whether the call
 *    worked, the object says what was found. A signature that is not genuine is never IDR_OK.
 *  - Arguments come in one order: what is asked, inputs, outputs, error. Outputs are written on
 *    success only. A decision that is used again is emptied first and stays empty after any
 *    failure.
 *  - The idr_error ** may be NULL. It is written on failure only: a code, a place, a text, and
 *    the HTTP status to answer a webhook with.
 *  - Questions to an object that is NULL have a neutral answer: 0, false, ..._NONE or an absent
 *    text. Calls that can fail refuse a NULL that they need, and numbers that no enum has.
 *  - Lengths over IDR_MAX_BYTES (IDR_MAX_POLICY_BYTES for policies and their tests,
 *    IDR_MAX_RESPONSE_BYTES for HTTP answers, IDR_MAX_RECORDED_BYTES for recorded webhooks) and
 *    counts over IDR_MAX_ITEMS are refused before a byte is read.
 *  - Texts come back as idr_view: UTF-8, not NUL-terminated, owned by the object they come
 *    from, valid until it is freed.
 *  - Nothing is kept in thread-local state, no callback is called, nothing is sent, stored or
 *    logged. A fault of the library comes back as IDR_PANIC, and the library stays usable.
 *
 * What you promise
 *  - An input is a pointer and a length in bytes, or a pointer and a count: so many can be read,
 *    and they do not change during the call. No terminating NUL is needed. NULL with length 0 is
 *    empty input, or input that is not there. Nothing that you pass in is needed afterwards.
 *  - A pointer to an object is NULL, or the object came from this library and is alive. What
 *    came out of the library is changed by the library alone.
 *  - An output can be written to. The variable for an error, and for an object that is made, is
 *    NULL before the call, or what it held is lost.
 *  - Objects are opaque and, unless their comment says otherwise, never change, so that several
 *    threads may read them. Nobody uses an object while it is freed.
 *  - idr_x_free(idr_x **) frees one and sets the pointer to NULL; NULL and a pointer to NULL are
 *    fine.
 *
 * This file is generated from the library and compared with it by a test. */

#ifndef IDENFY_RULES_H
#define IDENFY_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The version of this header. */
#define IDR_VERSION "0.1.0"
#define IDR_VERSION_MAJOR 0
#define IDR_VERSION_MINOR 1
#define IDR_VERSION_PATCH 0

/* The vendor's words, by vocabulary. Others may come: an unknown word is not a fault. */
#define IDR_OVERALL_APPROVED "APPROVED"
#define IDR_OVERALL_DENIED "DENIED"
#define IDR_OVERALL_SUSPECTED "SUSPECTED"
#define IDR_OVERALL_REVIEWING "REVIEWING"
#define IDR_OVERALL_ACTIVE "ACTIVE"
#define IDR_OVERALL_EXPIRED "EXPIRED"
#define IDR_OVERALL_EXPIRED_DELETED "EXPIRED-DELETED"
#define IDR_OVERALL_DELETED "DELETED"
#define IDR_OVERALL_ARCHIVED "ARCHIVED"

#define IDR_DOCUMENT_DOC_VALIDATED "DOC_VALIDATED"
#define IDR_DOCUMENT_DOC_INFO_MISMATCH "DOC_INFO_MISMATCH"
#define IDR_DOCUMENT_DOC_NOT_FOUND "DOC_NOT_FOUND"
#define IDR_DOCUMENT_DOC_NOT_FULLY_VISIBLE "DOC_NOT_FULLY_VISIBLE"
#define IDR_DOCUMENT_DOC_FACE_NOT_FOUND "DOC_FACE_NOT_FOUND"
#define IDR_DOCUMENT_DOC_TOO_BLURRY "DOC_TOO_BLURRY"
#define IDR_DOCUMENT_DOC_GLARED "DOC_GLARED"
#define IDR_DOCUMENT_DOC_FACE_GLARED "DOC_FACE_GLARED"
#define IDR_DOCUMENT_MRZ_NOT_FOUND "MRZ_NOT_FOUND"
#define IDR_DOCUMENT_MRZ_OCR_READING_ERROR "MRZ_OCR_READING_ERROR"
#define IDR_DOCUMENT_BARCODE_NOT_FOUND "BARCODE_NOT_FOUND"
#define IDR_DOCUMENT_DOC_EXPIRED "DOC_EXPIRED"
#define IDR_DOCUMENT_DOC_NOT_SUPPORTED "DOC_NOT_SUPPORTED"
#define IDR_DOCUMENT_COUNTRY_NOT_SUPPORTED "COUNTRY_NOT_SUPPORTED"
#define IDR_DOCUMENT_COUNTRY_MISMATCH "COUNTRY_MISMATCH"
#define IDR_DOCUMENT_DOC_TYPE_MISMATCH "DOC_TYPE_MISMATCH"
#define IDR_DOCUMENT_DOC_SUBTYPE_MISMATCH "DOC_SUBTYPE_MISMATCH"
#define IDR_DOCUMENT_DOC_SIDE_MISMATCH "DOC_SIDE_MISMATCH"
#define IDR_DOCUMENT_DOC_DAMAGED "DOC_DAMAGED"
#define IDR_DOCUMENT_DOC_NOT_ALLOWED "DOC_NOT_ALLOWED"
#define IDR_DOCUMENT_DOC_FAKE "DOC_FAKE"
#define IDR_DOCUMENT_DOC_SPOOF_DETECTED "DOC_SPOOF_DETECTED"
#define IDR_DOCUMENT_MRZ_INVALID "MRZ_INVALID"
#define IDR_DOCUMENT_DOC_PERSONAL_CODE_INVALID "DOC_PERSONAL_CODE_INVALID"
#define IDR_DOCUMENT_DOC_NAME_ERROR "DOC_NAME_ERROR"
#define IDR_DOCUMENT_DOC_SURNAME_ERROR "DOC_SURNAME_ERROR"
#define IDR_DOCUMENT_DOC_EXPIRY_ERROR "DOC_EXPIRY_ERROR"
#define IDR_DOCUMENT_DOC_DOB_ERROR "DOC_DOB_ERROR"
#define IDR_DOCUMENT_DOC_PERSONAL_NUMBER_ERROR "DOC_PERSONAL_NUMBER_ERROR"
#define IDR_DOCUMENT_DOC_NUMBER_ERROR "DOC_NUMBER_ERROR"
#define IDR_DOCUMENT_DOC_DATE_OF_ISSUE_ERROR "DOC_DATE_OF_ISSUE_ERROR"
#define IDR_DOCUMENT_DOC_SEX_ERROR "DOC_SEX_ERROR"
#define IDR_DOCUMENT_DOC_NATIONALITY_ERROR "DOC_NATIONALITY_ERROR"
#define IDR_DOCUMENT_DOC_NOT_ANALYSED "DOC_NOT_ANALYSED"
#define IDR_DOCUMENT_DOC_ERROR "DOC_ERROR"
#define IDR_DOCUMENT_AUTO_UNVERIFIABLE "AUTO_UNVERIFIABLE"
#define IDR_DOCUMENT_EID_FAILED "EID_FAILED"
#define IDR_DOCUMENT_NFC_INIT_FAILED "NFC_INIT_FAILED"
#define IDR_DOCUMENT_NFC_FAILED "NFC_FAILED"
#define IDR_DOCUMENT_NFC_TIMEOUT "NFC_TIMEOUT"

#define IDR_FACE_FACE_MATCH "FACE_MATCH"
#define IDR_FACE_FACE_NOT_CHECKED "FACE_NOT_CHECKED"
#define IDR_FACE_FACE_MISMATCH "FACE_MISMATCH"
#define IDR_FACE_NO_FACE_FOUND "NO_FACE_FOUND"
#define IDR_FACE_TOO_MANY_FACES "TOO_MANY_FACES"
#define IDR_FACE_FACE_TOO_BLURRY "FACE_TOO_BLURRY"
#define IDR_FACE_FACE_GLARED "FACE_GLARED"
#define IDR_FACE_FACE_UNCERTAIN "FACE_UNCERTAIN"
#define IDR_FACE_FACE_NOT_ANALYSED "FACE_NOT_ANALYSED"
#define IDR_FACE_FACE_ERROR "FACE_ERROR"
#define IDR_FACE_AUTO_UNVERIFIABLE "AUTO_UNVERIFIABLE"
#define IDR_FACE_FAKE_FACE "FAKE_FACE"
#define IDR_FACE_FACE_SUSPECTED "FACE_SUSPECTED"
#define IDR_FACE_FACE_BLACKLISTED "FACE_BLACKLISTED"

#define IDR_TAG_FACE_IN_BLACKLIST "FACE_IN_BLACKLIST"
#define IDR_TAG_DOC_FACE_IN_BLACKLIST "DOC_FACE_IN_BLACKLIST"
#define IDR_TAG_DATA_IN_BLACKLIST "DATA_IN_BLACKLIST"
#define IDR_TAG_FACE_BLACKLISTED "FACE_BLACKLISTED"
#define IDR_TAG_DOC_FACE_BLACKLISTED "DOC_FACE_BLACKLISTED"
#define IDR_TAG_DATA_BLACKLISTED "DATA_BLACKLISTED"
#define IDR_TAG_DUPLICATE_FACE "DUPLICATE_FACE"
#define IDR_TAG_DUPLICATE_DOC_FACE "DUPLICATE_DOC_FACE"
#define IDR_TAG_DUPLICATE_PERSONAL_DATA "DUPLICATE_PERSONAL_DATA"
#define IDR_TAG_VIRTUAL_CAMERA "VIRTUAL_CAMERA"
#define IDR_TAG_ADDRESS_UNVERIFIED "ADDRESS_UNVERIFIED"
#define IDR_TAG_PORTRAIT_SUBSTITUTION "PORTRAIT_SUBSTITUTION"
#define IDR_TAG_FACE_SUSPECTED "FACE_SUSPECTED"
#define IDR_TAG_DOC_MOBILE_PHOTO "DOC_MOBILE_PHOTO"
#define IDR_TAG_DOC_PRINT_SPOOFED "DOC_PRINT_SPOOFED"
#define IDR_TAG_FAKE_PHOTO "FAKE_PHOTO"
#define IDR_TAG_DEV_TOOLS_OPENED "DEV_TOOLS_OPENED"
#define IDR_TAG_AML_SUSPECTION "AML_SUSPECTION"
#define IDR_TAG_AML_FAILED "AML_FAILED"
#define IDR_TAG_LID_SUSPECTION "LID_SUSPECTION"
#define IDR_TAG_LID_FAILED "LID_FAILED"
#define IDR_TAG_SANCTIONS_SUSPECTION "SANCTIONS_SUSPECTION"
#define IDR_TAG_SANCTIONS_FAILED "SANCTIONS_FAILED"
#define IDR_TAG_CRIMINAL_SUSPECTED "CRIMINAL_SUSPECTED"
#define IDR_TAG_CRIMINAL_CHECK_FAILED "CRIMINAL_CHECK_FAILED"
#define IDR_TAG_RC_FAILED "RC_FAILED"
#define IDR_TAG_DL_FAILED "DL_FAILED"
#define IDR_TAG_AUTO_UNVERIFIABLE "AUTO_UNVERIFIABLE"
#define IDR_TAG_URJANET_FAILURE "URJANET_FAILURE"
#define IDR_TAG_NAME "NAME"
#define IDR_TAG_SURNAME "SURNAME"
#define IDR_TAG_FULL_NAME "FULL_NAME"
#define IDR_TAG_DATE_OF_BIRTH "DATE_OF_BIRTH"
#define IDR_TAG_PERSONAL_CODE "PERSONAL_CODE"
#define IDR_TAG_DOCUMENT_NUMBER "DOCUMENT_NUMBER"
#define IDR_TAG_NATIONALITY "NATIONALITY"
#define IDR_TAG_SEX "SEX"
#define IDR_TAG_EXPIRY_DATE "EXPIRY_DATE"
#define IDR_TAG_DATE_OF_ISSUE "DATE_OF_ISSUE"
#define IDR_TAG_DOC_INFO_MISMATCH "DOC_INFO_MISMATCH"
#define IDR_TAG_UNDER_AGE "UNDER_AGE"
#define IDR_TAG_OVER_AGE "OVER_AGE"
#define IDR_TAG_UNKNOWN_AGE "UNKNOWN_AGE"
#define IDR_TAG_UTILITY_ADDRESS "UTILITY_ADDRESS"
#define IDR_TAG_UTILITY_NAME "UTILITY_NAME"
#define IDR_TAG_EXPIRED_UTILITY_BILL "EXPIRED_UTILITY_BILL"
#define IDR_TAG_INVALID_ADDITIONAL_STEP "INVALID_ADDITIONAL_STEP"
#define IDR_TAG_ADDITIONAL_STEP_NOT_FOUND "ADDITIONAL_STEP_NOT_FOUND"
#define IDR_TAG_ADDITIONAL_STEP_INFORMATION_MISMATCH "ADDITIONAL_STEP_INFORMATION_MISMATCH"
#define IDR_TAG_EXPIRED_ADDITIONAL_STEP_INFORMATION "EXPIRED_ADDITIONAL_STEP_INFORMATION"
#define IDR_TAG_REGISTRY_CENTER_INFO_MISMATCH "REGISTRY_CENTER_INFO_MISMATCH"
#define IDR_TAG_DRIVER_LICENSE_INFO_MISMATCH "DRIVER_LICENSE_INFO_MISMATCH"
#define IDR_TAG_NOT_SUPPORTED_POA_DOCUMENT_TYPE "NOT_SUPPORTED_POA_DOCUMENT_TYPE"
#define IDR_TAG_NOT_SUPPORTED_POA_DOCUMENT_COUNTRY "NOT_SUPPORTED_POA_DOCUMENT_COUNTRY"
#define IDR_TAG_POA_COUNTRIES_MISMATCH "POA_COUNTRIES_MISMATCH"
#define IDR_TAG_POA_SCREENSHOT_DETECTED "POA_SCREENSHOT_DETECTED"

#define IDR_STEP_VALID "VALID"
#define IDR_STEP_INVALID "INVALID"
#define IDR_STEP_NOT_FOUND "NOT_FOUND"
#define IDR_STEP_NOT_CHECKED "NOT_CHECKED"

#define IDR_SERVICE_HIT "HIT"
#define IDR_SERVICE_FAILED "FAILED"
#define IDR_SERVICE_UNCLEAR "UNCLEAR"
#define IDR_SERVICE_CLEAR "CLEAR"
#define IDR_SERVICE_NOT_CHECKED "NOT_CHECKED"

#define IDR_AML_V2_SUSPECTED "SUSPECTED"
#define IDR_AML_V2_NOT_SUSPECTED "NOT_SUSPECTED"

#define IDR_AML_HIT_SANCTION "SANCTION"
#define IDR_AML_HIT_INTERPOL "INTERPOL"
#define IDR_AML_HIT_PEPS "PEPS"
#define IDR_AML_HIT_ADVERSE_MEDIA "ADVERSE_MEDIA"
#define IDR_AML_HIT_OTHER "OTHER"

#define IDR_AML_V3_NOT_CHECKED "NOT_CHECKED"
#define IDR_AML_V3_NO_FLAGS "NO_FLAGS"
#define IDR_AML_V3_FALSE_POSITIVE "FALSE_POSITIVE"
#define IDR_AML_V3_FLAGS_FOUND "FLAGS_FOUND"
#define IDR_AML_V3_TRUE_POSITIVE "TRUE_POSITIVE"

#define IDR_RISK_VERY_LOW "VERY_LOW"
#define IDR_RISK_LOW "LOW"
#define IDR_RISK_MEDIUM "MEDIUM"
#define IDR_RISK_HIGH "HIGH"
#define IDR_RISK_VERY_HIGH "VERY_HIGH"
#define IDR_RISK_NOT_CHECKED "NOT_CHECKED"

#define IDR_COMPARISON_MATCH "MATCH"
#define IDR_COMPARISON_NO_MATCH "NO_MATCH"
#define IDR_COMPARISON_NOT_COMPARED "NOT_COMPARED"

#define IDR_ADDRESS_VERIFIED "VERIFIED"
#define IDR_ADDRESS_PARTIALLY_VERIFIED "PARTIALLY_VERIFIED"
#define IDR_ADDRESS_UNVERIFIED "UNVERIFIED"
#define IDR_ADDRESS_NOT_CHECKED "NOT_CHECKED"

#define IDR_AGE_UNDER_8 "UNDER_8"
#define IDR_AGE_UNDER_13 "UNDER_13"
#define IDR_AGE_OVER_8 "OVER_8"
#define IDR_AGE_OVER_13 "OVER_13"
#define IDR_AGE_OVER_16 "OVER_16"
#define IDR_AGE_OVER_18 "OVER_18"
#define IDR_AGE_OVER_21 "OVER_21"
#define IDR_AGE_OVER_22 "OVER_22"
#define IDR_AGE_OVER_25 "OVER_25"
#define IDR_AGE_OVER_30 "OVER_30"
#define IDR_AGE_NOT_CHECKED "NOT_CHECKED"

#define IDR_PLATFORM_PC "PC"
#define IDR_PLATFORM_MOBILE "MOBILE"
#define IDR_PLATFORM_TABLET "TABLET"
#define IDR_PLATFORM_MOBILE_APP "MOBILE_APP"
#define IDR_PLATFORM_MOBILE_SDK "MOBILE_SDK"
#define IDR_PLATFORM_OTHER "OTHER"

#define IDR_EVENT_IDENTIFICATION "IDENTIFICATION"
#define IDR_EVENT_IDENTIFICATION_AUTO_FINISHED "IDENTIFICATION_AUTO_FINISHED"
#define IDR_EVENT_IDENTIFICATION_MANUAL_FINISHED "IDENTIFICATION_MANUAL_FINISHED"
#define IDR_EVENT_IDENTIFICATION_RESUBMITTED "IDENTIFICATION_RESUBMITTED"
#define IDR_EVENT_IDENTIFICATION_CANCELLED "IDENTIFICATION_CANCELLED"
#define IDR_EVENT_IDENTIFICATION_EXPIRED "IDENTIFICATION_EXPIRED"
#define IDR_EVENT_DOCUMENT_EXPIRATION "DOCUMENT_EXPIRATION"
#define IDR_EVENT_VIDEO_CALL_FINISHED "VIDEO_CALL_FINISHED"
#define IDR_EVENT_FACIAL_AUTHENTICATION "FACIAL_AUTHENTICATION"
#define IDR_EVENT_AML_MONITORING "AML_MONITORING"
#define IDR_EVENT_AML_MONITORING_EXPIRATION "AML_MONITORING_EXPIRATION"
#define IDR_EVENT_COMPANY_REVIEW "COMPANY_REVIEW"
#define IDR_EVENT_COMPANY_DELETE "COMPANY_DELETE"
#define IDR_EVENT_COMPANY_AML_REVIEW "COMPANY_AML_REVIEW"
#define IDR_EVENT_COMPANY_INFO_REQUEST "COMPANY_INFO_REQUEST"
#define IDR_EVENT_COMPANY_EXPIRATION "COMPANY_EXPIRATION"
#define IDR_EVENT_COMPANY_SUBMIT "COMPANY_SUBMIT"
#define IDR_EVENT_GOV_ORDERED_DOCUMENT "GOV_ORDERED_DOCUMENT"
#define IDR_EVENT_SOS_REPORT "SOS_REPORT"
#define IDR_EVENT_BANK_CARD_VERIFICATION_COMPLETED "BANK_CARD_VERIFICATION_COMPLETED"
#define IDR_EVENT_AGE_ESTIMATION "AGE_ESTIMATION"

#define IDR_IDENTIFIER_INTERNAL_ERROR "INTERNAL_ERROR"
#define IDR_IDENTIFIER_BAD_VALUE "BAD_VALUE"
#define IDR_IDENTIFIER_MISSING_VALUE "MISSING_VALUE"
#define IDR_IDENTIFIER_UNAUTHORIZED "UNAUTHORIZED"
#define IDR_IDENTIFIER_ENCODING_ERROR "ENCODING_ERROR"
#define IDR_IDENTIFIER_JSON_ERROR "JSON_ERROR"
#define IDR_IDENTIFIER_TOKEN_NOT_VALID "TOKEN_NOT_VALID"
#define IDR_IDENTIFIER_PARTNER_CONTRACT_ERROR "PARTNER_CONTRACT_ERROR"
#define IDR_IDENTIFIER_METHOD_NOT_ALLOWED "METHOD_NOT_ALLOWED"
#define IDR_IDENTIFIER_PERMISSIONS_ERROR "PERMISSIONS_ERROR"
#define IDR_IDENTIFIER_TOO_MANY_REQUESTS "TOO_MANY_REQUESTS"
#define IDR_IDENTIFIER_VALIDATION_ERROR "VALIDATION_ERROR"
#define IDR_IDENTIFIER_PARTNER_ERROR "PARTNER_ERROR"

#define IDR_TOKEN_TYPE_IDENTIFICATION "IDENTIFICATION"
#define IDR_TOKEN_TYPE_DOCUMENT "DOCUMENT"
#define IDR_TOKEN_TYPE_VIDEO_CALL "VIDEO_CALL"
#define IDR_TOKEN_TYPE_VIDEO_CALL_PHOTOS "VIDEO_CALL_PHOTOS"
#define IDR_TOKEN_TYPE_VIDEO_CALL_IDENTIFICATION "VIDEO_CALL_IDENTIFICATION"

#define IDR_DOC_TYPE_PASSPORT "PASSPORT"
#define IDR_DOC_TYPE_ID_CARD "ID_CARD"
#define IDR_DOC_TYPE_DRIVER_LICENSE "DRIVER_LICENSE"
#define IDR_DOC_TYPE_RESIDENCE_PERMIT "RESIDENCE_PERMIT"
#define IDR_DOC_TYPE_VISA "VISA"
#define IDR_DOC_TYPE_NATIONAL_PASSPORT "NATIONAL_PASSPORT"
#define IDR_DOC_TYPE_PAN_CARD "PAN_CARD"
#define IDR_DOC_TYPE_AADHAAR "AADHAAR"
#define IDR_DOC_TYPE_OLD_ID_CARD "OLD_ID_CARD"
#define IDR_DOC_TYPE_MILITARY_CARD "MILITARY_CARD"
#define IDR_DOC_TYPE_ADDRESS_CARD "ADDRESS_CARD"
#define IDR_DOC_TYPE_PROVISIONAL_DRIVER_LICENSE "PROVISIONAL_DRIVER_LICENSE"
#define IDR_DOC_TYPE_SMART_ID "SMART_ID"
#define IDR_DOC_TYPE_BANK_ID_SE "BANK_ID_SE"
#define IDR_DOC_TYPE_BANK_ID_NO "BANK_ID_NO"
#define IDR_DOC_TYPE_BANK_ID_CZ "BANK_ID_CZ"
#define IDR_DOC_TYPE_CLEAR "CLEAR"
#define IDR_DOC_TYPE_ONE_ID "ONE_ID"
#define IDR_DOC_TYPE_MIT_ID "MIT_ID"
#define IDR_DOC_TYPE_VERIMI "VERIMI"
#define IDR_DOC_TYPE_SPID "SPID"
#define IDR_DOC_TYPE_ITSME "ITSME"
#define IDR_DOC_TYPE_FTN "FTN"
#define IDR_DOC_TYPE_YOTI_ID "YOTI_ID"
#define IDR_DOC_TYPE_LA_WALLET "LA_WALLET"
#define IDR_DOC_TYPE_SAMSUNG_WALLET "SAMSUNG_WALLET"
#define IDR_DOC_TYPE_MOJE_ID_CZ "MOJE_ID_CZ"
#define IDR_DOC_TYPE_BORDER_CROSSING "BORDER_CROSSING"
#define IDR_DOC_TYPE_ASYLUM "ASYLUM"
#define IDR_DOC_TYPE_PHOTO_CARD "PHOTO_CARD"
#define IDR_DOC_TYPE_PROOF_OF_AGE_CARD "PROOF_OF_AGE_CARD"
#define IDR_DOC_TYPE_TRAVEL_CARD "TRAVEL_CARD"
#define IDR_DOC_TYPE_VOTER_CARD "VOTER_CARD"
#define IDR_DOC_TYPE_DIPLOMATIC_ID "DIPLOMATIC_ID"
#define IDR_DOC_TYPE_WORK_PERMIT "WORK_PERMIT"
#define IDR_DOC_TYPE_SOCIAL_SECURITY_CARD "SOCIAL_SECURITY_CARD"
#define IDR_DOC_TYPE_OTHER "OTHER"
#define IDR_DOC_TYPE_INTERNATIONAL_PASSPORT "INTERNATIONAL_PASSPORT"

#define IDR_DUMMY_STATUS_APPROVED "APPROVED"
#define IDR_DUMMY_STATUS_DENIED "DENIED"
#define IDR_DUMMY_STATUS_SUSPECTED "SUSPECTED"
#define IDR_DUMMY_STATUS_EXPIRED "EXPIRED"
#define IDR_DUMMY_STATUS_ACTIVE "ACTIVE"

#define IDR_SEX_M "M"
#define IDR_SEX_F "F"

#define IDR_LOCALE_EN "EN"
#define IDR_LOCALE_ES "ES"
#define IDR_LOCALE_FR "FR"
#define IDR_LOCALE_RU "RU"
#define IDR_LOCALE_DE "DE"
#define IDR_LOCALE_IT "IT"
#define IDR_LOCALE_PL "PL"
#define IDR_LOCALE_LT "LT"
#define IDR_LOCALE_LV "LV"
#define IDR_LOCALE_ET "ET"
#define IDR_LOCALE_SV "SV"
#define IDR_LOCALE_CS "CS"
#define IDR_LOCALE_RO "RO"
#define IDR_LOCALE_HU "HU"
#define IDR_LOCALE_JA "JA"
#define IDR_LOCALE_BG "BG"
#define IDR_LOCALE_NL "NL"
#define IDR_LOCALE_PT "PT"
#define IDR_LOCALE_UK "UK"
#define IDR_LOCALE_SK "SK"
#define IDR_LOCALE_SI "SI"
#define IDR_LOCALE_VI "VI"
#define IDR_LOCALE_TH "TH"
#define IDR_LOCALE_HI "HI"
#define IDR_LOCALE_ID "ID"
#define IDR_LOCALE_HR "HR"
#define IDR_LOCALE_DA "DA"
#define IDR_LOCALE_FI "FI"
#define IDR_LOCALE_EL "EL"
#define IDR_LOCALE_NO "NO"
#define IDR_LOCALE_TR "TR"
#define IDR_LOCALE_SR "SR"
#define IDR_LOCALE_ZH "ZH"
#define IDR_LOCALE_ZH_TW "ZH_TW"
#define IDR_LOCALE_KO "KO"

#define IDR_STEP_TYPE_UPLOAD "UPLOAD"
#define IDR_STEP_TYPE_EXTRACT "EXTRACT"
#define IDR_STEP_TYPE_COMPARE "COMPARE"

#define IDR_NAME_MATCHING_ANY_NAME "ANY_NAME"
#define IDR_NAME_MATCHING_ONE_NAME "ONE_NAME"
#define IDR_NAME_MATCHING_ALL_NAMES "ALL_NAMES"

#define IDR_CROSS_MATCH_DOCUMENT_NUMBER "DOCUMENT_NUMBER"
#define IDR_CROSS_MATCH_PERSONAL_CODE "PERSONAL_CODE"
#define IDR_CROSS_MATCH_EXPIRY_DATE "EXPIRY_DATE"
#define IDR_CROSS_MATCH_DATE_OF_BIRTH "DATE_OF_BIRTH"
#define IDR_CROSS_MATCH_DATE_OF_ISSUE "DATE_OF_ISSUE"


/*
 * Grows with a release whose functions, structs or numbers differ from those of the one before;
 * compare with idr_abi_version().
 */
#define IDR_ABI_VERSION 1

/* The longest body, profile, record, header, key or word that is looked at, in bytes. */
#define IDR_MAX_BYTES 1048576

/* The longest policy document, or file of tests for one, that is looked at, in bytes. */
#define IDR_MAX_POLICY_BYTES 16777216

/* The longest HTTP answer that is looked at, in bytes: a file may come back. */
#define IDR_MAX_RESPONSE_BYTES 67108864

/* The longest text of recorded webhooks that is looked at, in bytes. */
#define IDR_MAX_RECORDED_BYTES 1073741824

/* The most items of an array that are looked at: headers, keys, records. */
#define IDR_MAX_ITEMS 10000

/*
 * Whether a call worked. Numbers never change and are never reused; new ones may be added in
 * each group: below 100 the call itself, from 100 webhooks, from 200 policies, from 300 history.
 */
enum idr_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* The call worked. */
    IDR_OK = 0,
    /*
     * A pointer that must not be NULL is NULL, a number is none of its enum, or a text that
     * must be UTF-8 is not.
     */
    IDR_INVALID_ARGUMENT = 1,
    /* A fault of the library. It stays usable; please report it. */
    IDR_PANIC = 2,
    /* A length or a count is over its limit. Nothing was read. */
    IDR_TOO_LONG = 3,
    /* A profile, a context, a date or another value that cannot be used; the error says why. */
    IDR_UNUSABLE_INPUT = 4,
    /* The webhook is not proven to be genuine: answer HTTP 401. */
    IDR_NOT_GENUINE = 100,
    /* The body cannot be used: answer HTTP 400. */
    IDR_UNUSABLE_BODY = 101,
    /* The policy document cannot be used. */
    IDR_UNUSABLE_POLICY = 200,
    /* The policy asks for the age or the days to expiry and needs to be told the day. */
    IDR_TODAY_REQUIRED = 201,
    /* The file of tests for a policy cannot be used. */
    IDR_UNUSABLE_TEST_FILE = 202,
    /* The claim about a policy cannot be used. */
    IDR_UNUSABLE_CLAIM = 203,
    /* The text is not a stored record of this library. */
    IDR_UNUSABLE_RECORD = 300,
    /* The decision names no verification, or another one than the record. */
    IDR_OTHER_VERIFICATION = 301,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_status idr_status;
#else
typedef uint32_t idr_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* How much a finding weighs. */
enum idr_severity
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* There is no such finding. */
    IDR_SEVERITY_NONE = 0,
    /* The API refuses this, or the integration cannot work with it. */
    IDR_SEVERITY_ERROR = 1,
    /* Worth a look; it may work. */
    IDR_SEVERITY_WARNING = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_severity idr_severity;
#else
typedef uint32_t idr_severity;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* What an HTTP answer asks of the caller. */
enum idr_action
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* There is no classification. */
    IDR_ACTION_NONE = 0,
    /* Use the answer. */
    IDR_ACTION_PROCEED = 1,
    /* Send the same request again, unchanged, not sooner than the delay. */
    IDR_ACTION_RETRY = 2,
    /* Change the request; the pointers say where. */
    IDR_ACTION_FIX = 3,
    /* A person or another team must act. */
    IDR_ACTION_ESCALATE = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_action idr_action;
#else
typedef uint32_t idr_action;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* Who has to act on IDR_ACTION_ESCALATE. */
enum idr_escalate_to
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* Nobody: the action is another one. */
    IDR_ESCALATE_TO_NONE = 0,
    /* Whoever writes the integration. */
    IDR_ESCALATE_TO_DEVELOPER = 1,
    /* Whoever runs it: keys, network, quotas. */
    IDR_ESCALATE_TO_OPERATIONS = 2,
    /* The iDenfy account manager: contract, credits, features. */
    IDR_ESCALATE_TO_ACCOUNT_MANAGER = 3,
    /* iDenfy's technical support. */
    IDR_ESCALATE_TO_IDENFY_SUPPORT = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_escalate_to idr_escalate_to;
#else
typedef uint32_t idr_escalate_to;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* What the member `final` of a webhook says: whether this is the last word. */
enum idr_final
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* Nothing: it is absent or no boolean. */
    IDR_FINAL_NONE = 0,
    /* `false`: another result follows. */
    IDR_FINAL_FALSE = 1,
    /* `true`: the last word. */
    IDR_FINAL_TRUE = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_final idr_final;
#else
typedef uint32_t idr_final;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* What to do about the person. */
enum idr_outcome
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* Nothing: the webhook says nothing about a verification, or there is no decision. */
    IDR_NONE = 0,
    /* Let the person in. */
    IDR_ACCEPT = 1,
    /* Ask the person to try again. */
    IDR_RETRY = 2,
    /* Somebody of yours has to look at it. */
    IDR_REVIEW = 3,
    /* Turn the person away. */
    IDR_REJECT = 4,
    /* A further result is due; do nothing yet. */
    IDR_WAIT = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_outcome idr_outcome;
#else
typedef uint32_t idr_outcome;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* Where a verification stands. */
enum idr_lifecycle
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* Nowhere: the webhook says nothing about a verification, or there is no decision. */
    IDR_LIFECYCLE_NONE = 0,
    /* The last word has been spoken. */
    IDR_LIFECYCLE_DECIDED = 1,
    /* `final` is false: another result follows. */
    IDR_LIFECYCLE_PRELIMINARY = 2,
    /* REVIEWING or ACTIVE: nobody has decided yet. */
    IDR_LIFECYCLE_PENDING = 3,
    /* Expired or cancelled: nothing was decided. */
    IDR_LIFECYCLE_UNFINISHED = 4,
    /* DELETED or ARCHIVED: the record carries no evidence. */
    IDR_LIFECYCLE_ERASED = 5,
    /* The vocabulary does not have the verdict. */
    IDR_LIFECYCLE_UNKNOWN = 6,
    /* Event, verdict and `final` contradict each other. */
    IDR_LIFECYCLE_CONTRADICTORY = 7,
    /* `final` is absent while a manual result is, too. */
    IDR_LIFECYCLE_UNMARKED = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_lifecycle idr_lifecycle;
#else
typedef uint32_t idr_lifecycle;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* What the person can do now. */
enum idr_next_step
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* Nothing. */
    IDR_NEXT_STEP_NONE = 0,
    /* Begin a new verification. */
    IDR_NEXT_STEP_START_AGAIN = 1,
    /* Take a better picture of the document. */
    IDR_NEXT_STEP_RETAKE_DOCUMENT = 2,
    /* Take a better selfie. */
    IDR_NEXT_STEP_RETAKE_SELFIE = 3,
    /* Use another document. */
    IDR_NEXT_STEP_OTHER_DOCUMENT = 4,
    /* Hand in the extra document. */
    IDR_NEXT_STEP_PROVIDE_ADDITIONAL = 5,
    /* Wait for the result. */
    IDR_NEXT_STEP_WAIT = 6,
    /* Contact your support. */
    IDR_NEXT_STEP_CONTACT_SUPPORT = 7,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_next_step idr_next_step;
#else
typedef uint32_t idr_next_step;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* What a delivery was, seen from the record. */
enum idr_transition_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* There is no transition. */
    IDR_TRANSITION_NONE = 0,
    /* The first delivery. */
    IDR_TRANSITION_NEW = 1,
    /* The same bytes again. */
    IDR_TRANSITION_DUPLICATE = 2,
    /* Overtaken by what is known, or a mark on it. */
    IDR_TRANSITION_LATE = 3,
    /* It takes the place of what was not yet a verdict. */
    IDR_TRANSITION_REPLACE = 4,
    /* The same verdict again. */
    IDR_TRANSITION_REFRESH = 5,
    /* A resubmission: the verdict is open again. */
    IDR_TRANSITION_REOPEN = 6,
    /* A stricter verdict. */
    IDR_TRANSITION_STRICTER = 7,
    /* A milder verdict, which goes to review. */
    IDR_TRANSITION_MILDER = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_transition_kind idr_transition_kind;
#else
typedef uint32_t idr_transition_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* Why a new token makes sense or not. */
enum idr_start_reason
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* There is no answer. */
    IDR_START_NONE = 0,
    /* Nothing speaks against it. */
    IDR_START_GO = 1,
    /* The client was accepted already. */
    IDR_START_ALREADY_ACCEPTED = 2,
    /* The session of the last token can still be used. */
    IDR_START_SESSION_ACTIVE = 3,
    /* The client has used up the attempts that you allow. */
    IDR_START_TOO_MANY_ATTEMPTS = 4,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_start_reason idr_start_reason;
#else
typedef uint32_t idr_start_reason;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* Which call was made. Success looks different for each. */
enum idr_operation
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* POST /api/v2/token. */
    IDR_OPERATION_CREATE_TOKEN = 1,
    /* POST /api/v2/process: direct processing, spends the token at once. */
    IDR_OPERATION_PROCESS = 2,
    /* POST /api/v2/delete. */
    IDR_OPERATION_DELETE = 3,
    /* POST /api/v2/status. */
    IDR_OPERATION_STATUS = 4,
    /* POST /api/v2/data. */
    IDR_OPERATION_DATA = 5,
    /* POST /api/v2/files. */
    IDR_OPERATION_FILES = 6,
    /* The report of a verification as a PDF file. */
    IDR_OPERATION_PDF = 7,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_operation idr_operation;
#else
typedef uint32_t idr_operation;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 * What the HTTP client reports when there is no answer, or when the body broke off. Up to
 * IDR_TRANSPORT_SEND_FAILED the request cannot have arrived.
 */
enum idr_transport
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* The answer arrived whole. */
    IDR_TRANSPORT_NONE = 0,
    /* The name was not resolved. */
    IDR_TRANSPORT_DNS = 1,
    /* The connection was refused. */
    IDR_TRANSPORT_CONNECT_REFUSED = 2,
    /* No connection in time. */
    IDR_TRANSPORT_CONNECT_TIMEOUT = 3,
    /* No route to the host or network. */
    IDR_TRANSPORT_NETWORK_UNREACHABLE = 4,
    /* TLS failed for another reason than the certificate. */
    IDR_TRANSPORT_TLS_HANDSHAKE = 5,
    /* The request was not sent in full. */
    IDR_TRANSPORT_SEND_FAILED = 6,
    /* The connection ended before the answer was complete. */
    IDR_TRANSPORT_CONNECTION_RESET = 7,
    /* What came back is not HTTP. */
    IDR_TRANSPORT_PROTOCOL_ERROR = 8,
    /* The request was sent and no answer came in time. */
    IDR_TRANSPORT_RESPONSE_TIMEOUT = 9,
    /* The answer ended early. */
    IDR_TRANSPORT_RESPONSE_TRUNCATED = 10,
    /* Anything else: treated as if the request may have arrived. */
    IDR_TRANSPORT_UNKNOWN = 11,
    /* The certificate did not verify. */
    IDR_TRANSPORT_TLS_CERTIFICATE = 12,
    /* Your own proxy refused the connection. */
    IDR_TRANSPORT_PROXY_CONNECT = 13,
    /* You cancelled the call. */
    IDR_TRANSPORT_CANCELLED = 14,
    /* The request could not even be built. */
    IDR_TRANSPORT_INVALID_REQUEST = 15,
    /* The HTTP client followed redirects until it gave up. */
    IDR_TRANSPORT_REDIRECT_LOOP = 16,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_transport idr_transport;
#else
typedef uint32_t idr_transport;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/* A published host of the vendor's verification pages. */
enum idr_host
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /* ui.idenfy.com: the host of the vendor's overview. */
    IDR_HOST_UI = 1,
    /* ivs.idenfy.com: the host of the vendor's FAQ, of older pages and of the API itself. */
    IDR_HOST_IVS = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_host idr_host;
#else
typedef uint32_t idr_host;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 * What one HTTP answer, or one transport failure, asks of you.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_classification_free(); views from it end then.
 */
typedef struct idr_classification idr_classification;

/*
 * What you know about the call that was answered. Only the attempt number is required.
 *
 * Threads: it changes when it is set, so set it from one thread at a time and not while it is
 * in use; several threads may classify with it while nobody sets it. Lifetime: yours, until
 * idr_context_free(); classifications do not need it any more.
 */
typedef struct idr_context idr_context;

/*
 * A decision about one webhook, with everything an auditor asks for and no personal data in its
 * JSON form. An empty one answers every question as NULL does; its outcome is IDR_NONE.
 *
 * Threads: several may read it as long as nobody decides into it; decide into it from one
 * thread at a time. Lifetime: yours, until idr_decision_free(); views from it end then, and
 * with the next call that decides into it.
 */
typedef struct idr_decision idr_decision;

/*
 * The content of a webhook, read but not judged. It holds personal data.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_delivery_free(); views from it end then. It keeps a copy of the body.
 */
typedef struct idr_delivery idr_delivery;

/*
 * The usual mistake behind a signature that does not match. It is a guess for developers: the
 * webhook stays refused. Neither a key nor the right signature is in it.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_diagnosis_free(); views from it end then.
 */
typedef struct idr_diagnosis idr_diagnosis;

/*
 * Why a call failed: a code for programs, a text for people, the place, and the HTTP status to
 * answer a webhook with. It repeats nothing from a body, a key or a header.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_error_free(); views from it end then. It is written only when a call fails; free it
 * before you pass the same variable again.
 */
typedef struct idr_error idr_error;

/*
 * A loaded policy.
 *
 * Threads: never changes, so many threads may decide with it at once. Lifetime: yours, until
 * idr_policy_free(); views from it end then, decisions do not need it any more.
 */
typedef struct idr_policy idr_policy;

/*
 * What is known about the account that asks for tokens: environment, features, countries.
 *
 * Threads: never changes, so several threads may use it. Lifetime: yours, until
 * idr_profile_free(); reports do not need it any more.
 */
typedef struct idr_profile idr_profile;

/*
 * What is known about one verification after the deliveries so far: small, without personal
 * data, stored by you as JSON.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_record_free(); views from it end then. One that a transition shows belongs to that.
 */
typedef struct idr_record idr_record;

/*
 * All findings about one token request, in the order of the body, or about one part of an
 * integration.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_report_free(); views from it end then.
 */
typedef struct idr_report idr_report;

/*
 * What became of the cases of a test file, and what they left untried. It holds no personal data
 * of a webhook.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_test_run_free(); views from it end then. It does not need the policy any more.
 */
typedef struct idr_test_run idr_test_run;

/*
 * A text that a call made: a signature, a page, or a result that is JSON as a whole.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_text_free(); the view of it ends then.
 */
typedef struct idr_text idr_text;

/*
 * What a delivery did to the record of its verification: what to store, and whether to act.
 *
 * Threads: never changes, so several threads may read it. Lifetime: yours, until
 * idr_transition_free(); views from it, and the record that it shows, end then.
 */
typedef struct idr_transition idr_transition;

/*
 * A text: `len` bytes at `ptr`, not NUL-terminated.
 *
 * From the library it is UTF-8, owned by the object it comes from and valid until that is freed
 * (or, for a decision that is used again, until the next call with it). An absent text has
 * `ptr` NULL and `len` 0. Into the library it is any bytes, needed during the call only.
 */
typedef struct {
    /* The first byte. */
    const uint8_t *ptr;
    /* The number of bytes. */
    size_t len;
} idr_view;

/* One header of an HTTP answer; a repeated header is several of them. */
typedef struct {
    /* Its name, in any case. */
    idr_view name;
    /* Its value. */
    idr_view value;
} idr_header;

/* How long to wait before a retry, in milliseconds. */
typedef struct {
    /* The shortest wait: what the server asked for, else 0. */
    uint64_t min_ms;
    /* The longest wait. */
    uint64_t max_ms;
    /* The wait that your jitter draws between the two; `max_ms` without a jitter. */
    uint64_t ms;
} idr_delay;

/*
 * How many retries a whole program may still make, as a plain value that you keep: one for all
 * calls that share a fate. Start with both members 500. A retry costs 5, one after a timeout
 * 10, a success gives 1 back.
 */
typedef struct {
    /* What it holds when it is full. */
    uint32_t capacity;
    /* What is left. */
    uint32_t available;
} idr_retry_budget;

/*
 * What is known about a webhook besides its body. All zero: nothing, and the decision names the
 * body by its digest.
 */
typedef struct {
    /* The Idenfy-Event-Type header; absent when there was none. It is not signed. */
    idr_view event_type;
    /*
     * Today's year, for policies that ask the age or the days to expiry. Year, month and day are
     * all 0 where the day is not told.
     */
    uint32_t year;
    /* Today's month, 1 to 12. */
    uint32_t month;
    /* Today's day of the month, 1 to 31. */
    uint32_t day;
    /* Saves the time for the digest; duplicates cannot be seen later, see idr_reconcile(). */
    bool without_digest;
} idr_arrival;

/* What an analysis of policies covers and may cost. All zero: what is usual. */
typedef struct {
    /*
     * How much may be done, all questions of one call together: a step is about 2,000 conditions
     * that the search looks at, or as much preparing. What is not decided by then is said to be
     * undetermined. 0 takes 300,000: some ten seconds of work.
     */
    uint64_t steps;
    /* The most regions that idr_policy_diff() describes for one pair of outcomes; 0 takes 200. */
    size_t regions;
    /*
     * The year of the day on which webhooks are read, for the dates of examples. Year, month and
     * day are all 0 for the day of the vocabularies.
     */
    uint32_t year;
    /* Its month, 1 to 12. */
    uint32_t month;
    /* Its day of the month, 1 to 31. */
    uint32_t day;
} idr_scope;

/* What you know of the last token, and how often you allow to try. All zero: nothing. */
typedef struct {
    /* The most attempts of one client; 0 for no limit. */
    uint32_t max_attempts;
    /* The expiryTime of the last token in seconds; 0 takes the vendor's maximum of 30 days. */
    uint32_t expiry_time_s;
    /* Its sessionLength in seconds; 0 takes the vendor's maximum of one hour. */
    uint32_t session_length_s;
    /* Whether there was a token before; if not, `created_at_unix` does not count. */
    bool has_token;
    /* When the last token was made, in seconds since 1970. */
    int64_t created_at_unix;
    /* Its scanRef: a record with a result ends its session early. May be absent. */
    idr_view scan_ref;
} idr_start_limits;

/* Whether a new token for a client makes sense. */
typedef struct {
    /* Whether to ask for a token. */
    bool go;
    /* Whether the session of the last token may still be active. */
    bool has_active_session;
    /* Why. */
    idr_start_reason reason;
    /* When that session ends at the latest, in seconds since 1970; else 0. */
    int64_t active_until_unix;
} idr_start;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/* ---- Status and version ---- */

/*
 * What a status means, in a few words, valid for ever. Absent for a number that is no status.
 * An idr_error says more.
 */
idr_view idr_status_text(uint32_t status);

/* The ABI number of the library that is linked. It must equal IDR_ABI_VERSION. */
uint32_t idr_abi_version(void);

/*
 * The version of the library that is linked, for example "0.1.0". Valid for ever.
 * IDR_VERSION is that of the header.
 */
idr_view idr_version(void);

/* The date of the vendor's pages that the vocabularies follow, as "YYYY-MM-DD". Valid for ever. */
idr_view idr_vocabulary_version(void);

/* ---- Errors and texts ---- */

/*
 * A stable code, for example "signature.mismatch" or "policy.unknown_fact"; see
 * idr_signature_code_meaning() and its neighbours. Those of this C interface are
 * "argument.null", "argument.not_utf8", "argument.unknown_number", "argument.too_long",
 * "argument.empty_decision" and "internal.panic". Absent for NULL.
 */
idr_view idr_error_code(const idr_error *error);

/*
 * Where, as a JSON Pointer into the body, the policy, the test file or the claim; "" is the whole. Absent
 * for NULL and where there is no place.
 */
idr_view idr_error_pointer(const idr_error *error);

/* What happened, for people; the wording may change. Absent for NULL. */
idr_view idr_error_text(const idr_error *error);

/*
 * What was probably meant, in a policy document, a test file or a claim. Absent for NULL and where
 * nothing is near enough.
 */
idr_view idr_error_suggestion(const idr_error *error);

/* The HTTP status to answer with if the call was about a webhook: 401, 400 or 500. 0 for NULL. */
uint16_t idr_error_http_status(const idr_error *error);

/* Frees an error and sets the pointer to NULL. */
void idr_error_free(idr_error **error);

/* The text. Absent for NULL. */
idr_view idr_text_view(const idr_text *text);

/* Frees a text and sets the pointer to NULL. */
void idr_text_free(idr_text **text);

/* ---- Validate: is this token request one that the API will take? ---- */

/*
 * Reads a profile from one JSON object. A member that is absent or null is not known:
 *
 *     "environment"             "DEV", "TESTING", "PRODUCTION" or "DEMO": that of the API key
 *     "today"                   "YYYY-MM-DD", to judge dates by
 *     "mobile_code_max_expiry"  seconds: the longest expiryTime with generateDigitString
 *     "enabled_features"        any of "custom_callback_url", "additional_steps", "digit_string"
 *     "allowed_token_types"     words such as "IDENTIFICATION"
 *     "supported_countries"     two-letter codes
 *     "supported_documents"     an object: country to list of document types
 *     "extra_document_types"    types that came after this release
 *     "questionnaires", "risk_profiles", "themes"    the ids or names that the account has
 *     "lints"                   true for style warnings, too
 *
 * All but the first three and the last hold lists; an empty list is known to be empty.
 * IDR_UNUSABLE_INPUT for another member, another type or another word: the error says which,
 * "input.profile", "input.unknown_word", "input.date" or "input.country".
 */
idr_status idr_profile_from_json(const uint8_t *json,
                                 size_t len,
                                 idr_profile **out,
                                 idr_error **error);

/* Frees a profile and sets the pointer to NULL. */
void idr_profile_free(idr_profile **profile);

/*
 * Checks the body of POST /api/v2/token, as it will be sent. A broken body is a finding, not a
 * failure of the call: IDR_OK says that `*out` holds a report. `profile` is NULL when nothing
 * is known about the account.
 */
idr_status idr_validate_token(const uint8_t *body,
                              size_t len,
                              const idr_profile *profile,
                              idr_report **out,
                              idr_error **error);

/* ---- Findings: of a token request, or of an integration ---- */

/* Whether the report has no error; warnings do not count. False for NULL. */
bool idr_report_is_valid(const idr_report *report);

/* How many findings there are, warnings included. 0 for NULL. */
size_t idr_report_count(const idr_report *report);

/*
 * Which rule the finding at `index` is about, for example "client_id.max_length"; see
 * idr_token_code_meaning() and idr_lint_code_meaning(). Absent for NULL and for an index that is
 * not below the count, like the other texts of a finding.
 */
idr_view idr_report_code(const idr_report *report, size_t index);

/*
 * Where, as a JSON Pointer: "" is the whole body; of an integration "/" and the name of the part.
 */
idr_view idr_report_pointer(const idr_report *report, size_t index);

/* One sentence for people; it repeats nothing of what was looked at. */
idr_view idr_report_message(const idr_report *report, size_t index);

/*
 * The identifier that the API most likely answers with (IDR_IDENTIFIER_...). Absent, too, for a
 * warning and for findings about an integration.
 */
idr_view idr_report_identifier(const idr_report *report, size_t index);

/*
 * How much a finding weighs. IDR_SEVERITY_NONE for NULL and for an index that is not below the
 * count.
 */
idr_severity idr_report_severity(const idr_report *report, size_t index);

/*
 * The report as JSON: {"valid": bool, "violations": [{"code", "pointer", "identifier",
 * "severity", "params", "message"}]}. Absent for NULL.
 */
idr_view idr_report_json(const idr_report *report);

/* Frees a report and sets the pointer to NULL. */
void idr_report_free(idr_report **report);

/* ---- Classify: what you know about the call ---- */

/* A context that knows nothing but the number of the attempt, from 1. */
idr_status idr_context_new(uint32_t attempt, idr_context **out, idr_error **error);

/*
 * Reads a context from one JSON object. Only "attempt" is required; a member that is absent or
 * null has the default of the function that sets it:
 *
 *     "attempt"                   from 1
 *     "operation"                 "create_token", "process", "delete", "status", "data", "files"
 *                                 or "pdf"
 *     "max_attempts", "retry_after_cap_s", "expiry_time_s", "session_length_s"    from 0
 *     "created_at_unix", "now_unix"                               seconds since 1970
 *     "previous_outcome_unknown", "retry_budget_empty"            true or false
 *     "client_id"                 text
 *     "jitter"                    in [0, 1)
 *
 * IDR_UNUSABLE_INPUT for another member, another type or another word: the error says which,
 * "input.context", "input.attempt", "input.unknown_word" or "input.jitter".
 */
idr_status idr_context_from_json(const uint8_t *json,
                                 size_t len,
                                 idr_context **out,
                                 idr_error **error);

/* Which call was made, an idr_operation. Default: IDR_OPERATION_CREATE_TOKEN. */
idr_status idr_context_set_operation(idr_context *context, uint32_t operation, idr_error **error);

/* After how many attempts to give up. Default: 3. 0 and 1 both mean no retry. */
idr_status idr_context_set_max_attempts(idr_context *context,
                                        uint32_t max_attempts,
                                        idr_error **error);

/* The longest Retry-After that is waited for, in seconds. Default: 3,600. */
idr_status idr_context_set_retry_after_cap_s(idr_context *context,
                                             uint64_t retry_after_cap_s,
                                             idr_error **error);

/* Whether the answer of an earlier attempt was lost. Default: false. */
idr_status idr_context_set_previous_outcome_unknown(idr_context *context,
                                                    bool previous_outcome_unknown,
                                                    idr_error **error);

/* Whether your retry budget is used up; see idr_retry_budget_is_empty(). Default: false. */
idr_status idr_context_set_retry_budget_empty(idr_context *context,
                                              bool retry_budget_empty,
                                              idr_error **error);

/* When the earlier session of this client was created, in Unix seconds. Default: not known. */
idr_status idr_context_set_created_at_unix(idr_context *context,
                                           int64_t created_at_unix,
                                           idr_error **error);

/* The expiryTime of that session, in seconds. Default: not known, counts as 2,592,000. */
idr_status idr_context_set_expiry_time_s(idr_context *context,
                                         uint64_t expiry_time_s,
                                         idr_error **error);

/* The sessionLength of that session, in seconds. Default: not known, counts as 3,600. */
idr_status idr_context_set_session_length_s(idr_context *context,
                                            uint64_t session_length_s,
                                            idr_error **error);

/*
 * Your clock, in Unix seconds, for a Retry-After date without a Date header. Default: not known.
 */
idr_status idr_context_set_now_unix(idr_context *context, int64_t now_unix, idr_error **error);

/*
 * Your random number in [0, 1), from which the delay is drawn. Default: none, then only the
 * bounds of the delay are told.
 */
idr_status idr_context_set_jitter(idr_context *context, double jitter, idr_error **error);

/*
 * The clientId that was sent, UTF-8, to be compared with the one in the answer; it is copied.
 * NULL with length 0: not known, the default.
 */
idr_status idr_context_set_client_id(idr_context *context,
                                     const uint8_t *client_id,
                                     size_t len,
                                     idr_error **error);

/* Frees a context and sets the pointer to NULL. */
void idr_context_free(idr_context **context);

/* ---- Classify: what does this answer ask of us? ---- */

/*
 * Says what an HTTP answer asks of you: the status as received, the headers, the body
 * uncompressed. `transport` is IDR_TRANSPORT_NONE for an answer that arrived whole, or the
 * idr_transport by which its body broke off.
 */
idr_status idr_classify_response(uint16_t http_status,
                                 const idr_header *headers,
                                 size_t header_count,
                                 const uint8_t *body,
                                 size_t body_len,
                                 uint32_t transport,
                                 const idr_context *context,
                                 idr_classification **out,
                                 idr_error **error);

/*
 * Says what a call without an answer asks of you. `transport` is an idr_transport, not
 * IDR_TRANSPORT_NONE; IDR_TRANSPORT_UNKNOWN for a failure that the list does not have.
 */
idr_status idr_classify_transport(uint32_t transport,
                                  const idr_context *context,
                                  idr_classification **out,
                                  idr_error **error);

/* ---- Classify: the verdict ---- */

/* What to do. IDR_ACTION_NONE for NULL. */
idr_action idr_classification_action(const idr_classification *classification);

/* Why, as a stable name such as "RATE_LIMITED"; see idr_reason_happened(). Absent for NULL. */
idr_view idr_classification_reason(const idr_classification *classification);

/* The reason of a retry that is no longer allowed. Absent for NULL and otherwise. */
idr_view idr_classification_underlying(const idr_classification *classification);

/* What to do and whom to ask, for people; the wording may change. Absent for NULL. */
idr_view idr_classification_hint(const idr_classification *classification);

/* Who has to act. IDR_ESCALATE_TO_NONE for NULL and unless the action is IDR_ACTION_ESCALATE. */
idr_escalate_to idr_classification_escalate_to(const idr_classification *classification);

/* Whether the unchanged request may be sent again automatically. False for NULL. */
bool idr_classification_retryable(const idr_classification *classification);

/* Whether the vendor may have processed the request all the same. False for NULL. */
bool idr_classification_outcome_unknown(const idr_classification *classification);

/*
 * Whether identifier and status of the answer say different things; it never changes the
 * verdict. False for NULL.
 */
bool idr_classification_disagreement(const idr_classification *classification);

/* The HTTP status as received, "status" in the JSON form. 0 for NULL and without an answer. */
uint16_t idr_classification_http_status(const idr_classification *classification);

/*
 * The identifier of the error answer as received, one of IDR_IDENTIFIER_... or an unknown word.
 * Absent for NULL, and where there is none or it does not have the shape of one.
 */
idr_view idr_classification_identifier(const idr_classification *classification);

/* How many members of the request are at fault, as far as the answer names them. 0 for NULL. */
size_t idr_classification_pointer_count(const idr_classification *classification);

/*
 * The member at fault at `index`, as a JSON Pointer; "" is the whole body. Absent for NULL and
 * for an index that is not below the count.
 */
idr_view idr_classification_pointer(const idr_classification *classification, size_t index);

/*
 * How long to wait before the retry. True, and `*out` is written, if there is a wait; false, and
 * nothing is written, if the action is not IDR_ACTION_RETRY, and for NULL.
 */
bool idr_classification_delay(const idr_classification *classification, idr_delay *out);

/*
 * What a valid Retry-After says, in seconds. True, and `*out` is written, where there is one and
 * a retry was considered; else false, as for NULL.
 */
bool idr_classification_retry_after_s(const idr_classification *classification, uint64_t *out);

/*
 * The earliest moment at which the old session is surely over, in Unix seconds. True, and
 * `*out` is written, where one is known; else false, as for NULL.
 */
bool idr_classification_not_before_unix(const idr_classification *classification, int64_t *out);

/*
 * The distance between calls that keeps below the hourly quota, in milliseconds. True, and
 * `*out` is written, where the quota was hit; else false, as for NULL.
 */
bool idr_classification_pacing_ms(const idr_classification *classification, uint64_t *out);

/* The classification as JSON, without the token. Absent for NULL. */
idr_view idr_classification_json(const idr_classification *classification);

/* Frees a classification and sets the pointer to NULL. */
void idr_classification_free(idr_classification **classification);

/* ---- Classify: the token that was created ---- */

/*
 * The scanRef of the new session: store it. Absent for NULL and unless the reason is
 * TOKEN_CREATED, like everything below about the token; none of it is in the JSON form.
 */
idr_view idr_classification_scan_ref(const idr_classification *classification);

/* The authToken that opens the session: a secret, for this client only. */
idr_view idr_classification_auth_token(const idr_classification *classification);

/*
 * Where to send the client; holds the token. Absent, too, where the answer has none, like the
 * texts that follow.
 */
idr_view idr_classification_redirect_url(const idr_classification *classification);

/* The code for the mobile application; opens the session, too. */
idr_view idr_classification_digit_string(const idr_classification *classification);

/* The clientId of the answer. */
idr_view idr_classification_client_id(const idr_classification *classification);

/* Which kind of session it is, one of IDR_TOKEN_TYPE_... or an unknown word. */
idr_view idr_classification_token_type(const idr_classification *classification);

/*
 * How long the token can be opened, in seconds. True, and `*out` is written, where the answer
 * says it; else false, as for NULL.
 */
bool idr_classification_expiry_time_s(const idr_classification *classification, uint64_t *out);

/*
 * How long an opened session lasts, in seconds. True, and `*out` is written, where the answer
 * says it; else false, as for NULL.
 */
bool idr_classification_session_length_s(const idr_classification *classification, uint64_t *out);

/* ---- Classify: retries ---- */

/*
 * The waits of a retry policy as JSON: {"attempts": [{"attempt", "min_ms", "max_ms"}],
 * "gives_up_after"}. `max_attempts` is 1 to 10,000; no wait is longer than `cap_ms`, at least 1.
 * The vendor's own example is 3 attempts and 60,000 ms.
 */
idr_status idr_retry_plan(uint32_t max_attempts,
                          uint64_t cap_ms,
                          idr_text **out,
                          idr_error **error);

/*
 * The wait after one attempt by the retry policy of idr_retry_plan(). True, and `*out` is
 * written, if another attempt follows; false, and nothing is written, after the last one, for
 * attempt 0 and for numbers that idr_retry_plan() refuses. `ms` is `max_ms`: draw between the
 * two yourself.
 */
bool idr_retry_wait(uint32_t attempt, uint32_t max_attempts, uint64_t cap_ms, idr_delay *out);

/*
 * Takes what this classification costs from the budget, or gives back what it brings.
 * `*allowed` is false, and the budget unchanged, when the retry costs more than is left: do not
 * retry. IDR_UNUSABLE_INPUT for a budget that holds more than it can.
 */
idr_status idr_retry_budget_spend(idr_retry_budget *budget,
                                  const idr_classification *classification,
                                  bool *allowed,
                                  idr_error **error);

/*
 * Whether a budget pays for no retry any more; goes into idr_context_set_retry_budget_empty().
 * True for a budget that holds more than it can.
 */
bool idr_retry_budget_is_empty(idr_retry_budget budget);

/* ---- Webhooks: is this one genuine? ---- */

/*
 * Checks that a webhook comes from the holder of one of the keys. `body` is the raw body as it
 * was received, `header` the Idenfy-Signature header (NULL when there was none), `key_array`
 * one or several signing keys, for several notifications or while a key is rotated. IDR_OK if
 * it is genuine, IDR_NOT_GENUINE if not; every key is tried, in constant time.
 */
idr_status idr_verify_signature(const uint8_t *body,
                                size_t body_len,
                                const uint8_t *header,
                                size_t header_len,
                                const idr_view *key_array,
                                size_t key_count,
                                idr_error **error);

/*
 * Signs a body as the vendor does: `*out` holds 64 lower-case hex digits. For tests and
 * stand-ins. IDR_NOT_GENUINE for an empty key.
 */
idr_status idr_sign(const uint8_t *body,
                    size_t body_len,
                    const uint8_t *key,
                    size_t key_len,
                    idr_text **out,
                    idr_error **error);

/* ---- Webhooks: why does a signature not match? ---- */

/*
 * Looks for the usual mistake behind a signature that idr_verify_signature() refuses; the
 * arguments are the same. Not for the request path: it computes some dozens of signatures.
 * IDR_OK says nothing about the signature.
 */
idr_status idr_diagnose_signature(const uint8_t *body,
                                  size_t body_len,
                                  const uint8_t *header,
                                  size_t header_len,
                                  const idr_view *key_array,
                                  size_t key_count,
                                  idr_diagnosis **out,
                                  idr_error **error);

/*
 * The mistake as a word: "reserialised", "trailing_newline", "bom", "base64", "api_secret",
 * "key_whitespace", "wrong_header", or "unknown" when nothing fits. Absent for NULL.
 */
idr_view idr_diagnosis_cause(const idr_diagnosis *diagnosis);

/* What to do about it, for people; the wording may change. Absent for NULL. */
idr_view idr_diagnosis_hint(const idr_diagnosis *diagnosis);

/* The diagnosis as JSON: {"cause", "hint"}. Absent for NULL. */
idr_view idr_diagnosis_json(const idr_diagnosis *diagnosis);

/* Frees a diagnosis and sets the pointer to NULL. */
void idr_diagnosis_free(idr_diagnosis **diagnosis);

/* ---- Webhooks: what does this one say? ---- */

/*
 * Reads the content of a webhook without looking at a signature: for what a decision does not
 * hold, such as names or questionnaire answers. `event_type` as for idr_policy_receive().
 */
idr_status idr_delivery_parse(const uint8_t *body,
                              size_t body_len,
                              const uint8_t *event_type,
                              size_t event_type_len,
                              idr_delivery **out,
                              idr_error **error);

/*
 * The JSON text of any member of the body, by its JSON Pointer such as "/data/docExpiry"; `*out`
 * is NULL where there is no such member. Of a repeated key the last value counts. The body is
 * read anew each time: for many members take idr_delivery_json().
 */
idr_status idr_delivery_member(const idr_delivery *delivery,
                               const uint8_t *pointer,
                               size_t len,
                               idr_text **out,
                               idr_error **error);

/*
 * Everything that is understood, as JSON with our names. Personal data: for programs, not for
 * logs. Absent for NULL.
 */
idr_view idr_delivery_json(const idr_delivery *delivery);

/* Frees a delivery and sets the pointer to NULL. */
void idr_delivery_free(idr_delivery **delivery);

/*
 * The verification that it is about. Absent for NULL and where the body has none, like every
 * text below.
 */
idr_view idr_delivery_scan_ref(const idr_delivery *delivery);

/* Your id of the client; a number counts as its text. */
idr_view idr_delivery_client_id(const idr_delivery *delivery);

/* Your own reference. Absent, too, where the body gives two. */
idr_view idr_delivery_external_ref(const idr_delivery *delivery);

/* Id of a company that the person belongs to. */
idr_view idr_delivery_company_id(const idr_delivery *delivery);

/* The event of the header, one of IDR_EVENT_... or an unknown word, as it was received. */
idr_view idr_delivery_event(const idr_delivery *delivery);

/* Whether it is the last word. IDR_FINAL_NONE for NULL. */
idr_final idr_delivery_final(const idr_delivery *delivery);

/* Whether it is a notice: nothing about the result of a verification. False for NULL. */
bool idr_delivery_is_notice(const idr_delivery *delivery);

/*
 * The product that a notice belongs to, for example "aml_monitoring". Absent, too, for an event
 * that the vocabulary does not have.
 */
idr_view idr_delivery_notice_product(const idr_delivery *delivery);

/*
 * Whether a notice looks like a verdict all the same: somebody should have a look. False for
 * NULL and for what is no notice.
 */
bool idr_delivery_notice_attention(const idr_delivery *delivery);

/*
 * The vendor's verdict, one of IDR_OVERALL_... or an unknown word. It is not a decision: `final`,
 * checks and flags count, too.
 */
idr_view idr_delivery_overall(const idr_delivery *delivery);

/* The check of the document by automation, one of IDR_DOCUMENT_... or an unknown word. */
idr_view idr_delivery_auto_document(const idr_delivery *delivery);

/* The check of the document by a person. */
idr_view idr_delivery_manual_document(const idr_delivery *delivery);

/* The check of the face by automation, one of IDR_FACE_... or an unknown word. */
idr_view idr_delivery_auto_face(const idr_delivery *delivery);

/* The check of the face by a person. */
idr_view idr_delivery_manual_face(const idr_delivery *delivery);

/* Where the person did the verification, one of IDR_PLATFORM_... or an unknown word. */
idr_view idr_delivery_platform(const idr_delivery *delivery);

/* How many reasons for suspicion of fraud there are. 0 for NULL. */
size_t idr_delivery_fraud_tag_count(const idr_delivery *delivery);

/*
 * The tag at `index` of them, one of IDR_TAG_... or an unknown word. Absent, too, for an index
 * that is not below the count.
 */
idr_view idr_delivery_fraud_tag(const idr_delivery *delivery, size_t index);

/* How many marks of supplied data that differs there are. 0 for NULL. */
size_t idr_delivery_mismatch_tag_count(const idr_delivery *delivery);

/*
 * The tag at `index` of them, one of IDR_TAG_... or an unknown word. Absent, too, for an index
 * that is not below the count.
 */
idr_view idr_delivery_mismatch_tag(const idr_delivery *delivery, size_t index);

/* ---- Decide: policies ---- */

/*
 * The built-in policy that follows the vendor's pages word for word. A suspected person whose
 * manual checks both passed is accepted, whatever the flags say.
 */
idr_status idr_policy_documented(idr_policy **out, idr_error **error);

/*
 * The built-in policy that weighs flags, lists and side services, too; whatever is not plainly
 * good goes to a person.
 */
idr_status idr_policy_strict(idr_policy **out, idr_error **error);

/*
 * Loads a policy from its JSON document. `base` is what "extends" may name besides the built-in
 * policies, or NULL; it is not needed afterwards. IDR_UNUSABLE_POLICY for a document that
 * cannot be used: the error has the place and, where something is near enough, what was meant.
 */
idr_status idr_policy_from_json(const uint8_t *json,
                                size_t len,
                                const idr_policy *base,
                                idr_policy **out,
                                idr_error **error);

/* The name of the document. Absent for NULL. */
idr_view idr_policy_name(const idr_policy *policy);

/* The revision of the document. Absent for NULL and where it states none. */
idr_view idr_policy_revision(const idr_policy *policy);

/*
 * SHA-256 of the resolved document, as hex: the same for documents that decide the same way.
 * Absent for NULL.
 */
idr_view idr_policy_fingerprint(const idr_policy *policy);

/* How many rules it has, inherited ones included. 0 for NULL. */
size_t idr_policy_rule_count(const idr_policy *policy);

/*
 * The id of the rule at `index`, inherited ones first. Absent for NULL and for an index that is
 * not below the count.
 */
idr_view idr_policy_rule(const idr_policy *policy, size_t index);

/* Frees a policy and sets the pointer to NULL. */
void idr_policy_free(idr_policy **policy);

/*
 * The JSON Schema of policy documents, with which an editor completes and checks a policy. What
 * it takes may still be refused by idr_policy_from_json(), which knows more.
 */
idr_status idr_policy_schema(idr_text **out, idr_error **error);

/* ---- Decide: policies as people read them ---- */

/*
 * The policy as a decision table in Markdown: one row for each rule, the strongest outcome
 * first. Nothing that the document holds does anything in it, nor in the page and the chart.
 */
idr_status idr_policy_to_markdown(const idr_policy *policy, idr_text **out, idr_error **error);

/*
 * The policy as one HTML page that loads nothing and works without scripts. `tests` is NULL, or a
 * run of its tests, and the page then shows what they tried of each rule; a run of another policy
 * or revision is left out, and the page says so.
 */
idr_status idr_policy_to_html(const idr_policy *policy,
                              const idr_test_run *tests,
                              idr_text **out,
                              idr_error **error);

/* The policy as a flowchart in Mermaid, for wikis. */
idr_status idr_policy_to_mermaid(const idr_policy *policy, idr_text **out, idr_error **error);

/* ---- Decide: does a policy do what its team expects? ---- */

/*
 * Runs every case of a test file, which is one JSON object:
 *
 *     {"format": 1, "policy": "strict", "today": "2026-11-21", "cases": [
 *         {"name": "a face of the blocklist",
 *          "facts": {"overall": "SUSPECTED", "tags": ["FACE_BLACKLISTED"]},
 *          "expect": {"outcome": "reject", "rules": ["blocklisted"]}}]}
 *
 * A case has just the facts that matter, or a whole "webhook"; docs/policy-testing.md has every
 * key. A case that fails is a finding: IDR_OK says that `*out` holds a run.
 * IDR_UNUSABLE_TEST_FILE for a file that cannot be used: the error has the place and, where
 * something is near enough, what was meant; its code begins with "test." (see idr_test_file_code_meaning()), or is one that a
 * policy document could have as well, "policy.today_required" or "input.date".
 */
idr_status idr_policy_test(const idr_policy *policy,
                           const uint8_t *file,
                           size_t len,
                           idr_test_run **out,
                           idr_error **error);

/* Whether every case passed; what is left untried does not count. False for NULL. */
bool idr_test_run_passed(const idr_test_run *run);

/* How many cases there are. 0 for NULL. */
size_t idr_test_run_case_count(const idr_test_run *run);

/* How many of them did not pass. 0 for NULL. */
size_t idr_test_run_failed_count(const idr_test_run *run);

/*
 * The run in lines for people: the failures with what was expected and found, then the rules and
 * conditions that no case tried. Absent for NULL.
 */
idr_view idr_test_run_text(const idr_test_run *run);

/*
 * The run as JSON: {"format", "passed", "policy", "counts", "cases": [{"name", "passed",
 * "expected", "got", "error"}], "rules": [{"id", "then", "true_in", "decided_in",
 * "undecided_in", "conditions"}], "otherwise"}. Absent for NULL.
 */
idr_view idr_test_run_json(const idr_test_run *run);

/* Frees a run and sets the pointer to NULL. */
void idr_test_run_free(idr_test_run **run);

/* ---- Decide: what does this webhook mean for the person? ---- */

/*
 * Verifies a webhook, reads it and decides, in that order: the short form, with one key, no day
 * and a new decision. `body` is the raw body as it was received, `signature` the
 * Idenfy-Signature header (NULL when there was none), `key` the signing key, `event_type` the
 * Idenfy-Event-Type header (NULL when there was none). On failure answer with
 * idr_error_http_status(): 401 for IDR_NOT_GENUINE, 400 for IDR_UNUSABLE_BODY and IDR_TOO_LONG,
 * else 500.
 */
idr_status idr_policy_receive(const idr_policy *policy,
                              const uint8_t *body,
                              size_t body_len,
                              const uint8_t *signature,
                              size_t signature_len,
                              const uint8_t *key,
                              size_t key_len,
                              const uint8_t *event_type,
                              size_t event_type_len,
                              idr_decision **out,
                              idr_error **error);

/*
 * The whole form of idr_policy_receive(): several keys, the day, and a decision that is used
 * again, so that nothing has to be freed between webhooks. `arrival` may be NULL. `decision`
 * comes from idr_decision_new(): it is emptied first and stays empty - outcome IDR_NONE - after
 * any failure.
 */
idr_status idr_policy_receive_into(const idr_policy *policy,
                                   const uint8_t *body,
                                   size_t body_len,
                                   const uint8_t *signature,
                                   size_t signature_len,
                                   const idr_view *key_array,
                                   size_t key_count,
                                   const idr_arrival *arrival,
                                   idr_decision *decision,
                                   idr_error **error);

/*
 * Reads and decides without looking at a signature: for replay and tests, never for webhooks
 * that arrive. The arguments are those of idr_policy_receive_into().
 */
idr_status idr_policy_evaluate_into(const idr_policy *policy,
                                    const uint8_t *body,
                                    size_t body_len,
                                    const idr_arrival *arrival,
                                    idr_decision *decision,
                                    idr_error **error);

/*
 * What every rule says about a webhook: `*out` holds {"rules": [{"id", "then", "result",
 * "facts": [{"fact", "state", "word"}]}]}. The arguments are those of
 * idr_policy_evaluate_into().
 */
idr_status idr_policy_explain(const idr_policy *policy,
                              const uint8_t *body,
                              size_t body_len,
                              const idr_arrival *arrival,
                              idr_text **out,
                              idr_error **error);

/*
 * What the rules say and their author hardly meant: rules that never decide, parts that say
 * nothing, places where absence helps, each with a webhook that shows it. `scope` may be NULL.
 * `*out` holds {"format", "policy", "clean", "complete", "findings": [{"code", "severity",
 * "rule", "pointer", "message", "area", "example", "instead"}], "undetermined"};
 * docs/analysis.md has every form.
 */
idr_status idr_policy_lint(const idr_policy *policy,
                           const idr_scope *scope,
                           idr_text **out,
                           idr_error **error);

/*
 * Whether a claim holds for every webhook that there can be. The claim is one JSON object:
 *
 *     {"never": "accept", "when": {"tags": {"anyClass": "blocklist"}}}
 *     {"always": "review", "when": {"overall": {"class": "unknown"}, "lifecycle": "decided"}}
 *
 * "when" is a condition of the policy language; {} means every webhook, and "lifecycle" asks for
 * states of the delivery. `scope` may be NULL. `*out` holds {"format", "policy", "result":
 * "holds", "counterexample" or "undetermined", "gap", "patterns", "counterexample": {"webhook",
 * "outcome", "lifecycle", "rules"} or null}. A claim that does not hold is a finding: IDR_OK says
 * that `*out` holds a proof. IDR_UNUSABLE_CLAIM for a claim that cannot be read, with its place.
 */
idr_status idr_policy_prove(const idr_policy *policy,
                            const uint8_t *claim,
                            size_t len,
                            const idr_scope *scope,
                            idr_text **out,
                            idr_error **error);

/*
 * Every region of webhooks that another policy decides differently, each with an example.
 * `policy` is the one of today, `other` the one that would take its place; `scope` may be NULL.
 * `*out` holds {"format", "old", "new", "equal", "complete", "changes": [{"old_outcome",
 * "new_outcome", "area", "example", "old_rules", "new_rules"}], "undetermined"}.
 */
idr_status idr_policy_diff(const idr_policy *policy,
                           const idr_policy *other,
                           const idr_scope *scope,
                           idr_text **out,
                           idr_error **error);

/*
 * Which recorded webhooks another policy decides differently: by line and scanRef, without
 * personal data. `ndjson` is one body for each line; blank lines are skipped, but numbered.
 * `arrival` may be NULL and is that of every line; nothing is named by its digest. `*out` holds
 * {"format", "old", "new", "webhooks", "same", "people", "counts": [{"old_outcome",
 * "new_outcome", "count"}], "changed": [{"line", "scan_ref", "old_outcome", "new_outcome",
 * "old_rules", "new_rules"}], "unusable": [{"line", "code"}]}. Cut what is longer than
 * IDR_MAX_RECORDED_BYTES between two lines.
 */
idr_status idr_policy_diff_recorded(const idr_policy *policy,
                                    const idr_policy *other,
                                    const uint8_t *ndjson,
                                    size_t len,
                                    const idr_arrival *arrival,
                                    idr_text **out,
                                    idr_error **error);

/* ---- Decide: the decision ---- */

/* An empty decision, to be decided into again and again. */
idr_status idr_decision_new(idr_decision **out, idr_error **error);

/* What to do about the person. IDR_NONE for NULL, for an empty decision and for a notice. */
idr_outcome idr_decision_outcome(const idr_decision *decision);

/* Where the verification stands. IDR_LIFECYCLE_NONE for NULL and for a notice. */
idr_lifecycle idr_decision_lifecycle(const idr_decision *decision);

/* What the person can do now. IDR_NEXT_STEP_NONE for NULL. */
idr_next_step idr_decision_next_step(const idr_decision *decision);

/* Whether the vendor called it the last word. IDR_FINAL_NONE for NULL. */
idr_final idr_decision_final(const idr_decision *decision);

/* Whether the signature was checked in the same call. False for NULL. */
bool idr_decision_verified(const idr_decision *decision);

/*
 * The HTTP status to answer the webhook with: 200. 0 for NULL and for an empty decision; the
 * error of the call that failed has the status then.
 */
uint16_t idr_decision_http_status(const idr_decision *decision);

/* The verification that it is about. Absent for NULL and where the webhook names none. */
idr_view idr_decision_scan_ref(const idr_decision *decision);

/*
 * The event of the header, one of IDR_EVENT_... or an unknown word. Absent for NULL, without a
 * header, and where it does not have the shape of a vendor word.
 */
idr_view idr_decision_event(const idr_decision *decision);

/*
 * SHA-256 of the raw body, as 64 lower-case hex digits. Absent for NULL, and where the arrival
 * said `without_digest`.
 */
idr_view idr_decision_body_sha256(const idr_decision *decision);

/*
 * Your id of the client; not in the JSON form, since it may be personal. Absent for NULL and
 * where there is none.
 */
idr_view idr_decision_client_id(const idr_decision *decision);

/* Your own reference; not in the JSON form, either. Absent for NULL and where there is none. */
idr_view idr_decision_external_ref(const idr_decision *decision);

/* The decision as JSON: the audit record. Absent for NULL and for an empty decision. */
idr_view idr_decision_json(const idr_decision *decision);

/* Frees a decision and sets the pointer to NULL. */
void idr_decision_free(idr_decision **decision);

/* ---- Decide: what the decision rests on ---- */

/* How many rules decided. 0 for NULL, and where the lifecycle decided. */
size_t idr_decision_rule_count(const idr_decision *decision);

/*
 * The id of the deciding rule at `index`, sorted; "otherwise" when none was true. Absent for NULL
 * and for an index that is not below the count, like every text of a list.
 */
idr_view idr_decision_rule(const idr_decision *decision, size_t index);

/* How many rules could be judged neither true nor false. 0 for NULL. */
size_t idr_decision_undecided_count(const idr_decision *decision);

/* The id of the undecided rule at `index`, sorted. */
idr_view idr_decision_undecided_rule(const idr_decision *decision, size_t index);

/*
 * For want of how many facts the rule at `index` is undecided. 0 for NULL and for an index that
 * is not below the count.
 */
size_t idr_decision_undecided_fact_count(const idr_decision *decision, size_t index);

/* The name of such a fact, for example "manualFace": it is missing or holds an unknown word. */
idr_view idr_decision_undecided_fact(const idr_decision *decision, size_t index, size_t fact_index);

/* How many reasons for suspicion the vendor attached, whatever the outcome. 0 for NULL. */
size_t idr_decision_flag_count(const idr_decision *decision);

/*
 * The tag of the flag at `index`, one of IDR_TAG_... or an unknown word. Absent, too, for an
 * entry that does not have the shape of a vendor word.
 */
idr_view idr_decision_flag_tag(const idr_decision *decision, size_t index);

/* The list that the flag at `index` stood in: "fraud" or "mismatch". */
idr_view idr_decision_flag_kind(const idr_decision *decision, size_t index);

/*
 * The class of the flag at `index`, for example "blocklist"; "unknown" for a tag that the
 * vocabulary does not have.
 */
idr_view idr_decision_flag_class(const idr_decision *decision, size_t index);

/* How many words the vocabularies do not have. 0 for NULL. */
size_t idr_decision_unknown_count(const idr_decision *decision);

/* The fact that holds the unknown word at `index`, for example "overall". */
idr_view idr_decision_unknown_fact(const idr_decision *decision, size_t index);

/* The unknown word at `index`. Absent, too, where it does not have the shape of a vendor word. */
idr_view idr_decision_unknown_word(const idr_decision *decision, size_t index);

/*
 * Whether the webhook is a notice, which says nothing about the result of a verification: store
 * it, or hand it to whoever it is for. False for NULL.
 */
bool idr_decision_is_notice(const idr_decision *decision);

/*
 * The product that a notice belongs to, for example "aml_monitoring". Absent for NULL, for what is
 * no notice, and for an event that the vocabulary does not have.
 */
idr_view idr_decision_notice_product(const idr_decision *decision);

/*
 * Whether a notice looks like a verdict all the same: somebody should have a look. False for
 * NULL and for what is no notice.
 */
bool idr_decision_notice_attention(const idr_decision *decision);

/* The name of the policy that decided. Absent for NULL. */
idr_view idr_decision_policy_name(const idr_decision *decision);

/* Its revision. Absent for NULL and where it states none. */
idr_view idr_decision_policy_revision(const idr_decision *decision);

/* Its fingerprint, as of idr_policy_fingerprint(). Absent for NULL. */
idr_view idr_decision_policy_fingerprint(const idr_decision *decision);

/*
 * The version of the vocabularies that it was judged by, as of idr_vocabulary_version(). Absent
 * for NULL.
 */
idr_view idr_decision_policy_vocabulary(const idr_decision *decision);

/* ---- History: the record of a verification ---- */

/*
 * Reads a stored record. IDR_UNUSABLE_RECORD for anything that idr_record_json() would not have
 * written.
 */
idr_status idr_record_from_json(const uint8_t *json,
                                size_t len,
                                idr_record **out,
                                idr_error **error);

/* The verification: the key to store the record by. Absent for NULL. */
idr_view idr_record_scan_ref(const idr_record *record);

/* What to do about the person, after everything so far. IDR_NONE for NULL. */
idr_outcome idr_record_outcome(const idr_record *record);

/* The strictest verdict of the rules so far. IDR_NONE for NULL and while there is none. */
idr_outcome idr_record_closed(const idr_record *record);

/*
 * Where the verification stood at the delivery that set the outcome. IDR_LIFECYCLE_NONE for NULL
 * and for a notice.
 */
idr_lifecycle idr_record_lifecycle(const idr_record *record);

/* What the vendor said about that delivery: was it the last word? IDR_FINAL_NONE for NULL. */
idr_final idr_record_final(const idr_record *record);

/* The event of that delivery. Absent for NULL and where there was none. */
idr_view idr_record_event(const idr_record *record);

/* Whether the deliveries behind the outcome were verified. False for NULL. */
bool idr_record_verified(const idr_record *record);

/* Whether verdicts contradicted each other: somebody should look. False for NULL. */
bool idr_record_conflict(const idr_record *record);

/* Whether a resubmission opened it again. False for NULL. */
bool idr_record_reopened(const idr_record *record);

/* Whether the vendor has erased its data. False for NULL. */
bool idr_record_erased(const idr_record *record);

/* How many bodies it remembers, to know duplicates by: the last 16 at most. 0 for NULL. */
size_t idr_record_seen_count(const idr_record *record);

/*
 * The SHA-256 of the body at `index`, oldest first. Absent for NULL and for an index that is not
 * below the count.
 */
idr_view idr_record_seen(const idr_record *record, size_t index);

/* The name of the policy that set the outcome. Absent for NULL. */
idr_view idr_record_policy_name(const idr_record *record);

/* Its revision. Absent for NULL and where it states none. */
idr_view idr_record_policy_revision(const idr_record *record);

/* Its fingerprint, as of idr_policy_fingerprint(). Absent for NULL. */
idr_view idr_record_policy_fingerprint(const idr_record *record);

/* The version of the vocabularies that it was judged by. Absent for NULL. */
idr_view idr_record_policy_vocabulary(const idr_record *record);

/* The record as JSON: what to store. Absent for NULL. */
idr_view idr_record_json(const idr_record *record);

/* Frees a record and sets the pointer to NULL. Only for a record from idr_record_from_json(). */
void idr_record_free(idr_record **record);

/* ---- History: one more webhook, and one more token ---- */

/*
 * Folds a decision into the record of its verification. `previous` is the stored record of the
 * same scanRef, NULL for the first delivery. IDR_OTHER_VERIFICATION when the two do not belong
 * together; IDR_INVALID_ARGUMENT for an empty decision.
 */
idr_status idr_reconcile(const idr_record *previous,
                         const idr_decision *decision,
                         idr_transition **out,
                         idr_error **error);

/* What the delivery was. IDR_TRANSITION_NONE for NULL. */
idr_transition_kind idr_transition_kind_of(const idr_transition *transition);

/* Whether the outcome that you act on is new or has changed. False for NULL. */
bool idr_transition_act(const idr_transition *transition);

/* The record to store. It belongs to the transition: do not free it. NULL for NULL. */
const idr_record *idr_transition_record(const idr_transition *transition);

/* The transition as JSON: {"kind", "record", "act"}. Absent for NULL. */
idr_view idr_transition_json(const idr_transition *transition);

/* Frees a transition and sets the pointer to NULL. */
void idr_transition_free(idr_transition **transition);

/*
 * Answers before a token is asked for whether that makes sense. `records` are all of one
 * client, `now_unix` is the time in seconds since 1970, `limits` may be NULL.
 */
idr_status idr_may_start(const idr_record *const *records,
                         size_t record_count,
                         int64_t now_unix,
                         const idr_start_limits *limits,
                         idr_start *out,
                         idr_error **error);

/* ---- Integrate: is everything around the three jobs set up right? ---- */

/*
 * Looks at the URL that webhooks are sent to: https, a host that the vendor can reach, the usual
 * port. Findings are at "", those about the certificate at its members. `certificate` is NULL,
 * or one JSON object with what is known about the certificate of that host:
 *
 *     "days_left"         days until it expires, negative when it has
 *     "self_signed"       whether nobody but itself vouches for it
 *     "names_host"        whether it names the host of the URL
 *     "complete_chain"    whether the server sends the intermediate certificates, too
 *
 * A member that is absent or null is not known. IDR_UNUSABLE_INPUT, "input.certificate", for
 * another member or another type.
 */
idr_status idr_lint_webhook_url(const uint8_t *url,
                                size_t url_len,
                                const uint8_t *certificate,
                                size_t certificate_len,
                                idr_report **out,
                                idr_error **error);

/*
 * Looks at what a receiver of webhooks does with a delivery: one JSON object, in which a member
 * that is absent or null is not known. Findings are at its members:
 *
 *     "status"                     the HTTP status that it answers a genuine delivery with
 *     "seconds"                    how long that takes
 *     "verifies"                   whether it checks the signature at all
 *     "verifies_raw_body"          whether it does before anything parses the body
 *     "stores_before_answering"    whether the delivery is stored when the answer goes out
 *
 * IDR_UNUSABLE_INPUT, "input.receiver", for another member or another type.
 */
idr_status idr_lint_receiver(const uint8_t *json, size_t len, idr_report **out, idr_error **error);

/*
 * Goes through the vendor's checklist for a webhook that did not come: one JSON object. Findings
 * are at its members; one that is absent or null was not looked at, which is a warning:
 *
 *     "configured"           whether a URL is set in the dashboard
 *     "status"               the HTTP status in the log of the endpoint
 *     "firewall_open"        whether the vendor's addresses pass the firewall
 *     "certificate_valid"    whether the certificate is valid and not self-signed
 *     "finished"             whether the verification is finished
 *
 * IDR_UNUSABLE_INPUT, "input.checklist", for another member or another type.
 */
idr_status idr_lint_missing_webhook(const uint8_t *json,
                                    size_t len,
                                    idr_report **out,
                                    idr_error **error);

/*
 * Looks at the first iframe tag of a page, or of a part of one: source, camera, microphone, full
 * screen, sandbox. `page_url` is where the page is served, `permissions_policy` its header of
 * that name; each is NULL when it is not known or not there. Findings are at "", "/src",
 * "/allow", "/allowfullscreen", "/sandbox", "/page_url" and "/permissions_policy".
 */
idr_status idr_lint_iframe(const uint8_t *html,
                           size_t html_len,
                           const uint8_t *page_url,
                           size_t page_url_len,
                           const uint8_t *permissions_policy,
                           size_t permissions_policy_len,
                           idr_report **out,
                           idr_error **error);

/*
 * Looks at an API key and its secret for what the API answers 401 to. Findings are at "/key" and
 * "/secret"; none repeats a character of either.
 */
idr_status idr_lint_credentials(const uint8_t *key,
                                size_t key_len,
                                const uint8_t *secret,
                                size_t secret_len,
                                idr_report **out,
                                idr_error **error);

/* ---- Integrate: what to send and to show ---- */

/*
 * The value of the Authorization header for the API. It is a secret: keep it out of logs.
 * IDR_UNUSABLE_INPUT, with the code of its first finding, for credentials in which
 * idr_lint_credentials() finds an error: such a header could only be refused.
 */
idr_status idr_basic_auth(const uint8_t *key,
                          size_t key_len,
                          const uint8_t *secret,
                          size_t secret_len,
                          idr_text **out,
                          idr_error **error);

/*
 * The link that opens a session, as secret as the token that is in it; `host` is an idr_host.
 * Prefer idr_classification_redirect_url() where the answer has one. IDR_UNUSABLE_INPUT,
 * "input.auth_token", for a token that is empty or holds white space or control characters.
 */
idr_status idr_redirect_url(const uint8_t *auth_token,
                            size_t auth_token_len,
                            uint32_t host,
                            idr_text **out,
                            idr_error **error);

/*
 * The iframe tag that shows a session within a page, allowed to use camera and microphone. The
 * arguments are those of idr_redirect_url().
 */
idr_status idr_iframe_tag(const uint8_t *auth_token,
                          size_t auth_token_len,
                          uint32_t host,
                          idr_text **out,
                          idr_error **error);

/* ---- Words: every code and reason, and what it says ---- */

/* How many codes a finding about a token request can have. */
size_t idr_token_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_token_code(size_t index);

/*
 * What a code of a finding demands, to be read after the name of the member; for example of
 * "client_id.max_length". Words in braces such as {max} stand for the "params" of the finding.
 * Valid for ever, like all texts of this kind; the wording may change. Absent for a name that is
 * no such code.
 */
idr_view idr_token_code_meaning(const uint8_t *code, size_t len);

/* How many codes a finding about an integration can have. */
size_t idr_lint_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_lint_code(size_t index);

/*
 * What a code of such a finding says, for example of "frame.camera"; that of a code that begins
 * with "credentials." is to be read after the name of the part. Words in braces stand for the
 * "params" of the finding. Absent for a name that is no such code.
 */
idr_view idr_lint_code_meaning(const uint8_t *code, size_t len);

/* How many codes an error about a signature can have. */
size_t idr_signature_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_signature_code(size_t index);

/*
 * What a code of a signature error says, for example of "signature.mismatch". Absent for a name
 * that is no such code.
 */
idr_view idr_signature_code_meaning(const uint8_t *code, size_t len);

/* How many codes an error about the body of a webhook can have. */
size_t idr_webhook_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_webhook_code(size_t index);

/*
 * What a code of a webhook error says, for example of "webhook.not_json". Absent for a name that
 * is no such code.
 */
idr_view idr_webhook_code_meaning(const uint8_t *code, size_t len);

/* How many codes an error about a policy document, or a claim about one, can have. */
size_t idr_policy_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_policy_code(size_t index);

/*
 * What a code of a policy error says, for example of "policy.unknown_fact". Absent for a name
 * that is no such code.
 */
idr_view idr_policy_code_meaning(const uint8_t *code, size_t len);

/* How many codes an error about a file of tests has besides those of policies. */
size_t idr_test_file_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_test_file_code(size_t index);

/*
 * What such a code says, for example "test.unknown_rule". Absent for a name that is no such code.
 */
idr_view idr_test_file_code_meaning(const uint8_t *code, size_t len);

/* How many codes a finding of idr_policy_lint() can have. */
size_t idr_policy_lint_code_count(void);

/* The code at `index` of them. Absent for an index that is not below the count. */
idr_view idr_policy_lint_code(size_t index);

/*
 * What such a code says, for example "policy.lint.unreachable_rule". Absent for a name that is no
 * such code.
 */
idr_view idr_policy_lint_code_meaning(const uint8_t *code, size_t len);

/* How many reasons a classification can have. */
size_t idr_reason_count(void);

/* The reason at `index` of them. Absent for an index that is not below the count. */
idr_view idr_reason(size_t index);

/*
 * What happened, for people, by the name of a reason such as "FUNDS_EXHAUSTED". Absent for a
 * name that is no reason.
 */
idr_view idr_reason_happened(const uint8_t *reason, size_t len);

/*
 * What to do about it, for people, by the name of a reason. Absent for a name that is no reason.
 */
idr_view idr_reason_remedy(const uint8_t *reason, size_t len);

/* ---- Words: numbers as the JSON forms spell them ---- */

/*
 * The word of an idr_outcome as JSON spells it, for example "accept". Like all texts of this
 * kind it is valid for ever, and absent for a number that the enum does not have.
 */
idr_view idr_outcome_text(uint32_t outcome);

/* The word of an idr_lifecycle, for example "decided". */
idr_view idr_lifecycle_text(uint32_t lifecycle);

/* The word of an idr_next_step, for example "retake_selfie". */
idr_view idr_next_step_text(uint32_t next_step);

/* The word of an idr_action, for example "retry". */
idr_view idr_action_text(uint32_t action);

/* The word of an idr_escalate_to, for example "operations". */
idr_view idr_escalate_to_text(uint32_t escalate_to);

/* The word of an idr_severity: "error" or "warning". */
idr_view idr_severity_text(uint32_t severity);

/* The word of an idr_operation, for example "create_token". */
idr_view idr_operation_text(uint32_t operation);

/* The word of an idr_transport, for example "connect_refused". */
idr_view idr_transport_text(uint32_t transport);

/* The name of an idr_host: "ui.idenfy.com" or "ivs.idenfy.com". */
idr_view idr_host_text(uint32_t host);

/* The word of an idr_transition_kind, for example "stricter". */
idr_view idr_transition_kind_text(uint32_t kind);

/* The word of an idr_start_reason, for example "session_active". */
idr_view idr_start_reason_text(uint32_t reason);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* IDENFY_RULES_H */

