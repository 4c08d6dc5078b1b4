//! Analysis against brute force: small worlds of webhooks are enumerated whole, through the real
//! parser and engine, and what analysis says about policies over them is compared.
//!
//! Each policy is judged on thousands of webhooks, so each property of each world gets one in
//! sixty-four of the cases that `PROPTEST_CASES` sets.

#[path = "support/any_policy.rs"]
mod any_policy;
#[path = "support/analysis_area.rs"]
mod area;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/analysis_policies.rs"]
mod policies;
#[path = "support/analysis_ways.rs"]
mod ways;
#[path = "support/analysis_worlds.rs"]
mod worlds;

use std::collections::BTreeSet;

use idenfy_rules::policy::analysis::{Change, Claim, Example, Lint, LintCode, ProofResult, Scope};
use idenfy_rules::{Arrival, Decision, Outcome, Policy};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use area::Names;
use golden::Golden;
use policies::{Sample, load};
use ways::today;
use worlds::World;

fn scope() -> Scope {
    Scope { today: Some(today()), steps: 10_000_000, ..Scope::default() }
}

/// Runs a property of one world.
fn check<S: Strategy>(world: &World, strategy: S, property: impl Fn(S::Value)) {
    let mut config = ProptestConfig::default();
    config.cases = (config.cases / 64).max(3);
    config.failure_persistence = None;
    let run = TestRunner::new(config).run(&strategy, |sample| {
        property(sample);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{}: {error}", world.name));
}

fn outcome(name: &str) -> Outcome {
    Outcome::ALL.iter().copied().find(|outcome| outcome.as_str() == name).expect("an outcome")
}

fn decisions(world: &World, policy: &Policy) -> Vec<Decision> {
    world.payloads.iter().map(|payload| payload.decide(policy)).collect()
}

fn is_reached(decision: &Decision) -> bool {
    !decision.rules.is_empty()
}

/// The rules with a finding.
fn found(lint: &Lint, code: LintCode) -> BTreeSet<String> {
    let found = lint.findings.iter().filter(|finding| finding.code == code);
    found.map(|finding| finding.rule.clone().unwrap_or_default()).collect()
}

/// The engine decides an example as it says.
fn is_decided_so(example: &Example, policy: &Policy) {
    let webhook = &example.webhook;
    let arrival = Arrival {
        event_type: webhook.event.as_deref(),
        today: Some(today()),
        ..Arrival::default()
    };
    let decision = policy.evaluate(webhook.body.as_bytes(), &arrival).expect("a usable body");
    assert_eq!((decision.outcome, &decision.rules), (example.outcome, &example.rules));
}

fn lint_agrees(world: &World, sample: &Sample) {
    let lint = sample.policy.lint(&scope());
    assert!(lint.complete, "{:?}", lint.undetermined);
    let decisions = decisions(world, &sample.policy);
    let ids: Vec<String> = sample.policy.rule_ids().map(str::to_owned).collect();

    let decides = |id: &String, accepts: bool| {
        decisions.iter().any(|decision| {
            decision.rules.contains(id) && (!accepts || decision.outcome == Outcome::Accept)
        })
    };
    let set = |fits: &dyn Fn(usize, &String) -> bool| -> BTreeSet<String> {
        let ids = ids.iter().enumerate().filter(|(place, id)| fits(*place, id));
        ids.map(|(_, id)| id.clone()).collect()
    };
    let unreachable = set(&|_, id| !decides(id, false));
    assert_eq!(found(&lint, LintCode::UnreachableRule), unreachable);

    let accepting = |place: usize| sample.document["rules"][place]["then"] == "accept";
    let never = set(&|place, id| accepting(place) && decides(id, false) && !decides(id, true));
    assert_eq!(found(&lint, LintCode::NeverAccepts), never);

    let redundant = set(&|place, _| {
        let without = sample.without_rule(place);
        let mut both = world.payloads.iter().zip(&decisions);
        both.all(|(payload, with)| payload.decide(&without).outcome == with.outcome)
    });
    assert_eq!(found(&lint, LintCode::RedundantRule), redundant);

    let unmatched = decisions.iter().any(|decision| decision.rules == ["otherwise"]);
    assert_eq!(!found(&lint, LintCode::CaughtByOtherwise).is_empty(), unmatched);

    parts_agree(world, sample, &lint, &decisions);
    if world.lifecycle {
        header_agrees(world, sample, &lint);
        waiting_agrees(world, sample, &lint, &decisions);
    }
    for finding in &lint.findings {
        for example in finding.example.iter().chain(&finding.instead) {
            is_decided_so(example, &sample.policy);
        }
        if let (Some(example), Some(instead)) = (&finding.example, &finding.instead) {
            assert_eq!(example.outcome, Outcome::Accept);
            assert_ne!(instead.outcome, Outcome::Accept);
        }
    }
}

/// What is said about parts of rules, where the brute force can follow: whole rules, and the
/// members of lists of conditions.
fn parts_agree(world: &World, sample: &Sample, lint: &Lint, decisions: &[Decision]) {
    let both = world.payloads.iter().zip(decisions);
    let reached: Vec<_> =
        both.filter(|(_, decision)| is_reached(decision)).map(|(payload, _)| payload).collect();
    let truths: Vec<Vec<&str>> =
        reached.iter().map(|payload| payload.truths(&sample.policy)).collect();
    let codes = [LintCode::ContradictoryCondition, LintCode::AlwaysUndecided];
    let rules = sample.document["rules"].as_array().expect("rules");
    for (place, rule) in rules.iter().enumerate() {
        let id = rule["id"].as_str();
        let about = |code: &LintCode, pointer: &str| {
            lint.findings.iter().any(|finding| {
                finding.code == *code
                    && finding.rule.as_deref() == id
                    && finding.pointer.as_str() == pointer
            })
        };
        let when = format!("/rules/{place}/when");
        let never_true = truths.iter().all(|truths| truths[place] != "true");
        let blamed = lint
            .findings
            .iter()
            .any(|finding| codes.contains(&finding.code) && finding.rule.as_deref() == id);
        assert!(!never_true || blamed, "{id:?} is never true");
        if codes.iter().any(|code| about(code, &when)) {
            assert!(never_true, "{id:?} can be true");
        }
        if never_true {
            continue;
        }
        for (key, list) in rule["when"].as_object().expect("a condition") {
            let items = list.as_array().map_or(0, Vec::len);
            for item in 0..items {
                let pointer = format!("{when}/{key}/{item}");
                if items < 2 || codes.iter().any(|code| about(code, &pointer)) || key == "overall" {
                    continue;
                }
                let mut shorter = rule["when"].clone();
                shorter[key].as_array_mut().expect("a list").remove(item);
                let shorter = sample.with_condition(place, &shorter);
                let full = rule["then"] != "accept" && rule.get("ifUndecided").is_none();
                let same = reached.iter().zip(&truths).all(|(payload, truths)| {
                    let (with, without) = (truths[place], payload.truths(&shorter)[place]);
                    with == without || !full && with != "true" && without != "true"
                });
                let said = about(&LintCode::RedundantCondition, &pointer);
                let outer = about(&LintCode::RedundantCondition, &format!("{when}/{key}"));
                assert!(same == said || outer, "{pointer}: {same} {said}");
            }
        }
    }
}

fn header_agrees(world: &World, sample: &Sample, lint: &Lint) {
    let helps = world.payloads.iter().filter(|payload| payload.event.is_some()).any(|payload| {
        payload.decide(&sample.policy).outcome == Outcome::Accept
            && payload.without_event().decide(&sample.policy).outcome != Outcome::Accept
    });
    assert_eq!(!found(lint, LintCode::EventHelps).is_empty(), helps);
}

fn waiting_agrees(world: &World, sample: &Sample, lint: &Lint, decisions: &[Decision]) {
    let mut waiting = BTreeSet::new();
    for (payload, decision) in world.payloads.iter().zip(decisions) {
        if is_reached(decision) && payload.says.get("final") == Some(&json!(true)) {
            let truths = payload.truths(&sample.policy);
            let rules = sample.document["rules"].as_array().expect("rules").iter().zip(truths);
            let ids = rules.filter(|(rule, truth)| rule["then"] == "wait" && *truth == "true");
            waiting.extend(ids.map(|(rule, _)| rule["id"].as_str().expect("an id").to_owned()));
        }
    }
    assert_eq!(found(lint, LintCode::WaitOnFinal), waiting);
}

fn proof_agrees(world: &World, sample: &Sample, claim: &(bool, &'static str, Value)) {
    let (always, then, condition) = claim;
    let question = json!({"format": 1, "name": "question", "otherwise": "review",
        "rules": [{"id": "q", "when": condition, "then": "review"}]});
    let question = load(&question).expect("a policy");
    let mut when = condition.clone();
    if !world.lifecycle {
        when["lifecycle"] = json!("decided");
    }
    let when = when.to_string();
    let outcome = outcome(then);
    let claim = if *always {
        Claim::always(outcome, when.as_bytes())
    } else {
        Claim::never(outcome, when.as_bytes())
    };
    let proof = sample.policy.prove(&claim, &scope()).expect("a claim");

    let refutes = |decision: &Decision| (decision.outcome == outcome) != *always;
    let refuted = world.payloads.iter().any(|payload| {
        payload.truths(&question) == ["true"] && refutes(&payload.decide(&sample.policy))
    });
    let expected = if refuted { ProofResult::Counterexample } else { ProofResult::Holds };
    assert_eq!(proof.result, expected, "{when} {then} {always} {:?}", proof.gap);
    if let Some(example) = &proof.counterexample {
        is_decided_so(example, &sample.policy);
        assert!(example.webhook.smallest);
    }
}

fn diff_agrees(world: &World, old: &Sample, new: &Sample) {
    let difference = old.policy.diff(&new.policy, &scope());
    assert!(difference.complete, "{:?}", difference.undetermined);
    let names = Names::of(&[&old.document, &new.document]);
    let areas: Vec<Value> = difference
        .changes
        .iter()
        .map(|change| serde_json::to_value(&change.area).expect("an area"))
        .collect();
    let mut differs = false;
    for payload in &world.payloads {
        let (was, is) = (payload.decide(&old.policy), payload.decide(&new.policy));
        let state = was.lifecycle.expect("a state").as_str();
        let mut covered = false;
        for (change, area) in difference.changes.iter().zip(&areas) {
            if change.old_outcome == was.outcome && area::contains(area, payload, state, &names) {
                assert_eq!(change.new_outcome, is.outcome, "{area} {}", payload.body);
                covered = true;
            }
        }
        assert_eq!(covered, was.outcome != is.outcome, "{} {areas:?}", payload.body);
        differs |= covered;
    }
    assert_eq!(difference.equal, !differs);
    for change in &difference.changes {
        let example = change.example.as_ref().expect("an example");
        let arrival = Arrival {
            event_type: example.event.as_deref(),
            today: Some(today()),
            ..Arrival::default()
        };
        let decide =
            |policy: &Policy| policy.evaluate(example.body.as_bytes(), &arrival).expect("usable");
        let both = (decide(&old.policy).outcome, decide(&new.policy).outcome);
        assert_eq!(both, (change.old_outcome, change.new_outcome));
    }
}

macro_rules! worlds {
    ($($name:ident),+) => { $(
        mod $name {
            use super::*;

            #[test]
            fn lint_is_exact() {
                let world = worlds::$name();
                check(&world, policies::samples(&world), |sample| lint_agrees(&world, &sample));
            }

            #[test]
            fn proofs_are_exact() {
                let world = worlds::$name();
                let both = (policies::samples(&world), policies::claims(&world));
                check(&world, both, |(sample, claim)| proof_agrees(&world, &sample, &claim));
            }

            #[test]
            fn differences_are_exact() {
                let world = worlds::$name();
                check(&world, policies::pairs(&world), |(old, new)| diff_agrees(&world, &old, &new));
            }
        }
    )+ };
}

worlds!(lifecycle, checks, tags, services, numbers, words_and_flags, texts);

/// Over all facts nobody can enumerate the webhooks, but each one that is shown was decided by
/// the engine, and nothing that is shown was decided otherwise than analysis says.
#[test]
fn analysis_and_engine_agree_about_policies_over_all_facts() {
    let mut config = ProptestConfig::default();
    (config.cases, config.failure_persistence) = ((config.cases / 16).max(8), None);
    let documents =
        (any_policy::policies(true), any_policy::policies(true), any_policy::further_rule());
    let run = TestRunner::new(config).run(&documents, |(document, new, further)| {
        let mut extended = document.clone();
        extended["rules"].as_array_mut().expect("rules").push(further);
        let loaded = (load(&document), load(&new), load(&extended));
        let (Some(old), Some(new), Some(extended)) = loaded else { return Ok(()) };
        let lint = old.lint(&scope());
        prop_assert!(lint.complete, "{:?}", lint.undetermined);
        for example in lint.findings.iter().flat_map(|found| &found.example) {
            is_decided_so(example, &old);
        }
        let difference = old.diff(&new, &scope());
        prop_assert!(difference.complete, "{:?}", difference.undetermined);
        let same = new.diff(&old, &scope());
        prop_assert_eq!(difference.equal, same.equal);
        let pairs = |change: &Change| (change.old_outcome, change.new_outcome);
        let there: BTreeSet<_> = difference.changes.iter().map(pairs).collect();
        let back: BTreeSet<_> =
            same.changes.iter().map(pairs).map(|(from, to)| (to, from)).collect();
        prop_assert_eq!(there, back);
        // A rule that does not accept lets nobody in.
        let more = old.diff(&extended, &scope());
        prop_assert!(more.complete);
        prop_assert!(more.changes.iter().all(|change| change.new_outcome != Outcome::Accept));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn worlds_have_many_webhooks() {
    let sizes = [
        worlds::lifecycle(),
        worlds::checks(),
        worlds::tags(),
        worlds::services(),
        worlds::numbers(),
        worlds::words_and_flags(),
        worlds::texts(),
    ]
    .map(|world| world.payloads.len());
    assert!(sizes.iter().all(|size| (200..12_000).contains(size)), "{sizes:?}");
}

#[test]
fn the_table_of_codes_is_up_to_date() {
    const PAGE: Golden =
        Golden { path: "docs/analysis.md", command: "BLESS=1 cargo test --test analysis" };
    let row =
        |code: &LintCode| format!("| `{code}` | {} | {} |\n", code.severity(), code.meaning());
    let rows: String = LintCode::ALL.iter().map(row).collect();
    PAGE.check_parts(&[("codes", format!("\n| Code | | |\n|---|---|---|\n{rows}\n"))]);
}
