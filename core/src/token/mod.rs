//! Is this body one that `POST /api/v2/token` will take?
//!
//! [`validate`] reads the bytes exactly as they will be sent, finds everything at once, and
//! reports each finding with the place, the code of the rule, the identifier that the API
//! would most likely answer with, and the limits involved. It never shows a rejected value.
//!
//! An error is a refusal that the vendor documents; everything older, contradicted, inferred
//! or dependent on the account is a warning. A rule that is too strict would stop requests
//! that the API takes, so where the pages differ the laxer reading is the error and the
//! stricter one a warning. What the caller knows about the account goes into a [`Profile`].
//!
//! The members are data ([`MEMBERS`]), and so are the rules ([`Rule`]) and the pages that
//! they rest on ([`SOURCES`]).
//!
//! ```
//! use idenfy_rules::token::{self, Profile};
//!
//! let body = br#"{"clientId": "user-1", "country": "UK", "sessionLength": 59}"#;
//! let report = token::validate(body, &Profile::default());
//! let found: Vec<_> = report.errors().map(|error| (error.pointer.as_str(), error.code)).collect();
//! assert_eq!(found, [("/country", "country.unknown"), ("/sessionLength", "session_length.range")]);
//! ```

mod account;
mod advice;
mod check;
mod cross;
mod finding;
mod form;
mod member;
mod members;
mod numeral;
mod pair;
mod profile;
mod profile_json;
mod request;
mod row;
mod rule;
mod typed;
mod unknown;

#[cfg(test)]
mod tests;

/// The page about validation, so that its examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/token.md")]
struct Page;

use crate::json::Value;
use crate::report::Report;
use crate::vocab::parameter;

use check::control_characters;
use finding::{Inspection, Place};
use request::{Given, Request};

pub use member::{Group, JsonType, Member, Status};
pub use members::MEMBERS;
pub use profile::{Environment, Feature, Profile};
pub use rule::{Rule, SOURCES};
pub use typed::{AdditionalData, AdditionalSteps, Step, TokenRequest};

/// Validates the body of a token request: the bytes exactly as they will be sent.
///
/// It never fails: a body that is empty, broken, too large or not an object is a finding at
/// the root, and then the only one. Otherwise the findings come in the order of the body;
/// what is missing comes first. A member that is given twice is judged by its last value.
///
/// Numbers beyond 64 bits are taken for what they are. So that a hostile body costs little,
/// the limits of the profile (`body.too_large`, `body.too_deep`, `body.list_too_long`) stop
/// the reading; they are this library's own, and far beyond every real request.
///
/// ```
/// use idenfy_rules::token::{self, Profile};
/// let profile = Profile::default();
/// assert!(token::validate(br#"{"clientId": "user-1"}"#, &profile).is_valid());
/// assert_eq!(token::validate(b"", &profile).violations()[0].code, "body.empty");
/// ```
#[must_use]
pub fn validate(body: &[u8], profile: &Profile) -> Report {
    let mut inspection = Inspection::new(profile);
    let body = if body.len() > profile.limits.bytes { body.into() } else { numeral::settle(body) };
    match Request::read(&body, &profile.limits) {
        Ok(request) => inspect(&request, &mut inspection),
        Err(unusable) => inspection.report(&Place::BODY, unusable),
    }
    Report::new(inspection.into_violations())
}

fn inspect(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    required(request, inspection);
    for given in &request.members {
        let place = given.place();
        if given.repeated {
            inspection.report(&place, Rule::BodyDuplicateKey);
        }
        control_characters(&given.value, &place, inspection);
        match given.row {
            None => inspection.report(&place, unknown::unknown(given.name())),
            Some(row) if given.value == Value::Null => null(row, &place, inspection),
            Some(row) => known(row, given, request, inspection),
        }
    }
}

/// The id may still come under its old name.
fn required(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let absent = |name| request.find(name).is_none();
    if absent(parameter::CLIENT_ID) && request.given(parameter::PERSON_SCAN_REF).is_none() {
        let row = members::find(parameter::CLIENT_ID);
        let missing = Place::member(parameter::CLIENT_ID, row);
        inspection.report(&missing, Rule::ClientIdRequired);
    }
}

fn null(row: &Member, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if row.required {
        inspection.report(place, Rule::ClientIdNull);
    } else if !row.nullable {
        inspection.report(place, Rule::NullNotNullable);
    }
}

/// A member of the table with a value: by itself, then beside the others and the account.
fn known(row: &Member, given: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let place = given.place();
    if let Some(rule) = row.status.rule() {
        inspection.report(&place, rule);
    }
    row.check.run(&given.value, &place, inspection);
    for rule in row.beside {
        rule(given, request, inspection);
    }
    if inspection.profile.lints {
        advice::advise(row, given, request, inspection);
    }
}
