//! Documents that people write: policies and the files of their tests.

use std::hint::black_box;

use idenfy_rules::policy::analysis::{Claim, Scope};
use idenfy_rules::policy::testing;
use idenfy_rules::{Outcome, Policy};
use serde_json::Value;

use super::fields::{fields, policy, shown, told};

/// A policy, and the document that it may extend: loaded, written, shown.
pub fn policy_text(input: &[u8]) {
    let [base, document] = fields(input);
    let base = if base.is_empty() { None } else { policy(base) };
    match Policy::from_json(document, base.as_deref()) {
        Ok(loaded) => written_and_shown(&loaded),
        Err(error) => {
            told(&error);
            assert!(error.code().as_str().starts_with("policy."));
            let known = error.pointer().as_str();
            assert!(known.is_empty() || known.starts_with('/'), "{known}");
        }
    }
}

fn written_and_shown(loaded: &Policy) {
    let written = loaded.to_json();
    let again = Policy::from_json(written.as_bytes(), None).expect("what is written loads");
    assert_eq!(again.fingerprint(), loaded.fingerprint());
    assert_eq!(again.to_json(), written);
    assert_eq!(again.to_markdown(), loaded.to_markdown());
    black_box(format!("{loaded:?} {}", loaded.to_mermaid()));
    let page = loaded.to_html(None);
    let (scripts, ends) = (page.matches("<script").count(), page.matches("</script").count());
    assert_eq!((scripts, ends), (1, 1), "a document wrote a script into its page");
}

/// Two policies and a condition: what can be proved about them within a few steps.
pub fn analysis(input: &[u8]) {
    let [first, second, condition] = fields(input);
    let (Some(first), Some(second)) = (policy(first), policy(second)) else { return };
    let scope = Scope { steps: 60, regions: 2, ..Scope::default() };
    shown(&first.lint(&scope));
    shown(&first.diff(&second, &scope));
    for claim in
        [Claim::never(Outcome::Accept, condition), Claim::always(Outcome::Reject, condition)]
    {
        match first.prove(&claim, &scope) {
            Ok(proof) => _ = shown(&proof),
            Err(error) => told(&error),
        }
    }
}

/// A policy and the file of its tests.
pub fn test_files(input: &[u8]) {
    let [document, file] = fields(input);
    let Some(policy) = policy(document) else { return };
    match testing::run(&policy, file) {
        Ok(run) => {
            assert_eq!(shown(&run)["passed"], Value::from(run.failures().next().is_none()));
            black_box(run.to_string());
            black_box(policy.to_html(Some(&run)));
        }
        Err(error) => {
            told(&error);
            black_box((error.code(), error.pointer(), error.suggestion()));
        }
    }
}
