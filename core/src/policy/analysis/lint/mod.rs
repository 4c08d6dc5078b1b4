//! Lint: what a policy says that its author hardly meant.

mod absence;
mod clause;
mod code;
mod conditions;
mod header;
mod lists;
mod otherwise;
mod places;
mod questions;
mod rules;

use std::fmt;

use serde::Serialize;

use crate::pointer::Pointer;
use crate::policy::Policy;
use crate::policy::decision::PolicyName;

use super::area::Area;
use super::proof::Gap;
use super::scope::Scope;
use super::witness::Example;

pub use code::{LintCode, LintSeverity};

/// What lint found.
///
/// ```
/// use idenfy_rules::Policy;
/// use idenfy_rules::policy::analysis::{LintCode, Scope};
/// let policy = Policy::from_json(br#"{"format": 1, "name": "mine", "otherwise": "review", "rules": [
///     {"id": "fraud", "when": {"document": {"class": "fraud"}}, "then": "reject"},
///     {"id": "fake", "when": {"document": "DOC_FAKE"}, "then": "retry"}]}"#, None).unwrap();
///
/// let lint = policy.lint(&Scope::default());
/// let dead = lint.findings.iter().find(|found| found.code == LintCode::UnreachableRule).unwrap();
/// assert_eq!(dead.rule.as_deref(), Some("fake"));
/// assert_eq!(dead.example.as_ref().unwrap().rules, ["fraud"]);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Lint {
    /// The version of this form: 1.
    pub format: u8,
    /// The policy.
    pub policy: PolicyName,
    /// Whether there is no warning, and every question was decided.
    pub clean: bool,
    /// Whether every question was decided: what is not among the findings is not there.
    pub complete: bool,
    /// What was found, by rule in the order of the document.
    pub findings: Vec<LintFinding>,
    /// The questions that were not decided.
    pub undetermined: Vec<LintGap>,
}

/// One finding.
#[derive(Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LintFinding {
    /// What it is.
    pub code: LintCode,
    /// How much it weighs.
    pub severity: LintSeverity,
    /// The rule, if it is about one.
    pub rule: Option<String>,
    /// Where in the document; of an inherited rule, in the document that it comes from.
    pub pointer: Pointer,
    /// One sentence, lower-case, without a final period.
    pub message: String,
    /// The webhooks that it is about, where it is about some and not about all.
    pub area: Option<Area>,
    /// A webhook that shows it.
    pub example: Option<Example>,
    /// The same webhook but for what makes the difference, where one does.
    pub instead: Option<Example>,
}

impl LintFinding {
    fn with(self, example: Example, instead: Example) -> Self {
        Self { example: Some(example), instead: Some(instead), ..self }
    }
}

impl fmt::Debug for LintFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} at \"{}\"", self.code, self.rule, self.pointer)
    }
}

/// A question that was not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LintGap {
    /// What would be found if the answer were yes.
    pub code: LintCode,
    /// The rule, if it is about one.
    pub rule: Option<String>,
    /// Where in the document.
    pub pointer: Pointer,
    /// Why.
    pub gap: Gap,
}

impl Policy {
    /// Everything that the rules say and that their author hardly meant, each with a webhook that
    /// shows it where one can.
    ///
    /// Questions that are not decided within the steps of the scope are listed as undetermined.
    #[must_use]
    pub fn lint(&self, scope: &Scope) -> Lint {
        let mut report = Draft {
            policy: self,
            scope,
            findings: Vec::new(),
            gaps: Vec::new(),
            steps: scope.steps,
        };
        report.conditions();
        report.rules();
        report.absence();
        report.header();
        report.otherwise();
        report.lists();
        report.finish()
    }
}

/// A webhook that was looked for to show something, if there is one.
type Shown = Result<Option<Example>, Gap>;

/// Where a finding belongs.
#[derive(Debug, Clone)]
struct Place {
    code: LintCode,
    /// The place of the rule in the document.
    rule: Option<usize>,
    pointer: Pointer,
}

/// A report in the making.
struct Draft<'p> {
    policy: &'p Policy,
    scope: &'p Scope,
    findings: Vec<(Option<usize>, LintFinding)>,
    gaps: Vec<(Option<usize>, LintGap)>,
    /// What all questions together may still cost.
    steps: u64,
}

impl Draft<'_> {
    fn finish(mut self) -> Lint {
        let order = |rule: &Option<usize>| rule.unwrap_or(usize::MAX);
        self.findings.sort_by_key(|(rule, found)| (order(rule), found.code.number()));
        self.gaps.sort_by_key(|(rule, gap)| (order(rule), gap.code.number()));
        let warns = |found: &LintFinding| found.severity == LintSeverity::Warning;
        let complete = self.gaps.is_empty();
        Lint {
            format: 1,
            policy: self.policy.identity(),
            clean: complete && !self.findings.iter().any(|(_, found)| warns(found)),
            complete,
            findings: self.findings.into_iter().map(|(_, found)| found).collect(),
            undetermined: self.gaps.into_iter().map(|(_, gap)| gap).collect(),
        }
    }

    fn id(&self, rule: Option<usize>) -> Option<String> {
        rule.and_then(|rule| self.policy.rules.get(rule)).map(|rule| rule.id.clone())
    }

    fn place(&self, code: LintCode, rule: usize) -> Place {
        let at = self.policy.document.rules.get(rule).map(|rule| rule.at.clone());
        Place { code, rule: Some(rule), pointer: at.unwrap_or_default() }
    }

    fn finding(&self, place: &Place, message: impl Into<String>) -> LintFinding {
        LintFinding {
            code: place.code,
            severity: place.code.severity(),
            rule: self.id(place.rule),
            pointer: place.pointer.clone(),
            message: message.into(),
            area: None,
            example: None,
            instead: None,
        }
    }

    fn add(&mut self, place: &Place, finding: LintFinding) {
        self.findings.push((place.rule, finding));
    }

    /// Adds a finding with the webhook that was found to show it. It stands without one, too;
    /// but where analysis and engine disagree about the webhook, nothing is said.
    fn add_shown(&mut self, place: &Place, message: &str, example: Shown) {
        match example {
            Err(Gap::Disagreement) => self.gap(place, Gap::Disagreement),
            example => {
                let example = example.unwrap_or_default();
                self.add(place, LintFinding { example, ..self.finding(place, message) });
            }
        }
    }

    fn gap(&mut self, place: &Place, gap: impl Into<Gap>) {
        let rule = self.id(place.rule);
        let gap =
            LintGap { code: place.code, rule, pointer: place.pointer.clone(), gap: gap.into() };
        self.gaps.push((place.rule, gap));
    }
}
