/* State, audit trail and outbox in SQLite: one transaction for each delivery. */
#ifndef RECEIVER_STORE_H
#define RECEIVER_STORE_H

#include "settings.h"

/* Makes the tables if they are not there. False, and a line on stderr, if that cannot be done. */
bool store_prepare(const struct settings *settings);

/* Commits what a decision changes, and says what the delivery was: a text that is valid for ever.
 * Absent, and a line on stderr, when the database, or the record in it, cannot be used; nothing was
 * kept then. */
idr_view store_keep(const struct settings *settings, const idr_decision *decision);

#endif
