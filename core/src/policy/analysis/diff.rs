//! Two policies: every region of webhooks that they decide differently.

use serde::Serialize;

use crate::policy::Policy;
use crate::policy::decision::PolicyName;
use crate::policy::outcome::Outcome;

use super::area::Area;
use super::conditions::Compiler;
use super::inquiry::{Existence, Inquiry, Open};
use super::model::Model;
use super::outcomes::{Compiled, Wanted};
use super::proof::Gap;
use super::scope::Scope;
use super::solve::{Node, Truths};
use super::webhook::Webhook;
use super::widen::{Region, States, Widening};
use super::witness::{Read, Witness};

/// What changes when one policy takes the place of another.
///
/// ```
/// use idenfy_rules::Policy;
/// use idenfy_rules::policy::analysis::Scope;
/// let today = Policy::strict();
/// let text = br#"{"format": 1, "name": "ours", "extends": "strict", "rules": [
///     {"id": "not-served", "when": {"issuingCountry": ["KP", "IR"]}, "then": "reject"}]}"#;
/// let ours = Policy::from_json(text, None).unwrap();
///
/// let difference = today.diff(&ours, &Scope::default());
/// assert!(difference.complete && !difference.equal);
/// let changes = difference.changes.iter().map(|change| (change.old_outcome.as_str(), change.new_outcome.as_str()));
/// // A country that is missing or unknown hides the answer, so an accept falls to review.
/// let expected = [("accept", "review"), ("accept", "reject"), ("retry", "reject"), ("review", "reject")];
/// assert_eq!(changes.collect::<Vec<_>>(), expected);
/// assert!(today.diff(&Policy::strict(), &Scope::default()).equal);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The version of this form: 1.
    pub format: u8,
    /// The policy of today.
    pub old: PolicyName,
    /// The policy that would take its place.
    pub new: PolicyName,
    /// Whether it is proved that both decide every webhook alike.
    pub equal: bool,
    /// Whether every webhook that is decided differently is in one of the regions.
    pub complete: bool,
    /// The regions, the shortest descriptions first.
    pub changes: Vec<Change>,
    /// The pairs of outcomes of which not every region could be described.
    pub undetermined: Vec<DiffGap>,
}

/// A region of webhooks that two policies decide differently: of those that the old one decides
/// as `old_outcome`, the new one decides all that are in `area` as `new_outcome`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What the old policy decides.
    pub old_outcome: Outcome,
    /// What the new policy decides.
    pub new_outcome: Outcome,
    /// Which webhooks. Regions may overlap.
    pub area: Area,
    /// One of them; `None` if it hangs on a pattern for which no text could be written.
    pub example: Option<Witness>,
    /// The rules by which the old policy decides the example.
    pub old_rules: Vec<String>,
    /// The rules by which the new policy decides the example.
    pub new_rules: Vec<String>,
}

/// Two outcomes between which there may be more changes than those described.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DiffGap {
    /// What the old policy decides.
    pub old_outcome: Outcome,
    /// What the new policy decides.
    pub new_outcome: Outcome,
    /// Why.
    pub gap: Gap,
}

impl Policy {
    /// Every region of webhooks that another policy decides differently from this one, each with
    /// an example that the engine decided by both.
    #[must_use]
    pub fn diff(&self, new: &Self, scope: &Scope) -> Difference {
        let conditions = self.rules.iter().chain(&new.rules).map(|rule| &rule.when);
        let mut steps = scope.steps;
        let mut model = Model::new(conditions, scope.day(), &mut steps);
        let mut compiler = model.compiler();
        let (old_rules, new_rules) = (compiler.policy(self), compiler.policy(new));
        let pairs = pairs(&mut compiler, &old_rules, &new_rules);
        let states = States::new(&mut compiler);
        let (found, gaps) = (Vec::new(), Vec::new());
        let mut search = Search { old: self, new, scope, steps, model, states, found, gaps };
        for pair in pairs {
            search.pair(&pair);
        }
        search.finish()
    }
}

/// Two outcomes, and the conditions under which the policies have them.
struct Outcomes {
    old: Outcome,
    new: Outcome,
    both: [Node; 2],
}

fn pairs(compiler: &mut Compiler<'_>, old: &Compiled, new: &Compiled) -> Vec<Outcomes> {
    let outcomes = Outcome::OF_RULES;
    let mut of = |policy: &Compiled| -> Vec<Node> {
        outcomes.iter().map(|outcome| compiler.outcome(policy, *outcome)).collect()
    };
    let (old, new) = (of(old), of(new));
    let mut pairs = Vec::new();
    for (from, was) in outcomes.iter().zip(&old) {
        for (to, is) in outcomes.iter().zip(&new).filter(|(to, _)| *to != from) {
            pairs.push(Outcomes { old: *from, new: *to, both: [*was, *is] });
        }
    }
    pairs
}

