//! The table of the README on what the built-in policies do with the dangerous cases.

use idenfy_rules::policy::{Arrival, Decision, Outcome, Policy};
use serde_json::{Value, json};

use crate::body;

/// What makes a webhook dangerous, and how it differs from one that is good in every way.
type Case = (&'static str, Value);

pub fn cases() -> Vec<Case> {
    let by_automation =
        json!({"final": null, "status": {"manualDocument": null, "manualFace": null}});
    vec![
        ("APPROVED with a blocklist tag", json!({"status": {"fraudTags": ["FACE_BLACKLISTED"]}})),
        ("APPROVED, under age by its tag", json!({"status": {"mismatchTags": ["UNDER_AGE"]}})),
        (
            "APPROVED, under age by its date of birth alone",
            json!({"data": {"docDob": "2015-01-01"}}),
        ),
        ("APPROVED with an AML hit", screening(true, true)),
        ("APPROVED, the AML check failed", screening(false, false)),
        ("APPROVED, AML not run", json!({"AML": null})),
        ("APPROVED with an unknown tag", json!({"status": {"fraudTags": ["NEW_TAG"]}})),
        ("APPROVED by automation, `final` absent", by_automation),
        (
            "SUSPECTED, manual checks passed, UNDER_AGE and FACE_IN_BLACKLIST",
            suspected(&["FACE_IN_BLACKLIST"], &["UNDER_AGE"]),
        ),
        ("SUSPECTED, manual checks passed, another name", suspected(&[], &["NAME"])),
        (
            "SUSPECTED, manual checks passed, only minor flags",
            suspected(&["DEV_TOOLS_OPENED"], &[]),
        ),
        (
            "SUSPECTED, manual checks passed, no reasons given",
            json!({"status": {"overall": "SUSPECTED", "fraudTags": null, "mismatchTags": null}}),
        ),
        ("preliminary APPROVED", json!({"final": false})),
        ("an unknown verdict", json!({"status": {"overall": "APPROVED_LATER"}})),
        ("APPROVED with FACE_NOT_CHECKED", json!({"status": {"manualFace": "FACE_NOT_CHECKED"}})),
    ]
}

fn suspected(fraud: &[&str], mismatch: &[&str]) -> Value {
    json!({"status": {"overall": "SUSPECTED", "fraudTags": fraud, "mismatchTags": mismatch}})
}

/// An AML block of the older form.
fn screening(successful: bool, hit: bool) -> Value {
    let overall = if hit { "SUSPECTED" } else { "NOT_SUSPECTED" };
    let rows = if hit { json!([{"suspicion": "SANCTION"}]) } else { json!([]) };
    json!({"AML": [{"status": {"serviceUsed": true, "serviceFound": true,
        "checkSuccessful": successful, "serviceSuspected": hit, "overallStatus": overall},
        "data": rows}]})
}

/// The cases that a policy accepts.
pub fn accepted(policy: &Policy) -> Vec<&'static str> {
    let accepts = |(_, change): &Case| decide(policy, change).outcome == Outcome::Accept;
    cases().into_iter().filter(accepts).map(|(about, _)| about).collect()
}

pub fn table() -> String {
    let policies = [Policy::documented(), Policy::strict()];
    let row = |(about, change): Case| {
        let cells = policies.each_ref().map(|policy| cell(&decide(policy, &change)));
        format!("| {about} | {} |\n", cells.join(" | "))
    };
    let names = policies.each_ref().map(|policy| format!("`{}`", policy.name()));
    let rows: String = cases().into_iter().map(row).collect();
    format!("\n| Webhook | {} |\n|---|---|---|\n{rows}\n", names.join(" | "))
}

fn decide(policy: &Policy, change: &Value) -> Decision {
    policy.evaluate(body(change).as_bytes(), &Arrival::default()).expect("a usable body")
}

/// The outcome and who decided: the rules, or the state of the delivery.
fn cell(decision: &Decision) -> String {
    let state = decision.lifecycle.expect("a verification");
    let deciders = match decision.rules.as_slice() {
        [] => format!("state `{state}`"),
        rules => rules.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
    };
    format!("**{}**: {deciders}", decision.outcome)
}
