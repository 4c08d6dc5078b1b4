//! validator: what it has no rule for is a custom function.

use std::collections::BTreeSet;

use validator::{Validate, ValidationError, ValidationErrors};

use super::Checker;
use super::request::{are_documents, is_country, is_date, is_https, is_name, is_sex, read};

pub struct Validator;

impl Checker for Validator {
    fn findings(&mut self, body: &[u8]) -> usize {
        errors(body).field_errors().values().map(|errors| errors.len()).sum()
    }

    fn at_fault(&mut self, body: &[u8]) -> BTreeSet<String> {
        errors(body).field_errors().keys().map(|member| camel_case(member)).collect()
    }
}

fn errors(body: &[u8]) -> ValidationErrors {
    Validate::validate(&read(body)).err().unwrap_or_default()
}

/// Both crates name a member as the struct does.
pub fn camel_case(member: &str) -> String {
    let mut words = member.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| format!("{name}{}{}", word[..1].to_uppercase(), &word[1..]))
}

fn unless(holds: bool, code: &'static str) -> Result<(), ValidationError> {
    if holds { Ok(()) } else { Err(ValidationError::new(code)) }
}

pub fn name(value: &str) -> Result<(), ValidationError> {
    unless(is_name(value), "digit")
}

pub fn date(value: &str) -> Result<(), ValidationError> {
    unless(is_date(value), "date")
}

pub fn sex(value: &str) -> Result<(), ValidationError> {
    unless(is_sex(value), "unknown")
}

pub fn country(value: &str) -> Result<(), ValidationError> {
    unless(is_country(value), "unknown")
}

pub fn documents(value: &[String]) -> Result<(), ValidationError> {
    unless(are_documents(value), "unknown")
}

pub fn https(value: &str) -> Result<(), ValidationError> {
    unless(is_https(value), "https")
}
