//! What an analysis covers and may cost.

use crate::date::Date;
use crate::vocab;

/// What an analysis covers and may cost.
///
/// ```
/// use idenfy_rules::policy::analysis::Scope;
/// let scope = Scope { steps: 1_000, ..Scope::default() };
/// assert_eq!((scope.today, scope.regions), (None, 200));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The day on which webhooks are read, for `age` and `daysToExpiry`. The answers hardly hang
    /// on it, the dates of examples do. Without it, the day of the vocabularies
    /// ([`vocab::VERSION`]).
    pub today: Option<Date>,
    /// How much may be done, all questions of one analysis together. A step is about 2,000
    /// conditions that the search looks at, or as much preparing. By default 300,000, some ten
    /// seconds of work, more where thousands of texts stand in the rules; most policies take a few
    /// thousand. What is not decided by then is said to be undetermined, never guessed; without
    /// any step nothing is decided.
    pub steps: u64,
    /// The most regions that are described for one pair of outcomes. By default 200.
    pub regions: usize,
}

impl Default for Scope {
    fn default() -> Self {
        Self { today: None, steps: 300_000, regions: 200 }
    }
}

impl Scope {
    pub(super) fn day(&self) -> Date {
        let known = || Date::parse(vocab::VERSION).ok();
        self.today.or_else(known).unwrap_or(Date::FIRST)
    }

    /// One question may not use up what all others need.
    pub(super) fn steps_per_question(&self) -> u64 {
        (self.steps / 20).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_question_may_use_a_twentieth_of_the_steps() {
        for (steps, share) in [(0, 1), (39, 1), (40, 2), (300_000, 15_000)] {
            assert_eq!(Scope { steps, ..Scope::default() }.steps_per_question(), share);
        }
    }
}
