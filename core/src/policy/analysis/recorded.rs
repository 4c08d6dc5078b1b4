//! Two policies on recorded webhooks: how many people would change, and which.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::error::InputError;
use crate::policy::Policy;
use crate::policy::batch::{BatchOptions, Line};
use crate::policy::decision::PolicyName;
use crate::policy::outcome::Outcome;

/// What would change for recorded webhooks.
///
/// ```
/// use idenfy_rules::Policy;
/// let recorded = br#"{"scanRef": "s-1", "final": true, "status": {"overall": "APPROVED"}}
/// {"scanRef": "s-2", "final": true, "status": {"overall": "APPROVED", "fraudTags": ["FAKE_PHOTO"]}}
/// not a webhook
/// "#;
/// let documented = Policy::documented();
/// let replay = documented.diff_recorded(&Policy::strict(), recorded, &Default::default())?;
/// assert_eq!((replay.webhooks, replay.same, replay.changed.len()), (2, 1, 1));
/// assert_eq!(replay.changed[0].scan_ref.as_deref(), Some("s-2"));
/// assert_eq!((replay.unusable[0].line, replay.unusable[0].code), (3, "webhook.not_json"));
/// # Ok::<(), idenfy_rules::InputError>(())
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
    pub old_outcome: Outcome,
    /// What the new policy decides.
    pub new_outcome: Outcome,
    /// On how many lines.
    pub count: usize,
}

/// A line that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangedLine {
    /// The number of the line, from 1.
    pub line: u64,
    /// The verification.
    pub scan_ref: Option<String>,
    /// What the old policy decides.
    pub old_outcome: Outcome,
    /// What the new policy decides.
    pub new_outcome: Outcome,
    /// The rules by which the old policy decides.
    pub old_rules: Vec<String>,
    /// The rules by which the new policy decides.
    pub new_rules: Vec<String>,
}

/// A line that could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusableLine {
    /// The number of the line, from 1.
    pub line: u64,
    /// The code of the error.
    pub code: &'static str,
}

impl Policy {
    /// Decides recorded webhooks by this policy and by another one, and says what changes.
    ///
    /// `recorded` is NDJSON, as for [`evaluate_lines`](Self::evaluate_lines); no line is digested.
    ///
    /// Each line is decided by itself: what several deliveries about one verification mean
    /// together is for [`reconcile`](crate::reconcile).
    ///
    /// # Errors
    /// `policy.today_required`, of either policy; a line that cannot be used is in the answer.
    pub fn diff_recorded(
        &self,
        new: &Self,
        recorded: &[u8],
        options: &BatchOptions<'_>,
    ) -> Result<RecordedDifference, InputError> {
        let mut comparison = Comparison::new(self, new);
        comparison.add(recorded, options)?;
        Ok(comparison.finish())
    }
}

/// What [`Policy::diff_recorded`] does, for recorded webhooks that come block by block.
///
/// ```
/// use idenfy_rules::Policy;
/// use idenfy_rules::policy::analysis::Comparison;
/// use idenfy_rules::policy::batch::{BatchOptions, Blocks};
/// let (documented, strict) = (Policy::documented(), Policy::strict());
/// let mut comparison = Comparison::new(&documented, &strict);
/// let mut blocks = Blocks::new(1 << 20, &Default::default());
/// for piece in [b"{\"scanRef\": \"s-1\", \"status\": {\"overall\":".as_slice(), b" \"ACTIVE\"}}\n"] {
///     if let Some(block) = blocks.push(piece) {
///         comparison.add(&block.bytes, &BatchOptions { first: block.first, ..Default::default() })?;
///     }
/// }
/// if let Some(block) = blocks.finish() {
///     comparison.add(&block.bytes, &BatchOptions { first: block.first, ..Default::default() })?;
/// }
/// assert_eq!(comparison.finish().same, 1);
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
#[derive(Debug)]
pub struct Comparison<'p> {
    old: &'p Policy,
    new: &'p Policy,
    found: RecordedDifference,
}

impl<'p> Comparison<'p> {
    /// Compares the policy of today with the one that would take its place.
    #[must_use]
    pub fn new(old: &'p Policy, new: &'p Policy) -> Self {
        let found = RecordedDifference {
            format: 1,
            old: old.identity(),
            new: new.identity(),
            webhooks: 0,
            same: 0,
            people: 0,
            counts: Vec::new(),
            changed: Vec::new(),
            unusable: Vec::new(),
        };
        Self { old, new, found }
    }

    /// Compares the lines of a block; of the options, `first` says where they begin in the whole.
    ///
    /// # Errors
    /// As of [`Policy::diff_recorded`]; nothing of the block is counted then.
    pub fn add(&mut self, block: &[u8], options: &BatchOptions<'_>) -> Result<(), InputError> {
        let options = BatchOptions { digest: false, ..*options };
        let by_old = self.old.evaluate_lines(block, &options)?;
        let by_new = self.new.evaluate_lines(block, &options)?;
        for (old, new) in by_old.zip(by_new) {
            self.found.add(old, new);
        }
        Ok(())
    }

    /// What was found in all of them.
    #[must_use]
    pub fn finish(mut self) -> RecordedDifference {
        self.found.count();
        self.found
    }
}

impl RecordedDifference {
    /// Counts one line, as both policies see it.
    fn add(&mut self, Line { number: line, result: old, .. }: Line, new: Line) {
        match old.and_then(|old| Ok((old, new.result?))) {
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
                    old_outcome: old.outcome,
                    new_outcome: new.outcome,
                    old_rules: old.rules,
                    new_rules: new.rules,
                });
            }
        }
    }

    fn count(&mut self) {
        let people: BTreeSet<&Option<String>> =
            self.changed.iter().map(|changed| &changed.scan_ref).collect();
        self.people = people.len();
        let mut counts: BTreeMap<(Outcome, Outcome), usize> = BTreeMap::new();
        for changed in &self.changed {
            *counts.entry((changed.old_outcome, changed.new_outcome)).or_default() += 1;
        }
        let counts = counts.into_iter().map(|((old_outcome, new_outcome), count)| ChangeCount {
            old_outcome,
            new_outcome,
            count,
        });
        self.counts = counts.collect();
        self.counts.sort_by_key(|change| std::cmp::Reverse(change.count));
    }
}
