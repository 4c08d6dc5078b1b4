//! Explanation vectors: the trace of every rule, and what holds for the traces of all webhooks.

use idenfy_rules::policy::{Decision, DecisionError, Explanation, FactName, FactTrace, Kind};
use serde_json::Value;

use crate::compare::{differences, exact_keys, exact_keys_of_items};
use crate::files::Vector;
use crate::webhook::{Given, error_faults};

const RESULTS: &[&str] = &["true", "false", "undecided"];
const STATES: &[&str] = &["known", "neutral", "missing"];

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let given = Given::read(&case.input)?;
    let found = given.policy.explain(&given.body, &given.arrival());
    let mut failures = faults(&given, &given.policy.evaluate(&given.body, &given.arrival()));
    failures.extend(match (case.expect.get("error"), found) {
        (Some(_), found) => error_faults(&case.expect, &found)?,
        (None, Ok(explanation)) => differences(&case.expect, &form(&explanation)),
        (None, Err(error)) => vec![format!("expected a trace, found {}", error.code())],
    });
    Ok(failures)
}

/// What is wrong with the explanation of a webhook, whatever it says: it has the documented
/// form, tells every rule, shows no word that is not the vendor's, and agrees with the decision.
pub fn faults(given: &Given, decided: &Result<Decision, DecisionError>) -> Vec<String> {
    let explained = given.policy.explain(&given.body, &given.arrival());
    let (explanation, decision) = match (explained, decided) {
        (Ok(explanation), Ok(decision)) => (explanation, decision),
        (Err(one), Err(other)) if one.code() == other.code() => return Vec::new(),
        (one, _) => return vec![format!("`explain` says {:?}, unlike `evaluate`", one.err())],
    };
    let mut failures = form_faults(&form(&explanation));
    let told: Vec<&str> = explanation.rules.iter().map(|rule| rule.id.as_str()).collect();
    let rules: Vec<&str> = given.policy.rule_ids().collect();
    if told != if decision.notice.is_some() { Vec::new() } else { rules } {
        failures.push(format!("the explanation tells of {told:?}"));
    }
    for fact in explanation.rules.iter().flat_map(|rule| &rule.facts) {
        if !STATES.contains(&fact.state) || !is_of_its_vocabulary(fact) {
            failures.push(format!("the explanation shows {fact:?}"));
        }
    }
    failures.extend(disagreements(&explanation, decision));
    failures
}

/// Rules that decided are true, and rules that a decision calls undecided are.
fn disagreements(explanation: &Explanation, decision: &Decision) -> Vec<String> {
    let deciding = decision.rules.iter().filter(|id| *id != "otherwise").map(|id| (id, "true"));
    let open = decision.undecided.iter().map(|undecided| (&undecided.rule, "undecided"));
    let wrong = deciding.chain(open).filter(|(id, result)| {
        !explanation.rules.iter().any(|rule| rule.id == **id && rule.result == *result)
    });
    wrong.map(|(id, result)| format!("the decision says that `{id}` is {result}")).collect()
}

fn is_of_its_vocabulary(trace: &FactTrace) -> bool {
    let Some(word) = trace.word else { return true };
    let fact = FactName::ALL.iter().find(|fact| fact.as_str() == trace.fact);
    match fact.map(|fact| fact.kind()) {
        Some(Kind::Word(vocabulary) | Kind::Words(vocabulary)) => {
            trace.state != "missing" && vocabulary.words.iter().any(|known| known.text == word)
        }
        _ => false,
    }
}

fn form(explanation: &Explanation) -> Value {
    serde_json::to_value(explanation).expect("an explanation serialises")
}

fn form_faults(form: &Value) -> Vec<String> {
    let mut failures = exact_keys("an explanation", form, &["rules"]);
    let keys = ["id", "then", "result", "facts"];
    failures.extend(exact_keys_of_items("`rules`", &form["rules"], &keys));
    for rule in form["rules"].as_array().into_iter().flatten() {
        failures.extend(exact_keys_of_items("`facts`", &rule["facts"], &["fact", "state", "word"]));
        if !RESULTS.iter().any(|result| rule["result"] == *result) {
            failures.push(format!("a rule is {}", rule["result"]));
        }
    }
    failures
}
