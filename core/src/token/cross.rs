//! Rules about several members.

use crate::date::Date;
use crate::report::Severity;
use crate::vocab::parameter;

use super::check::whole;
use super::finding::Inspection;
use super::pair::country_documents;
use super::request::Request;
use super::rule::Rule;

/// The least default of `expiryTime` that the pages name; above it a mobile code may fail.
const USUAL_MOBILE_CODE_MAX: u32 = 3600;

/// Every rule about several members; each finds its members itself.
pub(super) const RULES: &[fn(&Request<'_>, &mut Inspection<'_>)] = &[
    both_ids,
    utility_bill,
    address,
    step_data,
    digit_string,
    country_documents,
    nfc,
    ages,
    dates,
];

fn both_ids(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let (Some(_), Some(alias)) =
        (request.given(parameter::CLIENT_ID), request.given(parameter::PERSON_SCAN_REF))
    {
        inspection.report(&alias.place(), Rule::ClientIdBothNames.with("related", "/clientId"));
    }
}

fn utility_bill(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let (Some(bill), Some(_)) =
        (request.given(parameter::UTILITY_BILL), request.filled(parameter::ADDITIONAL_STEPS))
    {
        let rule = match bill.value.as_bool() {
            Some(true) => Rule::StepsUtilityBillConflict,
            Some(false) => Rule::StepsUtilityBillFalseWithSteps,
            None => return,
        };
        inspection.report(&bill.place(), rule.with("related", "/additionalSteps"));
    }
}

fn address(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let (Some((address, _)), Some(_)) =
        (request.text(parameter::ADDRESS), request.filled(parameter::ADDITIONAL_DATA))
    {
        let finding = Rule::AddressConflict.with("related", "/additionalData");
        inspection.report(&address.place(), finding);
    }
}

fn step_data(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let (Some(data), None) =
        (request.filled(parameter::ADDITIONAL_DATA), request.given(parameter::ADDITIONAL_STEPS))
    {
        let finding = Rule::StepDataNeedsSteps.with("related", "/additionalSteps");
        inspection.report(&data.place(), finding);
    }
}

/// The maximum is a matter of contract: known to the profile, or only suspected.
fn digit_string(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(expiry) = request.given(parameter::EXPIRY_TIME) else { return };
    let Some(seconds) = whole(&expiry.value) else { return };
    let (max, severity) = match inspection.profile.mobile_code_max_expiry {
        Some(max) => (i64::from(max), Severity::Error),
        None => (i64::from(USUAL_MOBILE_CODE_MAX), Severity::Warning),
    };
    if request.flag(parameter::GENERATE_DIGIT_STRING) == Some(true) && seconds > max {
        let finding = Rule::DigitStringExpiry.weighing(severity);
        inspection.report(
            &expiry.place(),
            finding.with("max", max).with("related", "/generateDigitString"),
        );
    }
}

fn nfc(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    if let (Some(true), Some(optional)) =
        (request.flag(parameter::NFC_REQUIRED), request.given(parameter::NFC_OPTIONAL))
        && optional.value.as_bool() == Some(true)
    {
        inspection.report(&optional.place(), Rule::NfcBoth.with("related", "/nfcRequired"));
    }
}

fn ages(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let least = request.given(parameter::AGE_LIMIT).and_then(|given| whole(&given.value));
    let (Some(least), Some(most)) = (least, request.given(parameter::AGE_MAX)) else { return };
    if whole(&most.value).is_some_and(|most| most < least) {
        inspection.report(&most.place(), Rule::AgeOrder.with("related", "/ageLimit"));
    }
}

fn dates(request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let later = |one: &str, other: &str| {
        let (Some((given, one)), Some((_, other))) = (request.text(one), request.text(other))
        else {
            return None;
        };
        (Date::parse(one).ok()? > Date::parse(other).ok()?).then_some(given)
    };
    if let Some(issue) = later(parameter::DATE_OF_ISSUE, parameter::DATE_OF_EXPIRY) {
        let finding = Rule::DateIssueAfterExpiry.with("related", "/dateOfExpiry");
        inspection.report(&issue.place(), finding);
    }
    if let Some(birth) = later(parameter::DATE_OF_BIRTH, parameter::DATE_OF_ISSUE) {
        let finding = Rule::DateBirthAfterIssue.with("related", "/dateOfIssue");
        inspection.report(&birth.place(), finding);
    }
}
