//! What is known about the account that asks for tokens.

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{free, owned, slot};
use crate::status::Status;
use crate::view::{IDR_MAX_BYTES, bytes};

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
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_profile_from_json(
    json: *const u8,
    len: usize,
    out: *mut *mut Profile,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let json = bytes(json, len, IDR_MAX_BYTES)?;
            *out = owned(Profile(idenfy_rules::Profile::from_json(json)?));
            Ok(())
        })
    }
}

/// Frees a profile and sets the pointer to NULL.
///
/// # Safety
/// `profile` is NULL or points to NULL or to a profile that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_profile_free(profile: *mut *mut Profile) {
    // SAFETY: promised by the caller.
    unsafe { free(profile) }
}
