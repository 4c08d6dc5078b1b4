//! Policies as people read them.

use crate::error::Error;
use crate::guard::guard;
use crate::handle::{look, owned, slot};
use crate::policy::Policy;
use crate::status::Status;
use crate::testing::TestRun;
use crate::text::Text;

/// The policy as a decision table in Markdown: one row for each rule, the strongest outcome
/// first. Nothing that the document holds does anything in it, nor in the page and the chart.
///
/// # Safety
/// `policy` is alive; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_to_markdown(
    policy: *const Policy,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { shown(policy, out, error, idenfy_rules::Policy::to_markdown) }
}

/// The policy as one HTML page that loads nothing and works without scripts. `tests` is NULL, or a
/// run of its tests, and the page then shows what they tried of each rule; a run of another policy
/// or revision is left out, and the page says so.
///
/// # Safety
/// `policy` is alive; `tests` is NULL or alive; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_to_html(
    policy: *const Policy,
    tests: *const TestRun,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        let tests = tests.as_ref().map(|made| &made.run);
        shown(policy, out, error, |policy| policy.to_html(tests))
    }
}

/// The policy as a flowchart in Mermaid, for wikis.
///
/// # Safety
/// `policy` is alive; `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_policy_to_mermaid(
    policy: *const Policy,
    out: *mut *mut Text,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { shown(policy, out, error, idenfy_rules::Policy::to_mermaid) }
}

/// # Safety
/// `policy` is NULL or alive; `out` and `error` are NULL or writable.
unsafe fn shown(
    policy: *const Policy,
    out: *mut *mut Text,
    error: *mut *mut Error,
    write: impl FnOnce(&idenfy_rules::Policy) -> String,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let (out, Policy(policy)) = (slot(out)?, look(policy)?);
            *out = owned(Text(write(policy)));
            Ok(())
        })
    }
}
