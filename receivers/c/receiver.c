/* Receives webhooks of iDenfy in C, with libmicrohttpd and SQLite.
 *
 *     RECEIVER_KEYS_FILE=keys.txt make receiver-c
 *
 * Verify, decide, reconcile, commit, and only then answer 200: without a 200 the vendor sends it
 * again, and what came twice is a duplicate. docs/receivers.md says more. */
#include <idenfy_rules.h>
#include <microhttpd.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "settings.h"
#include "store.h"

enum { BODY_LIMIT = 1 << 20, DELIVERIES_AT_ONCE = 64 };

/* The raw bytes as they come: JSON that was parsed and written again does not verify. */
struct body {
    uint64_t until_ms;
    size_t len;
    bool too_large;
    uint8_t bytes[BODY_LIMIT];
};

static enum MHD_Result reply(struct MHD_Connection *connection, unsigned status,
                             const char *header, const char *value, const char *text) {
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(text), (void *)text, MHD_RESPMEM_PERSISTENT);
    if (header != NULL) MHD_add_response_header(response, header, value);
    MHD_add_response_header(response, "Connection", "close");
    const enum MHD_Result queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued;
}

static enum MHD_Result answer(struct MHD_Connection *connection, unsigned status, idr_view why) {
    fprintf(stderr, "%u %.*s\n", status, (int)why.len, why.ptr == NULL ? "" : (char *)why.ptr);
    return reply(connection, status, status == 503 ? "Retry-After" : NULL, "1", "");
}

static idr_view header(struct MHD_Connection *connection, const char *name) {
    const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return (idr_view){(const uint8_t *)value, value == NULL ? 0 : strlen(value)};
}

static idr_arrival arrival(struct MHD_Connection *connection) {
    const time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    return (idr_arrival){.event_type = header(connection, "Idenfy-Event-Type"),
                         .year = (uint32_t)utc.tm_year + 1900,
                         .month = (uint32_t)utc.tm_mon + 1,
                         .day = (uint32_t)utc.tm_mday};
}

static enum MHD_Result receive(const struct settings *settings, struct MHD_Connection *connection,
                               const struct body *body) {
    const idr_view signature = header(connection, "Idenfy-Signature");
    const idr_arrival circumstances = arrival(connection);
    idr_decision *decision = NULL;
    idr_error *error = NULL;
    enum MHD_Result queued = MHD_NO;
    if (idr_decision_new(&decision, &error) == IDR_OK &&
        idr_policy_receive_into(settings->policy, body->bytes, body->len, signature.ptr,
                                signature.len, settings->keys, settings->key_count,
                                &circumstances, decision, &error) == IDR_OK) {
        const idr_view kind = store_keep(settings, decision);
        queued = answer(connection, kind.ptr == NULL ? 503 : 200, kind);
    } else {
        queued = answer(connection, idr_error_http_status(error), idr_error_code(error));
    }
    idr_error_free(&error);
    idr_decision_free(&decision);
    return queued;
}

/* By a clock that nobody sets. */
static uint64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static struct body *begun(const struct settings *settings) {
    struct body *body = malloc(sizeof *body);
    if (body == NULL) return NULL;
    body->until_ms = now_ms() + settings->read_ms;
    body->len = 0;
    body->too_large = false;
    return body;
}

static void take(struct body *body, const char *bytes, size_t len) {
    body->too_large = body->too_large || len > BODY_LIMIT - body->len;
    if (body->too_large) return;
    memcpy(body->bytes + body->len, bytes, len);
    body->len += len;
}

/* libmicrohttpd calls it with the head, then with each part of the body, then once more. */
static enum MHD_Result handle(void *given, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_len, void **state) {
    (void)version;
    if (*state == NULL) {
        if (strcmp(path, "/health") == 0) return reply(connection, 200, NULL, NULL, "ok\n");
        if (strcmp(path, "/webhook") != 0) return reply(connection, 404, NULL, NULL, "");
        if (strcmp(method, "POST") != 0) return reply(connection, 405, "Allow", "POST", "");
        *state = begun(given);
        return *state == NULL ? reply(connection, 503, "Retry-After", "1", "") : MHD_YES;
    }
    struct body *body = *state;
    if (*upload_len > 0) {
        if (now_ms() > body->until_ms) return MHD_NO; /* which ends the connection */
        take(body, upload, *upload_len);
        *upload_len = 0;
        return MHD_YES;
    }
    if (body->too_large) return reply(connection, 413, NULL, NULL, "");
    return receive(given, connection, body);
}

static void forget(void *given, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode why) {
    (void)given, (void)connection, (void)why;
    free(*state);
    *state = NULL;
}

static struct MHD_Daemon *started(struct settings *settings) {
    const struct addrinfo wanted = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE};
    struct addrinfo *address = NULL;
    if (getaddrinfo(settings->host, settings->port, &wanted, &address) != 0) return NULL;
    const unsigned six = address->ai_family == AF_INET6 ? MHD_USE_IPv6 : 0;
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_ITC | six, 0,
        NULL, NULL, handle, settings, MHD_OPTION_SOCK_ADDR, address->ai_addr,
        MHD_OPTION_CONNECTION_TIMEOUT, (settings->read_ms + 999) / 1000,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)DELIVERIES_AT_ONCE, MHD_OPTION_NOTIFY_COMPLETED,
        forget, NULL, MHD_OPTION_END);
    freeaddrinfo(address);
    return daemon;
}

/* It takes no more, and finishes what it has begun. */
static void stop(struct MHD_Daemon *daemon) {
    const struct timespec moment = {0, 10 * 1000 * 1000};
    close(MHD_quiesce_daemon(daemon));
    while (MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS)->num_connections > 0) {
        nanosleep(&moment, NULL);
    }
    MHD_stop_daemon(daemon);
}

int main(void) {
    struct settings settings = {0};
    sigset_t stopping;
    int number = 0;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopping, NULL); /* before there are threads that inherit it */
    struct MHD_Daemon *daemon = NULL;
    if (settings_read(&settings) && store_prepare(&settings)) daemon = started(&settings);
    if (daemon == NULL) {
        fprintf(stderr, "receiver: it does not start\n");
    } else {
        sigwait(&stopping, &number);
        stop(daemon);
    }
    settings_free(&settings);
    return daemon == NULL;
}
