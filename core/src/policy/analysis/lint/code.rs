//! What lint can find.

use crate::policy::outcome::closed;

closed! {
    /// How much a finding weighs.
    LintSeverity {
        "warning" => Warning = 1, "Probably a mistake.";
        "note" => Note = 2, "True, and worth knowing.";
    }
}

closed! {
    /// What lint can find. Each is proved over every webhook that the parser can produce.
    LintCode {
        "policy.lint.unreachable_rule" => UnreachableRule = 1, "The rule is never among those that decide: it is never true, or a stronger one always is, too.";
        "policy.lint.redundant_rule" => RedundantRule = 2, "Without the rule every webhook has the same outcome.";
        "policy.lint.never_accepts" => NeverAccepts = 3, "The rule never lets anybody in: whenever it could, an undecided stronger rule makes it a review.";
        "policy.lint.redundant_condition" => RedundantCondition = 4, "Without this part the rule says the same of every webhook.";
        "policy.lint.contradictory_condition" => ContradictoryCondition = 5, "There is no webhook for which this is true.";
        "policy.lint.always_undecided" => AlwaysUndecided = 6, "Wherever the rest allows it to count, this is undecided.";
        "policy.lint.unknown_word" => UnknownWord = 7, "The vocabulary of this release does not have the word.";
        "policy.lint.unused_list" => UnusedList = 8, "No rule uses the list.";
        "policy.lint.wait_on_final" => WaitOnFinal = 9, "The rule waits although the delivery is the last word: nothing may ever follow.";
        "policy.lint.absence_helps" => AbsenceHelps = 10, "Somebody is accepted because something is missing or unknown, who would not be if it were known.";
        "policy.lint.event_helps" => EventHelps = 11, "Somebody is accepted because of the event header, which is not signed.";
        "policy.lint.caught_by_otherwise" => CaughtByOtherwise = 12, "No rule is true for these webhooks; `otherwise` decides.";
    }
}

impl LintCode {
    /// How much it weighs.
    ///
    /// ```
    /// use idenfy_rules::policy::analysis::LintCode;
    /// assert_eq!(LintCode::UnreachableRule.severity().as_str(), "warning");
    /// assert_eq!(LintCode::AbsenceHelps.severity().as_str(), "note");
    /// ```
    #[must_use]
    pub const fn severity(self) -> LintSeverity {
        match self {
            Self::UnreachableRule
            | Self::RedundantRule
            | Self::NeverAccepts
            | Self::RedundantCondition
            | Self::ContradictoryCondition
            | Self::AlwaysUndecided
            | Self::UnusedList
            | Self::WaitOnFinal
            | Self::EventHelps => LintSeverity::Warning,
            Self::UnknownWord | Self::AbsenceHelps | Self::CaughtByOtherwise => LintSeverity::Note,
        }
    }
}
