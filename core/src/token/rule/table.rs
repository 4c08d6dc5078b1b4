//! The table of rules. Errors are documented refusals; warnings are older, contradicted,
//! dependent on the account, or inferred.

use super::rules;

rules! {
    // The body as a whole. The three limits are this library's own, so that a hostile body
    // costs little; the vendor documents none for this endpoint.
    BodyEmpty "body.empty", Error JsonError, ["page-err"], "must not be empty";
    BodyEncoding "body.encoding", Error EncodingError, ["page-err"], "must be UTF-8";
    BodyMalformed "body.malformed", Error JsonError, ["page-err"], "must be one well-formed JSON text";
    BodyNull "body.null", Error MissingValue, ["page-err"], "must not be null";
    BodyNotObject "body.not_object", Error ValidationError, ["page-err"], "must be a JSON object, not of type {found}";
    BodyTooLarge "body.too_large", Error JsonError, [], "must be at most {max} bytes, a limit of this library";
    BodyTooDeep "body.too_deep", Error JsonError, [], "must be nested at most {max} levels, a limit of this library";
    BodyListTooLong "body.list_too_long", Error JsonError, [], "must have at most {max} entries in one list or object, a limit of this library";
    BodyDuplicateKey "body.duplicate_key", Warning, [], "is given more than once; the last value counts";

    // Any member.
    FieldUnknown "field.unknown", Warning, [], "is not a member of a token request and is most likely ignored";
    FieldLegacy "field.legacy", Warning, ["docu-2022", "gh-2021"], "is only in older pages";
    FieldDeprecated "field.deprecated", Warning, ["page-err"], "is deprecated in favour of `additionalSteps`";
    NullNotNullable "null.not_nullable", Warning, ["openapi"], "is null, which the schema does not allow; it is most likely read as absent";
    TextControlChar "text.control_char", Warning, [], "contains a control character";
    TypeString "type.string", Error BadValue, ["openapi"], "must be a string";
    TypeBoolean "type.boolean", Error BadValue, ["openapi"], "must be true or false";
    TypeInteger "type.integer", Error BadValue, ["page-err", "openapi"], "must be an integer";
    TypeNumber "type.number", Error BadValue, ["openapi"], "must be a number";
    TypeArray "type.array", Error BadValue, ["openapi", "gh-2021"], "must be an array";
    TypeObject "type.object", Error BadValue, ["openapi"], "must be an object";
    TypeIntegralFloat "type.integral_float", Warning, ["openapi"], "is an integer written with a fraction or an exponent";

    // clientId and its old name.
    ClientIdRequired "client_id.required", Error MissingValue, ["page-err", "page-overview", "openapi"], "must be present";
    ClientIdNull "client_id.null", Error MissingValue, ["docu-new", "gh-2021", "openapi"], "must not be null";
    ClientIdEmpty "client_id.empty", Error BadValue, ["page-guide"], "must not be empty";
    ClientIdMaxLength "client_id.max_length", Error BadValue, ["page-err", "openapi"], "must be at most {max} characters";
    ClientIdNonAscii "client_id.non_ascii", Warning, ["docu-mid", "docu-new"], "has characters outside ASCII, which older pages exclude";
    ClientIdBlank "client_id.blank", Warning, [], "has nothing but white space";
    ClientIdOuterSpace "client_id.outer_space", Warning, [], "begins or ends with white space, which the server most likely trims";
    ClientIdLegacyAlias "client_id.legacy_alias", Warning, ["docu-new"], "is the old name of `clientId`";
    ClientIdBothNames "client_id.both_names", Warning, [], "is given next to `clientId`, whose old name it is";

    // Names and numbers of the person and the document.
    NameMinLength "name.min_length", Error BadValue, ["docu-new", "docu-mid", "docu-2022", "gh-2021"], "must be at least {min} character";
    NameMaxLength "name.max_length", Error BadValue, ["openapi", "docu-new", "gh-2021"], "must be at most {max} characters";
    NameDigit "name.digit", Error BadValue, ["docu-new", "docu-mid", "docu-2022", "gh-2021", "go"], "must not contain digits";
    NameForbiddenChar "name.forbidden_char", Error BadValue, ["docu-mid", "docu-2022", "gh-2021", "go"], "must not contain any of {forbidden}";
    NameBackslash "name.backslash", Warning, ["gh-2021", "docu-2022", "go"], "contains a backslash, which some older pages exclude";
    NameNonAsciiDigit "name.non_ascii_digit", Warning, [], "contains digits of another script";
    NameBlank "name.blank", Warning, [], "has nothing but white space";
    NumberMinLength "number.min_length", Error BadValue, ["docu-2022", "gh-2021"], "must be at least {min} character";
    NumberMaxLength "number.max_length", Error BadValue, ["openapi"], "must be at most {max} characters";
    AddressMaxLength "address.max_length", Error BadValue, ["docu-new", "docu-mid", "gh-2021"], "must be at most {max} characters";
    SexEnum "sex.enum", Error BadValue, ["openapi", "docu-new"], "must be one of {allowed}";

    // Dates.
    DateFormat "date.format", Error BadValue, ["page-err", "openapi"], "must be a date as `YYYY-MM-DD`";
    DateCalendar "date.calendar", Error BadValue, ["page-err", "openapi"], "must be a day that exists";
    DateBirthInFuture "date.birth_in_future", Warning, [], "lies in the future";
    DateDocumentExpired "date.document_expired", Warning, [], "lies in the past";
    DateIssueInFuture "date.issue_in_future", Warning, [], "lies in the future";
    DateIssueAfterExpiry "date.issue_after_expiry", Warning, [], "is later than `dateOfExpiry`";
    DateBirthAfterIssue "date.birth_after_issue", Warning, [], "is later than `dateOfIssue`";

    // Countries and documents.
    CountryNotAlpha2 "country.not_alpha2", Error BadValue, ["page-err"], "must be a country code of two letters";
    CountryUnknown "country.unknown", Error BadValue, ["page-err", "openapi"], "must be an assigned ISO 3166-1 alpha-2 code or `XK`";
    CountryAll "country.all", Warning, ["docu-new"], "is `ALL`, which is documented for `nationality` only";
    CountryArray "country.array", Warning, ["mint-token"], "is an array, which one example shows and the schema does not";
    CountryNotSupported "country.not_supported", Error BadValue, ["page-err"], "must be a country that the account supports";
    DocumentsNotArray "documents.not_array", Error BadValue, ["page-err", "openapi"], "must be an array";
    DocumentsItemType "documents.item_type", Error BadValue, ["openapi"], "must hold strings only";
    DocumentsUnknown "documents.unknown", Error BadValue, ["page-err"], "must hold known document types only";
    DocumentsNotInRequestList "documents.not_in_request_list", Warning, ["doctypes", "docu-2022"], "holds a type that is known from results or older lists only";
    DocumentsEmpty "documents.empty", Warning, [], "is empty, the effect of which is not documented";
    DocumentsDuplicate "documents.duplicate", Warning, [], "holds the same type twice";
    CountryDocumentsUnsupported "country_documents.unsupported", Warning BadValue, ["page-err"], "does not go with `country`";
    RegistryCountry "registry.country", Warning, ["dash", "openapi"], "should hold country codes of two letters";

    // The session.
    ExpiryTimeMin "expiry_time.min", Error BadValue, ["page-err"], "must be at least {min} second";
    ExpiryTimeMax "expiry_time.max", Error BadValue, ["page-err", "openapi"], "must be at most {max} seconds";
    SessionLengthRange "session_length.range", Error BadValue, ["page-err", "openapi"], "must be {min} to {max} seconds";
    UrlHttps "url.https", Error BadValue, ["page-err"], "must be an absolute URL that begins with `https://`";
    UrlMaxLength "url.max_length", Error BadValue, ["page-err", "docu-mid", "gh-2021"], "must be at most {max} characters";
    UrlSyntax "url.syntax", Error BadValue, ["openapi", "page-err"], "must be a valid URL with a host, without spaces or control characters";
    UrlUserinfo "url.userinfo", Warning, [], "contains credentials";
    UrlNotPublic "url.not_public", Warning, ["page-faq"], "has a host that the vendor cannot reach from the internet";
    CallbackUrlNotEnabled "callback_url.not_enabled", Error PartnerContractError, ["page-err"], "needs the feature `custom_callback_url` of the account";
    LocaleMaxLength "locale.max_length", Error BadValue, ["openapi"], "must be at most {max} characters";
    LocaleUnsupported "locale.unsupported", Warning, ["langs", "docu-mid"], "is not a supported language; the pages fall back to English";
    TokenTypeEnum "token_type.enum", Error BadValue, ["page-err", "openapi"], "must be one of {allowed}";
    TokenTypeLegacy "token_type.legacy", Warning, ["docu-2022", "gh-2021", "go"], "is a video call, which the current schema no longer has";
    TokenTypeNotAllowed "token_type.not_allowed", Error PartnerContractError, ["page-err"], "must be a token type that the account may use";
    ExternalRefMaxLength "external_ref.max_length", Error BadValue, ["openapi", "docu-2022", "gh-2021"], "must be at most {max} characters";
    DigitStringNotEnabled "digit_string.not_enabled", Error PartnerContractError, ["page-err"], "needs the feature `digit_string` of the account";
    DigitStringExpiry "digit_string.expiry", Error BadValue, ["page-err", "docu-2022"], "must be at most {max} seconds together with `generateDigitString`";
    AttemptsNegative "attempts.negative", Warning, [], "is negative";

    // Additional steps, questionnaire, profile and theme.
    StepsUtilityBillConflict "steps.utility_bill_conflict", Error BadValue, ["page-err", "docu-2022"], "must not be true together with `additionalSteps`";
    StepsUtilityBillFalseWithSteps "steps.utility_bill_false_with_steps", Warning, ["page-err"], "is given together with `additionalSteps`";
    StepsNotEnabled "steps.not_enabled", Error PartnerContractError, ["page-err"], "needs the feature `additional_steps` of the account";
    StepsCountryKey "additional_steps.country_key", Warning, ["addsteps-2022", "addsteps-now"], "should have `ALL` or country codes as its keys";
    StepsDocumentKey "additional_steps.document_key", Warning, ["addsteps-2022", "addsteps-now"], "should have `ALL` or document types as the keys of a country";
    StepsLevelType "additional_steps.level_type", Warning, ["addsteps-2022"], "should hold objects for countries, documents and steps";
    StepsStepType "additional_steps.step_type", Warning, ["addsteps-2022", "openapi"], "should have {allowed} as the type of a step";
    StepsFields "additional_steps.fields", Warning, ["addsteps-2022"], "should have a list of strings as the `fields` of a step";
    StepsSettings "additional_steps.settings", Warning, ["addsteps-2022"], "should have true or false in the `settings` of a step";
    StepsTexts "additional_steps.texts", Warning, ["addsteps-2022"], "should have a `name` and a `description` for each language in the `texts` of a step";
    StepDataValue "additional_data.step_value", Warning, ["addsteps-2022"], "should hold one object for each step";
    StepDataNeedsSteps "additional_data.needs_steps", Warning, ["docu-2022"], "is given without `additionalSteps`";
    AddressConflict "address.additional_data_conflict", Error BadValue, ["page-err"], "must not be given together with `additionalData`";
    QuestionnaireEmpty "questionnaire.empty", Warning, ["openapi"], "is empty";
    QuestionnaireUnknown "questionnaire.unknown", Error BadValue, ["page-err"], "must be a questionnaire of the account";
    UuidFormat "uuid.format", Error BadValue, ["openapi", "human-id"], "must be a UUID";
    UuidUnhyphenated "uuid.unhyphenated", Warning, [], "is a UUID without its hyphens";
    RiskProfileUnknown "risk_profile.unknown", Error BadValue, ["page-err"], "must be a risk assessment profile of the account";
    ThemeUnknown "theme.unknown", Error BadValue, ["openapi"], "must be a theme of the account";

    // Checks and tests.
    NfcBoth "nfc.both", Warning, [], "is true together with `nfcRequired`";
    AgeNegative "age.negative", Warning, [], "is negative";
    AgeOrder "age.order", Warning, [], "is less than `ageLimit`";
    DummyEnum "dummy.enum", Error BadValue, ["dummy-now"], "must be one of {allowed}";
    DummyLegacyActive "dummy.legacy_active", Warning, ["dummy-old"], "is `ACTIVE`, which only older pages have";
    DummyEnvironment "dummy.environment", Error PermissionsError, ["dummy-now", "dummy-old"], "is for the environment `DEV` only";

    // Advice, on request of the profile.
    LintPlaceholderName "lint.placeholder_name", Warning, [], "looks like a placeholder; it is compared with the document, so leave out what is not known";
    LintClientIdPersonal "lint.client_id_personal", Warning, [], "looks like an e-mail address or a name; it comes back in every webhook, so an opaque id is better";
    LintClientIdGeneric "lint.client_id_generic", Warning, ["docu-mid", "page-guide"], "looks the same for every person; sessions of one id get in each other's way, and duplicates are not found";
    LintCountryLocks "lint.country_locks", Warning, ["openapi", "page-overview"], "preselects the country, and the person cannot choose another; leave it out unless that is meant";
    LintOuterSpace "lint.outer_space", Warning, [], "begins or ends with white space, which the server most likely trims";
}
