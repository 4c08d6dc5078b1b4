//! What a decision rests on: rules, open questions, flags, unknown words, notice, policy.

use idenfy_rules::policy::{Flag, Undecided, UnknownWord};

use crate::decision::{Decision, ask_made, made_text};
use crate::view::View;

/// How many rules decided. 0 for NULL, and where the lifecycle decided.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_rule_count(decision: *const Decision) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| made.rules.len()) }
}

/// The id of the deciding rule at `index`, sorted; "otherwise" when none was true. Absent for NULL
/// and for an index that is not below the count, like every text of a list.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_rule(decision: *const Decision, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| made.rules.get(index).map(String::as_str)) }
}

/// How many rules could be judged neither true nor false. 0 for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_undecided_count(decision: *const Decision) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| made.undecided.len()) }
}

fn undecided(made: &idenfy_rules::Decision, index: usize) -> Option<&Undecided> {
    made.undecided.get(index)
}

/// The id of the undecided rule at `index`, sorted.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_undecided_rule(
    decision: *const Decision,
    index: usize,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| undecided(made, index).map(|open| open.rule.as_str())) }
}

/// For want of how many facts the rule at `index` is undecided. 0 for NULL and for an index that
/// is not below the count.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_undecided_fact_count(
    decision: *const Decision,
    index: usize,
) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| undecided(made, index).map_or(0, |open| open.facts.len())) }
}

/// The name of such a fact, for example "manualFace": it is missing or holds an unknown word.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_undecided_fact(
    decision: *const Decision,
    index: usize,
    fact_index: usize,
) -> View {
    // SAFETY: promised by the caller.
    unsafe {
        made_text(decision, |made| {
            undecided(made, index)?.facts.get(fact_index).map(|fact| &**fact)
        })
    }
}

/// How many reasons for suspicion the vendor attached, whatever the outcome. 0 for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_flag_count(decision: *const Decision) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| made.flags.len()) }
}

fn flag(made: &idenfy_rules::Decision, index: usize) -> Option<&Flag> {
    made.flags.get(index)
}

/// The tag of the flag at `index`, one of IDR_TAG_... or an unknown word. Absent, too, for an
/// entry that does not have the shape of a vendor word.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_flag_tag(decision: *const Decision, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| flag(made, index)?.tag.as_deref()) }
}

/// The list that the flag at `index` stood in: "fraud" or "mismatch".
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_flag_kind(decision: *const Decision, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| flag(made, index).map(|flag| &*flag.kind)) }
}

/// The class of the flag at `index`, for example "blocklist"; "unknown" for a tag that the
/// vocabulary does not have.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_flag_class(decision: *const Decision, index: usize) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| flag(made, index).map(|flag| &*flag.class)) }
}

/// How many words the vocabularies do not have. 0 for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_unknown_count(decision: *const Decision) -> usize {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| made.unknown.len()) }
}

fn unknown(made: &idenfy_rules::Decision, index: usize) -> Option<&UnknownWord> {
    made.unknown.get(index)
}

/// The fact that holds the unknown word at `index`, for example "overall".
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_unknown_fact(
    decision: *const Decision,
    index: usize,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| unknown(made, index).map(|word| &*word.fact)) }
}

/// The unknown word at `index`. Absent, too, where it does not have the shape of a vendor word.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_unknown_word(
    decision: *const Decision,
    index: usize,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| unknown(made, index)?.word.as_deref()) }
}

/// Whether the webhook is a notice, which says nothing about the result of a verification: store
/// it, or hand it to whoever it is for. False for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_is_notice(decision: *const Decision) -> bool {
    // SAFETY: promised by the caller.
    unsafe { ask_made(decision, |made| made.notice.is_some()) }
}

/// The product that a notice belongs to, for example "aml_monitoring". Absent for NULL, for what is
/// no notice, and for an event that the vocabulary does not have.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_notice_product(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| made.notice.as_ref()?.product.as_deref()) }
}

/// Whether a notice looks like a verdict all the same: somebody should have a look. False for
/// NULL and for what is no notice.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_notice_attention(decision: *const Decision) -> bool {
    // SAFETY: promised by the caller.
    unsafe {
        ask_made(decision, |made| made.notice.as_ref().is_some_and(|notice| notice.attention))
    }
}

/// The name of the policy that decided. Absent for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_policy_name(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| Some(&made.policy.name)) }
}

/// Its revision. Absent for NULL and where it states none.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_policy_revision(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| made.policy.revision.as_deref()) }
}

/// Its fingerprint, as of idr_policy_fingerprint(). Absent for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_policy_fingerprint(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| Some(&made.policy.fingerprint)) }
}

/// The version of the vocabularies that it was judged by, as of idr_vocabulary_version(). Absent
/// for NULL.
///
/// # Safety
/// `decision` is NULL or alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_decision_policy_vocabulary(decision: *const Decision) -> View {
    // SAFETY: promised by the caller.
    unsafe { made_text(decision, |made| Some(&made.policy.vocabulary)) }
}
