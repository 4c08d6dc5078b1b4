//! The flowchart in Mermaid.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::super::outcome::Outcome;
use super::super::written::{Joint, Markup, visible};
use super::sheet::{Row, Sheet};

/// Characters that a label shows as they are; all others are written as Mermaid's entities.
const HARMLESS: &str = " .,:-+/=()_'“”";

struct Mermaid;

impl Markup for Mermaid {
    fn code(&self, text: &str) -> String {
        escaped(text)
    }

    fn joint(&self, joint: Joint) -> String {
        format!(" {} ", joint.as_str().to_uppercase())
    }

    fn joint_not(&self) -> &'static str {
        "NOT"
    }
}

/// A text as part of a quoted label, where Mermaid and HTML find nothing to obey.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if character.is_alphanumeric() || HARMLESS.contains(character) {
            out.push(character);
        } else {
            // Writing to a `String` cannot fail.
            _ = write!(out, "#{};", u32::from(character));
        }
    }
    out
}

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let name = escaped(sheet.policy.name());
    let mut out = format!(
        "flowchart TD\n    delivery([\"a delivery\"]) --> state{{\"{name}: which state?\"}}\n"
    );
    out += &states(sheet);
    let levels = levels(sheet);
    let first = levels.first().map_or("otherwise", |(outcome, _)| outcome.as_str());
    let first = if levels.is_empty() { first.to_owned() } else { format!("rules_{first}") };
    out += &format!("    state -->|\"any other\"| {first}\n");
    for (index, (outcome, rows)) in levels.iter().enumerate() {
        let next = levels.get(index + 1);
        let next = next.map_or_else(|| "otherwise".to_owned(), |(next, _)| format!("rules_{next}"));
        out += &level(*outcome, rows, &next);
    }
    out += &format!(
        "    otherwise[\"no rule is true\"] --> {}\n",
        node(sheet.policy.document.otherwise)
    );
    for outcome in Outcome::OF_RULES {
        out += &format!("    {}([\"{}\"])\n", node(*outcome), outcome.as_str().to_uppercase());
    }
    out
}

/// One arrow for each outcome that the state decides, and one to the rules.
fn states(sheet: &Sheet<'_>) -> String {
    let mut by_outcome: BTreeMap<Outcome, Vec<&str>> = BTreeMap::new();
    for (state, outcome) in sheet.states() {
        if let Some(outcome) = outcome {
            by_outcome.entry(outcome).or_default().push(state.as_str());
        }
    }
    let arrows = by_outcome.into_iter().map(|(outcome, states)| {
        format!("    state -->|\"{}\"| {}\n", states.join(", "), node(outcome))
    });
    arrows.collect()
}

/// The rules of each outcome, the strongest first.
fn levels<'s, 'p>(sheet: &'s Sheet<'p>) -> Vec<(Outcome, Vec<&'s Row<'p>>)> {
    let mut levels: Vec<(Outcome, Vec<&Row<'p>>)> = Vec::new();
    for row in &sheet.rows {
        match levels.last_mut() {
            Some((outcome, rows)) if *outcome == row.rule.then => rows.push(row),
            _ => levels.push((row.rule.then, vec![row])),
        }
    }
    levels
}

fn level(outcome: Outcome, rows: &[&Row<'_>], next: &str) -> String {
    let lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    let here = format!("rules_{outcome}");
    let mut out = format!("    {here}[\"{}\"]\n", lines.join("<br/><br/>"));
    if outcome == Outcome::Accept {
        // What could not be judged may not help anybody in.
        out +=
            &format!("    {here} -->|\"one is true\"| open{{\"is a stronger rule undecided?\"}}\n");
        out += &format!("    open -->|\"yes\"| {}\n", node(Outcome::Review));
        out += &format!("    open -->|\"no\"| {}\n", node(outcome));
    } else {
        out += &format!("    {here} -->|\"one is true\"| {}\n", node(outcome));
    }
    out += &format!("    {here} -->|\"none\"| {next}\n");
    out
}

/// A rule: its id, and all that has to hold.
fn line(row: &Row<'_>) -> String {
    let cells = row.cells.iter().flatten().map(|test| test.nested(&Mermaid));
    let further = row.further.iter().map(|clause| clause.nested(&Mermaid));
    let conditions: Vec<String> = cells.chain(further).collect();
    let skip = if row.rule.skip_undecided { " (undecided counts as false)" } else { "" };
    format!("{}: {}{skip}", escaped(&row.rule.id), conditions.join(&Mermaid.joint(Joint::And)))
}

fn node(outcome: Outcome) -> String {
    format!("outcome_{outcome}")
}
