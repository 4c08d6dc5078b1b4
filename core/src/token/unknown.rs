//! Members that the API does not know, and what was probably meant.

use crate::vocab::parameter;

use super::finding::{Finding, SUGGESTION};
use super::members::MEMBERS;
use super::rule::Rule;
use crate::suggest::nearest;

/// A name that was seen elsewhere: the members to use instead, and why it is not one.
struct Former {
    name: &'static str,
    instead: &'static [&'static str],
    hint: &'static str,
}

const EARLIER: &str = "an earlier version of the API reference used this name";
const NESTED: &str = "an earlier version of the API reference nested members; send them flat";
const KYB: &str = "KYB form tokens have this member";

/// Source: earlier 2026 API reference, KYB form token, response of the endpoint.
const FORMER: &[Former] = &[
    Former { name: "lifetime", instead: &[parameter::EXPIRY_TIME], hint: EARLIER },
    Former { name: "allowedCountries", instead: &[parameter::COUNTRY], hint: EARLIER },
    Former {
        name: parameter::ALLOWED_DOCUMENTS,
        instead: &[parameter::DOCUMENTS],
        hint: "the response has this member",
    },
    Former {
        name: "client",
        instead: &[parameter::FIRST_NAME, parameter::LAST_NAME],
        hint: NESTED,
    },
    Former {
        name: "urls",
        instead: &[
            parameter::SUCCESS_URL,
            parameter::ERROR_URL,
            parameter::UNVERIFIED_URL,
            parameter::CALLBACK_URL,
        ],
        hint: NESTED,
    },
    Former { name: "settings", instead: &[], hint: NESTED },
    Former { name: "failUrl", instead: &[parameter::ERROR_URL], hint: EARLIER },
    Former { name: "webhookUrl", instead: &[parameter::CALLBACK_URL], hint: EARLIER },
    Former { name: "tags", instead: &[], hint: KYB },
    Former { name: "flow", instead: &[], hint: KYB },
    Former { name: "scanRefs", instead: &[], hint: KYB },
];

/// The finding for a member without a row.
pub(super) fn unknown(name: &str) -> Finding {
    let Some(former) = FORMER.iter().find(|former| former.name == name) else {
        return Rule::FieldUnknown.guessing(name, nearest_member);
    };
    let finding = Rule::FieldUnknown.with("hint", former.hint);
    match former.instead {
        [] => finding,
        [one] => finding.with(SUGGESTION, *one),
        several => finding.with(SUGGESTION, several.to_vec()),
    }
}

fn nearest_member(name: &str) -> Option<&'static str> {
    nearest(name, MEMBERS.iter().map(|row| row.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_suggested_is_a_member_and_what_was_former_is_not() {
        let is_member = |name: &str| MEMBERS.iter().any(|row| row.name == name);
        for former in FORMER {
            assert!(!is_member(former.name), "{}", former.name);
            assert!(former.instead.iter().all(|name| is_member(name)), "{}", former.name);
        }
    }
}
