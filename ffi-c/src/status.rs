//! What a call came to.

use idenfy_rules::InputError;

use crate::guard::guard_or;
use crate::view::View;

/// Whether a call worked. Numbers never change and are never reused; new ones may be added in
/// each group: below 100 the call itself, from 100 webhooks, from 200 policies, from 300 history.
#[expect(non_camel_case_types, reason = "the names are those of C")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    /// The call worked.
    IDR_OK = 0,
    /// A pointer that must not be NULL is NULL, a number is none of its enum, or a text that
    /// must be UTF-8 is not.
    IDR_INVALID_ARGUMENT = 1,
    /// A fault of the library. It stays usable; please report it.
    IDR_PANIC = 2,
    /// A length or a count is over its limit. Nothing was read.
    IDR_TOO_LONG = 3,
    /// A profile, a context, a date or another value that cannot be used; the error says why.
    IDR_UNUSABLE_INPUT = 4,
    /// The webhook is not proven to be genuine: answer HTTP 401.
    IDR_NOT_GENUINE = 100,
    /// The body cannot be used: answer HTTP 400.
    IDR_UNUSABLE_BODY = 101,
    /// The policy document cannot be used.
    IDR_UNUSABLE_POLICY = 200,
    /// The policy asks for the age or the days to expiry and needs to be told the day.
    IDR_TODAY_REQUIRED = 201,
    /// The file of tests for a policy cannot be used.
    IDR_UNUSABLE_TEST_FILE = 202,
    /// The claim about a policy cannot be used.
    IDR_UNUSABLE_CLAIM = 203,
    /// The text is not a stored record of this library.
    IDR_UNUSABLE_RECORD = 300,
    /// The decision names no verification, or another one than the record.
    IDR_OTHER_VERIFICATION = 301,
}

/// Every status and its text.
const TEXTS: &[(Status, &str)] = &[
    (Status::IDR_OK, "the call worked"),
    (Status::IDR_INVALID_ARGUMENT, "an argument cannot be used"),
    (Status::IDR_PANIC, "a fault of the library; please report it"),
    (Status::IDR_TOO_LONG, "a length or a count is over its limit"),
    (Status::IDR_UNUSABLE_INPUT, "a profile, context, date or other value cannot be used"),
    (Status::IDR_NOT_GENUINE, "the webhook is not proven to be genuine"),
    (Status::IDR_UNUSABLE_BODY, "the body of the webhook cannot be used"),
    (Status::IDR_UNUSABLE_POLICY, "the policy document cannot be used"),
    (Status::IDR_TODAY_REQUIRED, "the policy needs to be told the day"),
    (Status::IDR_UNUSABLE_TEST_FILE, "the file of tests for a policy cannot be used"),
    (Status::IDR_UNUSABLE_CLAIM, "the claim about a policy cannot be used"),
    (Status::IDR_UNUSABLE_RECORD, "the text is not a stored record"),
    (Status::IDR_OTHER_VERIFICATION, "decision and record do not belong together"),
];

/// Codes of hard errors, by their beginning, that have a status of their own.
const GROUPS: &[(&str, Status)] = &[
    ("policy.today_required", Status::IDR_TODAY_REQUIRED),
    ("record.", Status::IDR_UNUSABLE_RECORD),
    ("history.", Status::IDR_OTHER_VERIFICATION),
];

impl From<&InputError> for Status {
    fn from(error: &InputError) -> Self {
        let group = GROUPS.iter().find(|(start, _)| error.code().starts_with(start));
        group.map_or(Self::IDR_UNUSABLE_INPUT, |(_, status)| *status)
    }
}

#[expect(clippy::as_conversions, reason = "the number of an enum has no other spelling")]
const fn number(status: Status) -> u32 {
    status as u32
}

/// What a status means, in a few words, valid for ever. Absent for a number that is no status.
/// An idr_error says more.
#[unsafe(no_mangle)]
pub extern "C" fn idr_status_text(status: u32) -> View<'static> {
    guard_or(View::ABSENT, || {
        View::maybe(TEXTS.iter().find(|row| number(row.0) == status).map(|row| row.1))
    })
}
