//! Policy vectors: which documents load, and what is wrong with the others.

use std::collections::BTreeSet;

use idenfy_rules::policy::{Policy, PolicyError};
use serde_json::Value;

use crate::files::Vector;
use crate::forms::{ErrorExpect, PolicyExpect, PolicyInput, bytes, form};

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: PolicyInput = form(&case.input)?;
    let base = input.base.as_ref().map(base).transpose()?;
    let text = bytes(input.document.as_ref(), input.text.as_deref(), None)?;
    let found = Policy::from_json(&text, base.as_ref());
    Ok(match (case.expect.get("error").is_some(), &found) {
        (true, Err(error)) => error_faults(&form(&case.expect)?, error),
        (false, Ok(policy)) => policy_faults(&form(&case.expect)?, policy),
        (true, Ok(_)) => vec![format!("expected {}, but it loads", case.expect)],
        (false, Err(error)) => vec![format!("does not load: {} ({error})", shown(error))],
    })
}

fn base(document: &Value) -> Result<Policy, String> {
    Policy::from_json(document.to_string().as_bytes(), None)
        .map_err(|error| format!("the base does not load: {error}"))
}

fn shown(error: &PolicyError) -> String {
    format!("{} at `{}`", error.code().as_str(), error.pointer())
}

fn error_faults(expect: &ErrorExpect, error: &PolicyError) -> Vec<String> {
    let place = expect.pointer.as_deref().unwrap_or(error.pointer().as_str());
    let mut failures = Vec::new();
    if error.code().as_str() != expect.error || error.pointer().as_str() != place {
        failures.push(format!("expected {} at `{place}`, found {}", expect.error, shown(error)));
    }
    if let Some(wanted) = &expect.suggestion
        && wanted.as_deref() != error.suggestion()
    {
        failures.push(format!("expected {wanted:?} suggested, found {:?}", error.suggestion()));
    }
    failures
}

fn policy_faults(expect: &PolicyExpect, policy: &Policy) -> Vec<String> {
    let mut failures = Vec::new();
    let mut differs = |what: &str, wanted: &str, found: &str| {
        if wanted != found {
            failures.push(format!("{what}: expected {wanted}, found {found}"));
        }
    };
    if let Some(name) = &expect.name {
        differs("name", name, policy.name());
    }
    if let Some(revision) = &expect.revision {
        let shown = |text: Option<&str>| format!("{text:?}");
        differs("revision", &shown(revision.as_deref()), &shown(policy.revision()));
    }
    if let Some(fingerprint) = &expect.fingerprint {
        differs("fingerprint", fingerprint, policy.fingerprint());
    }
    if let Some(rules) = &expect.rules {
        let wanted: BTreeSet<&str> = rules.iter().map(String::as_str).collect();
        let found: BTreeSet<&str> = policy.rule_ids().collect();
        differs("rules", &format!("{wanted:?}"), &format!("{found:?}"));
    }
    failures
}
