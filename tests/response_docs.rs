//! The tables in `docs/responses.md` are those of the code.

#[path = "support/golden.rs"]
mod golden;

use idenfy_rules::Reason;
use idenfy_rules::response::{Context, Response, RetryPlan, Table, TableRow, classify};
use idenfy_rules::vocab::Identifier;

use golden::Golden;

const PAGE: Golden =
    Golden { path: "docs/responses.md", command: "BLESS=1 cargo test --test response_docs" };

/// Every generated part of the page: its name in the markers, and what stands between them.
fn parts() -> Vec<(&'static str, String)> {
    const VERDICT: &str = "Action | Reason | To | At fault";
    let statuses = [Table::Unread, Table::Statuses, Table::Families];
    vec![
        ("reasons", reasons()),
        ("statuses", table(&format!("Status | {VERDICT}"), rows(&statuses, str::to_owned))),
        ("sentences", table(&format!("Message | {VERDICT}"), rows(&[Table::Sentences], quoted))),
        (
            "business rules",
            table(&format!("Keywords | {VERDICT}"), rows(&[Table::BusinessRules], str::to_owned)),
        ),
        ("identifiers", identifiers(VERDICT)),
        ("codes", table(&format!("Code | {VERDICT}"), rows(&[Table::Codes], quoted))),
        ("transport", table(&format!("Kind | {VERDICT}"), rows(&[Table::Transport], quoted))),
        ("plan", plan()),
    ]
}

fn reasons() -> String {
    let row = |reason: &Reason| {
        let bring: Vec<_> = reason.bring().iter().map(|evidence| evidence.as_str()).collect();
        let ask = reason.ask().map_or("", |who| who.as_str());
        let outcome = if reason.outcome_unknown() { "unknown" } else { "" };
        let (happened, remedy) = (reason.happened(), reason.remedy());
        format!("`{reason}` | {happened} | {remedy} | {ask} | {} | {outcome}", bring.join(", "))
    };
    let header = "Reason | What happened | What to do | Ask | Bring | Outcome";
    table(header, Reason::ALL.iter().map(row).collect())
}

fn identifiers(verdict: &str) -> String {
    let row = |(row, word): (&TableRow, &Identifier)| {
        let natural: Vec<_> = natural_statuses(*word).iter().map(ToString::to_string).collect();
        format!("{} | {}", cells(row, quoted), natural.join(", "))
    };
    let rows = Table::Identifiers.rows();
    assert_eq!(rows.len(), Identifier::ALL.len());
    let cells = rows.iter().zip(Identifier::ALL).map(row).collect();
    table(&format!("Identifier | {verdict} | Goes with"), cells)
}

/// The error statuses with which an identifier does not disagree.
fn natural_statuses(word: Identifier) -> Vec<u16> {
    let body = format!(r#"{{"identifier": "{}"}}"#, word.as_str());
    let context = Context::new(1).expect("an attempt");
    let agrees = |status: &u16| {
        !classify(&Response::new(*status, &[], body.as_bytes()), &context).disagreement
    };
    (400..600).filter(agrees).collect()
}

fn plan() -> String {
    let plan = RetryPlan::new(8, 60_000).expect("a plan");
    let row = |wait: idenfy_rules::response::PlannedWait| {
        format!("{} | {} | {}", wait.attempt, wait.min_ms, wait.max_ms)
    };
    table("After attempt | at least, ms | at most, ms", plan.attempts().map(row).collect())
}

fn rows(tables: &[Table], show: fn(&str) -> String) -> Vec<String> {
    tables.iter().flat_map(|table| table.rows()).map(|row| cells(&row, show)).collect()
}

fn cells(row: &TableRow, show: fn(&str) -> String) -> String {
    let to = row.escalate_to.map_or("", |who| who.as_str());
    format!("{} | {} | `{}` | {to} | {}", show(&row.key), row.action, row.reason, row.pointers)
}

fn quoted(text: &str) -> String {
    format!("`{text}`")
}

fn table(header: &str, rows: Vec<String>) -> String {
    assert!(!rows.is_empty(), "{header}");
    let line = "|---".repeat(header.split(" | ").count());
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!("\n| {header} |\n{line}|\n{rows}\n")
}

#[test]
fn the_tables_are_up_to_date() {
    PAGE.check_parts(&parts());
}

#[test]
fn the_plan_of_the_page_is_the_default_one() {
    let text = PAGE.text();
    let block = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let shown: serde_json::Value =
        serde_json::from_str(block.expect("a block of JSON")).expect("JSON");
    assert_eq!(shown, serde_json::to_value(RetryPlan::default()).expect("a form"));
}
