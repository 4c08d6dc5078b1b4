//! The parts of each rule: which can never be true, and which say nothing.

use crate::facts::{Fact, Kind};
use crate::pointer::Pointer;
use crate::policy::Policy;
use crate::policy::analysis::inquiry::{Existence, Inquiry, Open};
use crate::policy::analysis::model::{Model, tests};
use crate::policy::analysis::outcomes::Wanted;
use crate::policy::analysis::solve::{Node, Truths};
use crate::policy::analysis::space::effort;
use crate::policy::analysis::witness::Read;
use crate::policy::compile::Rule;
use crate::policy::condition::{Condition, SetTest, Test};
use crate::policy::outcome::Outcome;
use crate::policy::truth::Truth;

use super::clause::{Alone, Clause, Whole};
use super::places::Part;
use super::{Draft, LintCode, Place, Shown};

/// The rule whose parts are looked at, and the questions about it.
struct Local<'r, 'm> {
    rule: &'r Rule,
    place: usize,
    inquiry: Inquiry<'m>,
    reached: Node,
    when: Node,
}

impl Draft<'_> {
    pub(super) fn conditions(&mut self) {
        for place in 0..self.policy.rules.len() {
            self.parts(place);
        }
    }

    fn parts(&mut self, place: usize) {
        let policy = self.policy;
        let text = policy.document.rules.get(place);
        let (Some(rule), Some(text)) = (policy.rules.get(place), text) else { return };
        let part = Part::of(&text.when, &text.at.key("when"));
        let lists = &policy.document.lists;
        let alone = Alone::read(&part, lists);
        self.unlisted(place, &part, &mut alone.parts.iter());

        let at = self.place(LintCode::ContradictoryCondition, place);
        let effort = effort::to_compile(&tests([&rule.when]), alone.parts.len());
        let Some(left) = self.steps.checked_sub(effort) else {
            return self.gap(&at, Open::Limit);
        };
        self.steps = left;
        let every = alone.conditions().chain([&rule.when]);
        let mut model = Model::new(every, self.scope.day(), &mut self.steps);
        let mut compiler = model.compiler();
        let when = compiler.condition(&rule.when);
        let plan = policy.document.plan;
        let reached = compiler.state(&|state| plan.outcome(state).is_none());
        let judges_false = rule.then > Outcome::Accept && !rule.skip_undecided;
        let whole = Whole { text: &text.when, lists, when, judges_false };
        let clause = Clause::compile(&part, &mut alone.parts.iter(), &mut compiler, &whole);

        let inquiry = Inquiry::new(&model, self.scope, self.steps);
        let mut local = Local { rule, place, inquiry, reached, when };
        match self.possible(&mut local, &clause, false) {
            Ok(true) => self.superfluous(&mut local, &clause),
            Ok(false) => {}
            Err(open) => self.gap(&at, open),
        }
        self.steps = local.inquiry.steps_left();
    }

    /// Reports the smallest parts that can never be true. Whether this part can be.
    fn possible(
        &mut self,
        local: &mut Local<'_, '_>,
        clause: &Clause<'_>,
        known: bool,
    ) -> Result<bool, Open> {
        let Some((_, node)) = &clause.alone else { return Ok(true) };
        let possible = known || local.can_be(&[(*node, Truths::TRUE)])?;
        let mut blamed = false;
        for part in &clause.parts {
            let follows = possible && clause.all && part.negated == clause.negated;
            let can_be = self.possible(local, part, follows)?;
            blamed |= !can_be && part.negated == clause.negated;
        }
        if !possible && !blamed {
            self.impossible(local, clause, *node)?;
        }
        Ok(possible)
    }

    /// A part that is never true although each of its parts can be.
    fn impossible(
        &mut self,
        local: &mut Local<'_, '_>,
        clause: &Clause<'_>,
        node: Node,
    ) -> Result<(), Open> {
        if !local.can_be(&[(node, Truths::FALSE)])? {
            return self.undecided(local, clause, &[(node, Truths::UNDECIDED)]);
        }
        let parts = clause.parts.iter().filter(|part| part.negated == clause.negated);
        let parts: Vec<(&Clause<'_>, Node)> =
            parts.filter_map(|part| Some((part, part.alone.as_ref()?.1))).collect();
        // Here all parts have to hold, and there are several: else one would be blamed.
        for (part, own) in &parts {
            let others = parts.iter().filter(|(_, other)| other != own);
            let others: Vec<Wanted> = others.map(|(_, other)| (*other, Truths::TRUE)).collect();
            let with = |truths| [others.clone(), vec![(*own, truths)]].concat();
            let undecided = with(Truths::UNDECIDED);
            if !local.can_be(&with(Truths::FALSE))? && local.can_be(&undecided)? {
                return self.undecided(local, part, &undecided);
            }
        }
        let at = self.part_of(LintCode::ContradictoryCondition, local, clause);
        let finding = self.finding(&at, "there is no webhook for which this is true");
        self.add(&at, finding);
        Ok(())
    }

    fn undecided(
        &mut self,
        local: &mut Local<'_, '_>,
        clause: &Clause<'_>,
        wanted: &[Wanted],
    ) -> Result<(), Open> {
        let at = self.part_of(LintCode::AlwaysUndecided, local, clause);
        let message = "wherever the rest allows this to count, it is undecided";
        let Some((condition, _)) = &clause.alone else { return Ok(()) };
        let example = local.example(self.policy, wanted, condition, Truth::Undecided);
        self.add_shown(&at, message, example);
        Ok(())
    }

    /// Reports the largest parts without which the rule says the same.
    fn superfluous(&mut self, local: &mut Local<'_, '_>, clause: &Clause<'_>) {
        for part in &clause.parts {
            if self.is_reported(local.place, &part.at) {
                continue;
            }
            let at = self.part_of(LintCode::RedundantCondition, local, part);
            let differs = part.differs.filter(|_| !is_pin(local.rule, &part.at));
            match differs.map(|differs| local.can_be(&[(differs, Truths::TRUE)])) {
                Some(Ok(false)) => {
                    let wanted = [(local.when, Truths::TRUE)];
                    let message = "without this part the rule says the same of every webhook";
                    let when = &local.rule.when;
                    let example = local.example(self.policy, &wanted, when, Truth::True);
                    self.add_shown(&at, message, example);
                }
                Some(Err(open)) => self.gap(&at, open),
                Some(Ok(true)) | None => self.superfluous(local, part),
            }
        }
    }

    fn is_reported(&self, place: usize, at: &Pointer) -> bool {
        let about = |found: &(Option<usize>, super::LintFinding)| {
            found.0 == Some(place) && found.1.pointer == *at
        };
        self.findings.iter().any(about)
    }

    fn part_of(&self, code: LintCode, local: &Local<'_, '_>, clause: &Clause<'_>) -> Place {
        Place { code, rule: Some(local.place), pointer: clause.at.clone() }
    }

    /// Reports words that a part names although the vocabulary of this release does not have them.
    /// Whether it names one.
    fn unlisted<'c>(
        &mut self,
        place: usize,
        part: &Part,
        alone: &mut impl Iterator<Item = &'c Option<Condition>>,
    ) -> bool {
        let mut named = false;
        if let Some(condition) = alone.next().and_then(Option::as_ref) {
            condition.visit(false, &mut |fact, test, _| named |= is_unlisted(fact, test));
        }
        let mut in_a_part = false;
        for inner in &part.parts {
            in_a_part |= self.unlisted(place, inner, alone);
        }
        if named && !in_a_part {
            let at =
                Place { code: LintCode::UnknownWord, rule: Some(place), pointer: part.at.clone() };
            let message = "a word that the vocabulary of this release does not have";
            let finding = self.finding(&at, message);
            self.add(&at, finding);
        }
        named
    }
}

