//! Nothing in the tables of the library goes without a vector: each code, reason, state,
//! outcome and rule is expected by one, each word and fact occurs in one.

#[path = "support/files.rs"]
mod files;

use std::collections::BTreeSet;

use idenfy_rules::history::TransitionKind;
use idenfy_rules::lint;
use idenfy_rules::policy::analysis::{Gap, LintCode, ProofResult};
use idenfy_rules::policy::testing::TestFileCode;
use idenfy_rules::policy::{FactName, Kind, Lifecycle, NextStep, Outcome, Policy, PolicyCode};
use idenfy_rules::response::Reason;
use idenfy_rules::token::{MEMBERS, Rule};
use idenfy_rules::vocab::Vocabulary;
use idenfy_rules::webhook::{SignatureCode, WebhookError};
use serde_json::Value;

use files::Vector;

/// Limits that are too large for a file of vectors: a test of `conformance.rs` makes the input.
const GENERATED: &[&str] = &["body.too_large", "webhook.too_large", "policy.too_many_rules"];

type Words = BTreeSet<String>;

fn vectors(area: &str) -> Vec<Vector> {
    let mut all = Vec::new();
    for file in files::read(area) {
        for case in file.cases {
            let whole = case.input.is_object() && case.expect.is_object();
            assert!(whole, "{}: `{}` is not made of objects", file.name, case.name);
            all.push(case);
        }
    }
    all
}

/// The texts that the vectors of an area expect at a key.
fn expected(area: &str, key: &str) -> Words {
    let mut found = Words::new();
    for case in vectors(area) {
        texts(&case.expect[key], &mut found);
    }
    found
}