/// The regions found so far.
struct Search<'p> {
    old: &'p Policy,
    new: &'p Policy,
    scope: &'p Scope,
    steps: u64,
    model: Model,
    states: States,
    found: Vec<Change>,
    gaps: Vec<DiffGap>,
}

impl Search<'_> {
    /// Finds regions with these outcomes until there are no more.
    fn pair(&mut self, pair: &Outcomes) {
        let [was, is] = pair.both;
        let mut wanted: Vec<Wanted> = vec![(was, Truths::TRUE), (is, Truths::TRUE)];
        for _ in 0..self.scope.regions {
            let mut inquiry = Inquiry::new(&self.model, self.scope, self.steps);
            let found = self.next(pair, &mut inquiry, &wanted);
            self.steps = inquiry.steps_left();
            match found {
                Ok(None) => return,
                Err(gap) => return self.gap(pair, gap),
                Ok(Some((region, change))) => {
                    self.found.push(change);
                    let elsewhere = region.elsewhere(&mut self.model, &self.states);
                    wanted.push((elsewhere, Truths::TRUE));
                }
            }
        }
        self.gap(pair, Gap::Regions);
    }

    /// A further region: of the webhooks with the old outcome, none in it has another new one.
    fn next(
        &self,
        pair: &Outcomes,
        inquiry: &mut Inquiry<'_>,
        wanted: &[Wanted],
    ) -> Result<Option<(Region, Change)>, Gap> {
        let [was, is] = pair.both;
        let start = match inquiry.plainest_webhook(wanted) {
            Existence::Never => return Ok(None),
            Existence::Exists(found) => found,
            Existence::Open(Open::Limit) => return Err(Gap::Limit),
            Existence::Open(Open::Patterns) => {
                inquiry.with_free_patterns(wanted).ok_or(Gap::Limit)?
            }
        };
        let meant = [(was, Truths::TRUE)];
        let never = (is, Truths::FALSE);
        let mut widening = Widening { inquiry, states: &self.states, meant: &meant, never };
        let region = widening.around(&start);
        let change = self.change(pair, inquiry, wanted, &region)?;
        Ok(Some((region, change)))
    }

    fn gap(&mut self, pair: &Outcomes, gap: Gap) {
        self.gaps.push(DiffGap { old_outcome: pair.old, new_outcome: pair.new, gap });
    }

    /// Describes a region, with its plainest webhook as the example.
    fn change(
        &self,
        pair: &Outcomes,
        inquiry: &mut Inquiry<'_>,
        wanted: &[Wanted],
        region: &Region,
    ) -> Result<Change, Gap> {
        let space = &self.model.space;
        let (inside, within) = region.inside(space, &self.states);
        let wanted = [wanted, &inside].concat();
        let mut change = Change {
            old_outcome: pair.old,
            new_outcome: pair.new,
            area: Area::of(space, region),
            example: None,
            old_rules: Vec::new(),
            new_rules: Vec::new(),
        };
        let example = match inquiry.any(&wanted, &within) {
            Existence::Exists(found) => inquiry.plainer(found, &wanted, &within),
            Existence::Open(_) | Existence::Never => return Ok(change),
        };
        let webhook = Webhook::of(space, &example, inquiry.today)?;
        let read = Read::new(&webhook, inquiry.today).ok_or(Gap::Disagreement)?;
        let decisions = read.decision(self.old).zip(read.decision(self.new));
        let (old, new) = decisions.ok_or(Gap::Disagreement)?;
        if (old.outcome, new.outcome) != (pair.old, pair.new) {
            return Err(Gap::Disagreement);
        }
        inquiry.charge(self.old, &old);
        inquiry.charge(self.new, &new);
        change.example = Some(read.witness(example.smallest));
        (change.old_rules, change.new_rules) = (old.rules, new.rules);
        Ok(change)
    }

    fn finish(mut self) -> Difference {
        self.found.sort_by_key(|change| change.area.length());
        Difference {
            format: 1,
            old: self.old.identity(),
            new: self.new.identity(),
            equal: self.found.is_empty() && self.gaps.is_empty(),
            complete: self.gaps.is_empty(),
            changes: self.found,
            undetermined: self.gaps,
        }
    }
}
