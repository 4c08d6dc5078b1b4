/* One call of the driver: what came in, and what to answer with. */
#ifndef DRIVER_H
#define DRIVER_H

#include "check.h"
#include "forms.h"

#define FIELDS 128

typedef struct call {
    idr_view field[FIELDS];
    uint32_t count;
    idr_error *error;
    form answer;
    bool differs; /* whether the accessors said something else than the form */
} call;

/* Parts of the answer: as it is, on a line of its own, and every finding of a report. */
void add(call *c, idr_view part);
void add_line(call *c, idr_view part);
void add_report(call *c, const idr_report *report, idr_view (*meaning)(const uint8_t *, size_t));

/* A number field: decimal digits. */
uint32_t number(const call *c, uint32_t at);

/* A built-in policy by its name, or one by its document. */
idr_status load(call *c, idr_view named, idr_policy *base, idr_policy **policy);

/* Makes the call; the answer to one that fails is its error. */
idr_status answer(call *c, idr_decision *decision);

/* The calls of driver_policy.c. */
idr_status policy(call *c);
idr_status schema(call *c);
idr_status shown(call *c);
idr_status tested(call *c);

/* The call of driver_analysis.c. */
idr_status analysed(call *c);

/* The calls of driver_lint.c. */
idr_status lint(call *c);
idr_status outgoing(call *c);

#endif
