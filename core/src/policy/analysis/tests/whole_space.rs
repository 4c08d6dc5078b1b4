//! Every value of every axis, written as a webhook and read by the parser.

use std::collections::BTreeSet;

use crate::facts::{Content, Fact, Facts, Kind};
use crate::json::Limits;
use crate::policy::analysis::inquiry::Assignment;
use crate::policy::analysis::model::Model;
use crate::policy::analysis::solve::{Table, Truths, Var};
use crate::policy::analysis::space::{Axis, Item};
use crate::policy::analysis::webhook::Webhook;
use crate::vocab;
use crate::webhook;

use super::{model_of, policy, scope};

/// Rules that ask every fact.
fn every_fact() -> crate::Policy {
    let conditions = Fact::ALL.iter().map(|fact| {
        let condition = match fact.kind() {
            Kind::Word(vocabulary) => {
                format!(r#"["{}", {{"unlisted": "NAMED"}}]"#, vocabulary.words[0].text)
            }
            Kind::Words(vocabulary) => format!(
                r#"{{"all": ["{}", "{}", {{"unlisted": "NAMED"}}], "empty": false}}"#,
                vocabulary.words[0].text, vocabulary.words[1].text
            ),
            Kind::Texts => r#"{"any": ["named"], "empty": false}"#.to_owned(),
            Kind::Number => r#"{"between": [18, 20]}"#.to_owned(),
            Kind::Flag => "true".to_owned(),
            Kind::Country => r#"["LT", {"unlisted": "NAMED"}]"#.to_owned(),
            Kind::Text => r#"["named", {"startsWith": "n"}, {"matches": "[0-9]{3}x?"}]"#.to_owned(),
        };
        format!(r#"{{"{}": {condition}}}"#, fact.as_str())
    });
    let conditions: Vec<String> = conditions.collect();
    policy(&format!(
        r#"{{"id": "all", "then": "review", "when": {{"any": [{}]}}}}"#,
        conditions.join(",")
    ))
}

/// The plainest webhook, but for one axis.
fn with(model: &Model, var: Var, value: usize) -> Assignment {
    let mut values = Table::new();
    for (_, variable) in model.problem.variables.iter() {
        values.push(variable.cheapest(&variable.all()).unwrap().0);
    }
    values[var] = value;
    if model.space.axes[var].hiding().has(value) {
        let repeated = model.space.axis_of(Fact::RepeatedKeys).unwrap();
        let is_true = |content: &Content<'_>| *content == Content::Flag(true);
        values[repeated] =
            model.space.values(repeated, Fact::RepeatedKeys, is_true).iter().next().unwrap();
    }
    Assignment { values, cost: 0, smallest: false }
}

#[test]
fn every_value_is_what_the_parser_reads() {
    let policy = every_fact();
    let model = model_of(&policy);
    let (mut read, mut facts_seen) = (0, BTreeSet::new());
    for (var, axis) in model.space.axes.iter() {
        for value in 0..axis.size() {
            let assignment = with(&model, var, value);
            let webhook = Webhook::of(&model.space, &assignment, scope().day()).unwrap();
            let event = webhook.event.as_deref();
            let delivery =
                webhook::parse(webhook.body.as_bytes(), event, &Limits::default()).unwrap();
            assert!(delivery.notice().is_none());
            let facts = Facts::read(&delivery, Some(scope().day()));
            for reading in axis.readings() {
                let expected = axis.content(reading.fact, value);
                facts_seen.insert(reading.fact);
                let found = facts.get(reading.fact);
                let texts = model.space.texts_of(reading.fact);
                match (texts.filter(|texts| texts.is_open(value)), found) {
                    (Some(texts), Content::Text(text)) => {
                        assert_eq!(texts.open_value(text), Some(value), "{}", webhook.body);
                    }
                    _ => assert_eq!(found, expected, "{:?} {}", reading.fact, webhook.body),
                }
            }
            if let Axis::Group(group) = axis {
                facts_seen.insert(group.fact);
                let there = group.there(value);
                assert_eq!(members(facts.get(group.fact)), there.len(), "{}", webhook.body);
                assert_eq!(there.iter().any(is_unknown), value > 0 && group.is_unknown());
            }
            // What is not changed is as it was.
            let repeats = axis.hiding().has(value);
            let flag = facts.get(Fact::RepeatedKeys) == &Content::Flag(true);
            let own = model.space.axis_of(Fact::RepeatedKeys) == Some(var);
            assert!(flag == repeats || own, "{}", webhook.body);
            read += 1;
        }
    }
    assert_eq!(facts_seen.len(), Fact::ALL.len(), "{facts_seen:?}");
    assert!(read > 200, "{read}");
}

/// What a value costs is the number of members in which it differs from the plainest body.
#[test]
fn a_value_costs_what_it_changes_of_the_plainest_body() {
    let policy = every_fact();
    let model = model_of(&policy);
    let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;
    let delivery = webhook::parse(body, None, &Limits::default()).unwrap();
    let plain = Facts::read(&delivery, Some(scope().day()));
    for (_, axis) in model.space.axes.iter() {
        for (value, cost) in axis.costs().into_iter().enumerate() {
            let changes = |fact: &Fact| axis.content(*fact, value) != plain.get(*fact);
            let changed = match axis {
                Axis::Fact { fact, sorts } => usize::from(sorts[value].hides || changes(fact)),
                Axis::Checks(checks) => {
                    let hidden = |fact: &Fact| checks.hidden(*fact, value);
                    checks.members().iter().filter(|fact| hidden(fact) || changes(fact)).count()
                }
                Axis::Group(group) => group.there(value).len(),
                Axis::Pattern { .. } => 0,
            };
            assert_eq!(usize::try_from(cost), Ok(changed), "{axis:?} {value}");
        }
    }
}

fn members(content: &Content<'_>) -> usize {
    match content {
        Content::Words { known, unknown } => known.len() + unknown.len(),
        Content::Texts { known, not_text } => known.len() + not_text,
        other => panic!("{other:?}"),
    }
}

fn is_unknown(item: &Item) -> bool {
    matches!(item, Item::Unlisted(_) | Item::Unknown(_) | Item::NotText)
}

#[test]
fn no_word_of_a_vocabulary_is_forgotten() {
    let policy = every_fact();
    let model = model_of(&policy);
    for fact in Fact::ALL {
        let Kind::Word(vocabulary) = fact.kind() else { continue };
        if *fact == Fact::Event {
            continue;
        }
        let var = model.space.axis_of(*fact).unwrap();
        let axis = &model.space.axes[var];
        let reading = axis.readings().into_iter().find(|reading| reading.fact == *fact).unwrap();
        let labels = reading.sorts.iter().map(|sort| sort.labels.len()).sum::<usize>();
        assert!(labels >= vocabulary.words.len(), "{fact:?}");
    }
    assert!(vocab::ALL.len() > 10);
}

/// Areas name each content once, since it stands in one sort.
#[test]
fn no_content_stands_in_two_sorts() {
    let model = model_of(&every_fact());
    let mut contents = 0;
    for (_, axis) in model.space.axes.iter() {
        for reading in axis.readings() {
            let labels: Vec<_> = reading.sorts.iter().flat_map(|sort| &sort.labels).collect();
            for (place, label) in labels.iter().enumerate() {
                assert!(!labels[..place].contains(label), "{:?}: {label:?}", reading.fact);
            }
            contents += labels.len();
        }
    }
    assert!(contents > 1_000, "{contents}");
}

#[test]
fn laws_hold_of_the_plainest_webhook() {
    let policy = every_fact();
    let model = model_of(&policy);
    let plain = with(&model, model.space.axis_of(Fact::Overall).unwrap(), 0);
    for law in &model.problem.laws {
        assert_eq!(model.problem.judge(*law, &plain.values), Truths::TRUE);
    }
}
