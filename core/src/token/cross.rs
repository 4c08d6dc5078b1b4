//! Rules about several members. Each is asked where the member that it reports is there and
//! not null; the rows of the members name them.

use crate::date::Date;
use crate::report::Severity;
use crate::vocab::parameter;

use super::check::whole;
use super::finding::Inspection;
use super::request::{Given, Request};
use super::rule::Rule;

/// The least default of `expiryTime` that the pages name; above it a mobile code may fail.
const USUAL_MOBILE_CODE_MAX: u32 = 3600;

pub(super) fn both_ids(alias: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if request.given(parameter::CLIENT_ID).is_some() {
        let finding = Rule::ClientIdBothNames.beside(parameter::CLIENT_ID);
        inspection.report(alias.place, finding);
    }
}

pub(super) fn utility_bill(
    bill: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    let rule = match bill.value.as_bool() {
        Some(true) => Rule::StepsUtilityBillConflict,
        Some(false) => Rule::StepsUtilityBillFalseWithSteps,
        None => return,
    };
    if request.given(parameter::ADDITIONAL_STEPS).is_some_and(Given::has_members) {
        inspection.report(bill.place, rule.beside(parameter::ADDITIONAL_STEPS));
    }
}

pub(super) fn address(address: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if address.value.as_str().is_some()
        && request.given(parameter::ADDITIONAL_DATA).is_some_and(Given::has_members)
    {
        let finding = Rule::AddressConflict.beside(parameter::ADDITIONAL_DATA);
        inspection.report(address.place, finding);
    }
}

pub(super) fn step_data(data: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if data.has_members() && request.given(parameter::ADDITIONAL_STEPS).is_none() {
        let finding = Rule::StepDataNeedsSteps.beside(parameter::ADDITIONAL_STEPS);
        inspection.report(data.place, finding);
    }
}

/// The maximum is a matter of contract: known to the profile, or only suspected.
pub(super) fn digit_string_expiry(
    expiry: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    let (max, severity) = match inspection.profile.mobile_code_max_expiry {
        Some(max) => (i64::from(max), Severity::Error),
        None => (i64::from(USUAL_MOBILE_CODE_MAX), Severity::Warning),
    };
    if whole(expiry.value).is_some_and(|seconds| seconds > max)
        && request.is_true(parameter::GENERATE_DIGIT_STRING)
    {
        let finding = Rule::DigitStringExpiry.weighing(severity).within(None, Some(max));
        inspection.report(expiry.place, finding.beside(parameter::GENERATE_DIGIT_STRING));
    }
}

pub(super) fn nfc(optional: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if optional.value.as_bool() == Some(true) && request.is_true(parameter::NFC_REQUIRED) {
        inspection.report(optional.place, Rule::NfcBoth.beside(parameter::NFC_REQUIRED));
    }
}

pub(super) fn ages(most: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let least = request.given(parameter::AGE_LIMIT).and_then(|given| whole(given.value));
    if let (Some(least), Some(age)) = (least, whole(most.value))
        && age < least
    {
        inspection.report(most.place, Rule::AgeOrder.beside(parameter::AGE_LIMIT));
    }
}

pub(super) fn issue_after_expiry(
    issue: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    later(issue, parameter::DATE_OF_EXPIRY, Rule::DateIssueAfterExpiry, request, inspection);
}

pub(super) fn birth_after_issue(
    birth: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    later(birth, parameter::DATE_OF_ISSUE, Rule::DateBirthAfterIssue, request, inspection);
}

/// Notes a date that is later than another one; texts that are no dates are not compared.
fn later(
    given: &Given<'_>,
    other: &str,
    rule: Rule,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    let date = |given: Given<'_>| Date::parse(given.value.as_str()?).ok();
    let Some(limit) = request.given(other).and_then(date) else { return };
    if date(*given).is_some_and(|date| date > limit) {
        inspection.report(given.place, rule.beside(other));
    }
}