/// Every text in a value: itself, in lists, and in the values of objects.
fn texts(value: &Value, found: &mut Words) {
    match value {
        Value::String(text) => _ = found.insert(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// Every text below a key that has one of these names, at any depth.
fn texts_below(value: &Value, names: &[&str], found: &mut Words) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                if names.contains(&key.as_str()) {
                    texts(inner, found);
                }
                texts_below(inner, names, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts_below(item, names, found)),
        _ => {}
    }
}

/// Every key of a value, at any depth.
fn keys(value: &Value, found: &mut Words) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                found.insert(key.clone());
                keys(inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// Fails with everything that is wanted and not found.
fn assert_covered<'w>(what: &str, wanted: impl Iterator<Item = &'w str>, found: &Words) {
    let wanted: Vec<&str> = wanted.collect();
    assert!(!wanted.is_empty(), "there is no {what} at all");
    let gaps: Vec<&&str> = wanted
        .iter()
        .filter(|word| !found.contains(**word) && !GENERATED.contains(*word))
        .collect();
    assert!(gaps.is_empty(), "{} of {} {what} have no vector: {gaps:?}", gaps.len(), wanted.len());
}

#[test]
fn every_rule_of_token_requests_is_expected() {
    let mut codes = Words::new();
    for case in vectors("token") {
        texts_below(&case.expect, &["code"], &mut codes);
    }
    assert_covered("token rules", Rule::ALL.iter().map(|rule| rule.as_str()), &codes);
}

#[test]
fn every_member_of_token_requests_occurs() {
    let mut names = Words::new();
    for case in vectors("token") {
        let input = given(case.input);
        let bodies = [&input["request"], &input["body"]].into_iter().filter_map(Value::as_object);
        names.extend(bodies.flatten().map(|(name, _)| name.clone()));
    }
    assert_covered("token members", MEMBERS.iter().map(|row| row.name), &names);
}

#[test]
fn every_rule_of_integrations_is_expected() {
    let mut codes = Words::new();
    for case in vectors("lint") {
        texts_below(&case.expect, &["code"], &mut codes);
    }
    assert_covered("lint rules", lint::Rule::ALL.iter().map(|rule| rule.as_str()), &codes);
}

#[test]
fn every_reason_of_responses_is_expected() {
    let reasons = Reason::ALL.iter().map(|reason| reason.as_str());
    assert_covered("reasons", reasons, &expected("response", "reason"));
}

#[test]
fn every_signature_code_is_expected() {
    let codes = SignatureCode::ALL.iter().map(|code| code.as_str());
    assert_covered("signature codes", codes, &expected("signature", "code"));
}

#[test]
fn every_policy_code_is_expected() {
    let codes = PolicyCode::ALL.iter().map(|code| code.as_str());
    let of_claims = expected("analysis", "error");
    let found = expected("policy", "error").union(&of_claims).cloned().collect();
    assert_covered("policy codes", codes, &found);
}

#[test]
fn every_code_of_test_files_is_expected() {
    let codes = TestFileCode::ALL.iter().map(|code| code.as_str());
    assert_covered("codes of test files", codes, &expected("test-file", "error"));
}

#[test]
fn everything_that_an_analysis_can_say_is_expected() {
    let (mut codes, mut gaps) = (Words::new(), Words::new());
    for case in vectors("analysis") {
        texts_below(&case.expect["found"], &["code"], &mut codes);
        texts_below(&case.expect, &["gap"], &mut gaps);
    }
    assert_covered("codes of lint", LintCode::ALL.iter().map(|code| code.as_str()), &codes);
    let results = ProofResult::ALL.iter().map(|result| result.as_str());
    assert_covered("results of proofs", results, &expected("analysis", "result"));
    // A disagreement would be a fault of this library, so there is no input that has one.
    let known = Gap::ALL.iter().filter(|gap| **gap != Gap::Disagreement);
    assert_covered("gaps", known.map(|gap| gap.as_str()), &gaps);
}

#[test]
fn every_webhook_code_is_expected() {
    let codes = expected("webhook", "error");
    assert_covered("webhook codes", WebhookError::CODES.iter().copied(), &codes);
    assert!(codes.contains("policy.today_required"), "nobody expects `policy.today_required`");
}

#[test]
fn every_outcome_state_and_next_step_is_expected() {
    let outcomes = Outcome::ALL.iter().map(|outcome| outcome.as_str());
    assert_covered("outcomes", outcomes, &expected("webhook", "outcome"));
    let states = Lifecycle::ALL.iter().map(|state| state.as_str());
    assert_covered("lifecycle states", states, &expected("webhook", "lifecycle"));
    let steps = NextStep::ALL.iter().map(|step| step.as_str());
    assert_covered("next steps", steps, &expected("webhook", "next_step"));
}

#[test]
fn every_kind_of_transition_is_expected() {
    let kinds = TransitionKind::ALL.iter().map(|kind| kind.as_str());
    assert_covered("kinds of transition", kinds, &expected("history", "kinds"));
    let errors = ["history.no_scan_ref", "history.other_scan_ref"];
    assert_covered("history codes", errors.into_iter(), &expected("history", "error"));
}

#[test]
fn every_kind_of_transition_has_its_row_in_the_documentation() {
    let page = include_str!("../docs/history.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let described: Words = rows.map(str::to_owned).collect();
    assert_covered("kinds", TransitionKind::ALL.iter().map(|kind| kind.as_str()), &described);
}

#[test]
fn every_result_and_state_of_a_trace_is_expected() {
    let (mut results, mut states) = (Words::new(), Words::new());
    for case in vectors("explain") {
        texts_below(&case.expect, &["result"], &mut results);
        texts_below(&case.expect, &["state"], &mut states);
    }
    assert_covered("results", ["true", "false", "undecided"].into_iter(), &results);
    assert_covered("states", ["known", "neutral", "missing"].into_iter(), &states);
}

#[test]
fn every_rule_of_the_built_in_policies_is_expected() {
    for policy in [Policy::documented(), Policy::strict()] {
        let mut ids = Words::new();
        for case in vectors("webhook") {
            if case.input["policy"] == policy.name() {
                texts(&case.expect["rules"], &mut ids);
            }
        }
        let what = format!("rules of {}", policy.name());
        assert_covered(&what, policy.rule_ids().chain(["otherwise"]), &ids);
    }
}

#[test]
fn every_fact_is_asked() {
    let mut asked = Words::new();
    for case in vectors("webhook") {
        for rule in case.input["policy"]["rules"].as_array().into_iter().flatten() {
            keys(&rule["when"], &mut asked);
        }
    }
    assert_covered("facts", FactName::ALL.iter().map(|fact| fact.as_str()), &asked);
}

#[test]
fn every_word_that_a_fact_can_hold_occurs() {
    let cases: Vec<Value> = vectors("webhook").into_iter().map(|case| given(case.input)).collect();
    for vocabulary in vocabularies() {
        let names = names_of(&vocabulary);
        let mut words = Words::new();
        for input in &cases {
            texts_below(input, &names, &mut words);
        }
        let what = format!("words of `{}`", vocabulary.name);
        assert_covered(&what, vocabulary.words.iter().map(|word| word.text), &words);
    }
}

/// The input of a vector, its raw body read where it can be.
fn given(mut input: Value) -> Value {
    let body = input["body"].as_str().and_then(|body| serde_json::from_str(body).ok());
    if let Some(body) = body {
        input["body"] = body;
    }
    input
}

/// The vocabularies of all facts, each once.
fn vocabularies() -> Vec<Vocabulary> {
    let mut all: Vec<Vocabulary> = Vec::new();
    for fact in FactName::ALL {
        if let Kind::Word(vocabulary) | Kind::Words(vocabulary) = fact.kind()
            && !all.contains(vocabulary)
        {
            all.push(*vocabulary);
        }
    }
    all
}

/// The keys under which a word of the vocabulary can stand: in bodies, and in policies.
fn names_of(vocabulary: &Vocabulary) -> Vec<&'static str> {
    let of = |fact: &&FactName| match fact.kind() {
        Kind::Word(known) | Kind::Words(known) => known == vocabulary,
        _ => false,
    };
    FactName::ALL
        .iter()
        .filter(of)
        .flat_map(|fact| fact.places().split([' ', '.']).chain([fact.as_str()]))
        .filter(|name| !matches!(*name, "" | "status" | "data"))
        .collect()
}
