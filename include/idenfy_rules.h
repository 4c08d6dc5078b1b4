/* idenfy_rules.h - rules for the iDenfy KYC API: validate, classify, decide. Unofficial.
 *
 * Conventions
 *  - Functions that can fail return idr_status; IDR_OK is 0. The status says whether the call
 *    worked, the object says what was found. A signature that is not genuine is never IDR_OK.
 *  - Outputs come last and are written on success only.
 *  - Inputs are a pointer and a length in bytes; no terminating NUL is needed. A NULL pointer
 *    with length 0 is empty input. Lengths over 1 MiB (16 MiB for policies) are refused before
 *    a byte is read.
 *  - Objects are opaque and never change, so several threads may read them.
 *    idr_x_free(idr_x **) frees one and sets the pointer to NULL; NULL is fine.
 *  - Texts come back as idr_view: UTF-8, not NUL-terminated, owned by the object they come
 *    from, valid until it is freed.
 *  - Nothing is kept in thread-local state, nothing is printed, no callback is called.
 *
 * This file is generated from the library and compared with it by a test. */

#ifndef IDENFY_RULES_H
#define IDENFY_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 Grows when a function changes; compare with idr_abi_version().
 */
#define IDR_ABI_VERSION 1

/*
 Whether a call worked. Numbers never change and are never reused.
 */
enum idr_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /*
     The call worked.
     */
    IDR_OK = 0,
    /*
     A pointer that must not be NULL is NULL, or a length is over its limit.
     */
    IDR_INVALID_ARGUMENT = 1,
    /*
     A fault of the library. It stays usable; please report it.
     */
    IDR_PANIC = 2,
    /*
     The webhook is not proven to be genuine: answer HTTP 401.
     */
    IDR_NOT_GENUINE = 100,
    /*
     The body cannot be used: answer HTTP 400.
     */
    IDR_UNUSABLE_BODY = 101,
    /*
     The policy document cannot be used.
     */
    IDR_UNUSABLE_POLICY = 200,
    /*
     The policy asks for the age or the days to expiry and needs to be told the day.
     */
    IDR_TODAY_REQUIRED = 201,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_status idr_status;
#else
typedef uint32_t idr_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 What to do about the person.
 */
enum idr_outcome
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /*
     Nothing: the webhook says nothing about a verification.
     */
    IDR_NONE = 0,
    /*
     Let the person in.
     */
    IDR_ACCEPT = 1,
    /*
     Ask the person to try again.
     */
    IDR_RETRY = 2,
    /*
     Somebody of yours has to look at it.
     */
    IDR_REVIEW = 3,
    /*
     Turn the person away.
     */
    IDR_REJECT = 4,
    /*
     A further result is due; do nothing yet.
     */
    IDR_WAIT = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum idr_outcome idr_outcome;
#else
typedef uint32_t idr_outcome;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 A decision about one webhook. Never changes, so several threads may read it. Views from it
 end when it is freed.
 */
typedef struct idr_decision idr_decision;

/*
 A loaded policy. Never changes, so several threads may use it.
 */
typedef struct idr_policy idr_policy;

/*
 All findings about one token request. Never changes, so several threads may read it. Views
 from it end when it is freed.
 */
typedef struct idr_report idr_report;

/*
 A text: `len` bytes of UTF-8 at `ptr`, not NUL-terminated, owned by the object it comes from
 and valid until that is freed. An absent text has `ptr` NULL and `len` 0.
 */
typedef struct {
    /*
     The first byte.
     */
    const uint8_t *ptr;
    /*
     The number of bytes.
     */
    size_t len;
} idr_view;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 The built-in policy that follows the vendor's pages word for word.

 # Safety
 `out` is writable.
 */
idr_status idr_policy_documented(idr_policy **out);

/*
 Loads a policy from its JSON document.

 # Safety
 `text` is NULL with `len` 0 or points to `len` bytes; `out` is writable.
 */
idr_status idr_policy_from_json(const uint8_t *text, size_t len, idr_policy **out);

/*
 Frees a policy and sets the pointer to NULL.

 # Safety
 `policy` is NULL or points to NULL or to a policy that is alive.
 */
void idr_policy_free(idr_policy **policy);

/*
 Verifies a webhook, reads it and decides, in that order. `body` is the raw body, `signature`
 the Idenfy-Signature header (NULL when there was none), `key` the signing key, `event_type`
 the Idenfy-Event-Type header (NULL when there was none).

 # Safety
 Every pointer is NULL with length 0 or points to that many bytes; `policy` is alive; `out`
 is writable.
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
                              idr_decision **out);

/*
 What to do about the person. IDR_NONE for NULL.

 # Safety
 `decision` is NULL or alive.
 */
idr_outcome idr_decision_outcome(const idr_decision *decision);

/*
 The decision as JSON: the audit record. Absent for NULL.

 # Safety
 `decision` is NULL or alive.
 */
idr_view idr_decision_json(const idr_decision *decision);

/*
 Frees a decision and sets the pointer to NULL.

 # Safety
 `decision` is NULL or points to NULL or to a decision that is alive.
 */
void idr_decision_free(idr_decision **decision);

/*
 Checks the body of POST /api/v2/token, as it will be sent. A broken body is a finding, not a
 failure of the call: IDR_OK says that `*out` holds a report.

 # Safety
 `body` is NULL with `len` 0 or points to `len` bytes; `out` is writable.
 */
idr_status idr_validate_token(const uint8_t *body, size_t len, idr_report **out);

/*
 Whether the report has no error; warnings do not count. False for NULL.

 # Safety
 `report` is NULL or alive.
 */
bool idr_report_is_valid(const idr_report *report);

/*
 The report as JSON: {"valid": bool, "violations": [...]}. Absent for NULL.

 # Safety
 `report` is NULL or alive.
 */
idr_view idr_report_json(const idr_report *report);

/*
 Frees a report and sets the pointer to NULL.

 # Safety
 `report` is NULL or points to NULL or to a report that is alive.
 */
void idr_report_free(idr_report **report);

/*
 The ABI number of the library that is linked. It must equal IDR_ABI_VERSION.
 */
uint32_t idr_abi_version(void);

/*
 The version of the library that is linked, for example "0.1.0". Valid for ever.
 */
idr_view idr_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* IDENFY_RULES_H */
