//! A policy as people read it: a decision table in Markdown, a page, a chart.
//!
//! Whatever a document holds - names, reasons, patterns - is shown and does nothing: it is
//! escaped in each of the three forms, and characters that nobody can see are made visible.

mod chart;
mod markdown;
mod page;
mod sheet;

use super::Policy;
use super::testing::TestRun;
use sheet::Sheet;

impl Policy {
    /// The policy as a decision table in Markdown: one row for each rule, the strongest outcome
    /// first, then what happens before the rules, the lists, and the facts and classes that the
    /// rules ask.
    ///
    /// ```
    /// let table = idenfy_rules::Policy::documented().to_markdown();
    /// assert!(table.starts_with("# Policy `documented`\n"));
    /// assert!(table.contains("| accept | `approved` | `APPROVED` |"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(&Sheet::of(self))
    }

    /// The policy as one HTML page that needs nothing else: no network, no further file. It can
    /// be searched and filtered, is readable on a phone and in print, and works without scripts.
    ///
    /// With a run of its tests the page also shows what they tried of each rule. The run has to
    /// be one of this very policy; that of another is left out, and the page says so.
    ///
    /// ```
    /// use idenfy_rules::policy::{Policy, testing};
    /// let policy = Policy::documented();
    /// let file = br#"{"format": 1, "policy": "documented", "cases": [
    ///     {"name": "approved", "facts": {"overall": "APPROVED"}, "expect": {"outcome": "accept"}}]}"#;
    /// let run = testing::run(&policy, file).unwrap();
    /// let page = policy.to_html(Some(&run));
    /// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("1 of 4 rules"));
    /// assert!(!policy.to_html(None).contains("1 of 4 rules"));
    /// ```
    #[must_use]
    pub fn to_html(&self, run: Option<&TestRun>) -> String {
        page::write(&Sheet::of(self), run)
    }

    /// The policy as a flowchart in Mermaid, for wikis: from the state of a delivery through the
    /// rules, the strongest outcome first.
    ///
    /// ```
    /// let chart = idenfy_rules::Policy::documented().to_mermaid();
    /// assert!(chart.starts_with("flowchart TD\n"));
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        chart::write(&Sheet::of(self))
    }
}
