//! The table of members, in the order of the reference.

use std::sync::LazyLock;

use crate::json::{Label, Names};
use crate::vocab::parameter;

use super::check::Check;
use super::member::{Group, JsonType, Member, Status};
use super::row::{flag, integer, legacy, row, switch, text};
use super::{account, cross, form, pair};

/// The member with this name.
pub(super) fn find(name: &str) -> Option<&'static Member> {
    number(name).and_then(|number| MEMBERS.get(number))
}

/// The number of its row.
pub(super) fn number(name: &str) -> Option<usize> {
    numbers().find(Label::of(name.as_bytes()), |known| known == name).copied()
}

/// The numbers of all rows by name.
pub(super) fn numbers() -> &'static Names<usize> {
    static NUMBERS: LazyLock<Names<usize>> = LazyLock::new(|| {
        Names::new(MEMBERS.iter().enumerate().map(|(number, row)| (row.name, number)))
    });
    &NUMBERS
}

/// Every member that the pages of the vendor know.
///
/// `tokenType` counts as optional although the OpenAPI document lists it as required: every
/// page, every example and the vendor's own plugins send `clientId` alone.
///
/// Few pages say where a member shows up: the echoes of the answer and the words of webhooks
/// are theirs, most pairs are read from what the words mean.
#[rustfmt::skip] // a table: one member, and below it what is special
pub static MEMBERS: &[Member] = &[
    text(parameter::CLIENT_ID, Group::Identity, form::CLIENT_ID)
        .required().source(&["page-err", "openapi"])
        .shows_up_as("fact `clientId`; the answer has it, too"),
    text(parameter::PERSON_SCAN_REF, Group::Identity, form::PERSON_SCAN_REF)
        .status(Status::LegacyAlias).source(&["docu-new", "openapi"]).beside(&[cross::both_ids])
        .shows_up_as("`personScanRef` of the answer, an echo of the id"),
    text(parameter::FIRST_NAME, Group::Personal, form::NAME).source(&["openapi", "docu-new"])
        .shows_up_as("tags `NAME`, `FULL_NAME`, `UTILITY_NAME`; upper case in the answer"),
    text(parameter::LAST_NAME, Group::Personal, form::NAME).source(&["openapi", "docu-new"])
        .shows_up_as("tags `SURNAME`, `FULL_NAME`, `UTILITY_NAME`; upper case in the answer"),
    text(parameter::DATE_OF_BIRTH, Group::Personal, form::DATE_OF_BIRTH)
        .source(&["page-err", "openapi"]).beside(&[cross::birth_after_issue])
        .shows_up_as("tag `DATE_OF_BIRTH`; fact `age` is by the document"),
    text(parameter::SEX, Group::Personal, form::SEX)
        .shows_up_as("tag `SEX`"),
    text(parameter::NATIONALITY, Group::Personal, form::NATIONALITY)
        .source(&["page-err", "docu-new", "openapi"])
        .shows_up_as("tag `NATIONALITY`; fact `nationality` is by the document; upper case in the answer"),
    text(parameter::ADDRESS, Group::Personal, form::ADDRESS)
        .source(&["docu-new", "openapi"]).beside(&[cross::address])
        .shows_up_as("facts `addressMatch`, `addressVerification`; tag `UTILITY_ADDRESS`"),
    row(parameter::COUNTRY, JsonType::String, Group::Document, Check::Country)
        .by_account().source(&["page-err", "openapi"])
        .shows_up_as("fact `selectedCountry`; document check `COUNTRY_MISMATCH`, `COUNTRY_NOT_SUPPORTED`"),
    row(parameter::DOCUMENTS, JsonType::Array, Group::Document, Check::Documents)
        .by_account().default(r#"["ID_CARD", "PASSPORT", "DRIVER_LICENSE", "RESIDENCE_PERMIT"]"#)
        .source(&["page-err", "openapi"]).beside(&[pair::country_documents])
        .shows_up_as("fact `docType`; document check `DOC_NOT_ALLOWED`, `DOC_TYPE_MISMATCH`; `allowedDocuments` of the answer"),
    text(parameter::DOCUMENT_NUMBER, Group::Document, form::NUMBER)
        .shows_up_as("tag `DOCUMENT_NUMBER`"),
    text(parameter::PERSONAL_NUMBER, Group::Document, form::NUMBER)
        .shows_up_as("tag `PERSONAL_CODE`"),
    text(parameter::DATE_OF_EXPIRY, Group::Document, form::DATE_OF_EXPIRY)
        .source(&["page-err", "openapi"])
        .shows_up_as("tag `EXPIRY_DATE`; fact `daysToExpiry` is by the document"),
    text(parameter::DATE_OF_ISSUE, Group::Document, form::DATE_OF_ISSUE)
        .source(&["page-err", "openapi"]).beside(&[cross::issue_after_expiry])
        .shows_up_as("tag `DATE_OF_ISSUE`"),
    integer(parameter::EXPIRY_TIME, Group::Session, form::EXPIRY_TIME)
        .default("3600").source(&["page-err", "openapi"]).beside(&[cross::digit_string_expiry])
        .shows_up_as("fact `overall` is `EXPIRED` when it runs out; event `IDENTIFICATION_EXPIRED`"),
    integer(parameter::SESSION_LENGTH, Group::Session, form::SESSION_LENGTH)
        .default("600").source(&["page-err", "openapi"])
        .shows_up_as("fact `overall` is `EXPIRED` when it runs out; event `IDENTIFICATION_EXPIRED`"),
    text(parameter::SUCCESS_URL, Group::Session, form::REDIRECT_URL)
        .default("https://ui.idenfy.com/result?status=success").source(&["page-err", "openapi"]),
    text(parameter::ERROR_URL, Group::Session, form::REDIRECT_URL)
        .default("https://ui.idenfy.com/result?status=fail").source(&["page-err", "openapi"]),
    text(parameter::UNVERIFIED_URL, Group::Session, form::REDIRECT_URL)
        .default("https://ui.idenfy.com/result?status=unverified").source(&["page-err", "openapi"]),
    text(parameter::CALLBACK_URL, Group::Session, form::CALLBACK_URL)
        .by_account().source(&["page-err", "openapi"]).beside(&[account::callback_url])
        .shows_up_as("the webhooks of this session arrive there"),
    text(parameter::LOCALE, Group::Session, form::LOCALE)
        .default("en").source(&["openapi", "langs"]),
    flag(parameter::SHOW_INSTRUCTIONS, Group::Session).not_nullable().default("true"),
    text(parameter::TOKEN_TYPE, Group::Session, form::TOKEN_TYPE)
        .not_nullable().by_account().default("IDENTIFICATION")
        .source(&["page-err", "openapi"]).beside(&[account::token_type])
        .shows_up_as("`tokenType` of the answer; fact `face` is `FACE_NOT_CHECKED` if only documents are verified"),
    row(parameter::VIDEO_CALL_QUESTIONS, JsonType::Array, Group::Session, Check::Array)
        .status(Status::Legacy).default("[]").source(&["docu-2022", "gh-2021"]),
    text(parameter::EXTERNAL_REF, Group::Session, form::EXTERNAL_REF)
        .shows_up_as("fact `externalRef`"),
    flag(parameter::GENERATE_DIGIT_STRING, Group::Session)
        .not_nullable().default("false")
        .source(&["openapi", "page-err"]).beside(&[account::digit_string])
        .shows_up_as("`digitString` of the answer"),
    flag(parameter::UTILITY_BILL, Group::Steps)
        .default("false").status(Status::Deprecated)
        .source(&["openapi", "page-err"]).beside(&[cross::utility_bill])
        .shows_up_as("fact `additionalSteps`; tags `UTILITY_ADDRESS`, `UTILITY_NAME`, `EXPIRED_UTILITY_BILL`"),
    row(parameter::ADDITIONAL_STEPS, JsonType::Object, Group::Steps, Check::Steps)
        .by_account().source(&["openapi", "addsteps-2022", "addsteps-now"]).beside(&[account::steps])
        .shows_up_as("fact `additionalSteps`; tags `INVALID_ADDITIONAL_STEP`, `ADDITIONAL_STEP_NOT_FOUND`, `EXPIRED_ADDITIONAL_STEP_INFORMATION`; `additionalSteps` of the answer, filled with the account's defaults"),
    row(parameter::ADDITIONAL_DATA, JsonType::Object, Group::Steps, Check::StepData)
        .by_account().source(&["openapi", "addsteps-2022"]).beside(&[cross::step_data])
        .shows_up_as("tag `ADDITIONAL_STEP_INFORMATION_MISMATCH`; `additionalData` of webhooks"),
    text(parameter::QUESTIONNAIRE, Group::Steps, form::QUESTIONNAIRE)
        .by_account().source(&["openapi", "page-err"]).beside(&[account::questionnaire])
        .shows_up_as("`questionnaireAnswers` of webhooks"),
    flag(parameter::QUESTIONNAIRE_REQUIRED, Group::Steps).not_nullable().default("true")
        .shows_up_as("`questionnaireAnswers` of webhooks"),
    text(parameter::RISK_ASSESSMENT_PROFILE, Group::Steps, form::UUID)
        .by_account().beside(&[account::risk_profile])
        .shows_up_as("facts `riskLevel`, `riskScore`"),
    text(parameter::THEME, Group::Steps, form::UUID)
        .by_account().beside(&[account::theme]),
    row(parameter::REGISTRY_CENTERS_COUNTRIES, JsonType::Array, Group::Checks, Check::Registries)
        .by_account().source(&["openapi", "dash"])
        .shows_up_as("`registryCenterCheck` of webhooks; tags `REGISTRY_CENTER_INFO_MISMATCH`, `RC_FAILED`"),
    switch(parameter::REVIEW_SUCCESSFUL)
        .shows_up_as("facts `manualDocument`, `manualFace`, `final`; event `IDENTIFICATION_MANUAL_FINISHED`"),
    switch(parameter::REVIEW_FAILED)
        .shows_up_as("facts `manualDocument`, `manualFace`, `final`; event `IDENTIFICATION_MANUAL_FINISHED`"),
    switch(parameter::VERIFY_EMAIL).shows_up_as("fact `emailVerified`"),
    switch(parameter::VERIFY_PHONE).shows_up_as("fact `phoneVerified`"),
    switch(parameter::VERIFY_BANK).shows_up_as("fact `bankRisk`; `bankVerification` of webhooks"),
    switch(parameter::VERIFY_BANK_ACCOUNTS).shows_up_as("`bankVerification` of webhooks"),
    switch(parameter::VERIFY_BANK_BALANCES).shows_up_as("`bankVerification` of webhooks"),
    switch(parameter::VERIFY_BANK_TRANSACTIONS).shows_up_as("`bankVerification` of webhooks"),
    switch(parameter::BANK_CARD_VERIFICATION)
        .shows_up_as("fact `bankCard`; event `BANK_CARD_VERIFICATION_COMPLETED`"),
    switch(parameter::BANK_CARD_PDF_UPLOAD).shows_up_as("fact `bankCard`"),
    switch(parameter::VERIFY_ADDRESS)
        .shows_up_as("fact `addressVerification`; tag `ADDRESS_UNVERIFIED`"),
    switch(parameter::CHECK_AML)
        .shows_up_as("facts `aml`, `amlHits`, `amlCheck`; tags `AML_SUSPECTION`, `AML_FAILED`, `SANCTIONS_SUSPECTION`, `SANCTIONS_FAILED`"),
    switch(parameter::CHECK_CRIMINAL)
        .shows_up_as("fact `criminal`; tags `CRIMINAL_SUSPECTED`, `CRIMINAL_CHECK_FAILED`"),
    switch(parameter::CHECK_LIVENESS)
        .shows_up_as("fact `face`: `FACE_UNCERTAIN`, `FAKE_FACE`; tags `FACE_SUSPECTED`, `VIRTUAL_CAMERA`"),
    switch(parameter::CHECK_FACE_BLACKLIST).shows_up_as("tag `FACE_BLACKLISTED`"),
    switch(parameter::CHECK_DOC_FACE_BLACKLIST).shows_up_as("tag `DOC_FACE_BLACKLISTED`"),
    switch(parameter::CHECK_PERSON_BLACKLIST).shows_up_as("tag `DATA_BLACKLISTED`"),
    switch(parameter::CHECK_DUPLICATE_FACES).shows_up_as("fact `duplicates`; tag `DUPLICATE_FACE`"),
    switch(parameter::CHECK_DUPLICATE_DOC_FACES)
        .shows_up_as("fact `duplicates`; tag `DUPLICATE_DOC_FACE`"),
    switch(parameter::CHECK_DUPLICATE_PERSONAL_DATA).shows_up_as("tag `DUPLICATE_PERSONAL_DATA`"),
    switch(parameter::CHECK_DRIVER_LICENSE)
        .shows_up_as("fact `driverLicense`; tags `DRIVER_LICENSE_INFO_MISMATCH`, `DL_FAILED`"),
    switch(parameter::CHECK_LID).shows_up_as("fact `lid`; tags `LID_SUSPECTION`, `LID_FAILED`"),
    switch(parameter::CHECK_IP_PROXY).shows_up_as("fact `ipRisk`"),
    switch(parameter::ALLOW_BSN_MASKING),
    switch(parameter::NFC_REQUIRED)
        .shows_up_as("fact `document`: `NFC_INIT_FAILED`, `NFC_FAILED`, `NFC_TIMEOUT`"),
    switch(parameter::NFC_OPTIONAL).beside(&[cross::nfc])
        .shows_up_as("fact `document`: `NFC_INIT_FAILED`, `NFC_FAILED`, `NFC_TIMEOUT`"),
    switch(parameter::AUTO_AML_MONITORING)
        .shows_up_as("events `AML_MONITORING`, `AML_MONITORING_EXPIRATION`"),
    switch(parameter::DRIVER_LICENSE_BACK),
    integer(parameter::AGE_LIMIT, Group::Checks, form::AGE)
        .shows_up_as("tags `UNDER_AGE`, `UNKNOWN_AGE`; fact `age`"),
    integer(parameter::AGE_MAX, Group::Checks, form::AGE).beside(&[cross::ages])
        .shows_up_as("tags `OVER_AGE`, `UNKNOWN_AGE`; fact `age`"),
    row(parameter::FACE_MATCHING_THRESHOLD_MODIFIER, JsonType::Number, Group::Checks, Check::Number)
        .not_nullable().by_account().default("1").source(&["openapi", "docu-2022"])
        .shows_up_as("fact `face`: `FACE_MATCH`, `FACE_MISMATCH`"),
    integer(parameter::MAX_ATTEMPT_COUNT, Group::Session, form::ATTEMPTS)
        .status(Status::PageOnly).source(&["page-faq", "docu-2022"]),
    text(parameter::DUMMY_STATUS, Group::Test, form::DUMMY_STATUS)
        .by_account().status(Status::DevOnly)
        .source(&["dummy-now", "dummy-old"]).beside(&[account::environment])
        .shows_up_as("fact `overall`"),
    legacy(parameter::LEVENSHTEIN_TEXT_MATCH_RATIO, JsonType::Number).default("0.8"),
    legacy(parameter::LEVENSHTEIN_MRZ_MATCH_RATIO, JsonType::Number).default("0.7"),
    legacy(parameter::CHECK_URJANET, JsonType::Boolean).shows_up_as("tag `URJANET_FAILURE`"),
    legacy(parameter::FRAUD_SERVICES, JsonType::Array),
    legacy(parameter::DETECTION_TYPES, JsonType::Array),
];
