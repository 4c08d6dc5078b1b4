//! The native half of the Python package `idenfy_rules`: it translates, only the core decides.

use pyo3::prelude::*;

mod analysis;
mod arguments;
mod batch;
mod body;
mod circumstances;
mod classification;
mod codes;
mod column;
mod columns;
mod context;
mod decision;
mod decisions;
mod delivery;
mod errors;
mod explanation;
mod form;
mod guard;
mod headers;
mod history;
mod interned;
mod lint;
mod members;
mod payload;
mod policy;
mod profile;
mod report;
mod retry;
mod scratch;
mod signature;
mod stream;
mod tables;
mod test_run;
mod token;
mod words;

/// Native half of `idenfy_rules`; import from there.
#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::analysis::{
        Area, AreaFact, Change, ChangeCount, ChangedLine, DiffGap, Difference, Example, Lint,
        LintFinding, LintGap, Proof, RecordedDifference, UnusableLine, Witness,
    };
    #[pymodule_export]
    use super::classification::{Classification, Delay, classify_response, classify_transport};
    #[pymodule_export]
    use super::codes::{error_codes, finding_codes};
    #[pymodule_export]
    use super::decision::{Decision, Flag, Notice, PolicyName, Undecided, UnknownWord};
    #[pymodule_export]
    use super::decisions::{BadLine, DecidedLine, Decisions};
    #[pymodule_export]
    use super::delivery::{member_json, read_webhook, webhook_form};
    #[pymodule_export]
    use super::explanation::{Explanation, FactTrace, RuleTrace};
    #[pymodule_export]
    use super::history::{Record, Start, Transition, may_start, reconcile};
    #[pymodule_export]
    use super::lint::{
        basic_auth, iframe_tag, lint_credentials, lint_iframe, lint_missing_webhook, lint_receiver,
        lint_webhook_url, redirect_url,
    };
    #[pymodule_export]
    use super::members::token_members;
    #[pymodule_export]
    use super::payload::payload_tables;
    #[pymodule_export]
    use super::policy::Policy;
    #[pymodule_export]
    use super::profile::Profile;
    #[pymodule_export]
    use super::report::{Report, Violation, validate_token};
    #[pymodule_export]
    use super::retry::{PlannedWait, RetryBudget, RetryPlan, retry_plan};
    #[pymodule_export]
    use super::signature::{Diagnosis, diagnose_signature, sign, verify_signature};
    #[pymodule_export]
    use super::stream::DecisionBlocks;
    #[pymodule_export]
    use super::tables::{reasons, vocabularies};
    #[pymodule_export]
    use super::test_run::{
        CaseResult, ConditionCoverage, ExpectedDecision, ObservedDecision, RuleCoverage, RunCounts,
        TestRun,
    };
    #[pymodule_export]
    use super::token::Token;
    #[pymodule_export]
    use super::words::closed_words;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        #[cfg(feature = "panic-entry")]
        module.setattr(
            "_panic_on_purpose",
            wrap_pyfunction!(super::guard::panic_on_purpose, module)?,
        )?;
        module.add("__version__", idenfy_rules::VERSION)
    }
}
