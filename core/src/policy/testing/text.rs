//! A run as a text for people.

use std::fmt;

use super::super::written::visible;
use super::result::{CaseResult, Observed, TestRun};

/// The failures, what was expected and found, then what the cases left untried.
impl fmt::Display for TestRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = &self.counts;
        write!(f, "{}: {} cases", visible(&self.policy.name), counts.cases)?;
        writeln!(f, ", {} passed, {} failed", counts.passed, counts.failed)?;
        for case in self.failures() {
            case.fmt(f)?;
        }
        writeln!(f, "rules: {} of {} were true in a case", counts.rules_true, counts.rules)?;
        for id in self.never_true() {
            writeln!(f, "  {}: never true", visible(id))?;
        }
        write!(f, "conditions: {} of {}", counts.conditions_tried, counts.conditions)?;
        writeln!(f, " were true in a case and not true in another")?;
        for rule in self.rules.iter().filter(|rule| rule.true_in > 0) {
            for condition in rule.conditions.iter().filter(|condition| !condition.is_tried()) {
                let gap = if condition.true_in == 0 { "never true" } else { "always true" };
                writeln!(f, "  {}: {gap}: {}", visible(&rule.id), condition.text)?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for CaseResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.passed { "passed" } else { "failed" };
        writeln!(f, "{verdict}: {}", visible(&self.name))?;
        match (&self.got, self.error) {
            (Some(got), _) => {
                for (what, expected, got) in self.differences(got) {
                    writeln!(f, "  {what}: expected {expected}, got {got}")?;
                }
                Ok(())
            }
            (None, error) => writeln!(f, "  no decision: {}", error.unwrap_or_default()),
        }
    }
}

impl CaseResult {
    /// What is not as expected: its name, what was expected, what was found.
    fn differences(&self, got: &Observed) -> Vec<(&'static str, String, String)> {
        let expected = &self.expected;
        let state = got.lifecycle.map_or("none", |state| state.as_str());
        let lists = |wanted: &Option<Vec<String>>, found: &[String]| {
            wanted.as_ref().map(|wanted| (list(wanted), list(found)))
        };
        let outcomes = (expected.outcome.to_string(), got.outcome.to_string());
        let all = [
            ("outcome", Some(outcomes)),
            ("lifecycle", expected.lifecycle.map(|wanted| (wanted.to_string(), state.to_owned()))),
            ("rules", lists(&expected.rules, &got.rules)),
            ("undecided", lists(&expected.undecided, &got.undecided)),
        ];
        let differing = all.into_iter().filter_map(|(what, pair)| {
            pair.filter(|(wanted, found)| wanted != found)
                .map(|(wanted, found)| (what, wanted, found))
        });
        differing.collect()
    }
}

fn list(ids: &[String]) -> String {
    match ids {
        [] => "no rule".to_owned(),
        ids => ids.iter().map(|id| visible(id)).collect::<Vec<_>>().join(", "),
    }
}
