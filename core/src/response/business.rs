//! Business refusals, told by keywords: the vendor describes them but gives no wording.
//!
//! Source: "Business Logic Errors" of kyc/id-error-messages (2026).

use super::verdict::{Fault, Verdict};
use super::{EscalateTo, Reason, pointers};
use crate::pointer::Pointer;
use crate::vocab::parameter;

/// Applies when all its keywords occur in the message, in any ASCII case.
#[derive(Debug, Clone, Copy)]
pub(super) struct BusinessRule {
    pub(super) all_of: &'static [&'static str],
    members: &'static [&'static str],
    pub(super) verdict: Verdict,
}

/// The first that applies wins.
pub(super) const RULES: &[BusinessRule] = &[
    refused(
        &["country", "document", "combination"],
        Reason::CountryDocumentUnsupported,
        &[parameter::COUNTRY, parameter::DOCUMENTS],
    ),
    not_enabled(&["not allowed", "token type"], &[parameter::TOKEN_TYPE]),
    not_enabled(&["callback url", "not enabled"], &[parameter::CALLBACK_URL]),
    not_enabled(&["additionalsteps", "not enabled"], &[parameter::ADDITIONAL_STEPS]),
    refused(
        &["utilitybill", "additionalsteps"],
        Reason::FieldsMutuallyExclusive,
        &[parameter::UTILITY_BILL, parameter::ADDITIONAL_STEPS],
    ),
    refused(
        &["additionaldata", "address"],
        Reason::FieldsMutuallyExclusive,
        &[parameter::ADDRESS, parameter::ADDITIONAL_DATA],
    ),
    refused(
        &["generatedigitstring", "expiry"],
        Reason::DigitStringExpiryTooLong,
        &[parameter::GENERATE_DIGIT_STRING, parameter::EXPIRY_TIME],
    ),
    refused(
        &["risk assessment profile", "questionnaire"],
        Reason::UnknownReference,
        &[parameter::QUESTIONNAIRE, parameter::RISK_ASSESSMENT_PROFILE],
    ),
    refused(
        &["risk assessment profile"],
        Reason::UnknownReference,
        &[parameter::RISK_ASSESSMENT_PROFILE],
    ),
    refused(&["questionnaire", "invalid"], Reason::UnknownReference, &[parameter::QUESTIONNAIRE]),
];

const fn refused(
    all_of: &'static [&'static str],
    reason: Reason,
    members: &'static [&'static str],
) -> BusinessRule {
    BusinessRule { all_of, members, verdict: Verdict::fix(reason, Fault::Members(members)) }
}

const fn not_enabled(
    all_of: &'static [&'static str],
    members: &'static [&'static str],
) -> BusinessRule {
    let verdict = Verdict::escalate(Reason::FeatureNotEnabled, EscalateTo::AccountManager);
    BusinessRule { all_of, members, verdict: verdict.at(Fault::Members(members)) }
}

/// The verdict of the first rule that applies to this message.
///
/// If the message names members of the request, but none of the rule's, then the keywords come
/// from somewhere else - perhaps from a value that it echoes - and the rule does not apply.
pub(super) fn verdict(message: &str, rules: &[BusinessRule]) -> Option<Verdict> {
    let lower = message.to_ascii_lowercase();
    let mut said = rules.iter().filter(|rule| rule.is_said(&lower)).peekable();
    said.peek()?;
    let named = pointers::named(message);
    said.find(|rule| named.is_empty() || named.iter().any(|place| rule.concerns(place)))
        .map(|rule| rule.verdict)
}

impl BusinessRule {
    fn is_said(&self, lower: &str) -> bool {
        self.all_of.iter().all(|keyword| lower.contains(keyword))
    }

    fn concerns(&self, place: &Pointer) -> bool {
        let first = place.as_str().split('/').nth(1);
        first.is_some_and(|member| self.members.contains(&member))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(message: &str) -> Option<Reason> {
        verdict(message, RULES).map(|verdict| verdict.reason)
    }

    #[test]
    fn keywords_are_lower_case_and_members_are_parameters() {
        for rule in RULES {
            assert!(rule.all_of.iter().all(|keyword| keyword.to_ascii_lowercase() == *keyword));
            assert!(rule.members.iter().all(|member| parameter::ALL.contains(member)));
        }
    }

    #[test]
    fn a_message_about_another_member_is_not_a_business_refusal() {
        let echo = "Field 'firstName' has invalid value: callback url not enabled";
        assert_eq!(reason(echo), None);
        assert_eq!(reason("Custom callback URL not enabled"), Some(Reason::FeatureNotEnabled));
        assert_eq!(
            reason("'callbackUrl': callback URL not enabled"),
            Some(Reason::FeatureNotEnabled)
        );
    }
}
