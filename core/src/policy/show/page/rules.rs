//! The table of rules.

use super::super::super::testing::TestRun;
use super::super::super::written::{Clause, Joint};
use super::super::sheet::{Row, Sheet};
use super::coverage;
use super::html::{Html, Table, code, outcome, paragraph};

pub(super) fn table(sheet: &Sheet<'_>, run: Option<&TestRun>) -> String {
    let mut columns = vec!["Outcome", "Rule"];
    columns.extend(sheet.columns.iter().map(|fact| fact.as_str()));
    columns.extend(sheet.has_further().then_some("Further conditions"));
    columns.extend(run.map(|_| "Tests"));
    let mut table = Table::new("rules", &columns);
    for row in &sheet.rows {
        let attributes = format!(" data-outcome=\"{}\"", row.rule.then);
        table.row_named_by(1, &attributes, &cells(sheet, row, run));
    }
    table.close()
}

fn cells(sheet: &Sheet<'_>, row: &Row<'_>, run: Option<&TestRun>) -> Vec<String> {
    let mut cells = vec![outcome(row.rule.then), name(row)];
    let asked = row
        .cells
        .iter()
        .map(|cell| cell.as_ref().map_or_else(String::new, |test| test.phrase().inline(&Html)));
    cells.extend(asked);
    if sheet.has_further() {
        cells.push(further(&row.further));
    }
    cells.extend(run.map(|run| coverage::of_rule(&row.rule.id, run)));
    cells
}

fn name(row: &Row<'_>) -> String {
    let rule = row.rule;
    let skip = "<span class=\"note\">undecided counts as false</span>";
    let skip = if rule.skip_undecided { skip } else { "" };
    format!("{}{skip}{}", code(&rule.id), paragraph("why", rule.why.as_deref()).trim_end())
}

/// All of these have to hold. Alternatives stand below each other.
fn further(clauses: &[Clause<'_>]) -> String {
    match clauses {
        [] => String::new(),
        [clause] => one(clause),
        several => {
            let items: String = several.iter().map(|clause| item(&one(clause))).collect();
            format!("<ul>{items}</ul>")
        }
    }
}

fn one(clause: &Clause<'_>) -> String {
    match clause {
        Clause::Joined(joint, parts) => {
            let of = match joint {
                Joint::Or => "any of",
                Joint::And => "all of",
            };
            let items: String = parts.iter().map(|part| item(&part.inline(&Html))).collect();
            format!("<span class=\"of\">{of}</span><ul>{items}</ul>")
        }
        other => other.inline(&Html),
    }
}

fn item(content: &str) -> String {
    format!("<li>{content}</li>")
}
