//! From one webhook to the region around it in which the same holds.

use crate::facts::Fact;
use crate::policy::outcome::Lifecycle;

use super::conditions::Compiler;
use super::inquiry::{Assignment, Inquiry};
use super::model::Model;
use super::outcomes::Wanted;
use super::solve::{Answer, Bits, Node, Table, Truths, Var};
use super::space::{Axis, Space};

/// States of the lifecycle and values of each axis: every combination of them is meant, as far as
/// there are such webhooks.
#[derive(Debug, Clone)]
pub(super) struct Region {
    pub(super) states: Vec<Lifecycle>,
    pub(super) values: Table<Var, Bits>,
}

/// A condition for each state of the lifecycle.
#[derive(Debug, Clone)]
pub(super) struct States(Vec<(Lifecycle, Node)>);

impl States {
    pub(super) fn new(compiler: &mut Compiler<'_>) -> Self {
        let states = Lifecycle::ALL.iter();
        Self(states.map(|state| (*state, compiler.state(&|known| known == *state))).collect())
    }

    /// None of the states that are not these.
    fn only(&self, states: &[Lifecycle]) -> Vec<Wanted> {
        let others = self.0.iter().filter(|(state, _)| !states.contains(state));
        others.map(|(_, node)| (*node, Truths::FALSE)).collect()
    }
}

/// Widens regions as long as nothing in them is what it may not be.
pub(super) struct Widening<'i, 'm> {
    pub(super) inquiry: &'i mut Inquiry<'m>,
    pub(super) states: &'i States,
    /// Which webhooks are meant.
    pub(super) meant: &'i [Wanted],
    /// What none of them may be in a region.
    pub(super) never: Wanted,
}

impl Widening<'_, '_> {
    /// The region around a webhook: drops whole facts first, then adds single values.
    pub(super) fn around(&mut self, start: &Assignment) -> Region {
        let model = self.inquiry.model;
        let state = |(state, node): &(Lifecycle, Node)| {
            let is_it = model.problem.judge(*node, &start.values) == Truths::TRUE;
            is_it.then_some(*state)
        };
        let mut values = Table::new();
        for (var, axis) in model.space.axes.iter() {
            values.push(Bits::of(axis.size(), [start.values[var]]));
        }
        let mut region =
            Region { states: self.states.0.iter().filter_map(state).collect(), values };
        let vars = order(&model.space);
        for var in &vars {
            self.replace(&mut region, *var, model.space.axes[*var].all());
        }
        self.add_states(&mut region);
        for var in vars {
            self.add_values(&mut region, var);
        }
        region
    }

    /// Gives an axis these values if the region stays what it is.
    fn replace(&mut self, region: &mut Region, var: Var, values: Bits) {
        let values = self.inquiry.model.space.axes[var].closed(&values);
        if values == region.values[var] {
            return;
        }
        let before = std::mem::replace(&mut region.values[var], values);
        if !self.holds(region) {
            region.values[var] = before;
        }
    }

    /// Adds every value by which somebody is meant and the region stays what it is. Whether it
    /// does so hangs on each value by itself.
    fn add_values(&mut self, region: &mut Region, var: Var) {
        let axis = &self.inquiry.model.space.axes[var];
        let others = axis.all().without(&region.values[var]);
        let broken = self.values_for(region, var, &others, true);
        let Some(fitting) = broken.map(|broken| others.without(&broken)) else { return };
        if fitting.is_empty() {
            return;
        }
        let Some(meant) = self.values_for(region, var, &fitting, false) else { return };
        let allowed = region.values[var].or(&fitting);
        for values in candidates(axis, &region.values[var], &meant) {
            let wider = axis.closed(&region.values[var].or(&values));
            if wider.within(&allowed) {
                region.values[var] = wider;
            }
        }
    }

    /// The values among these for which somebody is meant, or for which somebody in the region
    /// is what nobody may be there. `None` if that is not decided within the limit.
    fn values_for(
        &mut self,
        region: &Region,
        var: Var,
        among: &Bits,
        broken: bool,
    ) -> Option<Bits> {
        let (mut wanted, mut within) = region.inside(&self.inquiry.model.space, self.states);
        wanted.extend_from_slice(self.meant);
        wanted.extend(broken.then_some(self.never));
        within.retain(|(other, _)| *other != var);
        let mut left = among.clone();
        loop {
            within.push((var, left.clone()));
            let answer = self.inquiry.region(&wanted, &within);
            within.pop();
            match answer {
                Answer::None => return Some(among.without(&left)),
                Answer::Some(found) => left = left.without(&found.domains[var]),
                Answer::Limit => return None,
            }
        }
    }

