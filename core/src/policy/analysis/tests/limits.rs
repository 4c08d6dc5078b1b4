//! What is said when there are not enough steps.

use std::collections::BTreeSet;

use crate::policy::analysis::{Change, Claim, Difference, Lint, LintCode, ProofResult, Scope};
use crate::{Outcome, Policy};

use super::{model_of, policy, scope};

/// Steps from none to more than enough.
const STEPS: [u64; 12] = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000];

fn policies() -> Vec<Policy> {
    let texts: Vec<String> = (0..40).map(|number| format!("\"t{number}\"")).collect();
    let texts = texts.join(",");
    let words: Vec<String> =
        (0..9).map(|number| format!("{{\"unlisted\": \"W{number}\"}}")).collect();
    let words = words.join(",");
    let accept =
        r#"{"id": "ok", "when": {"overall": "APPROVED"}, "then": "accept", "why": "Approved."}"#;
    vec![
        Policy::documented(),
        policy(&format!(
            r#"{accept}, {{"id": "t", "when": {{"externalRef": [{texts}, null]}}, "then": "reject"}},
            {{"id": "u", "when": {{"externalRef": "t3"}}, "then": "reject"}}"#
        )),
        policy(&format!(
            r#"{accept}, {{"id": "w", "when": {{"document": [{words}]}}, "then": "review"}},
            {{"id": "x", "when": {{"document": {{"unlisted": "W1"}}}}, "then": "retry"}}"#
        )),
        policy(&format!(
            r#"{accept}, {{"id": "p", "when": {{"externalRef": {{"matches": "[a-z]+"}}}}, "then": "reject"}},
            {{"id": "n", "when": {{"riskScore": {{"below": 9}}, "age": {{"atLeast": 20}}}}, "then": "retry"}}"#
        )),
    ]
}

fn within(steps: u64) -> Scope {
    Scope { steps, ..scope() }
}

#[test]
fn fewer_steps_leave_claims_open_and_never_turn_an_answer_round() {
    let mut open = 0;
    for policy in policies() {
        for (outcome, when) in [
            (Outcome::Accept, r#"{"overall": "DENIED"}"#),
            (Outcome::Accept, r#"{"document": {"class": "unknown"}}"#),
            (Outcome::Reject, r#"{"externalRef": "t7"}"#),
            (Outcome::Retry, "{}"),
        ] {
            let claim = Claim::never(outcome, when.as_bytes());
            let whole = policy.prove(&claim, &scope()).unwrap().result;
            for steps in STEPS {
                let proof = policy.prove(&claim, &within(steps)).unwrap();
                let is_open = proof.result == ProofResult::Undetermined;
                assert!(is_open || proof.result == whole, "{when} {steps}");
                assert!(is_open || steps > 0, "{when}");
                open += usize::from(is_open);
            }
        }
    }
    assert!(open > 4 * policies().len());
}

/// What was found. How many regions `otherwise` has hangs on how far each of them was widened.
fn found(lint: &Lint) -> Vec<(LintCode, Option<&str>, &str)> {
    let findings = lint.findings.iter();
    let findings = findings.filter(|one| one.code != LintCode::CaughtByOtherwise);
    findings.map(|one| (one.code, one.rule.as_deref(), one.pointer.as_str())).collect()
}

#[test]
fn fewer_steps_find_nothing_else() {
    for policy in policies() {
        let whole = policy.lint(&scope());
        assert!(whole.complete);
        for steps in STEPS {
            let lint = policy.lint(&within(steps));
            let all = found(&whole);
            assert!(found(&lint).iter().all(|one| all.contains(one)), "{steps}: {lint:?}");
            assert_eq!(lint.complete, lint.undetermined.is_empty());
            assert!(!lint.complete || found(&lint) == all, "{steps}");
            assert!(!lint.complete || steps > 0);
        }
    }
}

fn pairs(difference: &Difference) -> BTreeSet<(&str, &str)> {
    let pair = |change: &Change| (change.old_outcome.as_str(), change.new_outcome.as_str());
    difference.changes.iter().map(pair).collect()
}

#[test]
fn fewer_steps_never_make_two_policies_equal() {
    let policies = policies();
    for [old, new] in [[0, 1], [1, 2], [2, 3], [1, 1]] {
        let whole = policies[old].diff(&policies[new], &scope());
        for steps in STEPS {
            let less = policies[old].diff(&policies[new], &within(steps));
            assert!(!less.equal || whole.equal && less.complete, "{old} {new} {steps}");
            assert!(pairs(&less).is_subset(&pairs(&whole)));
            assert!(!less.complete || pairs(&less) == pairs(&whole));
        }
    }
}

#[test]
fn a_model_takes_its_steps_or_none() {
    let policy = &policies()[2];
    let whole = 300_000;
    let mut left = whole;
    let conditions = || policy.rules.iter().map(|rule| &rule.when);
    let model = super::Model::new(conditions(), scope().day(), &mut left);
    assert!(!model.too_large && !model_of(policy).too_large);
    let effort = whole - left;
    assert!(effort > 10, "{effort}");
    for (steps, too_large, rest) in [(effort, false, 0), (effort - 1, true, effort - 1)] {
        let mut left = steps;
        let model = super::Model::new(conditions(), scope().day(), &mut left);
        assert_eq!((model.too_large, left), (too_large, rest));
    }
}

/// With many rules that decide together, what examples say grows with the square of their number.
#[test]
fn examples_take_steps_too() {
    let rules: Vec<String> = (0..200)
        .map(|id| {
            format!(
                r#"{{"id": "r{id}", "when": {{"tags": {{"any": ["NAME"]}}}}, "then": "reject"}}"#
            )
        })
        .collect();
    let policy = policy(&rules.join(","));
    let steps = 3_000;
    let lint = policy.lint(&within(steps));
    let names = lint.findings.iter().filter_map(|one| Some(one.example.as_ref()?.rules.len()));
    let (examples, names) = names.fold((0, 0), |(examples, sum), own| (examples + 1, sum + own));
    assert!(examples > 1 && examples < rules.len(), "{examples}");
    assert!(u64::try_from(names * 64).unwrap() < steps * 2048, "{names}");
}

/// A text that stands in a rule is a part of it; texts in a list are one part together.
#[test]
fn a_long_list_takes_less_room_than_as_many_texts_in_a_rule() {
    let texts: Vec<String> = (0..600).map(|number| format!("\"t{number}\"")).collect();
    let texts = texts.join(",");
    let lint = |named: &str| {
        let text = format!(
            r#"{{"format": 1, "name": "p", "otherwise": "review", "lists": {{"l": [{texts}]}},
            "rules": [{{"id": "r", "when": {{"externalRef": [{named}]}}, "then": "retry"}},
                {{"id": "s", "when": {{"clientId": ["$l"]}}, "then": "reject"}}]}}"#
        );
        let policy = Policy::from_json(text.as_bytes(), None).unwrap();
        let lint = policy.lint(&within(6_000));
        lint.undetermined.into_iter().map(|gap| (gap.code, gap.rule)).collect::<Vec<_>>()
    };
    assert_eq!(lint("\"$l\""), []);
    let open = (LintCode::ContradictoryCondition, Some("r".to_owned()));
    assert!(lint(&texts).contains(&open));
}
