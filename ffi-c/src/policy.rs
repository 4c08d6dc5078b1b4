//! Policies.

use std::mem::MaybeUninit;

use crate::error::Error;
use crate::handle::{ask, ask_text, free, make};
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, IDR_MAX_POLICY_BYTES, Length, View};

/// A loaded policy.
///
/// Threads: never changes, so many threads may decide with it at once. Lifetime: yours, until
/// idr_policy_free(); views from it end then, decisions do not need it any more.
#[derive(Debug)]
pub struct Policy(pub(crate) idenfy_rules::Policy);

/// The built-in policy that follows the vendor's pages word for word. A suspected person whose
/// manual checks both passed is accepted, whatever the flags say.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_documented(
    out: Option<&mut MaybeUninit<Box<Policy>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Policy(idenfy_rules::Policy::documented())))
}

/// The built-in policy that weighs flags, lists and side services, too; whatever is not plainly
/// good goes to a person.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_strict(
    out: Option<&mut MaybeUninit<Box<Policy>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Policy(idenfy_rules::Policy::strict())))
}

/// Loads a policy from its JSON document. `base` is what "extends" may name besides the built-in
/// policies, or NULL; it is not needed afterwards. IDR_UNUSABLE_POLICY for a document that
/// cannot be used: the error has the place and, where something is near enough, what was meant.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_from_json(
    json: Array<'_, u8>,
    len: Length,
    base: Option<&Policy>,
    out: Option<&mut MaybeUninit<Box<Policy>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let json = json.bytes(len, IDR_MAX_POLICY_BYTES)?;
        let base = base.map(|Policy(base)| base);
        Ok(Policy(idenfy_rules::Policy::from_json(json, base)?))
    })
}

/// The name of the document. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_name(policy: Option<&Policy>) -> View<'_> {
    ask_text(policy, |Policy(policy)| Some(policy.name()))
}

/// The revision of the document. Absent for NULL and where it states none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_revision(policy: Option<&Policy>) -> View<'_> {
    ask_text(policy, |Policy(policy)| policy.revision())
}

/// SHA-256 of the resolved document, as hex: the same for documents that decide the same way.
/// Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_fingerprint(policy: Option<&Policy>) -> View<'_> {
    ask_text(policy, |Policy(policy)| Some(policy.fingerprint()))
}

/// How many rules it has, inherited ones included. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_rule_count(policy: Option<&Policy>) -> usize {
    ask(policy, |Policy(policy)| policy.rule_ids().count())
}

/// The id of the rule at `index`, inherited ones first. Absent for NULL and for an index that is
/// not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_rule(policy: Option<&Policy>, index: usize) -> View<'_> {
    ask_text(policy, |Policy(policy)| policy.rule_ids().nth(index))
}

/// Frees a policy and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_free(policy: Option<&mut Option<Box<Policy>>>) {
    free(policy)
}

/// The JSON Schema of policy documents, with which an editor completes and checks a policy. What
/// it takes may still be refused by idr_policy_from_json(), which knows more.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_schema(
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Text(idenfy_rules::policy::json_schema())))
}
