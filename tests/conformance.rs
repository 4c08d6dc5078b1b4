//! Runs every vector of `tests/vectors/` through the Rust library, and checks what holds for
//! all of them: forms have exactly their documented keys, and the same input has the same answer.

#[path = "support/compare.rs"]
mod compare;
#[path = "support/files.rs"]
mod files;
#[path = "support/forms.rs"]
mod forms;

#[path = "support/analysis.rs"]
mod analysis;
#[path = "support/analysis_vectors.rs"]
mod analysis_vectors;
#[path = "support/explain.rs"]
mod explain;
#[path = "support/history.rs"]
mod history;
#[path = "support/lint.rs"]
mod lint;
#[path = "support/policy.rs"]
mod policy;
#[path = "support/response.rs"]
mod response;
#[path = "support/signature.rs"]
mod signature;
#[path = "support/test_file.rs"]
mod test_file;
#[path = "support/token.rs"]
mod token;
#[path = "support/webhook.rs"]
mod webhook;

use files::Vector;
use idenfy_rules::policy::{Arrival, Policy};
use idenfy_rules::token::{Profile, validate};

/// What is wrong with one vector; an `Err` is a vector that cannot be run.
type Check = fn(&Vector) -> Result<Vec<String>, String>;

/// Runs every vector of an area and reports all failures at once.
fn run(area: &str, check: Check) {
    let files = files::read(area);
    let written: usize = files.iter().map(|file| file.cases.len()).sum();
    let mut executed = 0;
    let mut failures = Vec::new();
    for file in &files {
        for case in &file.cases {
            let found = check(case).unwrap_or_else(|fault| vec![fault]);
            executed += 1;
            failures
                .extend(found.iter().map(|text| format!("{}: {}: {text}", file.name, case.name)));
        }
    }
    assert_eq!(executed, written, "{area}: not every vector was run");
    assert!(
        failures.is_empty(),
        "{area}: {} failures in {executed} vectors\n{}\n",
        failures.len(),
        failures.join("\n")
    );
    println!("{area}: {executed} vectors in {} files", files.len());
}

#[test]
fn token_vectors() {
    run("token", token::check);
}

#[test]
fn response_vectors() {
    run("response", response::check);
}

#[test]
fn webhook_vectors() {
    run("webhook", webhook::check);
}

#[test]
fn signature_vectors() {
    run("signature", signature::check);
}

#[test]
fn policy_vectors() {
    run("policy", policy::check);
}

#[test]
fn explain_vectors() {
    run("explain", explain::check);
}

#[test]
fn history_vectors() {
    run("history", history::check);
}

#[test]
fn lint_vectors() {
    run("lint", lint::check);
}

#[test]
fn analysis_vectors() {
    run("analysis", analysis_vectors::check);
}

#[test]
fn test_file_vectors() {
    run("test-file", test_file::check);
}

/// Limits whose inputs are too large for a file of vectors.
#[test]
fn limits_that_no_vector_holds() {
    let start = r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"}"#;
    let largest = format!("{start}{}}}", " ".repeat((1 << 20) - start.len() - 1));
    let decide = |body: &str| Policy::documented().evaluate(body.as_bytes(), &Arrival::default());
    assert!(decide(&largest).is_ok());
    assert_eq!(decide(&format!("{largest} ")).unwrap_err().code(), "webhook.too_large");

    let request = format!(r#"{{"clientId":"c"{}}}"#, " ".repeat((1 << 20) - 16));
    assert_eq!(request.len(), 1 << 20);
    assert!(validate(request.as_bytes(), &Profile::default()).is_valid());
    let report = validate(format!("{request} ").as_bytes(), &Profile::default());
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["body.too_large"]);

    let rule = |id| format!(r#"{{"id":"r{id}","when":{{"final":true}},"then":"wait"}}"#);
    let policy = |rules: usize| {
        let rules = (0..rules).map(rule).collect::<Vec<_>>().join(",");
        format!(r#"{{"format":1,"name":"long","otherwise":"review","rules":[{rules}]}}"#)
    };
    let load = |rules| Policy::from_json(policy(rules).as_bytes(), None);
    assert_eq!(load(10_000).unwrap().rule_ids().count(), 10_000);
    let error = load(10_001).unwrap_err();
    assert_eq!(error.code().as_str(), "policy.too_many_rules");
    assert_eq!(error.pointer().as_str(), "/rules");
}
