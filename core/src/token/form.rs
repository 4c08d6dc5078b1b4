//! What the members have to look like: their limits and vocabularies, named after them.

use std::cmp::Ordering;

use crate::vocab::{DummyStatus, Sex, TokenType};

use crate::vocab::parameter;

use super::check::{Check, Choice, Form, Range, Text, text};
use super::rule::Rule;

const ANY_TEXT: Text = Text { empty: None, max: None, also: text::nothing_more };

pub(super) const CLIENT_ID: Form = Form::Text(Text {
    empty: Some(Rule::ClientIdEmpty),
    max: Some((100, Rule::ClientIdMaxLength)),
    also: text::client_id,
});
pub(super) const PERSON_SCAN_REF: Form =
    Form::Text(Text { max: Some((100, Rule::ClientIdMaxLength)), also: text::alias, ..ANY_TEXT });
pub(super) const NAME: Form = Form::Text(Text {
    empty: Some(Rule::NameMinLength),
    max: Some((100, Rule::NameMaxLength)),
    also: text::name,
});
/// Of the document, or of the person.
pub(super) const NUMBER: Form = Form::Text(Text {
    empty: Some(Rule::NumberMinLength),
    max: Some((50, Rule::NumberMaxLength)),
    ..ANY_TEXT
});
pub(super) const ADDRESS: Form =
    Form::Text(Text { max: Some((255, Rule::AddressMaxLength)), ..ANY_TEXT });
pub(super) const EXTERNAL_REF: Form =
    Form::Text(Text { max: Some((40, Rule::ExternalRefMaxLength)), ..ANY_TEXT });
pub(super) const QUESTIONNAIRE: Form =
    Form::Text(Text { empty: Some(Rule::QuestionnaireEmpty), ..ANY_TEXT });
pub(super) const LOCALE: Form = Form::Locale;

pub(super) const DATE_OF_BIRTH: Form = Form::Date(Ordering::Greater, Rule::DateBirthInFuture);
pub(super) const DATE_OF_EXPIRY: Form = Form::Date(Ordering::Less, Rule::DateDocumentExpired);
pub(super) const DATE_OF_ISSUE: Form = Form::Date(Ordering::Greater, Rule::DateIssueInFuture);

pub(super) const NATIONALITY: Form = Form::Nationality;
pub(super) const REDIRECT_URL: Form = Form::RedirectUrl;
pub(super) const CALLBACK_URL: Form = Form::CallbackUrl;
pub(super) const UUID: Form = Form::Uuid;

pub(super) const SEX: Form = Form::Word(Choice::of::<Sex>(Rule::SexEnum, None));
pub(super) const TOKEN_TYPE: Form =
    Form::Word(Choice::of::<TokenType>(Rule::TokenTypeEnum, Some(Rule::TokenTypeLegacy)));
pub(super) const DUMMY_STATUS: Form =
    Form::Word(Choice::of::<DummyStatus>(Rule::DummyEnum, Some(Rule::DummyLegacyActive)));

pub(super) const EXPIRY_TIME: Check = Check::Integer(&[
    Range { rule: Rule::ExpiryTimeMin, min: Some(1), max: None },
    Range { rule: Rule::ExpiryTimeMax, min: None, max: Some(parameter::EXPIRY_TIME_MAX_S) },
]);
pub(super) const SESSION_LENGTH: Check = Check::Integer(&[Range {
    rule: Rule::SessionLengthRange,
    min: Some(parameter::SESSION_LENGTH_MIN_S),
    max: Some(parameter::SESSION_LENGTH_MAX_S),
}]);
pub(super) const AGE: Check =
    Check::Integer(&[Range { rule: Rule::AgeNegative, min: Some(0), max: None }]);
pub(super) const ATTEMPTS: Check =
    Check::Integer(&[Range { rule: Rule::AttemptsNegative, min: Some(0), max: None }]);
