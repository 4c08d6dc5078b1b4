/* What a real program gets from elsewhere: its own request, the answers of the API, webhooks as
 * they arrive. Invented; no real person is in it. Both examples read it. */
#ifndef INPUTS_H
#define INPUTS_H

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Two faults: the United Kingdom is GB, and no document is called PASPORT. */
static const char REQUEST[] =
    "{\"clientId\": \"c-1\", \"country\": \"UK\", \"documents\": [\"PASPORT\"]}";

struct answer {
    unsigned short status;
    const char *body;
};

/* To the first attempt and to the second. */
static const struct answer ANSWERS[] = {
    {502, "<html>502 Bad Gateway</html>"},
    {201, "{\"authToken\": \"an-invented-token\", \"scanRef\": \"s-1\", \"clientId\": \"c-1\","
          " \"expiryTime\": 3600, \"sessionLength\": 600}"},
};

static const char SIGNING_KEY[] = "an invented signing key";

struct webhook {
    const char *event;     /* the Idenfy-Event-Type header */
    const char *signature; /* the Idenfy-Signature header */
    const char *body;      /* the raw body, byte for byte */
};

/* Another name than the one that was asked for. */
#define ANOTHER_NAME                                                                      \
    "{\"scanRef\": \"s-1\", \"clientId\": \"c-1\", \"final\": true,"                      \
    " \"status\": {\"overall\": \"SUSPECTED\", \"manualDocument\": \"DOC_VALIDATED\","    \
    " \"manualFace\": \"FACE_MATCH\", \"fraudTags\": [], \"mismatchTags\": [\"NAME\"]}}"

/* In the last one somebody let the person pass after it was signed. */
static const struct webhook WEBHOOKS[] = {
    {"IDENTIFICATION_AUTO_FINISHED",
     "8dfd96b0204448d52b5fd34076c5f32eb65b7a388feb8997b96d182c46579608",
     "{\"scanRef\": \"s-1\", \"clientId\": \"c-1\", \"final\": false,"
     " \"status\": {\"overall\": \"APPROVED\"}}"},
    {"IDENTIFICATION_MANUAL_FINISHED",
     "d8e65f77fc7e748719c25f064835ca46d1ceeb9a0571fca33c14436744fbb83e",
     ANOTHER_NAME},
    {"IDENTIFICATION_MANUAL_FINISHED",
     "d8e65f77fc7e748719c25f064835ca46d1ceeb9a0571fca33c14436744fbb83e",
     ANOTHER_NAME},
    {"IDENTIFICATION_MANUAL_FINISHED",
     "d8e65f77fc7e748719c25f064835ca46d1ceeb9a0571fca33c14436744fbb83e",
     "{\"scanRef\": \"s-1\", \"clientId\": \"c-1\", \"final\": true,"
     " \"status\": {\"overall\": \"APPROVED\"}}"},
};

#endif
