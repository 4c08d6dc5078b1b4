//! What is known about the account that asks for tokens.

use crate::error::Error;
use crate::guard::{guard, guard_or};
use crate::handle::{free, owned, slot};
use crate::status::Status;
use crate::view::{IDR_MAX_BYTES, bytes};

/// What is known about the account that asks for tokens: environment, features, countries.
///
/// Threads: never changes, so several threads may use it. Lifetime: yours, until
/// idr_profile_free(); reports do not need it any more.
#[derive(Debug)]
pub struct Profile(pub(crate) idenfy_rules::Profile);

/// Reads a profile from JSON. Every member may be absent: "environment" ("DEV" or
/// "PRODUCTION"), "today" ("YYYY-MM-DD"), "mobile_code_max_expiry" (seconds), "lints" (bool), lists of
/// words "extra_document_types", "enabled_features", "allowed_token_types",
/// "supported_countries", "questionnaires", "risk_profiles", "themes", and "supported_documents"
/// (country to list of types). IDR_UNUSABLE_INPUT for anything else.
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
    guard_or((), || unsafe { free(profile) });
}
