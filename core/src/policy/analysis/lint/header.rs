//! Where somebody is accepted because of the event header, which is not signed.

use crate::facts::Fact;
use crate::pointer::Pointer;
use crate::policy::analysis::inquiry::{Assignment, Existence, Inquiry};
use crate::policy::analysis::pair::Pair;
use crate::policy::analysis::solve::Truths;
use crate::policy::outcome::Lifecycle;

use super::absence::{is_missing, is_there};
use super::{Draft, LintCode, Place};

impl Draft<'_> {
    /// Looks for a webhook that is accepted with its header and not without.
    pub(super) fn header(&mut self) {
        if !self.hangs_on_event() {
            return;
        }
        let pair = Pair::new(self.policy, Fact::Event, self.scope.day(), &mut self.steps);
        let mut inquiry = Inquiry::new(&pair.model, self.scope, self.steps);
        let wanted = pair.wanted(None, [Truths::ALL; 2]);
        let within = pair.contents(is_there, is_missing);
        let at = Place { code: LintCode::EventHelps, rule: None, pointer: Pointer::root() };
        match inquiry.any(&wanted, &within) {
            Existence::Never => {}
            Existence::Open(open) => self.gap(&at, open),
            Existence::Exists(found) => {
                let found = inquiry.plainer(found, &wanted, &within);
                self.helped(&pair, &mut inquiry, &found);
            }
        }
        self.steps = inquiry.steps_left();
    }

    /// Whether a rule asks the event, or a state that hangs on it reaches the rules.
    fn hangs_on_event(&self) -> bool {
        let plan = self.policy.document.plan;
        let mut tests = Vec::new();
        for rule in &self.policy.rules {
            rule.when.tests(&mut tests);
        }
        tests.iter().any(|(fact, _)| *fact == Fact::Event)
            || Lifecycle::OF_DOCUMENTS.iter().any(|state| plan.outcome(*state).is_none())
    }

    fn helped(&mut self, pair: &Pair, inquiry: &mut Inquiry<'_>, found: &Assignment) {
        let rule = turned(pair, inquiry, found);
        let at = Place { code: LintCode::EventHelps, rule, pointer: Pointer::root() };
        let (example, instead) = match pair.show(inquiry, found, self.policy) {
            Ok([example, instead]) => (example, instead),
            Err(gap) => return self.gap(&at, gap),
        };
        let of_state = |state: Lifecycle| Pointer::root().key("lifecycle").key(state.as_str());
        let pointer = match rule {
            Some(rule) => self.place(at.code, rule).pointer,
            None => example.lifecycle.map(of_state).unwrap_or_default(),
        };
        let at = Place { pointer, ..at };
        let message = "somebody is accepted because of the event header, which is not signed";
        let finding = self.finding(&at, message).with(example, instead);
        self.add(&at, finding);
    }
}

/// The first rule that says something else without the header.
fn turned(pair: &Pair, inquiry: &Inquiry<'_>, found: &Assignment) -> Option<usize> {
    let judge = |node| inquiry.model.problem.judge(node, &found.values);
    let mut both = pair.first.rules.iter().zip(&pair.second.rules);
    both.position(|(first, second)| judge(first.when) != judge(second.when))
}