    /// All states if that makes no difference, else those in which somebody is meant.
    fn add_states(&mut self, region: &mut Region) {
        let own = std::mem::replace(&mut region.states, Lifecycle::ALL.to_vec());
        if self.holds(region) {
            return;
        }
        region.states = own;
        for (state, _) in &self.states.0 {
            let own = std::mem::replace(&mut region.states, vec![*state]);
            let somebody = !own.contains(state) && self.means_somebody(region);
            region.states = own;
            if somebody {
                region.states.push(*state);
                if !self.holds(region) {
                    region.states.pop();
                }
            }
        }
        region.states.sort_unstable();
    }

    fn holds(&mut self, region: &Region) -> bool {
        let (mut wanted, within) = region.inside(&self.inquiry.model.space, self.states);
        wanted.extend_from_slice(self.meant);
        wanted.push(self.never);
        matches!(self.inquiry.region(&wanted, &within), Answer::None)
    }

    fn means_somebody(&mut self, region: &Region) -> bool {
        let (mut wanted, within) = region.inside(&self.inquiry.model.space, self.states);
        wanted.extend_from_slice(self.meant);
        matches!(self.inquiry.region(&wanted, &within), Answer::Some(_))
    }
}

impl Region {
    /// The axes that are not free.
    pub(super) fn restricted(&self, space: &Space) -> Vec<(Var, Bits)> {
        let axes = space.axes.iter().filter(|(var, axis)| self.values[*var] != axis.all());
        axes.map(|(var, _)| (var, self.values[var].clone())).collect()
    }

    /// What is true of the webhooks of the region alone.
    pub(super) fn inside(&self, space: &Space, states: &States) -> (Vec<Wanted>, Vec<(Var, Bits)>) {
        (states.only(&self.states), self.restricted(space))
    }

    /// A condition that is true of every webhook that is not in the region.
    pub(super) fn elsewhere(&self, model: &mut Model, states: &States) -> Node {
        let Model { space, problem, .. } = model;
        let mut outside: Vec<Node> = Vec::new();
        for (var, values) in self.restricted(space) {
            let others = space.axes[var].all().without(&values);
            outside.push(problem.one_of(var, &others));
        }
        for (node, _) in states.only(&self.states) {
            outside.push(problem.is(node, Truths::TRUE));
        }
        problem.any(outside)
    }
}

/// The order in which axes are freed: what says most to a reader stays longest.
fn order(space: &Space) -> Vec<Var> {
    let weight = |axis: &Axis| match axis {
        Axis::Pattern { .. } => 0,
        Axis::Group(_) => 2,
        Axis::Checks(_) => 4,
        Axis::Fact { fact, .. } => match fact {
            Fact::RepeatedKeys | Fact::Event | Fact::Final => 1,
            Fact::Overall => 5,
            _ => 3,
        },
    };
    let mut vars: Vec<(u8, Var)> =
        space.axes.iter().map(|(var, axis)| (weight(axis), var)).collect();
    vars.sort_unstable();
    vars.into_iter().map(|(_, var)| var).collect()
}

/// Values that may be added to an axis together: those that say the same of one fact as the
/// region does, then those that say what some further value says.
fn candidates(axis: &Axis, region: &Bits, meant: &Bits) -> Vec<Bits> {
    let size = axis.size();
    if let Axis::Group(_) = axis {
        return vec![Bits::of(size, 1..size), Bits::of(size, 0..size - 1)];
    }
    let readings = axis.readings();
    let alike = readings.iter().rev().map(|reading| reading.said(region));
    let further = readings
        .iter()
        .rev()
        .flat_map(|reading| meant.iter().map(|value| reading.said(&Bits::of(size, [value]))));
    let single = meant.iter().map(|value| Bits::of(size, [value]));
    alike.chain(further).chain(single).collect()
}
