//! Policies.

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{ask, ask_text, free, owned, slot};
use crate::status::Status;
use crate::text::Text;
use crate::view::{IDR_MAX_POLICY_BYTES, View, bytes};

/// A loaded policy.
///
/// Threads: never changes, so many threads may decide with it at once. Lifetime: yours, until
/// idr_policy_free(); views from it end then, decisions do not need it any more.
#[derive(Debug)]
pub struct Policy(pub(crate) idenfy_rules::Policy);

/// The built-in policy that follows the vendor's pages word for word. A suspected person whose
/// manual checks both passed is accepted, whatever the flags say.
///
/// # Safety
/// `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_documented(
    out: *mut *mut Policy,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { built_in(out, error, idenfy_rules::Policy::documented) }
}

/// The built-in policy that weighs flags, lists and side services, too; whatever is not plainly
/// good goes to a person.
///
/// # Safety
/// `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_strict(
    out: *mut *mut Policy,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { built_in(out, error, idenfy_rules::Policy::strict) }
}

/// # Safety
/// `out` and `error` are NULL or writable.
unsafe fn built_in(
    out: *mut *mut Policy,
    error: *mut *mut Error,
    make: fn() -> idenfy_rules::Policy,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            *out = owned(Policy(make()));
            Ok(())
        })
    }
}

/// Loads a policy from its JSON document. `base` is what "extends" may name besides the built-in
/// policies, or NULL; it is not needed afterwards. IDR_UNUSABLE_POLICY for a document that
/// cannot be used: the error has the place and, where something is near enough, what was meant.
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `base` is NULL or alive; `out` is
/// writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_from_json(
    json: *const u8,
    len: usize,
    base: *const Policy,
    out: *mut *mut Policy,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let json = bytes(json, len, IDR_MAX_POLICY_BYTES)?;
            let base = base.as_ref().map(|Policy(base)| base);
            *out = owned(Policy(idenfy_rules::Policy::from_json(json, base)?));
            Ok(())
        })
    }
}

/// The name of the document. Absent for NULL.
///
/// # Safety
/// `policy` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_name(policy: *const Policy) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(policy, |Policy(policy)| Some(policy.name())) }
}

/// The revision of the document. Absent for NULL and where it states none.
///
/// # Safety
/// `policy` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_revision(policy: *const Policy) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(policy, |Policy(policy)| policy.revision()) }
}

/// SHA-256 of the resolved document, as hex: the same for documents that decide the same way.
/// Absent for NULL.
///
/// # Safety
/// `policy` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_fingerprint(policy: *const Policy) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(policy, |Policy(policy)| Some(policy.fingerprint())) }
}

/// How many rules it has, inherited ones included. 0 for NULL.
///
/// # Safety
/// `policy` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_rule_count(policy: *const Policy) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask(policy, |Policy(policy)| policy.rule_ids().count()) }
}

/// The id of the rule at `index`, inherited ones first. Absent for NULL and for an index that is
/// not below the count.
///
/// # Safety
/// `policy` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_rule(policy: *const Policy, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask_text(policy, |Policy(policy)| policy.rule_ids().nth(index)) }
}

/// Frees a policy and sets the pointer to NULL.
///
/// # Safety
/// `policy` is NULL or points to NULL or to a policy that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_free(policy: *mut *mut Policy) {
    // SAFETY: promised by the caller.
    unsafe { free(policy) }
}

/// The JSON Schema of policy documents, with which an editor completes and checks a policy. What
/// it takes may still be refused by idr_policy_from_json(), which knows more.
///
/// # Safety
/// `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_schema(out: *mut *mut Text, error: *mut *mut Error) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            *out = owned(Text(idenfy_rules::policy::json_schema()));
            Ok(())
        })
    }
}
