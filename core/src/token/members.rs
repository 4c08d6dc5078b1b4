//! The table of members, in the order of the reference.

use std::cmp::Ordering;

use super::check::{Check, Choice, Form, Range, Text, text as texts, word};
use super::member::{Group, JsonType, Member, Status};
use super::rule::Rule;
use crate::vocab::{DummyStatus, Sex, TokenType, parameter};

/// Every member that the pages of the vendor know, 72 rows.
///
/// `tokenType` counts as optional although the OpenAPI document lists it as required: every
/// page, every example and the vendor's own plugins send `clientId` alone.
pub static MEMBERS: &[Member] = &[
    text(parameter::CLIENT_ID, Group::Identity, CLIENT_ID)
        .required()
        .source(&["page-err", "openapi"])
        .shows_up_as("`clientId` of the response and of webhooks"),
    text(parameter::PERSON_SCAN_REF, Group::Identity, ALIAS)
        .status(Status::LegacyAlias)
        .source(&["docu-new", "openapi"])
        .shows_up_as("`personScanRef` of the response, an echo of the id"),
    text(parameter::FIRST_NAME, Group::Personal, NAME)
        .source(&["openapi", "docu-new"])
        .shows_up_as("`firstName` of the response, in upper case"),
    text(parameter::LAST_NAME, Group::Personal, NAME)
        .source(&["openapi", "docu-new"])
        .shows_up_as("`lastName` of the response, in upper case"),
    text(
        parameter::DATE_OF_BIRTH,
        Group::Personal,
        Form::Date(Ordering::Greater, Rule::DateBirthInFuture),
    )
    .source(&["page-err", "openapi"]),
    text(parameter::SEX, Group::Personal, SEX)
        .shows_up_as("`MALE`, `FEMALE` or `UNDEFINED` in webhooks"),
    text(parameter::NATIONALITY, Group::Personal, Form::Nationality)
        .source(&["page-err", "docu-new", "openapi"])
        .shows_up_as("`nationality` of the response, in upper case"),
    text(parameter::ADDRESS, Group::Personal, ADDRESS).source(&["docu-new", "openapi"]),
    Member::new(parameter::COUNTRY, JsonType::String, Group::Document, Check::Country)
        .by_account()
        .source(&["page-err", "openapi"]),
    Member::new(parameter::DOCUMENTS, JsonType::Array, Group::Document, Check::Documents)
        .by_account()
        .default(r#"["ID_CARD", "PASSPORT", "DRIVER_LICENSE", "RESIDENCE_PERMIT"]"#)
        .source(&["page-err", "openapi"]),
    text(parameter::DOCUMENT_NUMBER, Group::Document, NUMBER),
    text(parameter::PERSONAL_NUMBER, Group::Document, NUMBER),
    text(
        parameter::DATE_OF_EXPIRY,
        Group::Document,
        Form::Date(Ordering::Less, Rule::DateDocumentExpired),
    )
    .source(&["page-err", "openapi"]),
    text(
        parameter::DATE_OF_ISSUE,
        Group::Document,
        Form::Date(Ordering::Greater, Rule::DateIssueInFuture),
    )
    .source(&["page-err", "openapi"]),
    Member::new(parameter::EXPIRY_TIME, JsonType::Integer, Group::Session, EXPIRY_TIME)
        .not_nullable()
        .by_account()
        .default("3600")
        .source(&["page-err", "openapi"]),
    Member::new(parameter::SESSION_LENGTH, JsonType::Integer, Group::Session, SESSION_LENGTH)
        .not_nullable()
        .by_account()
        .default("600")
        .source(&["page-err", "openapi"]),
    text(parameter::SUCCESS_URL, Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=success")
        .source(&["page-err", "openapi"]),
    text(parameter::ERROR_URL, Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=fail")
        .source(&["page-err", "openapi"]),
    text(parameter::UNVERIFIED_URL, Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=unverified")
        .source(&["page-err", "openapi"]),
    text(parameter::CALLBACK_URL, Group::Session, Form::CallbackUrl)
        .by_account()
        .source(&["page-err", "openapi"]),
    text(parameter::LOCALE, Group::Session, LOCALE).default("en").source(&["openapi", "langs"]),
    flag(parameter::SHOW_INSTRUCTIONS, Group::Session).not_nullable().default("true"),
    text(parameter::TOKEN_TYPE, Group::Session, TOKEN_TYPE)
        .not_nullable()
        .by_account()
        .default("IDENTIFICATION")
        .source(&["page-err", "openapi"])
        .shows_up_as("`tokenType` of the response"),
    Member::new(parameter::VIDEO_CALL_QUESTIONS, JsonType::Array, Group::Session, Check::Array)
        .status(Status::Legacy)
        .default("[]")
        .source(&["docu-2022", "gh-2021"]),
    text(parameter::EXTERNAL_REF, Group::Session, EXTERNAL_REF)
        .shows_up_as("`externalRef` of webhooks"),
    flag(parameter::GENERATE_DIGIT_STRING, Group::Session)
        .not_nullable()
        .default("false")
        .source(&["openapi", "page-err"])
        .shows_up_as("`digitString` of the response"),
    flag(parameter::UTILITY_BILL, Group::Steps)
        .default("false")
        .status(Status::Deprecated)
        .source(&["openapi", "page-err"]),
    Member::new(parameter::ADDITIONAL_STEPS, JsonType::Object, Group::Steps, Check::Steps)
        .by_account()
        .source(&["openapi", "addsteps-2022", "addsteps-now"])
        .shows_up_as("`additionalSteps` of the response, filled with the account's defaults"),
    Member::new(parameter::ADDITIONAL_DATA, JsonType::Object, Group::Steps, Check::StepData)
        .by_account()
        .source(&["openapi", "addsteps-2022"]),
    text(parameter::QUESTIONNAIRE, Group::Steps, QUESTIONNAIRE)
        .by_account()
        .source(&["openapi", "page-err"]),
    flag(parameter::QUESTIONNAIRE_REQUIRED, Group::Steps).not_nullable().default("true"),
    text(parameter::RISK_ASSESSMENT_PROFILE, Group::Steps, Form::Uuid).by_account(),
    text(parameter::THEME, Group::Steps, Form::Uuid).by_account(),
    Member::new(
        parameter::REGISTRY_CENTERS_COUNTRIES,
        JsonType::Array,
        Group::Checks,
        Check::Registries,
    )
    .by_account()
    .source(&["openapi", "dash"]),
    switch(parameter::REVIEW_SUCCESSFUL),
    switch(parameter::REVIEW_FAILED),
    switch(parameter::VERIFY_EMAIL),
    switch(parameter::VERIFY_PHONE),
    switch(parameter::VERIFY_BANK),
    switch(parameter::VERIFY_BANK_ACCOUNTS),
    switch(parameter::VERIFY_BANK_BALANCES),
    switch(parameter::VERIFY_BANK_TRANSACTIONS),
    switch(parameter::BANK_CARD_VERIFICATION),
    switch(parameter::BANK_CARD_PDF_UPLOAD),
    switch(parameter::VERIFY_ADDRESS),
    switch(parameter::CHECK_AML),
    switch(parameter::CHECK_CRIMINAL),
    switch(parameter::CHECK_LIVENESS),
    switch(parameter::CHECK_FACE_BLACKLIST),
    switch(parameter::CHECK_DOC_FACE_BLACKLIST),
    switch(parameter::CHECK_PERSON_BLACKLIST),
    switch(parameter::CHECK_DUPLICATE_FACES),
    switch(parameter::CHECK_DUPLICATE_DOC_FACES),
    switch(parameter::CHECK_DUPLICATE_PERSONAL_DATA),
    switch(parameter::CHECK_DRIVER_LICENSE),
    switch(parameter::CHECK_LID),
    switch(parameter::CHECK_IP_PROXY),
    switch(parameter::ALLOW_BSN_MASKING),
    switch(parameter::NFC_REQUIRED),
    switch(parameter::NFC_OPTIONAL),
    switch(parameter::AUTO_AML_MONITORING),
    switch(parameter::DRIVER_LICENSE_BACK),
    age(parameter::AGE_LIMIT),
    age(parameter::AGE_MAX),
    Member::new(
        parameter::FACE_MATCHING_THRESHOLD_MODIFIER,
        JsonType::Number,
        Group::Checks,
        Check::Number,
    )
    .not_nullable()
    .by_account()
    .default("1")
    .source(&["openapi", "docu-2022"]),
    Member::new(parameter::MAX_ATTEMPT_COUNT, JsonType::Integer, Group::Session, ATTEMPTS)
        .not_nullable()
        .by_account()
        .status(Status::PageOnly)
        .source(&["page-faq", "docu-2022"]),
    text(parameter::DUMMY_STATUS, Group::Test, DUMMY_STATUS)
        .by_account()
        .status(Status::DevOnly)
        .source(&["dummy-now", "dummy-old"])
        .shows_up_as("`status.overall` of the webhook"),
    legacy(parameter::LEVENSHTEIN_TEXT_MATCH_RATIO, JsonType::Number).default("0.8"),
    legacy(parameter::LEVENSHTEIN_MRZ_MATCH_RATIO, JsonType::Number).default("0.7"),
    legacy(parameter::CHECK_URJANET, JsonType::Boolean),
    legacy(parameter::FRAUD_SERVICES, JsonType::Array),
    legacy(parameter::DETECTION_TYPES, JsonType::Array),
];

const CLIENT_ID: Form = Form::Text(Text {
    empty: Some(Rule::ClientIdEmpty),
    max: Some((100, Rule::ClientIdMaxLength)),
    also: texts::client_id,
});
const ALIAS: Form =
    Form::Text(Text { empty: None, max: Some((100, Rule::ClientIdMaxLength)), also: texts::alias });
const NAME: Form = Form::Text(Text {
    empty: Some(Rule::NameMinLength),
    max: Some((100, Rule::NameMaxLength)),
    also: texts::name,
});
const NUMBER: Form = Form::Text(Text {
    empty: Some(Rule::NumberMinLength),
    max: Some((50, Rule::NumberMaxLength)),
    also: texts::nothing_more,
});
const ADDRESS: Form = Form::Text(Text {
    empty: None,
    max: Some((255, Rule::AddressMaxLength)),
    also: texts::nothing_more,
});
const EXTERNAL_REF: Form = Form::Text(Text {
    empty: None,
    max: Some((40, Rule::ExternalRefMaxLength)),
    also: texts::nothing_more,
});
const QUESTIONNAIRE: Form = Form::Text(Text {
    empty: Some(Rule::QuestionnaireEmpty),
    max: None,
    also: texts::nothing_more,
});
const LOCALE: Form =
    Form::Text(Text { empty: None, max: Some((7, Rule::LocaleMaxLength)), also: word::locale });

const SEX: Form =
    Form::Word(Choice { words: Sex::VOCABULARY, unknown: Rule::SexEnum, older: None });
const TOKEN_TYPE: Form = Form::Word(Choice {
    words: TokenType::VOCABULARY,
    unknown: Rule::TokenTypeEnum,
    older: Some(Rule::TokenTypeLegacy),
});
const DUMMY_STATUS: Form = Form::Word(Choice {
    words: DummyStatus::VOCABULARY,
    unknown: Rule::DummyEnum,
    older: Some(Rule::DummyLegacyActive),
});

const EXPIRY_TIME: Check = Check::Integer(&[
    Range { rule: Rule::ExpiryTimeMin, min: Some(1), max: None },
    Range { rule: Rule::ExpiryTimeMax, min: None, max: Some(2_592_000) },
]);
const SESSION_LENGTH: Check =
    Check::Integer(&[Range { rule: Rule::SessionLengthRange, min: Some(60), max: Some(3600) }]);
const AGE: Check = Check::Integer(&[Range { rule: Rule::AgeNegative, min: Some(0), max: None }]);
const ATTEMPTS: Check =
    Check::Integer(&[Range { rule: Rule::AttemptsNegative, min: Some(0), max: None }]);

const fn text(name: &'static str, group: Group, form: Form) -> Member {
    Member::new(name, JsonType::String, group, Check::String(form))
}

const fn flag(name: &'static str, group: Group) -> Member {
    Member::new(name, JsonType::Boolean, group, Check::Boolean).by_account()
}

/// A switch of one check: true, false, or left to the account.
const fn switch(name: &'static str) -> Member {
    flag(name, Group::Checks).not_nullable()
}

const fn age(name: &'static str) -> Member {
    Member::new(name, JsonType::Integer, Group::Checks, AGE).not_nullable().by_account()
}

/// A member of the 2022 page, the value of which is not looked at.
const fn legacy(name: &'static str, json_type: JsonType) -> Member {
    Member::new(name, json_type, Group::Legacy, Check::Nothing)
        .by_account()
        .status(Status::Legacy)
        .source(&["docu-2022"])
}
