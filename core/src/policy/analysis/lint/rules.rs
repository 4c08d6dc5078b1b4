//! Rules against each other: which never decide, and which change nothing.

use crate::policy::analysis::inquiry::{Assignment, Existence, Inquiry, Open};
use crate::policy::analysis::model::Model;
use crate::policy::analysis::outcomes::{Compiled, Wanted};
use crate::policy::analysis::solve::Truths;
use crate::policy::outcome::Outcome;

use super::questions::Rules;
use super::{Draft, LintCode, Shown};

const SHADOWED: &str = "the rule never decides: where it is true, a stronger one is, too";
const NEVER_ACCEPTS: &str =
    "the rule never lets anybody in: some stronger rule is always undecided";
const REDUNDANT: &str = "without the rule every webhook has the same outcome";
const WAITS: &str = "the rule waits although the delivery says that it is the last";

/// What the webhooks that were found so far show of each rule.
struct Seen {
    decides: Vec<bool>,
    accepts: Vec<bool>,
    needed: Vec<bool>,
}

impl Draft<'_> {
    pub(super) fn rules(&mut self) {
        let conditions = self.policy.rules.iter().map(|rule| &rule.when);
        let mut model = Model::new(conditions, self.scope.day(), &mut self.steps);
        let rules = Rules::new(self.policy, &mut model);
        let mut inquiry = Inquiry::new(&model, self.scope, self.steps);
        let mut shown = Seen::nothing(self.policy.rules.len());
        for place in 0..self.policy.rules.len() {
            self.reach(place, &rules, &mut inquiry, &mut shown);
        }
        for place in 0..self.policy.rules.len() {
            self.need(place, &rules, &mut inquiry, &mut shown);
            self.wait(place, &rules, &mut inquiry);
        }
        self.steps = inquiry.steps_left();
    }

    /// Whether a rule ever decides, and an accepting one ever accepts.
    fn reach(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>, shown: &mut Seen) {
        let Some(rule) = rules.compiled.rules.get(place) else { return };
        if !shown.has(&shown.decides, place) {
            if inquiry.is_over() {
                return self.gap(&self.place(LintCode::UnreachableRule, place), Open::Limit);
            }
            match inquiry.any(&rules.deciding(rule), &[]) {
                Existence::Exists(found) => shown.add(inquiry, &rules.compiled, &found),
                Existence::Never => return self.unreachable(place, rules, inquiry),
                Existence::Open(open) => {
                    return self.gap(&self.place(LintCode::UnreachableRule, place), open);
                }
            }
        }
        if rule.then == Outcome::Accept && !shown.has(&shown.accepts, place) {
            let at = self.place(LintCode::NeverAccepts, place);
            match inquiry.any(&rules.accepting(rule), &[]) {
                Existence::Exists(found) => shown.add(inquiry, &rules.compiled, &found),
                Existence::Open(open) => self.gap(&at, open),
                Existence::Never => {
                    let example = self.example(inquiry, &rules.deciding(rule), rules);
                    self.add_shown(&at, NEVER_ACCEPTS, example);
                }
            }
        }
    }

    /// A rule that never decides, with a webhook for which it is true, if there is one.
    fn unreachable(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>) {
        let at = self.place(LintCode::UnreachableRule, place);
        let Some(rule) = rules.compiled.rules.get(place) else { return };
        let wanted = rules.when(rule, Truths::TRUE);
        match inquiry.any(&wanted, &[]) {
            Existence::Never => {
                let finding = self.finding(&at, "the rule is never true");
                self.add(&at, finding);
            }
            _ => {
                let example = self.example(inquiry, &wanted, rules);
                self.add_shown(&at, SHADOWED, example);
            }
        }
    }

    /// Whether some webhook has another outcome without the rule.
    fn need(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>, shown: &mut Seen) {
        let at = self.place(LintCode::RedundantRule, place);
        if shown.has(&shown.needed, place) {
            return;
        }
        if inquiry.is_over() {
            return self.gap(&at, Open::Limit);
        }
        for wanted in rules.changing(place) {
            match inquiry.any(&wanted, &[]) {
                Existence::Exists(found) => shown.add(inquiry, &rules.compiled, &found),
                Existence::Open(open) => return self.gap(&at, open),
                Existence::Never => {}
            }
            if shown.has(&shown.needed, place) {
                return;
            }
        }
        let Some(rule) = rules.compiled.rules.get(place) else { return };
        let example = self.example(inquiry, &rules.when(rule, Truths::TRUE), rules);
        self.add_shown(&at, REDUNDANT, example);
    }

    /// Whether a waiting rule can be true although nothing may follow.
    fn wait(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>) {
        let Some(rule) = rules.compiled.rules.get(place).filter(|rule| rule.then == Outcome::Wait)
        else {
            return;
        };
        let at = self.place(LintCode::WaitOnFinal, place);
        let mut wanted = rules.when(rule, Truths::TRUE);
        wanted.push((rules.is_final, Truths::TRUE));
        match inquiry.plainest_webhook(&wanted) {
            Existence::Never => {}
            Existence::Open(open) => self.gap(&at, open),
            Existence::Exists(found) => {
                let example = inquiry.show_decided(&found, self.policy, &rules.compiled);
                self.add_shown(&at, WAITS, example.map(Some));
            }
        }
    }

    fn example(&self, inquiry: &mut Inquiry<'_>, wanted: &[Wanted], rules: &Rules) -> Shown {
        match inquiry.plainest_webhook(wanted) {
            Existence::Exists(found) => {
                inquiry.show_decided(&found, self.policy, &rules.compiled).map(Some)
            }
            Existence::Never | Existence::Open(_) => Ok(None),
        }
    }
}

impl Seen {
    fn nothing(rules: usize) -> Self {
        let none = || vec![false; rules];
        Self { decides: none(), accepts: none(), needed: none() }
    }

    fn has(&self, of: &[bool], place: usize) -> bool {
        of.get(place).copied().unwrap_or_default()
    }

    /// One webhook may show something of many rules.
    fn add(&mut self, inquiry: &Inquiry<'_>, compiled: &Compiled, found: &Assignment) {
        let verdict = compiled.verdict(&inquiry.model.problem, &found.values);
        let accepts = verdict.outcome() == Outcome::Accept;
        for place in verdict.deciding() {
            set(&mut self.decides, place);
            if accepts {
                set(&mut self.accepts, place);
            }
        }
        for place in verdict.needed() {
            set(&mut self.needed, place);
        }
    }
}

fn set(flags: &mut [bool], place: usize) {
    if let Some(flag) = flags.get_mut(place) {
        *flag = true;
    }
}
