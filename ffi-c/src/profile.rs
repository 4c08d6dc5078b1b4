//! What is known about the account that asks for tokens.

use std::mem::MaybeUninit;

use crate::error::Error;
use crate::handle::{free, make};
use crate::status::Status;
use crate::view::{Array, IDR_MAX_BYTES, Length};

/// What is known about the account that asks for tokens: environment, features, countries.
///
/// Threads: never changes, so several threads may use it. Lifetime: yours, until
/// idr_profile_free(); reports do not need it any more.
#[derive(Debug)]
pub struct Profile(pub(crate) idenfy_rules::Profile);

/// Reads a profile from one JSON object. A member that is absent or null is not known:
///
///     "environment"             "DEV", "TESTING", "PRODUCTION" or "DEMO": that of the API key
///     "today"                   "YYYY-MM-DD", to judge dates by
///     "mobile_code_max_expiry"  seconds: the longest expiryTime with generateDigitString
///     "enabled_features"        any of "custom_callback_url", "additional_steps", "digit_string"
///     "allowed_token_types"     words such as "IDENTIFICATION"
///     "supported_countries"     two-letter codes
///     "supported_documents"     an object: country to list of document types
///     "extra_document_types"    types that came after this release
///     "questionnaires", "risk_profiles", "themes"    the ids or names that the account has
///     "lints"                   true for style warnings, too
///
/// All but the first three and the last hold lists; an empty list is known to be empty.
/// IDR_UNUSABLE_INPUT for another member, another type or another word: the error says which,
/// "input.profile", "input.unknown_word", "input.date" or "input.country".
#[unsafe(no_mangle)]
pub extern "C" fn idr_profile_from_json(
    json: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<Profile>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let json = json.bytes(len, IDR_MAX_BYTES)?;
        Ok(Profile(idenfy_rules::Profile::from_json(json)?))
    })
}

/// Frees a profile and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_profile_free(profile: Option<&mut Option<Box<Profile>>>) {
    free(profile)
}
