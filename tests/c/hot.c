/* The hot path: one decision for all webhooks. Between two of them nobody allocates and nobody
 * frees, and after thousands the program holds no more memory than after the first ones. */
#include "check.h"

/* The linker sends every call of malloc and its kin here; the library reaches memory by them alone. */
static unsigned long allocations;
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *place, size_t size);
int __real_posix_memalign(void **place, size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *place, size_t size);
int __wrap_posix_memalign(void **place, size_t alignment, size_t size);

void *__wrap_malloc(size_t size) { allocations++; return __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { allocations++; return __real_calloc(count, size); }
void *__wrap_realloc(void *place, size_t size) { allocations++; return __real_realloc(place, size); }
int __wrap_posix_memalign(void **place, size_t alignment, size_t size) {
    allocations++;
    return __real_posix_memalign(place, alignment, size);
}

/* The bytes that the program holds; 0 where nobody counts them. */
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>
static size_t held(void) { return mallinfo2().uordblks; }
#else
static size_t held(void) { return 0; }
#endif

#define SIGNATURE "fa2dfabdba31282d22fe58270ec4ccc5bba56dbce2f2e0d82b0f4ee8fa0f2bca"

static const idr_view KEYS[2] = {{(const uint8_t *)"old", 3}, {(const uint8_t *)"key", 3}};

static void decide(const idr_policy *policy, idr_decision *decision) {
    const idr_arrival plain = {{NULL, 0}, 0, 0, 0, true};
    CHECK(idr_policy_receive_into(policy, TEXT(APPROVED), TEXT(SIGNATURE), KEYS, 2, NULL, decision, NULL) == IDR_OK);
    CHECK(idr_decision_outcome(decision) == IDR_ACCEPT && is(idr_decision_rule(decision, 0), "approved"));
    CHECK(is(idr_decision_scan_ref(decision), "s") && !absent(idr_decision_body_sha256(decision)));
    CHECK(idr_policy_evaluate_into(policy, TEXT(APPROVED), &plain, decision, NULL) == IDR_OK);
    CHECK(!idr_decision_verified(decision) && absent(idr_decision_body_sha256(decision)));
}

/* What may allocate: the form of a decision, and the reason of a refusal. */
static void tell(const idr_policy *policy, idr_decision *decision) {
    CHECK(has(idr_decision_json(decision), "\"body_sha256\":null"));
    CHECK(idr_policy_receive_into(policy, TEXT(APPROVED), NULL, 0, KEYS, 2, NULL, decision, NULL) == IDR_NOT_GENUINE);
    CHECK(idr_decision_outcome(decision) == IDR_NONE && absent(idr_decision_json(decision)));
}

int main(void) {
    idr_policy *policy = NULL;
    idr_decision *decision = NULL;
    CHECK(idr_policy_documented(&policy, NULL) == IDR_OK && idr_decision_new(&decision, NULL) == IDR_OK);
    CHECK(allocations > 0);
    for (int i = 0; i < 10; i++) decide(policy, decision), tell(policy, decision);
    size_t before = held();
    unsigned long counted = allocations;
    for (int i = 0; i < 2000; i++) decide(policy, decision);
    CHECK(allocations == counted);
    for (int i = 0; i < 2000; i++) decide(policy, decision), tell(policy, decision);
    CHECK(held() == before);
    idr_decision_free(&decision);
    idr_policy_free(&policy);
    puts("ok");
    return 0;
}
