//! Policies as people read them.

use std::mem::MaybeUninit;

use crate::error::Error;
use crate::handle::{make, needed};
use crate::policy::Policy;
use crate::status::Status;
use crate::testing::TestRun;
use crate::text::Text;

/// The policy as a decision table in Markdown: one row for each rule, the strongest outcome
/// first. Nothing that the document holds does anything in it, nor in the page and the chart.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_to_markdown(
    policy: Option<&Policy>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Text(needed(policy)?.0.to_markdown())))
}

/// The policy as one HTML page that loads nothing and works without scripts. `tests` is NULL, or a
/// run of its tests, and the page then shows what they tried of each rule; a run of another policy
/// or revision is left out, and the page says so.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_to_html(
    policy: Option<&Policy>,
    tests: Option<&TestRun>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let tests = tests.map(|made| &made.run);
        Ok(Text(needed(policy)?.0.to_html(tests)))
    })
}

/// The policy as a flowchart in Mermaid, for wikis.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_to_mermaid(
    policy: Option<&Policy>,
    out: Option<&mut MaybeUninit<Box<Text>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Text(needed(policy)?.0.to_mermaid())))
}
