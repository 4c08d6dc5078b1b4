//! garde: what it has no rule for is a custom function.

use std::collections::BTreeSet;

use garde::{Error, Report, Validate};

use super::Checker;
use super::request::{are_documents, is_country, is_date, is_https, is_name, is_sex, read};
use super::validator::camel_case;

pub struct Garde;

impl Checker for Garde {
    fn findings(&mut self, body: &[u8]) -> usize {
        report(body).iter().count()
    }

    fn at_fault(&mut self, body: &[u8]) -> BTreeSet<String> {
        report(body).iter().map(|(path, _)| camel_case(&path.to_string())).collect()
    }
}

fn report(body: &[u8]) -> Report {
    Validate::validate(&read(body)).err().unwrap_or_else(Report::new)
}

fn unless(holds: bool, text: &str) -> garde::Result {
    if holds { Ok(()) } else { Err(Error::new(text)) }
}

pub fn name(value: &str, _: &()) -> garde::Result {
    unless(is_name(value), "must not hold digits")
}

pub fn date(value: &str, _: &()) -> garde::Result {
    unless(is_date(value), "must be a day as YYYY-MM-DD")
}

pub fn sex(value: &str, _: &()) -> garde::Result {
    unless(is_sex(value), "must be M or F")
}

pub fn country(value: &str, _: &()) -> garde::Result {
    unless(is_country(value), "must be a known country")
}

pub fn documents(value: &[String], _: &()) -> garde::Result {
    unless(are_documents(value), "must hold known document types")
}

pub fn https(value: &str, _: &()) -> garde::Result {
    unless(is_https(value), "must be an https URL")
}
