//! What the small worlds of the property tests cannot show: the built-in policies, each code of
//! lint by a policy of its own, the whole space value by value, limits and forms.

mod areas;
mod built_in;
mod findings;
mod forms;
mod limits;
mod numbers;
mod sets;
mod texts;
mod webhooks;
mod whole_space;

use serde_json::Value;

use crate::date::Date;
use crate::{Outcome, Policy};

use super::model::Model;
use super::{Claim, ProofResult, Scope, Witness};

fn policy(rules: &str) -> Policy {
    with(rules, "")
}

/// A policy with these rules and further members.
fn with(rules: &str, members: &str) -> Policy {
    let text = format!(
        r#"{{"format": 1, "name": "test", "rules": [{rules}], "otherwise": "review"{members}}}"#
    );
    Policy::from_json(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn scope() -> Scope {
    Scope { today: Some(Date::read("2026-11-21").unwrap()), ..Scope::default() }
}

/// The space in which the rules of a policy can be told apart.
fn model_of(policy: &Policy) -> Model {
    Model::new(policy.rules.iter().map(|rule| &rule.when), scope().day(), &mut scope().steps)
}

/// The plainest decided webhook that gets this outcome from these rules, if there is one.
fn plainest(rules: &str, outcome: Outcome) -> Option<Witness> {
    let claim = Claim::never(outcome, br#"{"lifecycle": "decided"}"#);
    let proof = policy(rules).prove(&claim, &scope()).unwrap();
    assert_eq!(proof.gap, None, "{rules}");
    assert_eq!(proof.result == ProofResult::Holds, proof.counterexample.is_none(), "{rules}");
    proof.counterexample.map(|example| {
        assert_eq!((example.outcome, example.webhook.smallest), (outcome, true), "{rules}");
        example.webhook
    })
}

/// What that webhook says.
fn plainest_facts(rules: &str, outcome: Outcome) -> Option<Value> {
    plainest(rules, outcome).map(|webhook| serde_json::to_value(webhook.facts).unwrap())
}
