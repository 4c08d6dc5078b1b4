//! Webhooks that are shown: how they are written, and that the engine has to agree.

use crate::json::Limits;
use crate::policy::analysis::claim::About;
use crate::policy::analysis::solve::Table;
use crate::policy::analysis::webhook::Webhook;
use crate::policy::analysis::witness::Read;
use crate::policy::analysis::{Claim, FactValue, Witness};
use crate::{Outcome, Policy};

use super::{model_of, plainest, policy, scope};

/// The plainest webhook for which a condition is true.
fn asked(when: &str) -> Witness {
    let rule = format!(r#"{{"id": "asked", "when": {when}, "then": "reject"}}"#);
    plainest(&rule, Outcome::Reject).unwrap_or_else(|| panic!("{when}"))
}

#[test]
fn more_duplicates_than_one_list_holds_stand_in_two() {
    let most = 10_000;
    assert_eq!(u64::try_from(Limits::default().list), Ok(u64::from(most)));
    for (count, lists) in [(2_u32, 1), (most, 1), (most + 1, 2), (2 * most, 2)] {
        let webhook = asked(&format!(r#"{{"duplicates": {{"between": [{count}, {count}]}}}}"#));
        assert_eq!(webhook.facts["duplicates"], FactValue::Number(count.into()));
        let there = ["duplicateFaces", "duplicateDocFaces"].into_iter();
        let there = there.filter(|list| webhook.body.contains(list)).count();
        assert_eq!(there, lists, "{count}");
    }
}

/// A fact that is hidden takes a repeated key, and a second one somewhere else says nothing more.
#[test]
fn no_key_is_repeated_without_need() {
    let asked_alone = asked(r#"{"repeatedKeys": true}"#);
    assert!(asked_alone.body.contains("additionalData"));
    let hidden = asked(
        r#"{"repeatedKeys": true, "manualDocument": null, "not": {"final": false},
        "any": [{"document": null, "autoDocument": "DOC_VALIDATED"}]}"#,
    );
    assert_eq!(hidden.facts["autoDocument"], FactValue::Word("DOC_VALIDATED".to_owned()));
    assert!(!hidden.body.contains("additionalData"), "{}", hidden.body);
}

fn body(overall: &str, last: bool) -> Webhook {
    let body =
        format!(r#"{{"scanRef": "s-1", "final": {last}, "status": {{"overall": "{overall}"}}}}"#);
    Webhook { body, event: None }
}

/// Two rules that accept, and one that does not.
fn three_rules() -> Policy {
    policy(
        r#"{"id": "good", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Good."},
           {"id": "fine", "when": {"overall": "SUSPECTED"}, "then": "accept", "why": "Fine."},
           {"id": "bad", "when": {"overall": "DENIED"}, "then": "reject"}"#,
    )
}

/// Nothing is shown unless parser and engine find in the webhook what was looked for.
#[test]
fn a_webhook_that_a_claim_does_not_mean_shows_nothing() {
    let policy = three_rules();
    let claim =
        Claim::never(Outcome::Accept, br#"{"overall": "APPROVED", "lifecycle": "decided"}"#);
    let about = About::read(&claim, &policy).unwrap();
    for (webhook, meant) in [
        (body("APPROVED", true), true),
        (body("DENIED", true), false),
        (body("APPROVED", false), false),
        (body("DENIED", false), false),
    ] {
        let read = Read::new(&webhook, scope().day()).unwrap();
        let decision = read.decision(&policy).unwrap();
        assert_eq!(about.means(&read, &decision), meant, "{}", webhook.body);
    }
}

#[test]
fn a_webhook_that_is_decided_otherwise_shows_nothing() {
    let policy = three_rules();
    let mut model = model_of(&policy);
    let compiled = model.compiler().policy(&policy);
    let mut plainest = Table::new();
    for (_, variable) in model.problem.variables.iter() {
        plainest.push(variable.cheapest(&variable.all()).unwrap().0);
    }
    let approved = compiled.verdict(&model.problem, &plainest);
    for (webhook, agrees) in [
        (body("APPROVED", true), true),
        // The same outcome by another rule, and another outcome.
        (body("SUSPECTED", true), false),
        (body("DENIED", true), false),
    ] {
        let read = Read::new(&webhook, scope().day()).unwrap();
        let decision = read.decision(&policy).unwrap();
        assert_eq!(approved.agrees(&decision, &policy), agrees, "{}", webhook.body);
    }
}
