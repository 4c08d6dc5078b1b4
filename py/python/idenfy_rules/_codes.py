"""The codes of findings and errors. Results and exceptions hold them as plain str."""

# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py

from ._words import ClosedWord, FindingTexts

__all__ = [
    "ErrorCode", "FindingCode",
]


class ErrorCode(ClosedWord):
    """What was wrong with a call: the ``code`` of an exception, with what it says.

    Besides these there are ``input.`` codes, one for each argument that was refused, such as
    ``input.attempt``.
    """

    POLICY_NOT_JSON = "policy.not_json", "The text is not one JSON text within the limits."
    POLICY_WRONG_TYPE = "policy.wrong_type", "A value has another type than the one expected here."
    POLICY_REPEATED_KEY = "policy.repeated_key", "A key occurs twice in one object."
    POLICY_UNKNOWN_KEY = "policy.unknown_key", "The document, a rule or a claim has no such key."
    POLICY_MISSING_KEY = "policy.missing_key", "A required key is absent."
    POLICY_FORMAT_UNSUPPORTED = "policy.format_unsupported", "The format is not 1."
    POLICY_TOO_MANY_RULES = "policy.too_many_rules", (
        "There are more rules than the limit of 10,000."
    )
    POLICY_UNKNOWN_OUTCOME = "policy.unknown_outcome", "There is no such outcome."
    POLICY_UNKNOWN_STATE = "policy.unknown_state", "There is no such lifecycle state."
    POLICY_UNKNOWN_FACT = "policy.unknown_fact", "There is no such fact."
    POLICY_UNKNOWN_OPERATOR = "policy.unknown_operator", "Facts of this kind have no such operator."
    POLICY_UNKNOWN_WORD = "policy.unknown_word", (
        "The vocabulary has no such word; `unlisted` names words that are meant all the same."
    )
    POLICY_UNKNOWN_CLASS = "policy.unknown_class", "The vocabulary has no such class."
    POLICY_UNKNOWN_LIST = "policy.unknown_list", "`lists` has no such list."
    POLICY_UNKNOWN_BASE = "policy.unknown_base", (
        "`extends` names neither a built-in policy nor the base that was passed."
    )
    POLICY_AMBIGUOUS_LIST = "policy.ambiguous_list", (
        "A plain word or list on a set could mean any or all; say which."
    )
    POLICY_NULL_NOT_ALLOWED = "policy.null_not_allowed", (
        "The fact is never missing, so `null` can never be true."
    )
    POLICY_EMPTY = "policy.empty", (
        "An empty condition, list or text would mean everything or nothing."
    )
    POLICY_BAD_RANGE = "policy.bad_range", "The lower end of `between` is above the upper one."
    POLICY_BAD_PATTERN = "policy.bad_pattern", "The pattern does not compile within the limits."
    POLICY_DUPLICATE_RULE = "policy.duplicate_rule", "Two rules have the same id."
    POLICY_RESERVED_ID = "policy.reserved_id", "`otherwise` is not a rule id."
    POLICY_WHY_REQUIRED = "policy.why_required", (
        "An accepting rule must say why: it is the audit sentence."
    )
    POLICY_ACCEPT_UNPINNED = "policy.accept_unpinned", (
        "An accepting rule must pin `overall`, at the top of `when`, to APPROVED, SUSPECTED or "
        "both."
    )
    POLICY_ACCEPT_EVENT = "policy.accept_event", (
        "An accepting rule may not ask `event`: it is not signed."
    )
    POLICY_ACCEPT_UNKNOWN = "policy.accept_unknown", (
        "An accepting rule may not ask for class `unknown`."
    )
    POLICY_ACCEPT_NOT_EMPTY = "policy.accept_not_empty", (
        "An accepting rule may not ask that a set is not empty: unknown words would help."
    )
    POLICY_ACCEPT_SKIP = "policy.accept_skip", "An accepting rule may not say `ifUndecided`."
    POLICY_ACCEPT_NOT_ALLOWED = "policy.accept_not_allowed", (
        "`lifecycle` and `otherwise` may not accept."
    )
    POLICY_MILDER = "policy.milder", (
        "A policy that extends another may not make its `lifecycle` or `otherwise` milder."
    )
    POLICY_NEVER_OR_ALWAYS = "policy.never_or_always", (
        "A claim to prove says either `never` or `always`."
    )
    SIGNATURE_MISSING = "signature.missing", "There is no signature, or it is empty."
    SIGNATURE_BAD_ENCODING = "signature.bad_encoding", (
        "The signature has the right length but is not hexadecimal."
    )
    SIGNATURE_BAD_LENGTH = "signature.bad_length", "The signature is not 64 hex digits long."
    SIGNATURE_MISMATCH = "signature.mismatch", (
        "The signature is well formed, but no key makes it from these bytes."
    )
    SIGNATURE_EMPTY_KEY = "signature.empty_key", (
        "There is no signing key, or one of them is empty: everybody could sign with it."
    )
    WEBHOOK_EMPTY = "webhook.empty", "The body is empty."
    WEBHOOK_NOT_UTF8 = "webhook.not_utf8", "The body is not UTF-8."
    WEBHOOK_NOT_JSON = "webhook.not_json", "The body is not one JSON text."
    WEBHOOK_TOO_LARGE = "webhook.too_large", "The body has more bytes than the limit."
    WEBHOOK_TOO_DEEP = "webhook.too_deep", "The body is nested deeper than the limit."
    WEBHOOK_LIST_TOO_LONG = "webhook.list_too_long", (
        "A list or object has more entries than the limit."
    )
    WEBHOOK_NOT_OBJECT = "webhook.not_object", "The body is not a JSON object."
    WEBHOOK_REPEATED_KEY = "webhook.repeated_key", "A key that a decision hangs on is repeated."
    WEBHOOK_SCAN_REF_MISSING = "webhook.scan_ref_missing", (
        "`scanRef` is not a text, or it is empty."
    )
    WEBHOOK_OVERALL_MISSING = "webhook.overall_missing", (
        "`status.overall` is not a text, or it is empty."
    )
    TEST_OTHER_POLICY = "test.other_policy", "The file is for a policy of another name."
    TEST_REPEATED_NAME = "test.repeated_name", "Two cases have the same name."
    TEST_WEBHOOK_OR_FACTS = "test.webhook_or_facts", (
        "A case has neither `webhook` nor `facts`, or both."
    )
    TEST_IMPOSSIBLE_FACTS = "test.impossible_facts", "There is no webhook that has these facts."
    TEST_UNKNOWN_RULE = "test.unknown_rule", "The policy has no such rule."
    POLICY_TODAY_REQUIRED = "policy.today_required", (
        "The policy asks `age` or `daysToExpiry`, so it must be told `today`."
    )
    HISTORY_NO_SCAN_REF = "history.no_scan_ref", "The decision names no verification."
    HISTORY_OTHER_SCAN_REF = "history.other_scan_ref", "The record belongs to another verification."
    RECORD_INVALID = "record.invalid", "This is not a stored record."
    RECORD_FORMAT = "record.format", "This library reads records of format 1."


