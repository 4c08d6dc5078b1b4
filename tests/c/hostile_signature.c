/* Signatures. */
#include "hostile.h"

static idr_error *error = NULL;

/* Well formed, and made by no key. */
#define HEX "0000000000000000000000000000000000000000000000000000000000000000"

static const idr_view keys[2] = {{(const uint8_t *)"k", 1}, {NULL, 1}};
static const idr_view long_key = {UNREADABLE, LONG};
static const idr_view no_key = {NULL, 0};

static void verifies(void) {
    EMPTY(IDR_NOT_GENUINE, "signature.mismatch", idr_verify_signature(NULL, 0, TEXT(HEX), keys, 1, &error));
    EMPTY(IDR_NOT_GENUINE, "signature.missing", idr_verify_signature(TEXT("b"), NULL, 0, keys, 1, &error));
    EMPTY(IDR_NOT_GENUINE, "signature.empty_key", idr_verify_signature(TEXT("b"), TEXT(HEX), NULL, 0, &error));
    EMPTY(IDR_NOT_GENUINE, "signature.empty_key", idr_verify_signature(TEXT("b"), TEXT(HEX), &no_key, 1, &error));
    NULLED(idr_verify_signature(NULL, 1, TEXT(HEX), keys, 1, &error));
    NULLED(idr_verify_signature(TEXT("b"), NULL, 1, keys, 1, &error));
    NULLED(idr_verify_signature(TEXT("b"), TEXT(HEX), NULL, 1, &error));
    NULLED(idr_verify_signature(TEXT("b"), TEXT(HEX), keys, 2, &error));
    TOO_LONG(idr_verify_signature(UNREADABLE, LONG, TEXT(HEX), keys, 1, &error));
    TOO_LONG(idr_verify_signature(TEXT("b"), UNREADABLE, LONG, keys, 1, &error));
    TOO_LONG(idr_verify_signature(TEXT("b"), TEXT(HEX), UNREADABLE, MANY, &error));
    TOO_LONG(idr_verify_signature(TEXT("b"), TEXT(HEX), &long_key, 1, &error));
    CHECK(idr_verify_signature(TEXT("b"), TEXT(HEX), keys, 1, NULL) == IDR_NOT_GENUINE);
}

static void signs(void) {
    idr_text *text = NULL;
    EMPTY(IDR_NOT_GENUINE, "signature.empty_key", idr_sign(TEXT("b"), NULL, 0, &text, &error));
    NULLED(idr_sign(NULL, 1, TEXT("k"), &text, &error));
    NULLED(idr_sign(TEXT("b"), NULL, 1, &text, &error));
    NULLED(idr_sign(TEXT("b"), TEXT("k"), NULL, &error));
    TOO_LONG(idr_sign(UNREADABLE, LONG, TEXT("k"), &text, &error));
    TOO_LONG(idr_sign(TEXT("b"), UNREADABLE, LONG, &text, &error));
    CHECK(text == NULL);
    EMPTY_IS_FINE(idr_sign(NULL, 0, TEXT("k"), &text, &error));
    idr_text_free(&text);
}

static void diagnoses(void) {
    idr_diagnosis *diagnosis = NULL;
    NULLED(idr_diagnose_signature(NULL, 1, TEXT(HEX), keys, 1, &diagnosis, &error));
    NULLED(idr_diagnose_signature(TEXT("b"), NULL, 1, keys, 1, &diagnosis, &error));
    NULLED(idr_diagnose_signature(TEXT("b"), TEXT(HEX), NULL, 1, &diagnosis, &error));
    NULLED(idr_diagnose_signature(TEXT("b"), TEXT(HEX), keys, 1, NULL, &error));
    TOO_LONG(idr_diagnose_signature(UNREADABLE, LONG, TEXT(HEX), keys, 1, &diagnosis, &error));
    TOO_LONG(idr_diagnose_signature(TEXT("b"), UNREADABLE, LONG, keys, 1, &diagnosis, &error));
    TOO_LONG(idr_diagnose_signature(TEXT("b"), TEXT(HEX), UNREADABLE, MANY, &diagnosis, &error));
    CHECK(diagnosis == NULL);
    EMPTY_IS_FINE(idr_diagnose_signature(NULL, 0, NULL, 0, NULL, 0, &diagnosis, &error));
    CHECK(is(idr_diagnosis_cause(diagnosis), "unknown") && idr_diagnosis_hint(diagnosis).len > 0);
    NEUTRAL(absent, idr_diagnosis_cause(NULL));
    NEUTRAL(absent, idr_diagnosis_hint(NULL));
    NEUTRAL(absent, idr_diagnosis_json(NULL));
    FREES(idr_diagnosis_free, diagnosis);
}

void hostile_signature(void) {
    verifies();
    signs();
    diagnoses();
}
