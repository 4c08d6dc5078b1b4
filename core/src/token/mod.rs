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
mod place;
mod profile;
mod profile_json;
mod request;
mod row;
mod rule;
mod scan;
mod typed;
mod unknown;

#[cfg(test)]
mod tests;

/// The page about validation, so that its examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/token.md")]
struct Page;

use crate::json::{self, Fault, FaultKind, Limits, Unsure, Value};
use crate::report::Report;
use crate::vocab::parameter;

use check::control_characters;
use finding::{Finding, Inspection};
use place::{Part, Place};
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
    let mut request = Request::new();
    match request.read_quickly(body, &profile.limits) {
        Ok(()) => {
            // DEL may stand in a text as it is, every other control character is escaped.
            let controls = request.has_escapes() || scan::any(body, |byte| byte == 0x7f);
            judge(&request, controls, profile)
        }
        Err(Unsure) => validate_plainly(body, profile),
    }
}

/// [`validate`] without its short cut: what reads the body quickly leaves to this way whatever
/// is unusual about it, and must never differ from it. For tests that compare the two.
#[doc(hidden)]
#[must_use]
pub fn validate_plainly(body: &[u8], profile: &Profile) -> Report {
    let limits = &profile.limits;
    let body = if body.len() > limits.bytes { body.into() } else { numeral::settle(body) };
    let object = match json::read(&body, limits) {
        Ok(Value::Object(object)) => object,
        Ok(Value::Null) => return unusable(Rule::BodyNull, profile),
        Ok(other) => return unusable(Rule::BodyNotObject.with("found", other.kind()), profile),
        Err(fault) => return unusable(unreadable(fault, limits), profile),
    };
    let mut request = Request::new();
    request.fill(&object);
    judge(&request, true, profile)
}

/// `controls`: whether there may be control characters in texts.
fn judge(request: &Request<'_>, controls: bool, profile: &Profile) -> Report {
    let mut inspection = Inspection::new(profile);
    required(request, &mut inspection);
    let repeated = request.repeated();
    for (index, given) in request.members().enumerate() {
        if !repeated.is_empty() && repeated.contains(&index) {
            inspection.report(given.place, Rule::BodyDuplicateKey);
        }
        if controls {
            control_characters(given.value, given.place, &mut inspection);
        }
        inspect(&given, request, &mut inspection);
    }
    inspection.into_report()
}

/// What makes a body unusable as a whole is the only finding.
fn unusable(finding: impl Into<Finding>, profile: &Profile) -> Report {
    let mut inspection = Inspection::new(profile);
    inspection.report(&Place::BODY, finding);
    inspection.into_report()
}

fn unreadable(fault: Fault, limits: &Limits) -> Finding {
    let limit = |max: usize| i64::try_from(max).unwrap_or(i64::MAX);
    match fault.kind {
        FaultKind::Empty => Rule::BodyEmpty.into(),
        FaultKind::NotUtf8 => Rule::BodyEncoding.into(),
        FaultKind::Malformed | FaultKind::CutOff => {
            Rule::BodyMalformed.with("line", limit(fault.line)).with("column", limit(fault.column))
        }
        FaultKind::TooLarge => Rule::BodyTooLarge.within(None, Some(limit(limits.bytes))),
        FaultKind::TooDeep => Rule::BodyTooDeep.within(None, Some(limit(limits.deepest()))),
        FaultKind::ListTooLong => Rule::BodyListTooLong.within(None, Some(limit(limits.list))),
    }
}

#[inline(always)]
fn inspect(given: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    match given.place.part() {
        Part::Member(row) if given.value.is_null() => null(row, given.place, inspection),
        Part::Member(row) => known(row, given, request, inspection),
        Part::Key(name) => inspection.report(given.place, unknown::unknown(name)),
        Part::Body | Part::Item(_) => {}
    }
}

/// The id may still come under its old name.
fn required(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let absent = |name| request.find(name).is_none();
    if absent(parameter::CLIENT_ID) && request.given(parameter::PERSON_SCAN_REF).is_none() {
        for row in MEMBERS.iter().filter(|row| row.required) {
            inspection.report(&Place::member(row), Rule::ClientIdRequired);
        }
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
#[inline(always)]
fn known(row: &Member, given: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let Some(rule) = row.status.rule() {
        inspection.report(given.place, rule);
    }
    row.check.run(given.value, given.place, inspection);
    for rule in row.beside {
        rule(given, request, inspection);
    }
    if inspection.profile.lints {
        advice::advise(row, given, request, inspection);
    }
}
