//! What no rule catches.

use crate::pointer::Pointer;
use crate::policy::analysis::area::Area;
use crate::policy::analysis::inquiry::{Existence, Inquiry};
use crate::policy::analysis::model::Model;
use crate::policy::analysis::outcomes::Wanted;
use crate::policy::analysis::solve::Truths;
use crate::policy::analysis::widen::{States, Widening};

use super::{Draft, LintCode, LintFinding, Place};

/// The most regions that are described: what `otherwise` is for is mostly the rest of everything.
const MOST: usize = 5;

impl Draft<'_> {
    /// Describes the webhooks for which no rule is true, the plainest first.
    pub(super) fn otherwise(&mut self) {
        let pointer = Pointer::root().key("otherwise");
        let at = Place { code: LintCode::CaughtByOtherwise, rule: None, pointer };
        let conditions = self.policy.rules.iter().map(|rule| &rule.when);
        let mut model = Model::new(conditions, self.scope.day(), &mut self.steps);
        let mut compiler = model.compiler();
        let compiled = compiler.policy(self.policy);
        let nothing = compiler.nothing(&compiled);
        let states = States::new(&mut compiler);
        let meant = [(compiled.reached, Truths::TRUE)];
        let mut wanted: Vec<Wanted> =
            vec![(compiled.reached, Truths::TRUE), (nothing, Truths::TRUE)];
        for _ in 0..MOST {
            let mut inquiry = Inquiry::new(&model, self.scope, self.steps);
            let start = match inquiry.plainest_webhook(&wanted) {
                Existence::Exists(found) => found,
                Existence::Never => return,
                Existence::Open(open) => return self.gap(&at, open),
            };
            let never = (nothing, Truths::FALSE);
            let mut widening =
                Widening { inquiry: &mut inquiry, states: &states, meant: &meant, never };
            let region = widening.around(&start);
            let example = inquiry.show_decided(&start, self.policy, &compiled);
            self.steps = inquiry.steps_left();
            match example {
                Err(gap) => return self.gap(&at, gap),
                Ok(example) => {
                    let message = "no rule is true for these webhooks; `otherwise` decides";
                    let finding = LintFinding {
                        area: Some(Area::of(&model.space, &region)),
                        example: Some(example),
                        ..self.finding(&at, message)
                    };
                    self.add(&at, finding);
                }
            }
            let elsewhere = region.elsewhere(&mut model, &states);
            wanted.push((elsewhere, Truths::TRUE));
        }
    }
}
