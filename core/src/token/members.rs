//! The table of members, in the order of the reference.

use std::cmp::Ordering;

use super::check::{Check, Choice, Form, Range, Text, text as texts, word};
use super::member::{Group, JsonType, Member, Status};
use super::rule::Rule;
use crate::vocab::{DummyStatus, Sex, TokenType};

/// Every member that the pages of the vendor know, 72 rows.
///
/// `tokenType` counts as optional although the OpenAPI document lists it as required: every
/// page, every example and the vendor's own plugins send `clientId` alone.
pub static MEMBERS: &[Member] = &[
    text("clientId", Group::Identity, CLIENT_ID)
        .required()
        .source(&["page-err", "openapi"])
        .shows_up_as("`clientId` of the response and of webhooks"),
    text("personScanRef", Group::Identity, ALIAS)
        .status(Status::LegacyAlias)
        .source(&["docu-new", "openapi"])
        .shows_up_as("`personScanRef` of the response, an echo of the id"),
    text("firstName", Group::Personal, NAME)
        .source(&["openapi", "docu-new"])
        .shows_up_as("`firstName` of the response, in upper case"),
    text("lastName", Group::Personal, NAME)
        .source(&["openapi", "docu-new"])
        .shows_up_as("`lastName` of the response, in upper case"),
    text("dateOfBirth", Group::Personal, Form::Date(Ordering::Greater, Rule::DateBirthInFuture))
        .source(&["page-err", "openapi"]),
    text("sex", Group::Personal, SEX).shows_up_as("`MALE`, `FEMALE` or `UNDEFINED` in webhooks"),
    text("nationality", Group::Personal, Form::Nationality)
        .source(&["page-err", "docu-new", "openapi"])
        .shows_up_as("`nationality` of the response, in upper case"),
    text("address", Group::Personal, ADDRESS).source(&["docu-new", "openapi"]),
    Member::new("country", JsonType::String, Group::Document, Check::Country)
        .by_account()
        .source(&["page-err", "openapi"]),
    Member::new("documents", JsonType::Array, Group::Document, Check::Documents)
        .by_account()
        .default(r#"["ID_CARD", "PASSPORT", "DRIVER_LICENSE", "RESIDENCE_PERMIT"]"#)
        .source(&["page-err", "openapi"]),
    text("documentNumber", Group::Document, NUMBER),
    text("personalNumber", Group::Document, NUMBER),
    text("dateOfExpiry", Group::Document, Form::Date(Ordering::Less, Rule::DateDocumentExpired))
        .source(&["page-err", "openapi"]),
    text("dateOfIssue", Group::Document, Form::Date(Ordering::Greater, Rule::DateIssueInFuture))
        .source(&["page-err", "openapi"]),
    Member::new("expiryTime", JsonType::Integer, Group::Session, EXPIRY_TIME)
        .not_nullable()
        .by_account()
        .default("3600")
        .source(&["page-err", "openapi"]),
    Member::new("sessionLength", JsonType::Integer, Group::Session, SESSION_LENGTH)
        .not_nullable()
        .by_account()
        .default("600")
        .source(&["page-err", "openapi"]),
    text("successUrl", Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=success")
        .source(&["page-err", "openapi"]),
    text("errorUrl", Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=fail")
        .source(&["page-err", "openapi"]),
    text("unverifiedUrl", Group::Session, Form::RedirectUrl)
        .default("https://ui.idenfy.com/result?status=unverified")
        .source(&["page-err", "openapi"]),
    text("callbackUrl", Group::Session, Form::CallbackUrl)
        .by_account()
        .source(&["page-err", "openapi"]),
    text("locale", Group::Session, LOCALE).default("en").source(&["openapi", "langs"]),
    flag("showInstructions", Group::Session).not_nullable().default("true"),
    text("tokenType", Group::Session, TOKEN_TYPE)
        .not_nullable()
        .by_account()
        .default("IDENTIFICATION")
        .source(&["page-err", "openapi"])
        .shows_up_as("`tokenType` of the response"),
    Member::new("videoCallQuestions", JsonType::Array, Group::Session, Check::Array)
        .status(Status::Legacy)
        .default("[]")
        .source(&["docu-2022", "gh-2021"]),
    text("externalRef", Group::Session, EXTERNAL_REF).shows_up_as("`externalRef` of webhooks"),
    flag("generateDigitString", Group::Session)
        .not_nullable()
        .default("false")
        .source(&["openapi", "page-err"])
        .shows_up_as("`digitString` of the response"),
    flag("utilityBill", Group::Steps)
        .default("false")
        .status(Status::Deprecated)
        .source(&["openapi", "page-err"]),
    Member::new("additionalSteps", JsonType::Object, Group::Steps, Check::Steps)
        .by_account()
        .source(&["openapi", "addsteps-2022", "addsteps-now"])
        .shows_up_as("`additionalSteps` of the response, filled with the account's defaults"),
    Member::new("additionalData", JsonType::Object, Group::Steps, Check::StepData)
        .by_account()
        .source(&["openapi", "addsteps-2022"]),
    text("questionnaire", Group::Steps, QUESTIONNAIRE)
        .by_account()
        .source(&["openapi", "page-err"]),
    flag("questionnaireRequired", Group::Steps).not_nullable().default("true"),
    text("riskAssessmentProfile", Group::Steps, Form::Uuid).by_account(),
    text("theme", Group::Steps, Form::Uuid).by_account(),
    Member::new("registryCentersCountries", JsonType::Array, Group::Checks, Check::Registries)
        .by_account()
        .source(&["openapi", "dash"]),
    switch("reviewSuccessful"),
    switch("reviewFailed"),
    switch("verifyEmail"),
    switch("verifyPhone"),
    switch("verifyBank"),
    switch("verifyBankAccounts"),
    switch("verifyBankBalances"),
    switch("verifyBankTransactions"),
    switch("bankCardVerification"),
    switch("bankCardPdfUpload"),
    switch("verifyAddress"),
    switch("checkAml"),
    switch("checkCriminal"),
    switch("checkLiveness"),
    switch("checkFaceBlacklist"),
    switch("checkDocFaceBlacklist"),
    switch("checkPersonBlacklist"),
    switch("checkDuplicateFaces"),
    switch("checkDuplicateDocFaces"),
    switch("checkDuplicatePersonalData"),
    switch("checkDriverLicense"),
    switch("checkLid"),
    switch("checkIpProxy"),
    switch("allowBsnMasking"),
    switch("nfcRequired"),
    switch("nfcOptional"),
    switch("autoAmlMonitoring"),
    switch("driverLicenseBack"),
    age("ageLimit"),
    age("ageMax"),
    Member::new("faceMatchingThresholdModifier", JsonType::Number, Group::Checks, Check::Number)
        .not_nullable()
        .by_account()
        .default("1")
        .source(&["openapi", "docu-2022"]),
    Member::new("maxAttemptCount", JsonType::Integer, Group::Session, ATTEMPTS)
        .not_nullable()
        .by_account()
        .status(Status::PageOnly)
        .source(&["page-faq", "docu-2022"]),
    text("dummyStatus", Group::Test, DUMMY_STATUS)
        .by_account()
        .status(Status::DevOnly)
        .source(&["dummy-now", "dummy-old"])
        .shows_up_as("`status.overall` of the webhook"),
    legacy("levenshteinTextMatchRatio", JsonType::Number).default("0.8"),
    legacy("levenshteinMrzMatchRatio", JsonType::Number).default("0.7"),
    legacy("checkUrjanet", JsonType::Boolean),
    legacy("fraudServices", JsonType::Array),
    legacy("detectionTypes", JsonType::Array),
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
