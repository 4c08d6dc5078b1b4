/* The content of webhooks. */
#include "hostile.h"

static idr_error *error = NULL;

static void parses(idr_delivery **delivery) {
    EMPTY(IDR_UNUSABLE_BODY, "webhook.empty", idr_delivery_parse(NULL, 0, NULL, 0, delivery, &error));
    NULLED(idr_delivery_parse(NULL, 1, NULL, 0, delivery, &error));
    NULLED(idr_delivery_parse(TEXT(APPROVED), NULL, 1, delivery, &error));
    NULLED(idr_delivery_parse(TEXT(APPROVED), NULL, 0, NULL, &error));
    TOO_LONG(idr_delivery_parse(UNREADABLE, LONG, NULL, 0, delivery, &error));
    TOO_LONG(idr_delivery_parse(TEXT(APPROVED), UNREADABLE, LONG, delivery, &error));
    CHECK(*delivery == NULL);
    EMPTY_IS_FINE(idr_delivery_parse(TEXT(APPROVED), NULL, 0, delivery, &error));
}

static void members(const idr_delivery *delivery) {
    idr_text *text = NULL;
    NULLED(idr_delivery_member(NULL, TEXT("/final"), &text, &error));
    NULLED(idr_delivery_member(delivery, NULL, 1, &text, &error));
    NULLED(idr_delivery_member(delivery, TEXT("/final"), NULL, &error));
    TOO_LONG(idr_delivery_member(delivery, UNREADABLE, LONG, &text, &error));
    NOT_UTF8(idr_delivery_member(delivery, TEXT("\xff"), &text, &error));
    CHECK(idr_delivery_member(delivery, TEXT("nowhere"), &text, &error) == IDR_OK && text == NULL);
    EMPTY_IS_FINE(idr_delivery_member(delivery, NULL, 0, &text, &error));
    CHECK(is(idr_text_view(text), APPROVED));
    idr_text_free(&text);
}

void hostile_delivery(void) {
    idr_delivery *delivery = NULL;
    parses(&delivery);
    members(delivery);
    NEUTRAL(absent, idr_delivery_json(NULL));
    NEUTRAL(absent, idr_delivery_scan_ref(NULL));
    NEUTRAL(absent, idr_delivery_client_id(NULL));
    NEUTRAL(absent, idr_delivery_external_ref(NULL));
    NEUTRAL(absent, idr_delivery_company_id(NULL));
    NEUTRAL(absent, idr_delivery_event(NULL));
    NEUTRAL(NO, idr_delivery_final(NULL));
    NEUTRAL(NO, idr_delivery_is_notice(NULL));
    NEUTRAL(absent, idr_delivery_notice_product(NULL));
    NEUTRAL(NO, idr_delivery_notice_attention(NULL));
    NEUTRAL(absent, idr_delivery_overall(NULL));
    NEUTRAL(absent, idr_delivery_auto_document(NULL));
    NEUTRAL(absent, idr_delivery_manual_document(NULL));
    NEUTRAL(absent, idr_delivery_auto_face(NULL));
    NEUTRAL(absent, idr_delivery_manual_face(NULL));
    NEUTRAL(absent, idr_delivery_platform(NULL));
    NEUTRAL(NO, idr_delivery_fraud_tag_count(NULL));
    NEUTRAL(absent, idr_delivery_fraud_tag(NULL, 0));
    NEUTRAL(absent, idr_delivery_fraud_tag(delivery, SIZE_MAX));
    NEUTRAL(NO, idr_delivery_mismatch_tag_count(NULL));
    NEUTRAL(absent, idr_delivery_mismatch_tag(NULL, 0));
    NEUTRAL(absent, idr_delivery_mismatch_tag(delivery, SIZE_MAX));
    FREES(idr_delivery_free, delivery);
}
