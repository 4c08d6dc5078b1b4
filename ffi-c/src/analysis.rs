//! What a policy does, before it decides about people.

use std::mem::MaybeUninit;

use idenfy_rules::BatchOptions;
use idenfy_rules::policy::analysis;

use crate::error::{Error, Failure};
use crate::handle::{make, needed};
use crate::policy::Policy;
use crate::receive::{Arrival, Known, day};
use crate::status::Status;
use crate::text::Text;
use crate::view::{Array, IDR_MAX_BYTES, IDR_MAX_RECORDED_BYTES, Length};

/// What an analysis of policies covers and may cost. All zero: what is usual.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct Scope {
    /// How much may be done, all questions of one call together: a step is about 2,000 conditions
    /// that the search looks at, or as much preparing. What is not decided by then is said to be
    /// undetermined. 0 takes 300,000: some ten seconds of work.
    pub steps: u64,
    /// The most regions that idr_policy_diff() describes for one pair of outcomes; 0 takes 200.
    pub regions: usize,
    /// The year of the day on which webhooks are read, for the dates of examples. Year, month and
    /// day are all 0 for the day of the vocabularies.
    pub year: u32,
    /// Its month, 1 to 12.
    pub month: u32,
    /// Its day of the month, 1 to 31.
    pub day: u32,
}

fn covered(scope: Option<&Scope>) -> Result<analysis::Scope, Failure> {
    let usual = analysis::Scope::default();
    let Some(scope) = scope else { return Ok(usual) };
    Ok(analysis::Scope {
        today: day(scope.year, scope.month, scope.day)?,
        steps: if scope.steps == 0 { usual.steps } else { scope.steps },
        regions: if scope.regions == 0 { usual.regions } else { scope.regions },
    })
}

/// What the rules say and their author hardly meant: rules that never decide, parts that say
/// nothing, places where absence helps, each with a webhook that shows it. `scope` may be NULL.
/// `*out` holds {"format", "policy", "clean", "complete", "findings": [{"code", "severity",
/// "rule", "pointer", "message", "area", "example", "instead"}], "undetermined"};
/// docs/analysis.md has every form.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_lint(
    policy: Option<&Policy>,
    scope: Option<&Scope>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        Text::json(&policy.lint(&covered(scope)?))
    })
}

/// Whether a claim holds for every webhook that there can be. The claim is one JSON object:
///
///     {"never": "accept", "when": {"tags": {"anyClass": "blocklist"}}}
///     {"always": "review", "when": {"overall": {"class": "unknown"}, "lifecycle": "decided"}}
///
/// "when" is a condition of the policy language; {} means every webhook, and "lifecycle" asks for
/// states of the delivery. `scope` may be NULL. `*out` holds {"format", "policy", "result":
/// "holds", "counterexample" or "undetermined", "gap", "patterns", "counterexample": {"webhook",
/// "outcome", "lifecycle", "rules"} or null}. A claim that does not hold is a finding: IDR_OK says
/// that `*out` holds a proof. IDR_UNUSABLE_CLAIM for a claim that cannot be read, with its place.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_prove(
    policy: Option<&Policy>,
    claim: Array<'_, u8>,
    len: Length,
    scope: Option<&Scope>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let claim = claim.bytes(len, IDR_MAX_BYTES)?;
        let scope = covered(scope)?;
        let proof = analysis::Claim::from_json(claim)
            .and_then(|claim| policy.prove(&claim, &scope))
            .map_err(Failure::of_claim)?;
        Text::json(&proof)
    })
}

/// Every region of webhooks that another policy decides differently, each with an example.
/// `policy` is the one of today, `other` the one that would take its place; `scope` may be NULL.
/// `*out` holds {"format", "old", "new", "equal", "complete", "changes": [{"old_outcome",
/// "new_outcome", "area", "example", "old_rules", "new_rules"}], "undetermined"}.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_diff(
    policy: Option<&Policy>,
    other: Option<&Policy>,
    scope: Option<&Scope>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let Policy(other) = needed(other)?;
        Text::json(&policy.diff(other, &covered(scope)?))
    })
}

/// Which recorded webhooks another policy decides differently: by line and scanRef, without
/// personal data. `ndjson` is one body for each line; blank lines are skipped, but numbered.
/// `arrival` may be NULL and is that of every line; nothing is named by its digest. `*out` holds
/// {"format", "old", "new", "webhooks", "same", "people", "counts": [{"old_outcome",
/// "new_outcome", "count"}], "changed": [{"line", "scan_ref", "old_outcome", "new_outcome",
/// "old_rules", "new_rules"}], "unusable": [{"line", "code"}]}. Cut what is longer than
/// IDR_MAX_RECORDED_BYTES between two lines.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_diff_recorded(
    policy: Option<&Policy>,
    other: Option<&Policy>,
    ndjson: Array<'_, u8>,
    len: Length,
    arrival: Option<&Arrival<'_>>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let Policy(other) = needed(other)?;
        let ndjson = ndjson.bytes(len, IDR_MAX_RECORDED_BYTES)?;
        let known = Known::read(arrival)?;
        let idenfy_rules::Arrival { event_type, today, .. } = known.arrival();
        let options = BatchOptions { event_type, today, ..BatchOptions::default() };
        Text::json(&policy.diff_recorded(other, ndjson, &options)?)
    })
}
