//! The words and states in `docs/webhooks.md` are those of the code.

#[path = "support/golden.rs"]
mod golden;
#[path = "support/tables.rs"]
mod tables;

use idenfy_rules::vocab::{ALL, Event, EventKind, Vocabulary};
use idenfy_rules::{Lifecycle, Policy};
use serde_json::Value;

use golden::Golden;
use tables::{table, words};

const PAGE: Golden =
    Golden { path: "docs/webhooks.md", command: "BLESS=1 cargo test --test webhook_docs" };

/// The vocabularies of webhook bodies come first; the events behind them have a table of their own.
fn vocabularies() -> impl Iterator<Item = &'static Vocabulary> {
    ALL.iter().take_while(|vocabulary| **vocabulary != Event::VOCABULARY)
}

/// What a policy that says nothing about a state makes of it.
fn default_outcome(resolved: &Value, state: Lifecycle) -> String {
    let outcome = resolved["lifecycle"][state.as_str()].as_str();
    outcome.map_or("what the rules say".to_owned(), |outcome| format!("`{outcome}`"))
}

fn states() -> String {
    let resolved = serde_json::from_str(&Policy::documented().to_json()).expect("JSON");
    let row = |state: &Lifecycle| {
        let outcome = default_outcome(&resolved, *state);
        format!("`{}` | {} | {outcome}", state.as_str(), state.meaning())
    };
    table(
        "State | When | Outcome unless the policy says another",
        Lifecycle::ALL.iter().map(row).collect(),
    )
}

fn events() -> String {
    let says = |event: &Event| match event.kind() {
        EventKind::Verdict => "a verdict",
        EventKind::Ended => "ended without one",
        EventKind::Notice => "a notice about a verification",
        EventKind::OtherProduct => "another product",
    };
    let words = Event::ALL.iter().zip(Event::VOCABULARY.words);
    let row = |(event, word): (&Event, &idenfy_rules::vocab::Word)| {
        format!("`{}` | {} | {} | {}", word.text, word.meaning, says(event), word.seen)
    };
    table("Header | Meaning | Kind | Seen", words.map(row).collect())
}

#[test]
fn the_tables_are_up_to_date() {
    let words = vocabularies().map(words).collect::<String>();
    PAGE.check_parts(&[
        ("states", states()),
        ("events", events()),
        ("words", format!("\n{words}")),
    ]);
}

/// The picture of the states names each of them.
#[test]
fn the_picture_has_every_state() {
    let page = PAGE.text();
    let picture = page.split("```mermaid").nth(1).and_then(|rest| rest.split("```").next());
    let picture = picture.expect("a picture");
    for state in Lifecycle::ALL {
        assert!(picture.contains(&format!("([{}])", state.as_str())), "{}", state.as_str());
    }
    assert_eq!(picture.matches("([").count(), Lifecycle::ALL.len());
}
