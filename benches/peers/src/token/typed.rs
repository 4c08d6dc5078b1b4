//! Hand-written checks over the typed request: the baseline T.

use std::collections::BTreeSet;

use super::Checker;
use super::request::{Request, are_documents, is_country, is_date, is_name, is_sex, read};

/// With the check of a URL that it uses.
pub struct Typed(pub fn(&str) -> bool);

impl Checker for Typed {
    fn findings(&mut self, body: &[u8]) -> usize {
        check(&read(body), self.0).len()
    }

    fn at_fault(&mut self, body: &[u8]) -> BTreeSet<String> {
        check(&read(body), self.0).into_iter().map(|(member, _)| member.to_owned()).collect()
    }
}

/// Member and code of every finding; no text is made.
fn check(request: &Request, is_https: fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut unless = |holds: bool, member, code| {
        if !holds {
            found.push((member, code));
        }
    };
    let within = |text: &str, least, most| (least..=most).contains(&text.chars().count());
    unless(within(&request.client_id, 1, 100), "clientId", "length");
    unless(within(&request.first_name, 1, 100), "firstName", "length");
    unless(is_name(&request.first_name), "firstName", "digit");
    unless(within(&request.last_name, 1, 100), "lastName", "length");
    unless(is_name(&request.last_name), "lastName", "digit");
    unless(is_date(&request.date_of_birth), "dateOfBirth", "date");
    unless(is_date(&request.date_of_expiry), "dateOfExpiry", "date");
    unless(is_sex(&request.sex), "sex", "unknown");
    unless(is_country(&request.nationality), "nationality", "unknown");
    unless(is_country(&request.country), "country", "unknown");
    unless(are_documents(&request.documents), "documents", "unknown");
    unless((1..=2_592_000).contains(&request.expiry_time), "expiryTime", "range");
    unless((60..=3_600).contains(&request.session_length), "sessionLength", "range");
    unless(within(&request.success_url, 0, 2048), "successUrl", "length");
    unless(is_https(&request.success_url), "successUrl", "https");
    unless(within(&request.error_url, 0, 2048), "errorUrl", "length");
    unless(is_https(&request.error_url), "errorUrl", "https");
    unless(within(&request.locale, 0, 7), "locale", "length");
    unless(within(&request.external_ref, 0, 40), "externalRef", "length");
    found
}
