//! Two policies on recorded webhooks: how many people would change, and which.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::policy::decision::{Decision, PolicyName};
use crate::policy::error::DecisionError;
use crate::policy::outcome::Outcome;
use crate::policy::{Arrival, Policy};

/// What would change for recorded webhooks.
///
/// ```
/// use idenfy_rules::{Arrival, Policy};
/// let recorded = br#"{"scanRef": "s-1", "final": true, "status": {"overall": "APPROVED"}}
/// {"scanRef": "s-2", "final": true, "status": {"overall": "APPROVED", "fraudTags": ["FAKE_PHOTO"]}}
/// not a webhook
/// "#;
/// let documented = Policy::documented();
/// let replay = documented.diff_recorded(&Policy::strict(), recorded, &Arrival::default());
/// assert_eq!((replay.webhooks, replay.same, replay.changed.len()), (2, 1, 1));
/// assert_eq!(replay.changed[0].scan_ref.as_deref(), Some("s-2"));
/// assert_eq!((replay.unusable[0].line, replay.unusable[0].code), (3, "webhook.not_json"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RecordedDifference {
    /// The version of this form: 1.
    pub format: u8,
    /// The policy of today.
    pub old: PolicyName,
    /// The policy that would take its place.
    pub new: PolicyName,
    /// Lines that both policies decided.
    pub webhooks: usize,
    /// Lines with the same outcome by both.
    pub same: usize,
    /// How many verifications have a line that changes.
    pub people: usize,
    /// How often each change occurs, the most frequent first.
    pub counts: Vec<ChangeCount>,
    /// The lines that change, in their order.
    pub changed: Vec<ChangedLine>,
    /// The lines that could not be decided.
    pub unusable: Vec<UnusableLine>,
}

/// How often one change occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangeCount {
    /// What the old policy decides.
    pub from: Outcome,
    /// What the new policy decides.
    pub to: Outcome,
    /// On how many lines.
    pub count: usize,
}

/// A line that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangedLine {
    /// The number of the line, from 1.
    pub line: usize,
    /// The verification.
    pub scan_ref: Option<String>,
    /// What the old policy decides.
    pub from: Outcome,
    /// What the new policy decides.
    pub to: Outcome,
    /// The rules by which the old policy decides.
    pub from_rules: Vec<String>,
    /// The rules by which the new policy decides.
    pub to_rules: Vec<String>,
}

/// A line that could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusableLine {
    /// The number of the line, from 1.
    pub line: usize,
    /// The code of the error.
    pub code: &'static str,
}

impl Policy {
    /// Decides recorded webhooks by this policy and by another one, and says what changes.
    ///
    /// `recorded` is NDJSON: one body a line, as it arrived; empty lines are skipped. `arrival`
    /// says what is known besides, the same for all lines; no line is digested.
    ///
    /// Each line is decided by itself: what several deliveries about one verification mean
    /// together is for [`reconcile`](crate::reconcile).
    #[must_use]
    pub fn diff_recorded(
        &self,
        new: &Self,
        recorded: &[u8],
        arrival: &Arrival<'_>,
    ) -> RecordedDifference {
        let arrival = Arrival { digest: false, ..*arrival };
        let mut report = RecordedDifference {
            format: 1,
            old: self.identity(),
            new: new.identity(),
            webhooks: 0,
            same: 0,
            people: 0,
            counts: Vec::new(),
            changed: Vec::new(),
            unusable: Vec::new(),
        };
        for (index, line) in recorded.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let decided = self.evaluate(line, &arrival);
            let decided = decided.and_then(|old| Ok((old, new.evaluate(line, &arrival)?)));
            report.add(index + 1, decided);
        }
        report.count();
        report
    }
}

impl RecordedDifference {
    fn add(&mut self, line: usize, decided: Result<(Decision, Decision), DecisionError>) {
        match decided {
            Err(error) => self.unusable.push(UnusableLine { line, code: error.code() }),
            Ok((old, new)) => {
                self.webhooks += 1;
                if old.outcome == new.outcome {
                    self.same += 1;
                    return;
                }
                self.changed.push(ChangedLine {
                    line,
                    scan_ref: old.scan_ref,
                    from: old.outcome,
                    to: new.outcome,
                    from_rules: old.rules,
                    to_rules: new.rules,
                });
            }
        }
    }

    fn count(&mut self) {
        let mut people: Vec<&Option<String>> =
            self.changed.iter().map(|changed| &changed.scan_ref).collect();
        people.sort_unstable();
        people.dedup();
        self.people = people.len();
        let mut counts: BTreeMap<(Outcome, Outcome), usize> = BTreeMap::new();
        for changed in &self.changed {
            *counts.entry((changed.from, changed.to)).or_default() += 1;
        }
        let counts = counts.into_iter().map(|((from, to), count)| ChangeCount { from, to, count });
        self.counts = counts.collect();
        self.counts.sort_by_key(|change| std::cmp::Reverse(change.count));
    }
}
