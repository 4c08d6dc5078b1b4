//! What a decision rests on: rules, open questions, flags, unknown words, notice, policy.

use idenfy_rules::policy::{Flag, Undecided, UnknownWord};

use crate::decision::{Decision, ask_made, made_text};
use crate::view::View;

/// How many rules decided. 0 for NULL, and where the lifecycle decided.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_rule_count(decision: Option<&Decision>) -> usize {
    ask_made(decision, |made| made.rules.len())
}

/// The id of the deciding rule at `index`, sorted; "otherwise" when none was true. Absent for NULL
/// and for an index that is not below the count, like every text of a list.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_rule(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| made.rules.get(index).map(String::as_str))
}

/// How many rules could be judged neither true nor false. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_undecided_count(decision: Option<&Decision>) -> usize {
    ask_made(decision, |made| made.undecided.len())
}

fn undecided(made: &idenfy_rules::Decision, index: usize) -> Option<&Undecided> {
    made.undecided.get(index)
}

/// The id of the undecided rule at `index`, sorted.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_undecided_rule(
    decision: Option<&Decision>,
    index: usize,
) -> View<'_> {
    made_text(decision, |made| undecided(made, index).map(|open| open.rule.as_str()))
}

/// For want of how many facts the rule at `index` is undecided. 0 for NULL and for an index that
/// is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_undecided_fact_count(
    decision: Option<&Decision>,
    index: usize,
) -> usize {
    ask_made(decision, |made| undecided(made, index).map_or(0, |open| open.facts.len()))
}

/// The name of such a fact, for example "manualFace": it is missing or holds an unknown word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_undecided_fact(
    decision: Option<&Decision>,
    index: usize,
    fact_index: usize,
) -> View<'_> {
    made_text(decision, |made| undecided(made, index)?.facts.get(fact_index).map(|fact| &**fact))
}

/// How many reasons for suspicion the vendor attached, whatever the outcome. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_flag_count(decision: Option<&Decision>) -> usize {
    ask_made(decision, |made| made.flags.len())
}

fn flag(made: &idenfy_rules::Decision, index: usize) -> Option<&Flag> {
    made.flags.get(index)
}

/// The tag of the flag at `index`, one of IDR_TAG_... or an unknown word. Absent, too, for an
/// entry that does not have the shape of a vendor word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_flag_tag(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| flag(made, index)?.tag.as_deref())
}

/// The list that the flag at `index` stood in: "fraud" or "mismatch".
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_flag_kind(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| flag(made, index).map(|flag| &*flag.kind))
}

/// The class of the flag at `index`, for example "blocklist"; "unknown" for a tag that the
/// vocabulary does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_flag_class(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| flag(made, index).map(|flag| &*flag.class))
}

/// How many words the vocabularies do not have. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_unknown_count(decision: Option<&Decision>) -> usize {
    ask_made(decision, |made| made.unknown.len())
}

fn unknown(made: &idenfy_rules::Decision, index: usize) -> Option<&UnknownWord> {
    made.unknown.get(index)
}

/// The fact that holds the unknown word at `index`, for example "overall".
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_unknown_fact(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| unknown(made, index).map(|word| &*word.fact))
}

/// The unknown word at `index`. Absent, too, where it does not have the shape of a vendor word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_unknown_word(decision: Option<&Decision>, index: usize) -> View<'_> {
    made_text(decision, |made| unknown(made, index)?.word.as_deref())
}

/// Whether the webhook is a notice, which says nothing about the result of a verification: store
/// it, or hand it to whoever it is for. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_is_notice(decision: Option<&Decision>) -> bool {
    ask_made(decision, |made| made.notice.is_some())
}

/// The product that a notice belongs to, for example "aml_monitoring". Absent for NULL, for what is
/// no notice, and for an event that the vocabulary does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_notice_product(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.notice.as_ref()?.product.as_deref())
}

/// Whether a notice looks like a verdict all the same: somebody should have a look. False for
/// NULL and for what is no notice.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_notice_attention(decision: Option<&Decision>) -> bool {
    ask_made(decision, |made| made.notice.as_ref().is_some_and(|notice| notice.attention))
}

/// The name of the policy that decided. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_policy_name(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| Some(&made.policy.name))
}

/// Its revision. Absent for NULL and where it states none.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_policy_revision(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| made.policy.revision.as_deref())
}

/// Its fingerprint, as of idr_policy_fingerprint(). Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_policy_fingerprint(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| Some(&made.policy.fingerprint))
}

/// The version of the vocabularies that it was judged by, as of idr_vocabulary_version(). Absent
/// for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_decision_policy_vocabulary(decision: Option<&Decision>) -> View<'_> {
    made_text(decision, |made| Some(&made.policy.vocabulary))
}
