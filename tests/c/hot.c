/* The hot path: one decision for all webhooks. Between two of them the caller allocates nothing and
 * frees nothing, and after thousands the program holds no more memory than after the first ones. */
#include "check.h"

/* The bytes that the program holds; 0 where nobody counts them. */
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>
static size_t held(void) { return mallinfo2().uordblks; }
#else
static size_t held(void) { return 0; }
#endif

#define SIGNATURE "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca"

static void round_of_calls(const idr_policy *policy, idr_decision *decision) {
    const idr_view keys[2] = {{bytes("old"), 3}, {bytes("key"), 3}};
    const idr_arrival plain = {{NULL, 0}, 0, 0, 0, true};
    CHECK(idr_policy_receive_into(policy, TEXT(APPROVED), TEXT(SIGNATURE), keys, 2, NULL, decision, NULL) == IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_ACCEPT && is(idr_decision_rule(decision, 0), "approved"));
    CHECK(is(idr_decision_scan_ref(decision), "s") && !absent(idr_decision_body_sha256(decision)));
    CHECK(idr_policy_evaluate_into(policy, TEXT(APPROVED), &plain, decision, NULL) == IDR_OK);
    CHECK(!idr_decision_verified(decision) && absent(idr_decision_body_sha256(decision)));
    CHECK(has(idr_decision_json(decision), "\"body_sha256\":null"));
    CHECK(idr_policy_receive_into(policy, TEXT(APPROVED), NULL, 0, keys, 2, NULL, decision, NULL) == IDR_NOT_GENUINE);
    CHECK(idr_decision_outcome(decision) == IDR_NONE);
}

int main(void) {
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    CHECK(idr_policy_documented(&policy, NULL) == IDR_OK && idr_decision_new(&decision, NULL) == IDR_OK);
    for (int i = 0; i < 10; i++) round_of_calls(policy, decision);
    size_t before = held();
    for (int i = 0; i < 2000; i++) round_of_calls(policy, decision);
    CHECK(held() == before);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
    puts("ok");
    return 0;
}
