/* What no caller should do, one macro for each kind of fault. tests/c/faults.rs reads the calls
 * inside them and compares, argument by argument, with the functions of the header. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "check.h"

/* Nobody can read here: a library that looked before it checked a length would crash. */
#define UNREADABLE ((const void *)(uintptr_t)64)
#define LONG (IDR_MAX_BYTES + (size_t)1)
#define MANY (IDR_MAX_ITEMS + (size_t)1)

/* A failing call: its status, and the code of its `error`, a variable of each file. */
#define FAILS(expected_status, expected_code, call) \
    do { \
        CHECK((call) == (expected_status)); \
        CHECK(is(idr_error_code(error), expected_code) && idr_error_text(error).len > 0); \
        CHECK(idr_error_http_status(error) >= 400); \
        idr_error_free(&error); \
        CHECK(error == NULL); \
    } while (0)

/* NULL where something is needed, or NULL with a length. */
#define NULLED(call) FAILS(IDR_INVALID_ARGUMENT, "argument.null", call)
/* A length or a count over its limit. */
#define TOO_LONG(call) FAILS(IDR_TOO_LONG, "argument.too_long", call)
/* A number that its enum does not have. */
#define UNKNOWN(call) FAILS(IDR_INVALID_ARGUMENT, "argument.unknown_number", call)
/* Bytes that are no text. */
#define NOT_UTF8(call) FAILS(IDR_INVALID_ARGUMENT, "argument.not_utf8", call)
/* NULL with length 0 where that cannot be used, and where it can. */
#define EMPTY(expected_status, expected_code, call) FAILS(expected_status, expected_code, call)
#define EMPTY_IS_FINE(call) CHECK((call) == IDR_OK && error == NULL)
/* A question to nothing, or about a place or a name that is not there. */
#define NEUTRAL(expected, call) CHECK(expected(call))
#define NO(answer) (!(answer))
/* Freeing nothing, an object, and the same variable again. */
#define FREES(function, object) \
    do { \
        function(NULL); \
        CHECK((object) != NULL); \
        function(&(object)); \
        CHECK((object) == NULL); \
        function(&(object)); \
        CHECK((object) == NULL); \
    } while (0)

void hostile_token(void);
void hostile_response(void);
void hostile_signature(void);
void hostile_delivery(void);
void hostile_policy(void);
void hostile_decision(void);
void hostile_history(void);
void hostile_show(void);
void hostile_analysis(void);
void hostile_integration(void);
void hostile_words(void);

#endif
