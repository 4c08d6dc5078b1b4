/* Records, transitions, and whether to start again. */
#include "hostile.h"

static idr_error *error = NULL;
static idr_decision *decision = NULL;
static idr_transition *transition = NULL;

static void records(void) {
    idr_record *record = NULL;
    idr_view stored = idr_record_json(idr_transition_record(transition));
    EMPTY(IDR_UNUSABLE_RECORD, "record.invalid", idr_record_from_json(NULL, 0, &record, &error));
    NULLED(idr_record_from_json(NULL, 1, &record, &error));
    NULLED(idr_record_from_json(stored.ptr, stored.len, NULL, &error));
    TOO_LONG(idr_record_from_json(UNREADABLE, LONG, &record, &error));
    NOT_UTF8(idr_record_from_json(TEXT("\xff"), &record, &error));
    CHECK(record == NULL && idr_record_from_json(stored.ptr, stored.len, &record, &error) == IDR_OK);
    NEUTRAL(absent, idr_record_scan_ref(NULL));
    NEUTRAL(NO, idr_record_outcome(NULL));
    NEUTRAL(NO, idr_record_closed(NULL));
    NEUTRAL(NO, idr_record_lifecycle(NULL));
    NEUTRAL(NO, idr_record_final(NULL));
    NEUTRAL(absent, idr_record_event(NULL));
    NEUTRAL(NO, idr_record_verified(NULL));
    NEUTRAL(NO, idr_record_conflict(NULL));
    NEUTRAL(NO, idr_record_reopened(NULL));
    NEUTRAL(NO, idr_record_erased(NULL));
    NEUTRAL(NO, idr_record_seen_count(NULL));
    NEUTRAL(absent, idr_record_seen(NULL, 0));
    NEUTRAL(absent, idr_record_seen(record, SIZE_MAX));
    NEUTRAL(absent, idr_record_policy_name(NULL));
    NEUTRAL(absent, idr_record_policy_revision(NULL));
    NEUTRAL(absent, idr_record_policy_fingerprint(NULL));
    NEUTRAL(absent, idr_record_policy_vocabulary(NULL));
    NEUTRAL(absent, idr_record_json(NULL));
    FREES(idr_record_free, record);
}

static void reconciles(void) {
    idr_decision *empty = NULL;
    CHECK(idr_decision_new(&empty, &error) == IDR_OK);
    FAILS(IDR_INVALID_ARGUMENT, "argument.empty_decision", idr_reconcile(NULL, empty, &transition, &error));
    NULLED(idr_reconcile(NULL, NULL, &transition, &error));
    NULLED(idr_reconcile(NULL, decision, NULL, &error));
    CHECK(transition == NULL && idr_reconcile(NULL, decision, &transition, &error) == IDR_OK);
    NEUTRAL(NO, idr_transition_kind_of(NULL));
    NEUTRAL(NO, idr_transition_act(NULL));
    NEUTRAL(NO, idr_transition_record(NULL));
    NEUTRAL(absent, idr_transition_json(NULL));
    idr_decision_free(&empty);
}

static void starts(void) {
    const idr_record *accepted = idr_transition_record(transition);
    const idr_record *none = NULL;
    idr_start start = {true, true, 0, 0};
    idr_start_limits limits = {0, 0, 0, true, 1700000000, {NULL, 0}};
    CHECK(idr_may_start(&accepted, 1, 0, NULL, &start, &error) == IDR_OK && !start.go);
    CHECK(start.reason == IDR_START_ALREADY_ACCEPTED);
    EMPTY_IS_FINE(idr_may_start(NULL, 0, 1700000001, &limits, &start, &error));
    CHECK(!start.go && start.has_active_session);
    NULLED(idr_may_start(NULL, 1, 0, NULL, &start, &error));
    NULLED(idr_may_start(&none, 1, 0, NULL, &start, &error));
    NULLED(idr_may_start(NULL, 0, 0, NULL, NULL, &error));
    TOO_LONG(idr_may_start(UNREADABLE, MANY, 0, NULL, &start, &error));
    limits.scan_ref.len = 1;
    NULLED(idr_may_start(NULL, 0, 0, &limits, &start, &error));
    limits.scan_ref.ptr = UNREADABLE;
    limits.scan_ref.len = LONG;
    TOO_LONG(idr_may_start(NULL, 0, 0, &limits, &start, &error));
}

void hostile_history(void) {
    idr_policy *policy = NULL;
    CHECK(idr_policy_documented(&policy, &error) == IDR_OK && idr_decision_new(&decision, &error) == IDR_OK);
    CHECK(idr_policy_evaluate_into(policy, TEXT(APPROVED), NULL, decision, &error) == IDR_OK);
    reconciles();
    records();
    starts();
    FREES(idr_transition_free, transition);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
}
