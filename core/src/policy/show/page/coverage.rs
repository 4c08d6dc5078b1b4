//! What the tests of the policy tried.

use super::super::super::testing::{CaseResult, Expected, Observed, RuleCoverage, TestRun};
use super::Section;
use super::html::{Table, code, codes, escaped, outcome};

/// The section about a run; `None` for one that is not of this policy.
pub(super) fn section(run: Option<&TestRun>) -> Section {
    let content = match run {
        Some(run) => format!("{}{}", summary(run), cases(run)),
        None => "<p class=\"failed\">The tests were run on another policy or revision, so they \
                 say nothing about this one.</p>\n"
            .to_owned(),
    };
    Section { name: "tests", title: "Tests", content }
}

fn summary(run: &TestRun) -> String {
    let counts = &run.counts;
    let class = if run.passed { "" } else { " class=\"failed\"" };
    format!(
        "<p{class}>{} of {} cases passed.</p>\n<p>{} of {} rules were true in a case; {} of {} \
         conditions were true in a case and not true in another.</p>\n",
        counts.passed,
        counts.cases,
        counts.rules_true,
        counts.rules,
        counts.conditions_tried,
        counts.conditions
    )
}

fn cases(run: &TestRun) -> String {
    let mut table = Table::new("tests", &["Case", "Expected", "Result"]);
    for case in &run.cases {
        let name = format!("<bdi>{}</bdi>", escaped(&case.name));
        table.row(&[name, expected(&case.expected), result(case)]);
    }
    table.close()
}

fn expected(expected: &Expected) -> String {
    let state = expected.lifecycle.map(|state| state.as_str());
    let undecided = expected.undecided.as_deref();
    told(outcome(expected.outcome), expected.rules.as_deref(), state, undecided)
}

fn result(case: &CaseResult) -> String {
    match (&case.got, case.error) {
        _ if case.passed => "passed".to_owned(),
        (Some(got), _) => failed(&observed(&case.expected, got)),
        (None, error) => failed(&code(error.unwrap_or_default())),
    }
}

fn failed(found: &str) -> String {
    format!("<span class=\"failed\">failed</span>: {found}")
}

/// What was decided about the things that the case asks.
fn observed(asked: &Expected, got: &Observed) -> String {
    let state = got.lifecycle.map_or("none", |state| state.as_str());
    told(
        outcome(got.outcome),
        asked.rules.as_ref().map(|_| got.rules.as_slice()),
        asked.lifecycle.map(|_| state),
        asked.undecided.as_ref().map(|_| got.undecided.as_slice()),
    )
}

fn told(
    outcome: String,
    rules: Option<&[String]>,
    state: Option<&str>,
    undecided: Option<&[String]>,
) -> String {
    let ids = |before: &str, ids: &[String]| match ids {
        [] => format!("{before}no rule"),
        ids => format!("{before}{}", codes(ids.iter().map(String::as_str))),
    };
    let parts = [
        Some(outcome),
        rules.map(|rules| ids(" by ", rules)),
        state.map(|state| format!(", in state {}", code(state))),
        undecided.map(|rules| ids(", undecided: ", rules)),
    ];
    parts.into_iter().flatten().collect()
}

/// The cell of a rule.
pub(super) fn of_rule(id: &str, run: &TestRun) -> String {
    run.rules.iter().find(|rule| rule.id == id).map(rule).unwrap_or_default()
}

fn rule(rule: &RuleCoverage) -> String {
    let tried = match rule.true_in {
        0 => "<span class=\"gap\">never true</span>".to_owned(),
        count if count == rule.decided_in => format!("true in {count}"),
        count => format!("true in {count}, decided {}", rule.decided_in),
    };
    let gaps = rule.conditions.iter().filter(|condition| !condition.is_tried()).map(|condition| {
        let gap = if condition.true_in == 0 { "never true" } else { "always true" };
        format!("<li>{gap}: {}</li>", escaped(&condition.text))
    });
    let gaps: String = gaps.collect();
    if gaps.is_empty() { tried } else { format!("{tried}<ul class=\"gaps\">{gaps}</ul>") }
}
