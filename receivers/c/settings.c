#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FILE_BYTES = 1 << 20 };

static bool complain(const char *what, const char *of) {
    fprintf(stderr, "receiver: %s%s\n", what, of);
    return false;
}

static const char *variable(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value == NULL ? otherwise : value;
}

/* The content of a file and its length; NULL if it cannot be read. */
static char *content(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *text = file == NULL ? NULL : malloc(MOST_FILE_BYTES);
    if (text != NULL) *len = fread(text, 1, MOST_FILE_BYTES, file);
    if (text == NULL || ferror(file) || !feof(file)) {
        complain("cannot read ", path);
        free(text);
        text = NULL;
    }
    if (file != NULL) fclose(file);
    return text;
}

/* One key a line, from a file or the variable itself: several while one replaces another. */
static bool read_keys(struct settings *settings) {
    const char *path = getenv("RECEIVER_KEYS_FILE");
    size_t len = 0;
    if (path != NULL && path[0] != '\0') {
        settings->key_text = content(path, &len);
    } else {
        settings->key_text = strdup(variable("RECEIVER_KEYS", ""));
        len = settings->key_text == NULL ? 0 : strlen(settings->key_text);
    }
    if (settings->key_text == NULL) return false;
    const char *end = settings->key_text + len;
    for (const char *line = settings->key_text; line < end;) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        const char *stop = feed == NULL ? end : feed;
        size_t size = (size_t)(stop - line);
        if (size > 0 && line[size - 1] == '\r') size--;
        if (size > 0 && settings->key_count == MOST_KEYS) return complain("too many keys", "");
        if (size > 0) {
            settings->keys[settings->key_count++] = (idr_view){(const uint8_t *)line, size};
        }
        line = stop + 1;
    }
    if (settings->key_count > 0) return true;
    return complain("no signing key: set RECEIVER_KEYS_FILE or RECEIVER_KEYS", "");
}

/* A built-in policy by its name, or the document in a file. */
static bool read_policy(const char *name, idr_policy **policy) {
    idr_error *error = NULL;
    idr_status status = IDR_OK;
    if (strcmp(name, "strict") == 0) {
        status = idr_policy_strict(policy, &error);
    } else if (strcmp(name, "documented") == 0) {
        status = idr_policy_documented(policy, &error);
    } else {
        size_t len = 0;
        char *text = content(name, &len);
        if (text == NULL) return false;
        status = idr_policy_from_json((const uint8_t *)text, len, NULL, policy, &error);
        free(text);
    }
    if (status != IDR_OK) {
        const idr_view why = idr_error_text(error);
        fprintf(stderr, "receiver: %.*s\n", (int)why.len, (const char *)why.ptr);
        idr_error_free(&error);
    }
    return status == IDR_OK;
}

static bool read_number(const char *name, const char *otherwise, unsigned *out) {
    const char *text = variable(name, otherwise);
    char *end = NULL;
    const unsigned long value = strtoul(text, &end, 10);
    if (end == text || *end != '\0' || value > 3600000) return complain("not a number: ", name);
    *out = (unsigned)value;
    return true;
}

static bool read_listen(struct settings *settings) {
    const char *text = variable("RECEIVER_LISTEN", "127.0.0.1:8080");
    const char *colon = strrchr(text, ':');
    if (colon == NULL || colon - text >= (int)sizeof settings->host ||
        strlen(colon + 1) >= sizeof settings->port) {
        return complain("not an address and a port: RECEIVER_LISTEN", "");
    }
    snprintf(settings->host, sizeof settings->host, "%.*s", (int)(colon - text), text);
    snprintf(settings->port, sizeof settings->port, "%s", colon + 1);
    return true;
}

bool settings_read(struct settings *settings) {
    settings->database = variable("RECEIVER_DATABASE", "verifications.db");
    return read_keys(settings) &&
           read_policy(variable("RECEIVER_POLICY", "strict"), &settings->policy) &&
           read_listen(settings) &&
           read_number("RECEIVER_BUSY_MS", "3000", &settings->busy_ms) &&
           read_number("RECEIVER_READ_MS", "5000", &settings->read_ms);
}

void settings_free(struct settings *settings) {
    idr_policy_free(&settings->policy);
    free(settings->key_text);
}