fn is_unlisted(fact: Fact, test: &Test) -> bool {
    match test {
        Test::Unlisted(_) => true,
        Test::Set(SetTest::Any(listed) | SetTest::All(listed) | SetTest::Only(listed)) => {
            matches!(fact.kind(), Kind::Words(_)) && !listed.texts.is_empty()
        }
        _ => false,
    }
}

/// The verdict that an accepting rule has to pin.
fn is_pin(rule: &Rule, at: &Pointer) -> bool {
    rule.then == Outcome::Accept && at.as_str().ends_with("/when/overall")
}

impl Local<'_, '_> {
    /// The plainest webhook that reaches the rules and for which a condition is this.
    fn example(
        &mut self,
        policy: &Policy,
        wanted: &[Wanted],
        condition: &Condition,
        truth: Truth,
    ) -> Shown {
        let wanted = [wanted, &[(self.reached, Truths::TRUE)]].concat();
        match self.inquiry.plainest_webhook(&wanted) {
            Existence::Exists(found) => {
                let confirms = |read: &Read<'_>, _: &_| read.judge(condition) == truth;
                self.inquiry.show(&found, policy, confirms).map(Some)
            }
            Existence::Never | Existence::Open(_) => Ok(None),
        }
    }

    fn can_be(&mut self, wanted: &[Wanted]) -> Result<bool, Open> {
        let mut wanted = wanted.to_vec();
        wanted.push((self.reached, Truths::TRUE));
        match self.inquiry.any(&wanted, &[]) {
            Existence::Exists(_) => Ok(true),
            Existence::Never => Ok(false),
            Existence::Open(open) => Err(open),
        }
    }
}
