//! Rules against each other: which never decide, and which change nothing.

use crate::policy::analysis::inquiry::{Assignment, Finding, Inquiry};
use crate::policy::analysis::model::Model;
use crate::policy::analysis::outcomes::{Compiled, Wanted};
use crate::policy::analysis::proof::Gap;
use crate::policy::analysis::solve::Truths;
use crate::policy::analysis::witness::Example;
use crate::policy::outcome::Outcome;

use super::questions::Rules;
use super::{Draft, LintCode};

/// What the webhooks that were found so far show of each rule.
struct Shown {
    decides: Vec<bool>,
    accepts: Vec<bool>,
    needed: Vec<bool>,
}

impl Draft<'_> {
    pub(super) fn rules(&mut self) {
        let conditions = self.policy.rules.iter().map(|rule| &rule.when);
        let mut model = Model::new(conditions, self.scope.day());
        let rules = Rules::new(self.policy, &mut model);
        let mut inquiry = Inquiry::new(&model, self.scope).with_steps(self.steps);
        let mut shown = Shown::nothing(self.policy.rules.len());
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
    fn reach(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>, shown: &mut Shown) {
        let Some(rule) = rules.compiled.rules.get(place) else { return };
        let at = self.place(LintCode::UnreachableRule, place);
        if !shown.has(&shown.decides, place) {
            match inquiry.any(&rules.deciding(rule), &[]) {
                Finding::Found(found) => shown.add(inquiry, &rules.compiled, &found),
                Finding::Open(open) => return self.gap(&at, open),
                Finding::Never => {
                    let message = "no webhook is decided by the rule";
                    let mut finding = self.finding(&at, message);
                    match inquiry.plainest_webhook(&rules.when(rule, Truths::TRUE)) {
                        Finding::Found(found) => {
                            finding.message =
                                format!("{message}: where it is true, a stronger one is, too");
                            match inquiry.show(&found, self.policy, &rules.compiled) {
                                Ok(example) => finding.example = Some(example),
                                Err(gap) => return self.gap(&at, gap),
                            }
                        }
                        Finding::Never => finding.message = format!("{message}: it is never true"),
                        Finding::Open(_) => {}
                    }
                    return self.add(&at, finding);
                }
            }
        }
        if rule.then == Outcome::Accept && !shown.has(&shown.accepts, place) {
            let at = self.place(LintCode::NeverAccepts, place);
            match inquiry.any(&rules.accepting(rule), &[]) {
                Finding::Found(found) => shown.add(inquiry, &rules.compiled, &found),
                Finding::Open(open) => self.gap(&at, open),
                Finding::Never => {
                    let example = self.example(inquiry, &rules.deciding(rule), rules);
                    let message =
                        "the rule never lets anybody in: some stronger rule is always undecided";
                    self.add_shown(&at, message, example);
                }
            }
        }
    }

    /// Whether some webhook has another outcome without the rule.
    fn need(&mut self, place: usize, rules: &Rules, inquiry: &mut Inquiry<'_>, shown: &mut Shown) {
        let at = self.place(LintCode::RedundantRule, place);
        for wanted in rules.changing(place) {
            if shown.has(&shown.needed, place) {
                return;
            }
            match inquiry.any(&wanted, &[]) {
                Finding::Found(found) => shown.add(inquiry, &rules.compiled, &found),
                Finding::Open(open) => return self.gap(&at, open),
                Finding::Never => {}
            }
        }
        if shown.has(&shown.needed, place) {
            return;
        }
        let Some(rule) = rules.compiled.rules.get(place) else { return };
        let message = "without the rule every webhook has the same outcome";
        let mut finding = self.finding(&at, message);
        finding.example = self.example(inquiry, &rules.when(rule, Truths::TRUE), rules).ok();
        self.add(&at, finding);
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
            Finding::Never => {}
            Finding::Open(open) => self.gap(&at, open),
            Finding::Found(found) => {
                let example = inquiry.show(&found, self.policy, &rules.compiled);
                self.add_shown(
                    &at,
                    "the rule waits although the delivery says that it is the last",
                    example,
                );
            }
        }
    }

    fn example(
        &self,
        inquiry: &mut Inquiry<'_>,
        wanted: &[Wanted],
        rules: &Rules,
    ) -> Result<Example, Gap> {
        match inquiry.plainest_webhook(wanted) {
            Finding::Found(found) => inquiry.show(&found, self.policy, &rules.compiled),
            Finding::Never => Err(Gap::Disagreement),
            Finding::Open(open) => Err(open.into()),
        }
    }
}

impl Shown {
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
