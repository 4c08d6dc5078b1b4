//! The tests that a team keeps beside its policy.

use std::mem::MaybeUninit;
use std::sync::OnceLock;

use idenfy_rules::policy::testing;

use crate::error::Error;
use crate::handle::{ask, free, make, needed};
use crate::policy::Policy;
use crate::status::Status;
use crate::view::{self, Array, IDR_MAX_POLICY_BYTES, Length, View};

/// What became of the cases of a test file, and what they left untried. It holds no personal data
/// of a webhook.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_test_run_free(); views from it end then. It does not need the policy any more.
#[derive(Debug)]
pub struct TestRun {
    pub(crate) run: testing::TestRun,
    json: OnceLock<String>,
    text: String,
}

impl From<testing::TestRun> for TestRun {
    fn from(run: testing::TestRun) -> Self {
        Self { text: run.to_string(), run, json: OnceLock::new() }
    }
}

/// Runs every case of a test file, which is one JSON object:
///
///     {"format": 1, "policy": "strict", "today": "2026-11-21", "cases": [
///         {"name": "a face of the blocklist",
///          "facts": {"overall": "SUSPECTED", "tags": ["FACE_BLACKLISTED"]},
///          "expect": {"outcome": "reject", "rules": ["blocklisted"]}}]}
///
/// A case has just the facts that matter, or a whole "webhook"; docs/policy-testing.md has every
/// key. A case that fails is a finding: IDR_OK says that `*out` holds a run.
/// IDR_UNUSABLE_TEST_FILE for a file that cannot be used: the error has the place and, where
/// something is near enough, what was meant; its code begins with "test." (see idr_test_file_code_meaning()), or is one that a
/// policy document could have as well, "policy.today_required" or "input.date".
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_test(
    policy: Option<&Policy>,
    file: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<TestRun>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let Policy(policy) = needed(policy)?;
        let file = file.bytes(len, IDR_MAX_POLICY_BYTES)?;
        Ok(TestRun::from(testing::run(policy, file)?))
    })
}

/// Whether every case passed; what is left untried does not count. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_passed(run: Option<&TestRun>) -> bool {
    ask(run, |made| made.run.passed)
}

/// How many cases there are. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_case_count(run: Option<&TestRun>) -> usize {
    ask(run, |made| made.run.counts.cases)
}

/// How many of them did not pass. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_failed_count(run: Option<&TestRun>) -> usize {
    ask(run, |made| made.run.counts.failed)
}

/// The run in lines for people: the failures with what was expected and found, then the rules and
/// conditions that no case tried. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_text(run: Option<&TestRun>) -> View<'_> {
    ask(run, |made| View::of(&made.text))
}

/// The run as JSON: {"format", "passed", "policy", "counts", "cases": [{"name", "passed",
/// "expected", "got", "error"}], "rules": [{"id", "then", "true_in", "decided_in",
/// "undecided_in", "conditions"}], "otherwise"}. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_json(run: Option<&TestRun>) -> View<'_> {
    ask(run, |made| view::json(&made.json, &made.run))
}

/// Frees a run and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_run_free(run: Option<&mut Option<Box<TestRun>>>) {
    free(run)
}