class FindingCode(FindingTexts):
    """What a validation or a lint found: the ``code`` of a violation, with its texts."""

    BODY_EMPTY = "body.empty"
    BODY_ENCODING = "body.encoding"
    BODY_MALFORMED = "body.malformed"
    BODY_NULL = "body.null"
    BODY_NOT_OBJECT = "body.not_object"
    BODY_TOO_LARGE = "body.too_large"
    BODY_TOO_DEEP = "body.too_deep"
    BODY_LIST_TOO_LONG = "body.list_too_long"
    BODY_DUPLICATE_KEY = "body.duplicate_key"
    FIELD_UNKNOWN = "field.unknown"
    FIELD_LEGACY = "field.legacy"
    FIELD_DEPRECATED = "field.deprecated"
    NULL_NOT_NULLABLE = "null.not_nullable"
    TEXT_CONTROL_CHAR = "text.control_char"
    TYPE_STRING = "type.string"
    TYPE_BOOLEAN = "type.boolean"
    TYPE_INTEGER = "type.integer"
    TYPE_NUMBER = "type.number"
    TYPE_ARRAY = "type.array"
    TYPE_OBJECT = "type.object"
    TYPE_INTEGRAL_FLOAT = "type.integral_float"
    CLIENT_ID_REQUIRED = "client_id.required"
    CLIENT_ID_NULL = "client_id.null"
    CLIENT_ID_EMPTY = "client_id.empty"
    CLIENT_ID_MAX_LENGTH = "client_id.max_length"
    CLIENT_ID_NON_ASCII = "client_id.non_ascii"
    CLIENT_ID_BLANK = "client_id.blank"
    CLIENT_ID_OUTER_SPACE = "client_id.outer_space"
    CLIENT_ID_LEGACY_ALIAS = "client_id.legacy_alias"
    CLIENT_ID_BOTH_NAMES = "client_id.both_names"
    NAME_MIN_LENGTH = "name.min_length"
    NAME_MAX_LENGTH = "name.max_length"
    NAME_DIGIT = "name.digit"
    NAME_FORBIDDEN_CHAR = "name.forbidden_char"
    NAME_BACKSLASH = "name.backslash"
    NAME_NON_ASCII_DIGIT = "name.non_ascii_digit"
    NAME_BLANK = "name.blank"
    NUMBER_MIN_LENGTH = "number.min_length"
    NUMBER_MAX_LENGTH = "number.max_length"
    ADDRESS_MAX_LENGTH = "address.max_length"
    SEX_ENUM = "sex.enum"
    DATE_FORMAT = "date.format"
    DATE_CALENDAR = "date.calendar"
    DATE_BIRTH_IN_FUTURE = "date.birth_in_future"
    DATE_DOCUMENT_EXPIRED = "date.document_expired"
    DATE_ISSUE_IN_FUTURE = "date.issue_in_future"
    DATE_ISSUE_AFTER_EXPIRY = "date.issue_after_expiry"
    DATE_BIRTH_AFTER_ISSUE = "date.birth_after_issue"
    COUNTRY_NOT_ALPHA2 = "country.not_alpha2"
    COUNTRY_UNKNOWN = "country.unknown"
    COUNTRY_ALL = "country.all"
    COUNTRY_ARRAY = "country.array"
    COUNTRY_NOT_SUPPORTED = "country.not_supported"
    DOCUMENTS_NOT_ARRAY = "documents.not_array"
    DOCUMENTS_ITEM_TYPE = "documents.item_type"
    DOCUMENTS_UNKNOWN = "documents.unknown"
    DOCUMENTS_NOT_IN_REQUEST_LIST = "documents.not_in_request_list"
    DOCUMENTS_EMPTY = "documents.empty"
    DOCUMENTS_DUPLICATE = "documents.duplicate"
    COUNTRY_DOCUMENTS_UNSUPPORTED = "country_documents.unsupported"
    REGISTRY_COUNTRY = "registry.country"
    EXPIRY_TIME_MIN = "expiry_time.min"
    EXPIRY_TIME_MAX = "expiry_time.max"
    SESSION_LENGTH_RANGE = "session_length.range"
    URL_HTTPS = "url.https"
    URL_MAX_LENGTH = "url.max_length"
    URL_SYNTAX = "url.syntax"
    URL_USERINFO = "url.userinfo"
    URL_NOT_PUBLIC = "url.not_public"
    CALLBACK_URL_NOT_ENABLED = "callback_url.not_enabled"
    LOCALE_MAX_LENGTH = "locale.max_length"
    LOCALE_UNSUPPORTED = "locale.unsupported"
    TOKEN_TYPE_ENUM = "token_type.enum"
    TOKEN_TYPE_LEGACY = "token_type.legacy"
    TOKEN_TYPE_NOT_ALLOWED = "token_type.not_allowed"
    EXTERNAL_REF_MAX_LENGTH = "external_ref.max_length"
    DIGIT_STRING_NOT_ENABLED = "digit_string.not_enabled"
    DIGIT_STRING_EXPIRY = "digit_string.expiry"
    ATTEMPTS_NEGATIVE = "attempts.negative"
    STEPS_UTILITY_BILL_CONFLICT = "steps.utility_bill_conflict"
    STEPS_UTILITY_BILL_FALSE_WITH_STEPS = "steps.utility_bill_false_with_steps"
    STEPS_NOT_ENABLED = "steps.not_enabled"
    ADDITIONAL_STEPS_COUNTRY_KEY = "additional_steps.country_key"
    ADDITIONAL_STEPS_DOCUMENT_KEY = "additional_steps.document_key"
    ADDITIONAL_STEPS_LEVEL_TYPE = "additional_steps.level_type"
    ADDITIONAL_STEPS_STEP_TYPE = "additional_steps.step_type"
    ADDITIONAL_STEPS_FIELDS = "additional_steps.fields"
    ADDITIONAL_STEPS_SETTINGS = "additional_steps.settings"
    ADDITIONAL_STEPS_TEXTS = "additional_steps.texts"
    ADDITIONAL_DATA_STEP_VALUE = "additional_data.step_value"
    ADDITIONAL_DATA_NEEDS_STEPS = "additional_data.needs_steps"
    ADDRESS_ADDITIONAL_DATA_CONFLICT = "address.additional_data_conflict"
    QUESTIONNAIRE_EMPTY = "questionnaire.empty"
    QUESTIONNAIRE_UNKNOWN = "questionnaire.unknown"
    UUID_FORMAT = "uuid.format"
    UUID_UNHYPHENATED = "uuid.unhyphenated"
    RISK_PROFILE_UNKNOWN = "risk_profile.unknown"
    THEME_UNKNOWN = "theme.unknown"
    NFC_BOTH = "nfc.both"
    AGE_NEGATIVE = "age.negative"
    AGE_ORDER = "age.order"
    DUMMY_ENUM = "dummy.enum"
    DUMMY_LEGACY_ACTIVE = "dummy.legacy_active"
    DUMMY_ENVIRONMENT = "dummy.environment"
    LINT_PLACEHOLDER_NAME = "lint.placeholder_name"
    LINT_CLIENT_ID_PERSONAL = "lint.client_id_personal"
    LINT_CLIENT_ID_GENERIC = "lint.client_id_generic"
    LINT_COUNTRY_LOCKS = "lint.country_locks"
    LINT_OUTER_SPACE = "lint.outer_space"
    WEBHOOK_URL_EMPTY = "webhook_url.empty"
    WEBHOOK_URL_HTTPS = "webhook_url.https"
    WEBHOOK_URL_SYNTAX = "webhook_url.syntax"
    WEBHOOK_URL_NOT_PUBLIC = "webhook_url.not_public"
    WEBHOOK_URL_RESERVED_NAME = "webhook_url.reserved_name"
    WEBHOOK_URL_IP_ADDRESS = "webhook_url.ip_address"
    WEBHOOK_URL_PORT = "webhook_url.port"
    WEBHOOK_URL_USERINFO = "webhook_url.userinfo"
    WEBHOOK_URL_FRAGMENT = "webhook_url.fragment"
    CERTIFICATE_EXPIRED = "certificate.expired"
    CERTIFICATE_EXPIRES_SOON = "certificate.expires_soon"
    CERTIFICATE_SELF_SIGNED = "certificate.self_signed"
    CERTIFICATE_WRONG_HOST = "certificate.wrong_host"
    CERTIFICATE_INCOMPLETE_CHAIN = "certificate.incomplete_chain"
    RECEIVER_STATUS = "receiver.status"
    RECEIVER_STATUS_NOT_200 = "receiver.status_not_200"
    RECEIVER_SLOW = "receiver.slow"
    RECEIVER_TOO_SLOW = "receiver.too_slow"
    RECEIVER_UNVERIFIED = "receiver.unverified"
    RECEIVER_PARSED_FIRST = "receiver.parsed_first"
    RECEIVER_ANSWERS_BEFORE_STORING = "receiver.answers_before_storing"
    FRAME_MISSING = "frame.missing"
    FRAME_SEVERAL = "frame.several"
    FRAME_SRC = "frame.src"
    FRAME_HOST = "frame.host"
    FRAME_TOKEN = "frame.token"
    FRAME_CAMERA = "frame.camera"
    FRAME_MICROPHONE = "frame.microphone"
    FRAME_FULLSCREEN = "frame.fullscreen"
    FRAME_SANDBOX = "frame.sandbox"
    FRAME_SAFARI = "frame.safari"
    PAGE_HTTPS = "page.https"
    PERMISSIONS_POLICY_SYNTAX = "permissions_policy.syntax"
    PERMISSIONS_POLICY_CAMERA = "permissions_policy.camera"
    PERMISSIONS_POLICY_MICROPHONE = "permissions_policy.microphone"
    CREDENTIALS_EMPTY = "credentials.empty"
    CREDENTIALS_OUTER_SPACE = "credentials.outer_space"
    CREDENTIALS_CONTROL_CHAR = "credentials.control_char"
    CREDENTIALS_NON_ASCII = "credentials.non_ascii"
    CREDENTIALS_COLON = "credentials.colon"
    CREDENTIALS_SAME = "credentials.same"
    MISSING_WEBHOOK_NOT_CONFIGURED = "missing_webhook.not_configured"
    MISSING_WEBHOOK_STATUS = "missing_webhook.status"
    MISSING_WEBHOOK_FIREWALL = "missing_webhook.firewall"
    MISSING_WEBHOOK_CERTIFICATE = "missing_webhook.certificate"
    MISSING_WEBHOOK_STILL_PROCESSING = "missing_webhook.still_processing"
    MISSING_WEBHOOK_NOT_LOOKED_AT = "missing_webhook.not_looked_at"
