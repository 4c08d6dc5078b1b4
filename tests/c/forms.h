/* The JSON forms of results, written with nothing but the accessors of the header: equal, byte for
 * byte, to what the library writes if the accessors say everything that the form says. */
#ifndef FORMS_H
#define FORMS_H

#include "idenfy_rules.h"

/* A text that grows. */
typedef struct form {
    char *text;
    size_t len;
} form;

void form_bytes(form *f, idr_view part);
void form_text(form *f, const char *text);

/* `like` is the form that the library wrote. */
void form_classification(form *f, const idr_classification *found, idr_view like);
void form_decision(form *f, const idr_decision *decision);
void form_record(form *f, const idr_record *record);
void form_transition(form *f, const idr_transition *transition);
void form_diagnosis(form *f, const idr_diagnosis *diagnosis);

#endif
